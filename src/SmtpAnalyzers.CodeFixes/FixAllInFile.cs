using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>
/// Fixes many findings of one file. Members are independent of each other, so one round tries the next candidate of every member at once,
/// on one compilation; what does not hold is left out, and the next round goes on from there. The work grows with the number of findings.
/// </summary>
internal sealed class FixAllInFile(ImmutableArray<RuleFix> rules, string? kind, CancellationToken cancellation)
{
    /// <summary>The text of the file with everything fixed that can be; null where nothing changes.</summary>
    public SourceText? Fix(ImmutableArray<LinkedFile> files, ImmutableArray<Diagnostic> diagnostics)
    {
        if (files.IsEmpty)
            return null;
        var root = files[0].Root;
        var members = diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
            .GroupBy(diagnostic => FixScope.MemberAt(root, diagnostic.Location.SourceSpan)?.SpanStart ?? -1)
            .Select(group => new PendingMember(group.ToList()))
            .ToList();
        var isChanged = false;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var tried = NextCandidates(files, members);
            if (tried.Count == 0)
                return isChanged ? files[0].Root.SyntaxTree.GetText() : null;
            var (next, held) = Round(files, tried);
            isChanged |= held.Count > 0;
            foreach (var member in members)
                member.Move(held, next[0]);
            files = next;
        }
    }

    // One candidate of each member, as far as they do not touch the same text: the others wait for the next round.
    private List<Attempt> NextCandidates(ImmutableArray<LinkedFile> files, IEnumerable<PendingMember> members)
    {
        var tried = new List<Attempt>();
        foreach (var member in members)
        {
            if (member.Current(files, rules, kind, cancellation) is not { } attempt)
                continue;
            if (!tried.Any(other => Overlap(other, attempt)))
                tried.Add(attempt);
        }

        return tried;
    }

    private static bool Overlap(Attempt one, Attempt other)
    {
        var (first, second) = (Extent(one), Extent(other));
        return first.IntersectsWith(second);
    }

    private static TextSpan Extent(Attempt attempt) => TextSpan.FromBounds(
        attempt.Changes.Min(static change => change.Span.Start), attempt.Changes.Max(static change => change.Span.End));

    /// <summary>The files after the attempts that hold, and those attempts. The others are used up.</summary>
    private (ImmutableArray<LinkedFile> Files, IReadOnlyList<Attempt> Held) Round(
        ImmutableArray<LinkedFile> files, IReadOnlyList<Attempt> tried)
    {
        var verifier = new FixVerifier(files, cancellation);
        var all = tried.SelectMany(static attempt => attempt.Changes).OrderBy(static change => change.Span.Start).ToList();
        var edited = files.Select(file => file.With(all)).ToImmutableArray();
        var held = tried.Where(attempt => verifier.Verify(attempt.Candidate, attempt.Diagnostic, attempt.Changes, edited, all)).ToList();
        foreach (var attempt in tried)
        {
            // Members that name each other's data are judged together, and another's failure is not its own.
            var isSpoilt = !held.Contains(attempt)
                && tried.Count > 1
                && verifier.Judge(attempt.Candidate, attempt.Diagnostic, attempt.Changes) != FixVerdict.Refused;
            if (isSpoilt && held.Count == 0)
                held.Add(attempt);
            if (!isSpoilt || held.Contains(attempt))
                attempt.Member.Tried(held.Contains(attempt));
        }

        if (held.Count < tried.Count)
        {
            var changes = held.SelectMany(static attempt => attempt.Changes).OrderBy(static change => change.Span.Start).ToList();
            edited = held.Count == 0 ? files.CastArray<LinkedFile?>() : files.Select(file => file.With(changes)).ToImmutableArray();
        }

        return edited.Contains(null) ? (files, []) : (edited.CastArray<LinkedFile>(), held);
    }
}
