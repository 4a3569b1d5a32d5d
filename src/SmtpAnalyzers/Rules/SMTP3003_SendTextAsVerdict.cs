using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.Rules;

/// <summary>
/// SMTP3003: the text that MailKit's Send returns is compared, searched or measured to decide whether the mail was accepted.
/// </summary>
internal sealed class SendTextAsVerdict : Rule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.SendTextAsVerdict;

    public override IEnumerable<Diagnostic> Findings(MailFile file) =>
        new SendTextTests(file).Deciding().Select(test => At(test));
}
