using System.Net.Mail;
using Polly;

// What is derived is retried with its base: one policy, one finding.
public class NoteMailer(SmtpClient client)
{
    public void Post(MailMessage note) =>
        Policy.Handle<SmtpException>() // finds: SMTP2001
            .Or<SmtpFailedRecipientsException>()
            .WaitAndRetry(3, round => TimeSpan.FromMinutes(round))
            .Execute(() => client.Send(note));

    public void PostCarefully(MailMessage note) =>
        Policy.Handle<SmtpException>(failed => (int)failed.StatusCode is >= 400 and < 500)
            .Or<SmtpFailedRecipientException>() // finds: SMTP2001
            .WaitAndRetry(3, round => TimeSpan.FromMinutes(round))
            .Execute(() => client.Send(note));
}
