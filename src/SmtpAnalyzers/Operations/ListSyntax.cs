using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Operations;

/// <summary>One element of a list of constants, or one entry of a dictionary with constant keys.</summary>
/// <param name="Syntax">Where it stands: the element, or the key.</param>
/// <param name="Code">A <c>long</c> or a <c>string</c>.</param>
/// <param name="Value">What the key leads to; null in a list.</param>
internal sealed record ListElement(ExpressionSyntax Syntax, object Code, ExpressionSyntax? Value = null);

/// <summary>
/// Reads the elements of a list out of the expression that creates it: arrays, sets, collection
/// expressions, their builders, ranges, dictionaries.
/// </summary>
/// <param name="constantOf">The constant that an expression is, or null.</param>
/// <param name="elementsOf">The elements of the list that a variable or a member holds, or null.</param>
internal readonly struct ListSyntax(
    Func<ExpressionSyntax, object?> constantOf, Func<ExpressionSyntax, IReadOnlyList<ListElement>?> elementsOf)
{
    /// <summary>All elements, or null where any of them is not to be seen.</summary>
    public IReadOnlyList<ListElement>? Elements(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => Elements(parenthesized.Expression),
        CastExpressionSyntax cast => Elements(cast.Expression),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => Constants(initializer.Expressions),
        ImplicitArrayCreationExpressionSyntax array => Constants(array.Initializer.Expressions),
        StackAllocArrayCreationExpressionSyntax { Initializer: { } initializer } => Constants(initializer.Expressions),
        ImplicitStackAllocArrayCreationExpressionSyntax array => Constants(array.Initializer.Expressions),
        InitializerExpressionSyntax initializer => Constants(initializer.Expressions),
        BaseObjectCreationExpressionSyntax { Initializer: var initializer, ArgumentList: var arguments }
            when initializer is not null || arguments is { Arguments.Count: > 0 } =>
                Joined(Copied(arguments), initializer is null ? [] : Constants(initializer.Expressions)),
        CollectionExpressionSyntax collection => OfCollection(collection),
        InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "Range", Expression: IdentifierNameSyntax { Identifier.ValueText: "Enumerable" },
            },
        } range =>
            Range(range),
        InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Create" or "CreateRange" },
        } create =>
            create.ArgumentList.Arguments is [var sole] && Elements(sole.Expression) is { } inner
                ? inner
                : Constants(create.ArgumentList.Arguments.Select(static argument => argument.Expression)),
        InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var list },
        } call => OfCall(name, list, call.ArgumentList),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Keys", Expression: var dictionary }
            when Elements(dictionary) is { } keys => keys,
        IdentifierNameSyntax or MemberAccessExpressionSyntax => elementsOf(expression),
        _ => null,
    };

    // Calls that make another list out of a list.
    private IReadOnlyList<ListElement>? OfCall(string name, ExpressionSyntax list, ArgumentListSyntax arguments) =>
        (name, arguments.Arguments) switch
        {
            ("AsSpan" or "AsReadOnly", []) => Elements(list),
            (_, []) when name.StartsWith("To", StringComparison.Ordinal) => Elements(list),
            ("Concat" or "Union", [var other]) => Joined(Elements(list), Elements(other.Expression)),
            ("Append" or "Prepend", [var one]) => Joined(Elements(list), Constants([one.Expression])),
            ("Except", [var other]) when Elements(other.Expression) is { } without =>
                Elements(list)?.Where(element => without.All(one => !one.Code.Equals(element.Code))).ToList(),
            _ => null,
        };

    // The list that a constructor copies. Its other arguments, capacity and comparer, add no elements.
    private IReadOnlyList<ListElement>? Copied(ArgumentListSyntax? arguments) => arguments?.Arguments switch
    {
        null or [] or [{ Expression: LiteralExpressionSyntax { Token.Value: int } }] => [],
        [var copied, ..] => Elements(copied.Expression),
    };

    private static IReadOnlyList<ListElement>? Joined(IReadOnlyList<ListElement>? some, IReadOnlyList<ListElement>? more) =>
        some is null || more is null ? null : more.Count == 0 ? some : [.. some, .. more];

    private IReadOnlyList<ListElement>? OfCollection(CollectionExpressionSyntax collection)
    {
        var elements = new List<ListElement>();
        foreach (var element in collection.Elements)
        {
            var part = element switch
            {
                ExpressionElementSyntax one => Constants([one.Expression]),
                SpreadElementSyntax { Expression: var spread } => Elements(spread),
                _ => null,
            };
            if (part is null)
                return null;
            elements.AddRange(part);
        }

        return elements;
    }

    // All of them stand at the call that makes them.
    private IReadOnlyList<ListElement>? Range(InvocationExpressionSyntax range) =>
        range.ArgumentList.Arguments is [var first, var count]
        && constantOf(first.Expression) is long start
        && constantOf(count.Expression) is long length and >= 0 and <= 1000
            ? Enumerable.Range(0, (int)length).Select(i => new ListElement(range, start + i)).ToList()
            : null;

    private IReadOnlyList<ListElement>? Constants(IEnumerable<ExpressionSyntax> expressions)
    {
        var elements = new List<ListElement>();
        foreach (var expression in expressions)
        {
            var (key, value) = expression switch
            {
                InitializerExpressionSyntax
                {
                    RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: [var one, var other],
                } => (one, other),
                AssignmentExpressionSyntax
                {
                    Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [var index] }, Right: var right,
                } => (index.Expression, right),
                _ => (expression, null),
            };
            if (constantOf(key) is not { } constant)
                return null;
            elements.Add(new(key, constant, value));
        }

        return elements;
    }

    /// <summary>A constant as a <c>long</c> or <c>string</c>; null for what is neither.</summary>
    public static object? Normalized(object? constant) => constant switch
    {
        string text => text,
        null or bool or char => null,
        double or float or decimal or ulong => Whole(Convert.ToDouble(constant, CultureInfo.InvariantCulture)),
        IConvertible number => Convert.ToInt64(number, CultureInfo.InvariantCulture),
        _ => null,
    };

    // A fraction, or a number beyond all codes, is an element that no reply code equals.
    private static long Whole(double number) => number is > -1e15 and < 1e15 && Math.Floor(number) == number ? (long)number : long.MaxValue;
}
