// finds: SMTP1004
// fixes: SMTP1004
// after: true Receipt.WasDelivered = 200-299, ?300-399
using MailKit.Net.Smtp;

public class Receipt
{
    // true when the server took the mail
    public static bool WasDelivered(SmtpResponse response) => response.StatusCode != SmtpStatusCode.MailboxUnavailable;
}
