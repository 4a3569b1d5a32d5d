using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Operations;

/// <summary>The statements that run one after the other: of a block, or of a section of a <c>switch</c>.</summary>
internal static class StatementLists
{
    /// <summary>The statements that <paramref name="statement"/> is one of; itself alone where it is the body of something.</summary>
    public static SyntaxList<StatementSyntax> Around(StatementSyntax statement) =>
        In(statement.Parent) ?? new SyntaxList<StatementSyntax>(statement);

    /// <summary>The statements of <paramref name="code"/>; null where it is no list of them.</summary>
    public static SyntaxList<StatementSyntax>? In(SyntaxNode? code) => code switch
    {
        BlockSyntax block => block.Statements,
        SwitchSectionSyntax section => section.Statements,
        _ => null,
    };

    /// <summary>
    /// The place of <paramref name="statement"/> among <paramref name="all"/>, which it is one of. They stand in order, and a list of
    /// thousands is asked about each of them.
    /// </summary>
    public static int PlaceOf(StatementSyntax statement, SyntaxList<StatementSyntax> all)
    {
        var (low, high) = (0, all.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (all[middle].FullSpan.End <= statement.SpanStart)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Those from place <paramref name="first"/> on.</summary>
    public static IEnumerable<StatementSyntax> From(SyntaxList<StatementSyntax> all, int first)
    {
        for (var i = first; i < all.Count; i++)
            yield return all[i];
    }

    /// <summary>Those that follow <paramref name="statement"/>.</summary>
    public static IEnumerable<StatementSyntax> After(StatementSyntax statement) =>
        From(Around(statement), PlaceOf(statement, Around(statement)) + 1);

    /// <summary>Those that come before <paramref name="statement"/>, the nearest first.</summary>
    public static IEnumerable<StatementSyntax> Before(StatementSyntax statement)
    {
        var all = Around(statement);
        for (var i = PlaceOf(statement, all) - 1; i >= 0; i--)
            yield return all[i];
    }
}
