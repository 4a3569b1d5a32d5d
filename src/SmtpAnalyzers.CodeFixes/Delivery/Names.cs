using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>Names for inserted code.</summary>
internal static class Names
{
    /// <summary>The first of <paramref name="names"/> that stands nowhere in the member of the finding.</summary>
    public static string Free(EditContext context, params string[] names)
    {
        var taken = context.TakenNames;
        return names.FirstOrDefault(name => !taken.Contains(name))
            ?? Enumerable.Range(2, taken.Count + 1).Select(number => names[0] + number).FirstOrDefault(name => !taken.Contains(name))
            ?? names[0];
    }

    /// <summary>The shortest name of a type at the finding.</summary>
    public static string Of(EditContext context, ITypeSymbol type) => context.NameOf(type, context.Node.SpanStart);

    /// <summary>The shortest name of a type of the platform or of Polly at the finding; null where there is none of that name.</summary>
    public static string? Of(EditContext context, string metadataName) =>
        context.Model.Compilation.GetTypesByMetadataName(metadataName) is [var type, ..]
            ? Of(context, type.IsGenericType ? type.OriginalDefinition : type) : null;
}
