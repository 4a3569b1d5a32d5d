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
    public const string TestNeverTrue = "SMTP1007";
    public const string UnlistedRepliesUnhandled = "SMTP1008";
    public const string ForwardedRecipientRefused = "SMTP1009";
    public const string MissingReplyGivenUp = "SMTP1010";

    // 2xxx: retrying and delivery.
    public const string RetryIgnoresReplyCode = "SMTP2001";
    public const string HastyRetry = "SMTP2002";
    public const string ClosedClientReused = "SMTP2003";
    public const string SentToEveryoneAgain = "SMTP2004";
    public const string AmbiguousRetry = "SMTP2005";
    public const string SuppressedOnAnyRefusal = "SMTP2006";
    public const string UnboundedRetry = "SMTP2007";
    public const string QuitFailsAcceptedMessage = "SMTP2008";
    public const string AcceptedMessageFails = "SMTP2009";

    // 3xxx: exceptions and the use of the APIs.
    public const string NeverThrown = "SMTP3001";
    public const string StepAsVerdict = "SMTP3002";
    public const string SendTextAsVerdict = "SMTP3003";
    public const string CodeFromText = "SMTP3004";
    public const string OneFormOfRefusal = "SMTP3005";
    public const string WrongCredentials = "SMTP3006";
    public const string FailedVerify = "SMTP3007";
    public const string DroppedReply = "SMTP3008";
    public const string BracketedAddress = "SMTP3009";
    public const string WrappingLosesCode = "SMTP3010";
    public const string ReportActionIgnored = "SMTP3011";

    // 4xxx: answering as a server.
    public const string FaultAnsweredPermanently = "SMTP4001";
    public const string ExceptionLeavesStore = "SMTP4002";

    // 9xxx: what a project has set.
    public const string UnreadableOption = "SMTP9001";
}
