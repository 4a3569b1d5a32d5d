using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Rules.Exceptions;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>SMTP3003: Send that returns has succeeded. The test becomes what it is then, and what cannot happen any more goes.</summary>
internal sealed class SendTextAsVerdictFix : RuleFix
{
    private static readonly string[] WordsOfFailure = ["err", "fail", "reject", "denied", "refuse", "invalid", "block", "defer", "unknown"];

    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.SendTextAsVerdict);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        if (context.Node is not ExpressionSyntax test || IsTrueForSuccess(context, test) is not { } success)
            yield break;
        var (whole, value) = Simplified(test, success);
        var root = value is null
            ? context.Root.ReplaceNode(whole, Other(whole, test).WithTriviaFrom(whole))
            : WithConstant(context.Root, whole, value.Value);
        if (root is not null)
            yield return new FixCandidate(FixKind.RightUse, "Take returning for success", WithoutUnusedText(context, root));
    }

    /// <summary>What the test says when the mail was accepted; null where that is not plain.</summary>
    private static bool? IsTrueForSuccess(FixContext context, ExpressionSyntax test) => test switch
    {
        InvocationExpressionSyntax call => Syntaxes.MethodName(call) switch
        {
            "IsNullOrEmpty" or "IsNullOrWhiteSpace" => false,
            "Contains" or "StartsWith" or "EndsWith" or "Equals" or "IsMatch" => !SpeaksOfFailure(call.ArgumentList),
            _ => null,
        },
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison =>
            comparison.IsKind(SyntaxKind.NotEqualsExpression) == (IsNothing(context, comparison.Right) || SpeaksOfFailure(comparison)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.GreaterThanExpression } => true,
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax constant } => !IsNothing(context, constant.Expression),
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax constant } } => IsNothing(context, constant.Expression),
        IsPatternExpressionSyntax { Pattern: RecursivePatternSyntax } => true,
        _ => null,
    };

    private static bool IsNothing(FixContext context, ExpressionSyntax expression) =>
        context.Model.GetConstantValue(expression, context.Cancellation) is { HasValue: true, Value: null or "" or 0 }
            || expression.ToString() is "string.Empty" or "String.Empty";

    private static bool SpeaksOfFailure(SyntaxNode node) => node.DescendantNodes().OfType<LiteralExpressionSyntax>()
        .Any(static literal => WordsOfFailure.Any(word => literal.Token.ValueText.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0));

    /// <summary>
    /// The largest expression around the test that the test's value settles, and its value; null where another operand is left to decide.
    /// </summary>
    private static (ExpressionSyntax Whole, bool? Value) Simplified(ExpressionSyntax test, bool value)
    {
        ExpressionSyntax whole = test;
        while (true)
        {
            switch (whole.Parent)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    whole = parenthesized;
                    continue;
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not:
                    (whole, value) = (not, !value);
                    continue;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both:
                    var settles = both.IsKind(SyntaxKind.LogicalOrExpression) == value;
                    whole = both;
                    if (settles)
                        continue;
                    return (whole, null);
                default:
                    return (whole, value);
            }
        }
    }

    private static ExpressionSyntax Other(ExpressionSyntax both, ExpressionSyntax test) =>
        both is BinaryExpressionSyntax binary ? binary.Left.Span.Contains(test.Span) ? binary.Right : binary.Left : both;

    private static SyntaxNode? WithConstant(SyntaxNode root, ExpressionSyntax whole, bool value)
    {
        switch (whole.Parent)
        {
            case IfStatementSyntax branch:
                return WithoutBranch(root, branch, value);
            case ConditionalExpressionSyntax conditional when conditional.Condition == whole:
                return root.ReplaceNode(conditional, (value ? conditional.WhenTrue : conditional.WhenFalse).WithTriviaFrom(conditional));
            case WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax:
                return null;
            default:
                return root.ReplaceNode(whole, SyntaxFactory.LiteralExpression(value ? SyntaxKind.TrueLiteralExpression
                    : SyntaxKind.FalseLiteralExpression).WithTriviaFrom(whole));
        }
    }

    // What is done in the one case is done always; what follows a return is never reached.
    private static SyntaxNode? WithoutBranch(SyntaxNode root, IfStatementSyntax branch, bool value)
    {
        if (branch.Parent is not BlockSyntax block)
            return null;
        var kept = value ? branch.Statement : branch.Else?.Statement;
        var statements = kept switch
        {
            null => [],
            BlockSyntax inner => inner.Statements.ToList(),
            _ => [kept],
        };
        var index = block.Statements.IndexOf(branch);
        var after = statements.LastOrDefault() is ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax
            ? []
            : block.Statements.Skip(index + 1).ToList();
        var indentation = branch.GetLeadingTrivia();
        for (var i = 0; i < statements.Count; i++)
        {
            var leading = i == 0 ? indentation : SyntaxFactory.TriviaList(indentation.Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
            statements[i] = statements[i].WithLeadingTrivia(leading);
        }

        if (statements.Count > 0)
            statements[statements.Count - 1] = statements[statements.Count - 1].WithTrailingTrivia(branch.GetTrailingTrivia());
        return root.ReplaceNode(block, block.WithStatements(SyntaxFactory.List(block.Statements.Take(index).Concat(statements).Concat(after))));
    }

    // var response = await client.SendAsync(message): where nothing reads it any more, the sending stays.
    private static SyntaxNode WithoutUnusedText(FixContext context, SyntaxNode root)
    {
        var names = context.Node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText).ToList();
        if (context.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member
            || root.FindToken(member.SpanStart).Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } mended)
        {
            return root;
        }

        foreach (var declaration in mended.DescendantNodes().OfType<LocalDeclarationStatementSyntax>())
        {
            if (declaration is { UsingKeyword.RawKind: 0, Declaration.Variables: [{ Initializer.Value: AwaitExpressionSyntax
                or InvocationExpressionSyntax } variable] }
                && names.Contains(variable.Identifier.ValueText)
                && !mended.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == variable.Identifier.ValueText))
            {
                var sending = SyntaxFactory.ExpressionStatement(variable.Initializer.Value.WithoutLeadingTrivia(),
                    declaration.SemicolonToken).WithLeadingTrivia(declaration.GetLeadingTrivia());
                return root.ReplaceNode(declaration, sending);
            }
        }

        return root;
    }
}
