// SMTP: commands go out together, and the replies come in their order.
public class Envelope
{
    public void Send(StreamReader input, StreamWriter output, string sender, string recipient, string text)
    {
        output.WriteLine("MAIL FROM:<" + sender + ">");
        output.WriteLine("RCPT TO:<" + recipient + ">");
        output.WriteLine("DATA");
        output.Flush();
        MustBe(input.ReadLine(), "250");
        MustBe(input.ReadLine(), "250"); // finds: SMTP1009
        MustBe(input.ReadLine(), "354");
        output.WriteLine(text);
        output.WriteLine(".");
        output.WriteLine("QUIT");
        output.Flush();
        MustBe(input.ReadLine(), "250");
        input.ReadLine();
    }

    public async Task<bool> SendToAllAsync(StreamReader input, StreamWriter output, string sender, string[] recipients)
    {
        await output.WriteLineAsync($"MAIL FROM:<{sender}>");
        foreach (var recipient in recipients)
            await output.WriteLineAsync($"RCPT TO:<{recipient}>");
        await output.FlushAsync();
        var first = await input.ReadLineAsync();
        foreach (var recipient in recipients)
        {
            if ((await input.ReadLineAsync())?.StartsWith("250") != true) // finds: SMTP1009
                return false;
        }

        return first!.StartsWith("250");
    }

    public void SendRight(StreamReader input, StreamWriter output, string sender, string recipient)
    {
        output.WriteLine("MAIL FROM:<" + sender + ">");
        output.WriteLine("RCPT TO:<" + recipient + ">");
        MustBe(input.ReadLine(), "250");
        var accepted = input.ReadLine();
        if (accepted is null || !accepted.StartsWith("25"))
            throw new IOException(accepted);
    }

    private static void MustBe(string? line, string code)
    {
        if (line is null || !line.Split(' ')[0].Equals(code))
            throw new IOException(line);
    }
}
