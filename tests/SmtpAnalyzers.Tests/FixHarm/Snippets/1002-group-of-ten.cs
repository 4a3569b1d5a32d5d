// finds: SMTP1002
// after: true TenGroups.CanRetry = 421, 450-459, ?400-420, ?422-449, ?460-499
using MailKit.Net.Smtp;

public static class TenGroups
{
    public static bool CanRetry(SmtpStatusCode status)
    {
        int group = (int)status / 10;
        return status == SmtpStatusCode.ServiceNotAvailable || group == 45 || group == 55;
    }
}
