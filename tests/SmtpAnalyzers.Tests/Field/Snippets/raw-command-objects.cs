namespace Sink.Smtp;
public enum SmtpReplyCode { Completed = 250, MailboxUnavailable = 550 }
public record SmtpReply(int Code);
public class RcptCommand { public RcptCommand(string to) { } }
public class Session
{
    private SmtpReply SendCommand(object command) => new(250);
    public void Add(string to)
    {
        SmtpReply reply = SendCommand(new RcptCommand(to));
        if (reply.Code != (int)SmtpReplyCode.Completed) // finds: SMTP1009
            throw new InvalidOperationException("recipient refused");
    }
}
