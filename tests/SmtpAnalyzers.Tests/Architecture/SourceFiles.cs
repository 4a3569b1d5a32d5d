using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SmtpAnalyzers.Tests.Architecture;

/// <summary>The C# files of this repository, each parsed once.</summary>
internal static class SourceFiles
{
    private static readonly ConcurrentDictionary<string, SourceFile> Parsed = new();

    /// <summary>The files of a folder and below it, without those that a build writes.</summary>
    public static IEnumerable<SourceFile> Of(string folder) => Repository.Files(folder, "*.cs")
        .Where(path => !path.Contains("/obj/") && !path.Contains("/bin/"))
        .Select(At);

    public static SourceFile At(string path) => Parsed.GetOrAdd(path, static path => new SourceFile(path, Repository.Lines(path)));
}

internal sealed record SourceFile(string Path, string[] Lines)
{
    private readonly SyntaxNode _root = CSharpSyntaxTree.ParseText(string.Join("\n", Lines)).GetRoot();

    public IEnumerable<T> Nodes<T>() where T : SyntaxNode => _root.DescendantNodes().OfType<T>();

    /// <summary>The place of <paramref name="node"/> as a build prints it.</summary>
    public string At(SyntaxNode node) => $"{Path}({node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}): {node}";
}
