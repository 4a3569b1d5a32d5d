namespace SmtpAnalyzers.ScriptedServer;

/// <summary>The places in an SMTP session where the server replies.</summary>
public enum SmtpStep
{
    /// <summary>The opening reply, before any command.</summary>
    Greeting,
    Ehlo,
    Helo,
    StartTls,

    /// <summary>AUTH and each line of the exchange that a 334 asked for.</summary>
    Auth,
    Mail,
    Rcpt,
    Data,

    /// <summary>The line with the single dot: the reply that takes or refuses responsibility for the message.</summary>
    EndOfData,
    Rset,
    Noop,
    Vrfy,
    Expn,
    Quit,

    /// <summary>A command that the server does not know.</summary>
    Unknown,
}
