using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Facts;

/// <summary>Whether a message has one recipient by construction.</summary>
internal static class Recipients
{
    /// <summary>Whether <paramref name="send"/>, of System.Net.Mail's client, sends to one recipient for all that can be seen.</summary>
    public static bool IsOne(InvocationExpressionSyntax send, ApiFile file)
    {
        var arguments = send.ArgumentList.Arguments;
        // Send(from, to, subject, body)
        if (arguments.Count >= 4)
            return true;
        if (arguments.Count == 0 || file.SymbolOf(arguments[0].Expression) is not ILocalSymbol message
            || message.DeclaringSyntaxReferences
                .FirstOrDefault()?.GetSyntax(file.Cancellation) is not VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax creation } declared
            || declared.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
        {
            return false;
        }

        // new MailMessage(from, to)
        var count = creation.ArgumentList?.Arguments.Count >= 2 ? 1 : 0;
        count += creation.Initializer?.DescendantNodes().OfType<InitializerExpressionSyntax>().Sum(static list => list.Expressions.Count) ?? 0;
        foreach (var call in member.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add",
                Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax owner } list }
                || owner.Identifier.ValueText != message.Name || list.Name.Identifier.ValueText is not ("To" or "CC" or "Bcc"))
            {
                continue;
            }

            var repeats = call.Ancestors().TakeWhile(node => node != member)
                .Any(node => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax
                    or LambdaExpressionSyntax && !node.Span.Contains(declared.Span));
            count += repeats ? 2 : 1;
        }

        return count == 1 && !IsHandedOn(message, declared, send, member, file);
    }

    // Somebody else may add to it.
    private static bool IsHandedOn(ILocalSymbol message, VariableDeclaratorSyntax declared, InvocationExpressionSyntax send, SyntaxNode member, ApiFile file) =>
        member.DescendantNodes().OfType<ArgumentSyntax>().Any(argument => argument.Expression is IdentifierNameSyntax name
            && name.Identifier.ValueText == message.Name
            && !send.Span.Contains(argument.Span) && argument.SpanStart > declared.SpanStart && argument.SpanStart < send.SpanStart
            && SymbolEqualityComparer.Default.Equals(file.SymbolOf(name), message));
}
