using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>The constant texts that an argument can be: itself, or each element of the list that a lambda or a loop goes through.</summary>
internal static class Literals
{
    /// <summary>The texts that <paramref name="argument"/>, a string or character, can be; none where one of them is no constant.</summary>
    public static IEnumerable<string> Of(IOperation argument, ValueTracker values)
    {
        foreach (var source in values.SourcesOf(argument))
        {
            var symbol = source switch
            {
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                _ => (ISymbol?)null,
            };
            var texts = source.ConstantValue.Value switch
            {
                string text => [text],
                char character => [character.ToString()],
                _ => symbol is not null && values.CollectionOf(symbol) is { } collection ? Elements(collection, values) : [],
            };
            foreach (var text in texts)
                yield return text;
        }
    }

    /// <summary>
    /// The regular expression of a call to a method of Regex: an argument, or that of the Regex
    /// it is called on. Null where it cannot be seen.
    /// </summary>
    public static string? PatternOf(IInvocationOperation call, ValueTracker values)
    {
        if (call.Instance is null)
            return call.Arguments.Length > 1 ? values.ConstantOf(call.Arguments[1].Value) as string : null;
        return values.SoleSourceOf(call.Instance) switch
        {
            IObjectCreationOperation { Arguments: [var pattern, ..] } => values.ConstantOf(pattern.Value) as string,
            IInvocationOperation { TargetMethod: var generated } => Generated(generated),
            IPropertyReferenceOperation { Property: var generated } => Generated(generated),
            { } member
                when OtherFiles.InitializerOf(member) is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var pattern, ..] } =>
                    (pattern.Expression as LiteralExpressionSyntax)?.Token.Value as string,
            _ => null,
        };
    }

    private static string? Generated(ISymbol member) => member.GetAttributes()
        .Where(static attribute => attribute.AttributeClass?.Name == "GeneratedRegexAttribute")
        .Select(static attribute => attribute.ConstructorArguments.FirstOrDefault().Value as string)
        .FirstOrDefault();

    // By syntax: the compiler of .NET 8 has no operations for the elements of collection expressions.
    private static IEnumerable<string> Elements(IOperation collection, ValueTracker values) => values.SourcesOf(collection)
        .Select(static source => OtherFiles.InitializerOf(source) ?? source.Syntax)
        .SelectMany(static list => list.DescendantNodes().OfType<LiteralExpressionSyntax>())
        .Select(static literal => literal.Token.ValueText);
}
