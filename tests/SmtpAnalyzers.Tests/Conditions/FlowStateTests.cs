using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Tests.Conditions;

/// <summary>What is known of codes and flags where paths part and meet.</summary>
public sealed class FlowStateTests
{
    private static readonly ReplyCodeSet Soft = ReplyCodeSet.Transient, Hard = ReplyCodeSet.Permanent;

    private static readonly FlowState AtNegative = FlowState.Start.Restrict(Soft | Hard);

    // "a" is true exactly for 4xx.
    private static readonly FlowState WithA = AtNegative.WithFlag("a", Constraint.Exactly(Soft));

    [Fact]
    public void A_flag_is_known_for_the_codes_that_are_there()
    {
        Assert.Equal(new Constraint(Soft, Hard), WithA.Flag("a"));
        Assert.Equal(new Constraint(Soft | Hard, Soft | Hard), WithA.Flag("b"));
        Assert.Equal(new Constraint(ReplyCodeSet.Of(450), ReplyCodeSet.Of(550)), WithA.Restrict(ReplyCodeSet.Of(450, 550)).Flag("a"));
    }

    [Fact]
    public void A_flag_that_can_be_anything_is_not_kept()
    {
        Assert.Empty(WithA.WithFlag("a", Constraint.Unknown).Flags);
        Assert.Single(WithA.WithFlag("a", Constraint.Always).Flags);
        Assert.Single(WithA.WithFlag("a", new(ReplyCodeSet.All, Hard)).Flags);
        Assert.Empty(WithA.Without(["a", "b"]).Flags);
        Assert.Single(WithA.Without(["b"]).Flags);
    }

    [Fact]
    public void What_changes_nothing_is_the_same_object()
    {
        Assert.Same(WithA, WithA.Restrict(ReplyCodeSet.All));
        Assert.Same(AtNegative, AtNegative.Without(["a"]));
        Assert.Same(WithA, WithA.Join(WithA));
        Assert.Same(WithA, WithA.Join(FlowState.Unreached));
        Assert.Same(WithA, FlowState.Unreached.Join(WithA));
        Assert.Same(AtNegative, AtNegative.Join(FlowState.Start.Restrict(Soft)));
    }

    [Fact]
    public void Where_paths_meet_a_flag_is_what_it_is_on_either()
    {
        var joined = WithA.Restrict(Soft).Join(AtNegative.Restrict(Hard).WithFlag("a", Constraint.Always));

        Assert.Equal(Soft | Hard, joined.Codes);
        Assert.Equal(new Constraint(Soft | Hard, ReplyCodeSet.Empty), joined.Flag("a"));
        Assert.Equal(new Constraint(Soft | Hard, Hard), WithA.Restrict(Soft).Join(AtNegative.Restrict(Hard)).Flag("a"));
        Assert.Equal(new Constraint(Soft | Hard, Hard), AtNegative.Restrict(Hard).Join(WithA.Restrict(Soft)).Flag("a"));
    }

    [Fact]
    public void A_new_reply_leaves_the_flags_what_they_were()
    {
        Assert.Equal(new Constraint(ReplyCodeSet.Positive, ReplyCodeSet.Positive), WithA.WithNewReply(ReplyCodeSet.Positive).Flag("a"));
        Assert.Equal(
            new Constraint(ReplyCodeSet.Positive, ReplyCodeSet.Empty), WithA.Restrict(Soft).WithNewReply(ReplyCodeSet.Positive).Flag("a"));
        Assert.Equal(
            new Constraint(ReplyCodeSet.Empty, ReplyCodeSet.Positive), WithA.Restrict(Hard).WithNewReply(ReplyCodeSet.Positive).Flag("a"));
        Assert.Equal(ReplyCodeSet.Positive, AtNegative.WithNewReply(ReplyCodeSet.Positive).Codes);
    }

    [Fact]
    public void States_are_the_same_if_they_say_the_same()
    {
        var other = AtNegative.WithFlag("a", Constraint.Exactly(Soft));

        Assert.True(WithA.SameAs(other));
        Assert.True(AtNegative.SameAs(FlowState.Start.Restrict(Soft | Hard)));
        Assert.False(WithA.SameAs(AtNegative));
        Assert.False(AtNegative.SameAs(WithA));
        Assert.False(WithA.SameAs(WithA.Restrict(Soft)));
        Assert.False(WithA.SameAs(AtNegative.WithFlag("b", Constraint.Exactly(Soft))));
        Assert.False(WithA.SameAs(AtNegative.WithFlag("a", Constraint.Exactly(Hard))));
        Assert.False(WithA.SameAs(AtNegative.WithFlag("a", new(Soft | Hard, Hard))));
        Assert.False(WithA.SameAs(AtNegative.WithFlag("a", new(Soft, ReplyCodeSet.Empty))));
        // What a flag is with codes that are not there does not count.
        Assert.True(WithA.Restrict(Soft).SameAs(AtNegative.Restrict(Soft).WithFlag("a", Constraint.Always)));
    }

    [Fact]
    public void The_code_alone_decides_what_is_exact()
    {
        Assert.True(Constraint.Exactly(Soft).IsExact);
        Assert.True(new Constraint(Soft | ReplyCodeSet.NoReply, ~Soft).IsExact);
        Assert.False(Constraint.Unknown.IsExact);
        Assert.False(new Constraint(ReplyCodeSet.All, Hard).IsExact);
        Assert.True(Constraint.Always.IsExact);
        Assert.True(Constraint.Never.IsExact);
    }
}
