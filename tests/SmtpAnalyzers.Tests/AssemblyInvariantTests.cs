using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SmtpAnalyzers.Tests;

/// <summary>What the compilers and editors that load the two assemblies rely on.</summary>
public sealed class AssemblyInvariantTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    // Besides Roslyn's own assemblies: what every host of a 4.8 compiler brings along.
    private static readonly string[] Provided = ["netstandard", "System.Collections.Immutable", "System.Memory", "System.Buffers"];

    // Who holds one of these, holds a whole compilation.
    private static readonly Type[] PartsOfACompilation =
    [
        typeof(Compilation), typeof(SemanticModel), typeof(ISymbol), typeof(IOperation), typeof(SyntaxTree), typeof(SyntaxNode),
        typeof(TextDocument), typeof(Project), typeof(Solution),
    ];

    public static readonly TheoryData<Type> Analyzers = new(Shipped.Analyzers.Select(analyzer => analyzer.GetType()));

    public static readonly TheoryData<Type> CodeFixes = new(Shipped.CodeFixes.Select(fix => fix.GetType()));

    [Theory, MemberData(nameof(Analyzers)), MemberData(nameof(CodeFixes))]
    public void Public_and_sealed(Type type) => Assert.True(type is { IsPublic: true, IsSealed: true });

    [Theory, MemberData(nameof(Analyzers))]
    public void Analyzer_for_CSharp(Type type) =>
        Assert.Equal([LanguageNames.CSharp], type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages ?? []);

    [Theory, MemberData(nameof(CodeFixes))]
    public void Code_fix_for_CSharp(Type type) =>
        Assert.Equal([LanguageNames.CSharp], type.GetCustomAttribute<ExportCodeFixProviderAttribute>()?.Languages ?? []);

    [Theory, MemberData(nameof(CodeFixes))]
    public void Code_fix_for_rules_that_there_are(Type type) =>
        Assert.Empty(Instance(type).FixableDiagnosticIds.Except(Shipped.Descriptors.Select(rule => rule.Id)));

    [Theory, MemberData(nameof(CodeFixes))]
    public void Code_fix_for_all_of_a_document_a_project_and_a_solution(Type type)
    {
        var supported = Instance(type).GetFixAllProvider()?.GetSupportedFixAllScopes() ?? [];
        Assert.Empty(new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution }.Except(supported));
    }

    // One instance serves every compilation of a compiler server or an editor, several at a time.
    [Fact]
    public void What_outlives_a_compilation_neither_changes_nor_holds_on_to_it()
    {
        var ofTypes = Shipped.Assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.Name.Contains('<')) // The compiler's own: lambdas, which it creates when they are needed.
            .SelectMany(type => type.GetFields(BindingFlags.Static | Declared));
        var ofInstances = Shipped.Analyzers.Concat<object>(Shipped.CodeFixes)
            .SelectMany(instance => instance.GetType().GetFields(BindingFlags.Instance | Declared));
        Assert.Empty(ofTypes.Concat(ofInstances)
            .Where(field => !field.IsLiteral && (!field.IsInitOnly || CanGrow(field.FieldType) || HoldsACompilation(field.FieldType)))
            .Select(field => $"{field.DeclaringType}.{field.Name}"));
    }

    [Fact]
    public void References_are_provided_by_the_compiler() => Assert.Empty(
        from assembly in Shipped.Assemblies
        from reference in assembly.GetReferencedAssemblies().Select(reference => reference.Name!).Except(Provided)
        where !reference.StartsWith("Microsoft.CodeAnalysis") && Shipped.Assemblies.All(shipped => shipped.GetName().Name != reference)
        select $"{reference} of {assembly.GetName().Name}");

    private static CodeFixProvider Instance(Type type) => Shipped.CodeFixes.Single(fix => fix.GetType() == type);

    // Arrays pass: nothing can be added to them, and C# has no other constant lists.
    private static bool CanGrow(Type type) =>
        typeof(IEnumerable).IsAssignableFrom(type) && type != typeof(string) && !type.IsArray
        && type.Namespace != "System.Collections.Immutable" && !type.Name.StartsWith("IReadOnly");

    private static bool HoldsACompilation(Type type) =>
        PartsOfACompilation.Any(part => part.IsAssignableFrom(type))
        || type.GetGenericArguments().Append(type.GetElementType()).Any(inner => inner is not null && HoldsACompilation(inner));
}
