using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Tests.Smtp;

/// <summary>The classes of a team that has decided otherwise about some codes.</summary>
public sealed class ReplyClassesTests
{
    private static readonly ReplyClasses Decided = ReplyClasses.ByFirstDigit
        .WithTransient(ReplyCodeSet.Of(250, 550)).WithTransient(ReplyCodeSet.Of(551))
        .WithPermanent(ReplyCodeSet.Of(251, 450)).WithPermanent(ReplyCodeSet.Of(451));

    [Theory]
    [InlineData(ReplyClass.TransientNegative, "250, 400-449, 452-499, 550-551")]
    [InlineData(ReplyClass.PermanentNegative, "251, 450-451, 500-549, 552-599")]
    [InlineData(ReplyClass.PositiveCompletion, "200-249, 252-299")]
    [InlineData(ReplyClass.PositiveIntermediate, "300-399")]
    public void A_decided_code_is_in_the_class_that_was_decided(object replyClass, string codes) =>
        Assert.Equal(codes, Decided.Of((ReplyClass)replyClass).ToString());

    [Fact]
    public void The_sets_have_names()
    {
        Assert.Equal(Decided.Of(ReplyClass.TransientNegative), Decided.Transient);
        Assert.Equal(Decided.Of(ReplyClass.PermanentNegative), Decided.Permanent);
        Assert.Equal("200-249, 252-399", Decided.Positive.ToString());
        Assert.Equal("250-251, 450-451, 550-551", Decided.Decided.ToString());
    }

    [Theory]
    [InlineData(true, "400-499, 550", "500-549, 551-599")]
    [InlineData(false, "400-499, 551", "500-550, 552-599")]
    public void The_last_decision_counts(bool permanentLast, string transient, string permanent)
    {
        var (both, one) = (ReplyCodeSet.Of(550, 551), ReplyCodeSet.Of(551));
        var classes = permanentLast
            ? ReplyClasses.ByFirstDigit.WithTransient(both).WithPermanent(one)
            : ReplyClasses.ByFirstDigit.WithPermanent(both).WithTransient(one);

        Assert.Equal((transient, permanent), (classes.Transient.ToString(), classes.Permanent.ToString()));
    }
}
