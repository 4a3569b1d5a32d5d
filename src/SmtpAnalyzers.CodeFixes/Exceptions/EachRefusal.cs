using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>Puts a handler of one refused recipient into a loop over all that were refused.</summary>
internal sealed class EachRefusal(FixContext context, TextEdits edits, CatchClauseSyntax handler)
{
    private readonly string _exception = handler.Declaration!.Identifier.ValueText;

    /// <summary>False where the handler decides on the whole message, or leaves before the others' turn.</summary>
    /// <param name="failures">All failures in an exception of the caught type.</param>
    public bool Write(Func<string, string> failures)
    {
        var statements = handler.Block.Statements.ToList();
        // return false; as the last statement comes once, after the loop.
        if (statements.Count > 1 && IsJump(statements[statements.Count - 1]) && !Mentions(statements[statements.Count - 1]))
            statements.RemoveAt(statements.Count - 1);
        if (handler.Filter is not null || statements.Count == 0 || statements.Any(Leaves) || statements.Any(IsAboutMessage))
            return false;
        var failure = Names.Free(context, "failure", "refusal", "refusedRecipient");
        foreach (var name in statements.SelectMany(Uses))
            edits.Replace(name.Identifier.Span, failure);
        var head = $"foreach (var {failure} in {failures(handler.Declaration!.Type.ToString())})";
        edits.WrapInLoop(statements[0], statements[statements.Count - 1], head);
        return true;
    }

    private IEnumerable<IdentifierNameSyntax> Uses(SyntaxNode code) => code.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        .Where(name => name.Identifier.ValueText == _exception
            && context.Model.GetSymbolInfo(name, context.Cancellation).Symbol is ILocalSymbol);

    private bool Mentions(SyntaxNode code) => Uses(code).Any();

    private static bool IsJump(SyntaxNode node) =>
        node is ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax;

    // Then the rest of the recipients would not be handled.
    private static bool Leaves(StatementSyntax statement) => statement
        .DescendantNodesAndSelf(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(node => node switch
        {
            BreakStatementSyntax or ContinueStatementSyntax => !node.Ancestors().TakeWhile(around => statement.Span.Contains(around.Span))
                .Any(around => Handlers.IsLoop(around) || (around is SwitchStatementSyntax && node is BreakStatementSyntax)),
            GotoStatementSyntax or YieldStatementSyntax or ThrowExpressionSyntax => true,
            _ => IsJump(node),
        });

    // Requeue(message) once for each refused recipient would send it several times.
    private bool IsAboutMessage(StatementSyntax statement)
    {
        var sent = ((TryStatementSyntax)handler.Parent!).Block.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(static call => CallSyntax.MethodName(call) is "Send" or "SendAsync" or "SendMailAsync")
            .SelectMany(static call => call.ArgumentList.Arguments).Select(static argument => argument.Expression.ToString()).ToList();
        return statement.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call =>
            call.ArgumentList.Arguments.Any(argument => sent.Contains(argument.Expression.ToString())) && !Mentions(call));
    }
}
