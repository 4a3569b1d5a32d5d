using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Conditions;

/// <summary>Takes a condition apart into the atoms by which one reply code makes it true or false.</summary>
internal sealed class AtomFinder(FunctionBody body, ConditionEvaluator tests)
{
    /// <summary>The atoms by which <paramref name="code"/> makes <paramref name="condition"/> come out as <paramref name="value"/>.</summary>
    public IEnumerable<ConditionAtom> Atoms(IOperation condition, bool value, int code, FlowState state)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Atoms(not.Operand, !value, code, state);
            case IConversionOperation conversion:
                return Atoms(conversion.Operand, value, code, state);
            case IBinaryOperation
            {
                OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr
            } binary:
                var sides = new[] { binary.LeftOperand, binary.RightOperand }.Where(side => tests.Evaluate(side, state).When(value).Contains(code));
                return sides.SelectMany(side => Atoms(side, value, code, state));
            case IBinaryOperation binary when tests.Reads(binary.LeftOperand) is { } number && binary.RightOperand.ConstantNumberOrText() is not null:
                return [Compared(number, binary.OperatorKind, binary.RightOperand, condition.Syntax, value)];
            case IBinaryOperation binary when tests.Reads(binary.RightOperand) is { } number && binary.LeftOperand.ConstantNumberOrText() is not null:
                return [Compared(number, ConditionEvaluator.Mirror(binary.OperatorKind), binary.LeftOperand, condition.Syntax, value)];
            case IIsPatternOperation isPattern when PatternPaths.Tuple(body.Writes.Unwrap(isPattern.Value)) is { } tuple:
                return value ? TupleLeaves(isPattern.Pattern, tuple, code) : [new(MatchKind.Otherwise, condition.Syntax, condition.Syntax)];
            case IIsPatternOperation isPattern:
                return PatternLeaves(isPattern.Pattern, tests.Reads(isPattern.Value), body.Resolver.PlaceOf(isPattern.Value), value, code);
            case IInvocationOperation invocation:
                return Called(invocation, value, code);
            default:
                return [new(MatchKind.Otherwise, condition.Syntax, condition.Syntax)];
        }
    }

    private IEnumerable<ConditionAtom> PatternLeaves(IPatternOperation pattern, ReplyValue? number, AccessPath? place, bool value, int code)
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
            case IListPatternOperation list when value && number is not null:
                return list.Patterns.SelectMany((part, i) => ReplyTextOperations.Character(number, i) is { } character && part is not ISlicePatternOperation
                    ? PatternLeaves(part, character, place: null, value, code).Where(static atom => atom.Kind != MatchKind.Otherwise)
                    : []);
            case IRecursivePatternOperation recursive when value && place is not null:
                return PatternPaths.Subpatterns(recursive, place).SelectMany(sub => sub.Place is { } member
                    ? PatternLeaves(sub.Pattern, tests.NumberAt(member), member, value, code).Where(atom => atom.Kind != MatchKind.Otherwise)
                    : []);
            default:
                return [new(MatchKind.Otherwise, pattern.Syntax, pattern.Syntax)];
        }
    }

    private IEnumerable<ConditionAtom> TupleLeaves(IPatternOperation pattern, ITupleOperation tuple, int code) =>
        pattern is IBinaryPatternOperation binary
            ? TupleLeaves(binary.LeftPattern, tuple, code).Concat(TupleLeaves(binary.RightPattern, tuple, code))
            : (PatternPaths.Elements(pattern, tuple) ?? [])
                .Where(part => tests.Reads(part.Value) is not null && tests.Pattern(part.Pattern, part.Value).WhenTrue.Contains(code))
                .SelectMany(part => PatternLeaves(part.Pattern, tests.Reads(part.Value), body.Resolver.PlaceOf(part.Value), value: true, code))
                .DefaultIfEmpty(new(MatchKind.Otherwise, pattern.Syntax, pattern.Syntax));

    private IEnumerable<ConditionAtom> Called(IInvocationOperation invocation, bool value, int code)
    {
        var site = invocation.Syntax;
        if (value && body.Lists.Asked(invocation) is { Elements: { } elements } contains && tests.Reads(contains.Value) is { } number)
        {
            return elements.Where(element => element.Code.Equals(number.Map(code)))
                .Select(element => new ConditionAtom(MatchKind.Element, element.Syntax.SyntaxTree == site.SyntaxTree ? element.Syntax : site, site));
        }

        if (tests.ComparedWith(invocation, out var constant) is { } compared && constant?.ConstantNumberOrText() is { } bound)
        {
            var kind = compared.IsWholeCode && bound is long or string { Length: >= 3 } ? MatchKind.Named : MatchKind.Group;
            return [value ? new(kind, constant.Syntax, site) : new(MatchKind.Otherwise, site, site)];
        }

        return [new(value && tests.IsNamedPredicate(invocation, out _) ? MatchKind.Predicate : MatchKind.Otherwise, site, site)];
    }

    private static ConditionAtom Compared(ReplyValue number, BinaryOperatorKind kind, IOperation constant, SyntaxNode site, bool value)
    {
        var equal = number.IsWholeCode ? MatchKind.Named : MatchKind.Group;
        var atom = (kind, value) switch
        {
            (BinaryOperatorKind.Equals, true) or (BinaryOperatorKind.NotEquals, false) => equal,
            (BinaryOperatorKind.NotEquals, true) when equal == MatchKind.Group => MatchKind.Group,
            (BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual, true) => MatchKind.LowerBound,
            (BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual, false) => MatchKind.LowerBound,
            (BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual, true) => MatchKind.UpperBound,
            (BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual, false) => MatchKind.UpperBound,
            _ => MatchKind.Otherwise,
        };
        return new(atom, atom == MatchKind.Otherwise ? site : Label(constant.Syntax), site)
        {
            Constant = constant.Constant(),
            Codes = constant.ConstantNumberOrText() is { } bound ? ConditionEvaluator.Compare(number, kind, bound).When(value) : ReplyCodeSet.Empty,
            ByFailing = !value,
        };
    }

    /// <summary>A case is known by its whole label.</summary>
    public static SyntaxNode Label(SyntaxNode constant) => constant.Parent switch
    {
        CaseSwitchLabelSyntax label => label,
        ConstantPatternSyntax { Parent: CasePatternSwitchLabelSyntax { WhenClause: null } label } => label,
        _ => constant,
    };
}
