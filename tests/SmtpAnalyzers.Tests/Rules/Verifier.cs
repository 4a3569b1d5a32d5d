using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using SmtpAnalyzers.CodeFixes;
using SmtpAnalyzers.Rules;

namespace SmtpAnalyzers.Tests.Rules;

/// <summary>
/// Runs the rules of one family over source with markup, so that a row says one thing. A bare member is put into a class of a small
/// mailer first.
/// </summary>
/// <param name="family">How the ids of the family begin: SMTP1, SMTP2, SMTP3.</param>
/// <param name="config">Lines of an .editorconfig that hold for every file.</param>
internal sealed class Verifier(string family, string? config = null)
{
    /// <summary>The same family under the settings of <paramref name="lines"/>.</summary>
    public Verifier With(string lines) => new(family, lines);

    /// <summary>A member of a class that sends with MailKit.</summary>
    public Task MailKit(string member, LanguageVersion version = LanguageVersion.Latest) => File(Verify.InMailKit(member), version);

    /// <summary>A member of a class that sends with System.Net.Mail.</summary>
    public Task SystemNetMail(string member, LanguageVersion version = LanguageVersion.Latest) =>
        File(Verify.InSystemNetMail(member), version);

    /// <summary>A whole file.</summary>
    public Task File(string source, LanguageVersion version = LanguageVersion.Latest) => Test(source, version).RunAsync();

    /// <summary>A member of a class that sends with MailKit, and how it reads when everything in it is fixed.</summary>
    /// <param name="kind">The repair that is chosen for every finding; the best of each where it is not given.</param>
    public Task Fix(string member, string mended, LanguageVersion version = LanguageVersion.Latest, string? kind = null) =>
        FileFix(Verify.InMailKit(member), Verify.InMailKit(mended), version, kind);

    /// <summary>A member of a class that sends with System.Net.Mail, and how it reads when everything in it is fixed.</summary>
    public Task SystemNetMailFix(string member, string mended, LanguageVersion version = LanguageVersion.Latest) =>
        FileFix(Verify.InSystemNetMail(member), Verify.InSystemNetMail(mended), version);

    /// <summary>A member of a class that sends with MailKit, in which something is reported and nothing can be fixed.</summary>
    public Task NoFix(string member) => FileFix(Verify.InMailKit(member), Verify.InMailKit(member));

    /// <summary>
    /// A whole file, and how it reads when everything in it is fixed. All rules are on: no fix may be right for its own family only.
    /// </summary>
    public Task FileFix(string source, string mended, LanguageVersion version = LanguageVersion.Latest, string? kind = null)
    {
        var test = Unfiltered(source, version);
        test.CodeActionEquivalenceKey = kind is null ? null : $"SmtpAnalyzers.{kind}";
        // Fix All of one title does its kind only; findings of other kinds take further turns.
        test.NumberOfFixAllIterations = test.NumberOfFixAllInDocumentIterations = test.NumberOfFixAllInProjectIterations = -10;
        test.FixedState.Sources.Add(mended);
        test.FixedState.Sources.Add(Verify.Mailer);
        // What no fix can mend is marked in the result too.
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        return test.RunAsync();
    }

    public MarkupTest Test(string source, LanguageVersion version = LanguageVersion.Latest)
    {
        var test = Unfiltered(source, version);
        test.DisabledDiagnostics.AddRange(Shipped.Descriptors.Select(rule => rule.Id).Where(id => !id.StartsWith(family)));
        return test;
    }

    private MarkupTest Unfiltered(string source, LanguageVersion version)
    {
        var test = new MarkupTest(version) { TestState = { Sources = { source, Verify.Mailer } } };
        if (config is not null)
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", $"root = true\n[*.cs]\n{config}\n"));
        return test;
    }

    internal sealed class MarkupTest : CSharpCodeFixTest<SmtpAnalyzer, SmtpCodeFixProvider, DefaultVerifier>
    {
        private readonly LanguageVersion _version;

        /// <summary>Told of all code that rows analyze, so that build/Mutants can analyze it again without the rest of a row.</summary>
        public static Action<Compilation, AnalyzerOptions>? Analyzing { get; set; }

        public MarkupTest(LanguageVersion version) => (_version, ReferenceAssemblies) = (version, References.MailKitAndPolly);

        protected override IEnumerable<CodeFixProvider> GetCodeFixProviders() => Shipped.CodeFixes;

        protected override CompilationWithAnalyzers CreateCompilationWithAnalyzers(
            Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, AnalyzerOptions options,
            CancellationToken cancellationToken)
        {
            Analyzing?.Invoke(compilation, options);
            return base.CreateCompilationWithAnalyzers(compilation, analyzers, options, cancellationToken);
        }

        protected override ParseOptions CreateParseOptions() =>
            ((CSharpParseOptions)base.CreateParseOptions()).WithLanguageVersion(_version);
    }
}
