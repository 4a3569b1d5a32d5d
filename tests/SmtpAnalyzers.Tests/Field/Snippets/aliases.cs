using MailKit.Net.Smtp;
using Refused = MailKit.Net.Smtp.SmtpCommandException;
using Code = MailKit.Net.Smtp.SmtpStatusCode;

class Aliased
{
    public enum Verdict { Retry, GiveUp, Unknown }

    public static Verdict Judge(Refused refused) => refused.StatusCode switch
    {
        Code.MailboxBusy => Verdict.GiveUp, // finds: SMTP1001
        Code.MailboxUnavailable => Verdict.Retry, // finds: SMTP1002
        _ => Verdict.Unknown,
    };

    public static bool IsPermanent(Exception error) =>
        error is Refused { StatusCode: Code.MailboxBusy or Code.MailboxUnavailable }; // finds: SMTP1001

    readonly SmtpClient client = new();
    public void Send(MimeKit.MimeMessage message)
    {
        for (var i = 0; i < 3; i++)
        {
            try { client.Send(message); return; }
            catch (Refused) // finds: SMTP2001
            {
                Thread.Sleep(60000);
            }
        }
    }
}
