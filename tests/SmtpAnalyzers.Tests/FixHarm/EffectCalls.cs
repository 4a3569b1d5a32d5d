using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Tests.FixHarm;

/// <summary>Something that a program does: a call that more may come of than its value, or a variable that is counted up or down.</summary>
/// <param name="Name">The name of what is called, or counted with the operator.</param>
/// <param name="Syntax">Where it stands.</param>
internal sealed record EffectCall(string Name, SyntaxNode Syntax);

internal static partial class EffectCalls
{
    private static readonly HashSet<SyntaxKind> Counts =
    [
        SyntaxKind.PreIncrementExpression, SyntaxKind.PreDecrementExpression,
        SyntaxKind.PostIncrementExpression, SyntaxKind.PostDecrementExpression,
    ];

    /// <summary>
    /// The calls of a file in the order of the text. Sections and arms of one switch exclude each other and may change their order.
    /// </summary>
    public static IEnumerable<EffectCall> In(SemanticModel model, Snippet snippet) => In(model.SyntaxTree.GetRoot(), model, snippet);

    private static IEnumerable<EffectCall> In(SyntaxNode node, SemanticModel model, Snippet snippet)
    {
        var own = Of(node, model, snippet);
        var inner = node.ChildNodes().Where(child => !IsAlternative(child)).SelectMany(child => In(child, model, snippet));
        var alternatives = node.ChildNodes().Where(IsAlternative)
            .Select(child => In(child, model, snippet).ToList())
            .OrderBy(calls => string.Join(",", calls.Select(call => call.Name)), StringComparer.Ordinal).SelectMany(calls => calls);
        return inner.Concat(alternatives).Concat(own is null ? [] : [own]);
    }

    private static bool IsAlternative(SyntaxNode node) => node is SwitchSectionSyntax or SwitchExpressionArmSyntax;

    private static EffectCall? Of(SyntaxNode node, SemanticModel model, Snippet snippet) => node switch
    {
        InvocationExpressionSyntax { Expression: var called } when NameOf(called) is { } name
            && (snippet.Sends.Contains(name) || HasEffect(node, model)) => new(name, node),
        ExpressionSyntax when Counts.Contains(node.Kind()) => new(string.Concat(node.DescendantTokens()), node),
        _ => null,
    };

    private static string? NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    // What is not bound may do anything; nameof binds to nothing and does nothing.
    private static bool HasEffect(SyntaxNode call, SemanticModel model) => model.GetSymbolInfo(call).Symbol switch
    {
        IMethodSymbol method => !IsPure(method),
        _ => !call.ToString().StartsWith("nameof", StringComparison.Ordinal),
    };

    private static bool IsPure(IMethodSymbol method)
    {
        var (type, space) = (method.ContainingType.Name, method.ContainingNamespace.ToDisplayString());
        return PureTypes().IsMatch(type) && space.StartsWith("System", StringComparison.Ordinal)
            || space.StartsWith("System.Collections", StringComparison.Ordinal) && PureMethods().IsMatch(method.Name)
            || space.StartsWith("Polly", StringComparison.Ordinal) && !method.Name.StartsWith("Execute", StringComparison.Ordinal)
            || method.Name is "ToString" or "Equals" or "GetHashCode" or "ConfigureAwait";
    }

    [GeneratedRegex("^(String|Char|Int32|Math|TimeSpan|DateTime|DateTimeOffset|Convert|Enum|Array|Enumerable|MemoryExtensions"
        + "|Immutable.*|Frozen.*|Regex|Encoding.*|ReadOnlySpan|Span|Environment|Nullable|Object|ArgumentNullException)$")]
    private static partial Regex PureTypes();

    [GeneratedRegex("^(Contains.*|IndexOf|TryGetValue|GetValueOrDefault|Create.*|To.*|BinarySearch|Find.*|Exists)$")]
    private static partial Regex PureMethods();
}
