// finds: SMTP2003
// fixes: SMTP2003
// after: lacks client.ConnectAsync(host, port, cancellationToken: stop);\n await client.AuthenticateAsync
// nullable: enable
using System;
using System.Collections.Generic;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MimeKit;

public static class Batch
{
    public static async Task<int> SendAsync(
        IEnumerable<MimeMessage> batch, string host, int port, NetworkCredential? login, CancellationToken stop = default)
    {
        var failed = 0;
        using var client = new SmtpClient();
        await client.ConnectAsync(host, port, cancellationToken: stop);
        if (login != null) await client.AuthenticateAsync(login, stop);
        foreach (var message in batch)
        {
            try
            {
                await client.SendAsync(message, stop);
            }
            catch (SmtpProtocolException)
            {
                failed++;
            }
        }
        await client.DisconnectAsync(true, stop);
        return failed;
    }
}
