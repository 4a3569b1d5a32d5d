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

    /// <summary>Those that follow <paramref name="statement"/>.</summary>
    public static IEnumerable<StatementSyntax> After(StatementSyntax statement) =>
        Around(statement).SkipWhile(one => one != statement).Skip(1);
}
