using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>A comparison or look-up in which FailedRecipient, which has angle brackets, meets an address that has none.</summary>
/// <param name="Test">The comparison, look-up or search.</param>
/// <param name="Value">The expression that has the brackets: the property, or a local that holds it.</param>
internal sealed record FailedRecipientTest(SyntaxNode Test, ExpressionSyntax Value);

/// <summary>Finds the tests of FailedRecipient in one file.</summary>
internal sealed class FailedRecipientTests(MailFile file)
{
    private const string FailedRecipient = nameof(FailedRecipient);

    private static readonly string[] LookUps =
        ["Contains", "ContainsKey", "TryGetValue", "Remove", "IndexOf", "GetValueOrDefault", "TryRemove"];

    private readonly BracketedTexts _bracketed = new(file.Values, IsFailedRecipient(file));

    public IEnumerable<FailedRecipientTest> All() =>
        from property in file.Mail.Exceptions.FailedRecipient.OfType<INamedTypeSymbol>()
            .SelectMany(static type => type.GetMembers(FailedRecipient))
        from read in file.Values.References.To(property)
        from test in Of(read)
        select test;

    private static Func<IOperation, bool> IsFailedRecipient(MailFile file) => operation =>
        operation is IPropertyReferenceOperation { Property: { Name: FailedRecipient, ContainingType: { } type } }
        && file.Mail.Exceptions.FailedRecipient.Contains(type);

    private IEnumerable<FailedRecipientTest> Of(IOperation read) =>
        file.Values.UsesOf(read, IsInOtherLetters).OfType<IOperation>().SelectMany(use =>
            Collected(use) is { } list
                ? file.Values.UsesOf(list, IsOtherCollection)
                    .Select(SearchIn).OfType<SyntaxNode>()
                    .Select(search => new FailedRecipientTest(search, Expression(read)))
                : Test(use) is { } test ? [new FailedRecipientTest(test, Expression(use))] : []);

    // The property or local itself, without what is called on it.
    private static ExpressionSyntax Expression(IOperation value)
    {
        while (value is IInvocationOperation { Instance: { } text })
            value = text;
        value = value.Unconverted();
        return (ExpressionSyntax)value.Syntax;
    }

    private static bool IsInOtherLetters(IOperation operation) => operation is IInvocationOperation
    {
        TargetMethod:
        {
            Name: "ToLower" or "ToUpper" or "ToLowerInvariant" or "ToUpperInvariant" or "Trim",
            ContainingType.SpecialType: SpecialType.System_String,
        },
        Arguments.IsEmpty: true,
    };

    private static bool IsOtherCollection(IOperation operation) => operation is IInvocationOperation
    {
        TargetMethod:
        {
            Name: "ToList" or "ToArray" or "ToHashSet" or "ToImmutableHashSet" or "Distinct",
            ContainingNamespace.Name: "Linq" or "Immutable",
        },
    };

    // ex.InnerExceptions.Select(one => one.FailedRecipient)
    private static IOperation? Collected(IOperation use)
    {
        if (use.Parent is not IReturnOperation { Parent.Parent: IAnonymousFunctionOperation lambda })
            return null;
        var argument = lambda.Parent;
        while (argument is IDelegateCreationOperation or IConversionOperation)
            argument = argument.Parent;
        return argument is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Select" } select } ? select : null;
    }

    private SyntaxNode? SearchIn(IOperation? list) => list?.Parent switch
    {
        IInvocationOperation { TargetMethod.Name: "Contains" } call
            when call.Instance == list && _bracketed.IsPlain(call.Arguments[0].Value) => call.Syntax,
        IArgumentOperation
        {
            Parent: IInvocationOperation
            {
                TargetMethod: { Name: "Contains", IsExtensionMethod: true }, Arguments: [var all, var one, ..],
            } call,
        } argument
            when all == argument && _bracketed.IsPlain(one.Value) => call.Syntax,
        _ => null,
    };

    private SyntaxNode? Test(IOperation use) => use.Parent switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison =>
            _bracketed.IsPlain(comparison.LeftOperand == use ? comparison.RightOperand : comparison.LeftOperand) ? comparison.Syntax : null,
        IIsPatternOperation { Pattern: IConstantPatternOperation constant } match =>
            _bracketed.IsPlain(constant.Value) ? match.Syntax : null,
        // failed.Equals(address)
        IInvocationOperation { TargetMethod.Name: "Equals" or "CompareTo", Arguments: [var other, ..] } call when call.Instance == use =>
            _bracketed.IsPlain(other.Value) ? call.Syntax : null,
        IArgumentOperation { Parent: IInvocationOperation call } argument => IsTest(call, argument) ? call.Syntax : null,
        IArgumentOperation { Parent: IPropertyReferenceOperation { Instance: { } list } element }
            when !VariableSources.Written(element).IsWrite =>
                _bracketed.AreIn(list) ? null : element.Syntax,
        _ => null,
    };

    private bool IsTest(IInvocationOperation call, IArgumentOperation argument)
    {
        // address.Equals(failed), string.Equals(address, failed), comparer.Equals(..)
        if (call.TargetMethod.Name is "Equals" or "Compare" or "CompareTo" or "CompareOrdinal")
        {
            var others = call.Arguments.Where(other => other != argument).Select(static other => other.Value)
                .Concat(call.Instance is { } instance ? [instance] : [])
                .Where(static other => other.Unconverted().Type?.SpecialType == SpecialType.System_String)
                .ToList();
            return others.Count > 0 && others.All(_bracketed.IsPlain);
        }

        // A text that contains it, brackets and all, is another matter.
        var list = call.Instance ?? (call.TargetMethod.IsExtensionMethod && call.Arguments[0] != argument ? call.Arguments[0].Value : null);
        return LookUps.Contains(call.TargetMethod.Name)
            && list is not null
            && list.Unconverted().Type?.SpecialType != SpecialType.System_String
            && call.Arguments.IndexOf(argument) == (call.Instance is null ? 1 : 0) && !_bracketed.AreIn(list);
    }
}
