// finds: SMTP2001
// fixes: SMTP2001
// after: contains log.Add(
// after: contains 400 | / 100 == 4 | >= 500) break;
// nullable: enable
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MimeKit;

public sealed class Welcome(Func<CancellationToken, Task<SmtpClient>> open, List<string> log)
{
    public async Task GreetAsync(MimeMessage message, CancellationToken token)
    {
        Exception? last = null;
        for (var i = 0; i < 3; ++i)
        {
            try
            {
                using var client = await open(token);
                await client.SendAsync(message, token);
                return;
            }
            catch (Exception e)
            {
                last = e;
                log.Add($"try {i}: {e.Message}");
                await Task.Delay(TimeSpan.FromMinutes(1 << i), token);
            }
        }
        throw new InvalidOperationException("The greeting was not sent.", last);
    }
}
