// finds: SMTP1001
// after: true ReplyDetail.IsUndeliverable = 450, 453, 550, 553
using MailKit.Net.Smtp;

public static class ReplyDetail
{
    public static bool IsUndeliverable(SmtpStatusCode status)
    {
        var first = (int)status / 100;
        var detail = (int)status % 100;
        return (first == 4 || first == 5) && (detail == 50 || detail == 53);
    }

    public static bool IsPermanent(SmtpStatusCode status) => (int)status / 100 == 5;
}
