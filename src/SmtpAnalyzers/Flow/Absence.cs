using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Flow;

/// <summary>
/// The side of a condition on which something was not found: what it says of the replies that come that way is only which were taken out.
/// </summary>
internal sealed class Absence(FunctionBody body)
{
    /// <summary>
    /// Whether <paramref name="way"/> is that of the replies whose text lacks some words: <c>!ex.Message.Contains("quota")</c>, or for
    /// which a helper of this file finds nothing. Who looks for enhanced codes, 5.1.1, knows what the rest of the class means.
    /// </summary>
    public bool IsOfText(BasicBlock guard, ControlFlowBranch? way) => IsNo(guard, way)
        && Search(guard.BranchValue) is { } search
        && !(body.Helper(search.TargetMethod)?.Syntax ?? search.Syntax).DescendantNodes().OfType<LiteralExpressionSyntax>()
            .Any(static literal => IsEnhancedCode(literal.Token.ValueText));

    /// <summary>
    /// Whether <paramref name="way"/> is that of the exceptions without a certain inner exception: no reply has one that says anything.
    /// </summary>
    public bool IsOfInner(BasicBlock guard, ControlFlowBranch? way) => IsNo(guard, way) && guard.BranchValue switch
    {
        IIsTypeOperation test => IsInner(test.ValueOperand),
        IIsPatternOperation test => IsInner(test.Value),
        IInvocationOperation call => body.Helper(call.TargetMethod) is { Syntax: var helper } && helper.Names("InnerException")
            && !helper.Names("Message", "StatusCode"),
        _ => false,
    };

    private static bool IsNo(BasicBlock guard, ControlFlowBranch? way) =>
        way?.IsConditionalSuccessor == (guard.ConditionKind == ControlFlowConditionKind.WhenFalse);

    private IInvocationOperation? Search(IOperation? condition) => condition switch
    {
        IInvocationOperation { TargetMethod.Name: "Contains" or "StartsWith" or "EndsWith" or "IsMatch" } call => call,
        IInvocationOperation call when body.Helper(call.TargetMethod) is not null => call,
        // ex.Message.IndexOf("quota") >= 0
        IBinaryOperation
        {
            OperatorKind: BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.NotEquals,
            LeftOperand: IInvocationOperation { TargetMethod.Name: "IndexOf" } call,
        } => call,
        _ => null,
    };

    private static bool IsEnhancedCode(string text) =>
        text.Zip(text.Skip(1), static (digit, point) => char.IsDigit(digit) && point == '.').Any(static found => found);

    private static bool IsInner(IOperation asked) =>
        asked.Unconverted() is IPropertyReferenceOperation { Property.Name: "InnerException" };
}
