using System.Net.Mail;
public class Component(SmtpClient relay)
{
    public int Send(MailMessage m)
    {
        try { relay.Send(m); return 1; }
        catch (SmtpException fault)
        {
            if (fault.Message.Contains("permission to send as")) return -1;
            switch (fault.StatusCode)
            {
                case SmtpStatusCode.ServiceNotAvailable:
                case SmtpStatusCode.TransactionFailed: // finds: SMTP1002
                    relay.Send(m);
                    return 1;
                default:
                    throw;
            }
        }
    }
}
