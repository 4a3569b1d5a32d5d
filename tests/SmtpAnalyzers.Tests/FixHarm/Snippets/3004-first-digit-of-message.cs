// finds: SMTP3004
// fixes: SMTP3004
// after: true Digit.IsTransient = 400-499
// also: csharp7.3
using System;
using System.Net.Mail;

internal class Digit
{
    public static bool IsTransient(SmtpException error)
    {
        return error.Message.StartsWith("4", StringComparison.Ordinal);
    }
}
