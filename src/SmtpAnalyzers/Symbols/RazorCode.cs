using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.Symbols;

/// <summary>The C# that is generated from a page or component of Razor: the user's <c>@code</c> among code of the generator.</summary>
internal static class RazorCode
{
    /// <summary>Whether <paramref name="tree"/> was made of a Razor file.</summary>
    public static bool Is(SyntaxTree tree) =>
        tree.FilePath.EndsWith("razor.g.cs", StringComparison.OrdinalIgnoreCase)
        || tree.FilePath.EndsWith("cshtml.g.cs", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the user has written the code at <paramref name="location"/>: a <c>#line</c> leads to the Razor file.</summary>
    public static bool IsOfUser(Location location) =>
        location.SourceTree is { } tree
        && tree.GetLineVisibility(location.SourceSpan.Start) == LineVisibility.Visible
        && location.GetMappedLineSpan().HasMappedPath;
}
