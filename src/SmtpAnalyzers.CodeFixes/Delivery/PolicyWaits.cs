using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>Makes a retry policy of Polly wait between its attempts.</summary>
internal sealed class PolicyWaits(FixContext context, RetryPolicy policy)
{
    private readonly Delay _delay = new(context);

    public IEnumerable<FixCandidate> Plan(string title, FixKind kind)
    {
        var edits = new Edits(context);
        if (policy.Call is { } call ? Wait(edits, call, count: null) : policy.Options is { } options && Wait(edits, options))
            yield return Candidate(title, kind, edits);
    }

    /// <summary>The candidate for <paramref name="edits"/> of a policy: which method makes it, and its waits, may change.</summary>
    public static FixCandidate Candidate(string title, FixKind kind, Edits edits) => new(kind, title, edits.Root)
    {
        Replaces = ["Retry", "RetryAsync", "WaitAndRetry", "WaitAndRetryAsync", "RetryForever", "RetryForeverAsync", "WaitAndRetryForever",
            "WaitAndRetryForeverAsync",
            .. HandlerWait.Replaces],
    };

    /// <summary>Whether a call of Polly 7 could be made to wait longer each time.</summary>
    /// <param name="edits">The changes.</param>
    /// <param name="call">The call.</param>
    /// <param name="count">The number of retries to write, for a policy that has none; null where it has.</param>
    public bool Wait(Edits edits, InvocationExpressionSyntax call, string? count)
    {
        if (CallSyntax.MethodName(call) is not { } name || call.Expression is not MemberAccessExpressionSyntax { Name: var method })
            return false;
        if (name.StartsWith("Retry", StringComparison.Ordinal))
        {
            edits.Replace(method.Identifier.Span, $"WaitAnd{name.Replace("Forever", "")}");
            return AddProvider(edits, call.ArgumentList, count);
        }

        return call.ArgumentList.Arguments.Select(argument => Lengthen(edits, argument.Expression)).ToList().Contains(true);
    }

    /// <summary>Whether options of Polly 8 could be made to wait longer each time.</summary>
    public bool Wait(Edits edits, BaseObjectCreationExpressionSyntax options)
    {
        if (Names.Of(context, "Polly.DelayBackoffType") is not { } backoff)
            return false;
        edits.Set(options, policy.Option("BackoffType") is null
            ? [("Delay", _delay.Of(null)), ("BackoffType", $"{backoff}.Exponential")]
            : [("Delay", _delay.Of(null))]);
        return true;
    }

    // RetryAsync(3), RetryAsync(3, (ex, attempt) => ...)
    private bool AddProvider(Edits edits, ArgumentListSyntax list, string? count)
    {
        var arguments = list.Arguments;
        var attempt = Names.Free(context, "attempt", "retry", "n");
        var provider = $"{attempt} => {_delay.Of(attempt)}";
        if (count is not null)
        {
            edits.Insert(list.OpenParenToken.Span.End, $"{count}, {provider}");
            return arguments.Count == 0;
        }

        var isCounted = arguments.FirstOrDefault()?.Expression is { } first
            && context.Model.GetTypeInfo(first).Type?.SpecialType == SpecialType.System_Int32;
        if (isCounted)
            edits.Insert(arguments[0].Span.End, $", {provider}");
        else
            edits.Insert(list.OpenParenToken.Span.End, arguments.Count == 0 ? $"1, {provider}" : $"1, {provider}, ");
        // The onRetry delegate of an overload with waits takes the wait as well.
        return arguments.Skip(isCounted ? 1 : 0)
            .All(argument => argument.Expression is LambdaExpressionSyntax lambda && Widen(edits, lambda));
    }

    // (ex, attempt) and (ex, attempt, context) become (ex, wait, attempt, context).
    private bool Widen(Edits edits, LambdaExpressionSyntax lambda)
    {
        if (lambda is not ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: { Count: 2 or 3 } parameters }
            || parameters.Any(static one => one.Type is not null))
            return false;
        edits.Insert(parameters[0].Span.End, $", {Names.Free(context, "wait", "delay")}");
        if (parameters.Count == 2)
            edits.Insert(parameters[1].Span.End, $", {Names.Free(context, "context", "pollyContext")}");
        return true;
    }

    // _ => TimeSpan.FromSeconds(2), or a list of equal waits
    private bool Lengthen(Edits edits, ExpressionSyntax provider)
    {
        switch (provider)
        {
            case SimpleLambdaExpressionSyntax { ExpressionBody: { } body } lambda:
                edits.Replace(body, _delay.Of(Named(edits, lambda.Parameter)));
                return true;
            case ParenthesizedLambdaExpressionSyntax { ExpressionBody: { } body, ParameterList.Parameters: [var first, ..] }
                when context.Model.GetTypeInfo(body).Type?.Name == "TimeSpan":
                edits.Replace(body, _delay.Of(Named(edits, first)));
                return true;
            case ArrayCreationExpressionSyntax { Initializer: { } list }:
                return Lengthen(edits, list);
            case ImplicitArrayCreationExpressionSyntax { Initializer: var list }:
                return Lengthen(edits, list);
            default:
                return false;
        }
    }

    private bool Lengthen(Edits edits, InitializerExpressionSyntax list)
    {
        for (var i = 0; i < list.Expressions.Count; i++)
            edits.Replace(list.Expressions[i], _delay.After(i + 1));
        return list.Expressions.Count > 0;
    }

    private string Named(Edits edits, ParameterSyntax parameter)
    {
        if (parameter.Identifier.Text != "_")
            return parameter.Identifier.Text;
        var name = Names.Free(context, "attempt", "retry", "n");
        edits.Replace(parameter.Identifier.Span, name);
        return name;
    }
}
