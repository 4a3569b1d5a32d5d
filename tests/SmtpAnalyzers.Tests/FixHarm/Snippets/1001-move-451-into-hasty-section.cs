// finds: SMTP1001
// calls: DeadLetter
using MailKit.Net.Smtp;
using MimeKit;

public interface ILetterBox { void DeadLetter(MimeMessage message); }

public class Courier
{
    private readonly SmtpClient client = new SmtpClient();
    private readonly ILetterBox box;

    public Courier(ILetterBox box) => this.box = box;

    public void Post(MimeMessage letter)
    {
        try
        {
            client.Send(letter);
        }
        catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.InsufficientStorage)
        {
            client.Send(letter);
        }
        catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.ErrorInProcessing
            || ex.StatusCode == SmtpStatusCode.TransactionFailed)
        {
            box.DeadLetter(letter);
        }
    }
}
