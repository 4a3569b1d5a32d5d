using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Rules;

/// <summary>Which method of a file the compiler compiles last.</summary>
internal static class LastMethods
{
    /// <summary>
    /// The method in <paramref name="root"/>, of those that the compiler surely announces; null if there is none. It says nothing of a
    /// method that is marked as generated or stands in such a type, and of a partial one it announces another part.
    /// </summary>
    public static MethodDeclarationSyntax? Of(SyntaxNode root) => root
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax || IsOrdinary(node))
        .OfType<MethodDeclarationSyntax>()
        .LastOrDefault(static method => (method.Body is not null || method.ExpressionBody is not null)
            && !method.Modifiers.Any(SyntaxKind.PartialKeyword) && !IsMarkedAsGenerated(method));

    private static bool IsOrdinary(SyntaxNode node) =>
        node is ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax
        && !IsMarkedAsGenerated((MemberDeclarationSyntax)node);

    private static bool IsMarkedAsGenerated(MemberDeclarationSyntax member) => member.AttributeLists
        .SelectMany(static list => list.Attributes)
        .Any(static attribute => attribute.Name.GetLastToken().ValueText is "GeneratedCode" or "GeneratedCodeAttribute");
}
