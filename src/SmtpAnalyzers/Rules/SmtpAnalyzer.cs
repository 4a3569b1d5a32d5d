using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpAnalyzers.Options;
using SmtpAnalyzers.Rules.Delivery;
using SmtpAnalyzers.Sources;

namespace SmtpAnalyzers.Rules;

/// <summary>The one analyzer, host of all rules: a file that does not speak of SMTP is left after one scan of its text.</summary>
/// <remarks>
/// It asks for the semantic model of a file rather than for operations: the first analyzer that asks for operations makes the compiler build
/// them for every body of the project, and hardly a file of it speaks of SMTP. It is one and not one for each family of rules because every
/// action costs the compiler about 1 KB a file.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SmtpAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<RuleFamily> Families = ImmutableArray.Create<RuleFamily>(new ReplyHandlingFamily(), new DeliveryFamily());

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        Families.SelectMany(static family => family.Descriptors).ToImmutableArray();

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
        var file = new MailFile(context.SemanticModel, mail, MailOptions.Default, context.CancellationToken);
        foreach (var family in Families)
        {
            foreach (var diagnostic in family.Analyze(file))
                context.ReportDiagnostic(diagnostic);
        }
    }
}
