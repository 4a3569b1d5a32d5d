using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpAnalyzers.CodeFixes;

namespace SmtpAnalyzers.Benchmarks;

internal static class Analyzers
{
    /// <summary>All of ours, so that a new one is measured without being named here.</summary>
    public static DiagnosticAnalyzer[] Ours() => InstancesOf<DiagnosticAnalyzer>(typeof(DiagnosticIds));

    /// <summary>All code fixes.</summary>
    public static CodeFixProvider[] Fixes() => InstancesOf<CodeFixProvider>(typeof(SmtpCodeFixProvider));

    /// <summary>All refactorings.</summary>
    public static CodeRefactoringProvider[] Refactorings() => InstancesOf<CodeRefactoringProvider>(typeof(SmtpCodeFixProvider));

    /// <summary>What any analyzer costs by being there.</summary>
    public static DiagnosticAnalyzer Empty() => new Idle(static _ => { });

    /// <summary>What hardly a build lacks: some other analyzer that has asked for operations, which is what makes them expensive.</summary>
    public static DiagnosticAnalyzer Neighbor() =>
        new Idle(static context => context.RegisterOperationAction(static _ => { }, OperationKind.Invocation));

    private static T[] InstancesOf<T>(Type neighbor) => neighbor.Assembly.GetTypes()
        .Where(static type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract)
        .Select(static type => (T)Activator.CreateInstance(type)!)
        .ToArray();

    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class Idle(Action<AnalysisContext> register) : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Never = new("IDLE", "Idle", "Idle", "Idle", DiagnosticSeverity.Warning,
            isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Never];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            register(context);
        }
    }
}
