using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.Conditions;

/// <summary>
/// A condition as one reply code sees it: a tree that <see cref="ConditionBuilder"/> builds once. Whatever is asked of a condition is a
/// fold over it: <see cref="Evaluate"/>, <see cref="Blame"/>, <see cref="CodeTests"/>, <see cref="EquivalenceClasses"/>.
/// </summary>
/// <param name="syntax">The expression or pattern.</param>
/// <param name="constant">The codes with which it may be true and false; null where that depends on a bool variable.</param>
internal abstract class Condition(SyntaxNode syntax, Constraint? constant)
{
    public SyntaxNode Syntax => syntax;

    /// <summary>The codes with which it may be true and false, whatever the bool variables hold; null where one of them decides.</summary>
    public Constraint? Constant => constant;

    /// <summary>The conditions it is made of.</summary>
    public virtual ImmutableArray<Condition> Parts => ImmutableArray<Condition>.Empty;

    /// <summary>The codes with which it may be true and false under the bool variables of <paramref name="state"/>.</summary>
    public Constraint Evaluate(FlowState state)
    {
        if (constant is { } known)
            return known;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return Under(state);
    }

    /// <summary>
    /// How it lets a code through by being <paramref name="value"/>, as a whole: unless it is an atom, it only did not stop it.
    /// </summary>
    public virtual ConditionAtom Passed(bool value) => new(MatchKind.Otherwise, Syntax, Syntax);

    protected abstract Constraint Under(FlowState state);

    /// <summary>The opposite, seen through a negation that is there already.</summary>
    public Condition Negated() => this is Not not ? not.Operand : new Not(this);

    /// <summary>A test that is not divided further, or a condition of which nothing is known.</summary>
    internal sealed class Atom(SyntaxNode syntax, Constraint constraint) : Condition(syntax, constraint)
    {
        /// <summary>How it lets a code through by being true.</summary>
        public MatchKind WhenTrue { get; init; } = MatchKind.Otherwise;

        /// <summary>How it lets a code through by being false.</summary>
        public MatchKind WhenFalse { get; init; } = MatchKind.Otherwise;

        /// <summary>The smallest syntax that names or bounds the codes: the constant, the case label, the element of a list.</summary>
        public SyntaxNode Named { get; init; } = syntax;

        /// <summary>The number it compares with, if it does.</summary>
        public long? Number { get; init; }

        /// <summary>Whether it asks for certain codes: a comparison other than <c>!=</c>, or one element of a list.</summary>
        public bool AsksForCodes { get; init; }

        // The way to an outcome leads past the same atoms for each code.
        private ConditionAtom? _passedByTrue, _passedByFalse;

        public override ConditionAtom Passed(bool value) => value ? _passedByTrue ??= PassedBy(true) : _passedByFalse ??= PassedBy(false);

        private ConditionAtom PassedBy(bool value)
        {
            var kind = value ? WhenTrue : WhenFalse;
            return new(kind, kind == MatchKind.Otherwise ? Syntax : Named, Syntax)
            {
                Constant = Number,
                Codes = constraint.When(value),
                ByFailing = !value,
            };
        }

        protected override Constraint Under(FlowState state) => constraint;
    }

    /// <summary>A bool local or temporary (its <c>CaptureId</c>): it says what it was given.</summary>
    internal sealed class Flag(SyntaxNode syntax, object variable) : Condition(syntax, constant: null)
    {
        public object Variable => variable;

        protected override Constraint Under(FlowState state) => state.Flag(variable);
    }

    internal sealed class Not(Condition operand) : Condition(operand.Syntax, operand.Constant?.Not())
    {
        public Condition Operand => operand;

        public override ImmutableArray<Condition> Parts => ImmutableArray.Create(operand);

        protected override Constraint Under(FlowState state) => operand.Evaluate(state).Not();
    }

    /// <summary>
    /// All of its parts, in the order they are evaluated: <c>&amp;</c>, <c>and</c>, the parts of a property, tuple or list pattern.
    /// </summary>
    internal sealed class And(SyntaxNode syntax, ImmutableArray<Condition> parts)
        : Combination(syntax, parts, Constraint.Always, static (one, other) => one.And(other));

    /// <summary>Any of its parts, in the order they are evaluated: <c>|</c>, <c>or</c>, the elements of a list that is searched.</summary>
    internal sealed class Or(SyntaxNode syntax, ImmutableArray<Condition> parts)
        : Combination(syntax, parts, Constraint.Never, static (one, other) => one.Or(other));

    /// <summary>Parts that are joined one after another, beginning with what holds of none.</summary>
    internal abstract class Combination(
        SyntaxNode syntax, ImmutableArray<Condition> parts, Constraint none, Func<Constraint, Constraint, Constraint> join)
        : Condition(syntax, Join(parts, none, join, state: null))
    {
        public override ImmutableArray<Condition> Parts => parts;

        protected override Constraint Under(FlowState state) => Join(parts, none, join, state)!.Value;

        private static Constraint? Join(
            ImmutableArray<Condition> parts, Constraint none, Func<Constraint, Constraint, Constraint> join, FlowState? state)
        {
            var joined = none;
            foreach (var part in parts)
            {
                if ((state is null ? part.Constant : part.Evaluate(state)) is not { } one)
                    return null;
                joined = join(joined, one);
            }

            return joined;
        }
    }

    /// <summary>Either of two, and not both: <c>^</c>, and <c>!=</c> between conditions.</summary>
    internal sealed class Xor(SyntaxNode syntax, Condition left, Condition right) : Condition(syntax, Join(left.Constant, right.Constant))
    {
        public override ImmutableArray<Condition> Parts => ImmutableArray.Create(left, right);

        protected override Constraint Under(FlowState state) => left.Evaluate(state).Xor(right.Evaluate(state));

        private static Constraint? Join(Constraint? left, Constraint? right) =>
            left is { } one && right is { } other ? one.Xor(other) : null;
    }
}
