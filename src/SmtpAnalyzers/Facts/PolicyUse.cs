using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Follows a part of a Polly policy (a Handle, a ShouldHandle) to the delegates that the policy executes: along the fluent chain, and through
/// the local or private field that holds it.
/// </summary>
internal sealed class PolicyUse(MailFile file)
{
    private const int MostSteps = 4;

    /// <summary>What the policy around <paramref name="part"/> executes; null where that cannot be seen.</summary>
    public CallSummary? Executed(SyntaxNode part) => Executed(part, MostSteps);

    private CallSummary? Executed(SyntaxNode part, int steps)
    {
        for (var node = part; node is not null && steps > 0; node = node.Parent)
        {
            switch (node)
            {
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call when IsExecute(member.Name):
                    return InArguments(call);
                case VariableDeclaratorSyntax declared:
                    return Executed(file.Model.GetDeclaredSymbol(declared, file.Cancellation), declared, steps);
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax or MemberAccessExpressionSyntax } assignment
                    when assignment.Parent is not InitializerExpressionSyntax && assignment.Right.Span.Contains(part.Span):
                    return Executed(file.SymbolOf(assignment.Left), assignment, steps);
                case StatementSyntax or MemberDeclarationSyntax or ArrowExpressionClauseSyntax:
                    return null;
            }
        }

        return null;
    }

    private static bool IsExecute(SimpleNameSyntax name) => name.Identifier.ValueText.StartsWith("Execute", StringComparison.Ordinal);

    // All that is done with the variable must be seen.
    private CallSummary? Executed(ISymbol? variable, SyntaxNode written, int steps)
    {
        var scope = variable switch
        {
            ILocalSymbol => written.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? file.Root,
            IFieldSymbol { DeclaredAccessibility: Accessibility.Private, ContainingType.DeclaringSyntaxReferences.Length: 1 } =>
                written.FirstAncestorOrSelf<TypeDeclarationSyntax>(),
            _ => null,
        };
        if (variable is null || scope is null)
            return null;
        CallSummary? all = null;
        foreach (var name in scope.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == variable.Name))
        {
            if (name.Ancestors().Any(node => node is AssignmentExpressionSyntax { Left: var left } && left.Span.Contains(name.Span))
                || !SymbolEqualityComparer.Default.Equals(file.SymbolOf(name), variable))
            {
                continue;
            }

            if (Executed(name, steps - 1) is not { } executed)
                return null;
            all = all?.With(executed) ?? executed;
        }

        return all;
    }

    private CallSummary? InArguments(InvocationExpressionSyntax call)
    {
        CallSummary? all = null;
        foreach (var argument in call.ArgumentList.Arguments)
        {
            var type = file.Model.GetTypeInfo(argument.Expression, file.Cancellation).ConvertedType;
            if (type?.TypeKind != TypeKind.Delegate)
                continue;
            if (argument.Expression is not LambdaExpressionSyntax lambda)
                return null;
            var callees = file.CallsOf(lambda.Body);
            all = all?.With(callees) ?? callees;
        }

        return all;
    }
}
