using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Operations;

internal static class NamesInCode
{
    /// <summary>Whether one of <paramref name="names"/> stands in <paramref name="code"/>, whatever it refers to there.</summary>
    public static bool Names(this SyntaxNode code, params string[] names)
    {
        foreach (var node in code.DescendantNodesAndSelf())
        {
            if (node is SimpleNameSyntax name && Array.IndexOf(names, name.Identifier.ValueText) >= 0)
                return true;
        }

        return false;
    }
}
