// finds: SMTP1006
// fixes: SMTP1006
// after: true PatternRules.IsTransient = 400-499
using System;
using MailKit.Net.Smtp;

public static class PatternRules
{
    public static bool IsTransient(SmtpCommandException error) =>
        error is { StatusCode: SmtpStatusCode.MailboxBusy or SmtpStatusCode.ErrorInProcessing };
}
