// finds: SMTP1006
// fixes: SMTP1006
// after: true Spans.IsTransient = 400-499
using System;
using MailKit.Net.Smtp;

public readonly struct Spans
{
    public static bool IsTransient(SmtpStatusCode code)
    {
        ReadOnlySpan<SmtpStatusCode> temporary =
            [SmtpStatusCode.MailboxBusy, SmtpStatusCode.ErrorInProcessing, SmtpStatusCode.InsufficientStorage];
        return temporary.Contains(code);
    }
}
