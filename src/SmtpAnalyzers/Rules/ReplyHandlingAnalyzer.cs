using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
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
        foreach (var finding in Findings(root, context.SemanticModel, mail, context.CancellationToken))
            context.ReportDiagnostic(finding);
    }

    /// <summary>The findings in all bodies at or below <paramref name="root"/>.</summary>
    internal static IEnumerable<Diagnostic> Findings(SyntaxNode root, SemanticModel model, MailSymbols mail, CancellationToken cancellation) =>
        from syntax in CandidateBodies.In(root)
        from finding in InBody(syntax, model, mail, cancellation)
        select finding;

    private static IReadOnlyList<Diagnostic> InBody(SyntaxNode syntax, SemanticModel model, MailSymbols mail, CancellationToken cancellation)
    {
        try
        {
            if (Graph(model.GetOperation(syntax, cancellation), cancellation) is not { } graph)
                return [];
            var symbol = model.GetDeclaredSymbol(syntax, cancellation) ?? model.GetDeclaredSymbol(syntax.Parent!, cancellation);
            var name = symbol is IMethodSymbol { AssociatedSymbol: { } property } ? property.Name : symbol?.Name;
            return Body.WithNested(graph, name, symbol as IMethodSymbol, mail, cancellation)
                .SelectMany(body => ReplyHandlingAnalysis.Run(body, cancellation))
                .Select(static finding => finding.ToDiagnostic())
                .ToList();
        }
        catch (InsufficientExecutionStackException)
        {
            // Nested deeper than any hand writes: nothing is said rather than something guessed.
            return [];
        }
    }

    private static ControlFlowGraph? Graph(IOperation? operation, CancellationToken cancellation) => operation switch
    {
        { Parent: not null } => null,
        IMethodBodyOperation body => ControlFlowGraph.Create(body, cancellation),
        IConstructorBodyOperation body => ControlFlowGraph.Create(body, cancellation),
        IBlockOperation body => ControlFlowGraph.Create(body, cancellation),
        IFieldInitializerOperation initializer => ControlFlowGraph.Create(initializer, cancellation),
        IPropertyInitializerOperation initializer => ControlFlowGraph.Create(initializer, cancellation),
        _ => null,
    };
}
