using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Naming;

namespace SmtpAnalyzers.Symbols;

/// <summary>What the clients of message brokers do with the message that a consumer is working on.</summary>
internal static class BrokerCalls
{
    private static readonly string[] ServiceBus =
    [
        "Azure.Messaging.ServiceBus", "Microsoft.Azure.ServiceBus", "Microsoft.ServiceBus", "Microsoft.Azure.WebJobs.ServiceBus",
        "Microsoft.Azure.Functions.Worker",
    ];

    private static readonly string[] Publishing = ["publish", "produce", "enqueue", "basic", "push", "send"];

    /// <summary>
    /// The outcome that <paramref name="call"/> is known for. Elsewhere "abandon" means to give up; a message that Service Bus abandons is
    /// back in its queue.
    /// </summary>
    public static Outcome Of(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name;
        var outcome = name.StartsWith("Abandon", StringComparison.Ordinal) ? Outcome.Retry
            : name.StartsWith("Defer", StringComparison.Ordinal) ? Outcome.Retry
            : name.StartsWith("DeadLetter", StringComparison.Ordinal) ? Outcome.GiveUp
            : Outcome.None;
        return outcome != Outcome.None
            && (CallKinds.IsIn(call.TargetMethod.ContainingType, ServiceBus) || CallKinds.IsIn(call.Instance?.Type, ServiceBus))
            ? outcome
            : Outcome.None;
    }

    /// <summary>
    /// Whether the call of <paramref name="method"/> hands the message back to RabbitMQ or Service Bus to be delivered again:
    /// <c>BasicNack(tag, false, requeue: true)</c>, <c>AbandonMessageAsync(message)</c>. By its name, which no other client has, since such
    /// packages are often not restored.
    /// </summary>
    public static bool IsRequeue(string? method, SeparatedSyntaxList<ArgumentSyntax> arguments) =>
        method is "AbandonMessageAsync" || IsNack(method, arguments);

    private static bool IsNack(string? method, SeparatedSyntaxList<ArgumentSyntax> arguments) => method is not null
        && (method.StartsWith("BasicNack", StringComparison.Ordinal) || method.StartsWith("BasicReject", StringComparison.Ordinal))
        && (arguments.FirstOrDefault(static argument => argument.NameColon?.Name.Identifier.ValueText == "requeue")
            ?? arguments.LastOrDefault(static argument => argument.NameColon is null && IsBool(argument.Expression)))
            ?.Expression.IsKind(SyntaxKind.TrueLiteralExpression) == true;

    private static bool IsBool(ExpressionSyntax value) =>
        value.Kind() is SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression;

    /// <summary>
    /// The names of the queues, topics or routing keys that <paramref name="call"/> publishes to, as identifiers: "mail.retry" is
    /// mail_retry.
    /// </summary>
    public static IEnumerable<(IArgumentOperation Argument, string Text, string Name)> TargetsOf(IInvocationOperation call)
    {
        if (WordSplitter.OfName(call.TargetMethod.Name) is not [var verb, ..] || Array.IndexOf(Publishing, verb) < 0)
            yield break;
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.ConstantValue is { HasValue: true, Value: string { Length: > 2 and < 80 } text } && text.All(IsOfName))
                yield return (argument, text, string.Concat(text.Select(static c => char.IsLetterOrDigit(c) ? c : '_')));
        }
    }

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or ':' or '/';
}
