using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>Recognizes the text that MailKit's Send returns, within one member: awaited, in a local, in a member of a result object, parts of it.</summary>
internal sealed class SendText(ApiFile file, SyntaxNode member)
{
    private const int Deepest = 8;

    /// <summary>Whether <paramref name="operation"/>, a string or something computed from it, is the text of a Send.</summary>
    public bool Is(IOperation? operation) => Is(operation, Deepest);

    /// <summary>Whether <paramref name="call"/> sends with MailKit and returns the text.</summary>
    public static bool IsSend(IInvocationOperation call, ExceptionSymbols symbols) =>
        call.TargetMethod.Name is "Send" or "SendAsync" && symbols.LibraryOf(call) == MailLibrary.MailKit
        && call.TargetMethod.ReturnType is { SpecialType: SpecialType.System_String }
            or INamedTypeSymbol { Name: "Task", TypeArguments: [{ SpecialType: SpecialType.System_String }] };

    private bool Is(IOperation? operation, int depth) => depth > 0 && operation switch
    {
        IAwaitOperation awaited => Is(awaited.Operation, depth),
        IParenthesizedOperation parenthesized => Is(parenthesized.Operand, depth),
        IConversionOperation conversion => Is(conversion.Operand, depth),
        ICoalesceOperation coalesce => Is(coalesce.Value, depth - 1),
        IConditionalAccessOperation access => Is(access.Operation, depth - 1),
        IConditionalAccessInstanceOperation instance => Is(CallSyntax.Receiver(instance), depth - 1),
        IInvocationOperation call => IsSend(call, file.Symbols) || IsOfCall(call, depth),
        ILocalReferenceOperation local => IsWritten(local.Local, null, depth),
        IPropertyReferenceOperation { Property.Name: "Result", Property.ContainingType.Name: "Task" or "ValueTask" } task => Is(task.Instance, depth - 1),
        IPropertyReferenceOperation { Property: { Name: "Length" } or { IsIndexer: true },
            Instance.Type.SpecialType: SpecialType.System_String } part => Is(part.Instance, depth - 1),
        IPropertyReferenceOperation { Instance: { } owner } property => IsWritten(property.Property, owner, depth),
        IFieldReferenceOperation { Instance: { } owner } field => IsWritten(field.Field, owner, depth),
        IArrayElementReferenceOperation element => Is(element.ArrayReference, depth - 1),
        IImplicitIndexerReferenceOperation part => Is(part.Instance, depth - 1),
        _ => false,
    };

    private bool IsOfCall(IInvocationOperation call, int depth) => call.TargetMethod.Name switch
    {
        "ConfigureAwait" or "GetAwaiter" or "GetResult" => Is(call.Instance, depth - 1),
        "Trim" or "TrimStart" or "TrimEnd" or "ToLower" or "ToUpper" or "ToLowerInvariant" or "ToUpperInvariant" or "Substring" or "Split"
            when call.TargetMethod.ContainingType.SpecialType == SpecialType.System_String => Is(call.Instance, depth - 1),
        "First" or "FirstOrDefault" or "Parse" when call.Arguments.Length > 0 => Is(call.Arguments[0].Value, depth - 1),
        _ => false,
    };

    // Every value that the variable is given in this member is the text, or none yet.
    private bool IsWritten(ISymbol variable, IOperation? owner, int depth)
    {
        var written = false;
        foreach (var value in Writes(variable, owner))
        {
            var operation = file.Model.GetOperation(value, file.Cancellation);
            if (operation is { ConstantValue.HasValue: true } or IDefaultValueOperation or IFieldReferenceOperation { Field.Name: "Empty" })
                continue;
            if (!Is(operation, depth - 1))
                return false;
            written = true;
        }

        return written;
    }

    private IEnumerable<ExpressionSyntax> Writes(ISymbol variable, IOperation? owner)
    {
        foreach (var node in member.DescendantNodes())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax { Initializer.Value: { } value } declared
                    when declared.Identifier.ValueText == variable.Name && Same(file.Model.GetDeclaredSymbol(declared, file.Cancellation)):
                    yield return value;
                    break;
                case AssignmentExpressionSyntax assignment when NameOf(assignment.Left) == variable.Name
                    && Same(file.SymbolOf(assignment.Left)) && IsOf(assignment):
                    yield return assignment.Right;
                    break;
            }
        }

        bool Same(ISymbol? symbol) => SymbolEqualityComparer.Default.Equals(symbol, variable);

        // result.Text = .., or new Result { Text = .. }
        bool IsOf(AssignmentExpressionSyntax assignment) =>
            owner is null || assignment.Left is IdentifierNameSyntax
            || (assignment.Left is MemberAccessExpressionSyntax access && access.Expression.ToString() == owner.Syntax.ToString());
    }

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
