using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>How long a program waits before it sends again, where that is a constant.</summary>
internal sealed class Waits(SendSites deliveries)
{
    private static readonly TimeSpan PollysDefault = TimeSpan.FromSeconds(2);

    private static readonly string[] Words = ["Sleep", "Delay", "Wait", "Backoff", "BackOff", "Pause", "Throttle", "Tick"];

    private readonly SemanticModel _model = deliveries.File.Model;

    /// <summary>The longest wait in <paramref name="round"/>: zero where there is none, null where it is not a constant.</summary>
    public TimeSpan? In(SyntaxNode round)
    {
        var longest = TimeSpan.Zero;
        foreach (var call in round.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (CallSyntax.MethodName(call) is not { } name || !Words.Any(word => name.IndexOf(word, StringComparison.Ordinal) >= 0))
                continue;
            var isWait = _model.GetSymbolInfo(call).Symbol is IMethodSymbol { Name: "Sleep" or "Delay", ContainingType.Name: "Thread" or "Task" };
            if (!isWait || Duration(call.ArgumentList.Arguments.FirstOrDefault()?.Expression) is not { } wait)
                return null;
            longest = wait > longest ? wait : longest;
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
                : call.ArgumentList.Arguments.Select(argument => Provided(argument.Expression)).FirstOrDefault(static wait => wait is not null);
        }

        if (policy.Option("DelayGenerator") is not null || policy.Option("BackoffType") is { } backoff && !backoff.ToString().EndsWith("Constant", StringComparison.Ordinal))
            return null;
        return policy.Option("Delay") is { } delay ? Duration(delay) : PollysDefault;
    }

    // _ => TimeSpan.FromSeconds(2), or a list of waits that does not grow.
    private TimeSpan? Provided(ExpressionSyntax provider) => provider switch
    {
        LambdaExpressionSyntax { ExpressionBody: { } body } => Duration(body),
        ArrayCreationExpressionSyntax { Initializer: { } list } => Same(list.Expressions),
        ImplicitArrayCreationExpressionSyntax { Initializer: var list } => Same(list.Expressions),
        _ => null,
    };

    private TimeSpan? Same(IEnumerable<ExpressionSyntax> waits) => waits.Select(Duration).Distinct().ToList() is [{ } sole] ? sole : null;

    /// <summary>The constant that <paramref name="expression"/>, milliseconds or a TimeSpan, comes to; null where it is none.</summary>
    private TimeSpan? Duration(ExpressionSyntax? expression)
    {
        if (expression is null)
            return null;
        if (Number(expression) is { } milliseconds)
            return Span(TimeSpan.FromMilliseconds, milliseconds);
        return expression switch
        {
            ParenthesizedExpressionSyntax parenthesized => Duration(parenthesized.Expression),
            InvocationExpressionSyntax { ArgumentList.Arguments: [var amount] } call when IsTimeSpan(call) && Number(amount.Expression) is { } number => CallSyntax.MethodName(call) switch
            {
                "FromMilliseconds" => Span(TimeSpan.FromMilliseconds, number),
                "FromSeconds" => Span(TimeSpan.FromSeconds, number),
                "FromMinutes" => Span(TimeSpan.FromMinutes, number),
                "FromHours" => Span(TimeSpan.FromHours, number),
                _ => null,
            },
            BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 3 } parts } when IsTimeSpan(expression)
                && parts.Select(part => Number(part.Expression)).ToList() is [{ } hours, { } minutes, { } seconds] =>
                Span(TimeSpan.FromSeconds, (hours * 3600) + (minutes * 60) + seconds),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Zero" } when IsTimeSpan(expression) => TimeSpan.Zero,
            _ => Declared(expression) is { } value ? Duration(value) : null,
        };
    }

    // What is written once: a wait that is doubled is written twice.
    private ExpressionSyntax? Declared(ExpressionSyntax expression)
    {
        if (_model.GetSymbolInfo(expression).Symbol is not (ILocalSymbol or IFieldSymbol { IsReadOnly: true }) || _model.GetSymbolInfo(expression).Symbol is not { } symbol
            || symbol.DeclaringSyntaxReferences is not [var reference] || reference.SyntaxTree != _model.SyntaxTree
            || reference.GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: { } value } declarator)
        {
            return null;
        }

        var isWritten = symbol is ILocalSymbol && declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.DescendantNodes().Any(node => node switch
        {
            AssignmentExpressionSyntax assignment => IsSame(assignment.Left, symbol),
            PrefixUnaryExpressionSyntax unary => IsSame(unary.Operand, symbol),
            PostfixUnaryExpressionSyntax unary => IsSame(unary.Operand, symbol),
            ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument => IsSame(argument.Expression, symbol),
            _ => false,
        }) != false;
        return isWritten ? null : value;
    }

    private bool IsSame(ExpressionSyntax expression, ISymbol symbol) =>
        expression is IdentifierNameSyntax && SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(expression).Symbol, symbol);

    private bool IsTimeSpan(ExpressionSyntax expression) => _model.GetTypeInfo(expression).Type is { Name: "TimeSpan", ContainingNamespace.Name: "System" };

    private double? Number(ExpressionSyntax expression) => _model.GetConstantValue(expression).Value switch
    {
        int number => number,
        long number => number,
        double number => number,
        uint number => number,
        short number => number,
        _ => null,
    };

    private static TimeSpan? Span(Func<double, TimeSpan> from, double number) => number is >= 0 and < 1_000_000_000 ? from(number) : null;
}
