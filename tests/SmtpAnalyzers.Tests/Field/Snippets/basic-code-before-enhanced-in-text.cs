using System; using MailKit.Net.Smtp; using MimeKit;
public class Outbox(SmtpClient line)
{
    public string Go(MimeMessage m)
    {
        try { line.Send(m); return "sent"; }
        catch (Exception fault)
        {
            var isPermanentFailure = fault.Message.Contains("550 5.1.1"); // finds: SMTP3004
            return isPermanentFailure ? "failed" : "pending";
        }
    }
}
