using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Whether a look at the text of a send decides over what becomes of the mail: its value is returned, stored under a name that says so, or
/// leads to a return, a throw, another round of a loop, an outcome. Which outcome makes no difference here, and no reply code comes to it:
/// that is what <see cref="OutcomeFinder"/> is for. To log, to display and to take a text apart is no decision.
/// </summary>
internal sealed class SendTextDecisions(MailFile file)
{
    private const int Deepest = 6;

    private readonly CallOutcomes _calls = new(file.Options.Vocabulary, file.Mail);

    private Vocabulary Vocabulary => file.Options.Vocabulary;

    public bool Decides(IOperation test) => Decides(test, Deepest);

    private bool Decides(IOperation test, int depth)
    {
        var value = test;
        while (depth > 0 && value.Parent is { } parent)
        {
            switch (parent)
            {
                case IUnaryOperation or IParenthesizedOperation or IConversionOperation or ICoalesceOperation or IConditionalAccessOperation
                    or IIsPatternOperation or IAwaitOperation:
                case IBinaryOperation:
                case IPropertyReferenceOperation { Property.Name: "Success" }:
                    break;
                case IConditionalOperation conditional when conditional.Condition == value:
                    return Says(conditional.WhenTrue, conditional) || Says(conditional.WhenFalse, conditional);
                case IConditionalOperation { Type: not null }:
                    break;
                case ILoopOperation:
                    return true;
                case IReturnOperation returned:
                    return IsBool(value) && !IsInsideQuery(returned);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                    return IsBool(value) && (IsNamed(local.Name) || file.Values.References.To(local).Any(use => Decides(use, depth - 1)));
                case ISimpleAssignmentOperation assignment when assignment.Value == value:
                    return IsBool(value) && (IsNamed(OperationFacts.NameOf(assignment.Target))
                        || (assignment.Target is ILocalReferenceOperation target
                            && file.Values.References.To(target.Local).Any(use => use.Syntax != target.Syntax && Decides(use, depth - 1))));
                case IArgumentOperation { Parameter: { } parameter }:
                    if (parent.Parent is IInvocationOperation { TargetMethod.Name: "FromResult" } completed
                        && parameter.Type.SpecialType == SpecialType.System_Boolean)
                    {
                        parent = completed;
                        break;
                    }

                    return IsBool(value) && IsNamed(parameter.Name);
                default:
                    return false;
            }

            value = parent;
        }

        return false;
    }

    // A predicate of a query picks out of the text; it is no method's answer.
    private static bool IsInsideQuery(IReturnOperation returned)
    {
        for (var parent = returned.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation lambda)
                return lambda.Parent?.Parent is IArgumentOperation
                {
                    Parent: IInvocationOperation { TargetMethod.ContainingNamespace: { Name: "Linq" } },
                };
        }

        return false;
    }

    /// <summary>Whether what happens in <paramref name="branch"/> says what becomes of the mail.</summary>
    public bool Says(IOperation? branch, IOperation test) =>
        branch is not null && branch.DescendantsAndSelf().Any(operation => operation switch
        {
            IReturnOperation { ReturnedValue: { } value } => IsBool(value) || IsVerdict(value),
            IThrowOperation => true,
            IBranchOperation jump => JumpsAround(jump, test),
            ISimpleAssignmentOperation assignment =>
                (IsBool(assignment.Value) && IsNamed(OperationFacts.NameOf(assignment.Target))) || IsVerdict(assignment.Value),
            IInvocationOperation call => !CallKinds.IsReport(call) && (_calls.Of(call).Outcome != Outcome.None
                || (!CallKinds.IsFramework(call.TargetMethod.ContainingType) && IsNamed(call.TargetMethod.Name))),
            _ => ReferenceEquals(operation, branch) && IsVerdict(operation),
        });

    // An enum member, a result named for an outcome, a word for one.
    private bool IsVerdict(IOperation value)
    {
        value = value.Unconverted();
        return value switch
        {
            IFieldReferenceOperation { Field: { IsStatic: true } field } => IsNamed(field.Name),
            IPropertyReferenceOperation { Property: { IsStatic: true } property } => IsNamed(property.Name),
            ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } } => text.Length < 40 && (IsNamed(text)
                || Vocabulary.OfText(text) != Outcome.None),
            IObjectCreationOperation creation => IsNamed(creation.Type?.Name)
                || creation.Arguments
                    .Any(argument => IsBool(argument.Value) && argument.Parameter is { } parameter && IsNamed(parameter.Name))
                || creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().Any(set => IsBool(set.Value)
                    && IsNamed(OperationFacts.NameOf(set.Target))) == true,
            IInvocationOperation { TargetMethod: { IsStatic: true } factory } call =>
                !CallKinds.IsFramework(factory.ContainingType) && IsNamed(factory.Name)
                || (factory.Name == "FromResult"
                    && call.Arguments.Length == 1
                    && (IsBool(call.Arguments[0].Value) || IsVerdict(call.Arguments[0].Value))),
            IConditionalOperation conditional =>
                IsVerdict(conditional.WhenTrue) || (conditional.WhenFalse is { } otherwise && IsVerdict(otherwise)),
            _ => false,
        };
    }

    // A bool that is called status or result is the answer itself.
    private bool IsNamed(string? name) =>
        name is not null && (name is "Status" or "status" or "Result" or "result"
            || Vocabulary.WhenTrue(name) != Outcome.None
            || Vocabulary.WhenFalse(name) != Outcome.None);

    private static bool IsBool(IOperation value) => BoolTypes.IsBool(value.Type);

    // break and continue of the loop that sends.
    private static bool JumpsAround(IBranchOperation jump, IOperation test)
    {
        for (var parent = jump.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is ISwitchOperation && jump.BranchKind == BranchKind.Break)
                return false;
            if (parent is ILoopOperation loop)
                return loop.Syntax.Span.Contains(test.Syntax.Span) && jump.BranchKind is BranchKind.Break or BranchKind.Continue;
        }

        return false;
    }
}
