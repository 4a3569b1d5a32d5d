using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>Code that stood on one line, one statement a line, for <see cref="CodeWriter.Lines"/>.</summary>
internal static class Unfolding
{
    public static IEnumerable<string> Lines(SyntaxNode node) => node switch
    {
        BlockSyntax block => ["{", .. block.Statements.SelectMany(Lines), "}"],
        CatchClauseSyntax clause => [Head(clause, clause.Block), .. Lines(clause.Block)],
        FinallyClauseSyntax last => ["finally", .. Lines(last.Block)],
        TryStatementSyntax attempt => ["try", .. Lines(attempt.Block), .. attempt.Catches.SelectMany(Lines), .. Optional(attempt.Finally)],
        IfStatementSyntax branch => [Head(branch, branch.Statement), .. Body(branch.Statement), .. Optional(branch.Else)],
        ElseClauseSyntax { Statement: IfStatementSyntax next } =>
            Lines(next).Select(static (line, index) => index == 0 ? $"else {line}" : line),
        ElseClauseSyntax other => ["else", .. Body(other.Statement)],
        ForStatementSyntax loop => [Head(loop, loop.Statement), .. Body(loop.Statement)],
        CommonForEachStatementSyntax loop => [Head(loop, loop.Statement), .. Body(loop.Statement)],
        UsingStatementSyntax scope => [Head(scope, scope.Statement), .. Body(scope.Statement)],
        SwitchStatementSyntax choice => [Before(choice, choice.OpenBraceToken), "{", .. choice.Sections.SelectMany(Section), "}"],
        _ => [.. Comments(node), node.WithoutTrivia().ToString()],
    };

    private static IEnumerable<string> Optional(SyntaxNode? node) => node is null ? [] : Lines(node);

    private static IEnumerable<string> Comments(SyntaxNode node) =>
        node.GetLeadingTrivia().Where(TriviaExtensions.IsText).Select(static trivia => trivia.ToString());

    private static IEnumerable<string> Body(StatementSyntax statement) => Lines(statement).ToList() switch
    {
        ["{", ..] lines => lines,
        [var line] => ["\t" + line],
        var lines => ["{", .. lines, "}"],
    };

    private static IEnumerable<string> Section(SwitchSectionSyntax section) => section.Labels
        .Select(static label => label.WithoutTrivia().ToString())
        .Concat(section.Statements.SelectMany(Lines).Select(static line => "\t" + line));

    private static string Head(SyntaxNode node, SyntaxNode body) => Before(node, body.GetFirstToken());

    private static string Before(SyntaxNode node, SyntaxToken end) => node.ToString().Substring(0, end.SpanStart - node.SpanStart).Trim();
}
