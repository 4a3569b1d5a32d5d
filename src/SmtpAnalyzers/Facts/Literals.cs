using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>The constant texts that an argument can be: itself, or each element of the list that a lambda or a loop goes through.</summary>
internal static class Literals
{
    public static IEnumerable<string> Of(IOperation argument, ApiFile file)
    {
        while (argument is IConversionOperation conversion)
            argument = conversion.Operand;
        return argument switch
        {
            { ConstantValue: { HasValue: true, Value: string text } } => [text],
            { ConstantValue: { HasValue: true, Value: char character } } => [character.ToString()],
            IParameterReferenceOperation parameter => OfElements(ListOfLambda(parameter.Parameter, file), file),
            ILocalReferenceOperation local => OfElements(ListOfLoop(local.Local, file), file),
            _ => [],
        };
    }

    /// <summary>The regular expression of a call to a method of Regex: an argument, or that of the Regex it is called on.</summary>
    public static string? PatternOf(IInvocationOperation call, ApiFile file)
    {
        if (call.Instance is null)
            return call.Arguments.Length > 1 ? call.Arguments[1].Value.ConstantValue.Value as string : null;
        return call.Instance switch
        {
            IObjectCreationOperation creation => First(creation),
            IFieldReferenceOperation field => First(Initializer(field.Field, file)),
            IPropertyReferenceOperation property => First(Initializer(property.Property, file)) ?? Generated(property.Property),
            ILocalReferenceOperation local => First(Initializer(local.Local, file)),
            IInvocationOperation { TargetMethod: var generated } => Generated(generated),
            _ => null,
        };
    }

    private static string? Generated(ISymbol member) => member.GetAttributes()
        .Where(static attribute => attribute.AttributeClass?.Name == "GeneratedRegexAttribute")
        .Select(static attribute => attribute.ConstructorArguments.FirstOrDefault().Value as string)
        .FirstOrDefault();

    private static string? First(IOperation? creation) =>
        creation is IObjectCreationOperation { Arguments: [var pattern, ..] } ? pattern.Value.ConstantValue.Value as string
        : creation is IConversionOperation conversion ? First(conversion.Operand)
        : null;

    private static IOperation? Initializer(ISymbol symbol, ApiFile file) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault() is { } reference && reference.SyntaxTree == file.File.Root.SyntaxTree
            ? reference.GetSyntax(file.Cancellation) switch
            {
                VariableDeclaratorSyntax { Initializer.Value: { } value } => file.Model.GetOperation(value, file.Cancellation),
                PropertyDeclarationSyntax { Initializer.Value: { } value } => file.Model.GetOperation(value, file.Cancellation),
                _ => null,
            }
            : null;

    private static ExpressionSyntax? ListOfLambda(IParameterSymbol parameter, ApiFile file) =>
        parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(file.Cancellation)
            .FirstAncestorOrSelf<LambdaExpressionSyntax>() is { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } } }
        && member.Name.Identifier.ValueText is "Any" or "All" or "Exists" or "Count" or "First" or "FirstOrDefault" or "Where"
            ? member.Expression
            : null;

    private static ExpressionSyntax? ListOfLoop(ILocalSymbol local, ApiFile file) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(file.Cancellation) is ForEachStatementSyntax each ? each.Expression : null;

    private static IEnumerable<string> OfElements(ExpressionSyntax? list, ApiFile file)
    {
        if (list is IdentifierNameSyntax or MemberAccessExpressionSyntax)
        {
            var declared = file.SymbolOf(list) is { } symbol ? Initializer(symbol, file)?.Syntax : null;
            list = declared as ExpressionSyntax;
        }

        return list is null ? [] : list.DescendantNodes().OfType<LiteralExpressionSyntax>().Select(static literal => literal.Token.ValueText);
    }
}
