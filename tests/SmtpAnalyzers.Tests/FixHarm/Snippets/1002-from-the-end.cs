// finds: SMTP1002
// after: true FromTheEnd.IsRetryable = 400-499
using MailKit.Net.Smtp;

public class FromTheEnd
{
    private readonly int limit = 600;

    public static bool IsRetryable(SmtpStatusCode status)
    {
        var hundreds = (int)status / 100 - 3;
        return hundreds == 1 || hundreds == 2;
    }

    public static bool IsTransient(SmtpStatusCode status) => (int)status / 100 == 4;
    public int Limit() => limit;
}
