using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Sources;

namespace SmtpAnalyzers.Rules;

/// <summary>Hosts the rules that rest on which reply codes reach which outcome: SMTP1001, SMTP1002, SMTP1003.</summary>
/// <remarks>
/// It asks for the semantic model of a file rather than for operations: the first analyzer that asks for operations makes the compiler build
/// them for every body of the project, and hardly a file of it speaks of SMTP.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReplyHandlingAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.CreateRange(ReplyHandlingAnalysis.Rules, static rule => rule.Descriptor);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (MailSymbols.Of(start.Compilation) is { } mail)
                start.RegisterSemanticModelAction(context => Analyze(context, mail));
        });
    }

    private static void Analyze(SemanticModelAnalysisContext context, MailSymbols mail)
    {
        if (!SmtpText.Concerns(context.SemanticModel.SyntaxTree, context.CancellationToken))
            return;
        var root = context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken);
        // A list that several bodies look into is wrong once.
        var reported = new HashSet<Location>();
        foreach (var body in BodyReader.In(root, context.SemanticModel, mail, context.CancellationToken))
        {
            foreach (var finding in ReplyHandlingAnalysis.Findings(body, context.CancellationToken))
            {
                if (reported.Add(finding.Location))
                    context.ReportDiagnostic(finding.ToDiagnostic());
            }
        }
    }
}
