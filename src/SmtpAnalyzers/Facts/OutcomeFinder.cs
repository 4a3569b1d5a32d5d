using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Finds what a body does with the mail: what it returns, throws, calls, constructs, assigns, and whether it sends again. Structure
/// comes first, names second; text counts for whole phrases only, and what is merely logged or displayed counts for nothing else.
/// </summary>
internal sealed class OutcomeFinder(
    FunctionBody body, AccessPath reply, ReachAnalysis reach, ConditionBuilder tests, Explanations conditions, Vocabulary vocabulary)
{
    private readonly SendAgain _sendAgain = body.Once(static body => new SendAgain(body));
    private readonly Mappings _mappings = new(body, tests, vocabulary);
    private readonly FlagFinder _flags = new(body, reach, tests, conditions, vocabulary);

    public ImmutableArray<OutcomeSite> FindAll(CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<OutcomeSite>();
        foreach (var block in body.Graph.Blocks)
        {
            cancellation.ThrowIfCancellationRequested();
            if (reach.Entry(block).Codes.IsEmpty || IsBeforeTheTry(block))
                continue;
            foreach (var (index, step, state) in reach.Steps(block))
            {
                if (state.Codes.IsEmpty || ReachAnalysis.IsWithoutReply(state))
                    continue;
                var at = new ProgramPoint(block, index, state);
                found.AddRange(InStep(at, step));
                found.AddRange(NamedLists(at, step));
                found.AddRange(_mappings.In(at, step));
            }
        }

        return found.ToImmutable();
    }

    // What a loop does before it tries again prepares the next attempt.
    private bool IsBeforeTheTry(BasicBlock block) =>
        reply.Root.Identity is ControlFlowRegion tryAndCatch && block.Ordinal < tryAndCatch.FirstBlockOrdinal;

    private IEnumerable<OutcomeSite> InStep(ProgramPoint at, IOperation step)
    {
        if (!ReferenceEquals(step, at.Block.BranchValue))
            return InValue(at, step);
        if (at.Block.ConditionKind != ControlFlowConditionKind.None)
            return SendsIn(at, step);
        return at.Block.FallThroughSuccessor?.Semantics switch
        {
            ControlFlowBranchSemantics.Return => Returned(at, step),
            ControlFlowBranchSemantics.Throw => Thrown(at, step),
            _ => InValue(at, step),
        };
    }

    private IEnumerable<OutcomeSite> Returned(ProgramPoint at, IOperation value)
    {
        value = BoolTypes.OfTask(value);
        return _flags.Returned(at, value).Concat(InValue(at, value)).Concat(IsHandled ? Stated(at, value) : []);
    }

    // The answer of a handler tells the caller what became of the mail; the text of a table of codes tells nobody.
    private bool IsHandled => reply.Root.Identity is ControlFlowRegion;

    private IEnumerable<OutcomeSite> Stated(ProgramPoint at, IOperation value) =>
        value.DescendantsAndSelf().Any(static part => part is IInvocationOperation call && CallKinds.IsReport(call))
        ? []
        : Phrases(at, value).Concat(Constants(value)
            .Where(static constant => IsIdentifier(constant.Text))
            .SelectMany(constant => Named(at, constant.Text, constant.Syntax, $"\"{constant.Text}\"")));

    // NON_RETRYABLE, RecipientRejected
    private static bool IsIdentifier(string text) =>
        text.Length is > 4 and < 60 && text.All(static c => char.IsLetterOrDigit(c) || c is '_' or '-')
        && (text.IndexOf('_') > 0 || text.IndexOf('-') > 0 || text.Skip(1).Any(char.IsUpper));

    private IEnumerable<OutcomeSite> Thrown(ProgramPoint at, IOperation exception)
    {
        while (exception is IConversionOperation conversion)
            exception = conversion.Operand;
        if (exception is IInvalidOperation && UnresolvedName.Of(exception) is { } unknown)
            return Named(at, unknown, exception.Syntax, $"'{unknown}' is thrown");
        if (exception is not IObjectCreationOperation { Type: { } type } creation)
            return [];
        var named = vocabulary.OfName(type.Name);
        return InValue(at, creation)
            .Concat(creation.Arguments.SelectMany(argument => Phrases(at, argument)))
            .Append(At(at, named == Outcome.None ? Outcome.Failure : named, creation.Syntax, $"'{type.Name}' is thrown"));
    }

    private IEnumerable<OutcomeSite> InValue(ProgramPoint at, IOperation step)
    {
        var pending = new Stack<IOperation>();
        pending.Push(step);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            foreach (var site in Of(at, operation))
                yield return site;
            if (operation is IInvocationOperation call && CallKinds.IsReport(call))
                continue;
            foreach (var child in operation.ChildOperations.Reverse())
                pending.Push(child);
        }
    }

    private IEnumerable<OutcomeSite> Of(ProgramPoint at, IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                return OfCall(at, call);
            case ISimpleAssignmentOperation or ICompoundAssignmentOperation or IArgumentOperation:
                return _flags.Of(at, operation);
            case ITupleOperation tuple:
                return _flags.OfTuple(at, tuple);
            case IObjectCreationOperation { Type: { } type } creation
                when !CallKinds.IsFramework(type) && !OperationFacts.IsThrown(creation, at.Block):
                return Named(at, type.Name, creation.Syntax, $"'{type.Name}'");
            case IMemberReferenceOperation { Member: { IsStatic: true, ContainingType: { } type } member }
                when IsValueOf(type, operation) && !OperationFacts.IsCompared(operation):
                return Named(at, member.Name, operation.Syntax, $"'{type.Name}.{member.Name}'");
            case IInvalidOperation when UnresolvedName.Of(operation) is { } name:
                return Named(at, name, operation.Syntax, $"'{name}'");
            default:
                return [];
        }
    }

    private IEnumerable<OutcomeSite> OfCall(ProgramPoint at, IInvocationOperation call)
    {
        if (IsSendAgain(at, call))
            return [At(at, Outcome.Retry, call.Syntax, SendAgain.Phrase)];
        if (CallKinds.IsReport(call))
            return CallKinds.IsLog(call) ? call.Arguments.SelectMany(argument => Phrases(at, argument)) : [];
        var (name, adds) = (call.TargetMethod.Name, OperationFacts.Adds(call));
        if (!OperationFacts.IsDone(call, at.Block) || IsPredicate(call)
            || (CallKinds.IsFramework(call.TargetMethod.ContainingType)
                && !adds && !call.TargetMethod.Name.StartsWith("Remove", StringComparison.Ordinal)))
            return [];
        if (vocabulary.OfName(name) is var named and not Outcome.None)
            return [At(at, named, call.Syntax, $"'{name}'")];
        if (call.TargetMethod.Name is "Remove" or "RemoveAll" or "RemoveAsync"
            && call.Instance is { } list && OperationFacts.NameOf(body.Writes.Unwrap(list)) is { } listed
            && WordSplitter.OfName(listed).Any(ContextWords.Subscription.Contains))
        {
            return [At(at, Outcome.GiveUp, call.Syntax, $"removed from '{listed}'")];
        }

        return adds && call.Instance is { } receiver && OperationFacts.NameOf(body.Writes.Unwrap(receiver)) is { } added
            ? Named(at, added, call.Syntax, $"added to '{added}'")
            : [];
    }

    private bool IsPredicate(IInvocationOperation call) =>
        BoolTypes.IsBool(call.Type) && vocabulary.PredicateClass(call.TargetMethod.Name) is not null;

    // A list says by its own name what its elements mean, whatever is made of the answer.
    private IEnumerable<OutcomeSite> NamedLists(ProgramPoint at, IOperation step)
    {
        foreach (var operation in body.Writes.EffectOf(step).Operations)
        {
            if (operation is not IInvocationOperation { TargetMethod.Name: "Contains" } call
                || body.Lists.Asked(call) is not { Elements: not null } lookUp
                || OperationFacts.NameOf(lookUp.List) is not { } list
                || vocabulary.WhenTrue(list) is not (var outcome and not Outcome.None))
            {
                continue;
            }

            var test = tests.Evaluate(operation, at.State);
            var listed = (test.WhenTrue - test.WhenFalse) & at.State.Codes;
            yield return new(outcome, new(at.Block, at.Step, operation), listed, operation.Syntax, $"'{list}' lists it")
            {
                Denied = vocabulary.WhenFalse(list) == Outcome.GiveUp
                    ? (test.WhenFalse - test.WhenTrue) & at.State.Codes
                    : ReplyCodeSet.Empty,
            };
        }
    }

    private IEnumerable<OutcomeSite> SendsIn(ProgramPoint at, IOperation step) =>
        from operation in body.Writes.EffectOf(step).Operations
        where operation is IInvocationOperation call && IsSendAgain(at, call)
        select At(at, Outcome.Retry, operation.Syntax, SendAgain.Phrase);

    // The codes at a send inside the try are those that its own handlers lead back to it: those of the first time are none. That the try
    // stands in the handler of another says nothing of them.
    private bool IsSendAgain(ProgramPoint at, IInvocationOperation call) =>
        reply.Root.Identity is ControlFlowRegion tryAndCatch && tryAndCatch.NestedRegions[0].Contains(at.Block)
            ? _sendAgain.InLoop(call)
            : _sendAgain.InHandler(call);

    private IEnumerable<OutcomeSite> Phrases(ProgramPoint at, IOperation argument) =>
        from constant in Constants(argument)
        let outcome = vocabulary.OfText(constant.Text)
        where outcome != Outcome.None
        select At(at, outcome, constant.Syntax, $"\"{constant.Text}\"");

    // What several strings make together is one text: each of thousands would be read again in the next.
    private static IEnumerable<(string Text, SyntaxNode Syntax)> Constants(IOperation value)
    {
        var pending = new Stack<IOperation>();
        pending.Push(value);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            if (operation.ConstantValue is { HasValue: true, Value: string text })
            {
                yield return (text, operation.Syntax);
                continue;
            }

            foreach (var child in operation.ChildOperations.Reverse())
                pending.Push(child);
        }
    }

    private IEnumerable<OutcomeSite> Named(ProgramPoint at, string name, SyntaxNode syntax, string what) =>
        vocabulary.OfName(name) is var outcome and not Outcome.None ? [At(at, outcome, syntax, what)] : [];

    // An enum member, or a static instance of a type of its own.
    private bool IsValueOf(ITypeSymbol type, IOperation member) =>
        !CallKinds.IsFramework(type) && !body.Mail.IsReplyCode(type) && !IsLevel(type)
        && (type.TypeKind == TypeKind.Enum || SymbolEqualityComparer.Default.Equals(type, member.Type));

    // How loud an alert is says nothing of the mail: AlertLevel.Fatal.
    private static bool IsLevel(ITypeSymbol type) =>
        type.Name.EndsWith("Level", StringComparison.Ordinal) || type.Name.EndsWith("Severity", StringComparison.Ordinal);

    private static OutcomeSite At(ProgramPoint at, Outcome outcome, SyntaxNode syntax, string what) =>
        new(outcome, new(at.Block, at.Step), at.State.Codes, syntax, what);
}
