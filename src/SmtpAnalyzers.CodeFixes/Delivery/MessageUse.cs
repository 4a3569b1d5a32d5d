using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Operations;

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
            || attempt.Ancestors().TakeWhile(node => node != scope).Any(static node => Jumps.IsLoop(node) || Jumps.IsFunction(node)))
        {
            return false;
        }

        return scope.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == message.Name)
            .Where(name => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, message))
            .All(name => IsSent(name) || MemberOf(name) is "Dispose" || (MemberOf(name) is not null && name.Span.End < attempt.SpanStart));
    }

    private static string? MemberOf(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Expression == name ? access.Name.Identifier.ValueText : null;

    private static bool IsSent(IdentifierNameSyntax name) =>
        name.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }
        && CallSyntax.MethodName(call) is "Send" or "SendMailAsync";
}
