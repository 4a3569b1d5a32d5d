using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP2007: a send that is repeated without end.</summary>
internal sealed class UnboundedRetry : Rule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.UnboundedRetry;

    public override IEnumerable<Diagnostic> Findings(MailFile file) =>
        file.Sends.RetryHandlers.Select(static repetition => repetition.Unbounded).OfType<Location>()
            .Concat(file.Sends.Policies
                .Where(file.Sends.PolicyReading.Concerns)
                .Select(policy => Endless(policy, file)).OfType<SyntaxNode>()
                .Select(static node => node.GetLocation()))
            .Select(location => Diagnostic.Create(Descriptor, location));

    /// <summary>What makes <paramref name="policy"/> retry without end; null where it has a bound.</summary>
    public static SyntaxNode? Endless(RetryPolicy policy, MailFile file) =>
        policy.Name is SimpleNameSyntax name && name.Identifier.ValueText.IndexOf("Forever", StringComparison.Ordinal) >= 0 ? name
        : policy.Option("MaxRetryAttempts") is { } most && file.Model.GetConstantValue(most).Value is int.MaxValue ? most.Parent
        : null;
}
