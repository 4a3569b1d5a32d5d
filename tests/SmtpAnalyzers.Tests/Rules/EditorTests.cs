using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.Rules;

namespace SmtpAnalyzers.Tests.Rules;

/// <summary>An editor asks about one file, or about the line of its light bulb, and receives what a build reports there.</summary>
public sealed class EditorTests
{
    private const string Usings = "using System; using System.Linq; using MailKit.Net.Smtp;\n";

    public static readonly TheoryData<string> Files = new(
        "class A { } class B { bool IsPermanent(SmtpStatusCode c) => (int)c >= {|SMTP1001:400|}; }",
        "class A { class B { bool IsPermanent(SmtpStatusCode c) => (int)c >= {|SMTP1001:400|}; } }",
        "namespace N { class A { } namespace M { class B { bool IsPermanent(SmtpStatusCode c) => (int)c >= {|SMTP1001:400|}; } } }",
        "namespace N; struct S { bool IsPermanent(SmtpStatusCode c) => (int)c >= {|SMTP1001:400|}; }",
        "interface I { bool IsPermanent(SmtpStatusCode c) => (int)c >= {|SMTP1001:400|}; }",
        "record R(int X) { bool IsPermanent(SmtpStatusCode c) => (int)c >= {|SMTP1001:400|}; }",
        "partial class P { } partial class P { bool IsPermanent(SmtpStatusCode c) => (int)c >= {|SMTP1001:400|}; }",
        // Found in the type that asks the list, reported in the type that declares it.
        """
        class A { public static readonly int[] Soft = { 450, {|SMTP1002:550|} }; }
        class B { bool ShouldRetry(SmtpStatusCode c) => A.Soft.Contains((int)c); }
        """,
        "Console.WriteLine(); bool IsPermanent(SmtpStatusCode c) => (int)c >= {|SMTP1001:400|}; class A { }",
        "Console.WriteLine(); class A { bool IsPermanent(SmtpStatusCode c) => (int)c >= {|SMTP1001:400|}; }",
        "class A { bool IsPermanent(SmtpStatusCode c) => (int)c >= {|SMTP1001:400|}; } class B { void Last() { } }",
        "class A { bool IsPermanent(SmtpStatusCode c) => (int)c >= {|SMTP1001:400|}; void Last() { void Local() { } } }",
        "abstract class A { bool IsPermanent(SmtpStatusCode c) => (int)c >= {|SMTP1001:400|}; protected abstract void Last(); }",
        """
        abstract class A { abstract public class B { bool IsPermanent(SmtpStatusCode c) => (int)c >= {|SMTP1001:400|}; }
            void Last() { } }
        """,
        "partial class A { bool IsPermanent(SmtpStatusCode c) => (int)c >= {|SMTP1001:400|}; partial void P(); partial void P() { } }",
        "class A { bool IsPermanent(SmtpStatusCode c) => (int)c >= {|SMTP1001:400|}; public static A operator +(A a, A b) => a; ~A() { } }",
        "class A { SmtpStatusCode Code { get; set; } bool IsPermanent => (int)Code >= {|SMTP1001:400|}; }",
        "class A { bool IsPermanent(SmtpStatusCode c) => (int)c >= {|SMTP1001:400|}; void Last() { } void Last() { } }",
        """
        static class A { static bool IsPermanent(this SmtpStatusCode c) => (int)c >= {|SMTP1001:400|};
            extension(string s) { void Last() { } } }
        """,
        """
        class A
        {
            bool IsPermanent(SmtpStatusCode c) => (int)c >= {|SMTP1001:400|};
            [System.CodeDom.Compiler.GeneratedCode("T", "1")] void Last() { }
            [System.CodeDom.Compiler.GeneratedCodeAttribute("T", "1")] class B { void Last() { } }
        }
        """);

    // Roslyn's light bulb runs analyzers that register for semantic models or for the start of a symbol after all others.
    [Fact]
    public async Task Light_bulb_does_not_put_it_off()
    {
        var analyzer = new SmtpAnalyzer();
        var registered = await Compile("class A { }").WithAnalyzers([analyzer]).GetAnalyzerTelemetryInfoAsync(analyzer, default);

        Assert.Equal(1, registered.SymbolActionsCount);
        Assert.Equal(0, registered.SemanticModelActionsCount + registered.SymbolStartActionsCount);
    }

    [Theory, MemberData(nameof(Files))]
    public async Task Build(string file)
    {
        var (text, marked) = Read(file);
        Assert.Equal([marked], Found(await Compile(text).WithAnalyzers(Shipped.Analyzers).GetAnalyzerDiagnosticsAsync()));
    }

    [Theory, MemberData(nameof(Files))]
    public async Task Open_file(string file)
    {
        var (text, marked) = Read(file);
        Assert.Equal([marked], Found(await InEditorAsync(Compile(text).WithAnalyzers(Shipped.Analyzers), 0, null)));
    }

    [Theory, MemberData(nameof(Files))]
    public async Task Light_bulb(string file)
    {
        var (text, marked) = Read(file);
        Assert.Equal([marked], Found(await InEditorAsync(Compile(text).WithAnalyzers(Shipped.Analyzers), 0, marked.Span)));
    }

    [Theory, MemberData(nameof(Files))]
    public async Task Light_bulb_after_another(string file)
    {
        var (text, marked) = Read(file);
        var analysis = Compile(text).WithAnalyzers(Shipped.Analyzers);
        await InEditorAsync(analysis, 0, new TextSpan(Usings.Length, 1));

        // Roslyn adds the answer to those before.
        Assert.Equal([marked], Found(await InEditorAsync(analysis, 0, marked.Span)).Distinct());
    }

    [Fact]
    public async Task Cancelled_and_asked_again()
    {
        var (text, marked) = Read("class A { bool IsPermanent(SmtpStatusCode c) => (int)c >= {|SMTP1001:400|}; }");
        var analysis = Compile(text).WithAnalyzers(Shipped.Analyzers);
        using var source = new CancellationTokenSource();
        var cancelled = InEditorAsync(analysis, 0, null, source.Token);
        await source.CancelAsync();
        await Record.ExceptionAsync(() => cancelled);

        Assert.Equal([marked], Found(await InEditorAsync(analysis, 0, null)));
    }

    [Fact]
    public async Task Parts_of_a_type_in_two_files()
    {
        var analysis = Compile(
                "partial class P { bool IsPermanent(SmtpStatusCode c) => (int)c >= 400; }",
                "partial class P { bool IsTransient(SmtpStatusCode c) => (int)c >= 500; }")
            .WithAnalyzers(Shipped.Analyzers);

        Assert.Equal(["SMTP1001"], Ids(await InEditorAsync(analysis, 0, null)));
        Assert.Equal(["SMTP1002"], Ids(await InEditorAsync(analysis, 1, null)));
        Assert.Equal(["SMTP1001", "SMTP1002"], Ids(await analysis.GetAnalyzerDiagnosticsAsync()));
    }

    [Fact]
    public async Task Generated_part_of_a_type()
    {
        var compilation = Compile("partial class P { bool IsPermanent(SmtpStatusCode c) => (int)c >= 400; }");
        var generated = $"{Usings}partial class P {{ bool IsTransient(SmtpStatusCode c) => (int)c >= 500; }}";
        var analysis = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(generated, path: "P.g.cs")).WithAnalyzers(Shipped.Analyzers);

        Assert.Equal(["SMTP1001"], Ids(await analysis.GetAnalyzerDiagnosticsAsync()));
    }

    // The types of a file are analyzed side by side.
    [Fact]
    public async Task Many_types_in_one_file()
    {
        var types = Enumerable.Range(0, 100).Select(static i => $"class C{i} {{ bool IsPermanent(SmtpStatusCode c) => (int)c >= 400; }}");

        Assert.Equal(100, (await Compile(string.Concat(types)).WithAnalyzers(Shipped.Analyzers).GetAnalyzerDiagnosticsAsync()).Length);
    }

    private static Task<ImmutableArray<Diagnostic>> InEditorAsync(
        CompilationWithAnalyzers analysis, int file, TextSpan? asked, CancellationToken cancellation = default)
    {
        var model = analysis.Compilation.GetSemanticModel(analysis.Compilation.SyntaxTrees.ElementAt(file));
        return analysis.GetAnalyzerSemanticDiagnosticsAsync(model, asked, cancellation);
    }

    private static CSharpCompilation Compile(params string[] files) => CSharpCompilation.Create(
        "Mail", files.Select(static file => CSharpSyntaxTree.ParseText(Usings + file)), References.OfThisProcess,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    private static (string Text, (string Id, TextSpan Span) Marked) Read(string file)
    {
        TestFileMarkupParser.GetSpans(file, out var text, out ImmutableDictionary<string, ImmutableArray<TextSpan>> marks);
        var (id, spans) = Assert.Single(marks);
        var span = Assert.Single(spans);
        return (text, (id, new TextSpan(Usings.Length + span.Start, span.Length)));
    }

    private static IEnumerable<(string Id, TextSpan Span)> Found(IEnumerable<Diagnostic> findings) =>
        findings.Select(static finding => (finding.Id, finding.Location.SourceSpan));

    private static IEnumerable<string> Ids(IEnumerable<Diagnostic> findings) => findings.Select(static finding => finding.Id).Order();
}
