using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>Where an exception goes that a handler takes no more.</summary>
internal static class Handlers
{
    /// <summary>Whether the exception would end a loop that goes on today: the other rounds would be lost with it.</summary>
    public static bool IsRepeated(TryStatementSyntax attempt) => attempt.Ancestors()
        .TakeWhile(static node =>
            node is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(IsLoop);

    public static bool IsLoop(SyntaxNode? node) =>
        node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax;

    /// <summary>Whether a clause of the same try, below <paramref name="handler"/>, takes every exception.</summary>
    public static bool HasCatchAllBelow(FixContext context, TryStatementSyntax attempt, CatchClauseSyntax handler) => attempt.Catches
        .Any(other => other.SpanStart > handler.SpanStart && other.Filter is null
            && (other.Declaration is null || context.File.CaughtBy(other) is { Name: "Exception", ContainingNamespace.Name: "System" }));
}
