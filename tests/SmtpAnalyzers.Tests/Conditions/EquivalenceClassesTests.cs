using SmtpAnalyzers.Conditions;

namespace SmtpAnalyzers.Tests.Conditions;

/// <summary>The codes that a condition does not tell apart.</summary>
public sealed class EquivalenceClassesTests
{
    [Theory]
    [InlineData("Other() & c == c", "200-599")]
    [InlineData("code == 450", "450; 200-449, 451-599")]
    [InlineData("code != 450", "200-449, 451-599; 450")]
    [InlineData("code >= 500", "500-599; 200-499")]
    [InlineData("code >= 400 & code < 500", "400-499; 200-399; 500-599")]
    [InlineData("code == 450 | code == 451", "450; 451; 200-449, 452-599")]
    [InlineData("code is 450 or 451", "450; 451; 200-449, 452-599")]
    [InlineData("new[] { 450, 451 }.Contains(code)", "450; 200-449, 452-599; 451")]
    [InlineData("code / 100 == 4", "400-499; 200-399, 500-599")]
    public void Codes_are_told_apart(string condition, string classes) =>
        Assert.Equal(classes, string.Join("; ", EquivalenceClasses.Of(ConditionOf.Source(condition).Builder.Built())));

    [Fact]
    public void Every_code_is_in_one_class()
    {
        var condition = string.Join(" | ", Enumerable.Range(0, 40).Select(static i => $"code is >= {200 + (i * 7)} and < {300 + (i * 5)}"));
        var classes = EquivalenceClasses.Of(ConditionOf.Source(condition).Builder.Built());

        Assert.Equal(Enumerable.Range(200, 400), classes.SelectMany(static one => one.Codes).Order());
        Assert.All(classes, static one => Assert.False(one.IsEmpty));
    }
}
