using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Rules;

/// <summary>
/// SMTP3007 in a verifier that is written by hand: of the replies to VRFY, or to a RCPT that no DATA follows, 250 alone says that the
/// mailbox exists, and every other that it does not.
/// </summary>
internal sealed class ProbeIsVerdict : Rule
{
    private static readonly ImmutableHashSet<string> Verifying = WordSplitter.InAnyForm("verify validate probe exist")
        .Union(WordSplitter.Exactly("verifier validator verification validation valid checker deliverable deliverability callout"));

    private static readonly ImmutableHashSet<string> Existing =
        WordSplitter.Exactly("valid exists exist existing deliverable verified reachable");

    private static readonly ImmutableHashSet<string> Undecided =
        WordSplitter.Exactly("unknown maybe unsure undetermined inconclusive temporary transient greylisted");

    public override DiagnosticDescriptor Descriptor => Descriptors.FailedVerify;

    public override IEnumerable<Diagnostic> Findings(MailFile file) =>
        from command in file.Commands
        where command.Verb is "VRFY" or "RCPT" && IsProbe(file, command)
        let test = TestAfter(file, command) is { } after && IsVerdict(file, after) ? after : Expected(file, command)
        where test is not null && !KnowsOthers(file, command, test)
        select Diagnostic.Create(Descriptor, test.GetLocation());

    private static bool IsProbe(MailFile file, SmtpCommandSite command)
    {
        var type = command.Site.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        // A client that sends needs no VRFY for it.
        return type is not null && (command.Verb == "VRFY"
            || (!file.Commands.Any(other => other.Verb == "DATA" && type.Span.Contains(other.Site.Span))
                && (IsVerifying(type.Identifier.ValueText) || (command.Site.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
                    && IsVerifying(method.Identifier.ValueText)))));
    }

    // Command("VRFY " + address, 250) in a try that returns true, and every exception is a no.
    private static ExpressionSyntax? Expected(MailFile file, SmtpCommandSite command)
    {
        var expected = command.Site.AncestorsAndSelf().TakeWhile(static node => node is not StatementSyntax)
            .OfType<InvocationExpressionSyntax>().SelectMany(static call => call.ArgumentList.Arguments)
            .Select(static argument => argument.Expression).FirstOrDefault(argument => Is250(file, argument));
        return expected?.FirstAncestorOrSelf<TryStatementSyntax>() is { Catches: { Count: > 0 } handlers } attempt
            && attempt.Block.Span.Contains(expected.Span)
            && attempt.Block.Statements.Last() is ReturnStatementSyntax { Expression.RawKind: (int)SyntaxKind.TrueLiteralExpression }
            && handlers.All(static handler => handler.Filter is null && handler.Block.Statements.LastOrDefault() is ReturnStatementSyntax
            {
                Expression.RawKind: (int)SyntaxKind.FalseLiteralExpression,
            })
            && file.Model.GetEnclosingSymbol(expected.SpanStart) is IMethodSymbol method
            && !WordSplitter.OfName(method.Name).Any(FailedVerify.Careful.Contains)
                ? expected
                : null;
    }

    private static bool IsVerifying(string name) => WordSplitter.OfName(name).Any(Verifying.Contains);

    // The first comparison with 250, before any other command.
    private static ExpressionSyntax? TestAfter(MailFile file, SmtpCommandSite command)
    {
        var end = file.Commands.Where(other => other.Flow == command.Flow && other.Site.SpanStart > command.Site.Span.End
                && other.Verb is not ("QUIT" or "RSET"))
            .Select(static other => other.Site.SpanStart).DefaultIfEmpty(int.MaxValue).Min();
        return command.Flow.DescendantNodes().OfType<ExpressionSyntax>()
            .FirstOrDefault(node => node.SpanStart > command.Site.Span.End && node.Span.End < end && IsTest(file, node));
    }

    private static bool IsTest(MailFile file, ExpressionSyntax node) => node switch
    {
        InvocationExpressionSyntax { ArgumentList.Arguments: [var argument, ..] } call =>
            CallSyntax.MethodName(call) is "StartsWith" or "Equals" && Is250(file, argument.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } equal => Is250(file, equal.Left) || Is250(file, equal.Right),
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax constant } => Is250(file, constant.Expression),
        _ => false,
    };

    private static bool Is250(MailFile file, ExpressionSyntax value) =>
        file.Model.GetConstantValue(value, file.Cancellation).Value is 250 or "250" or "250 ";

    // It is returned by a predicate, kept in a member called valid or exists, or decides between two such answers.
    private static bool IsVerdict(MailFile file, ExpressionSyntax test)
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
                && BoolTypes.IsBool(method.ReturnType) && !WordSplitter.OfName(method.Name).Any(FailedVerify.Careful.Contains),
            AssignmentExpressionSyntax set when set.Right == node => Says(set.Left.ToString()),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax local } => Says(local.Identifier.ValueText),
            ArgumentSyntax { NameColon.Name.Identifier.ValueText: var name } => Says(name),
            ConditionalExpressionSyntax choice when choice.Condition == node => IsNo(choice.WhenFalse) && !IsNo(choice.WhenTrue),
            IfStatementSyntax branch when branch.Condition == node => Otherwise(branch) is { } other && IsNo(other),
            _ => false,
        };
    }

    private static bool Says(string name) =>
        WordSplitter.OfName(name.Substring(name.LastIndexOf('.') + 1)).Any(Existing.Contains);

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
        || FailedVerify.IsBad(answer is LiteralExpressionSyntax { Token.Value: string text } ? text.Replace(' ', '_') : Last(answer));

    private static string Last(ExpressionSyntax answer) =>
        answer is MemberAccessExpressionSyntax member ? member.Name.Identifier.ValueText : answer.ToString();

    // Another code, or the first digit of one, is looked at after the command: 4yz is somebody's business.
    private static bool KnowsOthers(MailFile file, SmtpCommandSite command, ExpressionSyntax test) =>
        command.Flow.DescendantNodes().OfType<LiteralExpressionSyntax>().Any(literal => literal.SpanStart > command.Site.Span.End
            && !test.Span.Contains(literal.Span) && literal.Token.Value switch
            {
                int number => number is 4 or 5 or 25 or 45 or 55 or (>= 251 and < 600 and not 354) or 400 or 500,
                char digit => digit is '4' or '5',
                string { Length: > 0 and <= 4 } text => text[0] is '2' or '4' or '5' && text.TrimEnd().All(char.IsDigit),
                _ => false,
            })
        || command.Flow.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
            name.SpanStart > command.Site.Span.End && WordSplitter.OfName(name.Identifier.ValueText).Any(Undecided.Contains));
}
