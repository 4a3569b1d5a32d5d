// finds: SMTP1001
// after: true ReplyDetail.IsUndeliverable = 550, 553, ?501, ?504-529, ?531-533, ?536-537, ?539-549, ?551, ?554-599
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
