using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP2006, off by default: a recipient is suppressed for any 5yz, whether it says something of the recipient or not.</summary>
internal sealed class SuppressedOnAnyRefusal : Rule
{
    private static readonly ReplyCodeSet Others = ReplyCodeSet.Positive | ReplyCodeSet.Transient;

    public override DiagnosticDescriptor Descriptor => Descriptors.SuppressedOnAnyRefusal;

    public override IReadOnlyList<string> SpeaksOf => ContextWords.SuppressionStems;

    public override IEnumerable<Diagnostic> Findings(MailFile file) =>
        from body in file.Bodies
        from analysis in file.Analyses(body)
        from block in body.Graph.Blocks
        // The class, and nothing but refusals: one code alone is a decision, all replies are another rule's.
        where analysis.Reach.Entry(block).Codes.Overlaps(ReplyCodeSet.Permanent)
        from at in analysis.Reach.Steps(block)
        where ReplyCodeSet.Permanent.IsSubsetOf(at.State.Codes) && !at.State.Codes.Overlaps(Others)
        from call in at.Step.DescendantsAndSelf().OfType<IInvocationOperation>()
        where Suppresses(call, body) && !analysis.LooksElsewhereBefore(block)
        select Diagnostic.Create(Descriptor, call.Syntax.GetLocation());

    private static bool Suppresses(IInvocationOperation call, FunctionBody body) =>
        !CallKinds.IsReport(call)
        && (IsSuppression(call.TargetMethod.Name)
            || (OperationFacts.Adds(call)
                && call.Instance is { } list
                && OperationFacts.NameOf(body.Writes.Unwrap(list)) is { } name
                && IsSuppression(name)));

    private static bool IsSuppression(string name) => WordSplitter.OfName(name).Any(ContextWords.Suppression.Contains);
}
