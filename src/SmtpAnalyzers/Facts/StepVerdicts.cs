using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>A test of the step that was refused, which decides what becomes of the mail.</summary>
/// <param name="Test">The whole test.</param>
/// <param name="Outcome">What becomes of the mail: it is given up or retried.</param>
/// <param name="Phrase">The same in words for a message.</param>
/// <param name="Steps">The members of SmtpErrorCode that are named.</param>
internal sealed record StepVerdict(SyntaxNode Test, Outcome Outcome, string Phrase, SortedSet<string> Steps);

/// <summary>Finds the tests of MailKit's SmtpErrorCode that decide. The engine that follows reply codes follows the step here.</summary>
internal sealed class StepVerdicts(MailFile file)
{
    // MessageNotAccepted, SenderNotAccepted, RecipientNotAccepted, UnexpectedStatusCode.
    private static readonly ReplyCodeSet Steps = ReplyCodeSet.Range(0, 3);

    /// <summary>All of them, each with the steps that it names.</summary>
    public IEnumerable<StepVerdict> All()
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
            .SelectMany(OfBody);
    }

    private IEnumerable<StepVerdict> OfBody(FunctionBody body)
    {
        var found = new Dictionary<SyntaxNode, StepVerdict>();
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
                        || StepTests.Around(cause.Atom) is not { } test
                        || StepTests.HasEarlierFilter(test) || StepTests.LooksAtClass(test)
                        || !analysis.IsInevitable(site, step, cause, countsExplain: site.Outcome == Outcome.GiveUp))
                    {
                        continue;
                    }

                    if (!found.TryGetValue(test, out var known))
                        found[test] = known = new StepVerdict(test, site.Outcome, site.Phrase, []);
                    known.Steps.Add(MailSymbols.NameOf(analysis.Type, step) ?? $"{step}");
                }
            }
        }

        foreach (var (test, phrase, step) in ofErrorCodes.SelectMany(Denied))
        {
            if (!found.TryGetValue(test, out var known))
                found[test] = known = new StepVerdict(test, Outcome.GiveUp, phrase, []);
            known.Steps.Add(step);
        }

        return found.Values;
    }

    // IsTransient => ErrorCode is not RecipientNotAccepted && 4xx: of a step that is named the answer is no, whatever the class.
    private static IEnumerable<(SyntaxNode Test, string Phrase, string Step)> Denied(ReplyCodeAnalysis analysis) =>
        from site in analysis.OutcomeSites
        where site.Outcome == Outcome.Retry && site.Denied.Overlaps(Steps)
        from step in (site.Denied & Steps).Codes
        let name = MailSymbols.NameOf(analysis.Type, step)
        from named in site.Syntax.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        where named.Identifier.ValueText == name
        let test = StepTests.Around(new ConditionAtom(MatchKind.Named, named, named))
        where test is not null && !StepTests.HasEarlierFilter(test)
        select (test, site.Phrase.Replace(" true", " false"), name);
}
