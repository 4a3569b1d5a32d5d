using Microsoft.CodeAnalysis;
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
