// finds: SMTP3004
// fixes: SMTP3004
// after: true Texts.IsGone = 550
// also: csharp7.3
using MailKit.Net.Smtp;

namespace Text
{
    public static class Texts
    {
        public static bool IsGone(SmtpCommandException ex)
        {
            return ex.Message.Contains("550"); // user unknown
        }
    }
}
