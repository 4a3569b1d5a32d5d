using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>Says whether anybody can see the recipients of a message after it was sent again: then they have to be as before.</summary>
internal static class MessageUse
{
    /// <summary>Whether the message is made for this try, and only sent in it and disposed after it.</summary>
    public static bool EndsWith(Resend resend, SemanticModel model)
    {
        if (model.GetSymbolInfo(resend.Message).Symbol is not ILocalSymbol { DeclaringSyntaxReferences: [var reference] } message
            || reference.GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax } declarator
            || declarator.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: { } scope }
            || resend.Clause.Parent is not TryStatementSyntax attempt
            || attempt.Ancestors().TakeWhile(node => node != scope).Any(IsRepeated))
        {
            return false;
        }

        return scope.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == message.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, message))
            .All(name => IsMember(name, "Dispose") || IsSent(name) || (IsMember(name, null) && name.Span.End < attempt.SpanStart));
    }

    // A part of it, which is filled.
    private static bool IsMember(IdentifierNameSyntax name, string? member) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Expression == name && (member is null || access.Name.Identifier.ValueText == member);

    private static bool IsSent(IdentifierNameSyntax name) =>
        name.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && Effects.MethodName(call) is "Send" or "SendMailAsync";

    private static bool IsRepeated(SyntaxNode node) => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax
        or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;
}
