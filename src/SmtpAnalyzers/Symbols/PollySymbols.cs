using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpAnalyzers.Symbols;

/// <summary>The members of Polly 7 and 8 that make a retry policy, say what it handles, or run something with it.</summary>
internal static class PollySymbols
{
    /// <summary>The methods that add an exception to those that a policy handles.</summary>
    public static readonly ImmutableArray<string> Handling = ImmutableArray.Create("Handle", "HandleInner", "Or", "OrInner");

    /// <summary>The property of a strategy's options that says what it handles.</summary>
    public const string ShouldHandle = nameof(ShouldHandle);

    /// <summary>The options of Polly 8's retry strategy.</summary>
    public const string RetryStrategyOptions = nameof(RetryStrategyOptions);

    /// <summary>What Polly 7's handling methods return and its retry methods extend.</summary>
    public const string PolicyBuilder = nameof(PolicyBuilder);

    /// <summary>Whether <paramref name="symbol"/>, a type or member, is one of Polly's.</summary>
    public static bool IsPolly(ISymbol? symbol)
    {
        for (var space = symbol?.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space is { Name: "Polly", ContainingNamespace.IsGlobalNamespace: true })
                return true;
        }

        return false;
    }

    /// <summary>Whether <paramref name="call"/> runs delegates with a policy.</summary>
    public static bool IsRun(IInvocationOperation call) =>
        call.TargetMethod.Name.StartsWith("Execute", StringComparison.Ordinal) && IsPolly(call.TargetMethod);

    /// <summary>Whether <paramref name="call"/> says which exceptions a policy handles.</summary>
    public static bool IsHandling(IInvocationOperation call) => Handling.Contains(call.TargetMethod.Name) && IsPolly(call.TargetMethod);

    /// <summary>
    /// The builder or policy that <paramref name="call"/>, a method or an extension method, is called on; null for a static one.
    /// </summary>
    public static IOperation? ReceiverOf(IInvocationOperation call) =>
        call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault()?.Value : null);
}
