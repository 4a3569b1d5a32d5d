using System.Collections.Immutable;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Conditions;

/// <summary>
/// The knowledge about one reply code at one point of a body: the codes with which control can be there, and for each bool
/// variable with which of these it may be true or false. A variable that is not listed can be either with every code.
/// </summary>
internal sealed record FlowState(ReplyCodeSet Codes, ImmutableDictionary<object, Constraint> Flags)
{
    public static readonly FlowState Unreached = new(ReplyCodeSet.Empty, ImmutableDictionary<object, Constraint>.Empty);

    public static readonly FlowState Start = Unreached with { Codes = ReplyCodeSet.All };

    public Constraint Flag(object variable) =>
        Flags.TryGetValue(variable, out var flag) ? new(flag.WhenTrue & Codes, flag.WhenFalse & Codes) : new(Codes, Codes);

    public FlowState WithFlag(object variable, Constraint value)
    {
        var flag = new Constraint(value.WhenTrue & Codes, value.WhenFalse & Codes);
        var unknown = flag.WhenTrue.Equals(Codes) && flag.WhenFalse.Equals(Codes);
        return this with { Flags = unknown ? Flags.Remove(variable) : Flags.SetItem(variable, flag) };
    }

    public FlowState Restrict(ReplyCodeSet codes)
    {
        var restricted = Codes & codes;
        return restricted.Equals(Codes) ? this : this with { Codes = restricted };
    }

    public FlowState Without(IEnumerable<object> variables) => Flags.IsEmpty ? this : this with { Flags = Flags.RemoveRange(variables) };

    /// <summary>
    /// The state when another reply takes the place of this one: it can be any of <paramref name="codes"/>, and the bool variables are
    /// what they were.
    /// </summary>
    public FlowState WithNewReply(ReplyCodeSet codes)
    {
        if (Flags.IsEmpty)
            return new FlowState(codes, Flags);
        var flags = Flags.ToImmutableDictionary(
            static flag => flag.Key,
            flag => new Constraint(Any(flag.Value.WhenTrue & Codes), Any(flag.Value.WhenFalse & Codes)));
        return new FlowState(codes, flags);

        ReplyCodeSet Any(ReplyCodeSet set) => set.IsEmpty ? ReplyCodeSet.Empty : codes;
    }

    /// <summary>The state where two paths meet.</summary>
    public FlowState Join(FlowState other)
    {
        if (Codes.IsEmpty)
            return other;
        if (other.Codes.IsEmpty || ReferenceEquals(this, other))
            return this;
        var codes = Codes | other.Codes;
        if (Flags.IsEmpty && other.Flags.IsEmpty)
            return ReferenceEquals(codes, Codes) ? this : new FlowState(codes, Flags);
        var joined = this with { Codes = codes, Flags = ImmutableDictionary<object, Constraint>.Empty };
        foreach (var variable in Flags.Keys.Concat(other.Flags.Keys).Distinct())
        {
            var (mine, theirs) = (Flag(variable), other.Flag(variable));
            joined = joined.WithFlag(variable, new(mine.WhenTrue | theirs.WhenTrue, mine.WhenFalse | theirs.WhenFalse));
        }

        return joined;
    }

    public bool SameAs(FlowState other) =>
        Codes.Equals(other.Codes) && Flags.Count == other.Flags.Count && (Flags.IsEmpty || HasFlagsOf(other));

    private bool HasFlagsOf(FlowState other) =>
        Flags.All(flag => other.Flags.TryGetValue(flag.Key, out var theirs)
            && Flag(flag.Key).Equals(new(theirs.WhenTrue & Codes, theirs.WhenFalse & Codes)));
}
