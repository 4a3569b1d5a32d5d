using MailKit.Net.Smtp;
using MimeKit;
public class InvoiceMailer
{
    public async Task DeliverWithRetries(MimeMessage letter)
    {
        int tries = 0;
        bool done = false;
        while (tries < 3 && !done)
        {
            try
            {
                using var smtp = new SmtpClient();
                await smtp.ConnectAsync("mail.example", 587);
                await smtp.SendAsync(letter);
                done = true;
            }
            catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.TransactionFailed || // finds: SMTP1002, SMTP1006
                                                  ex.StatusCode == SmtpStatusCode.ServiceNotAvailable ||
                                                  ex.StatusCode == SmtpStatusCode.InsufficientStorage)
            {
                tries++;
                Console.WriteLine($"attempt {tries}: {ex.Message}");
                await Task.Delay(TimeSpan.FromSeconds(Math.Pow(2, tries)));
            }
            catch (Exception ex)
            {
                Console.WriteLine(ex.Message);
                break;
            }
        }
    }
}
