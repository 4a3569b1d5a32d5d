using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>A candidate that is tried for a finding of a member, the <paramref name="Index"/>-th of that finding.</summary>
internal sealed record Attempt(
    PendingMember Member, Diagnostic Diagnostic, FixCandidate Candidate, IReadOnlyList<TextChange> Changes, int Index);

/// <summary>The findings of one member that are still to be fixed, in source order.</summary>
internal sealed class PendingMember(IReadOnlyList<Diagnostic> diagnostics)
{
    private readonly List<(Diagnostic Diagnostic, TextSpan Span)> _left =
        diagnostics.Select(static one => (one, one.Location.SourceSpan)).ToList();
    private IEnumerator<Attempt>? _attempts;
    private Attempt? _current;

    // Candidates that have failed would fail again when they are planned anew after changes elsewhere.
    private int _failed;

    /// <summary>The next attempt on the files as they are; null where nothing is left to try.</summary>
    public Attempt? Current(ImmutableArray<LinkedFile> files, ImmutableArray<RuleFix> rules, string? kind, CancellationToken cancellation)
    {
        while (_current is null && _left.Count > 0)
        {
            _attempts ??= Attempts(files, rules, kind, cancellation).GetEnumerator();
            if (_attempts.MoveNext())
                _current = _attempts.Current;
            else
                Next();
        }

        return _current;
    }

    /// <summary>
    /// Says how the current attempt ended: after one that held, the next finding's turn comes, else the next candidate's.
    /// </summary>
    public void Tried(bool held)
    {
        _failed = (_current?.Index ?? 0) + 1;
        _current = null;
        if (held)
            Next();
    }

    /// <summary>
    /// Follows the findings through the changes that were made. A finding that a change has touched is looked up again, since its facts may
    /// be others; candidates that were planned on the old text are planned again.
    /// </summary>
    public void Move(IReadOnlyList<Attempt> held, LinkedFile file)
    {
        if (held.Count == 0)
            return;
        var changes = held.SelectMany(static attempt => attempt.Changes).ToList();
        var isOwn = held.Any(attempt => attempt.Member == this);
        for (var i = _left.Count - 1; i >= 0; i--)
        {
            var (diagnostic, span) = _left[i];
            var moved = new TextSpan(TextPositions.After(span.Start, changes), span.Length);
            if (!isOwn)
                _left[i] = (diagnostic, moved);
            else if (Again(file, diagnostic, moved) is { } again)
                _left[i] = (again, again.Location.SourceSpan);
            else
                _left.RemoveAt(i);
        }

        if (!isOwn && _attempts is not null)
            Restart();
    }

    // Text that a change has taken in may have stood beyond the end of the shorter file.
    private static Diagnostic? Again(LinkedFile file, Diagnostic diagnostic, TextSpan span) =>
        !file.Root.FullSpan.Contains(span.Start) ? null
        : file.Read(FixScope.Of(file.Root, [file.Root.FindToken(span.Start).Span], default), declares: false, default).Findings
            .FirstOrDefault(finding => finding.Id == diagnostic.Id && finding.Location.SourceSpan.Start == span.Start);

    private void Restart() => (_attempts, _current) = (null, null);

    private void Next()
    {
        _left.RemoveAt(0);
        _failed = 0;
        Restart();
    }

    private IEnumerable<Attempt> Attempts(
        ImmutableArray<LinkedFile> files, ImmutableArray<RuleFix> rules, string? kind, CancellationToken cancellation)
    {
        var (diagnostic, span) = _left[0];
        var index = -1;
        bool IsWanted(FixKind one) => kind is null || one.ToString() == kind;
        foreach (var (candidate, changes) in FixPlanner.Candidates(files, rules, diagnostic, span, IsWanted, cancellation))
        {
            if (++index >= _failed && changes.Count > 0)
                yield return new Attempt(this, diagnostic, candidate, changes, index);
        }
    }
}
