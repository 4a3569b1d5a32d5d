using System.Net.Mail;
public class Monitor1
{
    public void Send(SmtpClient client, MailMessage letter)
    {
        try
        {
            client.Send(letter);
        }
        catch (SmtpFailedRecipientsException several)
        {
            foreach (SmtpFailedRecipientException one in several.InnerExceptions)
                Console.WriteLine(one.Message);
            throw;
        }
        catch (Exception e)
        {
            Console.WriteLine(e);
            throw;
        }
    }
}
