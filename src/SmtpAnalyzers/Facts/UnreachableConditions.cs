using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Facts;

/// <summary>Tests that no code can pass where they stand, and that make up one condition.</summary>
/// <param name="Syntax">The condition; of several labels, the first.</param>
/// <param name="Codes">The codes that are asked for.</param>
/// <param name="First">The first of the tests.</param>
/// <param name="WhyNever">Why the client never throws such a code, and what to do; null where an earlier test takes the codes.</param>
internal sealed record UnreachableCondition(SyntaxNode Syntax, ReplyCodeSet Codes, PlacedCondition First, string? WhyNever);

/// <summary>Finds the tests of the reply code that no code can pass.</summary>
internal sealed class UnreachableConditions(ReplyCodeAnalysis analysis)
{
    /// <summary>
    /// All of them, in source order. A whole condition counts once, and so do the labels of one section, and of one switch those that its
    /// handler never gets.
    /// </summary>
    public IEnumerable<UnreachableCondition> All()
    {
        var dead = Tests().ToDictionary(static one => one.Test.Syntax);
        if (dead.Count == 0)
            return [];
        var conditions = new DeadAlternatives(dead.Keys);
        return
            from one in dead.Values
            orderby one.Test.Syntax.SpanStart
            group one by conditions.Around(one.Test.Syntax) switch
            {
                SwitchLabelSyntax { Parent: { } section } => one.WhyNever is null ? section : section.Parent!,
                var around => around,
            }
            into whole
            let first = whole.First()
            let syntax = whole.Key is SwitchSectionSyntax or SwitchStatementSyntax ? first.Test.Syntax : whole.Key
            let codes = whole.Aggregate(ReplyCodeSet.Empty, static (all, one) => all | (one.Test.Asked & ReplyCodeSet.Real))
            select new UnreachableCondition(syntax, codes, first.Test, first.WhyNever);
    }

    private IEnumerable<(PlacedCondition Test, string? WhyNever)> Tests()
    {
        var idleClients = new HashSet<SyntaxNode>();
        var seen = new HashSet<(SyntaxNode Switch, ReplyCodeSet Asked)>();
        foreach (var test in analysis.PlacedConditions())
        {
            if (!test.Asked.Overlaps(ReplyCodeSet.Real))
                continue;
            // The compiler speaks of a label that is there twice.
            if (test.Syntax is SwitchLabelSyntax { Parent.Parent: { } labels } && !seen.Add((labels, test.Asked)))
                continue;
            if (test.Possible.First is null)
                yield return (test, null);
            else if (test.Possible.IsSubsetOf(ReplyCodeSet.Real)
                && MayNeverArrive(test)
                && analysis.Attempt(test) is { } attempt
                && attempt.WhyNever(test.Possible, analysis) is { } why
                && (!attempt.OnlyAuthenticates || idleClients.Add(attempt.Handler)))
            {
                yield return (test, why);
            }
        }
    }

    // Every other refusal may be thrown where something is sent: what the try calls need not be worked out.
    private static bool MayNeverArrive(PlacedCondition test) => test.Possible.Sole == 530 || test.Possible.IsSubsetOf(ReplyCodeSet.Positive)
        || !test.Syntax.Ancestors().OfType<TryStatementSyntax>().Any(static attempt => attempt.Block.DescendantTokens().Any(static token =>
            token.ValueText is "Send" or "SendAsync"));
}
