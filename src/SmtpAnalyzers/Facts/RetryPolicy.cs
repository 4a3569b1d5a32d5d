using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>A retry policy of Polly as the file shows it.</summary>
/// <param name="Name">What makes it one: the name of <c>WaitAndRetryAsync</c> or <c>AddRetry</c>, or the type of the options.</param>
/// <param name="Handled">What it retries on; empty where that is Polly's default, any exception.</param>
/// <param name="Call">The call that makes it, of Polly 7; null where there are options.</param>
/// <param name="Options">The options that it is made of, of Polly 8; null where there is a call.</param>
/// <param name="Runs">What it visibly runs.</param>
internal sealed record RetryPolicy(
    SyntaxNode Name, IReadOnlyList<HandledException> Handled, InvocationExpressionSyntax? Call,
    BaseObjectCreationExpressionSyntax? Options, IReadOnlyList<SyntaxNode> Runs)
{
    /// <summary>The value of a property of <see cref="Options"/>, or null where it is not set.</summary>
    public ExpressionSyntax? Option(string name) => Options?.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>()
        .FirstOrDefault(assignment => assignment.Left is IdentifierNameSyntax left && left.Identifier.ValueText == name)?.Right;

    /// <summary>The types that would be retried without being named, as <paramref name="handled"/> takes them too.</summary>
    public IEnumerable<HandledException> CoveredBy(HandledException handled) => Handled.Where(other => Covers(handled, other));

    // Of two that are the same, the first speaks for both.
    private static bool Covers(HandledException wide, HandledException narrow) => wide != narrow
        && wide is { Type: { } all, IsBlind: true } && narrow is { Type: { } some, IsBlind: true } && wide.IsOfInner == narrow.IsOfInner
        && MailSymbols.Derives(some, all)
        && (!MailSymbols.Derives(all, some) || wide.Name.SpanStart < narrow.Name.SpanStart);
}

/// <summary>One kind of exception that a policy retries on.</summary>
/// <param name="Name">Where it is said: <c>Handle&lt;SmtpCommandException&gt;</c>, or the lambda.</param>
/// <param name="Type">The type; null where a lambda alone decides.</param>
/// <param name="Predicate">The lambda that decides, or null where the type alone does.</param>
/// <param name="IsDecidedElsewhere">Whether something decides that cannot be seen here: a method, a variable.</param>
internal sealed record HandledException(SyntaxNode Name, ITypeSymbol? Type, LambdaExpressionSyntax? Predicate, bool IsDecidedElsewhere)
{
    /// <summary>Whether the type alone decides.</summary>
    public bool IsBlind => Predicate is null && !IsDecidedElsewhere;

    /// <summary>Whether it is looked for inside another exception: HandleInner, OrInner.</summary>
    public bool IsOfInner => Name is SimpleNameSyntax name && name.Identifier.ValueText.EndsWith("Inner", StringComparison.Ordinal);
}
