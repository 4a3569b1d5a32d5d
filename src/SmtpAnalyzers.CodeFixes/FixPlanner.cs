using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>A fix that holds, as changes of the file's text.</summary>
internal sealed record VerifiedFix(FixKind Kind, string Title, IReadOnlyList<TextChange> Changes);

/// <summary>What the gate says of a candidate.</summary>
internal enum FixVerdict
{
    /// <summary>It harms, or fixes nothing.</summary>
    Refused,

    /// <summary>It holds, but a list of codes to retry beside it still lacks some.</summary>
    Partial,

    /// <summary>It holds.</summary>
    Accepted,
}

/// <summary>Plans the fixes of one finding and keeps those that hold.</summary>
internal static class FixPlanner
{
    /// <summary>
    /// The fixes to offer for <paramref name="diagnostic"/>, best first; none where none is right. A fix that leaves a list of codes to
    /// retry incomplete is offered only where no other completes it.
    /// </summary>
    public static IReadOnlyList<VerifiedFix> Fixes(
        ImmutableArray<LinkedFile> files, ImmutableArray<RuleFix> rules, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var verifier = new FixVerifier(files, cancellation);
        var fixes = new List<(VerifiedFix Fix, FixVerdict Verdict)>();
        bool IsWanted(FixKind kind) => fixes.All(known => known.Fix.Kind != kind);
        foreach (var (candidate, changes) in Candidates(files, rules, diagnostic, diagnostic.Location.SourceSpan, IsWanted, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            if (verifier.Judge(candidate, diagnostic, changes) is not FixVerdict.Refused and var verdict)
                fixes.Add((new VerifiedFix(candidate.Kind, candidate.Title, changes), verdict));
        }

        var isCompleted = fixes.Any(static one => one.Verdict == FixVerdict.Accepted);
        return fixes.Where(one => one.Verdict == FixVerdict.Accepted || !isCompleted).Select(static one => one.Fix).ToList();
    }

    /// <summary>
    /// The candidates for a finding at <paramref name="span"/>, untried, of the kinds that are wanted when their turn comes. They are
    /// written for the first of the files that has the finding's syntax: the same text, whichever project asks.
    /// </summary>
    public static IEnumerable<(FixCandidate Candidate, IReadOnlyList<TextChange> Changes)> Candidates(
        ImmutableArray<LinkedFile> files, ImmutableArray<RuleFix> rules, Diagnostic diagnostic, TextSpan span, Func<FixKind, bool> isWanted,
        CancellationToken cancellation)
    {
        var (file, node) = files.Select(file => (File: file, Node: NodeAt(file.Root, span)))
            .FirstOrDefault(static one => one.Node is not null);
        if (node is null)
            return [];
        var context = new FixContext(file, node, diagnostic, isWanted, cancellation);
        return rules.Where(rule => rule.Ids.Contains(diagnostic.Id))
            .SelectMany(rule => rule.Plan(context))
            .Where(candidate => isWanted(candidate.Kind))
            .Select(candidate => (candidate, FixVerifier.Changes(candidate, file.Root)));
    }

    // A finding stands on a node, on the one token that names its node (a method's name, the
    // keyword of a catch-all), or on the head of a loop.
    private static SyntaxNode? NodeAt(SyntaxNode root, TextSpan span) =>
        root.FullSpan.Contains(span) && root.FindNode(span, getInnermostNodeForTie: true) is { } node
            && (node.Span == span || root.FindToken(span.Start).Span == span
                || (node.SpanStart == span.Start && node is WhileStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax))
            ? node
            : null;
}
