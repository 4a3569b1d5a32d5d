using MailKit.Net.Smtp;
using MimeKit;
public class Parish3
{
    public bool Send(MimeMessage letter)
    {
        int left = 3;
        while (left > 0)
        {
            left--;
            try
            {
                if (letter.Subject == "")
                    return false;
                using var client = new SmtpClient();
                client.Connect("h", 25);
                client.Send(letter);
                return true;
            }
            catch (Exception) // finds: SMTP2001
            {
                if (left > 0) Thread.Sleep(TimeSpan.FromMinutes(1));
                else throw;
            }
        }
        return false;
    }
}
