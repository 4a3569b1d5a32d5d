using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpAnalyzers.Options;

namespace SmtpAnalyzers.Rules;

/// <summary>The host of all rules: a file that does not speak of SMTP is left after one scan of its text.</summary>
/// <remarks>
/// It registers for types, because other actions cost more. For operations or syntax nodes, the compiler lists those of every body, and
/// hardly a file speaks of SMTP. For semantic models, the light bulb runs the analyzer after all others, so its fixes come last. To wait
/// for a file's last method would spare the compiler to bind the others twice, but a finding outside the method that is reported on has no
/// light bulb.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SmtpAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => AllRules.Descriptors;

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var options = new OptionsOfFiles(start.Options.AnalyzerConfigOptionsProvider);
            var files = new FindingsOfFiles(start.Compilation, options, razor: false);
            start.RegisterSymbolAction(files.Report, SymbolKind.NamedType);
        });
    }
}
