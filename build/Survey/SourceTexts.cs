using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Survey;

/// <summary>The files, each read and parsed once, and what could not be read.</summary>
internal sealed class SourceTexts(Progress progress)
{
    // What code that supports several frameworks asks for.
    private static readonly CSharpParseOptions Options = new(
        LanguageVersion.Preview,
        preprocessorSymbols: ["NET", "NETCOREAPP", .. Enumerable.Range(5, 6).Select(static version => $"NET{version}_0_OR_GREATER")]);

    private readonly ConcurrentDictionary<string, SyntaxTree?> trees = new(StringComparer.Ordinal);

    /// <summary>The parsed file; null if it can't be read, which is reported once.</summary>
    public SyntaxTree? TreeOf(string path) => trees.GetOrAdd(path, Read);

    /// <summary>Whether the analyzers read a file: it speaks of SMTP, or uses a sender whose class may stand elsewhere.</summary>
    public bool ConcernsSmtp(string path) => TreeOf(path) is { } tree && SmtpTextFilter.Concerns(tree, [], CancellationToken.None);

    private SyntaxTree? Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return CSharpSyntaxTree.ParseText(SourceText.From(stream), Options, path);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            progress.Problem($"{path} can't be read: {ex.Message}");
            return null;
        }
    }
}
