// finds: SMTP1002
// fixes: SMTP1002
// after: true Numbers.IsRetryable = 400-499, 535
using System;
using MailKit.Net.Smtp;

public static class Numbers
{
    public static bool IsRetryable(SmtpStatusCode status)
    {
        ReadOnlySpan<int> codes = [421, 450, 452, 535, 550];
        return codes.Contains((int)status);
    }
}
