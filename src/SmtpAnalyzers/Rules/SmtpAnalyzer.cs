using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Options;

namespace SmtpAnalyzers.Rules;

/// <summary>The one analyzer, host of all rules: a file that does not speak of SMTP is left after one scan of its text.</summary>
/// <remarks>
/// It registers for types, because other actions cost more. For operations or syntax nodes, the compiler lists those of every body, and hardly
/// a file speaks of SMTP. For semantic models, the light bulb runs the analyzer after all others, so its fixes come last.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SmtpAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<RuleGroup> Families =
        ImmutableArray.Create<RuleGroup>(new ReplyCodeRuleGroup(), new DeliveryRuleGroup(), new ExceptionRuleGroup());

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        Families.SelectMany(static family => family.Descriptors).Append(Descriptors.UnreadableOption).Distinct().ToImmutableArray();

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var files = new FindingsOfFiles(start.Compilation, new OptionsOfFiles(start.Options.AnalyzerConfigOptionsProvider));
            start.RegisterSymbolAction(files.Report, SymbolKind.NamedType);
        });
    }

    /// <summary>
    /// What all rules find in <paramref name="file"/>. Of a handler that never runs nothing else is said, and one that names the codes it wrongly retries or
    /// gives up is no blind retry.
    /// </summary>
    internal static IEnumerable<Diagnostic> Findings(MailFile file)
    {
        var findings = Families.SelectMany(family => family.Analyze(file)).ToList();
        var neverThrown = findings.Where(static finding => finding.Id == DiagnosticIds.NeverThrown).ToList();
        var named = findings.Where(static finding => finding.Id is DiagnosticIds.TransientReplyGivenUp or DiagnosticIds.PermanentReplyRetried).ToList();
        return findings.Where(finding =>
            neverThrown.All(never => never == finding || !never.Location.SourceSpan.IntersectsWith(finding.Location.SourceSpan))
            && (finding.Id != DiagnosticIds.RetryIgnoresReplyCode || Handler(finding, file) is not { } handler
                || !named.Any(other => handler.Contains(other.Location.SourceSpan))));
    }

    // A catch clause, or the predicate of Polly's Handle.
    private static TextSpan? Handler(Diagnostic finding, MailFile file) =>
        file.Root.FindNode(finding.Location.SourceSpan) is GenericNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } }
            ? call.ArgumentList.Span
            : file.Root.FindNode(finding.Location.SourceSpan).FirstAncestorOrSelf<CatchClauseSyntax>()?.Span;
}
