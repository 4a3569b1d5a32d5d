using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.Rules;

// SMTP2xxx: retrying and delivery.
internal static partial class Descriptors
{
    private const string Delivery = "Delivery";

    public static readonly DiagnosticDescriptor RetryIgnoresReplyCode = Rule(
        DiagnosticIds.RetryIgnoresReplyCode,
        "Retry does not look at the reply code",
        Delivery,
        "{0} retried whatever the server replied, 5yz as well as 4yz: a refusal for good (550, no such mailbox) is sent again and again, which harms the "
        + "sender's reputation; retry 4yz only: (int)ex.StatusCode / 100 == 4",
        "A 4yz reply is worth another try, a 5yz reply is not: the same request will be refused again. A retry that does not look at the reply code repeats both. "
        + "RFC 5321 section 4.2.1.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1");
}
