using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>The calls that run something with a policy of Polly.</summary>
/// <param name="Calls">The calls of <c>Execute</c> and its kin in this file.</param>
/// <param name="AreAll">Whether nothing else is done with the policy, here or elsewhere.</param>
internal sealed record PolicyRuns(IReadOnlyList<IInvocationOperation> Calls, bool AreAll)
{
    /// <summary>
    /// The runs of the policy that <paramref name="part"/> goes into: a <c>Handle</c>, options, a <c>ShouldHandle</c>. It is followed along
    /// the fluent chain, through the variables and members that hold it, and the methods that return it.
    /// </summary>
    public static PolicyRuns Of(IOperation part, ValueTracker values)
    {
        var (runs, areAll) = (new List<IInvocationOperation>(), true);
        var seen = new HashSet<IOperation>();
        var pending = new Stack<IOperation>();
        pending.Push(part);
        while (pending.Count > 0)
        {
            var current = pending.Pop();
            if (!seen.Add(current))
                continue;
            foreach (var use in values.UsesOf(current))
            {
                if (use is not null && CallWith(use) is { } call && PollySymbols.IsPolly(call.TargetMethod))
                {
                    if (PollySymbols.IsRun(call))
                        runs.Add(call);
                    else
                        Continue(call, use, values, pending);
                }
                else if (use is not null && OptionsWith(use) is { } options)
                {
                    pending.Push(options);
                }
                else
                {
                    areAll &= use?.Parent is IExpressionStatementOperation;
                }
            }
        }

        return new PolicyRuns(runs, areAll);
    }

    /// <summary>The bodies of the lambdas that are run; null where something else is run.</summary>
    public IReadOnlyList<SyntaxNode>? Lambdas(ValueTracker values)
    {
        var bodies = new List<SyntaxNode>();
        foreach (var argument in Calls.SelectMany(static call => call.Arguments)
            .Where(static argument => argument.Parameter?.Type.TypeKind == TypeKind.Delegate))
        {
            if (argument.ArgumentKind != ArgumentKind.Explicit)
                continue;
            if (values.SoleSourceOf(argument.Value)?.Syntax is not LambdaExpressionSyntax lambda)
                return null;
            bodies.Add(lambda.Body);
        }

        return bodies;
    }

    // The result of a fluent call is the policy, or its builder, and so is the variable on which options are added.
    private static void Continue(IInvocationOperation call, IOperation use, ValueTracker values, Stack<IOperation> pending)
    {
        pending.Push(call);
        if (PollySymbols.ReceiverOf(call) is ILocalReferenceOperation { Local: var builder } receiver && receiver != use)
        {
            foreach (var reference in values.References.To(builder))
                pending.Push(reference);
        }
    }

    private static IInvocationOperation? CallWith(IOperation use)
    {
        // Policy.WrapAsync(retry, breaker) is given an array.
        var around = use.Parent;
        while (around is IConversionOperation { IsImplicit: true } or IArrayInitializerOperation
            or IArrayCreationOperation { IsImplicit: true })
        {
            around = around.Parent;
        }

        return around switch
        {
            IInvocationOperation call when call.Instance == use => call,
            IArgumentOperation { Parent: IInvocationOperation call } => call,
            _ => null,
        };
    }

    // A predicate becomes a delegate, and is the ShouldHandle of the options around it.
    private static IOperation? OptionsWith(IOperation use) => use switch
    {
        { Parent: IConversionOperation or IDelegateCreationOperation } => use.Parent,
        ISimpleAssignmentOperation
        {
            Target: IPropertyReferenceOperation { Property.Name: PollySymbols.ShouldHandle } property,
        } assignment =>
            property.Instance as ILocalReferenceOperation ?? assignment.Parent?.Parent,
        _ => null,
    };
}
