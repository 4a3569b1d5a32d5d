using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Rules;

/// <summary>
/// SMTP3003: the text that MailKit's Send returns is compared, searched or measured to decide whether the mail was accepted.
/// </summary>
internal sealed class SendTextAsVerdict : Rule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.SendTextAsVerdict;

    public override IEnumerable<Diagnostic> Findings(MailFile file)
    {
        if (!file.NodesOf<InvocationExpressionSyntax>().Any(call => IsKept(call, file)))
            yield break;
        var (verdict, text, reported) = (new SendTextDecisions(file), new SendText(file), new HashSet<SyntaxNode>());
        foreach (var node in file.Nodes.Where(IsTest))
        {
            if (file.Values.Operation(node) is { } test && Looks(test, text, verdict) && CallSyntax.Whole(test.Syntax) is var whole
                && !reported.Any(other => other.Span.Contains(whole.Span)) && reported.Add(whole))
            {
                yield return At(whole);
            }
        }
    }

    // A send with MailKit whose text is not dropped.
    private static bool IsKept(InvocationExpressionSyntax call, MailFile file) => CallSyntax.MethodName(call) is "Send" or "SendAsync"
        && call.Parent is not ExpressionStatementSyntax and not AwaitExpressionSyntax { Parent: ExpressionStatementSyntax }
        && file.Values.Operation(call) is IInvocationOperation send && SendText.IsSend(send, file.Mail.Exceptions);

    private static bool IsTest(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => CallSyntax.MethodName(call) is "Contains" or "StartsWith" or "EndsWith" or "IndexOf" or "Equals"
            or "IsNullOrEmpty" or "IsNullOrWhiteSpace"
            or "IsMatch" or "Match" or "Compare" or "TryParse",
        BinaryExpressionSyntax or IsPatternExpressionSyntax or SwitchStatementSyntax or SwitchExpressionSyntax => true,
        _ => false,
    };

    private static bool Looks(IOperation test, SendText text, SendTextDecisions verdict) => test switch
    {
        IInvocationOperation { Instance: { } instance } call => (text.Is(instance)
            || call.Arguments.Any(argument => text.Is(argument.Value))) && verdict.Decides(call),
        IInvocationOperation call => call.Arguments.Take(2).Any(argument => text.Is(argument.Value)) && verdict.Decides(call),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.GreaterThan
            or BinaryOperatorKind.GreaterThanOrEqual
            or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual } comparison =>
            (text.Is(comparison.LeftOperand) || text.Is(comparison.RightOperand)) && verdict.Decides(comparison),
        IIsPatternOperation match => text.Is(match.Value) && verdict.Decides(match),
        ISwitchOperation choice =>
            text.Is(choice.Value) && choice.Cases.Any(section => section.Body.Any(statement => verdict.Says(statement, choice))),
        ISwitchExpressionOperation choice =>
            text.Is(choice.Value) && (choice.Arms.Any(arm => verdict.Says(arm.Value, choice)) || verdict.Decides(choice)),
        _ => false,
    };
}
