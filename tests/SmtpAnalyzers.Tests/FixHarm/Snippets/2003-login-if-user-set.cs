// finds: SMTP2003
// fixes: SMTP2003
// after: lacks ConnectAsync(options.Host, options.Port); await client.AuthenticateAsync
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MimeKit;

public record SmtpSettings(string Host, int Port, string? User, string? Password);

public class Digest
{
    public async Task SendAllAsync(IReadOnlyList<MimeMessage> digests, SmtpSettings options, Action<Exception> report)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync(options.Host, options.Port);
        if (options.User is not null)
        {
            await client.AuthenticateAsync(options.User, options.Password);
        }

        for (int i = 0; i < digests.Count; i++)
        {
            try
            {
                await client.SendAsync(digests[i]);
            }
            catch (Exception ex)
            {
                report(ex);
            }
        }
    }
}
