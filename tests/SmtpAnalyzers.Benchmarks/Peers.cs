using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SmtpAnalyzers.Benchmarks;

/// <summary>What well-known analyzers add to the same compilation, as they come, beside ours: one run, one table.</summary>
internal static class Peers
{
    private static readonly (string Name, string Root, string Folder, string Assembly)[] All =
    [
        ("xunit.analyzers", "PackageRoot", "xunit.analyzers/1.27.0/analyzers/dotnet/cs", "xunit.analyzers.dll"),
        ("Roslynator", "PackageRoot", "roslynator.analyzers/4.14.1/analyzers/dotnet/roslyn4.7/cs", "Roslynator.CSharp.Analyzers.dll"),
        ("Meziantou", "PackageRoot", "meziantou.analyzer/3.0.296/analyzers/dotnet/roslyn4.14/cs", "Meziantou.Analyzer.dll"),
        ("NetAnalyzers", "SdkRoot", "Sdks/Microsoft.NET.Sdk/analyzers", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll"),
        ("Sonar", "PackageRoot", "sonaranalyzer.csharp/10.32.0.713/analyzers", "SonarAnalyzer.CSharp.dll"),
    ];

    public static void Run()
    {
        AllocationGate.Row("SmtpAnalyzers, no SMTP", 0, Analyzers.Ours);
        AllocationGate.Row("SmtpAnalyzers, 100 SMTP files", 100, Analyzers.Ours);
        foreach (var peer in All)
        {
            var analyzers = Load(Path.Combine(Metadata(peer.Root), peer.Folder), peer.Assembly);
            AllocationGate.Row(peer.Name, 0,
                () => analyzers.Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!).ToArray());
        }
    }

    // Each with the assemblies of its own folder; the compiler's come from this process.
    private static List<Type> Load(string folder, string file)
    {
        var context = new AssemblyLoadContext(file);
        context.Resolving += (loading, name) =>
            Path.Combine(folder, $"{name.Name}.dll") is var path && File.Exists(path) ? loading.LoadFromAssemblyPath(path) : null;
        return context.LoadFromAssemblyPath(Path.Combine(folder, file)).GetReferencedAssemblies()
            .Where(name => File.Exists(Path.Combine(folder, $"{name.Name}.dll")))
            .Select(context.LoadFromAssemblyName)
            .Append(context.Assemblies.First())
            .Distinct()
            .SelectMany(static assembly => assembly.GetTypes())
            .Where(static type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer))
                && type.GetConstructor(Type.EmptyTypes) is not null && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .ToList();
    }

    private static string Metadata(string key) => typeof(Peers).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(metadata => metadata.Key == key).Value!;
}
