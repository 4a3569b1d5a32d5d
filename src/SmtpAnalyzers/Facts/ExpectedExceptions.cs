using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Where a file expects exceptions of certain types: in the handlers of its <c>try</c>s and in Polly's policies, each with the code that
/// would have to throw them.
/// </summary>
internal sealed class ExpectedExceptions(MailFile file)
{
    /// <summary>
    /// Each type that is named for what is expected, with the calls that are made there; null where not all of them are seen. They are
    /// read when they are asked for.
    /// </summary>
    public IEnumerable<(ExpressionSyntax Type, Func<CallSummary?> Calls)> All() => InHandlers().Concat(InPolicies());

    private IEnumerable<(ExpressionSyntax, Func<CallSummary?>)> InHandlers() =>
        from attempt in file.NodesOf<TryStatementSyntax>()
        from handler in attempt.Catches
        from type in Expected(handler)
        select (type, (Func<CallSummary?>)(() => file.CallsOf(attempt.Block)));

    private IEnumerable<(ExpressionSyntax, Func<CallSummary?>)> InPolicies() =>
        from part in Parts()
        from type in part.Types
        select (type, (Func<CallSummary?>)(() => Executed(part.Value)));

    // The type that the handler declares, and the types that it tests the caught exception for.
    private static IEnumerable<ExpressionSyntax> Expected(CatchClauseSyntax handler)
    {
        if (handler.Declaration is not { } declaration)
            return [];
        var name = declaration.Identifier.ValueText;
        if (name.Length == 0 || IsReplaced(handler, name))
            return [declaration.Type];
        return TypeTests.In(handler, expression => expression is IdentifierNameSyntax caught && caught.Identifier.ValueText == name)
            .Prepend(declaration.Type);
    }

    // Unwrapped: what is asked is then an inner exception.
    private static bool IsReplaced(CatchClauseSyntax handler, string name) => handler.DescendantNodes().OfType<AssignmentExpressionSyntax>()
        .Any(assignment => assignment.Left is IdentifierNameSyntax target && target.Identifier.ValueText == name);

    // The parts of policies that say what is handled, with the types named in them.
    private IEnumerable<(SyntaxNode Value, IEnumerable<ExpressionSyntax> Types)> Parts() =>
        file.NodesOf<ExpressionSyntax>().Select(node => node switch
        {
            GenericNameSyntax { Identifier.ValueText: "Handle" or "Or", TypeArgumentList.Arguments: [var type] } name
                when PollySymbols.IsPolly(file.SymbolOf(name)) && name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call =>
                    (call, [type]),
            LambdaExpressionSyntax
            {
                Parent: ArgumentSyntax
                {
                    Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call,
                },
            } lambda
                when member.Name.Identifier.ValueText is "Handle" or "Or" && PollySymbols.IsPolly(file.SymbolOf(member.Name)) =>
                (call, TypeTests.In(lambda.Body, IsOutermost)),
            AssignmentExpressionSyntax
            {
                Left: IdentifierNameSyntax { Identifier.ValueText: PollySymbols.ShouldHandle } handle,
                Right: LambdaExpressionSyntax predicate,
            }
                when PollySymbols.IsPolly(file.SymbolOf(handle)) => (predicate, TypeTests.In(predicate.Body, IsOutermost)),
            _ => default((SyntaxNode Value, IEnumerable<ExpressionSyntax> Types)),
        }).Where(static part => part.Value is not null);

    private static bool IsOutermost(ExpressionSyntax expression) =>
        expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "InnerException" };

    // All that is done with the policy must be seen.
    private CallSummary? Executed(SyntaxNode part) =>
        file.Values.Operation(part) is { } value
        && PolicyRuns.Of(value, file.Values) is { AreAll: true } runs
        && runs.Lambdas(file.Values) is { Count: > 0 } lambdas
            ? lambdas.Select(file.CallsOf).Aggregate(static (one, other) => one.With(other))
            : null;
}
