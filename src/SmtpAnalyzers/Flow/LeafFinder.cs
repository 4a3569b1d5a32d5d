using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Replies;
using SmtpAnalyzers.Sources;

namespace SmtpAnalyzers.Flow;

/// <summary>Takes a condition apart into the atoms by which one reply code makes it true or false.</summary>
internal sealed class LeafFinder(Definitions definitions, ReplyResolver resolver, TestEvaluator tests)
{
    /// <summary>The atoms by which <paramref name="code"/> makes <paramref name="condition"/> come out as <paramref name="value"/>.</summary>
    public IEnumerable<Leaf> Leaves(IOperation condition, bool value, int code, FlowState state)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Leaves(not.Operand, !value, code, state);
            case IConversionOperation conversion:
                return Leaves(conversion.Operand, value, code, state);
            case IBinaryOperation
            {
                OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr
            } binary:
                var sides = new[] { binary.LeftOperand, binary.RightOperand }.Where(side => tests.Evaluate(side, state).When(value).Contains(code));
                return sides.SelectMany(side => Leaves(side, value, code, state));
            case IBinaryOperation binary when tests.Reads(binary.LeftOperand) is { } number && binary.RightOperand.Constant() is not null:
                return [Compared(number, binary.OperatorKind, binary.RightOperand, condition.Syntax, value)];
            case IBinaryOperation binary when tests.Reads(binary.RightOperand) is { } number && binary.LeftOperand.Constant() is not null:
                return [Compared(number, TestEvaluator.Mirror(binary.OperatorKind), binary.LeftOperand, condition.Syntax, value)];
            case IIsPatternOperation isPattern:
                return PatternLeaves(isPattern.Pattern, tests.Reads(isPattern.Value), resolver.PlaceOf(isPattern.Value), value, code);
            case IInvocationOperation invocation:
                return Called(invocation, value, code);
            default:
                return [new(LeafKind.Otherwise, condition.Syntax, condition.Syntax)];
        }
    }

    private IEnumerable<Leaf> PatternLeaves(IPatternOperation pattern, ReplyValue? number, Place? place, bool value, int code)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (pattern)
        {
            case INegatedPatternOperation negated:
                return PatternLeaves(negated.Pattern, number, place, !value, code);
            case IBinaryPatternOperation binary:
                var sides = new[] { binary.LeftPattern, binary.RightPattern }.Where(side => tests.Pattern(side, number, place).When(value).Contains(code));
                return sides.SelectMany(side => PatternLeaves(side, number, place, value, code));
            case IConstantPatternOperation constant when number is not null:
                return [Compared(number, BinaryOperatorKind.Equals, constant.Value, pattern.Syntax, value)];
            case IRelationalPatternOperation relational when number is not null:
                return [Compared(number, relational.OperatorKind, relational.Value, pattern.Syntax, value)];
            case IRecursivePatternOperation recursive when value && place is not null:
                return recursive.PropertySubpatterns.SelectMany(sub => PatternPlaces.Member(sub, place) is { } member
                    ? PatternLeaves(sub.Pattern, tests.NumberAt(member), member, value, code).Where(leaf => leaf.Kind != LeafKind.Otherwise)
                    : []);
            default:
                return [new(LeafKind.Otherwise, pattern.Syntax, pattern.Syntax)];
        }
    }

    private IEnumerable<Leaf> Called(IInvocationOperation invocation, bool value, int code)
    {
        var site = invocation.Syntax;
        if (value && ReplyCodeList.ContainsCall(invocation, definitions) is { Elements: { } elements } contains && tests.Reads(contains.Value) is { } number)
        {
            return elements.Where(element => number.Map(code) == element.Code)
                .Select(element => new Leaf(LeafKind.Element, element.Syntax, site));
        }

        if (value && invocation.TargetMethod.Name == "Equals" && invocation.Arguments.Length == 1)
            return [new(LeafKind.Named, invocation.Arguments[0].Value.Syntax, site)];
        return [new(value && tests.IsNamedPredicate(invocation, out _) ? LeafKind.Predicate : LeafKind.Otherwise, site, site)];
    }

    private static Leaf Compared(ReplyValue number, BinaryOperatorKind kind, IOperation constant, SyntaxNode site, bool value)
    {
        var equal = number.Map(450) == 450 ? LeafKind.Named : LeafKind.Group;
        var leaf = (kind, value) switch
        {
            (BinaryOperatorKind.Equals, true) or (BinaryOperatorKind.NotEquals, false) => equal,
            (BinaryOperatorKind.NotEquals, true) when equal == LeafKind.Group => LeafKind.Group,
            (BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual, true) => LeafKind.LowerBound,
            (BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual, false) => LeafKind.LowerBound,
            (BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual, true) => LeafKind.UpperBound,
            (BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual, false) => LeafKind.UpperBound,
            _ => LeafKind.Otherwise,
        };
        return new(leaf, leaf == LeafKind.Otherwise ? site : Label(constant.Syntax), site)
        {
            Constant = constant.Constant(),
            Codes = constant.Constant() is { } bound ? TestEvaluator.Compare(number, kind, bound).When(value) : ReplyCodeSet.Empty,
            ByFailing = !value,
        };
    }

    // A case is known by its whole label.
    private static SyntaxNode Label(SyntaxNode constant) => constant.Parent switch
    {
        CaseSwitchLabelSyntax label => label,
        ConstantPatternSyntax { Parent: CasePatternSwitchLabelSyntax { WhenClause: null } label } => label,
        _ => constant,
    };
}
