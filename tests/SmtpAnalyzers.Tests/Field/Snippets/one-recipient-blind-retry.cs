using System.Net.Mail;
public class Each
{
    private static MailMessage Build(string subject) => new MailMessage { From = new MailAddress("a@b.test"), Subject = subject };
    public async Task SendOne(SmtpClient smtp, MailAddress to, string subject)
    {
        for (int i = 0; ; i++)
        {
            using var letter = Build(subject);
            letter.To.Add(to);
            try
            {
                await smtp.SendMailAsync(letter);
                return;
            }
            catch (SmtpFailedRecipientException) // finds: SMTP2001
            {
                if (i >= 3) throw;
                await Task.Delay(TimeSpan.FromMinutes(1));
            }
        }
    }
}
