using System.Text.RegularExpressions;

namespace SmtpAnalyzers.Tests.FixHarm;

/// <summary>The code that the pages of the rules show.</summary>
public sealed partial class PageHarmTests
{
    public static readonly TheoryData<string, int> Snippets = new(
        from page in Page.All
        where page.Path.StartsWith("docs/rules/SMTP", StringComparison.Ordinal)
        from snippet in page.Snippets
        select (page.Path, snippet.Line));

    [Theory, MemberData(nameof(Snippets))]
    public Task Fixes_do_no_harm(string path, int line)
    {
        var text = Page.At(path).Snippets.First(snippet => snippet.Line == line).Text;
        var file = new SourceFile("Page.cs", Mark().Replace(text, ""));
        return FixRun.AssertHarmlessAsync(new($"{path}({line})", [file]) { Nullable = true, ImplicitUsings = false });
    }

    [GeneratedRegex(@" // SMTP\d{4}(, SMTP\d{4})*$", RegexOptions.Multiline)]
    private static partial Regex Mark();
}
