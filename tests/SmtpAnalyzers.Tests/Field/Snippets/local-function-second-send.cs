using MailKit.Net.Smtp;
using MimeKit;
public class Desk
{
    private readonly SmtpClient _smtp = new();
    public async Task<string> Send(MimeMessage letter, CancellationToken ct)
    {
        try
        {
            return await SendAsync();
        }
        catch (SmtpProtocolException) // finds: SMTP2005
        {
            await Restore(ct);
            return await SendAsync();
        }
        catch (SmtpCommandException) // finds: SMTP2001, SMTP2002
        {
            await Restore(ct);
            return await SendAsync();
        }
        async Task<string> SendAsync()
        {
            await _smtp.SendAsync(letter, ct);
            return letter.MessageId;
        }
    }
    private Task Restore(CancellationToken ct) => _smtp.ConnectAsync("h", 25, cancellationToken: ct);
}
