using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Language;
using SmtpAnalyzers.Sources;

namespace SmtpAnalyzers.Outcomes;

/// <summary>
/// Finds what a body does with the mail: what it returns, throws, calls, constructs, assigns, and whether it sends again. Structure
/// comes first, names second; text counts for whole phrases only, and what is merely logged or displayed counts for nothing else.
/// </summary>
internal sealed class OutcomeFinder(Body body, Place reply, ReachAnalysis reach, TestEvaluator tests, Conditions conditions, Vocabulary vocabulary)
{
    private readonly SendAgain _sendAgain = new(body);

    public ImmutableArray<Evidence> FindAll(CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<Evidence>();
        foreach (var block in body.Graph.Blocks)
        {
            cancellation.ThrowIfCancellationRequested();
            if (reach.Entry(block).Codes.IsEmpty)
                continue;
            foreach (var (index, step, state) in reach.Steps(block))
            {
                if (state.Codes.IsEmpty)
                    continue;
                var at = new Position(block, index, state);
                found.AddRange(InStep(at, step));
                found.AddRange(NamedLists(at, step));
            }
        }

        return found.ToImmutable();
    }

    private IEnumerable<Evidence> InStep(Position at, IOperation step)
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

    private IEnumerable<Evidence> Returned(Position at, IOperation value)
    {
        value = value switch
        {
            IInvocationOperation { TargetMethod.Name: "FromResult", Arguments.Length: 1 } completed => completed.Arguments[0].Value,
            IObjectCreationOperation { Type.Name: "ValueTask", Arguments.Length: 1 } completed => completed.Arguments[0].Value,
            _ => value,
        };
        return body.Name is { } name && IsBool(value.Type)
            ? Flag(at, name, value, value.Syntax, $"'{name}' returns").Concat(InValue(at, value))
            : InValue(at, value);
    }

    private IEnumerable<Evidence> Thrown(Position at, IOperation exception)
    {
        while (exception is IConversionOperation conversion)
            exception = conversion.Operand;
        if (exception is not IObjectCreationOperation { Type: { } type } creation)
            return [];
        var named = vocabulary.OfName(type.Name);
        return InValue(at, creation)
            .Concat(creation.Arguments.SelectMany(argument => Phrases(at, argument)))
            .Append(At(at, named == Outcome.None ? Outcome.Failure : named, creation.Syntax, $"'{type.Name}' is thrown"));
    }

    private IEnumerable<Evidence> InValue(Position at, IOperation step)
    {
        var pending = new Stack<IOperation>();
        pending.Push(step);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            foreach (var evidence in Of(at, operation))
                yield return evidence;
            if (operation is IInvocationOperation call && Reporting.IsReport(call))
                continue;
            foreach (var child in operation.ChildOperations.Reverse())
                pending.Push(child);
        }
    }

    private IEnumerable<Evidence> Of(Position at, IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                return OfCall(at, call);
            case ISimpleAssignmentOperation assignment
                when IsBool(assignment.Value.Type) && Name(body.Definitions.Unwrap(assignment.Target)) is { } flag && !IsRevised(at, assignment.Target):
                return Flag(at, flag, assignment.Value, assignment.Syntax, $"'{flag}' is");
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Or } assignment when IsBool(assignment.Value.Type) && Name(body.Definitions.Unwrap(assignment.Target)) is { } flag:
                return Flag(at, flag, assignment.Value, assignment.Syntax, $"'{flag}' is");
            case IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } argument when IsBool(argument.Value.Type):
                return Flag(at, parameter.Name, argument.Value, argument.Syntax, $"'{parameter.Name}' is");
            case IObjectCreationOperation { Type: { } type } creation when !IsFramework(type) && !IsThrown(at, creation):
                return Named(at, type.Name, creation.Syntax, $"'{type.Name}'");
            case IFieldReferenceOperation { Field: { IsStatic: true, ContainingType: { } type } field } when IsValueOf(type, field.Type) && !IsCompared(operation):
                return Named(at, field.Name, operation.Syntax, $"'{type.Name}.{field.Name}'");
            case IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType: { } type } property } when IsValueOf(type, property.Type) && !IsCompared(operation):
                return Named(at, property.Name, operation.Syntax, $"'{type.Name}.{property.Name}'");
            default:
                return [];
        }
    }

    private IEnumerable<Evidence> OfCall(Position at, IInvocationOperation call)
    {
        if (IsSendAgain(at, call))
            return [At(at, Outcome.Retry, call.Syntax, SendAgain.What)];
        if (Reporting.IsReport(call))
            return Reporting.IsLog(call) ? call.Arguments.SelectMany(argument => Phrases(at, argument)) : [];
        if (!IsDone(call, at) || (IsBool(call.Type) && vocabulary.PredicateClass(call.TargetMethod.Name) is not null) || IsFramework(call.TargetMethod.ContainingType) && !IsCollection(call))
            return [];
        var named = vocabulary.OfName(call.TargetMethod.Name);
        if (named != Outcome.None)
            return [At(at, named, call.Syntax, $"'{call.TargetMethod.Name}'")];
        return IsCollection(call) && call.Instance is { } receiver && Name(body.Definitions.Unwrap(receiver)) is { } list
            ? Named(at, list, call.Syntax, $"added to '{list}'")
            : [];
    }

    // A list says by its own name what its elements mean, whatever is made of the answer.
    private IEnumerable<Evidence> NamedLists(Position at, IOperation step) =>
        from operation in step.DescendantsAndSelf()
        where operation is IInvocationOperation
        let list = ReplyCodeList.ContainsCall((IInvocationOperation)operation, body.Definitions) is { Elements: not null } call ? Name(call.List) : null
        where list is not null
        let outcome = vocabulary.WhenTrue(list)
        where outcome != Outcome.None
        let codes = tests.Evaluate(operation, at.State).WhenTrue & at.State.Codes
        select new Evidence(outcome, new(at.Block, at.Step, operation), codes, operation.Syntax, $"'{list}' lists it");

    private IEnumerable<Evidence> SendsIn(Position at, IOperation step) =>
        from operation in step.DescendantsAndSelf()
        where operation is IInvocationOperation call && IsSendAgain(at, call)
        select At(at, Outcome.Retry, operation.Syntax, SendAgain.What);

    // The codes at a send inside the try are those that its own handlers lead back to it: those of the first time are none.
    private bool IsSendAgain(Position at, IInvocationOperation call) =>
        _sendAgain.InHandler(call)
        || (reply.Root.Identity is ControlFlowRegion tryAndCatch && tryAndCatch.NestedRegions[0].Contains(at.Block) && _sendAgain.InLoop(call));

    private IEnumerable<Evidence> Flag(Position at, string name, IOperation value, SyntaxNode syntax, string what)
    {
        var test = tests.Evaluate(value, at.State);
        var (mayBeTrue, mayBeFalse) = (test.WhenTrue & at.State.Codes, test.WhenFalse & at.State.Codes);
        if (vocabulary.WhenTrue(name) is var whenTrue and not Outcome.None)
        {
            yield return new(whenTrue, new(at.Block, at.Step, value, true), mayBeTrue - mayBeFalse, syntax, what + " true");
            if (whenTrue == Outcome.Retry && value is IFlowCaptureReferenceOperation captured)
            {
                foreach (var part in Parts(captured, whenTrue, syntax, what + " true"))
                    yield return part;
            }
        }

        if (vocabulary.WhenFalse(name) is var whenFalse and not Outcome.None && (whenFalse == Outcome.Failure || SaysNo(name, value)))
            yield return new(whenFalse, new(at.Block, at.Step, value, false), mayBeFalse - mayBeTrue, syntax, what + " false");
    }

    // What a && b is made of: where it says that the mail is retried, an attempt counter among it does not justify the attempts.
    private IEnumerable<Evidence> Parts(IFlowCaptureReferenceOperation flag, Outcome whenTrue, SyntaxNode syntax, string what) =>
        from block in body.Graph.Blocks
        from at in reach.Steps(block)
        where at.Step is IFlowCaptureOperation capture && capture.Id.Equals(flag.Id)
        let part = ((IFlowCaptureOperation)at.Step).Value
        let test = conditions.Counts(part) ? Test.Always : tests.Evaluate(part, at.State)
        select new Evidence(whenTrue, new(block, at.Index, part, true), (test.WhenTrue - test.WhenFalse) & at.State.Codes, syntax, what);

    // A local flag that is written again further on has not said its last word.
    private bool IsRevised(Position at, IOperation target) =>
        body.Definitions.Target(target) is ILocalSymbol local
        && body.Definitions.Writes(local).Count > 1
        && body.Graph.Blocks.Skip(at.Block.Ordinal).Where(block => at.Block.Reaches(block)).Any(block => block.Steps()
            .Where((step, index) => block != at.Block || index > at.Step)
            .Any(step => step.DescendantsAndSelf().Any(operation => operation is IAssignmentOperation again && local.Equals(body.Definitions.Target(again.Target)))));

    // A flag that is set to false says no; the false side of a test, or of a predicate, only says that it does not know better.
    private bool SaysNo(string name, IOperation value) => name != body.Name && value.ConstantValue.HasValue;

    private IEnumerable<Evidence> Phrases(Position at, IOperation argument) =>
        from operation in argument.DescendantsAndSelf()
        let text = operation.ConstantValue is { HasValue: true, Value: string constant } ? constant : ""
        let outcome = vocabulary.OfText(text)
        where outcome != Outcome.None
        select At(at, outcome, operation.Syntax, $"\"{text}\"");

    private IEnumerable<Evidence> Named(Position at, string name, SyntaxNode syntax, string what) =>
        vocabulary.OfName(name) is var outcome and not Outcome.None ? [At(at, outcome, syntax, what)] : [];

    private static Evidence At(Position at, Outcome outcome, SyntaxNode syntax, string what) =>
        new(outcome, new(at.Block, at.Step), at.State.Codes, syntax, what);

    /// <summary>Whether a call stands for itself: its result is dropped, awaited, stored or returned, not an input of something else.</summary>
    private static bool IsDone(IInvocationOperation call, Position at)
    {
        IOperation operation = call;
        while (operation.Parent is IAwaitOperation or IConversionOperation)
            operation = operation.Parent;
        return operation.Parent is null or IExpressionStatementOperation or ISimpleAssignmentOperation or IFlowCaptureOperation or IReturnOperation
            || ReferenceEquals(operation, at.Block.BranchValue);
    }

    private static bool IsCollection(IInvocationOperation call) =>
        call.TargetMethod.Name is "Add" or "AddAsync" or "TryAdd" or "Enqueue" or "EnqueueAsync" or "Push" or "PushAsync" or "Insert" or "InsertAsync";

    private static string? Name(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IPropertyReferenceOperation property => property.Property.Name,
        IFieldReferenceOperation field => field.Field.Name,
        _ => null,
    };

    // An enum member, or a static instance of a type of its own.
    private bool IsValueOf(ITypeSymbol type, ITypeSymbol valueType) =>
        !IsFramework(type) && !body.Mail.IsReplyCode(type)
        && (type.TypeKind == TypeKind.Enum || SymbolEqualityComparer.Default.Equals(type, valueType));

    private static bool IsFramework(ITypeSymbol type) =>
        (type.ContainingNamespace?.ToDisplayString() ?? "") is var space
        && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal) || space.StartsWith("Microsoft.", StringComparison.Ordinal)
            || space.StartsWith("MailKit", StringComparison.Ordinal) || space.StartsWith("Polly", StringComparison.Ordinal) || space.StartsWith("MimeKit", StringComparison.Ordinal));

    private static bool IsThrown(Position at, IOperation creation) =>
        at.Block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Throw
        && at.Block.BranchValue is { } thrown && thrown.Syntax.Span == creation.Syntax.Span;

    private static bool IsCompared(IOperation operation)
    {
        while (operation.Parent is IConversionOperation parent)
            operation = parent;
        return operation.Parent is IBinaryOperation or IPatternOperation or IPropertySubpatternOperation;
    }

    private static bool IsBool(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_Boolean;

    /// <summary>A step of a block and what holds before it.</summary>
    private sealed record Position(BasicBlock Block, int Step, FlowState State);
}
