using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Sources;

namespace SmtpAnalyzers.Flow;

/// <summary>A look into a collection: the collection, the value looked for, and the elements or keys where all of them can be seen.</summary>
internal sealed record LookUp(IOperation List, IOperation Value, IReadOnlyList<ListElement>? Elements);

/// <summary>Reads the constants of the arrays, sets, lists and dictionaries that a body looks reply codes up in.</summary>
internal sealed class ReplyCodeLists(Definitions definitions, MailSymbols mail)
{
    /// <summary>The parts of <paramref name="call"/> where it asks whether a collection has an element or a key, else null.</summary>
    public LookUp? Asked(IInvocationOperation call) =>
        call.Type?.SpecialType == SpecialType.System_Boolean && call.TargetMethod.Name is "Contains" or "ContainsKey" or "TryGetValue" ? In(call) : null;

    /// <summary>The parts of <paramref name="operation"/> where it reads what a dictionary has for a key, else null.</summary>
    public LookUp? Read(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.Name: "TryGetValue" or "GetValueOrDefault" } call => In(call),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list, Arguments: [var key] } => In(list, key.Value),
        _ => null,
    };

    private LookUp? In(IInvocationOperation call) => call switch
    {
        { Instance: { } list, Arguments: [var key, ..] } => In(list, key.Value),
        { Instance: null, Arguments: [var list, var key, ..] } => In(list.Value, key.Value),
        _ => null,
    };

    private LookUp In(IOperation list, IOperation value)
    {
        list = Unconverted(list);
        return new(list, value, Elements(list));
    }

    private IOperation Unconverted(IOperation list)
    {
        list = definitions.Unwrap(list);
        while (list is IConversionOperation conversion)
            list = definitions.Unwrap(conversion.Operand);
        return list;
    }

    private IReadOnlyList<ListElement>? Elements(IOperation list) => definitions.Model is not { } model ? null : list switch
    {
        ILocalReferenceOperation local when definitions.Writes(local.Local) is [{ } value] => Elements(Unconverted(value)),
        IFieldReferenceOperation { Field: { IsReadOnly: true } field } => OfDeclaration(field, field.Type, model),
        IPropertyReferenceOperation { Property: { IsReadOnly: true, IsIndexer: false } property } => OfDeclaration(property, property.Type, model),
        { Syntax: ExpressionSyntax expression } => new ListSyntax(part => ConstantIn(model, part)).Elements(expression),
        _ => null,
    };

    private IReadOnlyList<ListElement>? OfDeclaration(ISymbol symbol, ITypeSymbol type, SemanticModel model)
    {
        if (symbol.DeclaringSyntaxReferences is not [var reference])
            return null;
        var value = reference.GetSyntax() switch
        {
            VariableDeclaratorSyntax declarator => declarator.Initializer?.Value,
            PropertyDeclarationSyntax property => property.ExpressionBody?.Expression ?? property.Initializer?.Value,
            _ => null,
        };
        var isHere = reference.SyntaxTree == model.SyntaxTree;
        return value is null ? null : new ListSyntax(part => isHere ? ConstantIn(model, part) : ConstantBySyntax(part, ElementType(type))).Elements(value);
    }

    private static object? ConstantIn(SemanticModel model, ExpressionSyntax expression) =>
        ListSyntax.Normalized(model.GetConstantValue(expression is CastExpressionSyntax cast ? cast.Expression : expression).Value);

    // Another file's semantic model is not to be had in an analyzer at a reasonable price. Numbers, texts and members of the enum need none.
    private object? ConstantBySyntax(ExpressionSyntax expression, ITypeSymbol? elementType) => expression switch
    {
        CastExpressionSyntax cast => ConstantBySyntax(cast.Expression, elementType),
        ParenthesizedExpressionSyntax parenthesized => ConstantBySyntax(parenthesized.Expression, elementType),
        LiteralExpressionSyntax literal => ListSyntax.Normalized(literal.Token.Value),
        MemberAccessExpressionSyntax { Expression: var of, Name: var name } when of.ToString().EndsWith("SmtpStatusCode", StringComparison.Ordinal) =>
            mail.CodeOf(name.Identifier.ValueText),
        IdentifierNameSyntax name when mail.IsReplyCode(elementType) => mail.CodeOf(name.Identifier.ValueText),
        _ => null,
    };

    private static ITypeSymbol? ElementType(ITypeSymbol list) => list switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var element, ..] } => element,
        _ => null,
    };
}
