using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpAnalyzers.Options;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Rules;

/// <summary>The rules for <c>@code</c>, which is generated code to the compiler. Findings are reported in the Razor file.</summary>
/// <remarks>An analyzer reads generated files or doesn't, as a whole: <see cref="SmtpAnalyzer"/> doesn't.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RazorAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => AllRules.Descriptors;

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (!start.Compilation.SyntaxTrees.Any(RazorCode.Is))
                return;
            var options = new OptionsOfFiles(start.Options.AnalyzerConfigOptionsProvider);
            var files = new FindingsOfFiles(start.Compilation, options, razor: true);
            start.RegisterSymbolAction(files.Report, SymbolKind.NamedType);
        });
    }
}
