using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>Reads what a verifier that is written by hand makes of the reply to a command that asks for a mailbox.</summary>
internal sealed class ProbeReading(MailFile file, SmtpCommandSite command)
{
    /// <summary>
    /// The test for 250 by which every other reply says that there is no such mailbox; null where there is none, or where the code knows
    /// other replies.
    /// </summary>
    public ExpressionSyntax? Verdict =>
        (TestAfter() is { } after && IsVerdict(after) ? after : Expected()) is { } test && !KnowsOthers(test) ? test : null;

    // Command("VRFY " + address, 250) in a try that returns true, and every exception is a no.
    private ExpressionSyntax? Expected()
    {
        var expected = command.Site.AncestorsAndSelf().TakeWhile(static node => node is not StatementSyntax)
            .OfType<InvocationExpressionSyntax>().SelectMany(static call => call.ArgumentList.Arguments)
            .Select(static argument => argument.Expression).FirstOrDefault(argument => Is250(argument));
        return expected?.FirstAncestorOrSelf<TryStatementSyntax>() is { Catches: { Count: > 0 } handlers } attempt
            && attempt.Block.Span.Contains(expected.Span)
            && attempt.Block.Statements.Last() is ReturnStatementSyntax { Expression.RawKind: (int)SyntaxKind.TrueLiteralExpression }
            && handlers.All(static handler => handler.Filter is null && handler.Block.Statements.LastOrDefault() is ReturnStatementSyntax
            {
                Expression.RawKind: (int)SyntaxKind.FalseLiteralExpression,
            })
            && file.Model.GetEnclosingSymbol(expected.SpanStart) is IMethodSymbol method
            && !VerifyWords.IsCareful(method.Name)
                ? expected
                : null;
    }

    // The first comparison with 250, before any other command.
    private ExpressionSyntax? TestAfter()
    {
        var end = file.Commands.Where(other => other.Flow == command.Flow && other.Site.SpanStart > command.Site.Span.End
                && other.Verb is not ("QUIT" or "RSET"))
            .Select(static other => other.Site.SpanStart).DefaultIfEmpty(int.MaxValue).Min();
        return command.Flow.DescendantNodes().OfType<ExpressionSyntax>()
            .FirstOrDefault(node => node.SpanStart > command.Site.Span.End && node.Span.End < end && IsTest(node));
    }

    private bool IsTest(ExpressionSyntax node) => node switch
    {
        InvocationExpressionSyntax { ArgumentList.Arguments: [var argument, ..] } call =>
            CallSyntax.MethodName(call) is "StartsWith" or "Equals" && Is250(argument.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } equal => Is250(equal.Left) || Is250(equal.Right),
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax constant } => Is250(constant.Expression),
        _ => false,
    };

    private bool Is250(ExpressionSyntax value) =>
        file.Model.GetConstantValue(value, file.Cancellation).Value is 250 or "250" or "250 ";

    // It is returned by a predicate, kept in a member called valid or exists, or decides between two such answers.
    private bool IsVerdict(ExpressionSyntax test)
    {
        SyntaxNode node = test;
        while (node.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax
            or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.EqualsExpression }
            or ConditionalAccessExpressionSyntax)
        {
            node = node.Parent;
        }

        return node.Parent switch
        {
            ReturnStatementSyntax or ArrowExpressionClauseSyntax => file.Model.GetEnclosingSymbol(test.SpanStart) is IMethodSymbol method
                && BoolTypes.IsBool(method.ReturnType) && !VerifyWords.IsCareful(method.Name),
            AssignmentExpressionSyntax set when set.Right == node => CallSyntax.NameOf(set.Left) is { } name && VerifyWords.IsYes(name),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax local } => VerifyWords.IsYes(local.Identifier.ValueText),
            ArgumentSyntax { NameColon.Name.Identifier.ValueText: var name } => VerifyWords.IsYes(name),
            ConditionalExpressionSyntax choice when choice.Condition == node => IsNo(choice.WhenFalse) && !IsNo(choice.WhenTrue),
            IfStatementSyntax branch when branch.Condition == node => Otherwise(branch) is { } other && IsNo(other),
            _ => false,
        };
    }

    // What is answered where the test fails: the else, or the next statement after a branch that has returned.
    private static ExpressionSyntax? Otherwise(IfStatementSyntax branch)
    {
        var statement = branch.Else?.Statement ?? (Returns(branch.Statement) && branch.Parent is BlockSyntax block
            ? block.Statements.SkipWhile(one => one != branch).Skip(1).FirstOrDefault()
            : null);
        return statement is BlockSyntax { Statements: [var only] } ? Answer(only) : Answer(statement);
    }

    private static bool Returns(StatementSyntax statement) =>
        statement is ReturnStatementSyntax or BlockSyntax { Statements: [.., ReturnStatementSyntax] };

    private static ExpressionSyntax? Answer(StatementSyntax? statement) => (statement as ReturnStatementSyntax)?.Expression;

    // false, "invalid", MailboxState.DoesNotExist
    private static bool IsNo(ExpressionSyntax answer) => answer.IsKind(SyntaxKind.FalseLiteralExpression)
        || VerifyWords.IsNo(answer is LiteralExpressionSyntax { Token.Value: string text } ? text.Replace(' ', '_') : Last(answer));

    private static string Last(ExpressionSyntax answer) =>
        answer is MemberAccessExpressionSyntax member ? member.Name.Identifier.ValueText : answer.ToString();

    // Another code, or the first digit of one, is looked at after the command: 4yz is somebody's business.
    private bool KnowsOthers(ExpressionSyntax test) =>
        command.Flow.DescendantNodes().OfType<LiteralExpressionSyntax>().Any(literal => literal.SpanStart > command.Site.Span.End
            && !test.Span.Contains(literal.Span) && literal.Token.Value switch
            {
                int number => number is 4 or 5 or 25 or 45 or 55 or (>= 251 and < 600 and not 354) or 400 or 500,
                char digit => digit is '4' or '5',
                string { Length: > 0 and <= 4 } text => text[0] is '2' or '4' or '5' && text.TrimEnd().All(char.IsDigit),
                _ => false,
            })
        || command.Flow.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
            name.SpanStart > command.Site.Span.End && VerifyWords.IsUndecided(name.Identifier.ValueText));
}
