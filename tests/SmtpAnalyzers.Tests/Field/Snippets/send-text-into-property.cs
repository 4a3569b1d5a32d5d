using MailKit.Net.Smtp;
using MimeKit;
public class MailOutcome { public bool Status { get; set; } public string Response { get; set; } = ""; }
public class Postman
{
    public async Task<MailOutcome> Post(MimeMessage letter)
    {
        using var smtp = new SmtpClient();
        await smtp.ConnectAsync("h", 25);
        var answer = await smtp.SendAsync(letter);
        return new MailOutcome
        {
            Status = answer.Contains("2.0.0 OK"), // finds: SMTP3003
            Response = answer
        };
    }
}
