using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Operations;

/// <summary>
/// A look into a collection: the collection, the value looked for, and the elements or keys where all of them can be seen.
/// </summary>
internal sealed record LookUp(IOperation List, IOperation Value, IReadOnlyList<ListElement>? Elements);

/// <summary>Reads the constants of the arrays, sets, lists and dictionaries that a body looks reply codes up in.</summary>
internal sealed class ReplyCodeLists(VariableWrites definitions, MailSymbols mail)
{
    /// <summary>The parts of <paramref name="call"/> where it asks whether a collection has an element or a key, else null.</summary>
    public LookUp? Asked(IInvocationOperation call) => call.Type?.SpecialType != SpecialType.System_Boolean ? null
        : call.TargetMethod.Name switch
        {
            "Contains" or "ContainsKey" or "TryGetValue" => In(call),
            "Any" or "Exists" when definitions.Model is { } model && ElementSearch.ValueOf(call, model) is { } value =>
                In(call.Instance ?? call.Arguments[0].Value, value),
            _ => null,
        };

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
        ILocalReferenceOperation local => Elements(local.Local, model),
        IMemberReferenceOperation { Member: var member } when Elements(member, model) is { } elements => elements,
        { Syntax: ExpressionSyntax expression } => InFile(model).Elements(expression),
        _ => null,
    };

    // By variable or member. One that is being read holds itself, and nothing is known of it.
    private readonly Dictionary<ISymbol, IReadOnlyList<ListElement>?> _known = new(SymbolEqualityComparer.Default);

    private IReadOnlyList<ListElement>? Elements(ISymbol? holder, SemanticModel model)
    {
        if (holder is null)
            return null;
        if (!_known.TryGetValue(holder, out var elements))
        {
            _known[holder] = null;
            _known[holder] = elements = holder switch
            {
                ILocalSymbol local when !definitions.IsChanged(local) && definitions.Writes(local) is [{ } value] =>
                    Elements(Unconverted(value)),
                IFieldSymbol { IsReadOnly: true } field => OfDeclaration(field, field.Type, model),
                IPropertySymbol { IsReadOnly: true, IsIndexer: false } property when !CanBeReplaced(property) =>
                    OfDeclaration(property, property.Type, model),
                _ => null,
            };
        }

        return elements;
    }

    // By a derived class.
    private static bool CanBeReplaced(IPropertySymbol property) =>
        property.IsVirtual || property.IsAbstract || property is { IsOverride: true, IsSealed: false };

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
        if (value is null || ListChanges.InTypeOf(symbol))
            return null;
        return (reference.SyntaxTree == model.SyntaxTree
            ? InFile(model)
            : new ListSyntax(part => ConstantBySyntax(part, ElementType(type)), static _ => null)).Elements(value);
    }

    private ListSyntax InFile(SemanticModel model) =>
        new(part => ConstantIn(model, part), part => Elements(model.GetSymbolInfo(part).Symbol, model));

    private static object? ConstantIn(SemanticModel model, ExpressionSyntax expression) =>
        ListSyntax.Normalized(model.GetConstantValue(expression is CastExpressionSyntax cast ? cast.Expression : expression).Value);

    // Another file's semantic model is not to be had in an analyzer at a reasonable price.
    // Numbers, texts and members of the enum need none.
    private object? ConstantBySyntax(ExpressionSyntax expression, ITypeSymbol? elementType) => expression switch
    {
        CastExpressionSyntax cast => ConstantBySyntax(cast.Expression, elementType),
        ParenthesizedExpressionSyntax parenthesized => ConstantBySyntax(parenthesized.Expression, elementType),
        LiteralExpressionSyntax literal => ListSyntax.Normalized(literal.Token.Value),
        MemberAccessExpressionSyntax { Expression: var of, Name: var name }
            when of.ToString().EndsWith("SmtpStatusCode", StringComparison.Ordinal) =>
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
