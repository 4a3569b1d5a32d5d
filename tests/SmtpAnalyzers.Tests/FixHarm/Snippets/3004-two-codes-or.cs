// finds: SMTP3004
// fixes: SMTP3004
// after: true Many.IsTransient = 421, 450, 451, 452, ?400-420, ?422-449, ?453-499
using MailKit.Net.Smtp;

public static class Many
{
    public static bool IsTransient(SmtpCommandException ex) =>
        ex.Message.Contains("421")
        || ex.Message.Contains("450") // busy
        || ex.Message.Contains("451")
        || ex.Message.Contains("452");
}
