using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.Rules;

/// <summary>
/// SMTP3009: FailedRecipient, which has angle brackets, is compared with an address or looked up among addresses, which have none.
/// </summary>
internal sealed class BracketedAddress : Rule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.BracketedAddress;

    public override IReadOnlyList<string> SpeaksOf { get; } = ["FailedRecipient"];

    public override IEnumerable<Diagnostic> Findings(MailFile file) =>
        new FailedRecipientTests(file).All()
            .GroupBy(static test => test.Test)
            .Select(test => At(test.Key, test.First().Value.ToString()));
}
