using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SmtpAnalyzers.Tests.Field;

/// <summary>
/// What is found depends on the code alone: not on the order in which the compiler is given files and references, nor on the run.
/// </summary>
public sealed class OrderTests
{
    private const int Runs = 20;

    private const string Vendored = """
        namespace MailKit.Net.Smtp
        {
            public enum SmtpStatusCode { MailboxBusy = 450, MailboxUnavailable = 550 }
            public class SmtpCommandException : System.Exception { public SmtpStatusCode StatusCode { get; } }
            public class SmtpClient : System.IDisposable
            {
                public string Send(MimeKit.MimeMessage message) => "";
                public void Dispose() { }
            }
        }
        """;

    [Fact]
    public async Task All_snippets_in_any_order()
    {
        var files = Directory.GetFiles(FieldTests.Folder, "*.cs").Order(StringComparer.Ordinal).Select(Parse);

        await AreSameInAnyOrder([CSharpSyntaxTree.ParseText(FieldTests.GlobalUsings), .. files]);
    }

    [Fact]
    public async Task A_library_that_is_there_twice_as_a_copy_in_source_and_as_a_package()
    {
        string[] names = ["loops-with-flags.cs", "send-is-returned.cs", "filter-with-property-or.cs"];
        var files = names.Select(static (name, i) => Parse(Path.Combine(FieldTests.Folder, name), i));

        await AreSameInAnyOrder([CSharpSyntaxTree.ParseText(FieldTests.GlobalUsings),
            CSharpSyntaxTree.ParseText(Vendored, path: "Vendored.cs"), .. files]);
    }

    // Names come again from snippet to snippet.
    private static SyntaxTree Parse(string path, int number)
    {
        var text = File.ReadAllText(path);
        return CSharpSyntaxTree.ParseText(
            text.Contains("namespace ", StringComparison.Ordinal) ? text : $"namespace N{number} {{ {text} }}",
                path: Path.GetFileName(path));
    }

    private static async Task AreSameInAnyOrder(SyntaxTree[] trees)
    {
        var random = new Random(1);
        var first = await FindingsAsync(trees, References.OfThisProcess);
        Assert.NotEmpty(first);
        for (var run = 1; run < Runs; run++)
        {
            random.Shuffle(trees);
            var references = References.OfThisProcess.ToArray();
            random.Shuffle(references);

            Assert.Equal(first, await FindingsAsync(trees, [.. references]));
        }
    }

    // Compiled anew: what is kept by the identity of symbols is kept in another order.
    private static async Task<IReadOnlyList<string>> FindingsAsync(SyntaxTree[] trees, ImmutableArray<MetadataReference> references)
    {
        var compilation = CSharpCompilation.Create("Order", trees, references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var findings = await compilation.WithAnalyzers(Shipped.Analyzers)
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return findings
            .Select(static finding => $"{finding.Location.GetLineSpan()} {finding.Id} {finding.GetMessage()}")
            .Order(StringComparer.Ordinal).ToList();
    }
}
