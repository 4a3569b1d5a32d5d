// finds: SMTP1007
// after: returns later Advice.For = 450
using MailKit.Net.Smtp;

public static class Advice
{
    private static int asked;

    public static string For(SmtpStatusCode code)
    {
        if ((int)code >= 500)
            return "change the address";
        if (code == SmtpStatusCode.MailboxBusy ||
            // never reached, it seems
            code == SmtpStatusCode.MailboxUnavailable && Count())
            return "later";
        return "";
    }

    private static bool Count() => ++asked > 0;
}
