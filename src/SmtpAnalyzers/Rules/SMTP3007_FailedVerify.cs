using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Rules;

/// <summary>
/// SMTP3007: every exception of MailKit's Verify or Expand says that the mailbox is bad; 251, 252 and 4yz say no such thing.
/// </summary>
internal sealed class FailedVerify : Rule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.FailedVerify;

    public override IReadOnlyList<string> SpeaksOf { get; } = ["Verify", "Expand"];

    public override IEnumerable<Diagnostic> Findings(MailFile file) =>
        from call in file.NodesOf<InvocationExpressionSyntax>()
        where CallSyntax.MethodName(call) is "Verify" or "VerifyAsync" or "Expand" or "ExpandAsync"
        let attempt = call.Ancestors().TakeWhile(static node => node is not MemberDeclarationSyntax).OfType<TryStatementSyntax>()
            .FirstOrDefault(around => around.Block.Span.Contains(call.Span))
        where attempt is not null && file.CallsOf(attempt.Block).MailKit.Any(verify => verify.Syntax == call)
            && !file.CallsOf(attempt.Block).MailKit.Any(file.Mail.IsClientSend)
        let handler = attempt.Catches.FirstOrDefault(handler =>
            file.CaughtBy(handler) is { } type && file.Mail.Exceptions.Command.Contains(type))
        where handler is not null && !LooksAtCode(file, attempt, handler) && SaysInvalid(file, call, handler)
        group handler by handler into one
        select At(one.Key.Declaration!);

    private static bool LooksAtCode(MailFile file, TryStatementSyntax attempt, CatchClauseSyntax handler) => handler.Filter is not null
        || attempt.Catches.TakeWhile(other => other != handler)
            .Append(handler).Any(static one => one.Names("StatusCode", "ErrorCode"))
        || new RefusalHandlers(file).IsHandedOn(handler);

    private static bool SaysInvalid(MailFile file, SyntaxNode call, CatchClauseSyntax handler)
    {
        // The caller judges an exception that the handler throws again.
        if (handler.Block.DescendantNodes().Any(static node => node is ThrowStatementSyntax { Expression: null }))
            return false;
        var names = handler.Block.DescendantNodes().OfType<SimpleNameSyntax>().Select(static name => name.Identifier.ValueText).ToList();
        if (names.Any(VerifyWords.IsCareful))
            return false;
        return names.Any(VerifyWords.IsNo) || (AnswersYesOrNo(file, call)
            && handler.Block.DescendantNodes().OfType<ReturnStatementSyntax>().Any(returned => IsFalse(file, returned.Expression)))
            || handler.Block.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment => IsFalse(file, assignment.Right)
                && CallSyntax.NameOf(assignment.Left) is { } name && VerifyWords.IsYes(name));
    }

    private static bool IsFalse(MailFile file, ExpressionSyntax? value) => value is not null
        && file.Model.OperationOf(value, file.Cancellation) switch
        {
            { ConstantValue: { HasValue: true, Value: false } } => true,
            IInvocationOperation
            {
                TargetMethod.Name: "FromResult", Arguments: [{ Value.ConstantValue: { HasValue: true, Value: false } }],
            } => true,
            _ => false,
        };

    private static bool AnswersYesOrNo(MailFile file, SyntaxNode call) =>
        file.Model.GetEnclosingSymbol(call.SpanStart, file.Cancellation) is IMethodSymbol method
        && !VerifyWords.IsCareful(method.Name);
}
