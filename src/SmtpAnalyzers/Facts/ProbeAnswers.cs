using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// What a verifier that is written by hand answers after a decision: where it came out for the mailbox, and where it did not.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="graph">The graph of the function.</param>
/// <param name="yes">What comes where the reply was 250.</param>
/// <param name="no">What comes after every other reply.</param>
/// <param name="from">Where in the source the decision is behind.</param>
internal sealed class ProbeAnswers(MailFile file, ControlFlowGraph graph, Aftermath yes, Aftermath no, int from)
{
    private readonly ProbeVerdicts _verdicts = new(file);

    /// <summary>Whether every other reply says no, and 250 something else.</summary>
    public bool AreVerdict => !no.Escapes && (Returned() || Marked() || Listed());

    /// <summary>Whether the caller gets the same word after every other reply, and nothing beside it.</summary>
    public bool AreOneWord => !no.Escapes && Returned()
        && Answers(no, OnlyAfterNo).Select(static answer => answer.ToString()).Distinct().Count() == 1
        && !no.Blocks.SelectMany(static block => block.AllOperations()).OfType<IAssignmentOperation>()
            .Any(static set => set.Target is IMemberReferenceOperation or IParameterReferenceOperation);

    private bool OnlyAfterYes(BasicBlock block, IOperation operation) =>
        yes.Blocks.Contains(block) && !no.Blocks.Contains(block) && operation.Syntax.SpanStart >= from;

    private bool OnlyAfterNo(BasicBlock block, IOperation operation) => !OnlyAfterYes(block, operation);

    private bool Returned() =>
        Answers(no, OnlyAfterNo) is { Count: > 0 } others && others.TrueForAll(_verdicts.IsNo)
        && Answers(yes, OnlyAfterYes).Exists(answer => !_verdicts.IsNo(answer));

    // The values that are returned; of a variable those that were written to it where that counts.
    private List<SyntaxNode> Answers(Aftermath after, Func<BasicBlock, IOperation, bool> counts)
    {
        var answers = new List<SyntaxNode>();
        foreach (var block in after.Blocks)
        {
            if (block.FallThroughSuccessor is { Semantics: ControlFlowBranchSemantics.Return } && block.BranchValue is { } value
                && (after == no || value.Syntax.SpanStart >= from))
            {
                answers.AddRange(Values(value, after, counts));
            }
        }

        return answers;
    }

    private IEnumerable<SyntaxNode> Values(IOperation value, Aftermath after, Func<BasicBlock, IOperation, bool> counts)
    {
        value = BoolTypes.OfTask(value.Unconverted()).Unconverted();
        return value switch
        {
            IFlowCaptureReferenceOperation reference => after.Blocks.SelectMany(static block => block.Operations)
                .OfType<IFlowCaptureOperation>()
                .Where(capture => capture.Id.Equals(reference.Id))
                .SelectMany(capture => Values(capture.Value, after, counts)),
            ILocalReferenceOperation { Local: var local } => Writes(local, counts),
            _ => [value.Syntax],
        };
    }

    private IEnumerable<SyntaxNode> Writes(ISymbol variable, Func<BasicBlock, IOperation, bool> counts) =>
        from block in graph.Blocks
        from operation in block.AllOperations()
        where IsTarget(operation, variable) && counts(block, operation)
        select operation.Parent is ISimpleAssignmentOperation { Value: { ConstantValue.HasValue: true } or IFieldReferenceOperation } set
            ? set.Value.Unconverted().Syntax : operation.Syntax;

    // Anything but a look at it.
    private static bool IsTarget(IOperation operation, ISymbol variable) =>
        SymbolEqualityComparer.Default.Equals(OperationFacts.SymbolOf(operation), variable) && operation.Parent switch
        {
            IAssignmentOperation set => set.Target == operation,
            IArgumentOperation { Parameter.RefKind: not RefKind.None } or IIncrementOrDecrementOperation => true,
            _ => false,
        };

    // isValid = true; and false everywhere else.
    private bool Marked() =>
        (from block in yes.Blocks
         from operation in block.AllOperations()
         where operation is ISimpleAssignmentOperation { Value.ConstantValue: { HasValue: true, Value: true } }
             && OnlyAfterYes(block, operation)
         let mark = OperationFacts.SymbolOf(((ISimpleAssignmentOperation)operation).Target)
         where mark is not null && VerifyWords.IsYes(mark.Name)
         select mark)
        .Any(mark => Writes(mark, OnlyAfterNo).All(static write => write.IsKind(SyntaxKind.FalseLiteralExpression))
            && !graph.OriginalOperation.Syntax.DescendantNodes().OfType<InitializerExpressionSyntax>()
                .SelectMany(static one => one.Expressions)
                .Any(one => one is AssignmentExpressionSyntax set && CallSyntax.NameOf(set.Left) == mark.Name
                    && !set.Right.IsKind(SyntaxKind.FalseLiteralExpression)));

    // invalid.Add(address); for every other reply.
    private bool Listed() => no.Blocks.Where(block => !yes.Blocks.Contains(block)).SelectMany(static block => block.AllOperations())
        .OfType<IInvocationOperation>()
        .Any(static call => OperationFacts.Adds(call) && call.Instance is { } list && OperationFacts.NameOf(list) is { } name
            && VerifyWords.IsNo(name));
}
