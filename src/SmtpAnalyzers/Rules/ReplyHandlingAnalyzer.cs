using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SmtpAnalyzers.Rules;

/// <summary>Hosts the rules that rest on which reply codes reach which outcome: SMTP1001, SMTP1002, SMTP1003.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReplyHandlingAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Descriptors.TransientReplyGivenUp,
        Descriptors.PermanentReplyRetried,
        Descriptors.PositiveReplyFails);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
    }
}
