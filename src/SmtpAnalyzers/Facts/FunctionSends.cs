using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Finds the functions of a file (helpers, local functions, lambdas) that send what their caller holds: an argument, or a variable that
/// they capture. A function that takes the next message from a queue, or makes a list of them, is none.
/// </summary>
internal sealed class FunctionSends(SendSites sites)
{
    // A helper of a helper of a helper is as far as anybody follows.
    private const int Depth = 3;

    private readonly Dictionary<SyntaxNode, IReadOnlyList<IOperation>?> _known = [];

    private readonly GivenWork _work = new(sites.File);

    private ValueTracker Values => sites.File.Values;

    /// <summary>
    /// The operations of the caller that say which message <paramref name="call"/> sends, by which client, to which host; null where it is
    /// a client's own send, or doesn't visibly send what its caller holds.
    /// </summary>
    public IReadOnlyList<IOperation>? SentBy(IInvocationOperation call)
    {
        if (sites.Mail.IsClientSend(call))
            return null;
        if (!_known.TryGetValue(call.Syntax, out var sent))
        {
            _known[call.Syntax] = null;
            _known[call.Syntax] = sent = Values.Operation(call.Syntax) is not IInvocationOperation whole ? null
                : Of(whole, Depth) ?? (_work.IsSend(whole) ? [] : Handed(whole));
        }

        return sent;
    }

    // The message, or what it is made of there, goes to a sender that stands elsewhere.
    private IReadOnlyList<IOperation>? Handed(IInvocationOperation call)
    {
        if (sites.HandedTo(call) is null)
            return null;
        var given = call.Arguments.Select(static argument => argument.Value).ToList();
        var messages = given.Where(static value => MailSymbols.IsMessage(value.Type)).ToList();
        return messages.Count > 0 ? messages : given;
    }

    // Of the functions that a delegate may be, the first that sends.
    private IReadOnlyList<IOperation>? Of(IInvocationOperation call, int depth) => depth == 0 ? null
        : sites.FunctionsOf(call).OfType<FunctionBody>().Select(body => In(body, call, depth))
            .FirstOrDefault(static sent => sent is not null);

    private IReadOnlyList<IOperation>? In(FunctionBody body, IInvocationOperation call, int depth)
    {
        if (body.Method is not { } function
            || body.UnguardedCalls.FirstOrDefault(inner => sites.SendBehind(inner) is not null) is not { } found
            || Values.Operation(found.Syntax) is not IInvocationOperation send)
        {
            return null;
        }

        IReadOnlyList<IOperation>? messages, others;
        if (sites.Mail.IsClientSend(send))
        {
            (messages, others) = (Messages(send).ToList(), MailSymbols.ClientOf(send) is { } client ? [client] : []);
        }
        else
        {
            (messages, others) = (Of(send, depth - 1), []);
        }

        if (messages is null or { Count: 0 })
            return null;
        var hosts = body.UnguardedCalls.Where(sites.Mail.IsConnecting).SelectMany(static connect => connect.Arguments)
            .Select(argument => Values.Operation(argument.Value.Syntax)).OfType<IOperation>();
        var held = messages.SelectMany(message => HeldByCaller(message, call, function)).ToList();
        if (held.Contains(null))
            return IsAlwaysTheSame(body, send) ? call.Arguments.Where(IsOfMail).Select(static argument => argument.Value).ToList() : null;
        // Where the message is seen, a client or a host that is not seen is the function's own, the same each time.
        return held.Concat(others.Concat(hosts).SelectMany(other => HeldByCaller(other, call, function))).OfType<IOperation>().ToList();
    }

    // A message that the function makes is made of what the caller gives it, unless it draws something or goes through a list.
    private static bool IsAlwaysTheSame(FunctionBody body, IOperation send)
    {
        var function = body.Graph.OriginalOperation.Syntax;
        return !send.Syntax.Ancestors().TakeWhile(node => node != function).Any(CallSyntax.IsLoop)
            && function.DescendantNodes().All(static node => node switch
            {
                InvocationExpressionSyntax call =>
                    CallSyntax.MethodName(call) is { } name && !WordSplitter.OfName(name).Any(ContextWords.Drawing.Contains),
                ElementAccessExpressionSyntax element =>
                    element.ArgumentList.Arguments.All(static index => index.Expression is LiteralExpressionSyntax),
                _ => true,
            });
    }

    // The number of the attempt and a way to stop it are none of the mail.
    private bool IsOfMail(IArgumentOperation argument) => argument.Parameter is { } parameter
        && parameter.Type.Name != nameof(CancellationToken) && !sites.File.Options.Vocabulary.IsCounting(parameter.Name);

    private static IEnumerable<IOperation> Messages(IInvocationOperation send) =>
        send.Arguments.Where(static argument => argument.Parameter?.Name == "message").Select(static argument => argument.Value);

    // A null for what the function has from elsewhere.
    private IEnumerable<IOperation?> HeldByCaller(IOperation value, IInvocationOperation call, IMethodSymbol function)
    {
        return Values.SourcesOf(value, Ingredients, IsFromOutside).Select(source => source switch
        {
            { ConstantValue.HasValue: true } => source,
            IParameterReferenceOperation { Parameter: var parameter } when IsOf(parameter, function) =>
                call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal)?.Value,
            ILocalReferenceOperation or IParameterReferenceOperation when IsFromOutside(source) => source,
            _ => null,
        });

        bool IsFromOutside(IOperation operation) => operation switch
        {
            IParameterReferenceOperation => true,
            ILocalReferenceOperation { Local: var local } => !IsOf(local, function),
            _ => false,
        };
    }

    // Compose(order), new Letter(order): made of what goes in.
    private static IEnumerable<IOperation?>? Ingredients(IOperation operation) => operation switch
    {
        IObjectCreationOperation { Arguments: { IsEmpty: false } arguments } => arguments.Select(static argument => argument.Value),
        IInvocationOperation call when LoopVariation.IsMaker(call) && call.Arguments.Length > 0 =>
            call.Arguments.Select(static argument => argument.Value),
        _ => null,
    };

    private static bool IsOf(ISymbol variable, IMethodSymbol function) =>
        SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol.OriginalDefinition, function.OriginalDefinition);
}
