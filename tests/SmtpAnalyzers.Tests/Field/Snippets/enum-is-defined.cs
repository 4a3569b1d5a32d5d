using MailKit.Net.Smtp;

class Defined
{
    public enum Verdict { Retry, GiveUp, Unknown }

    public Verdict Judge(int code)
    {
        if (!Enum.IsDefined(typeof(SmtpStatusCode), code))
            return Verdict.Unknown;
        var status = (SmtpStatusCode)code;
        return status >= SmtpStatusCode.ServiceNotAvailable ? Verdict.GiveUp : Verdict.Unknown; // finds: SMTP1001
    }

    public bool IsPermanent(SmtpCommandException ex) =>
        Enum.IsDefined(ex.StatusCode) && (int)ex.StatusCode >= 400; // finds: SMTP1001

    public bool IsTransient(SmtpCommandException ex)
    {
        if (!Enum.IsDefined(typeof(SmtpStatusCode), ex.StatusCode)) return false;
        return ex.StatusCode == SmtpStatusCode.MailboxBusy || ex.StatusCode == SmtpStatusCode.MailboxUnavailable; // finds: SMTP1002
    }
}
