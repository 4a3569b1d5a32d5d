using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.BadInput;

/// <summary>Analyzes and mends source as it stands, compiler errors and all. An analyzer that throws is a finding too: AD0001.</summary>
internal static class AsItStands
{
    public static readonly ImmutableArray<MetadataReference> WithoutMailKit =
        References.OfThisProcess.Where(static reference => Path.GetFileName(reference.Display) is not ("MailKit.dll" or "MimeKit.dll"))
            .ToImmutableArray();

    public static Document Document(string source, ImmutableArray<MetadataReference>? references = null) =>
        new AdhocWorkspace().AddProject(ProjectInfo.Create(
                ProjectId.CreateNewId(), VersionStamp.Default, "Program", "Program", LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
                parseOptions: new CSharpParseOptions(LanguageVersion.Preview),
                metadataReferences: references ?? References.OfThisProcess))
            .AddDocument("Mailer.cs", Verify.Mailer).Project
            .AddDocument("Program.cs", source);

    public static async Task<ImmutableArray<Diagnostic>> FindingsAsync(Document document)
    {
        var compilation =
            await document.Project.GetCompilationAsync(TestContext.Current.CancellationToken)
                ?? throw new InvalidOperationException("No compilation.");
        return await compilation.WithAnalyzers(Shipped.Analyzers).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The code actions offered for <paramref name="finding"/>.</summary>
    public static async Task<IReadOnlyList<CodeAction>> FixesAsync(Document document, Diagnostic finding)
    {
        var actions = new List<CodeAction>();
        foreach (var fix in Shipped.CodeFixes.Where(fix => fix.FixableDiagnosticIds.Contains(finding.Id)))
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action),
                TestContext.Current.CancellationToken));
        return actions;
    }

    /// <summary>The ids of what is found, AD0001 among them where the analyzer threw, after every fix has been computed.</summary>
    public static async Task<IReadOnlyList<string>> AnalyzedAndFixedAsync(string source,
        ImmutableArray<MetadataReference>? references = null)
    {
        var document = Document(source, references);
        var findings = await FindingsAsync(document);
        foreach (var finding in findings.Where(static finding => finding.Id != "AD0001"))
        {
            foreach (var action in await FixesAsync(document, finding))
                Assert.NotEmpty(await action.GetOperationsAsync(TestContext.Current.CancellationToken));
        }

        return findings.Select(static finding => finding.Id).ToList();
    }
}
