// finds: SMTP1003
// fixes: SMTP1003
// after: true ResponseRules.ShouldRetry = 400-499, 552
using MailKit.Net.Smtp;

public static class ResponseRules
{
    public static bool ShouldRetry(SmtpResponse response)
    {
        return (int)response.StatusCode < 500 || response.StatusCode == SmtpStatusCode.ExceededStorageAllocation;
    }
}
