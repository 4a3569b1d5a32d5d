using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>
/// Says whether an exception that leaves a <c>try</c> reaches a caller who can try again. An event handler, a timer or a host has none; a
/// loop over the mail would end with the first temporary refusal; and a caller that gets its answer as a value expects no exception.
/// </summary>
internal static class Callers
{
    // Called by a framework: by the host, a scheduler, or the runtime.
    private static readonly ImmutableHashSet<string> EntryPoints = ImmutableHashSet.Create(
        "Main", "Execute", "ExecuteAsync", "Start", "StartAsync", "Stop", "StopAsync", "Run", "RunAsync", "Invoke", "InvokeAsync",
        "Dispose", "DisposeAsync");

    public static bool CanRetry(FixContext context, TryStatementSyntax attempt, CatchClauseSyntax handler)
    {
        foreach (var around in attempt.Ancestors())
        {
            switch (around)
            {
                case MethodDeclarationSyntax method:
                    return IsCalledForNoAnswer(context, method) && !TakesAll(context, attempt);
                case MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or TryStatementSyntax:
                    return false;
                case ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax
                    when !LeavesMethod(handler):
                    return false;
            }
        }

        return false;
    }

    private static bool LeavesMethod(CatchClauseSyntax handler) =>
        handler.Block.Statements.LastOrDefault() is ReturnStatementSyntax or ThrowStatementSyntax;

    private static bool IsCalledForNoAnswer(FixContext context, MethodDeclarationSyntax method) =>
        context.Model.GetDeclaredSymbol(method) is { } symbol
        && !EntryPoints.Contains(symbol.Name)
        && !symbol.Name.StartsWith("Try", StringComparison.Ordinal)
        && (symbol.ReturnsVoid
            ? !symbol.IsAsync
            : symbol.ReturnType is INamedTypeSymbol { IsGenericType: false, Name: "Task" or "ValueTask" })
        && !IsEventHandler(symbol)
        && !(symbol.IsOverride && symbol.OverriddenMethod?.Locations.All(static location => location.IsInMetadata) == true)
        && !IsHandedOn(method);

    private static bool IsEventHandler(IMethodSymbol method)
    {
        if (method.Parameters is not [_, { Type: var arguments }])
            return false;
        for (var type = arguments; type is not null; type = type.BaseType)
        {
            if (type.Name == "EventArgs")
                return true;
        }

        return false;
    }

    // As a delegate, to whoever calls it: an event, a timer, a thread.
    private static bool IsHandedOn(MethodDeclarationSyntax method) => method.SyntaxTree.GetRoot().DescendantTokens()
        .Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == method.Identifier.ValueText)
        .Select(static token => token.Parent)
        .OfType<SimpleNameSyntax>()
        .Select(static name => name.Parent is MemberAccessExpressionSyntax member && member.Name == name ? (SyntaxNode)member : name)
        .Any(static name => name.Parent is ArgumentSyntax or AssignmentExpressionSyntax or EqualsValueClauseSyntax or CastExpressionSyntax);

    // Nothing escapes from there, on purpose.
    private static bool TakesAll(FixContext context, TryStatementSyntax attempt) => attempt.Catches.Any(other => other.Filter is null
        && (other.Declaration is null
            || context.Model.GetTypeInfo(other.Declaration.Type).Type is { Name: "Exception" or "SystemException" })
        && !other.Block.DescendantNodes().Any(static node => node is ThrowStatementSyntax));
}
