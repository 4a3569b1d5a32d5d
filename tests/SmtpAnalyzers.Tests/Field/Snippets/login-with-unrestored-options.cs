// The arguments are of a type that is not restored, so which overload logs in is open; none with a mechanism takes two values.
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

public class Mailer(IOptions<MailOptions> options, ILogger<Mailer> log)
{
    public async Task SendAsync(MimeMessage mail, CancellationToken stop)
    {
        using var client = new SmtpClient();
        try
        {
            await client.ConnectAsync(options.Value.Host, options.Value.Port, SecureSocketOptions.StartTls, stop);
            await client.AuthenticateAsync(options.Value.User, options.Value.Password, stop);
            await client.SendAsync(mail, stop);
        }
        catch (AuthenticationException ex) // finds: SMTP3006
        {
            throw new InvalidOperationException("Authentication failed. Check the SMTP credentials.", ex);
        }
    }

    // A helper logs in.
    public async Task SendByHelperAsync(SmtpClient client, MimeMessage mail)
    {
        try
        {
            await OpenAsync(client);
            await client.SendAsync(mail);
        }
        catch (AuthenticationException ex) // finds: SMTP3006
        {
            throw new InvalidOperationException("Authentication failed. Check the SMTP credentials.", ex);
        }
    }

    private async Task OpenAsync(SmtpClient client)
    {
        await client.ConnectAsync("mx.test", 587);
        await client.AuthenticateAsync("user", "password");
    }

    public async Task LoginAsync(SmtpClient client, CancellationToken stop)
    {
        try
        {
            await client.AuthenticateAsync(options.Value.Mechanism, stop);
        }
        catch (AuthenticationException ex)
        {
            throw new InvalidOperationException("Authentication failed. Check the SMTP credentials.", ex);
        }
    }

    // A log is no outcome, whatever its level is called.
    public bool Log(SmtpCommandException ex, ILog log)
    {
        if (ex.StatusCode is SmtpStatusCode.MailboxBusy or SmtpStatusCode.ServiceNotAvailable)
        {
            log.Fatal("The server is busy.", ex);
            return false;
        }

        return true;
    }
}
