using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Sources;

namespace SmtpAnalyzers.Outcomes;

/// <summary>
/// Recognizes that the message whose sending failed is sent again: in the handler itself, by calling the sender from its own
/// handler, or because a loop leads from the handler back to the try. The next message, another message and the next host are no retry.
/// </summary>
internal sealed class SendAgain(Body body)
{
    public const string What = "the message is sent again";

    private readonly Dictionary<SyntaxNode, bool> _sameMessage = [];

    /// <summary>Whether <paramref name="call"/> stands in a handler and does again what its try failed to do.</summary>
    public bool InHandler(IInvocationOperation call) =>
        Enclosing<CatchClauseSyntax>(call.Syntax) is { Parent: TryStatementSyntax failed }
        && (MailSymbols.IsSending(call) && Sends(failed).Any(send => IsSame(send, call.Syntax)) || IsRecursion(call, failed));

    /// <summary>Whether <paramref name="call"/>, in a try that a handler leads back to, sends the message that failed before.</summary>
    public bool InLoop(IInvocationOperation call) =>
        MailSymbols.IsSending(call)
        && Enclosing<TryStatementSyntax>(call.Syntax) is { Catches.Count: > 0 } attempt
        && RepeatsWithSameMessage(attempt, call.Syntax);

    // The codes at a send inside the try are those that a handler led back to it, so only the loop's message is in question.
    private bool RepeatsWithSameMessage(TryStatementSyntax attempt, SyntaxNode send)
    {
        if (!_sameMessage.TryGetValue(send, out var same))
            _sameMessage[send] = same = LoopAround(attempt) is not { } loop || !ReadsWhatVaries(loop, send);
        return same;
    }

    private bool ReadsWhatVaries(StatementSyntax loop, SyntaxNode send)
    {
        if (body.Definitions.Model is not { } model || model.AnalyzeDataFlow(loop) is not { Succeeded: true } flow)
            return true;
        var varying = new HashSet<ISymbol>(flow.WrittenInside.Concat(flow.VariablesDeclared), SymbolEqualityComparer.Default);
        var where = loop.DescendantNodes().Where(node => node switch
        {
            InvocationExpressionSyntax invocation => MethodName(invocation) is "Connect" or "ConnectAsync",
            BaseObjectCreationExpressionSyntax creation => model.GetTypeInfo(creation).Type?.Name.IndexOf("Client", StringComparison.Ordinal) >= 0,
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Host" or "Port" } } => true,
            _ => false,
        });
        var read = where.Concat(send.DescendantNodes().OfType<ArgumentListSyntax>())
            .SelectMany(node => node.DescendantNodes().OfType<IdentifierNameSyntax>())
            .Select(name => model.GetSymbolInfo(name).Symbol);
        return read.Any(symbol => symbol is not null && varying.Contains(symbol)) || ReceiverIsLoopVariable(loop, send);
    }

    private static bool ReceiverIsLoopVariable(StatementSyntax loop, SyntaxNode send) =>
        loop is ForEachStatementSyntax each
        && send is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } }
        && receiver.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == each.Identifier.ValueText);

    private bool IsRecursion(IInvocationOperation call, TryStatementSyntax failed) =>
        body.Method is { } method
        && SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, method.OriginalDefinition)
        && Sends(failed).Any()
        && call.Arguments.Any(argument => argument.Value is IParameterReferenceOperation parameter
            && SymbolEqualityComparer.Default.Equals(parameter.Parameter, argument.Parameter));

    private IEnumerable<InvocationExpressionSyntax> Sends(TryStatementSyntax attempt) =>
        attempt.Block.DescendantNodes(node => node is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax)
            .OfType<InvocationExpressionSyntax>()
            .Where(invocation => MethodName(invocation) is { } name
                && (name.StartsWith("Send", StringComparison.Ordinal) || name.StartsWith("Deliver", StringComparison.Ordinal)));

    private static bool IsSame(InvocationExpressionSyntax first, SyntaxNode second)
    {
        if (second is not InvocationExpressionSyntax again)
            return false;
        // A new client without arguments has the same configuration; any other client may be that of the next host.
        if (!SyntaxFactory.AreEquivalent(Receiver(first), Receiver(again))
            && Receiver(again) is not BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0, Initializer: null })
        {
            return false;
        }

        var (left, right) = (first.ArgumentList.Arguments, again.ArgumentList.Arguments);
        return left.Count > 0 && left.Zip(right, static (a, b) => SyntaxFactory.AreEquivalent(a.Expression, b.Expression)).All(static same => same);
    }

    private static ExpressionSyntax? Receiver(InvocationExpressionSyntax invocation) => (invocation.Expression as MemberAccessExpressionSyntax)?.Expression;

    private static string? MethodName(InvocationExpressionSyntax invocation) => invocation.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    private static StatementSyntax? LoopAround(TryStatementSyntax attempt) =>
        attempt.Ancestors().TakeWhile(IsSameFunction).OfType<StatementSyntax>()
            .FirstOrDefault(static node => node is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax);

    private static T? Enclosing<T>(SyntaxNode node) where T : SyntaxNode =>
        node.Ancestors().TakeWhile(IsSameFunction).OfType<T>().FirstOrDefault();

    private static bool IsSameFunction(SyntaxNode node) =>
        node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax);
}
