namespace Lumi.Smtp.Client;
public class SmtpReplyLine { public int ReplyCode; }
public class RcptOperation
{
    public List<string> Recipients = new();
    public Exception? Error;
    private void RcptReadResponseCompleted(SmtpReplyLine[] replyLines, string to)
    {
        if (replyLines[0].ReplyCode == 250) // finds: SMTP1009
        {
            Recipients.Add(to);
        }
        else
        {
            Error = new IOException("RCPT failed");
        }
    }
}
