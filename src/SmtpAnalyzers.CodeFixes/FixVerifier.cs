using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Rules;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>
/// The one gate for every fix. It compares the changed members before and after, in each project that shares the file: no comment is lost,
/// no effect is lost, added or moved, the compiler and all rules report nothing new, the finding is gone, and no reply code fares worse.
/// </summary>
internal sealed class FixVerifier(ImmutableArray<LinkedFile> files, CancellationToken cancellation)
{
    /// <summary>
    /// Whether <paramref name="candidate"/>, with its <paramref name="changes"/> of the file,
    /// may be offered for <paramref name="diagnostic"/>.
    /// </summary>
    public FixVerdict Judge(FixCandidate candidate, Diagnostic diagnostic, IReadOnlyList<TextChange> changes)
    {
        if (changes.Count == 0)
            return FixVerdict.Refused;
        var edited = files.Select(file => file.With(changes)).ToImmutableArray();
        if (!Verify(candidate, diagnostic, changes, edited, changes))
            return FixVerdict.Refused;
        return edited.Any(file => file!.Findings.Any(static finding => finding.Id == DiagnosticIds.RetryListIncomplete))
            ? FixVerdict.Partial
            : FixVerdict.Accepted;
    }

    /// <summary>
    /// Whether <paramref name="candidate"/>, which fixes no finding but was asked for, may be offered: the same, except that codes may go
    /// elsewhere, since that is what it is for.
    /// </summary>
    public bool Allows(FixCandidate candidate, IReadOnlyList<TextChange> changes) =>
        changes.Count > 0 && Verify(candidate, null, changes, files.Select(file => file.With(changes)).ToImmutableArray(), changes);

    /// <summary>
    /// The same as <see cref="Judge"/> where <paramref name="edited"/> already holds the file with <paramref name="all"/> changes, of which
    /// <paramref name="changes"/> are the candidate's: the others are in other members.
    /// </summary>
    public bool Verify(
        FixCandidate candidate, Diagnostic? diagnostic, IReadOnlyList<TextChange> changes, ImmutableArray<LinkedFile?> edited,
        IReadOnlyList<TextChange> all)
    {
        for (var i = 0; i < files.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (edited[i] is not { } after || !Holds(files[i], after, candidate, diagnostic, changes, all))
                return false;
        }

        return true;
    }

    /// <summary>
    /// How the text of <paramref name="candidate"/> differs from that of <paramref name="root"/>. A planner that edits text has said
    /// exactly what it changes; a comparison of trees can only guess where equal text was inserted.
    /// </summary>
    public static IReadOnlyList<TextChange> Changes(FixCandidate candidate, SyntaxNode root) =>
        candidate.Root.SyntaxTree.TryGetText(out var changed)
            ? changed.GetTextChanges(root.SyntaxTree.GetText())
            : [.. candidate.Root.SyntaxTree.GetChanges(root.SyntaxTree)];

    private bool Holds(
        LinkedFile file, LinkedFile edited, FixCandidate candidate, Diagnostic? diagnostic, IReadOnlyList<TextChange> changes,
        IReadOnlyList<TextChange> all)
    {
        // A list that nothing searches any more goes with its field.
        var spans = changes
            .Select(change => candidate.NeverRuns.FirstOrDefault(dead => change.Span.Contains(dead.Span))?.Span ?? change.Span)
            .ToList();
        var scope = FixScope.Of(file.Root, spans.Concat(diagnostic is null ? [] : Locations(file, diagnostic)), cancellation);
        var stays = scope.Where(member => candidate.NeverRuns.All(dead => dead.Span != member.Span)).ToList();
        var scopeAfter = stays.Select(member => Moved(member, edited.Root, all)).ToList();
        if (scopeAfter.Contains(null))
            return false;
        var declares = spans.Any(span => FixScope.MemberAt(file.Root, span) is null && !IsUsing(file.Root, span));
        var (before, after) = (file.Read(scope, declares, cancellation), edited.Read(scopeAfter!, declares, cancellation));
        // The cheapest check comes first, and the compiler's binding of the whole member last.
        return KeepsText(scope, scopeAfter!, withInactive: !spans.Any(span => KeptText.IsInactive(file.Root, span)))
            && KeepsEffects(candidate, scope, scopeAfter!)
            && stays
                .Zip(scopeAfter, static (was, becomes) => was.Parent is null || FixScope.SignatureOf(was) == FixScope.SignatureOf(becomes!))
                .All(static same => same)
            && (diagnostic is null
                ? !IsMore(Ids(after), () => Ids(before))
                : new MeaningCheck(candidate).Holds(before, after) && IsGone(diagnostic, before, after))
            && !IsMore(after.Complaints, () => before.Complaints);
    }

    private static IEnumerable<TextSpan> Locations(LinkedFile file, Diagnostic diagnostic) =>
        diagnostic.AdditionalLocations.Where(location => location.SourceTree?.FilePath == file.Root.SyntaxTree.FilePath)
            .Select(static location => location.SourceSpan)
            .Prepend(diagnostic.Location.SourceSpan)
            .Where(span => file.Root.FullSpan.Contains(span));

    // A member stands after the edit where it stood before, as far as the changes before it have moved it.
    private static SyntaxNode? Moved(SyntaxNode member, SyntaxNode root, IReadOnlyList<TextChange> changes)
    {
        if (member.Parent is null)
            return root;
        var start = TextPositions.After(member.SpanStart, changes);
        return start < root.FullSpan.End
            ? root.FindToken(start).Parent?.AncestorsAndSelf()
                .FirstOrDefault(node => node.RawKind == member.RawKind && node.SpanStart == start)
            : null;
    }

    private static bool IsUsing(SyntaxNode root, TextSpan span) =>
        root.FindToken(span.Start).Parent?.AncestorsAndSelf().Any(static node => node is TypeDeclarationSyntax) != true;

    // Code that is inactive here is compared where it is active.
    private static bool KeepsText(IReadOnlyList<SyntaxNode> before, IReadOnlyList<SyntaxNode> after, bool withInactive) =>
        !IsMore(KeptText.Of(before, withInactive), () => KeptText.Of(after, withInactive));

    private static bool KeepsEffects(FixCandidate candidate, IReadOnlyList<SyntaxNode> before, IReadOnlyList<SyntaxNode> after)
    {
        var neverRuns = candidate.NeverRuns.Select(static node => node.Span).ToList();
        var was = before.SelectMany(member => Effects.Of(member, neverRuns)).Where(effect => !candidate.Replaces.Contains(effect));
        var becomes = after.SelectMany(static member => Effects.Of(member, []));
        // An added effect may be one that stands elsewhere too.
        using var rest = was.GetEnumerator();
        var more = rest.MoveNext();
        foreach (var effect in becomes)
        {
            if (more && rest.Current == effect)
                more = rest.MoveNext();
            else if (!candidate.Adds.Contains(effect) && !candidate.Replaces.Contains(effect))
                return false;
        }

        return !more;
    }

    // In a project where the file says something else, the finding may never have been there.
    private static bool IsGone(Diagnostic diagnostic, FileReading before, FileReading after)
    {
        if (IsOfOutcome(diagnostic.Id) && FindingProperties.Read(diagnostic.Properties) is { } finding
            && !FewerAreWrong(finding, before, after))
        {
            return false;
        }

        var left = Ids(after);
        return !IsMore(left, () => Ids(before))
            && (!left.Contains(diagnostic.Id) || left.Count(id => id == diagnostic.Id) < Ids(before).Count(id => id == diagnostic.Id));
    }

    private static bool FewerAreWrong(FindingProperties finding, FileReading before, FileReading after) =>
        MeaningCheck.Count(before, finding.Outcome, finding.Codes) is var count
        && (count == 0 || MeaningCheck.Count(after, finding.Outcome, finding.Codes) < count);

    private static bool IsOfOutcome(string id) => id is DiagnosticIds.TransientReplyGivenUp or DiagnosticIds.PermanentReplyRetried
        or DiagnosticIds.PositiveReplyFails or DiagnosticIds.NegativeReplySucceeds or DiagnosticIds.MissingReplyGivenUp;

    private static List<string> Ids(FileReading reading) => reading.Findings.Select(static finding => finding.Id).ToList();

    /// <summary>
    /// Whether some text is more often in <paramref name="some"/> than in the others, which are seldom asked for: most often there is none.
    /// </summary>
    private static bool IsMore(IReadOnlyList<string> some, Func<IReadOnlyList<string>> others)
    {
        if (some.Count == 0)
            return false;
        var left = others().ToList();
        return some.Any(text => !left.Remove(text));
    }
}
