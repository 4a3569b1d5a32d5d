using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Flow;

/// <summary>What the conditions of a body look at besides the reply code.</summary>
internal sealed class Explanations(FunctionBody body, ReachAnalysis reach, ConditionBuilder tests, AccessPath reply)
{
    private readonly Dictionary<IOperation, bool> _counts = [];
    private readonly Absence _absence = new(body);
    private IReadOnlyList<(BasicBlock Block, bool LooksElsewhere)>? _guards;

    /// <summary>Whether a condition looks at an attempt count, an age or a deadline.</summary>
    public bool Counts(IOperation condition)
    {
        var known = body.Once(static _ => new KnownCounts()).Conditions;
        if (!known.TryGetValue(condition, out var counts))
            known[condition] = counts = LooksAtCount(condition);
        return counts;
    }

    // Every reply code of a body asks the same of its conditions.
    private sealed class KnownCounts
    {
        public Dictionary<IOperation, bool> Conditions { get; } = [];
    }

    private bool LooksAtCount(IOperation condition) => IsSeen(condition, IsNumberOrBool, operation => operation switch
    {
        // The flag of a lock has no name, whatever the compiler's annotation says.
        ILocalReferenceOperation local => IsCounter(local.Local.Name ?? "", local.Type) || body.Writes.IsCounter(local.Local),
        IParameterReferenceOperation { Parameter: var parameter } =>
            IsCounter(parameter.Name, parameter.Type) || body.Writes.IsCounter(parameter),
        IPropertyReferenceOperation { Property: var property } =>
            IsCounter(property.Name, property.Type) || property.Name == "IsCancellationRequested",
        IFieldReferenceOperation field => !field.Field.HasConstantValue && IsCounter(field.Field.Name, field.Type),
        // Of a row whose type is not known.
        IInvalidOperation => OperationFacts.NameOf(operation) is { } name && IsCounter(name, null),
        IIncrementOrDecrementOperation => true,
        // IsTimeout(ex) asks what has failed, and not for how long.
        IInvocationOperation call =>
            (body.Options.Vocabulary.IsCounting(call.TargetMethod.Name)
                && !call.Arguments.Any(static argument => CallKinds.IsException(argument.Value.Type)))
            || IsOfAttempts(call),
        _ => false,
    });

    // foreach (var delay in delays) { try ...: each number is one more attempt.
    private bool IsOfAttempts(IInvocationOperation call) =>
        call is { TargetMethod.Name: "MoveNext" }
        && call.Syntax.FirstAncestorOrSelf<ForEachStatementSyntax>() is { } loop
        && body.Writes.Model?.GetDeclaredSymbol(loop) is ILocalSymbol
            { Type: { SpecialType: SpecialType.System_Int32 or SpecialType.System_Double } or { Name: "TimeSpan" } }
        && loop.Statement.DescendantNodes().Any(static node => node is TryStatementSyntax);

    /// <summary>
    /// Whether control comes to <paramref name="anchor"/> only by one side of an earlier condition that explains the outcome: one that
    /// looks at something else of the same reply (its text, its command), or, where <paramref name="countsExplain"/>, at a count, an age
    /// or a deadline. A condition whose other side brings <paramref name="code"/> to the <paramref name="outcome"/> as well explains
    /// nothing, nor does it that nobody has cancelled. That a text lacks some words (<paramref name="absenceExplains"/> is false) only says
    /// which replies were taken out before a test of the code.
    /// </summary>
    public bool Explain(BasicBlock anchor, bool countsExplain, bool absenceExplains, MustReachAnalysis outcome, int code)
    {
        return Guards().Any(guard =>
            guard.Block.Ordinal < anchor.Ordinal
            && (guard.LooksElsewhere || countsExplain)
            && FromStart.Reaches(guard.Block)
            && (ComesOnlyBy(guard.Block, guard.Block.ConditionalSuccessor, guard.Block.FallThroughSuccessor)
                || ComesOnlyBy(guard.Block, guard.Block.FallThroughSuccessor, guard.Block.ConditionalSuccessor)));

        bool ComesOnlyBy(BasicBlock guard, ControlFlowBranch? way, ControlFlowBranch? other) =>
            FromStart.OnlyBy(way, anchor)
            && !IsUncancelled(guard, way)
            && (absenceExplains || !_absence.IsOfText(guard, way)) && !_absence.IsOfInner(guard, way)
            && outcome.CanAvoidOn(guard, other).Contains(code);
    }

    private static bool IsCancellation(IOperation? condition) =>
        condition is IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" };

    private static bool IsUncancelled(BasicBlock guard, ControlFlowBranch? way) => IsCancellation(guard.BranchValue)
        && way?.IsConditionalSuccessor == (guard.ConditionKind == ControlFlowConditionKind.WhenFalse);

    /// <summary>
    /// Whether control comes to <paramref name="region"/>, a try, only by one side of an earlier look at a count, an age or a deadline.
    /// The head of a loop is none: it says how often something is tried, and not why the first failure is the last.
    /// </summary>
    public bool IsGuardedByCount(ControlFlowRegion region)
    {
        var anchor = body.Graph.Blocks[region.FirstBlockOrdinal];
        var dominance = body.Once(static body => new Dominance(body.Graph, [body.Graph.Blocks[0]]));
        return body.Graph.Blocks.Any(block => block.ConditionKind != ControlFlowConditionKind.None && block.Ordinal < anchor.Ordinal
            && (dominance.OnlyBy(block.ConditionalSuccessor, anchor) || dominance.OnlyBy(block.FallThroughSuccessor, anchor))
            && block.BranchValue is { } condition && !IsHeadOfLoop(condition) && !IsCancellation(condition) && Counts(condition));
    }

    // var next = mail.Attempts + 1;
    private static bool IsNumberOrBool(ITypeSymbol? type) => IsBool(type) || type?.SpecialType == SpecialType.System_Int32;

    private static bool IsBool(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_Boolean;

    private static bool IsHeadOfLoop(IOperation condition) =>
        condition.Syntax.Parent is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax;

    /// <summary>Whether a condition on some way to <paramref name="block"/> looks at something else of the same reply.</summary>
    public bool LookElsewhereBefore(BasicBlock block) =>
        Guards().Any(guard =>
            guard.LooksElsewhere && guard.Block.Ordinal < block.Ordinal && Reachability.Of(body).Reaches(guard.Block, block));

    // The conditions of the body that could explain anything.
    private IReadOnlyList<(BasicBlock Block, bool LooksElsewhere)> Guards() => _guards ??= (
        from block in body.Graph.Blocks
        where block.ConditionKind != ControlFlowConditionKind.None && block.BranchValue is not null && !reach.Entry(block).Codes.IsEmpty
        let elsewhere = LooksElsewhere(block.BranchValue!, reach.Entry(block))
        where elsewhere || Counts(block.BranchValue!)
        select (block, elsewhere)).ToList();

    // Its text, its command, or something only a helper knows. How many inner exceptions there are says nothing about this one.
    private bool LooksElsewhere(IOperation condition, FlowState state) =>
        tests.Evaluate(condition, state).Equals(Constraint.Unknown)
        && IsSeen(condition, static _ => true, operation => operation switch
        {
            IPropertyReferenceOperation { Instance: { } owner, Type: not IArrayTypeSymbol } property =>
                tests.Concerns(owner) && !body.Mail.IsReplyCode(property.Type),
            IInvocationOperation call =>
                (call.Instance is { } owner && tests.Concerns(owner)) || call.Arguments.Any(argument => tests.Concerns(argument.Value)),
            _ => false,
        });

    // In what a condition is made of, seen through locals and temporaries that are written once.
    private bool IsSeen(IOperation condition, Func<ITypeSymbol?, bool> throughLocals, Func<IOperation, bool> sought, int depth = 0)
    {
        foreach (var operation in condition.DescendantsAndSelf())
        {
            // A constant, with which a flag begins, looks at nothing.
            var written = operation switch
            {
                _ when depth == 3 => [],
                ILocalReferenceOperation local when throughLocals(local.Type) =>
                    body.Writes.Writes(local.Local).Where(static value => value?.ConstantValue.HasValue != true).ToList(),
                IFlowCaptureReferenceOperation capture => body.Writes.Writes(capture.Id),
                _ => [],
            };
            if (sought(operation) || (written is [{ } value] && IsSeen(value, throughLocals, sought, depth + 1)))
                return true;
        }

        return false;
    }

    private Dominance? _fromStart;

    // A caught exception begins where it is caught; any other reply code is there from the start.
    private Dominance FromStart => _fromStart ??= reply.Root.Identity is ControlFlowRegion tryAndCatch
        ? new Dominance(body.Graph, tryAndCatch.Handlers().Select(handler => body.Graph.Blocks[handler.FirstBlockOrdinal]).ToList())
        : body.Once(static body => new Dominance(body.Graph, [body.Graph.Blocks[0]]));

    // A number that is called retry is how many of them.
    private bool IsCounter(string name, ITypeSymbol? type) => IsBool(type)
        ? Vocabulary.IsCountingFlag(name)
        : body.Options.Vocabulary.IsCounting(name)
            || (type?.SpecialType == SpecialType.System_Int32 && body.Options.Vocabulary.OfName(name) == Outcome.Retry);
}
