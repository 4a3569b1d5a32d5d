using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Rules;

/// <summary>
/// Code that is being typed. Half a condition lets other codes through than the whole one will, and a handler without its block retries
/// nothing yet: a warning about it would go away when the line is finished.
/// </summary>
internal static class UnfinishedCode
{
    /// <summary>
    /// Whether the outermost statement around <paramref name="location"/>, or the member where it has no statements, does not parse.
    /// </summary>
    public static bool IsAt(Location location)
    {
        if (location.SourceTree?.GetRoot() is not { ContainsDiagnostics: true } root)
            return false;
        var around = root.FindNode(location.SourceSpan).AncestorsAndSelf()
            .TakeWhile(static node => node is not (TypeDeclarationSyntax or CompilationUnitSyntax or GlobalStatementSyntax)).ToList();
        // The last block is the body of the member.
        var whole = around.OfType<StatementSyntax>().LastOrDefault(static statement => statement is not BlockSyntax
            || statement.Parent is not (BaseMethodDeclarationSyntax or AccessorDeclarationSyntax)) ?? around.LastOrDefault();
        return whole is { ContainsDiagnostics: true }
            && whole.GetDiagnostics().Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
