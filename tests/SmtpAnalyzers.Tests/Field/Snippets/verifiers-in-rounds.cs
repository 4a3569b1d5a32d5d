using System.Net.Sockets;

// Each round asks once more, or asks the next host, and the answer is given at the end.
public class MailboxLookup
{
    public async Task<bool> ExistsAsync(string mailbox, IEnumerable<string> exchangers)
    {
        foreach (var exchanger in exchangers)
        {
            using var connection = new TcpClient();
            await connection.ConnectAsync(exchanger, 25).ConfigureAwait(false);
            await using var stream = connection.GetStream();
            using var input = new StreamReader(stream);
            await using var output = new StreamWriter(stream) { AutoFlush = true };
            await input.ReadLineAsync().ConfigureAwait(false);
            await output.WriteLineAsync("HELO lookup.example").ConfigureAwait(false);
            await input.ReadLineAsync().ConfigureAwait(false);
            await output.WriteLineAsync("MAIL FROM:<lookup@example.org>").ConfigureAwait(false);
            await input.ReadLineAsync().ConfigureAwait(false);
            await output.WriteLineAsync($"RCPT TO:<{mailbox}>").ConfigureAwait(false);
            var answer = (await input.ReadLineAsync().ConfigureAwait(false))!;
            if (answer.StartsWith("250")) // finds: SMTP3007
            {
                await output.WriteLineAsync("QUIT").ConfigureAwait(false);
                return true;
            }
            else
            {
                await output.WriteLineAsync("QUIT").ConfigureAwait(false);
                return false;
            }
        }

        return false;
    }

    public (bool Valid, string Trace) Validate(StreamReader input, StreamWriter output, string mailbox)
    {
        var trace = "";
        for (var round = 0; round < 3; round++)
        {
            output.WriteLine("MAIL FROM:<lookup@example.org>");
            trace += input.ReadLine();
            output.WriteLine($"RCPT TO:<{mailbox}>");
            var answer = input.ReadLine();
            if (!string.IsNullOrEmpty(answer) && Number(answer) == 250) // finds: SMTP3007
            {
                output.WriteLine("QUIT");
                return (true, trace + "there");
            }

            output.WriteLine("RSET");
        }

        return (false, trace + "not there");
    }

    // A refusal for now is waited out.
    public bool? Patiently(StreamReader input, StreamWriter output, string mailbox)
    {
        for (var round = 0; round < 3; round++)
        {
            output.WriteLine($"RCPT TO:<{mailbox}>");
            var number = Number(input.ReadLine()!);
            if (number == 250)
                return true;
            if (number >= 500)
                return false;
            Thread.Sleep(TimeSpan.FromMinutes(5));
        }

        return null;
    }

    private static int Number(string answer) => int.Parse(answer.Substring(0, 3));
}
