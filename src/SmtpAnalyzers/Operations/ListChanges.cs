using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Operations;

/// <summary>Where a list of constants becomes another list after it was made: then its initializer no longer says what is in it.</summary>
internal static class ListChanges
{
    private static readonly string[] Changing =
        ["Add", "Clear", "Enqueue", "Fill", "Insert", "Push", "Remove", "SetValue", "TryAdd", "TryRemove"];

    /// <summary>
    /// The operations below <paramref name="operation"/>, itself included, whose list it changes, or gives to others who may.
    /// </summary>
    public static IEnumerable<IOperation> By(IOperation operation) => operation switch
    {
        IInvocationOperation { Instance: { } list } call when IsChange(call.TargetMethod.Name) => [list],
        IArgumentOperation { Parameter: { ContainingSymbol: { } taker, RefKind: var kind } } argument
            when kind != RefKind.None || !taker.DeclaringSyntaxReferences.IsEmpty || TakesToChange(taker) =>
                [argument.Value.Unconverted()],
        IAssignmentOperation assignment => [assignment.Value.Unconverted(), .. ListOf(assignment.Target)],
        IIncrementOrDecrementOperation increment => ListOf(increment.Target),
        _ => [],
    };

    /// <summary>
    /// Whether the type that declares <paramref name="member"/> assigns to it, or changes the list in it. By
    /// its text: another file's model costs too much.
    /// </summary>
    public static bool InTypeOf(ISymbol member) => member.ContainingType.DeclaringSyntaxReferences
        .SelectMany(static type => type.GetSyntax().DescendantNodes())
        .OfType<IdentifierNameSyntax>()
        .Any(name => name.Identifier.ValueText == member.Name && IsChanged(name));

    private static bool IsChanged(IdentifierNameSyntax name)
    {
        ExpressionSyntax list = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return list.Parent switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var called } => IsChange(called),
            ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } element => assignment.Left == element,
            AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } assignment => assignment.Left == list,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
            _ => false,
        };
    }

    // UnionWith, ExceptWith, ... change a set; Union and Except make another.
    private static bool IsChange(string method) =>
        method.EndsWith("With", StringComparison.Ordinal) || Changing.Any(verb => method.StartsWith(verb, StringComparison.Ordinal));

    // Array.Fill(codes, 450); Array.Sort(codes) only moves its elements.
    private static bool TakesToChange(ISymbol method) =>
        method is { ContainingType.SpecialType: SpecialType.System_Array, Name: "Fill" or "Clear" or "Copy" };

    private static IEnumerable<IOperation> ListOf(IOperation target) => target switch
    {
        IArrayElementReferenceOperation element => [element.ArrayReference],
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list } => [list],
        _ => [],
    };
}
