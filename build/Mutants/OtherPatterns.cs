using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Mutants;

/// <summary>What a pattern may be changed to: a subpattern or an alternative is left out, a bound moves to its neighbour.</summary>
internal static class OtherPatterns
{
    /// <summary>The parts of <paramref name="pattern"/> that change, and what each becomes.</summary>
    public static IEnumerable<(SyntaxNode Part, string Says, SyntaxNode Other)> In(PatternSyntax pattern)
    {
        foreach (var part in pattern.DescendantNodesAndSelf())
        {
            switch (part)
            {
                case SubpatternSyntax { Parent: PropertyPatternClauseSyntax, Pattern: not (DiscardPatternSyntax or VarPatternSyntax) } sub:
                    yield return (sub.Pattern, $"without {Change.Short(sub)}", SyntaxFactory.DiscardPattern());
                    break;
                case SubpatternSyntax { Parent: PositionalPatternClauseSyntax, Pattern: not (DiscardPatternSyntax or VarPatternSyntax) } sub:
                    yield return (sub.Pattern, $"without {Change.Short(sub)}", SyntaxFactory.DiscardPattern());
                    break;
                case BinaryPatternSyntax binary:
                    yield return (binary, $"without {Change.Short(binary.Right)}", binary.Left.WithTriviaFrom(binary));
                    if (binary.Left is not BinaryPatternSyntax)
                        yield return (binary, $"without {Change.Short(binary.Left)}", binary.Right.WithTriviaFrom(binary));
                    break;
                case RelationalPatternSyntax bound:
                    yield return (bound, $"{bound} -> {Moved(bound)}", Moved(bound));
                    break;
            }
        }
    }

    private static RelationalPatternSyntax Moved(RelationalPatternSyntax bound) => bound.WithOperatorToken(SyntaxFactory.Token(
        bound.OperatorToken.Kind() switch
        {
            SyntaxKind.LessThanToken => SyntaxKind.LessThanEqualsToken,
            SyntaxKind.LessThanEqualsToken => SyntaxKind.LessThanToken,
            SyntaxKind.GreaterThanToken => SyntaxKind.GreaterThanEqualsToken,
            _ => SyntaxKind.GreaterThanToken,
        }).WithTriviaFrom(bound.OperatorToken));
}
