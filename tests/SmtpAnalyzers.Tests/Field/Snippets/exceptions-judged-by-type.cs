using MailKit.Net.Smtp;
using NetMail = System.Net.Mail;

// A queue asks one place whether a failure is worth another attempt, and that place knows types only.
public static class FailureRules
{
    public static bool IsTransient(Exception failure) => failure switch
    {
        OperationCanceledException => false,
        SmtpProtocolException => true,
        SmtpCommandException => true, // finds: SMTP2001
        IOException or TimeoutException => true,
        _ => false,
    };

    public static bool ShouldTryAgain(Exception? failure)
    {
        if (failure is null)
            return false;
        if (failure is NetMail.SmtpFailedRecipientException) // finds: SMTP1001
            return false;
        return failure is NetMail.SmtpException; // finds: SMTP2001
    }

    public static bool IsPermanent(Exception failure) => failure is SmtpCommandException or FormatException; // finds: SMTP1001
}

// The same questions, with a look at the reply.
public static class CarefulRules
{
    public static bool IsTransient(Exception failure) => failure switch
    {
        SmtpCommandException refused => (int)refused.StatusCode is >= 400 and < 500,
        SmtpProtocolException or IOException => true,
        _ => false,
    };

    public static bool IsPermanent(Exception failure) =>
        failure is SmtpCommandException { StatusCode: >= (SmtpStatusCode)500 } or FormatException;

    // Whether the line is down is another question.
    public static bool IsOffline(Exception failure) => failure is SmtpCommandException or SmtpProtocolException or IOException;
}
