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

/// <summary>Reads bool values that are named for an outcome: returned by a predicate, assigned to a flag, passed to a parameter.</summary>
internal sealed class FlagFinder(
    FunctionBody body, ReachAnalysis reach, ConditionBuilder tests, Explanations conditions, Vocabulary vocabulary)
{
    public IEnumerable<OutcomeSite> Returned(ProgramPoint at, IOperation value) =>
        body.Name is { } name && BoolTypes.IsBool(value.Type)
            ? Values(at, Vocabulary.IsTryingToSend(name) ? "sent" : name, value, value.Syntax, $"'{name}' returns")
            : [];

    /// <summary>What an assignment or an argument says by its value.</summary>
    public IEnumerable<OutcomeSite> Of(ProgramPoint at, IOperation operation)
    {
        var (value, name) = operation switch
        {
            ISimpleAssignmentOperation assignment when !IsRevised(at, assignment.Target) => (assignment.Value, NameOf(assignment.Target)),
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Or } assignment =>
                (assignment.Value, NameOf(assignment.Target)),
            IArgumentOperation
            {
                Parameter.Name: "result",
                Parent: IInvocationOperation { TargetMethod.ContainingType.Name: "TaskCompletionSource" } completion,
            } argument => (argument.Value, completion.Instance is { } task ? NameOf(task) : null),
            IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } argument =>
                (argument.Value, parameter.Name),
            { Syntax.Parent: ArgumentSyntax { NameColon.Name.Identifier.ValueText: var given } } => (operation, given),
            _ => default,
        };
        return name is not null && BoolTypes.IsBool(value.Type) ? Values(at, name, value, operation.Syntax, $"'{name}' is") : [];
    }

    /// <summary>What the elements of a tuple say, by the names that its type or the place it goes to gives them.</summary>
    public IEnumerable<OutcomeSite> OfTuple(ProgramPoint at, ITupleOperation tuple)
    {
        return TypeOf(tuple) is { } type && MailSymbols.Underlying(type) is INamedTypeSymbol { TupleElements: { IsDefault: false } names }
            && names.Length == tuple.Elements.Length
            ? tuple.Elements.Zip(names, static (value, name) => (Value: value, name.Name))
                .Where(static element => BoolTypes.IsBool(element.Value.Type))
                .SelectMany(element => Values(at, element.Name, element.Value, element.Value.Syntax, $"'{element.Name}' is"))
            : [];
    }

    // The type that names the elements: that of what the tuple is converted to, which for an arm of a switch is the value that is returned.
    private ITypeSymbol? TypeOf(ITupleOperation tuple)
    {
        if (tuple.Converted() is { Parent: IFlowCaptureOperation { Id: var id } })
        {
            var returned = body.Graph.Blocks
                .Where(static block => block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return)
                .Select(static block => block.BranchValue is null ? null : BoolTypes.OfTask(block.BranchValue));
            if (returned.FirstOrDefault(value =>
                value?.Unconverted() is IFlowCaptureReferenceOperation capture && capture.Id.Equals(id)) is { Type: { } named })
            {
                return named;
            }
        }

        return (tuple.Parent as IConversionOperation)?.Type ?? tuple.Type;
    }

    private string? NameOf(IOperation target) => OperationFacts.NameOf(body.Writes.Unwrap(target));

    private IEnumerable<OutcomeSite> Values(ProgramPoint at, string name, IOperation value, SyntaxNode syntax, string what)
    {
        var test = tests.Evaluate(value, at.State);
        var (mayBeTrue, mayBeFalse) = (test.WhenTrue & at.State.Codes, test.WhenFalse & at.State.Codes);
        if (vocabulary.WhenTrue(name) is var whenTrue and not Outcome.None)
        {
            yield return new(whenTrue, new(at.Block, at.Step, value, true), mayBeTrue - mayBeFalse, syntax, what + " true")
            {
                Denied = vocabulary.WhenFalse(name) == Outcome.GiveUp ? mayBeFalse - mayBeTrue : ReplyCodeSet.Empty,
            };
            if (whenTrue == Outcome.Retry && value is IFlowCaptureReferenceOperation captured)
            {
                foreach (var part in Parts(captured, whenTrue, syntax, what + " true"))
                    yield return part;
            }
        }

        if (vocabulary.WhenFalse(name) is var whenFalse and not Outcome.None && (whenFalse == Outcome.Failure || SaysNo(name, value)))
            yield return new(whenFalse, new(at.Block, at.Step, value, false), mayBeFalse - mayBeTrue, syntax, what + " false");
    }

    // The operands of a && b. If the whole says that the mail is retried, an attempt counter among them does not justify that.
    private IEnumerable<OutcomeSite> Parts(IFlowCaptureReferenceOperation flag, Outcome whenTrue, SyntaxNode syntax, string what) =>
        from write in body.Operations.Writing(flag.Id)
        where write.Operation is IFlowCaptureOperation
        let part = ((IFlowCaptureOperation)write.Operation).Value
        let state = reach.Before(write.Block, write.Step)
        let test = conditions.Counts(part) ? Constraint.Always : tests.Evaluate(part, state)
        select new OutcomeSite(
            whenTrue, new(write.Block, write.Step, part, true), (test.WhenTrue - test.WhenFalse) & state.Codes, syntax, what);

    // A local flag that is written again further on has not said its last word.
    private bool IsRevised(ProgramPoint at, IOperation target) =>
        body.Writes.Target(target) is ILocalSymbol local
        && body.Writes.Writes(local).Count > 1
        && body.Operations.Writing(local).Any(again =>
            (again.Block == at.Block
                ? again.Step > at.Step
                : again.Block.Ordinal > at.Block.Ordinal && Reachability.Of(body).Reaches(at.Block, again.Block))
            && body.Writes.EffectOf(again.Operation).Operations.Any(static operation => operation is IAssignmentOperation));

    // A flag that is set to false says no; the false side of a test, or of a predicate, only says that it does not know better.
    private bool SaysNo(string name, IOperation value) => name != body.Name && value.ConstantValue.HasValue;
}
