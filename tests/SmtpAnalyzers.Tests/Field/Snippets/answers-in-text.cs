using System.Text;
using MailKit.Net.Smtp;
using MimeKit;

// The answer of a handler is a sentence, whatever it is put together with.
public class TextAnswers(SmtpClient client, ILogger<TextAnswers> logger)
{
    public string Sentence(MimeMessage mail)
    {
        try { client.Send(mail); return "Sent"; }
        catch (SmtpCommandException) // finds: SMTP1001
        {
            return "Permanent failure, will not retry.";
        }
    }

    public string Joined(MimeMessage mail)
    {
        try { client.Send(mail); return "Sent"; }
        catch (SmtpCommandException ex) // finds: SMTP1001
        {
            return string.Join(" ", "Permanent failure:", ex.Message);
        }
    }

    public string Built(MimeMessage mail)
    {
        try { client.Send(mail); return "Sent"; }
        catch (SmtpCommandException ex) // finds: SMTP1001
        {
            var text = new StringBuilder();
            text.Append(mail.MessageId).Append(": ").AppendLine("permanent failure, will not retry");
            text.Append(ex.Message);
            return text.ToString();
        }
    }

    public (bool Ok, bool Retry) Elements(MimeMessage mail)
    {
        try { client.Send(mail); return (true, false); }
        catch (SmtpCommandException) // finds: SMTP2001
        {
            return (false, true);
        }
    }

    public string Right(MimeMessage mail)
    {
        try { client.Send(mail); return "Sent"; }
        catch (SmtpCommandException ex)
        {
            var text = new StringBuilder(mail.MessageId);
            if ((int)ex.StatusCode >= 500)
                text.Append("permanent failure, will not retry");
            else
                text.Append("temporary failure, will retry");
            return text.ToString();
        }
    }

    // Built for the log, and what is built before the send.
    public string Logged(MimeMessage mail)
    {
        var text = new StringBuilder("On permanent failure see the log. ");
        text.Append("A permanent failure is not repeated. ");
        try { client.Send(mail); return "Sent"; }
        catch (SmtpCommandException ex)
        {
            text.Append(ex.StatusCode);
            logger.LogWarning("{Text}", text);
            return text.ToString();
        }
    }
}

public interface ILogger<T>
{
    void LogError(Exception cause, string text, params object?[] values);
    void LogWarning(string text, params object?[] values);
}
