using System.Net.Mail;
using MailKit.Net.Smtp;
using MimeKit;
using SmtpClient = System.Net.Mail.SmtpClient;
using SmtpStatusCode = System.Net.Mail.SmtpStatusCode;

// True after the send, and true after the refusal: the caller thinks that the mail is on its way.
public class Notifier(SmtpClient relay, MailKit.Net.Smtp.SmtpClient client, ILogger<Notifier> logger, IFallback fallback)
{
    public bool TrySend(MailMessage mail)
    {
        try
        {
            relay.Send(mail);
            return true;
        }
        catch (SmtpException ex) // finds: SMTP1004
        {
            logger.LogError(ex, "Mail {Subject}", mail.Subject);
            return true;
        }
    }

    public async Task<bool> SendAsync(MimeMessage mail)
    {
        try
        {
            await client.SendAsync(mail);
            return true;
        }
        catch (SmtpCommandException ex) when (ex.StatusCode == MailKit.Net.Smtp.SmtpStatusCode.MailboxBusy) // finds: SMTP1004
        {
            return true;
        }
        catch (SmtpCommandException)
        {
            return false;
        }
    }

    // Sent another way.
    public bool SendOrFallBack(MailMessage mail)
    {
        try
        {
            relay.Send(mail);
            return true;
        }
        catch (SmtpException)
        {
            fallback.Store(mail);
            return true;
        }
    }

    public bool NotifyUser(MailMessage mail, Action<string> sendSms)
    {
        try
        {
            relay.Send(mail);
            return true;
        }
        catch (SmtpException)
        {
            sendSms("The mail was refused");
            return true;
        }
    }

    // True means that nothing is left to do: the permanent ones are done with.
    public bool SendOnce(MailMessage mail)
    {
        try
        {
            relay.Send(mail);
            return true;
        }
        catch (SmtpException ex) when ((int)ex.StatusCode >= 500)
        {
            logger.LogError(ex, "Refused");
            return true;
        }
        catch (SmtpException)
        {
            return false;
        }
    }

    // A method that is called for something else.
    public bool Process(MailMessage mail)
    {
        try
        {
            relay.Send(mail);
            return true;
        }
        catch (SmtpException ex)
        {
            logger.LogError(ex, "Refused");
            return true;
        }
    }

    // Right.
    public bool Send(MailMessage mail)
    {
        try
        {
            relay.Send(mail);
            return true;
        }
        catch (SmtpException ex)
        {
            logger.LogError(ex, "Refused with {Code}", ex.StatusCode);
            return false;
        }
    }
}

public interface IFallback { void Store(MailMessage mail); }

public interface ILogger<T>
{
    void LogError(Exception cause, string text, params object?[] values);
    void LogWarning(string text, params object?[] values);
}
