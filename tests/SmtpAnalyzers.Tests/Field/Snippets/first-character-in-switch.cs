using MailKit.Net.Smtp;

class SmtpSession
{
    public enum Verdict { Delivered, Retry, GiveUp, Unknown }

    public Verdict Judge(string replyCode)
    {
        switch (replyCode[0])
        {
            case '2': return Verdict.Delivered;
            case '4': return Verdict.GiveUp; // finds: SMTP1001
            case '5': return Verdict.Retry; // finds: SMTP1002
            default: return Verdict.Unknown;
        }
    }

    public Verdict JudgeToo(string replyCode) => replyCode[0] switch
    {
        '2' => Verdict.Delivered,
        '4' => Verdict.GiveUp, // finds: SMTP1001
        '5' => Verdict.Retry, // finds: SMTP1002
        _ => Verdict.Unknown,
    };

    public Verdict OfLine(string response) => response[0] switch
    {
        '2' => Verdict.Delivered,
        '4' => Verdict.GiveUp, // finds: SMTP1001
        '5' => Verdict.Retry, // finds: SMTP1002
        _ => Verdict.Unknown,
    };

    public Verdict OfText(SmtpCommandException ex)
    {
        var text = ((int)ex.StatusCode).ToString();
        switch (text[0])
        {
            case '4': return Verdict.GiveUp; // finds: SMTP1001
            case '5': return Verdict.Retry; // finds: SMTP1002
            default: return Verdict.Unknown;
        }
    }

    public Verdict Right(string replyCode) => replyCode[0] switch
    {
        '2' => Verdict.Delivered,
        '4' => Verdict.Retry,
        '5' => Verdict.GiveUp,
        _ => Verdict.Unknown,
    };
}
