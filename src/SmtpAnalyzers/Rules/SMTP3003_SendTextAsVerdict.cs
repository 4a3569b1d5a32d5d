using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP3003: the text that MailKit's Send returns is compared, searched or measured to decide whether the mail was accepted.</summary>
internal sealed class SendTextAsVerdict : ExceptionRule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.SendTextAsVerdict;

    public override IEnumerable<Diagnostic> Findings(ApiFile file)
    {
        var verdict = new DecisionDetector(file);
        foreach (var member in Members(file))
        {
            var text = new SendText(file, member);
            var reported = new HashSet<SyntaxNode>();
            foreach (var node in member.DescendantNodes())
            {
                if (IsTest(node) && file.Model.GetOperation(node, file.Cancellation) is { } test
                    && Looks(test, text, verdict) && CallSyntax.Whole(test.Syntax) is var whole
                        && !reported.Any(other => other.Span.Contains(whole.Span)) && reported.Add(whole))
                {
                    yield return At(whole);
                }
            }
        }
    }

    // The members that send with MailKit and could look at what that returns.
    private static IEnumerable<SyntaxNode> Members(ApiFile file) => file.Nodes<InvocationExpressionSyntax>()
        .Where(static call => CallSyntax.MethodName(call) is "Send" or "SendAsync"
            && call.Parent is not ExpressionStatementSyntax and not AwaitExpressionSyntax { Parent: ExpressionStatementSyntax })
        .Where(call => file.Model.GetOperation(call, file.Cancellation) is IInvocationOperation send && SendText.IsSend(send, file.Symbols))
        .Select(call => call.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member and not GlobalStatementSyntax ? member : file.File.Root)
        .Distinct();

    private static bool IsTest(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => CallSyntax.MethodName(call) is "Contains" or "StartsWith" or "EndsWith" or "IndexOf" or "Equals"
            or "IsNullOrEmpty" or "IsNullOrWhiteSpace"
            or "IsMatch" or "Match" or "Compare" or "TryParse",
        BinaryExpressionSyntax or IsPatternExpressionSyntax or SwitchStatementSyntax or SwitchExpressionSyntax => true,
        _ => false,
    };

    private static bool Looks(IOperation test, SendText text, DecisionDetector verdict) => test switch
    {
        IInvocationOperation { Instance: { } instance } call => (text.Is(instance)
            || call.Arguments.Any(argument => text.Is(argument.Value))) && verdict.Decides(call),
        IInvocationOperation call => call.Arguments.Take(2).Any(argument => text.Is(argument.Value)) && verdict.Decides(call),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.GreaterThan
            or BinaryOperatorKind.GreaterThanOrEqual
            or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual } comparison =>
            (text.Is(comparison.LeftOperand) || text.Is(comparison.RightOperand)) && verdict.Decides(comparison),
        IIsPatternOperation match => text.Is(match.Value) && verdict.Decides(match),
        ISwitchOperation choice => text.Is(choice.Value) && choice.Cases.Any(section => section.Body.Any(statement => verdict.Says(statement, choice))),
        ISwitchExpressionOperation choice => text.Is(choice.Value) && (choice.Arms.Any(arm => verdict.Says(arm.Value, choice)) || verdict.Decides(choice)),
        _ => false,
    };
}
