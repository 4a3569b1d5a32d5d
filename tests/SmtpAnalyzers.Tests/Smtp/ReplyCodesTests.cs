using SmtpAnalyzers.Smtp;
using MailKitStatus = MailKit.Net.Smtp.SmtpStatusCode;
using SmtpServerCode = SmtpServer.Protocol.SmtpReplyCode;
using SystemStatus = System.Net.Mail.SmtpStatusCode;

namespace SmtpAnalyzers.Tests.Smtp;

/// <summary>The catalogue against the three real enums, both ways.</summary>
public sealed class ReplyCodesTests
{
    [Fact]
    public void MailKit_and_the_catalogue_name_the_same_codes() =>
        Assert.Equal(Members<MailKitStatus>(), Named(reply => reply.MailKit));

    [Fact]
    public void SystemNetMail_and_the_catalogue_name_the_same_codes_but_for_the_one_that_is_no_reply() =>
        Assert.Equal(
            Members<SystemStatus>().Where(member => member != (nameof(SystemStatus.GeneralFailure), -1)),
            Named(reply => reply.SystemNetMail));

    // It has codes that no standard defines, too; docs/reply-codes.md lists them.
    [Fact]
    public void SmtpServer_and_the_catalogue_agree_on_the_standard_codes() => Assert.Equal(
        Members<SmtpServerCode>().Where(member => ReplyCodes.Find(member.Item2) is not null),
        Named(reply => reply.SmtpServer));

    [Fact]
    public void Codes_ascend_and_are_found()
    {
        Assert.Equal(ReplyCodes.All.Select(reply => reply.Code).Distinct().Order(), ReplyCodes.All.Select(reply => reply.Code));
        Assert.All(ReplyCodes.All, reply => Assert.Same(reply, ReplyCodes.Find(reply.Code)));
        Assert.Null(ReplyCodes.Find(511));
    }

    [Theory]
    [InlineData(int.MinValue, ReplyClass.None)]
    [InlineData(-1, ReplyClass.None)]
    [InlineData(199, ReplyClass.None)]
    [InlineData(200, ReplyClass.PositiveCompletion)]
    [InlineData(399, ReplyClass.PositiveIntermediate)]
    [InlineData(400, ReplyClass.TransientNegative)]
    [InlineData(499, ReplyClass.TransientNegative)]
    [InlineData(500, ReplyClass.PermanentNegative)]
    [InlineData(599, ReplyClass.PermanentNegative)]
    [InlineData(600, ReplyClass.None)]
    public void The_first_digit_tells_the_class(int code, object expected) =>
        Assert.Equal((ReplyClass)expected, ReplyCodes.ClassOf(code));

    [Fact]
    public void Every_entry_has_its_words() =>
        Assert.All(ReplyCodes.All, reply =>
        {
            Assert.NotEqual(ReplyClass.None, reply.Class);
            Assert.All([reply.Meaning, reply.Action, reply.Source], text => Assert.False(string.IsNullOrWhiteSpace(text)));
            Assert.Matches(@"^RFC \d+ \d", reply.Source);
            Assert.DoesNotMatch(@"\.$", reply.NamingTrap ?? "");
        });

    private static IEnumerable<(string, int)> Members<TEnum>() where TEnum : struct, Enum =>
        Enum.GetNames<TEnum>().Select(name => (name, Convert.ToInt32(Enum.Parse<TEnum>(name)))).OrderBy(member => member.Item2);

    private static IEnumerable<(string, int)> Named(Func<ReplyCode, string?> name) =>
        from reply in ReplyCodes.All
        where name(reply) is not null
        select (name(reply)!, reply.Code);
}
