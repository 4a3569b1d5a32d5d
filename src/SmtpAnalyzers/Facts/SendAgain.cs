using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Recognizes that the message whose sending failed is sent again: in the handler itself, by calling the sender from its own
/// handler, or because a loop leads from the handler back to the try. The next message, another message and the next host are no retry.
/// </summary>
internal sealed class SendAgain(FunctionBody body)
{
    public const string Phrase = "the message is sent again";

    private readonly Dictionary<SyntaxNode, bool> _repeats = [];
    private readonly Dictionary<IOperation, TryStatementSyntax?> _failed = [];

    /// <summary>
    /// Whether <paramref name="call"/> does again what a try failed to do: in its handler, or below it, where control comes with
    /// <paramref name="codes"/> and not after a success. Null where the codes are of no try.
    /// </summary>
    public bool AfterFailure(IOperation call, ReplyCodeSet? codes)
    {
        if (!_failed.TryGetValue(call, out var failed))
            _failed[call] = failed = FailedBefore(call);
        if (failed is null || failed.Span.Contains(call.Syntax.Span))
            return failed is not null;
        // Another exception brings no code either.
        return codes is not null
            && (!codes.Contains(ReplyCodeSet.Absent) || failed.Block.Statements.LastOrDefault() is ReturnStatementSyntax);
    }

    // The try that has failed to do what the call does again.
    private TryStatementSyntax? FailedBefore(IOperation call)
    {
        var (isSend, isRecursion) = (IsSend(call), IsRecursion(call));
        return (isSend || isRecursion)
            && FailedBefore(call.Syntax) is { } failed
            && ((isSend && Sends(failed).Any(send => IsSame(send, call.Syntax))) || (isRecursion && Sends(failed).Any()))
            && !RecipientChanges.AreOthers(failed, call.Syntax)
                ? failed : null;
    }

    // The try of the handler that the send stands in, or the one above it, or above the if that it stands in.
    private static TryStatementSyntax? FailedBefore(SyntaxNode send) =>
        Enclosing<CatchClauseSyntax>(send) is { Parent: TryStatementSyntax failed } ? failed
        : send.Ancestors().TakeWhile(static node => IsSameFunction(node) && !CallSyntax.IsLoop(node)).OfType<StatementSyntax>()
            .Select(static around => StatementLists.Before(around).OfType<TryStatementSyntax>().FirstOrDefault())
            .FirstOrDefault(static above => above is not null);

    // A local function, or a lambda, sends what it has captured: it needs no argument.
    private bool IsSend(IOperation call) => body.Sends(call)
        || call is IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction };

    /// <summary>Whether <paramref name="call"/>, in a try that a handler leads back to, sends the message that failed before.</summary>
    public bool InLoop(IOperation call) => body.Sends(call)
        && CallSyntax.TriesAround(call.Syntax).FirstOrDefault() is { } attempt
        && RepeatsSameMessage(attempt, call);

    // The codes at a send inside the try are those that a handler led back to it, so only the loop is in question: what it sends, and
    // whether success ends it.
    private bool RepeatsSameMessage(TryStatementSyntax attempt, IOperation send)
    {
        if (!_repeats.TryGetValue(send.Syntax, out var repeats))
        {
            var loop = LoopAround(attempt);
            _repeats[send.Syntax] = repeats =
                (loop is null || !(new LoopVariation(loop, body.Values) is var variation
                    && (variation.IsIn(send.Syntax)
                        || (send is IInvocationOperation call && variation.IsIn(body.SentBy(call) ?? [])))))
                && !SuccessAnalysis.LeadsBack(body, send, loop?.Span);
        }

        return repeats;
    }

    private bool IsRecursion(IOperation again) =>
        again is IInvocationOperation call && body.Method is { } method
        && SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, method.OriginalDefinition)
        && call.Arguments.Any(argument => argument.Value is IParameterReferenceOperation parameter
            && SymbolEqualityComparer.Default.Equals(parameter.Parameter, argument.Parameter));

    private IEnumerable<InvocationExpressionSyntax> Sends(TryStatementSyntax attempt) =>
        attempt.Block.DescendantNodes(static node => !CallSyntax.IsNested(node))
            .OfType<InvocationExpressionSyntax>()
            .Where(invocation => (CallSyntax.MethodName(invocation) is { } name && MailSymbols.IsSendName(name))
                || (body.Values.Operation(invocation) is { } call && body.Sends(call)));

    private bool IsSame(InvocationExpressionSyntax first, SyntaxNode second)
    {
        if (second is not InvocationExpressionSyntax again || IsSetUpDifferently(again))
            return false;
        if (CallSyntax.StartedBy(again) is { } work)
            return work.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(inner => IsSame(first, inner));
        if (body.Values.Operation(again) is IInvocationOperation call && body.SentBy(call) is not null)
            return IsSameCall(first, call);
        // A new client without arguments has the same configuration; any other client may be that of the next host.
        if (!SyntaxFactory.AreEquivalent(Receiver(first), Receiver(again))
            && Receiver(again) is not BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0, Initializer: null })
        {
            return false;
        }

        var (left, right) = (first.ArgumentList.Arguments, again.ArgumentList.Arguments);
        return (left.Count > 0
                || (right.Count == 0 && first.Expression is IdentifierNameSyntax && SyntaxFactory.AreEquivalent(first, again)))
            && left.Zip(right, static (a, b) => SyntaxFactory.AreEquivalent(a.Expression, b.Expression)).All(static same => same);
    }

    // The same function, and the same arguments but for the number of the attempt.
    private bool IsSameCall(InvocationExpressionSyntax first, IInvocationOperation again) =>
        SyntaxFactory.AreEquivalent(first.Expression, ((InvocationExpressionSyntax)again.Syntax).Expression)
        && body.Values.Operation(first) is IInvocationOperation call
        && call.Arguments.Length == again.Arguments.Length
        && call.Arguments.Zip(again.Arguments, static (one, other) => (one, other)).All(pair =>
            SyntaxFactory.AreEquivalent(pair.one.Syntax, pair.other.Syntax)
            || (pair.one.Parameter is { } parameter && body.Options.Vocabulary.IsCounting(parameter.Name)));

    // Another port, another host, without TLS: that may well take what the first refused. How a client was made elsewhere is not known.
    private static bool IsSetUpDifferently(InvocationExpressionSyntax again)
    {
        if (Receiver(again) is not { } client || FailedBefore(again) is not { } failed)
            return false;
        var handler = Enclosing<CatchClauseSyntax>(again)?.Span ?? TextSpan.FromBounds(failed.Block.Span.End, again.SpanStart);
        var all = SetUps(failed.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? (SyntaxNode)failed, client).ToList();
        var known = all.FindAll(setUp => !handler.Contains(setUp.Span));
        var now = all.FindAll(setUp => handler.Contains(setUp.Span));
        var isMadeAnew = now.Any(static setUp => setUp is ArgumentListSyntax or InitializerExpressionSyntax);
        return now.Any(setUp => !known.Any(other => SyntaxFactory.AreEquivalent(setUp, other))
            && (known.Any(other => other.RawKind == setUp.RawKind) || (setUp is AssignmentExpressionSyntax && !isMadeAnew)));
    }

    // What says where a client sends to, and how: the arguments it is made or connected with, the properties that are set.
    private static IEnumerable<SyntaxNode> SetUps(SyntaxNode root, ExpressionSyntax client) => root.DescendantNodes()
        .SelectMany<SyntaxNode, SyntaxNode?>(node => node switch
        {
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: var owner } } set
                when SyntaxFactory.AreEquivalent(owner, client) => [set],
            AssignmentExpressionSyntax { Right: BaseObjectCreationExpressionSyntax made } set
                when SyntaxFactory.AreEquivalent(set.Left, client) => [made.ArgumentList, made.Initializer],
            VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax made } local
                when local.Identifier.ValueText == client.ToString() =>
                [made.ArgumentList, made.Initializer],
            InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Connect" or "ConnectAsync" } connect,
            } call when SyntaxFactory.AreEquivalent(connect.Expression, client) => [call.ArgumentList],
            _ => [],
        })
        .OfType<SyntaxNode>()
        .Where(static setUp => setUp is not ArgumentListSyntax { Arguments.Count: 0 });

    private static ExpressionSyntax? Receiver(InvocationExpressionSyntax invocation) =>
        (invocation.Expression as MemberAccessExpressionSyntax)?.Expression;

    /// <summary>The innermost loop around <paramref name="code"/> in its function, or null.</summary>
    public static StatementSyntax? LoopAround(SyntaxNode code) =>
        code.Ancestors().TakeWhile(IsSameFunction).OfType<StatementSyntax>()
            .FirstOrDefault(CallSyntax.IsLoop);

    private static T? Enclosing<T>(SyntaxNode node) where T : SyntaxNode =>
        node.Ancestors().TakeWhile(IsSameFunction).OfType<T>().FirstOrDefault();

    private static bool IsSameFunction(SyntaxNode node) => node is not MemberDeclarationSyntax && !CallSyntax.IsNested(node);
}
