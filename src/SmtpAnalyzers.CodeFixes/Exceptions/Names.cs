using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>Names for inserted code.</summary>
internal static class Names
{
    /// <summary>The first of <paramref name="names"/> that stands nowhere in the member; the last with a number if all do.</summary>
    public static string Free(EditContext context, params string[] names)
    {
        var taken = context.TakenNames;
        var numbered = Enumerable.Range(2, taken.Count + 1).Select(number => names[names.Length - 1] + number);
        return names.Concat(numbered).FirstOrDefault(name => !taken.Contains(name)) ?? names[0];
    }

    /// <summary>The name that <paramref name="declaration"/> gives to its exception, or may give.</summary>
    public static string OfException(EditContext context, CatchDeclarationSyntax declaration) =>
        declaration.Identifier.ValueText is { Length: > 0 } given ? given : Free(context, "ex", "exception", "failure");
}
