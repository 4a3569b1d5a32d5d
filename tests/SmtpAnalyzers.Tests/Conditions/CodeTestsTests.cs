using SmtpAnalyzers.Conditions;

namespace SmtpAnalyzers.Tests.Conditions;

/// <summary>
/// The tests for certain codes that a condition is made of, which a rule may call unreachable, and what a label of a switch names.
/// </summary>
public sealed class CodeTestsTests
{
    [Theory]
    [InlineData("code == 450", "code == 450: 450")]
    [InlineData("code != 450", "")]
    [InlineData("code < 500", "code < 500: -1, 200-499")]
    [InlineData("code is 450 or 451", "450: 450; 451: 451")]
    [InlineData("code is >= 400 and < 500 or 550", ">= 400 and < 500: 400-499; 550: 550")]
    [InlineData("code is not 450", "")]
    [InlineData("code is 450 or not 451", "450: 450")]
    [InlineData("code is var x", "")]
    [InlineData("n is { } known", "")]
    [InlineData("n is null", "")]
    [InlineData("ex is { StatusCode: (SmtpStatusCode)450 }", "{ StatusCode: (SmtpStatusCode)450 }: 450")]
    [InlineData("code.Equals(450)", "code.Equals(450): 450")]
    [InlineData("code >= 400 & code < 500", "")]
    [InlineData("smtpReplyCode.StartsWith(\"\")", "")]
    [InlineData("smtpReplyCode == \"busy\"", "")]
    [InlineData("IsTransient(c)", "")]
    [InlineData("Enum.IsDefined(typeof(SmtpStatusCode), c)", "")]
    [InlineData("Other()", "")]
    public void Tests_for_certain_codes_are(string condition, string tests) => Assert.Equal(tests, string.Join("; ",
        CodeTests.In(ConditionOf.Source(condition).Condition).Select(static test => $"{test.Syntax}: {ConditionOf.Text(test.Codes)}")));

    [Theory]
    [InlineData("code is 450 or 451", "450-451")]
    [InlineData("code is >= 400 and < 500", "400-499")]
    [InlineData("code is not 450", "-1, 200-449, 451-599, none")]
    [InlineData("code is var x", "")]
    [InlineData("n is SmtpStatusCode known", "")]
    public void Label_names(string pattern, string codes) =>
        Assert.Equal(codes, ConditionOf.Text(CodeTests.Named(ConditionOf.Source(pattern).Condition)));
}
