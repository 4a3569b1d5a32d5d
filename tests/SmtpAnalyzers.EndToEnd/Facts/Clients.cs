using System.Net.Mail;
using MimeKit;
using SmtpAnalyzers.ScriptedServer;

namespace SmtpAnalyzers.EndToEnd.Facts;

/// <summary>The two real clients, and what sending through them comes to.</summary>
internal static class Clients
{
    public const string Accepted = "accepted";

    public static readonly IReadOnlyList<int> AllCodes = [.. Enumerable.Range(200, 400)];

    public static Task<MailKit.Net.Smtp.SmtpClient> ConnectMailKitAsync(ScriptedSmtpServer server) =>
        ConnectMailKitAsync(server, new MailKit.Net.Smtp.SmtpClient());

    public static async Task<T> ConnectMailKitAsync<T>(ScriptedSmtpServer server, T client) where T : MailKit.Net.Smtp.SmtpClient
    {
        await client.ConnectAsync(server.Host, server.Port, MailKit.Security.SecureSocketOptions.None);
        return client;
    }

    public static MimeMessage MimeMessage(params IReadOnlyList<string> recipients) => new(
        [new MailboxAddress("", "a@x.test")],
        recipients.Select(recipient => new MailboxAddress("", recipient)),
        "Fact",
        new TextPart("plain") { Text = "fact" });

    public static MailMessage MailMessage(params IReadOnlyList<string> recipients)
    {
        var message = new MailMessage { From = new MailAddress("a@x.test"), Subject = "Fact", Body = "fact" };
        foreach (var recipient in recipients)
            message.To.Add(recipient);
        return message;
    }

    /// <summary>Sends one message over a connection of its own.</summary>
    public static async Task SendWithMailKitAsync(ScriptedSmtpServer server, params IReadOnlyList<string> recipients)
    {
        using var client = await ConnectMailKitAsync(server);
        await client.SendAsync(MimeMessage(recipients));
        await client.DisconnectAsync(quit: true);
    }

    /// <summary>Sends one message over a connection of its own.</summary>
    public static async Task SendWithSystemNetMailAsync(ScriptedSmtpServer server, params IReadOnlyList<string> recipients)
    {
        using var client = new SmtpClient(server.Host, server.Port);
        using var message = MailMessage(recipients);
        await client.SendMailAsync(message);
    }

    public static void SendWithMailKit(ScriptedSmtpServer server, string recipient)
    {
        using var client = new MailKit.Net.Smtp.SmtpClient();
        client.Connect(server.Host, server.Port, MailKit.Security.SecureSocketOptions.None);
        client.Send(MimeMessage(recipient));
        client.Disconnect(quit: true);
    }

    public static void SendWithSystemNetMail(ScriptedSmtpServer server, string recipient)
    {
        using var client = new SmtpClient(server.Host, server.Port);
        using var message = MailMessage(recipient);
        client.Send(message);
    }

    /// <summary>For every code from 200 to 599 at this step: "code: what became of the send".</summary>
    public static async Task<List<string>> VerdictsAsync(SmtpStep step, Action<ScriptedSmtpServer> send)
    {
        // Several at once, since System.Net.Mail waits for a delayed acknowledgement at each end of data; on threads of their own,
        // since it blocks.
        var verdicts = await Task.WhenAll(AllCodes.Chunk(20).Select(async codes =>
        {
            await using var server = ScriptedSmtpServer.Start();
            return await Task.Factory.StartNew(() => codes.Select(Verdict).ToList(), TaskCreationOptions.LongRunning);

            string Verdict(int code)
            {
                server.On(step).Gives(code);
                return $"{code}: {Describe(Record.Exception(() => send(server)))}";
            }
        }));
        return [.. verdicts.SelectMany(some => some)];
    }

    public static List<string> Expected(Func<int, string> verdict) => [.. AllCodes.Select(code => $"{code}: {verdict(code)}")];

    private static string Describe(Exception? exception) => exception switch
    {
        null => Accepted,
        MailKit.Net.Smtp.SmtpCommandException ex => $"{ex.GetType().Name} {(int)ex.StatusCode} {ex.ErrorCode}",
        SmtpException ex => $"{ex.GetType().Name} {(int)ex.StatusCode}",
        _ => exception.GetType().Name,
    };
}
