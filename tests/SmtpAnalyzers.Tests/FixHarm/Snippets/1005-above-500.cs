// finds: SMTP1005
// fixes: SMTP1005
// after: true Bounds.IsPermanent = 500-599
// also: csharp7.3
using MailKit.Net.Smtp;

public static class Bounds
{
    public static bool IsPermanent(SmtpCommandException e)
    {
        return (int)e.StatusCode > 500 // everything above
            && (int)e.StatusCode < 600;
    }
}
