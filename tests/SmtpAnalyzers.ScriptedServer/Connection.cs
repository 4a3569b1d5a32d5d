using System.Net.Sockets;
using System.Text;

namespace SmtpAnalyzers.ScriptedServer;

/// <summary>One connection: reads commands, asks the scripts, writes and records replies.</summary>
internal sealed class Connection(ScriptedSmtpServer server, Session session, TcpClient client)
{
    // Every byte is a character: the server never has to know the encoding of a message.
    private static readonly Encoding Bytes = Encoding.Latin1;

    private readonly List<string> recipients = [];
    private string sender = "";
    private bool authenticating;

    public async Task RunAsync(CancellationToken stopping)
    {
        using var ended = client;
        client.NoDelay = true;
        try
        {
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, Bytes);
            var going = await AnswerAsync(stream, new ReceivedCommand(SmtpStep.Greeting, ""), stopping) is { Closes: false };
            while (going && await reader.ReadLineAsync(stopping) is { } line)
            {
                var command = new ReceivedCommand(StepOf(line), line);
                var reply = await AnswerAsync(stream, command, stopping);
                going = !reply.Closes;
                if (going && command.Step == SmtpStep.Data && reply.Code == 354)
                    going = await ReceiveAsync(reader, stream, stopping);
            }

            if (!going)
                await LetTheClientReadAsync(reader, stopping);
        }
        catch (Exception ex) when (ex is IOException or OperationCanceledException)
        {
            // The client went away, or the server is stopping: both are how connections end.
        }
    }

    // Closing with unread input would reset the connection, and the client could lose the reply that came before.
    private async Task LetTheClientReadAsync(StreamReader reader, CancellationToken stopping)
    {
        client.Client.Shutdown(SocketShutdown.Send);
        while (await reader.ReadLineAsync(stopping) is not null)
        {
        }
    }

    private SmtpStep StepOf(string line)
    {
        if (authenticating)
            return SmtpStep.Auth;
        return line.Split(' ', ':')[0].ToUpperInvariant() switch
        {
            "EHLO" => SmtpStep.Ehlo,
            "HELO" => SmtpStep.Helo,
            "STARTTLS" => SmtpStep.StartTls,
            "AUTH" => SmtpStep.Auth,
            "MAIL" => SmtpStep.Mail,
            "RCPT" => SmtpStep.Rcpt,
            "DATA" => SmtpStep.Data,
            "RSET" => SmtpStep.Rset,
            "NOOP" => SmtpStep.Noop,
            "VRFY" => SmtpStep.Vrfy,
            "EXPN" => SmtpStep.Expn,
            "QUIT" => SmtpStep.Quit,
            _ => SmtpStep.Unknown,
        };
    }

    private async Task<Reply> AnswerAsync(NetworkStream stream, ReceivedCommand command, CancellationToken stopping, string content = "")
    {
        var reply = server.ReplyTo(command);
        Remember(command, reply, content);
        session.Add(new Exchange(command, reply));
        await stream.WriteAsync(Bytes.GetBytes(reply.Wire), stopping);
        return reply;
    }

    private void Remember(ReceivedCommand command, Reply reply, string content)
    {
        authenticating = command.Step == SmtpStep.Auth && reply.Code == 334;
        switch (command.Step)
        {
            case SmtpStep.Mail:
                sender = command.Mailbox;
                recipients.Clear();
                break;
            case SmtpStep.Rcpt when reply.Code is >= 200 and < 300:
                recipients.Add(command.Mailbox);
                break;
            case SmtpStep.EndOfData when reply.Code == 250:
                server.Accept(new AcceptedMessage(sender, [.. recipients], content));
                break;
        }
    }

    private async Task<bool> ReceiveAsync(StreamReader reader, NetworkStream stream, CancellationToken stopping)
    {
        var content = new StringBuilder();
        while (await reader.ReadLineAsync(stopping) is { } line)
        {
            if (line == ".")
            {
                var end = new ReceivedCommand(SmtpStep.EndOfData, line);
                return await AnswerAsync(stream, end, stopping, content.ToString()) is { Closes: false };
            }

            content.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return false;
    }
}
