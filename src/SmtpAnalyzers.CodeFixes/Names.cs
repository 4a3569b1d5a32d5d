using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>Names for inserted code.</summary>
internal static class Names
{
    /// <summary>The first of <paramref name="names"/> that stands nowhere in the member; with a number if all do.</summary>
    public static string Free(EditContext context, params string[] names)
    {
        var taken = context.TakenNames;
        return names.FirstOrDefault(name => !taken.Contains(name))
            ?? Enumerable.Range(2, taken.Count + 1).Select(number => names[0] + number).FirstOrDefault(name => !taken.Contains(name))
            ?? names[0];
    }

    /// <summary>
    /// The first of <paramref name="names"/> that no variable has at <paramref name="position"/>: handlers beside each other may use the
    /// same name, what is declared around them may not.
    /// </summary>
    public static string FreeAt(EditContext context, int position, params string[] names) =>
        names.FirstOrDefault(name => context.Model.LookupSymbols(position, name: name)
            .All(static symbol => symbol is not (ILocalSymbol or IParameterSymbol or IRangeVariableSymbol)))
        ?? Free(context, names);

    /// <summary>The name that <paramref name="declaration"/> gives to its exception, or may give.</summary>
    public static string OfException(EditContext context, CatchDeclarationSyntax declaration) =>
        declaration.Identifier.ValueText is { Length: > 0 } given ? given : Free(context, "ex", "exception", "failure");

    /// <summary>The shortest name of a type at the finding.</summary>
    public static string Of(EditContext context, ITypeSymbol type) => context.NameOf(type, context.Node.SpanStart);

    /// <summary>The shortest name of a type of the platform or of Polly at the finding; null where there is none of that name.</summary>
    public static string? Of(EditContext context, string metadataName) =>
        context.Model.Compilation.GetTypesByMetadataName(metadataName) is [var type, ..]
            ? Of(context, type.IsGenericType ? type.OriginalDefinition : type) : null;
}
