using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>Which of the values that a verifier returns say that there is no such mailbox.</summary>
/// <param name="file">The file.</param>
internal sealed class ProbeVerdicts(MailFile file)
{
    /// <summary>Whether <paramref name="answer"/> is false, or something that is called invalid or holds such a word.</summary>
    public bool IsNo(SyntaxNode answer) => answer switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } => !IsInCareful(answer),
        LiteralExpressionSyntax { Token.Value: string text } => VerifyWords.IsNo(text.Replace(' ', '_')),
        ParenthesizedExpressionSyntax { Expression: var inner } => IsNo(inner),
        MemberAccessExpressionSyntax member => VerifyWords.IsNo(member.Name.Identifier.ValueText),
        IdentifierNameSyntax name => VerifyWords.IsNo(name.Identifier.ValueText),
        TupleExpressionSyntax tuple => IsNo(tuple),
        InvocationExpressionSyntax call => IsNo(call),
        BaseObjectCreationExpressionSyntax creation =>
            (creation.ArgumentList is { Arguments: var arguments } && arguments.Any(IsNoArgument))
            || (creation.Initializer is { Expressions: var members } && members.Any(IsNoMember)),
        _ => false,
    };

    /// <summary>Whether the element of a tuple that <paramref name="value"/> is says whether the mailbox exists.</summary>
    public bool IsVerdict(ArgumentSyntax value) => value.Parent switch
    {
        TupleExpressionSyntax tuple => IsYes(tuple, value),
        _ => file.Model.OperationOf(value, file.Cancellation) is IArgumentOperation { Parameter.Name: var name }
            && VerifyWords.IsYes(name),
    };

    // return Task.FromResult(false), return Verdict.Invalid("...")
    private bool IsNo(InvocationExpressionSyntax call) => CallSyntax.MethodName(call) is { } name
        && (VerifyWords.IsNo(name) || (name == "FromResult" ? call.ArgumentList.Arguments is [var value] && IsNo(value.Expression)
            : call.ArgumentList.Arguments.Any(IsNoArgument)));

    private bool IsNoArgument(ArgumentSyntax argument) =>
        (argument.Expression.IsKind(SyntaxKind.FalseLiteralExpression) && IsVerdict(argument))
        || (argument.Expression is MemberAccessExpressionSyntax && IsNo(argument.Expression));

    private static bool IsNoMember(ExpressionSyntax member) => member is AssignmentExpressionSyntax set
        && ((set.Right.IsKind(SyntaxKind.FalseLiteralExpression) && CallSyntax.NameOf(set.Left) is { } name && VerifyWords.IsYes(name))
            || (set.Right is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var value } && VerifyWords.IsNo(value)));

    private bool IsNo(TupleExpressionSyntax tuple) => tuple.Arguments.Any(element =>
        element.Expression.IsKind(SyntaxKind.FalseLiteralExpression) ? IsYes(tuple, element)
            : element.Expression is MemberAccessExpressionSyntax && IsNo(element.Expression));

    // (bool Exists, string Text); without names, the only bool of a method that asks.
    private bool IsYes(TupleExpressionSyntax tuple, ArgumentSyntax element)
    {
        var info = file.Model.GetTypeInfo(tuple, file.Cancellation);
        if ((info.ConvertedType ?? info.Type) is not INamedTypeSymbol { IsTupleType: true } type || Returned(tuple) is not { } returned)
            return false;
        type = returned.TupleElements.Length == type.TupleElements.Length ? returned : type;
        var field = type.TupleElements[tuple.Arguments.IndexOf(element)];
        return BoolTypes.IsBool(field.Type) && !IsInCareful(tuple)
            && (VerifyWords.IsYes(field.Name)
                || (!field.IsExplicitlyNamedTupleElement && type.TupleElements.Count(static one => BoolTypes.IsBool(one.Type)) == 1));
    }

    // The names that the method gives to what it returns.
    private INamedTypeSymbol? Returned(SyntaxNode value) =>
        file.Model.GetEnclosingSymbol(value.SpanStart, file.Cancellation) is IMethodSymbol { ReturnType: INamedTypeSymbol type }
            ? type is { Name: "Task" or "ValueTask", TypeArguments: [INamedTypeSymbol result] } ? result : type
            : null;

    private bool IsInCareful(SyntaxNode value) =>
        file.Model.GetEnclosingSymbol(value.SpanStart, file.Cancellation) is IMethodSymbol method && VerifyWords.IsCareful(method.Name);
}
