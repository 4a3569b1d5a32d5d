namespace SmtpAnalyzers.Naming;

/// <summary>What a program does with the mail at some place.</summary>
internal enum Outcome
{
    /// <summary>Nothing that we understand; never a reason to report.</summary>
    None,

    /// <summary>The mail is taken to be accepted by the server.</summary>
    Delivered,

    /// <summary>The mail is kept and will be sent again.</summary>
    Retry,

    /// <summary>The mail, or its recipient, is dropped for good.</summary>
    GiveUp,

    /// <summary>An error without a word on retrying.</summary>
    Failure,
}
