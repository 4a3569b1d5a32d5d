using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpAnalyzers.Flow;

/// <summary>One element of a list of constants.</summary>
/// <param name="Syntax">Where it stands.</param>
/// <param name="Code">A <c>long</c> or a <c>string</c>.</param>
internal sealed record ListElement(ExpressionSyntax Syntax, object Code);

/// <summary>A <c>Contains</c> call: the list, the value looked for, and the elements where all of them can be seen.</summary>
internal sealed record ContainsCall(IOperation List, IOperation Value, IReadOnlyList<ListElement>? Elements);

/// <summary>Reads the constants of arrays, sets and lists that reply codes are looked up in.</summary>
internal static class ReplyCodeList
{
    /// <summary>The parts of <paramref name="invocation"/> where it asks whether a collection contains a value, else null.</summary>
    public static ContainsCall? ContainsCall(IInvocationOperation invocation, Definitions definitions)
    {
        if (invocation.TargetMethod.Name != "Contains" || invocation.Type?.SpecialType != SpecialType.System_Boolean)
            return null;
        return invocation switch
        {
            { Instance: { } list, Arguments.Length: 1 } => In(list, invocation.Arguments[0].Value),
            { Instance: null, Arguments.Length: >= 2 } => In(invocation.Arguments[0].Value, invocation.Arguments[1].Value),
            _ => null,
        };

        ContainsCall In(IOperation list, IOperation value)
        {
            list = Unconverted(list, definitions);
            return new(list, value, Elements(list, definitions));
        }
    }

    private static IOperation Unconverted(IOperation list, Definitions definitions)
    {
        list = definitions.Unwrap(list);
        while (list is IConversionOperation conversion)
            list = definitions.Unwrap(conversion.Operand);
        return list;
    }

    private static IReadOnlyList<ListElement>? Elements(IOperation list, Definitions definitions)
    {
        if (definitions.Model is not { } model)
            return null;
        return list switch
        {
            ILocalReferenceOperation local when definitions.Writes(local.Local) is [{ } value] => Elements(Unconverted(value, definitions), definitions),
            IFieldReferenceOperation { Field: { IsReadOnly: true } field } => OfDeclaration(field, model),
            IPropertyReferenceOperation { Property: { IsReadOnly: true } property } => OfDeclaration(property, model),
            { Syntax: ExpressionSyntax expression } => OfExpression(expression, model),
            _ => null,
        };
    }

    // Another file's semantic model is not to be had in an analyzer at a reasonable price: a list declared there stays unknown.
    private static IReadOnlyList<ListElement>? OfDeclaration(ISymbol symbol, SemanticModel model)
    {
        if (symbol.DeclaringSyntaxReferences is not [var reference] || reference.SyntaxTree != model.SyntaxTree)
            return null;
        var value = reference.GetSyntax() switch
        {
            VariableDeclaratorSyntax declarator => declarator.Initializer?.Value,
            PropertyDeclarationSyntax property => property.ExpressionBody?.Expression ?? property.Initializer?.Value,
            _ => null,
        };
        return value is null ? null : OfExpression(value, model);
    }

    private static IReadOnlyList<ListElement>? OfExpression(ExpressionSyntax expression, SemanticModel model) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => OfExpression(parenthesized.Expression, model),
        CastExpressionSyntax cast => OfExpression(cast.Expression, model),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => Constants(initializer.Expressions, model),
        ImplicitArrayCreationExpressionSyntax array => Constants(array.Initializer.Expressions, model),
        StackAllocArrayCreationExpressionSyntax { Initializer: { } initializer } => Constants(initializer.Expressions, model),
        InitializerExpressionSyntax initializer => Constants(initializer.Expressions, model),
        BaseObjectCreationExpressionSyntax { Initializer: { } initializer } => Constants(initializer.Expressions, model),
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var argument, ..] } => OfExpression(argument.Expression, model),
        CollectionExpressionSyntax collection when collection.Elements.All(element => element is ExpressionElementSyntax) =>
            Constants(collection.Elements.Cast<ExpressionElementSyntax>().Select(element => element.Expression), model),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Create" or "CreateRange" } } create =>
            create.ArgumentList.Arguments is [var sole] && OfExpression(sole.Expression, model) is { } inner
                ? inner
                : Constants(create.ArgumentList.Arguments.Select(argument => argument.Expression), model),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access, ArgumentList.Arguments.Count: 0 }
            when name.StartsWith("To", StringComparison.Ordinal) || name == "AsSpan" => OfExpression(access.Expression, model),
        _ => null,
    };

    private static IReadOnlyList<ListElement>? Constants(IEnumerable<ExpressionSyntax> expressions, SemanticModel model)
    {
        var elements = new List<ListElement>();
        foreach (var expression in expressions)
        {
            var value = expression is CastExpressionSyntax cast ? model.GetConstantValue(cast.Expression) : model.GetConstantValue(expression);
            if (value is not { HasValue: true, Value: IConvertible constant and not (bool or char) })
                return null;
            elements.Add(new(expression, constant as object as string ?? (object)Convert.ToInt64(constant, System.Globalization.CultureInfo.InvariantCulture)));
        }

        return elements;
    }
}
