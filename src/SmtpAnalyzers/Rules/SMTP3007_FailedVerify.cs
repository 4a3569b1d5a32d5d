using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.Rules;

/// <summary>
/// SMTP3007: every exception of MailKit's Verify or Expand says that the mailbox is bad; 251, 252 and 4yz say no such thing.
/// </summary>
internal sealed class FailedVerify : Rule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.FailedVerify;

    public override IReadOnlyList<string> SpeaksOf { get; } = ["Verify", "Expand"];

    public override IEnumerable<Diagnostic> Findings(MailFile file) =>
        from verify in VerifyAttempt.In(file)
        where !verify.LooksAtCode && verify.SaysInvalid
        group verify by verify.Handler into one
        select At(one.Key.Declaration!);
}
