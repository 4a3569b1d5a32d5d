using MailKit.Net.Smtp;
using MimeKit;
public class ClubMail
{
    private string Store(string subject, string answer)
    {
        string status;
        if (answer.Contains("2.0.0 OK")) // finds: SMTP3003
            status = "Sent";
        else
            status = "Not Sent";
        return status;
    }
    public async Task<string> Post(MimeMessage letter)
    {
        var smtp = new SmtpClient();
        string answer = "";
        try { smtp.Connect("h", 25); answer = await smtp.SendAsync(letter); }
        catch (Exception e) { answer = e.Message; }
        return Store(letter.Subject, answer);
    }
}
