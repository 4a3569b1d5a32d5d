using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>The origin of the text that is tested: a call in the test itself, or a variable that was given the text before.</summary>
/// <param name="Send">The call in the test, its <c>await</c> included, which can stand alone; null where the text is in a variable.</param>
/// <param name="Local">The declaration of the local that holds the text; null where there is none.</param>
internal sealed record SentText(ExpressionSyntax? Send, VariableDeclaratorSyntax? Local)
{
    /// <summary>Null where it cannot be said that the mail has been sent without an exception when <paramref name="test"/> runs.</summary>
    public static SentText? Of(FixContext context, ExpressionSyntax test)
    {
        var sends = test.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Where(call => IsSend(context, call)).ToList();
        if (sends.Count > 0)
            return sends.Count == 1 && Statement(sends[0], test) is { } statement ? new SentText(statement, null) : null;
        return test.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Select(name => OfVariable(context, name, test)).FirstOrDefault(static text => text is not null);
    }

    private static bool IsSend(FixContext context, InvocationExpressionSyntax call) =>
        CallSyntax.MethodName(call) is "Send" or "SendAsync"
        && context.Model.GetOperation(call, context.Cancellation) is IInvocationOperation operation
        && SendText.IsSend(operation, context.Symbols);

    // await client.SendAsync(message).ConfigureAwait(false)
    private static ExpressionSyntax? Statement(InvocationExpressionSyntax send, ExpressionSyntax test)
    {
        ExpressionSyntax whole = send;
        while (whole != test)
        {
            if (whole.Parent is AwaitExpressionSyntax awaited)
                return awaited;
            if (whole.Parent is ParenthesizedExpressionSyntax parenthesized)
                whole = parenthesized;
            else if (whole.Parent is MemberAccessExpressionSyntax
                { Name.Identifier.ValueText: "ConfigureAwait" or "GetAwaiter" or "GetResult", Parent: InvocationExpressionSyntax call })
                whole = call;
            else
                break;
        }

        // Send, or SendAsync(..).GetAwaiter().GetResult(); .Result is no statement.
        return CallSyntax.MethodName(send) == "Send" ? send
            : whole is InvocationExpressionSyntax last && CallSyntax.MethodName(last) == "GetResult" ? last
            : null;
    }

    private static SentText? OfVariable(FixContext context, IdentifierNameSyntax name, ExpressionSyntax test)
    {
        if (context.Model.GetSymbolInfo(name, context.Cancellation).Symbol is not ILocalSymbol local
            || test.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
        {
            return null;
        }

        // answer.Text, or the local itself.
        var text = new SendText(context.File);
        var variable = name.Parent is MemberAccessExpressionSyntax access && access.Expression == name
            && !text.Is(context.Model.GetOperation(name, context.Cancellation)) ? access.ToString() : name.Identifier.ValueText;
        var sends = Writes(member, variable).Where(static write => !IsConstant(write.Value)).ToList();
        if (sends is not [var (write, value)] || !RunsBefore(write, test)
            || !text.Is(context.Model.GetOperation(value, context.Cancellation)))
        {
            return null;
        }

        var declaration = local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.Cancellation);
        return new SentText(null, declaration as VariableDeclaratorSyntax);
    }

    private static bool IsConstant(ExpressionSyntax value) =>
        value is LiteralExpressionSyntax or DefaultExpressionSyntax || value.ToString() is "string.Empty" or "String.Empty";

    private static IEnumerable<(SyntaxNode Node, ExpressionSyntax Value)> Writes(SyntaxNode member, string variable)
    {
        foreach (var node in member.DescendantNodes())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax { Initializer.Value: { } value } declared when declared.Identifier.ValueText == variable:
                    yield return (declared, value);
                    break;
                case AssignmentExpressionSyntax assignment when assignment.Left.ToString() == variable:
                    yield return (assignment, assignment.Right);
                    break;
                case ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument when argument.Expression.ToString() == variable:
                    yield return (argument, argument.Expression);
                    break;
            }
        }
    }

    /// <summary>Whether <paramref name="write"/> has always been done, without an exception, when <paramref name="test"/> runs.</summary>
    private static bool RunsBefore(SyntaxNode write, SyntaxNode test)
    {
        foreach (var around in write.Ancestors())
        {
            if (around.Span.Contains(test.Span))
                return write.SpanStart < test.SpanStart && around is BlockSyntax or SwitchSectionSyntax;
            if (around is not (BlockSyntax or ExpressionStatementSyntax or LocalDeclarationStatementSyntax or VariableDeclarationSyntax
                or UsingStatementSyntax or LockStatementSyntax or TryStatementSyntax { Catches.Count: 0 })
                || around.Parent is IfStatementSyntax or ElseClauseSyntax or FinallyClauseSyntax || Handlers.IsLoop(around.Parent))
            {
                return false;
            }
        }

        return false;
    }
}
