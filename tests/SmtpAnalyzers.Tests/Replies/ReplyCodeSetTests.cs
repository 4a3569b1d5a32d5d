using SmtpAnalyzers.Replies;

namespace SmtpAnalyzers.Tests.Replies;

public sealed class ReplyCodeSetTests
{
    [Fact]
    public void Complement_leaves_out_exactly_the_members() =>
        Assert.Equal(ReplyCodeSet.All, ~ReplyCodeSet.Of(-1, 450, 5000) | ReplyCodeSet.Of(-1, 450, 5000));
}
