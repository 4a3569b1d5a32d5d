using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>Says whether a client that is written by hand fails where a test of the reply is met, or where it is not.</summary>
/// <param name="model">The model of the file.</param>
/// <param name="failures">What says that the message was not sent.</param>
internal sealed class ReplyTestOutcome(SemanticModel model, FailureSyntax failures)
{
    private const int MaxFlags = 3;

    /// <summary>What says that the message was not sent.</summary>
    public FailureSyntax Failures => failures;

    /// <summary>
    /// True if a failure follows where <paramref name="condition"/> has the value of <paramref name="whenTrue"/>, false if success does;
    /// null if that cannot be seen.
    /// </summary>
    public bool? IsFailing(ExpressionSyntax condition, bool whenTrue) => IsFailing(condition, whenTrue, MaxFlags);

    private bool? IsFailing(ExpressionSyntax condition, bool whenTrue, int flags)
    {
        while (true)
        {
            if (BoolSyntax.Around(condition) is var (whole, isSame))
                (condition, whenTrue) = (whole, whenTrue == isSame);
            else if (condition.Parent is BinaryExpressionSyntax other && IsOnlyOfNull(other, condition))
                condition = other;
            else
                break;
        }

        return condition.Parent switch
        {
            IfStatementSyntax branch when branch.Condition == condition => IsFailing(branch, whenTrue),
            ConditionalExpressionSyntax choice when choice.Condition == condition =>
                IsFailing(whenTrue ? choice.WhenTrue : choice.WhenFalse),
            ReturnStatementSyntax or ArrowExpressionClauseSyntax => !whenTrue,
            AssignmentExpressionSyntax { Left: var kept } assignment when assignment.Right == condition =>
                model.GetSymbolInfo(kept).Symbol is ILocalSymbol flag ? OfFlag(flag, assignment, whenTrue, flags)
                // recipient.Accepted = reply.StartsWith("250"): somebody else will ask.
                : kept is MemberAccessExpressionSyntax or IdentifierNameSyntax ? !whenTrue
                : null,
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } =>
                model.GetDeclaredSymbol(declarator) is ILocalSymbol flag ? OfFlag(flag, declarator, whenTrue, flags) : null,
            _ => null,
        };
    }

    // var accepted = reply.StartsWith("250"); if (!accepted) throw ...: the first that looks at the flag.
    private bool? OfFlag(ILocalSymbol flag, SyntaxNode write, bool whenTrue, int flags) =>
        flags > 0
        && write.FirstAncestorOrSelf<StatementSyntax>() is { } statement
        && AfterAll(statement).SelectMany(static next => next.DescendantNodes()).OfType<IdentifierNameSyntax>()
            .FirstOrDefault(name => name.Identifier.ValueText == flag.Name) is { } use
        && !(use.Parent is AssignmentExpressionSyntax again && again.Left == use)
            ? IsFailing(use, whenTrue, flags - 1)
            : null;

    // In its list, and behind the statements that it stands in.
    private static IEnumerable<StatementSyntax> AfterAll(StatementSyntax statement) => statement.AncestorsAndSelf()
        .TakeWhile(static node => node is not MemberDeclarationSyntax && !CallSyntax.IsNested(node))
        .OfType<StatementSyntax>()
        .SelectMany(StatementLists.After);

    private bool IsFailing(ExpressionSyntax answer) => failures.Is(answer) || answer.IsKind(SyntaxKind.FalseLiteralExpression);

    private bool IsFailing(IfStatementSyntax branch, bool whenTrue) => whenTrue ? failures.Is(branch.Statement)
        : branch.Else is { } otherwise ? failures.Is(otherwise.Statement)
        // if (reply == 250) continue; Quit(); throw ..
        : StatementLists.After(branch).FirstOrDefault(one => failures.IsNoted(one) || one is not ExpressionStatementSyntax) is { } next
            && EndsSuccessfully(branch.Statement)
            && (next is ThrowStatementSyntax || failures.IsReturned(next) || failures.IsNoted(next));

    private static bool EndsSuccessfully(StatementSyntax statement) =>
        statement.DescendantNodesAndSelf().Any(static node => node is ReturnStatementSyntax or ContinueStatementSyntax);

    // reply == null || !reply.StartsWith("221")
    private static bool IsOnlyOfNull(BinaryExpressionSyntax both, SyntaxNode one)
    {
        if (both.Kind() is not (SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression))
            return false;
        var other = both.Left == one ? both.Right : both.Left;
        return other is BinaryExpressionSyntax { Right.RawKind: (int)SyntaxKind.NullLiteralExpression } or IsPatternExpressionSyntax
            || CallSyntax.MethodName(other as InvocationExpressionSyntax ?? SyntaxFactory.InvocationExpression(other)) is "IsNullOrEmpty"
                or "IsNullOrWhiteSpace";
    }
}
