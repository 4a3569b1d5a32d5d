using Microsoft.CodeAnalysis.Text;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>Where a position of a text is after some changes of it.</summary>
internal static class TextPositions
{
    /// <summary>The position of what stood at <paramref name="position"/>; an insertion at that position comes before it.</summary>
    public static int After(int position, IEnumerable<TextChange> changes) =>
        position + changes.Where(change => change.Span.End <= position).Sum(static change => change.NewText!.Length - change.Span.Length);
}
