using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Tests.Architecture;

/// <summary>Limits that .editorconfig and CONTRIBUTING.md state and no compiler enforces.</summary>
public sealed class StyleTests
{
    private const int LongestLine = 140, LongestFile = 300;

    // Two sends are the same if their arguments are written alike: the symbols say nothing of "new MailMessage(from, to)" or of "list[0]".
    private static readonly string[] ComparingText = ["src/SmtpAnalyzers/Rules/SMTP2004_SentToEveryoneAgain.cs"];

    public static readonly TheoryData<string> Rules = new(
        SourceFiles.Of("src/SmtpAnalyzers/Rules").Select(file => file.Path).Except(ComparingText));

    [Fact]
    public void No_line_is_too_long() => Assert.Empty(
        from file in SourceFiles.Of("src").Concat(SourceFiles.Of("tests"))
        from line in file.Lines.Select((text, index) => (Text: text, Number: index + 1))
        where line.Text.Length > LongestLine
        select $"{file.Path}({line.Number}): {line.Text.Length} characters");

    [Fact]
    public void No_file_is_too_long() => Assert.Empty(
        from file in SourceFiles.Of("src")
        where file.Lines.Length > LongestFile
        select $"{file.Path}: {file.Lines.Length} lines");

    [Fact]
    public void No_rule_is_excepted_without_need() =>
        Assert.All(ComparingText, path => Assert.NotEmpty(TextComparisons(SourceFiles.At(path))));

    [Theory, MemberData(nameof(Rules))]
    public void Rules_compare_symbols_and_not_source_text(string path) => Assert.Empty(TextComparisons(SourceFiles.At(path)));

    private static IEnumerable<string> TextComparisons(SourceFile file) => file.Nodes<ExpressionSyntax>()
        .Where(static node => node switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison =>
                IsText(comparison.Left) || IsText(comparison.Right),
            IsPatternExpressionSyntax pattern => IsText(pattern.Expression),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals" } equals } =>
                IsText(equals.Expression),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AreEquivalent" } } => true,
            _ => false,
        })
        .Select(file.At);

    private static bool IsText(SyntaxNode node) => node is InvocationExpressionSyntax
    {
        Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString" or "ToFullString" },
        ArgumentList.Arguments.Count: 0,
    };
}
