using SmtpAnalyzers.Options;

namespace SmtpAnalyzers.Tests.Options;

public sealed class OptionTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("park it", "park it")]
    [InlineData("ParkIt|hold_back , -throttle", "ParkIt/hold_back/-throttle")]
    [InlineData(" | a,, ", "a")]
    [InlineData("稍后重试|Reenfileirar|Rejeição", "稍后重试/Reenfileirar/Rejeição")]
    [InlineData("-", null)]
    [InlineData("42", null)]
    [InlineData("park; hold", null)]
    [InlineData("Mail.Park", null)]
    [InlineData("good|*", null)]
    public void Names(string text, string? names) =>
        Assert.Equal(names, OptionText.Names(text) is { } read ? string.Join('/', read) : null);

    [Theory]
    [InlineData("", "")]
    [InlineData("552", "552")]
    [InlineData("450|552, 451", "450-451, 552")]
    [InlineData("200|599", "200, 599")]
    [InlineData("199", null)]
    [InlineData("600", null)]
    [InlineData("-552", null)]
    [InlineData("0x1F4", null)]
    [InlineData("55x", null)]
    [InlineData("450-452", null)]
    [InlineData("450 451", null)]
    [InlineData("99999999999999999999", null)]
    public void Codes(string text, string? codes) => Assert.Equal(codes, OptionText.Codes(text)?.ToString());

    [Theory]
    [InlineData("", "")]
    [InlineData("P:Acme.Session.LastReply", "P:Acme.Session.LastReply")]
    [InlineData("F:A.B | T:A.Code", "F:A.B/T:A.Code")]
    [InlineData("M:A.B.Read(System.String,System.Int32)", "M:A.B.Read(System.String,System.Int32)")]
    [InlineData("M:A.B.Read(System.String, System.Int32)", "M:A.B.Read(System.String,System.Int32)")]
    [InlineData("P:A.B,P:A.C", null)]
    [InlineData("P:A.B P:A.C", null)]
    [InlineData("Acme.Session.LastReply", null)]
    [InlineData("N:Acme", null)]
    [InlineData("P:", null)]
    public void DocumentationIds(string text, string? ids) =>
        Assert.Equal(ids, OptionText.DocumentationIds(text) is { } read ? string.Join('/', read.Order(StringComparer.Ordinal)) : null);

    [Theory]
    [InlineData("00:00:10", "00:00:10")]
    [InlineData("0:05:00", "00:05:00")]
    [InlineData(" 23:59:59 ", "23:59:59")]
    [InlineData("1.12:00:00", "1.12:00:00")]
    [InlineData("", null)]
    [InlineData("10", null)]
    [InlineData("10s", null)]
    [InlineData("00:10", null)]
    [InlineData("24:00:00", null)]
    [InlineData("00:60:00", null)]
    [InlineData("-00:00:10", null)]
    public void Time(string text, string? time) => Assert.Equal(time, OptionText.Time(text)?.ToString());
}
