using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Finds the retry policies of a file: Polly 7's <c>Policy.Handle...Retry</c>, and Polly 8's retry options with or without <c>AddRetry</c>.
/// </summary>
internal sealed class RetryPolicyFinder(MailFile file)
{
    /// <summary>The retry policies of <paramref name="file"/>, in source order.</summary>
    public static IEnumerable<RetryPolicy> In(MailFile file)
    {
        var finder = new RetryPolicyFinder(file);
        foreach (var node in file.Nodes)
        {
            file.Cancellation.ThrowIfCancellationRequested();
            var policy = node switch
            {
                InvocationExpressionSyntax call
                    when CallSyntax.MethodName(call) is { } name && name.IndexOf("Retry", StringComparison.Ordinal) >= 0 =>
                        finder.OfCall(call),
                ObjectCreationExpressionSyntax creation when IsOfOptions(creation.Type) => finder.OfOptions(creation),
                ImplicitObjectCreationExpressionSyntax creation => finder.OfOptions(creation),
                _ => null,
            };
            if (policy is not null)
                yield return policy;
        }
    }

    private static bool IsOfOptions(TypeSyntax type) => type.Names(PollySymbols.RetryStrategyOptions);

    // Policy.Handle<A>().Or<B>(...).WaitAndRetryAsync(...)
    private RetryPolicy? OfCall(InvocationExpressionSyntax syntax)
    {
        if (syntax.Expression is not MemberAccessExpressionSyntax member
            || file.Values.Operation(syntax) is not { } policy
            || BuilderOf(policy, member) is not { Type: { Name: PollySymbols.PolicyBuilder } type } builder
            || !PollySymbols.IsPolly(type))
        {
            return null;
        }

        var handled = Chain(builder);
        return handled.Count == 0 ? null : new RetryPolicy(member.Name, handled, syntax, Options: null, Runs(policy));
    }

    // A lambda with a type that is not restored may leave open which overload is called, and not what it is called on.
    private IOperation? BuilderOf(IOperation policy, MemberAccessExpressionSyntax member) => policy switch
    {
        IInvocationOperation call => PollySymbols.IsPolly(call.TargetMethod) ? PollySymbols.ReceiverOf(call) : null,
        IInvalidOperation => file.Values.Operation(member.Expression),
        _ => null,
    };

    private RetryPolicy? OfOptions(BaseObjectCreationExpressionSyntax syntax)
    {
        if (file.Values.Operation(syntax) is not IObjectCreationOperation
        {
            Type: { Name: PollySymbols.RetryStrategyOptions } type,
        } creation || !PollySymbols.IsPolly(type))
        {
            return null;
        }

        var call = syntax.FirstAncestorOrSelf<ArgumentSyntax>()?.Parent?.Parent as InvocationExpressionSyntax;
        SyntaxNode name = call?.Expression is MemberAccessExpressionSyntax { Name: var method } ? method
            : syntax is ObjectCreationExpressionSyntax { Type: var named } ? named : syntax;
        var policy = new RetryPolicy(name, [], Call: null, syntax, Runs(creation));
        return policy.Option(PollySymbols.ShouldHandle) is { } shouldHandle ? policy with { Handled = Conditions(shouldHandle) } : policy;
    }

    private IReadOnlyList<SyntaxNode> Runs(IOperation policy) => PolicyRuns.Of(policy, file.Values).Calls
        .Select(static call => call.Syntax).OfType<InvocationExpressionSyntax>()
        .Select(static call => (SyntaxNode)call.ArgumentList)
        .ToList();

    private IReadOnlyList<HandledException> Conditions(ExpressionSyntax shouldHandle)
    {
        if (file.Values.SoleSourceOf(file.Values.Operation(shouldHandle)) is not { } source)
            return [new HandledException(shouldHandle, Type: null, Predicate: null, IsDecidedElsewhere: true)];
        if (source.Syntax is LambdaExpressionSyntax lambda)
            return [new HandledException(Subject(lambda), Type: null, lambda, IsDecidedElsewhere: false)];
        return Chain(source) is { Count: > 0 } chain
            ? chain
            : [new HandledException(shouldHandle, Type: null, Predicate: null, IsDecidedElsewhere: true)];
    }

    // The type that a lambda lets in, where it names one of SMTP's.
    private SyntaxNode Subject(LambdaExpressionSyntax lambda) =>
        lambda.Body.DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
            .FirstOrDefault(name => file.SymbolOf(name) is ITypeSymbol type && file.Mail.IsReplyException(type)) ?? (SyntaxNode)lambda;

    private List<HandledException> Chain(IOperation builder)
    {
        var handled = new List<HandledException>();
        // A builder may be added to where it stands: _builder = _builder.Or<TimeoutException>().
        var seen = new HashSet<IOperation>();
        for (var current = file.Values.SoleSourceOf(builder);
            current is IInvocationOperation call && seen.Add(call);
            current = file.Values.SoleSourceOf(PollySymbols.ReceiverOf(call)))
        {
            if (PollySymbols.IsHandling(call)
                && call.TargetMethod.TypeArguments is [var type, ..]
                && NameOf(call.Syntax) is GenericNameSyntax name)
            {
                var predicate = call.Arguments.FirstOrDefault(argument =>
                    argument.ArgumentKind == ArgumentKind.Explicit && argument.Value != call.Instance
                    && argument.Parameter?.Type.TypeKind == TypeKind.Delegate);
                var lambda = predicate is null ? null : file.Values.SoleSourceOf(predicate.Value)?.Syntax as LambdaExpressionSyntax;
                handled.Add(new HandledException(name, type, lambda, IsDecidedElsewhere: predicate is not null && lambda is null));
            }
        }

        handled.Reverse();
        return handled;
    }

    private static SimpleNameSyntax? NameOf(SyntaxNode call) => (call as InvocationExpressionSyntax)?.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };
}
