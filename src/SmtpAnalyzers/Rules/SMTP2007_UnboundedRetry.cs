using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP2007: a send that is repeated without end.</summary>
internal sealed class UnboundedRetry : Rule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.UnboundedRetry;

    public override IEnumerable<Diagnostic> Findings(MailFile file)
    {
        foreach (var repetition in file.Sends.RetryHandlers)
        {
            if (repetition.Unbounded is { } location)
                yield return Diagnostic.Create(Descriptor, location);
        }

        foreach (var policy in file.Sends.Policies)
        {
            if (file.Sends.PolicyReading.Concerns(policy) && Endless(policy, file) is { } endless)
                yield return At(endless);
        }
    }

    /// <summary>What makes <paramref name="policy"/> retry without end; null where it has a bound.</summary>
    public static SyntaxNode? Endless(RetryPolicy policy, MailFile file) =>
        policy.Name is SimpleNameSyntax name && name.Identifier.ValueText.IndexOf("Forever", StringComparison.Ordinal) >= 0 ? name
        : policy.Option("MaxRetryAttempts") is { } most && file.Model.GetConstantValue(most).Value is int.MaxValue ? most.Parent
        : null;
}
