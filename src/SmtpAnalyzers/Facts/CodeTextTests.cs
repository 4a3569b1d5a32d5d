using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>Finds where a file looks for the digits of a reply code in a text, whatever text that is.</summary>
internal sealed class CodeTextTests(MailFile file)
{
    /// <summary>Each test, the text that is tested, and the digits that are looked for.</summary>
    public IEnumerable<(SyntaxNode Test, IOperation? Text, string What)> All() =>
        file.NodesOf<LiteralExpressionSyntax>()
            .Where(static literal => IsCandidate(literal.Token.ValueText))
            .SelectMany(OfLiteral)
            .Concat(file.NodesOf<InvocationExpressionSyntax>().SelectMany(OfCall));

    private static bool IsCandidate(string text) =>
        text.Length is > 0 and < 100 && (CodeDigits.IsCode(text) || CodeDigits.IsBeginning(text));

    private IEnumerable<(SyntaxNode, IOperation?, string)> OfLiteral(LiteralExpressionSyntax literal)
    {
        if (literal.Kind() is not (SyntaxKind.StringLiteralExpression or SyntaxKind.CharacterLiteralExpression))
            yield break;
        var digits = literal.Token.ValueText;
        switch (literal.Parent)
        {
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison
                when file.Model.OperationOf(comparison, file.Cancellation) is IBinaryOperation operation:
                var other = operation.LeftOperand.Syntax.Span.Contains(literal.Span) ? operation.RightOperand : operation.LeftOperand;
                if (CodeDigits.IsCode(digits) || IsFirst(other))
                    yield return (comparison, other, digits);
                break;
            case ConstantPatternSyntax pattern
                when pattern.FirstAncestorOrSelf<SyntaxNode>(static node => node is not PatternSyntax) is { } around:
                var subject = around switch
                {
                    IsPatternExpressionSyntax test => test.Expression,
                    SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } => choice.GoverningExpression,
                    _ => null,
                };
                if (subject is not null && file.Model.OperationOf(subject, file.Cancellation) is { } matched && (CodeDigits.IsCode(digits)
                    || IsFirst(matched)))
                {
                    yield return (around is IsPatternExpressionSyntax ? around : subject, matched, digits);
                }

                break;
            case CaseSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice }
                when file.Model.OperationOf(choice.Expression, file.Cancellation) is { } switched
                    && (CodeDigits.IsCode(digits) || IsFirst(switched)):
                yield return (choice.Expression, switched, digits);
                break;
        }
    }

    private IEnumerable<(SyntaxNode, IOperation?, string)> OfCall(InvocationExpressionSyntax syntax)
    {
        var name = CallSyntax.MethodName(syntax);
        if (name is not ("Contains" or "StartsWith" or "EndsWith" or "IndexOf" or "Equals" or "IsMatch" or "Match" or "Matches" or "Parse"
            or "TryParse" or "ToInt32")
            || file.Model.OperationOf(syntax, file.Cancellation) is not IInvocationOperation call)
        {
            yield break;
        }

        switch (call.TargetMethod.ContainingType)
        {
            case { SpecialType: SpecialType.System_String } when call.Instance is { } text && call.Arguments.Length > 0:
                foreach (var digits in Literals.Of(call.Arguments[0].Value, file.Values))
                {
                    if (CodeDigits.IsCode(digits) || (name == "StartsWith" && CodeDigits.IsBeginning(digits)))
                        yield return (syntax, text, digits);
                }

                break;
            case { SpecialType: SpecialType.System_String } when name == "Equals" && call.Arguments.Length >= 2:
                var (first, second) = (call.Arguments[0].Value, call.Arguments[1].Value);
                foreach (var (one, another) in new[] { (first, second), (second, first) })
                {
                    if (one.ConstantValue is { HasValue: true, Value: string digits } && CodeDigits.IsCode(digits))
                        yield return (syntax, another, digits);
                }

                break;
            // ex.Message.Split(' ').Contains("451")
            case { Name: "Enumerable" or "MemoryExtensions" } when name == "Contains" && call.Arguments.Length >= 2:
                foreach (var digits in Literals.Of(call.Arguments[1].Value, file.Values).Where(CodeDigits.IsCode))
                    yield return (syntax, call.Arguments[0].Value, digits);
                break;
            case { Name: "Regex" } when call.Arguments.Length > 0:
                if (Literals.PatternOf(call, file.Values) is { } pattern && CodeDigits.IsPattern(pattern))
                    yield return (syntax, call.Arguments[0].Value, pattern);
                break;
            case { Name: "Int32" or "Int16" or "Convert" } when name is "Parse" or "TryParse" or "ToInt32" && call.Arguments.Length > 0:
                yield return (syntax, call.Arguments[0].Value, syntax.Expression.ToString());
                break;
        }
    }

    // The first character of a text, or its beginning.
    private static bool IsFirst(IOperation operation) => operation switch
    {
        IConversionOperation conversion => IsFirst(conversion.Operand),
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [{ Value.ConstantValue: { HasValue: true, Value: 0 } }] } =>
            true,
        IInvocationOperation { TargetMethod.Name: "First" or "FirstOrDefault" } => true,
        IInvocationOperation { TargetMethod.Name: "Substring", Arguments: [{ Value.ConstantValue: { HasValue: true, Value: 0 } }, _] } =>
            true,
        IImplicitIndexerReferenceOperation => true,
        _ => false,
    };
}
