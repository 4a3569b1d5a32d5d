// finds: SMTP2004
// fixes: SMTP2004
// after: contains public override void Deliver(MailMessage message)
// after: contains Thread.Sleep(60000);
// after: contains Log("will try again")
using System.Net.Mail;
using System.Threading;

namespace Post;

public sealed class DirectDelivery : Delivery
{
    private readonly SmtpClient smtp = new("mx.example.com");

    public override void Deliver(MailMessage message)
    {
        try
        {
            smtp.Send(message);
        }
        catch (SmtpFailedRecipientsException failures)
        {
            foreach (var failure in failures.InnerExceptions)
            {
                if ((int)failure.StatusCode is >= 400 and < 500)
                {
                    Log("will try again");
                    Thread.Sleep(60000);
                    smtp.Send(message);
                }
            }
        }
        catch (SmtpFailedRecipientException failure)
        {
            Log(failure.Message);
        }
    }
}
// file: Delivery.cs
namespace Post;

public interface IDelivery { void Deliver(System.Net.Mail.MailMessage message); }

public abstract class Delivery : IDelivery
{
    public abstract void Deliver(System.Net.Mail.MailMessage message);

    protected void Log(string text) => System.Console.Error.WriteLine(text);
}
