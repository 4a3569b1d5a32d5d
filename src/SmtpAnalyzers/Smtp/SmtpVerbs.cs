namespace SmtpAnalyzers.Smtp;

/// <summary>The commands of SMTP (RFC 5321 section 4.1.1, RFC 3207, RFC 4954) as a client writes them.</summary>
internal static class SmtpVerbs
{
    private static readonly string[] WithArgument = ["RCPT TO", "MAIL FROM", "AUTH ", "EHLO ", "HELO ", "VRFY ", "EXPN "];

    private static readonly string[] Alone = ["QUIT", "DATA", "RSET", "NOOP", "STARTTLS"];

    /// <summary>Whatever speaks of one of these can hold a dialogue; other text need not be read.</summary>
    public static readonly string[] All = ["RCPT", "MAIL FROM", "AUTH", "VRFY", "QUIT", "DATA", "STARTTLS"];

    /// <summary>The verb of the command that <paramref name="text"/> begins or is; null where it is none.</summary>
    public static string? Of(string text) =>
        WithArgument.FirstOrDefault(verb => text.StartsWith(verb, StringComparison.OrdinalIgnoreCase))?.Split(' ')[0]
        ?? Alone.FirstOrDefault(verb => text.Trim().Equals(verb, StringComparison.OrdinalIgnoreCase));

    /// <summary>The verb that a method is called after: <c>RcptTo</c>, <c>QuitAsync</c>; null for any other name.</summary>
    public static string? OfMethod(string name) => name switch
    {
        "RcptTo" or "RcptToAsync" or "Rcpt" or "RcptAsync" => "RCPT",
        "MailFrom" or "MailFromAsync" => "MAIL",
        "Data" or "DataAsync" => "DATA",
        "Quit" or "QuitAsync" => "QUIT",
        _ => null,
    };

    /// <summary>The verb among the words of a name, of a command object or a method; null where there is none.</summary>
    public static string? Among(IEnumerable<string> words) => words.Select(static word => word switch
    {
        "rcpt" => "RCPT",
        "quit" => "QUIT",
        "vrfy" => "VRFY",
        _ => null,
    }).FirstOrDefault(static verb => verb is not null);
}
