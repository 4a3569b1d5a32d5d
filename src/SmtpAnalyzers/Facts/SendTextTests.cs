using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>Finds the tests of the text that MailKit's Send returns by which the program decides what becomes of the mail.</summary>
internal sealed class SendTextTests(MailFile file)
{
    private readonly SendTextDecisions _verdict = new(file);
    private readonly SendText _text = new(file);

    /// <summary>All of them, each as the user sees it; a part of one that is found is not found again.</summary>
    public IEnumerable<SyntaxNode> Deciding()
    {
        var found = new HashSet<SyntaxNode>();
        foreach (var node in file.NodesOf<InvocationExpressionSyntax>().Any(IsKept) ? file.Nodes.Where(MayLook) : [])
        {
            if (file.Values.Operation(node) is { } test && Decides(test) && CallSyntax.Whole(test.Syntax) is var whole
                && !found.Any(other => other.Span.Contains(whole.Span)) && found.Add(whole))
            {
                yield return whole;
            }
        }
    }

    // A send with MailKit whose text is not dropped.
    private bool IsKept(InvocationExpressionSyntax call) => CallSyntax.MethodName(call) is "Send" or "SendAsync"
        && call.Parent is not ExpressionStatementSyntax and not AwaitExpressionSyntax { Parent: ExpressionStatementSyntax }
        && file.Values.Operation(call) is IInvocationOperation send && SendText.IsSend(send, file.Mail.Exceptions);

    private static bool MayLook(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => CallSyntax.MethodName(call) is "Contains" or "StartsWith" or "EndsWith" or "IndexOf" or "Equals"
            or "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "IsMatch" or "Match" or "Compare" or "TryParse",
        BinaryExpressionSyntax or IsPatternExpressionSyntax or SwitchStatementSyntax or SwitchExpressionSyntax => true,
        _ => false,
    };

    private bool Decides(IOperation test) => test switch
    {
        IInvocationOperation { Instance: { } instance } call =>
            (_text.Is(instance) || call.Arguments.Any(IsText)) && _verdict.Decides(call),
        IInvocationOperation call => call.Arguments.Take(2).Any(IsText) && _verdict.Decides(call),
        IBinaryOperation
        {
            OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
                or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual
                or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual,
        } comparison => (_text.Is(comparison.LeftOperand) || _text.Is(comparison.RightOperand)) && _verdict.Decides(comparison),
        IIsPatternOperation match => _text.Is(match.Value) && _verdict.Decides(match),
        ISwitchOperation choice =>
            _text.Is(choice.Value) && choice.Cases.Any(section => section.Body.Any(statement => _verdict.Says(statement, choice))),
        ISwitchExpressionOperation choice =>
            _text.Is(choice.Value) && (choice.Arms.Any(arm => _verdict.Says(arm.Value, choice)) || _verdict.Decides(choice)),
        _ => false,
    };

    private bool IsText(IArgumentOperation argument) => _text.Is(argument.Value);
}
