using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>Tells an address in angle brackets from one without, as far as can be seen.</summary>
internal sealed class BracketedTexts(ValueTracker values, Func<IOperation, bool> isBracketed)
{
    private static readonly string[] Additions = ["Add", "TryAdd", "AddOrUpdate", "AddRange", "UnionWith"];

    private readonly Dictionary<ISymbol, bool> _lists = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// Whether <paramref name="text"/> may be an address and surely has no brackets that the
    /// program has put there. Empty text and null are none.
    /// </summary>
    public bool IsPlain(IOperation text) => values.SourcesOf(text, TextParts.Of).All(source => source switch
    {
        { ConstantValue: { HasValue: true, Value: var constant } } => constant is string { Length: > 0 } address && address[0] != '<',
        IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } } => false,
        IInterpolatedStringOperation { Parts: [IInterpolatedStringTextOperation { Text.ConstantValue.Value: string first }, ..] } =>
            !IsOpening(first),
        IParameterReferenceOperation parameter => values.CollectionOf(parameter.Parameter) is not { } list || !AreIn(list),
        ILocalReferenceOperation local => values.CollectionOf(local.Local) is not { } list || !AreIn(list),
        _ when TextParts.Joined(source) is [var first, ..] => first.ConstantValue.Value is not string opening || !IsOpening(opening),
        _ => !isBracketed(source),
    });

    /// <summary>
    /// Whether <paramref name="list"/> holds texts with brackets: it is made of them, or one is put into it in this file.
    /// </summary>
    public bool AreIn(IOperation list)
    {
        if (OperationFacts.SymbolOf(list) is not { } symbol)
            return IsMadeOfThem(list);
        if (_lists.TryGetValue(symbol, out var areIn))
            return areIn;
        // Lists may be filled from each other: what failed is tried again, and fails again.
        _lists[symbol] = false;
        return _lists[symbol] = IsMadeOfThem(list) || values.References.To(symbol).Any(IsAddition);
    }

    private bool IsMadeOfThem(IOperation list) => values.SourcesOf(list).Any(source => source.DescendantsAndSelf().Any(isBracketed));

    private bool IsAddition(IOperation list) => list.Parent switch
    {
        IInvocationOperation call when call.Instance == list && Additions.Contains(call.TargetMethod.Name) =>
            call.Arguments.Any(argument => IsBracketed(argument.Value)),
        IPropertyReferenceOperation { Property.IsIndexer: true } element when VariableSources.Written(element).IsWrite =>
            element.Arguments.Any(argument => IsBracketed(argument.Value)),
        _ => false,
    };

    private bool IsBracketed(IOperation value) => !IsPlain(value) || value.DescendantsAndSelf().Any(isBracketed);

    private static bool IsOpening(string text) => text.StartsWith("<", StringComparison.Ordinal);
}
