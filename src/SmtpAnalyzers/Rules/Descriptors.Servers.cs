using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.Rules;

// SMTP4xxx: answering as a server.
internal static partial class Descriptors
{
    private const string Servers = "SmtpServer";

    private const string ReplyClassesDocs = "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1";

    // {0} the code that the client receives.
    public static readonly DiagnosticDescriptor FaultAnsweredPermanently = Rule(
        DiagnosticIds.FaultAnsweredPermanently,
        "Temporary fault is answered with a permanent reply",
        Servers,
        "This fault of the server is temporary, but the client receives {0}, which is permanent, so it gives the message up. Answer 451, "
        + "and the client sends it again.",
        "A database that is down or a full disk is no fault of the message. A client that receives 5xx gives the message up and it is "
        + "lost; after 4xx it sends the message again later. Do: answer 451, and keep 5xx for messages that will never be accepted. "
        + "RFC 5321 section 4.2.1.",
        ReplyClassesDocs);

    public static readonly DiagnosticDescriptor ExceptionLeavesStore = Rule(
        DiagnosticIds.ExceptionLeavesStore,
        "Exception that leaves the store is answered with 554",
        Servers,
        "SmtpServer answers an exception that leaves '{0}' with 554, so the client gives the message up. Catch it here and return 451, "
        + "and the client sends it again.",
        "The SmtpServer package answers 554 for every exception of a message store. A client that receives 554 gives the message up and "
        + "it is lost, although the fault may be gone in a minute. Do: catch what can fail for a time and return a response with code 451. "
        + "RFC 5321 section 4.2.1.",
        ReplyClassesDocs,
        DiagnosticSeverity.Info);
}
