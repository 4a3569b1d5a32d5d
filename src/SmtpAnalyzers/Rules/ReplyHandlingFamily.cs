using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.Rules;

/// <summary>The rules that rest on which reply codes reach which outcome.</summary>
internal sealed class ReplyHandlingFamily : RuleFamily
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        ReplyHandlingAnalysis.Rules.Select(static rule => rule.Descriptor)
            .Concat(ReplyHandlingAnalysis.TestRules.Select(static rule => rule.Descriptor))
            .ToImmutableArray();

    public override IEnumerable<Diagnostic> Analyze(MailFile file)
    {
        // A list that several bodies look into is wrong once.
        var reported = new HashSet<Location>();
        return file.Bodies.SelectMany(body => ReplyHandlingAnalysis.Findings(file.Handlings(body), file.Cancellation))
            .Where(finding => reported.Add(finding.Location))
            .Select(static finding => finding.ToDiagnostic());
    }
}
