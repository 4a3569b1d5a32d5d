using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Tests.BadInput;

/// <summary>Code that no hand writes, but a generator or an attacker may: numbers that are no reply codes, and sizes.</summary>
public sealed class HostileCodeTests
{
    private const string Usings = "using System; using System.Linq; using MailKit.Net.Smtp;\n";

    [Theory]
    [InlineData("c == (SmtpStatusCode)42")]
    [InlineData("c == (SmtpStatusCode)(-1)")]
    [InlineData("(int)c == int.MaxValue")]
    [InlineData("(long)c == long.MinValue")]
    [InlineData("(int)c is 0 or 99 or 1000")]
    [InlineData("(int)c / 0 == 4")]
    [InlineData("(int)c / int.MinValue == 4")]
    [InlineData("(byte)c == 194")]
    [InlineData("c is > (SmtpStatusCode)600")]
    [InlineData("new[] { 42, -7, int.MinValue }.Contains((int)c)")]
    public async Task Number_that_is_no_reply_code(string condition) =>
        Assert.Empty(await AsItStands.AnalyzedAndFixedAsync($"{Usings}class C {{ bool IsPermanent(SmtpStatusCode c) => {condition}; }}"));

    public static readonly TheoryData<string, string> Large = new()
    {
        {
            "a switch",
            "switch ((int)c) { " + Repeat(2_000, i => $"case {i}: return {(i / 100 == 5 ? "true" : "false")}; ")
                + " default: return false; }"
        },
        { "a chain of comparisons", "return " + string.Join(" || ", Enumerable.Range(500, 5_000).Select(i => $"(int)c == {i}")) + ";" },
        { "an or-pattern", "return (int)c is " + string.Join(" or ", Enumerable.Range(500, 3_000)) + ";" },
        { "nested ifs", Repeat(500, i => $"if ((int)c > {i}) ") + "return (int)c >= 500; return false;" },
        { "nested ternaries", "return " + Repeat(500, i => $"(int)c < {i} ? false : ") + "(int)c >= 500;" },
        { "parentheses", "return " + new string('(', 1_000) + "(int)c >= 500" + new string(')', 1_000) + ";" },
        {
            "catch clauses",
            "try { M(); } " + Repeat(2_000, i => $"catch (SmtpCommandException e) when ((int)e.StatusCode == {i}) {{ }} ")
                + " return false;"
        },
        { "nested lambdas", "return " + Repeat(100, _ => "new Func<bool>(() => ") + "(int)c >= 500" + new string(')', 100) + "();" },
        { "a list", "return new[] { " + string.Join(", ", Enumerable.Range(500, 5_000)) + " }.Contains((int)c);" },
        { "switch labels", "switch ((int)c) { " + Repeat(5_000, i => $"case {500 + i}: ") + "return true; default: return false; }" },
        {
            "tries",
            Repeat(200, i => $"try {{ M(); }} catch (SmtpCommandException e) when ((int)e.StatusCode == {i}) {{ return true; }} ")
                + "return false;"
        },
        {
            "flags",
            Repeat(500, i => $"var f{i} = (int)c == {500 + i}; ")
                + "return " + string.Join(" || ", Enumerable.Range(0, 500).Select(i => $"f{i}")) + ";"
        },
        { "a flag that is added to", "var f = false; " + Repeat(1_000, i => $"f |= (int)c == {500 + i}; ") + "return f;" },
        {
            "a local function in a try in a local function",
            Repeat(50, i => $"bool F{i}() {{ try {{ ") + "return (int)c >= 500; "
                + string.Concat(Enumerable.Range(0, 50).Reverse().Select(i => $"}} finally {{ M(); }} }} return F{i}(); "))
        },
        {
            "a loop in a loop",
            Repeat(100, i => $"for (var i{i} = 0; i{i} < 9; i{i}++) ") + "if ((int)c >= 500) return true; return false;"
        },
    };

    [Theory]
    [MemberData(nameof(Large))]
    public async Task Size(string what, string statements) =>
        Assert.True(
            !(await AsItStands.AnalyzedAndFixedAsync(
                $"{Usings}class C {{ void M() {{ }} bool IsPermanent(SmtpStatusCode c) {{ {statements} }} }}")).Contains("AD0001"),
            what);

    [Fact]
    public async Task What_is_wrong_in_a_large_switch_is_found()
    {
        var sections = Repeat(1_000, i => $"case {i}: return {(i / 100 == 5 || i == 450 ? "true" : "false")}; ");

        Assert.Equal(["SMTP1001"], await AsItStands.AnalyzedAndFixedAsync(
            $"{Usings}class C {{ bool IsPermanent(SmtpStatusCode c) {{ switch ((int)c) {{ {sections} default: return false; }} }} }}"));
    }

    [Fact]
    public async Task What_is_wrong_in_a_long_chain_is_found() => Assert.Contains("SMTP1001", await AsItStands.AnalyzedAndFixedAsync(
        $"{Usings}class C {{ bool IsPermanent(SmtpStatusCode c) => "
            + string.Join(" || ", Enumerable.Range(500, 1_000).Prepend(450).Select(i => $"(int)c == {i}")) + "; }"));

    [Fact]
    public async Task What_is_wrong_under_many_ifs_is_found() => Assert.Contains("SMTP1001", await AsItStands.AnalyzedAndFixedAsync(
        $"{Usings}class C {{ bool IsPermanent(SmtpStatusCode c) {{ "
            + Repeat(300, i => $"if ((int)c > {i}) ") + " return (int)c >= 400; return false; } }"));

    private static string Repeat(int count, Func<int, string> text) => string.Concat(Enumerable.Range(0, count).Select(text));
}
