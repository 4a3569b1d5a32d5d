using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>Finds the retry policies of a file: Polly 7's <c>Policy.Handle...Retry</c>, and Polly 8's retry options with or without <c>AddRetry</c>.</summary>
internal sealed class RetryPolicyFinder
{
    private static readonly string[] Kinds = ["Handle", "HandleInner", "Or", "OrInner"];

    private readonly SendSites _deliveries;
    private readonly SemanticModel _model;

    private RetryPolicyFinder(SendSites deliveries) => (_deliveries, _model) = (deliveries, deliveries.File.Model);

    public static IEnumerable<RetryPolicy> In(SendSites deliveries)
    {
        var finder = new RetryPolicyFinder(deliveries);
        foreach (var node in deliveries.File.Nodes)
        {
            deliveries.File.Cancellation.ThrowIfCancellationRequested();
            var policy = node switch
            {
                InvocationExpressionSyntax call when CallSyntax.MethodName(call) is { } name && name.IndexOf("Retry", StringComparison.Ordinal) >= 0 => finder.OfCall(call),
                BaseObjectCreationExpressionSyntax creation when creation is ImplicitObjectCreationExpressionSyntax || creation.ToString().IndexOf("RetryStrategyOptions", StringComparison.Ordinal) >= 0 =>
                    finder.OfOptions(creation),
                _ => null,
            };
            if (policy is not null)
                yield return policy;
        }
    }

    // Policy.Handle<A>().Or<B>(...).WaitAndRetryAsync(...)
    private RetryPolicy? OfCall(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax member || !IsPolly(_model.GetSymbolInfo(call).Symbol)
            || _model.GetTypeInfo(member.Expression).Type?.Name != "PolicyBuilder")
        {
            return null;
        }

        var handled = Chain(member.Expression).ToList();
        return handled.Count == 0 ? null : new RetryPolicy(member.Name, handled, call, Options: null, Runs(call));
    }

    private RetryPolicy? OfOptions(BaseObjectCreationExpressionSyntax creation)
    {
        if (_model.GetTypeInfo(creation).Type is not { Name: "RetryStrategyOptions" } type || !IsPolly(type))
            return null;
        var call = creation.FirstAncestorOrSelf<ArgumentSyntax>()?.Parent?.Parent as InvocationExpressionSyntax;
        SyntaxNode name = call?.Expression is MemberAccessExpressionSyntax { Name: var method } ? method
            : creation is ObjectCreationExpressionSyntax { Type: var named } ? named : creation;
        var policy = new RetryPolicy(name, [], Call: null, creation, Runs((ExpressionSyntax?)call ?? creation));
        return policy.Option("ShouldHandle") is { } shouldHandle ? policy with { Handled = Conditions(shouldHandle).ToList() } : policy;
    }

    private IEnumerable<HandledException> Conditions(ExpressionSyntax shouldHandle)
    {
        shouldHandle = Declared(shouldHandle);
        if (shouldHandle is LambdaExpressionSyntax lambda)
            return [new HandledException(Subject(lambda), Type: null, lambda, IsDecidedElsewhere: false)];
        var chain = Chain(shouldHandle).ToList();
        return chain.Count > 0 ? chain : [new HandledException(shouldHandle, Type: null, Predicate: null, IsDecidedElsewhere: true)];
    }

    // The type that a lambda lets in, where it names one of SMTP's.
    private SyntaxNode Subject(LambdaExpressionSyntax lambda) =>
        lambda.Body.DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
            .FirstOrDefault(name => _model.GetSymbolInfo(name).Symbol is ITypeSymbol type && _deliveries.Mail.IsReplyException(type)) ?? (SyntaxNode)lambda;

    private IEnumerable<HandledException> Chain(ExpressionSyntax? expression)
    {
        var handled = new List<HandledException>();
        for (expression = Declared(expression); expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call; expression = Declared(member.Expression))
        {
            if (member.Name is GenericNameSyntax { TypeArgumentList.Arguments: [var type, ..] } name && Kinds.Contains(name.Identifier.ValueText)
                && IsPolly(_model.GetSymbolInfo(call).Symbol))
            {
                var argument = call.ArgumentList.Arguments.Select(static argument => argument.Expression).FirstOrDefault();
                handled.Insert(0, new(name, _model.GetTypeInfo(type).Type, argument as LambdaExpressionSyntax, argument is not null and not LambdaExpressionSyntax));
            }
        }

        return handled;
    }

    // A builder or predicate that is kept in a variable of this file.
    private ExpressionSyntax Declared(ExpressionSyntax? expression)
    {
        if (expression is IdentifierNameSyntax && _model.GetSymbolInfo(expression).Symbol is ILocalSymbol or IFieldSymbol
            && _model.GetSymbolInfo(expression).Symbol!.DeclaringSyntaxReferences is [var reference] && reference.SyntaxTree == _model.SyntaxTree
            && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var value })
        {
            return value;
        }

        return expression!;
    }

    /// <summary>The delegates that a policy made by <paramref name="made"/> is given to run, in this file.</summary>
    private IReadOnlyList<SyntaxNode> Runs(ExpressionSyntax made)
    {
        var whole = made;
        while (whole.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax outer } member && member.Expression == whole)
        {
            if (IsRun(member.Name))
                return [outer.ArgumentList];
            whole = outer;
        }

        var kept = whole.Parent switch
        {
            EqualsValueClauseSyntax { Parent: var declarator } => declarator is null ? null : _model.GetDeclaredSymbol(declarator),
            AssignmentExpressionSyntax assignment when assignment.Right == whole => _model.GetSymbolInfo(assignment.Left).Symbol,
            ArrowExpressionClauseSyntax { Parent: { } declaration } => _model.GetDeclaredSymbol(declaration),
            ReturnStatementSyntax => _model.GetEnclosingSymbol(whole.SpanStart),
            _ => null,
        };
        return kept is null ? [] : _deliveries.File.Root.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => call.Expression is MemberAccessExpressionSyntax member && IsRun(member.Name) && IsKept(member.Expression, kept))
            .Select(static call => (SyntaxNode)call.ArgumentList)
            .ToList();
    }

    private bool IsKept(ExpressionSyntax policy, ISymbol kept) =>
        SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(policy is InvocationExpressionSyntax call ? call.Expression : policy).Symbol, kept);

    private static bool IsRun(SimpleNameSyntax name) => name.Identifier.ValueText.StartsWith("Execute", StringComparison.Ordinal);

    private static bool IsPolly(ISymbol? symbol) =>
        symbol?.ContainingNamespace is { } space && (space.ToDisplayString() + ".").StartsWith("Polly.", StringComparison.Ordinal);
}
