using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>How long a program waits before it sends again, where that is a constant.</summary>
internal sealed class Waits(ValueTracker values)
{
    private static readonly TimeSpan PollysDefault = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait in <paramref name="round"/>: zero where there is none, null where it is not a constant.</summary>
    public TimeSpan? In(SyntaxNode round)
    {
        var longest = TimeSpan.Zero;
        foreach (var call in round.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (CallSyntax.MethodName(call) is not { } name
                || !ContextWords.Waiting.Any(word => name.IndexOf(word, StringComparison.Ordinal) >= 0))
            {
                continue;
            }

            if (values.Operation(call) is not IInvocationOperation
            {
                TargetMethod: { Name: "Sleep" or "Delay", ContainingType.Name: "Thread" or "Task" },
            } wait
                || Duration(wait.Arguments.FirstOrDefault()?.Value) is not { } time)
            {
                return null;
            }

            longest = time > longest ? time : longest;
        }

        return longest;
    }

    /// <summary>What <paramref name="policy"/> waits: zero where it does not, null where the waits grow or are not constant.</summary>
    public TimeSpan? Of(RetryPolicy policy)
    {
        if (policy.Call is { } call)
        {
            return CallSyntax.MethodName(call) is { } name && name.StartsWith("Retry", StringComparison.Ordinal)
                ? TimeSpan.Zero
                : call.ArgumentList.Arguments
                    .Select(argument => Provided(values.Operation(argument.Expression)))
                    .FirstOrDefault(static wait => wait is not null);
        }

        if (policy.Option("DelayGenerator") is not null
            || policy.Option("BackoffType") is { } backoff && !backoff.ToString().EndsWith("Constant", StringComparison.Ordinal))
        {
            return null;
        }

        return policy.Option("Delay") is { } delay ? Duration(values.Operation(delay)) : PollysDefault;
    }

    // _ => TimeSpan.FromSeconds(2), or a list of waits that does not grow.
    private TimeSpan? Provided(IOperation? provider) => values.SoleSourceOf(provider) switch
    {
        IDelegateCreationOperation
        {
            Target: IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: var wait }] },
        } => Duration(wait),
        IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: var wait }] } => Duration(wait),
        IArrayCreationOperation { Initializer: { } list } =>
            list.ElementValues.Select(Duration).Distinct().ToList() is [{ } sole] ? sole : null,
        _ => null,
    };

    // Milliseconds or a TimeSpan. A wait that is written twice grows.
    private TimeSpan? Duration(IOperation? value)
    {
        TimeSpan? duration = null;
        foreach (var source in values.SourcesOf(value))
        {
            if (OfSource(source) is not { } one || (duration is not null && duration != one))
                return null;
            duration = one;
        }

        return duration;
    }

    private TimeSpan? OfSource(IOperation source) => source switch
    {
        { ConstantValue.HasValue: true } => Number(source) is { } milliseconds ? Span(TimeSpan.FromMilliseconds, milliseconds) : null,
        IInvocationOperation { TargetMethod.ContainingType: { Name: "TimeSpan", ContainingNamespace.Name: "System" } } call
            when Explicit(call.Arguments) is [{ } number] =>
                call.TargetMethod.Name switch
                {
                    "FromMilliseconds" => Span(TimeSpan.FromMilliseconds, number),
                    "FromSeconds" => Span(TimeSpan.FromSeconds, number),
                    "FromMinutes" => Span(TimeSpan.FromMinutes, number),
                    "FromHours" => Span(TimeSpan.FromHours, number),
                    _ => null,
                },
        IObjectCreationOperation { Type: { Name: "TimeSpan", ContainingNamespace.Name: "System" } } creation
            when Explicit(creation.Arguments) is [{ } hours, { } minutes, { } seconds] =>
                Span(TimeSpan.FromSeconds, (hours * 3600) + (minutes * 60) + seconds),
        IFieldReferenceOperation { Field: { Name: "Zero", ContainingType: { Name: "TimeSpan", ContainingNamespace.Name: "System" } } } =>
            TimeSpan.Zero,
        _ => null,
    };

    private List<double?> Explicit(IEnumerable<IArgumentOperation> arguments) =>
        arguments.Where(static argument => argument.ArgumentKind == ArgumentKind.Explicit)
            .Select(argument => Number(argument.Value))
            .ToList();

    private double? Number(IOperation value) => values.ConstantOf(value) switch
    {
        int number => number,
        long number => number,
        double number => number,
        uint number => number,
        short number => number,
        _ => null,
    };

    // As many hours are still a TimeSpan. Who waits longer than that in any unit is not hasty.
    private static TimeSpan? Span(Func<double, TimeSpan> from, double number) => number is >= 0 and < 100_000_000 ? from(number) : null;
}
