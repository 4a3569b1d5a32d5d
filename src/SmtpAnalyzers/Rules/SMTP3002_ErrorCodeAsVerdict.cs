using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Rules;

/// <summary>
/// SMTP3002: the mail is given up or retried because of the step that was refused (SmtpErrorCode), whatever the class of the reply.
/// The engine that follows reply codes follows the step here.
/// </summary>
internal sealed class ErrorCodeAsVerdict : Rule
{
    // MessageNotAccepted, SenderNotAccepted, RecipientNotAccepted, UnexpectedStatusCode.
    private static readonly ReplyCodeSet Steps = ReplyCodeSet.Range(0, 3);

    public override DiagnosticDescriptor Descriptor => Descriptors.StepAsVerdict;

    public override IEnumerable<Diagnostic> Findings(MailFile file)
    {
        var members = file.NodesOf<IdentifierNameSyntax>()
            .Where(static name => name.Identifier.ValueText == "ErrorCode")
            .Select(name => name.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member and not GlobalStatementSyntax
                ? member
                : file.Root)
            .Distinct()
            .ToList();
        if (members.Count == 0 || MailSymbols.OfErrorCodes(file.Model.Compilation) is not { } steps)
            return [];
        return members.SelectMany(member => BodyReader.In(member, file.Model, steps, file.Options, file.Values, file.Cancellation))
            .SelectMany(body => OfBody(body, file));
    }

    private IEnumerable<Diagnostic> OfBody(FunctionBody body, MailFile file)
    {
        var found = new Dictionary<SyntaxNode, (Outcome Outcome, string What, SortedSet<string> Steps)>();
        var ofErrorCodes = ReplyCodeAnalysis.Of(body, file.Cancellation)
            .Where(analysis => file.Mail.Exceptions.ErrorCode.Contains(analysis.Type))
            .ToList();
        foreach (var analysis in ofErrorCodes)
        {
            foreach (var site in analysis.OutcomeSites.Where(static site => site.Outcome is Outcome.GiveUp or Outcome.Retry))
            {
                foreach (var step in (site.Codes & Steps).Codes)
                {
                    if (analysis.FindCause(site, step, preferLowerBound: false) is not { } cause
                        || cause.Atom.Kind is not (MatchKind.Named or MatchKind.Element)
                        || TestAround(cause.Atom) is not { } test
                        || HasEarlierFilter(test) || LooksAtClass(test)
                        || !analysis.IsInevitable(site, step, cause, countsExplain: site.Outcome == Outcome.GiveUp))
                    {
                        continue;
                    }

                    if (!found.TryGetValue(test, out var known))
                        found[test] = known = (site.Outcome, site.Phrase, []);
                    known.Steps.Add(MailSymbols.NameOf(analysis.Type, step) ?? $"{step}");
                }
            }
        }

        foreach (var (test, phrase, step) in ofErrorCodes.SelectMany(Denied))
        {
            if (!found.TryGetValue(test, out var known))
                found[test] = known = (Outcome.GiveUp, phrase, []);
            known.Steps.Add(step);
        }

        return found.Select(pair => Report(pair.Key, pair.Value.Outcome, pair.Value.What, pair.Value.Steps));
    }

    private Diagnostic Report(SyntaxNode test, Outcome outcome, string what, IEnumerable<string> steps)
    {
        var names = string.Join(", ", steps);
        var covers = names.IndexOf(',') < 0 ? "also covers" : "also cover";
        var consequence = outcome == Outcome.GiveUp
            ? $"{covers} temporary refusals (450, 451), which are given up here ({what}), so greylisted mail is lost"
            : $"{covers} permanent refusals (550), which are retried here ({what}) and refused every time";
        return Diagnostic.Create(
            Descriptor, test.GetLocation(), null, ErrorCodeProperties.Of(outcome), names, consequence);
    }

    // IsTransient => ErrorCode is not RecipientNotAccepted && 4xx: of a step that is named the answer is no, whatever the class.
    private static IEnumerable<(SyntaxNode Test, string Phrase, string Step)> Denied(ReplyCodeAnalysis analysis) =>
        from site in analysis.OutcomeSites
        where site.Outcome == Outcome.Retry && site.Denied.Overlaps(Steps)
        from step in (site.Denied & Steps).Codes
        let name = MailSymbols.NameOf(analysis.Type, step)
        from named in site.Syntax.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        where named.Identifier.ValueText == name
        let test = TestAround(new ConditionAtom(MatchKind.Named, named, named))
        where test is not null && !HasEarlierFilter(test)
        select (test, site.Phrase.Replace(" true", " false"), name);

    // Beside the step, in the same condition or pattern: another way to the outcome may be at fault, this one is not.
    private static bool LooksAtClass(SyntaxNode test)
    {
        for (var node = test; node.Parent is { } parent and not StatementSyntax; node = parent)
        {
            var beside = parent switch
            {
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both => both.Left == node ? both.Right : both.Left,
                PropertyPatternClauseSyntax => parent,
                SwitchExpressionArmSyntax arm => arm.WhenClause,
                SwitchSectionSyntax => (node as CasePatternSwitchLabelSyntax)?.WhenClause,
                _ => (SyntaxNode?)null,
            };
            if (beside is not null && MentionsStatusCode(beside))
                return true;
        }

        return false;
    }

    // A filter of an earlier handler has looked at the class.
    private static bool HasEarlierFilter(SyntaxNode test) => test.AncestorsAndSelf().OfType<CatchClauseSyntax>().Any(static handler =>
        handler.Parent is TryStatementSyntax attempt
        && attempt.Catches.TakeWhile(earlier => earlier != handler)
            .Any(static earlier => earlier.Filter is { } filter && MentionsStatusCode(filter)));

    private static bool MentionsStatusCode(SyntaxNode node) => node.DescendantNodesAndSelf()
        .OfType<IdentifierNameSyntax>()
        .Any(static name => name.Identifier.ValueText == "StatusCode");

    /// <summary>
    /// The whole test that a constant is part of: the comparison, the pattern with its input, the label, the arm's pattern, the subpattern.
    /// </summary>
    private static SyntaxNode? TestAround(ConditionAtom atom)
    {
        var node = atom.Kind == MatchKind.Element ? atom.Site : atom.Syntax;
        while (node is not null)
        {
            switch (node)
            {
                case BinaryExpressionSyntax or IsPatternExpressionSyntax or InvocationExpressionSyntax:
                case SwitchLabelSyntax or SubpatternSyntax or PatternSyntax { Parent: SwitchExpressionArmSyntax }:
                    return node;
                case StatementSyntax:
                    return null;
            }

            node = node.Parent;
        }

        return null;
    }
}
