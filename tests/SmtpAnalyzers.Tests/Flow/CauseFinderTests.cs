namespace SmtpAnalyzers.Tests.Flow;

/// <summary>Which test let a code come to the point, and the condition with which its decision begins.</summary>
public sealed class CauseFinderTests
{
    private const string Four = "(SmtpStatusCode)450", Five = "(SmtpStatusCode)550", Closing = "(SmtpStatusCode)421";
    private const string Fours = "(SmtpStatusCode)400", Fives = "(SmtpStatusCode)500";

    [Theory]
    [InlineData($"if (c == {Four}) Hit(1);", 450, "Named 450, from c == 450")]
    [InlineData($"if (c == {Four} || c == {Five}) Hit(1);", 550, "Named 550, from c == 450")]
    [InlineData($"if (c != {Five}) Hit(1);", 450, "Otherwise c != 550, from c != 550")]
    [InlineData($"if (c == {Five}) return; Hit(1);", 450, "Otherwise c == 550, from c == 550")]
    [InlineData($"if (c >= {Fours} && c < {Fives}) Hit(1);", 450, "UpperBound 500, from c >= 400")]
    [InlineData($"if (c >= {Fours}) {{ if (c < {Fives}) Hit(1); }}", 450, "UpperBound 500, from c < 500")]
    [InlineData($"if ((int)c / 100 == 4) Hit(1);", 450, "Group 4, from (int)c / 100 == 4")]
    [InlineData($"if ((int)c / 100 >= 4 && (int)c / 100 == 4) Hit(1);", 450, "Group 4, from (int)c / 100 >= 4")]
    [InlineData($"if (a) Try(); if (c == {Four}) Hit(1);", 450, "Named 450, from c == 450")]
    [InlineData($"if (c == {Four}) {{ if (a) Try(); Hit(1); }}", 450, "Named 450, from c == 450")]
    [InlineData($"var f = c == {Four}; if (f) Hit(1);", 450, "Named 450, from f")]
    [InlineData($"var f = c == {Four}; if (!f) return; Hit(1);", 450, "Named 450, from f")]
    [InlineData($"var f = c >= {Fours}; if (f && c < {Fives}) Hit(1);", 450, "UpperBound 500, from f")]
    [InlineData($"var f = c >= {Fours}; var g = c < {Fives}; if (f && g) Hit(1);", 450, "UpperBound 500, from f")]
    [InlineData($"var f = false; if (c == {Four}) f = true; if (f) Hit(1);", 450, "Named 450, from c == 450")]
    [InlineData($"var f = false; if (c == {Four}) f = true; if (c == {Five}) f = true; if (f) Hit(1);", 550, "Named 550, from c == 550")]
    [InlineData($"var f = c == {Four}; f |= c == {Five}; if (f) Hit(1);", 550, "Named 550, from f")]
    [InlineData($"var f = c != {Four}; f &= c != {Five}; if (f) Hit(1);", 421, "Otherwise c != 450, from f")]
    [InlineData($"var sent = false; while (!sent) {{ if (c == {Four}) {{ Hit(1); }} sent = true; }}", 450, "Named 450, from c == 450")]
    [InlineData($"var f = Ask(); if (f) {{ if (c == {Five}) return; Hit(1); }}", 450, "Otherwise c == 550, from c == 550")]
    [InlineData($"if (c == {Five}) return; if (c == {Closing}) return; Hit(1);", 450, "Otherwise c == 421, from c == 550")]
    [InlineData($"if (c == {Five}) {{ Try(); }} else if (c == {Closing}) {{ Try(); }} else Hit(1);", 450,
        "Otherwise c == 421, from c == 550")]
    [InlineData($"switch (c) {{ case {Four}: case {Five}: Hit(1); break; default: Try(); break; }}", 550, "Named case 550:, from 550")]
    [InlineData($"switch (c) {{ case {Four}: Try(); break; default: Hit(1); break; }}", 550, "Otherwise 450, from 450")]
    [InlineData($"if (c == {Four}) Try(); Hit(1);", 450, "nothing")]
    [InlineData($"if (c is {Four} or {Five}) {{ if (c == {Five}) return; Hit(1); }}", 450, "Named 450, from c is 450 or 550")]
    [InlineData($"if (a ? c == {Four} : c == {Five}) Hit(1);", 550, "Named 550, from c == 550")]
    [InlineData($"var f = c == {Four}; if (a ? f : c == {Five}) Hit(1);", 450, "Named 450, from a")]
    [InlineData($"try {{ client.Send(mail); }} catch (SmtpCommandException e) when (e.StatusCode == {Five}) {{ Try(); }} catch (SmtpCommandException) {{ Hit(1); }}", 450,
        "Otherwise e.StatusCode == 550, from e.StatusCode == 550")]
    [InlineData($"try {{ client.Send(mail); }} catch (SmtpCommandException e) when (e.StatusCode == {Four}) {{ Hit(1); }}", 450,
        "Named 450, from e.StatusCode == 450")]
    [InlineData($"try {{ client.Send(mail); }} catch (SmtpProtocolException e) when (a) {{ Try(); }} catch (SmtpCommandException e) when (e.StatusCode != {Five}) {{ Hit(1); }}", 450,
        "Otherwise e.StatusCode != 550, from e.StatusCode != 550")]
    [InlineData($"try {{ client.Send(mail); }} catch (SmtpCommandException e) when (e.StatusCode == {Five}) {{ Try(); }} catch (Exception) when (a) {{ Try(); }} catch {{ Hit(1); }}", 450,
        "Otherwise e.StatusCode == 550, from e.StatusCode == 550")]
    [InlineData($"Hit(1); if (c == {Four}) Try();", 450, "nothing")]
    [InlineData($"if (c >= {Fours}) {{ Try(); if (a) return; if (c >= {Fives}) return; Hit(1); }}", 450, "UpperBound 500, from c >= 500")]
    [InlineData($"if (!(c == {Five} || c == {Closing})) Hit(1);", 450, "Otherwise c == 421, from c == 550")]
    [InlineData($"if (c == {Four} && a) {{ if (b) Hit(1); }}", 450, "Named 450, from c == 450")]
    [InlineData($"if (c == {Four}) {{ if (c == {Four}) Hit(1); }}", 450, "Named 450, from c == 450")]
    [InlineData($"var f = a; if (c == {Four}) f = true; else f = b; if (f) Hit(1);", 450, "Named 450, from c == 450")]
    [InlineData($"var f = c > {Closing}; if (a) f = c == {Four}; if (f) Hit(1);", 450, "Named 450, from")]
    public void Blamed(string statements, int code, string expected)
    {
        var cause = FlowProgram.Of(statements).CauseAt(1, code);
        var begins = cause?.Block.BranchValue?.Syntax.ToString();

        Assert.Equal(expected, cause is null
            ? "nothing"
            : $"{cause.Atom.Kind} {cause.Atom.Syntax}, from {begins}".Replace("(SmtpStatusCode)", "").TrimEnd());
    }

    [Theory]
    [InlineData(true, "LowerBound 400")]
    [InlineData(false, "UpperBound 500")]
    public void Of_two_bounds(bool preferLower, string expected)
    {
        var cause = FlowProgram.Of($"if (c >= {Fours} && c < {Fives}) Hit(1);").CauseAt(1, 450, preferLower);

        Assert.Equal(expected, $"{cause!.Atom.Kind} {cause.Atom.Syntax}".Replace("(SmtpStatusCode)", ""));
    }
}
