using MailKit.Net.Smtp;
using MailKit.Security;

// A client of MailKit that says what it is told, and one that is written by hand.
public class RecipientChecker
{
    public async Task<bool> ExistsAsync(string recipient, string[] exchangers)
    {
        foreach (var exchanger in exchangers)
        {
            try
            {
                using var client = new TalkingClient();
                await client.ConnectAsync(exchanger, 25, SecureSocketOptions.None);
                await client.TellAsync("MAIL FROM:<check@example.org>");
                var answer = await client.TellAsync($"RCPT TO:<{recipient}>");
                await client.DisconnectAsync(true);
                if (client.Is(answer, "250")) // finds: SMTP3007
                    return true;
                if (client.Is(answer, "550"))
                    return false;
            }
            catch (Exception)
            {
                continue;
            }
        }

        return false;
    }

    public bool Exists(HandClient client, string recipient)
    {
        var known = false;
        try
        {
            client.From("check@example.org");
            client.To(recipient); // finds: SMTP3007
            known = true;
        }
        catch (Exception ex)
        {
            Console.WriteLine(ex);
            known = false;
        }

        return known;
    }

    // What is thrown says nothing yet.
    public bool? ExistsPerhaps(HandClient client, string recipient)
    {
        try
        {
            client.To(recipient);
            return true;
        }
        catch (IOException)
        {
            return null;
        }
    }
}

public class TalkingClient : SmtpClient
{
    public async Task<SmtpResponse> TellAsync(string line) => await SendCommandAsync(line);

    public bool Is(SmtpResponse answer, string code) => ((int)answer.StatusCode).ToString() == code;
}

public class HandClient
{
    public void From(string sender) => Say($"MAIL FROM:<{sender}>", 250);

    public void To(string recipient) => Say($"RCPT TO:<{recipient}>", 250); // finds: SMTP1009

    public void Text(string text)
    {
        Say("DATA", 354);
        Say(text + "\r\n.", 250);
    }

    private void Say(string line, int expected)
    {
        if (Tell(line) != expected)
            throw new IOException(line);
    }

    private int Tell(string line) => line.Length;
}
