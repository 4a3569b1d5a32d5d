// finds: SMTP1002
// after: true ReplyMath.ShouldRetry = 421, 450, ?400-420, ?422-449, ?451-499
using MailKit.Net.Smtp;

public static class ReplyMath
{
    public static bool ShouldRetry(SmtpCommandException problem)
    {
        var offset = (int)problem.StatusCode - 400;
        switch (offset)
        {
            case 21:
            case 50:
            case 154:
                return true;
            default:
                return false;
        }
    }
}
