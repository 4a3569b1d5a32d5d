using System.Net;
using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace SmtpAnalyzers.Demo;

/// <summary>What a client that obeys every reply saw of the sample server.</summary>
/// <param name="Lost">Mails for known mailboxes that the client gave up, because the server told it to.</param>
/// <param name="Replies">All replies, in order.</param>
internal sealed record InboxRun(int Lost, IReadOnlyList<int> Replies)
{
    private static readonly string[] Known = ["anna", "ben"];

    /// <summary>
    /// Two mails while the list of mailboxes is away, two more while the spool is, and one for a mailbox that does not exist. In the end
    /// all is there, and what was not given up is sent again.
    /// </summary>
    public static async Task<InboxRun> OfAsync(SampleCopy sample, CancellationToken stopping)
    {
        var folder = Directory.CreateTempSubdirectory("SmtpAnalyzers.Inbox.");
        var (spool, list, port) = (Path.Combine(folder.FullName, "spool"), Path.Combine(folder.FullName, "mailboxes"), FreePort());
        using var server = sample.Start(port, spool, list);
        try
        {
            await server.StandardOutput.ReadLineAsync(stopping);
            var (waiting, replies) = (new Queue<string>(Known), new List<int>());
            var lost = await RoundAsync(port, waiting, replies, stopping);

            await File.WriteAllLinesAsync(list, Known, stopping);
            foreach (var mailbox in Known)
                waiting.Enqueue(mailbox);
            lost += await RoundAsync(port, waiting, replies, stopping);

            Directory.CreateDirectory(spool);
            waiting.Enqueue("nobody");
            lost += await RoundAsync(port, waiting, replies, stopping);
            return new InboxRun(lost, replies);
        }
        finally
        {
            server.StandardInput.Close();
            if (!server.WaitForExit(TimeSpan.FromSeconds(5)))
                server.Kill(entireProcessTree: true);
            folder.Delete(recursive: true);
        }
    }

    public override string ToString() => $"{Lost} mails given up for known mailboxes (replies {string.Join(", ", Replies)})";

    // Sends what waits, and keeps what is to be sent again.
    private static async Task<int> RoundAsync(int port, Queue<string> waiting, List<int> replies, CancellationToken stopping)
    {
        var lost = 0;
        for (var count = waiting.Count; count > 0; count--)
        {
            var mailbox = waiting.Dequeue();
            var reply = await SendAsync(port, mailbox, stopping);
            replies.Add(reply);
            if (reply / 100 == 4)
                waiting.Enqueue(mailbox);
            else if (reply / 100 == 5 && Known.Contains(mailbox))
                lost++;
        }

        return lost;
    }

    private static async Task<int> SendAsync(int port, string mailbox, CancellationToken stopping)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", port, SecureSocketOptions.None, stopping);
        try
        {
            var to = new MailboxAddress("", $"{mailbox}@inbox.test");
            await client.SendAsync(
                new MimeMessage([new MailboxAddress("", "client@example.test")], [to], "Hello", new TextPart("plain") { Text = "Hello" }),
                    stopping);
            return 250;
        }
        catch (SmtpCommandException ex)
        {
            return (int)ex.StatusCode;
        }
        finally
        {
            await client.DisconnectAsync(quit: true, stopping);
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
