using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpAnalyzers.CodeFixes;

namespace SmtpAnalyzers.Tests;

/// <summary>All that the two shipped assemblies hold, so that what is added to them is tested without being entered anywhere.</summary>
internal static class Shipped
{
    public static readonly ImmutableArray<Assembly> Assemblies = [typeof(DiagnosticIds).Assembly, typeof(SmtpCodeFixProvider).Assembly];

    public static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = Instances<DiagnosticAnalyzer>();

    public static readonly ImmutableArray<CodeFixProvider> CodeFixes = Instances<CodeFixProvider>();

    public static readonly ImmutableArray<CodeRefactoringProvider> Refactorings = Instances<CodeRefactoringProvider>();

    public static readonly ImmutableArray<DiagnosticDescriptor> Descriptors =
        [.. Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Distinct()
            .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)];

    private static ImmutableArray<T> Instances<T>() => Assemblies.SelectMany(assembly => assembly.GetTypes())
        .Where(type => typeof(T).IsAssignableFrom(type) && !type.IsAbstract)
        .Select(type => (T)Activator.CreateInstance(type, nonPublic: true)!)
        .ToImmutableArray();
}
