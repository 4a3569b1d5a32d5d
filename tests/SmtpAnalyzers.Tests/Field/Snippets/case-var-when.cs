using MailKit.Net.Smtp;

class VarWhen
{
    public enum Verdict { Retry, GiveUp, Unknown }

    public Verdict Judge(SmtpCommandException ex)
    {
        switch (ex.StatusCode)
        {
            case var c when (int)c >= 500:
                return Verdict.GiveUp;
            case SmtpStatusCode.MailboxBusy: // finds: SMTP1001
                return Verdict.GiveUp;
            default:
                return Verdict.Retry;
        }
    }

    public Verdict JudgeToo(SmtpCommandException ex)
    {
        switch ((int)ex.StatusCode)
        {
            case var c when c < 400: // finds: SMTP1001
                return Verdict.Unknown;
            case 450:
            case 451:
                return Verdict.Retry;
            case 550: // finds: SMTP1002
                return Verdict.Retry;
            default:
                return Verdict.GiveUp;
        }
    }

    public Verdict JudgeThree(SmtpCommandException ex) => ex.StatusCode switch
    {
        var c when (int)c >= 400 && (int)c < 500 => Verdict.GiveUp, // finds: SMTP1001
        SmtpStatusCode.MailboxUnavailable => Verdict.Retry, // finds: SMTP1002
        _ => Verdict.Unknown,
    };

    public Verdict Never(SmtpCommandException ex)
    {
        switch (ex.StatusCode)
        {
            case var c when (int)c >= 400 && (int)c < 500:
                return Verdict.Retry;
            case SmtpStatusCode.MailboxBusy: // finds: SMTP1007
                return Verdict.GiveUp;
            default:
                return Verdict.Unknown;
        }
    }
}
