using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SmtpAnalyzers.Benchmarks;

/// <summary>
/// A project that is ready to be compiled once. Everything is fresh, references too, since whatever an earlier run had loaded would be free
/// for a later one.
/// </summary>
internal sealed class Project : IDisposable
{
    public static readonly string[] ReferencePaths = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(static path => Path.GetFileName(path) is var name
            && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "MailKit.dll" or "MimeKit.dll"))
        .ToArray();

    private readonly AssemblyMetadata[] _references = ReferencePaths.Select(AssemblyMetadata.CreateFromFile).ToArray();

    private readonly CompilationWithAnalyzers _compilation;

    public Project(IEnumerable<string> files, DiagnosticAnalyzer[] analyzers)
    {
        var trees = files.Select(static (text, index) => CSharpSyntaxTree.ParseText(text, path: $"{index}.cs"));
        var compilation = CSharpCompilation.Create(
            "Generated", trees, _references.Select(static metadata => metadata.GetReference()),
                new(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false));
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new Settings()), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        _compilation = compilation.WithAnalyzers(analyzers.ToImmutableArray(), options);
    }

    /// <summary>Binds every body, as a build does, and runs the analyzers.</summary>
    public ImmutableArray<Diagnostic> Diagnose() => _compilation.GetAllDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();

    public void Dispose()
    {
        foreach (var metadata in _references)
            metadata.Dispose();
    }
}
