using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.Rules;

/// <summary>The rules that rest on which reply codes reach which outcome.</summary>
internal sealed class ReplyCodeRuleGroup : RuleGroup
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        ReplyCodeRules.Rules.Select(static rule => rule.Descriptor)
            .Concat(ReplyCodeRules.TestRules.Select(static rule => rule.Descriptor))
            .ToImmutableArray();

    public override IEnumerable<Diagnostic> Analyze(MailFile file)
    {
        // A list that several bodies look into is wrong once.
        var reported = new HashSet<Location>();
        return file.Bodies.SelectMany(body => ReplyCodeRules.Findings(file.Analyses(body), file.Cancellation))
            .Where(finding => reported.Add(finding.Location))
            .Select(static finding => finding.ToDiagnostic());
    }
}
