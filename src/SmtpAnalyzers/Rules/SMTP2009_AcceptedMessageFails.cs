using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP2009: a handler of MailKit's MessageSent, or an override of OnMessageSent, throws after the message was accepted.</summary>
internal sealed class AcceptedMessageFails : Rule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.AcceptedMessageFails;

    public override IReadOnlyList<string> SpeaksOf { get; } = [AcceptanceCallbacks.Sent];

    public override IEnumerable<Diagnostic> Findings(MailFile file) =>
        from body in AcceptanceCallbacks.In(file)
        from thrown in EscapingThrows.In(body, file)
        select At(thrown);
}
