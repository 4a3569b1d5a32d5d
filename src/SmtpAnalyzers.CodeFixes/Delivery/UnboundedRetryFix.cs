using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Rules;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>
/// SMTP2007: the exception goes on to the caller after some attempts, by a count of the file's or a new one. Where nothing waits between
/// the attempts, a wait is part of the fix: the attempts would be used up in a moment.
/// </summary>
internal sealed class UnboundedRetryFix : RuleFix
{
    private const string Attempts = "5";

    private const string Title = $"Give up after {Attempts} attempts", TitleOfPolicy = $"Give up after {Attempts} retries";

    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.UnboundedRetry);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        var deliveries = context.File.Sends;
        var endless = deliveries.RetryHandlers
            .Where(repetition => repetition.Unbounded?.SourceSpan == context.Diagnostic.Location.SourceSpan
                || repetition.Unbounded?.SourceSpan == context.Node.Span
                || IsHeadOf(repetition, context))
            .GroupBy(static repetition => repetition.Clause)
            .Select(static group => group.First())
            .ToList();
        if (endless.Count > 0)
            return new[] { false, true }.SelectMany(waits => InHandlers(context, endless, waits));
        var policy = deliveries.Policies.FirstOrDefault(policy => UnboundedRetry.Endless(policy, context.File)?.Span == context.Node.Span);
        return policy is null ? [] : new[] { false, true }.SelectMany(waits => OfPolicy(context, policy, waits));
    }

    // A finding that has moved since it was reported.
    private static bool IsHeadOf(RetryHandler repetition, FixContext context) =>
        repetition.Loop is { } loop && loop == context.Node && repetition.Unbounded?.SourceSpan.Start == loop.SpanStart;

    private static IEnumerable<FixCandidate> InHandlers(FixContext context, IReadOnlyList<RetryHandler> endless, bool waits)
    {
        var edits = new Edits(context);
        var bound = new AttemptBound(context, edits, int.Parse(Attempts, System.Globalization.CultureInfo.InvariantCulture));
        foreach (var repetition in endless)
        {
            var handler = new FailureHandler(context, repetition.Clause);
            if (!bound.AddTo(handler, context.Node as InvocationExpressionSyntax)
                || (waits && repetition.HasReply
                && !new HandlerWait(context, handler, repetition.ResendsOfHandler, bound.Counter).AddTo(edits)))
            {
                yield break;
            }
        }

        yield return new FixCandidate(FixKind.Bound, Title, edits.Root)
        {
            Adds = [.. bound.Adds, .. waits ? HandlerWait.Adds : []],
            Replaces = waits ? HandlerWait.Replaces : [],
        };
    }

    private static IEnumerable<FixCandidate> OfPolicy(FixContext context, RetryPolicy policy, bool waits)
    {
        var edits = new Edits(context);
        var isPlanned = (policy.Call, policy.Option("MaxRetryAttempts")) switch
        {
            ({ } call, _) => Counted(context, policy, edits, call, waits),
            (_, { } most) => Counted(context, policy, edits, most, waits),
            _ => false,
        };
        if (isPlanned)
            yield return PolicyWaits.Candidate(TitleOfPolicy, FixKind.Bound, edits);
    }

    private static bool Counted(FixContext context, RetryPolicy policy, Edits edits, InvocationExpressionSyntax call, bool waits)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Name: var method } || CallSyntax.MethodName(call) is not { } name)
            return false;
        var isWaiting = name.StartsWith("Wait", StringComparison.Ordinal);
        if (!isWaiting)
            return waits && new PolicyWaits(context, policy).Wait(edits, call, Attempts);
        edits.Replace(method.Identifier.Span, name.Replace("Forever", ""))
            .Insert(call.ArgumentList.OpenParenToken.Span.End, $"{Attempts}, ");
        return !waits || new PolicyWaits(context, policy).Wait(edits, call, Attempts);
    }

    private static bool Counted(FixContext context, RetryPolicy policy, Edits edits, ExpressionSyntax most, bool waits)
    {
        edits.Replace(most, Attempts);
        return !waits || (policy.Options is { } options && new PolicyWaits(context, policy).Wait(edits, options));
    }
}
