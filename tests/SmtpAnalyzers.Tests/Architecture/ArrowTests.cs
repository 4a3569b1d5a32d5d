using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Tests.Architecture;

/// <summary>A folder uses only the folders before it, so there can be no circle between them.</summary>
public sealed class ArrowTests
{
    private const string Analyzers = "src/SmtpAnalyzers/", Fixes = "src/SmtpAnalyzers.CodeFixes/", Root = "SmtpAnalyzers.";

    private static readonly string[] Folders =
        ["Smtp", "Naming", "Options", "Symbols", "Operations", "Conditions", "Flow", "Facts", "Rules"];

    public static readonly TheoryData<string> Sources = new(SourceFiles.Of(Analyzers).Select(file => file.Path));

    public static readonly TheoryData<string> FixSources = new(SourceFiles.Of(Fixes).Select(file => file.Path));

    [Fact]
    public void Every_folder_has_a_place_in_the_order() => Assert.Equal(
        Folders.Order(),
        SourceFiles.Of(Analyzers).Select(file => FolderOf(file.Path)).Where(folder => folder != "").Distinct().Order());

    [Theory, MemberData(nameof(Sources))]
    public void Uses_only_folders_before_its_own(string path)
    {
        var known = Folders.TakeWhile(folder => folder != FolderOf(path)).Append(FolderOf(path));
        Assert.Empty(FoldersUsedBy(path).Except(known));
    }

    [Theory, MemberData(nameof(Sources)), MemberData(nameof(FixSources))]
    public void Namespace_is_the_folder(string path)
    {
        var expected = Path.GetDirectoryName(path)!.Replace('\\', '/')["src/".Length..].Replace('/', '.');
        Assert.All(SourceFiles.At(path).Nodes<BaseNamespaceDeclarationSyntax>(), space => Assert.Equal(expected, space.Name.ToString()));
    }

    [Theory, MemberData(nameof(Sources))]
    public void Analyzers_do_not_know_the_fixes(string path) => Assert.DoesNotContain("CodeFixes", FoldersUsedBy(path));

    private static string FolderOf(string path) => path[Analyzers.Length..].Split('/') is [var folder, _, ..] ? folder : "";

    // A using directive, or a name with its whole namespace.
    private static IEnumerable<string> FoldersUsedBy(string path)
    {
        var file = SourceFiles.At(path);
        var usings = file.Nodes<UsingDirectiveSyntax>().Select(directive => directive.Name?.ToString() ?? "");
        var qualified = file.Nodes<QualifiedNameSyntax>().Select(name => name.ToString());
        return usings.Concat(qualified).Where(name => name.StartsWith(Root)).Select(name => name[Root.Length..].Split('.')[0]).Distinct();
    }
}
