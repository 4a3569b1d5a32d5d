// finds: SMTP1006
// fixes: SMTP1006
// after: true NumberArms.IsRetryable = 400-499
using MailKit.Net.Smtp;

internal static class NumberArms
{
    public static bool IsRetryable(SmtpStatusCode code) => (int)code switch
    {
        421 => true,
        450 => true,
        452 => true,
        _ => false,
    };
}
