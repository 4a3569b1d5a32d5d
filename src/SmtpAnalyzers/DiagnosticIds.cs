namespace SmtpAnalyzers;

/// <summary>The ids of all rules. An id is never used again for something else.</summary>
public static class DiagnosticIds
{
    // 1xxx: what a reply code means.
    public const string TransientReplyGivenUp = "SMTP1001";
    public const string PermanentReplyRetried = "SMTP1002";
    public const string PositiveReplyFails = "SMTP1003";
    public const string NegativeReplySucceeds = "SMTP1004";
    public const string BoundCutsClass = "SMTP1005";
    public const string RetryListIncomplete = "SMTP1006";
}
