// finds: SMTP1004
// fixes: SMTP1004
// after: true SendResult.IsSuccess = 200-299, ?300-399
// also: csharp7.3
using MailKit.Net.Smtp;

namespace Results
{
    public class SendResult
    {
        public SmtpStatusCode StatusCode { get; set; }

        public static bool IsSuccess(SmtpStatusCode statusCode) { return (int) statusCode < 500; }
    }
}
