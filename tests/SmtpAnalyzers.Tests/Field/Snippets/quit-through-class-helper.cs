using System; using System.IO; using System.Threading.Tasks;
public class SmtpShip
{
    public async Task Ship(StreamReader reader, StreamWriter writer, string mime)
    {
        await writer.WriteLineAsync("DATA");
        await Read(reader);
        await writer.WriteLineAsync(mime + "\r\n.");
        await Read(reader);
        await writer.WriteLineAsync("QUIT");
        await Read(reader); // finds: SMTP2008
    }
    static async Task Read(StreamReader reader)
    {
        var line = await reader.ReadLineAsync();
        if (line == null || !line.StartsWith("2") && !line.StartsWith("3"))
            throw new InvalidOperationException($"SMTP error: {line}");
    }
}
