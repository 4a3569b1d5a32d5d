// The reason is an argument of a factory that is not known, too.
using Company.Mail.Results;
using MailKit.Net.Smtp;
using MimeKit;

public class Sender(SmtpClient client)
{
    public async Task<SendResult> SendAsync(MimeMessage mail)
    {
        try
        {
            return SendResult.Ok(await client.SendAsync(mail));
        }
        catch (SmtpCommandException ex) when (ex.ErrorCode is SmtpErrorCode.RecipientNotAccepted) // finds: SMTP3002
        {
            return SendResult.Failure(Reason.InvalidRecipient, ex.Message);
        }
        catch (SmtpCommandException ex)
        {
            return SendResult.Failure(Reason.Unknown, ex.Message);
        }
    }
}
