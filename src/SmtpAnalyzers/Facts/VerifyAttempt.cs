using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>A call of MailKit's Verify or Expand, and the handler of its refusals.</summary>
internal sealed class VerifyAttempt(MailFile file, InvocationExpressionSyntax call, TryStatementSyntax attempt, CatchClauseSyntax handler)
{
    public CatchClauseSyntax Handler => handler;

    /// <summary>All in <paramref name="file"/> whose try sends nothing besides.</summary>
    public static IEnumerable<VerifyAttempt> In(MailFile file) =>
        from call in file.NodesOf<InvocationExpressionSyntax>()
        where CallSyntax.MethodName(call) is "Verify" or "VerifyAsync" or "Expand" or "ExpandAsync"
        let attempt = call.Ancestors().TakeWhile(static node => node is not MemberDeclarationSyntax).OfType<TryStatementSyntax>()
            .FirstOrDefault(around => around.Block.Span.Contains(call.Span))
        where attempt is not null && file.CallsOf(attempt.Block).MailKit.Any(verify => verify.Syntax == call)
            && !file.CallsOf(attempt.Block).MailKit.Any(file.Mail.IsClientSend)
        let handler = attempt.Catches.FirstOrDefault(handler =>
            file.CaughtBy(handler) is { } type && file.Mail.Exceptions.Command.Contains(type))
        where handler is not null
        select new VerifyAttempt(file, call, attempt, handler);

    /// <summary>Whether something looks at the reply code, or may do so.</summary>
    public bool LooksAtCode => handler.Filter is not null
        || attempt.Catches.TakeWhile(other => other != handler).Append(handler).Any(static one => one.Names("StatusCode", "ErrorCode"))
        || new RefusalHandlers(file).IsHandedOn(handler);

    /// <summary>
    /// Whether the handler says that there is no such mailbox. The caller judges an exception that it throws again.
    /// </summary>
    public bool SaysInvalid
    {
        get
        {
            var nodes = handler.Block.DescendantNodes().ToList();
            var names = nodes.OfType<SimpleNameSyntax>().Select(static name => name.Identifier.ValueText).ToList();
            return !nodes.Any(static node => node is ThrowStatementSyntax { Expression: null })
                && !names.Any(VerifyWords.IsCareful)
                && (names.Any(VerifyWords.IsNo) || (AnswersYesOrNo && nodes.Any(IsNo)) || nodes.Any(IsNotedAsNo));
        }
    }

    private bool AnswersYesOrNo =>
        file.Model.GetEnclosingSymbol(call.SpanStart, file.Cancellation) is IMethodSymbol method && !VerifyWords.IsCareful(method.Name);

    private bool IsNo(SyntaxNode node) => node is ReturnStatementSyntax { Expression: { } answer } && IsFalse(answer);

    private bool IsNotedAsNo(SyntaxNode node) => node is AssignmentExpressionSyntax assignment && IsFalse(assignment.Right)
        && CallSyntax.NameOf(assignment.Left) is { } name && VerifyWords.IsYes(name);

    private bool IsFalse(ExpressionSyntax value) => file.Model.OperationOf(value, file.Cancellation) is { } answer
        && BoolTypes.OfTask(answer).ConstantValue is { HasValue: true, Value: false };
}
