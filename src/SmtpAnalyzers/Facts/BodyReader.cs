using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Options;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>Finds the bodies of a file in which a reply code may be handled, and builds their graphs.</summary>
internal static class BodyReader
{
    /// <summary>
    /// The bodies at or below <paramref name="root"/>, those of nested functions included. Code that does not compile has none where it
    /// does not. <paramref name="sentBy"/> says what the functions of the file send, where anybody knows.
    /// </summary>
    public static IEnumerable<FunctionBody> In(
        SyntaxNode root, SemanticModel model, MailSymbols mail, MailOptions options, ValueTracker values, CancellationToken cancellation,
        Func<IInvocationOperation, IReadOnlyList<IOperation>?>? sentBy = null)
    {
        var place = new SmtpContext(model, cancellation);
        foreach (var syntax in CandidateBodies.In(root, options.ReplyCodeMembers.Names))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Graph(syntax, model, cancellation) is not { } graph)
                continue;
            var symbol = model.GetDeclaredSymbol(syntax, cancellation)
                ?? (syntax.Parent is { } parent ? model.GetDeclaredSymbol(parent, cancellation) : null);
            var name = symbol is IMethodSymbol { AssociatedSymbol: { } property } ? property.Name : symbol?.Name;
            var handWritten = new HandWrittenReplies(place.Surrounds(syntax), options.IsReplyCodeMember);
            var around = new BodyContext(mail, options, handWritten, values, sentBy ?? (static _ => null));
            foreach (var body in FunctionBody.WithNested(graph, name, symbol as IMethodSymbol, around, cancellation))
                yield return body;
        }
    }

    /// <summary>The graph of <paramref name="function"/>, a method or a function in one; null where it does not compile.</summary>
    public static ControlFlowGraph? GraphOf(SyntaxNode function, SemanticModel model, CancellationToken cancellation)
    {
        if (function is BaseMethodDeclarationSyntax)
            return Graph(function, model, cancellation);
        if (function.Parent is not { } parent || CallSyntax.FunctionAround(parent) is not { } outer
            || GraphOf(outer, model, cancellation) is not { } around)
        {
            return null;
        }

        return function is LocalFunctionStatementSyntax
            ? model.GetDeclaredSymbol(function, cancellation) is IMethodSymbol symbol && around.LocalFunctions.Contains(symbol)
                ? around.GetLocalFunctionControlFlowGraph(symbol, cancellation)
                : null
            : around.Blocks.SelectMany(static block => block.AllOperations()).OfType<IFlowAnonymousFunctionOperation>()
                .FirstOrDefault(lambda => lambda.Syntax == function) is { } found
                    ? around.GetAnonymousFunctionControlFlowGraph(found, cancellation)
                    : null;
    }

    private static ControlFlowGraph? Graph(SyntaxNode syntax, SemanticModel model, CancellationToken cancellation)
    {
        try
        {
            return model.GetOperation(syntax, cancellation) switch
            {
                { Parent: not null } => null,
                IMethodBodyOperation body => ControlFlowGraph.Create(body, cancellation),
                IConstructorBodyOperation body => ControlFlowGraph.Create(body, cancellation),
                IBlockOperation body => ControlFlowGraph.Create(body, cancellation),
                IFieldInitializerOperation initializer => ControlFlowGraph.Create(initializer, cancellation),
                IPropertyInitializerOperation initializer => ControlFlowGraph.Create(initializer, cancellation),
                _ => null,
            };
        }
        catch (InsufficientExecutionStackException)
        {
            // The compiler itself gives up on code that is nested this deep.
            return null;
        }
    }
}
