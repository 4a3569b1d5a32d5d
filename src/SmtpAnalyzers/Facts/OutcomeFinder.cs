using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
    private readonly AnsweredOutcomes _answers = body.Once(static body => new AnsweredOutcomes(body));
    private readonly OutboxRows _rows = new(body, reach, vocabulary);
    private readonly CallOutcomes _calls = new(vocabulary, body.Mail, body);
    private readonly StatedTexts _texts = new(body, reach, vocabulary);
    private readonly SentByAnswer _sent = new(body, reply);
    private readonly QueuedAgain _queued = new(body, reply);
    private readonly HelperOutcomes _helpers = new(body, reply);
    private readonly DeniedRefusals _denied = new(body, reach, vocabulary);
    private readonly List<OutcomeSite> _found = [];
    private readonly Stack<IOperation> _pending = [];

    public ImmutableArray<OutcomeSite> FindAll(CancellationToken cancellation)
    {
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
                AddStep(at, step);
                var operations = body.Writes.EffectOf(step).Operations;
                foreach (var operation in operations)
                    _found.AddRange(NamedList(at, operation));
                foreach (var operation in operations)
                    _found.AddRange(_mappings.In(at, operation));
                foreach (var operation in operations)
                    _found.AddRange(_rows.In(at, operation));
            }
        }

        _found.AddRange(new LeftLoops(body, reply, reach).Beside(_found));
        return new SiblingOutcomes(conditions).Settle(WithoutNamesOfAnswers(_found));
    }

    // What a result holds says more than what its type is called: new Done { Retryable = false }.
    private static ImmutableArray<OutcomeSite> WithoutNamesOfAnswers(List<OutcomeSite> found)
    {
        if (!found.Exists(static site => site.IsFlag))
            return found.ToImmutableArray();
        var flags = found.Where(static site => site.IsFlag).Select(static site => site.Syntax).ToList();
        return found.Where(site => site.IsFlag || site.Syntax is not BaseObjectCreationExpressionSyntax made
            || !flags.Any(flag => made.Span.Contains(flag.Span))).ToImmutableArray();
    }

    // What a loop does before it tries again prepares the next attempt.
    private bool IsBeforeTheTry(BasicBlock block) =>
        reply.Root.Identity is ControlFlowRegion tryAndCatch && block.Ordinal < tryAndCatch.FirstBlockOrdinal;

    private void AddStep(ProgramPoint at, IOperation step)
    {
        var isBranchValue = ReferenceEquals(step, at.Block.BranchValue);
        if (isBranchValue && at.Block.ConditionKind != ControlFlowConditionKind.None)
            AddSends(at, step);
        else if (isBranchValue && at.Block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return)
            AddReturned(at, BoolTypes.OfTask(step));
        else if (isBranchValue && at.Block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Throw)
            AddThrown(at, step.Unconverted());
        else
            AddValue(at, step);
    }

    private void AddReturned(ProgramPoint at, IOperation value)
    {
        _found.AddRange(_flags.Returned(at, value));
        _found.AddRange(_denied.Returned(at, value));
        _found.AddRange(_sent.Returned(at, value));
        AddValue(at, value);
        _found.AddRange(_answers.Returned(at, value));
        if (IsHandled)
            _found.AddRange(_texts.Answered(at, value));
    }

    // The answer of a handler tells the caller what became of the mail; the text of a table of codes tells nobody.
    private bool IsHandled => reply.Root.Identity is ControlFlowRegion;

    private void AddThrown(ProgramPoint at, IOperation exception)
    {
        if (exception is IInvalidOperation && UnresolvedName.Of(exception) is { } unknown)
            _found.AddRange(Named(at, unknown, exception.Syntax, $"'{unknown}' is thrown"));
        if (exception is not IObjectCreationOperation { Type: { } type } creation)
            return;
        AddValue(at, creation);
        foreach (var argument in creation.Arguments)
            _found.AddRange(_texts.Phrases(at, argument));
        var named = vocabulary.OfName(type.Name);
        _found.Add(At(at, named == Outcome.None ? Outcome.Failure : named, creation.Syntax, $"'{type.Name}' is thrown"));
    }

    private void AddValue(ProgramPoint at, IOperation value)
    {
        _pending.Push(value);
        while (_pending.Count > 0)
        {
            var operation = _pending.Pop();
            _found.AddRange(Of(at, operation));
            if (operation is IInvocationOperation call && CallKinds.IsReport(call))
                continue;
            foreach (var child in operation.ChildOperations.Reverse())
                _pending.Push(child);
        }
    }

    private IEnumerable<OutcomeSite> Of(ProgramPoint at, IOperation operation)
    {
        if (_answers.Of(at, operation) is { } answered)
            return answered;
        switch (operation)
        {
            case IInvocationOperation call:
                return OfCall(at, call);
            case ISimpleAssignmentOperation or ICompoundAssignmentOperation or IArgumentOperation:
                return _flags.Of(at, operation);
            // new Result(Retryable: false), where the type doesn't resolve.
            case { Parent: IInvalidOperation, Syntax.Parent: ArgumentSyntax { NameColon: not null } }:
                return _flags.Of(at, operation);
            case ITupleOperation tuple:
                return _flags.OfTuple(at, tuple);
            case IObjectCreationOperation { Type: { } type } creation
                when !CallKinds.IsFramework(type) && !OperationFacts.IsThrown(creation, at.Block):
                return Named(at, type.Name, creation.Syntax, $"'{type.Name}'");
            case IMemberReferenceOperation { Member: { IsStatic: true, ContainingType: { } type } member }
                when IsValueOf(type, operation) && !OperationFacts.IsCompared(operation):
                return Named(at, member.Name, operation.Syntax, $"'{type.Name}.{member.Name}'", type);
            case IInvalidOperation when IsSendAgain(at, operation):
                return [At(at, Outcome.Retry, operation.Syntax, SendAgain.Phrase)];
            case IInvalidOperation when CallOutcomes.Requeues(operation):
                return [At(at, Outcome.Retry, operation.Syntax, CallOutcomes.Requeued)];
            case IInvalidOperation unknown when UnresolvedName.IsLog(unknown):
                return _texts.Phrases(at, operation);
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
            return CallKinds.IsLog(call) ? call.Arguments.SelectMany(argument => _texts.Phrases(at, argument)) : [];
        var said = _calls.Of(call, at.Block);
        if (said.Outcome == Outcome.None && _queued.Is(call, at.Block))
            return [At(at, Outcome.Retry, call.Syntax, QueuedAgain.Phrase)];
        // A name that says no more than "failure" leaves open what becomes of the mail.
        if (said.Outcome is Outcome.None or Outcome.Failure && _helpers.Of(call, at) is { } site)
        {
            var what = $"in '{call.TargetMethod.Name}', {site.Phrase}";
            return [At(at, site.Outcome, call.Syntax, what) with { Subject = site.Subject, IsOfHelper = true }];
        }

        return said.Outcome != Outcome.None
            ? [At(at, said.Outcome, call.Syntax, said.What) with { Subject = said.Subject }]
            : [];
    }

    // A list says by its own name what its elements mean, whatever is made of the answer.
    private IEnumerable<OutcomeSite> NamedList(ProgramPoint at, IOperation operation)
    {
        if (operation is not IInvocationOperation { TargetMethod.Name: "Contains" } call
            || body.Lists.Asked(call) is not { Elements: not null } lookUp
            || OperationFacts.NameOf(lookUp.List) is not { } list
            || vocabulary.WhenTrue(list) is not (var outcome and not Outcome.None))
        {
            return [];
        }

        var test = tests.Evaluate(operation, at.State);
        var listed = (test.WhenTrue - test.WhenFalse) & at.State.Codes;
        return [new(outcome, new(at.Block, at.Step, operation), listed, operation.Syntax, $"'{list}' lists it")
        {
            Denied = vocabulary.WhenFalse(list) == Outcome.GiveUp
                ? (test.WhenFalse - test.WhenTrue) & at.State.Codes
                : ReplyCodeSet.Empty,
        }];
    }

    private void AddSends(ProgramPoint at, IOperation step)
    {
        foreach (var operation in body.Writes.EffectOf(step).Operations)
        {
            if (IsSendAgain(at, operation))
                _found.Add(At(at, Outcome.Retry, operation.Syntax, SendAgain.Phrase));
        }
    }

    // The codes at a send inside the try are those that its own handlers lead back to it: those of the first time are none. That the try
    // stands in the handler of another says nothing of them.
    private bool IsSendAgain(ProgramPoint at, IOperation call) => reply.Root.Identity is not ControlFlowRegion tryAndCatch
        ? _sendAgain.AfterFailure(call, codes: null)
        : tryAndCatch.NestedRegions[0].Contains(at.Block) ? _sendAgain.InLoop(call)
        : _sendAgain.AfterFailure(call, at.State.Codes);

    private IEnumerable<OutcomeSite> Named(ProgramPoint at, string name, SyntaxNode syntax, string what, ISymbol? subject = null) =>
        vocabulary.OfName(name) is var outcome and not Outcome.None ? [At(at, outcome, syntax, what) with { Subject = subject }] : [];

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
