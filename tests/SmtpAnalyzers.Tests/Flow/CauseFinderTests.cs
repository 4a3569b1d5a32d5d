using SmtpAnalyzers.Flow;

namespace SmtpAnalyzers.Tests.Flow;

/// <summary>Which test let a code come to the point, and the condition with which its decision begins.</summary>
public sealed class CauseFinderTests
{
    private const string Four = "(SmtpStatusCode)450", Five = "(SmtpStatusCode)550", Closing = "(SmtpStatusCode)421";
    private const string Fours = "(SmtpStatusCode)400", Fives = "(SmtpStatusCode)500";
    private const string Send = "try { client.Send(mail); }";
    private const string UnlessFive = $"catch (SmtpCommandException e) when (e.StatusCode == {Five}) {{ Try(); }}";

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
    [InlineData($"try {{ client.Send(mail); }} catch (SmtpCommandException e) when (e.StatusCode == {Five}) {{ Try(); }} "
        + $"catch (SmtpCommandException) {{ Hit(1); }}", 450,
        "Otherwise e.StatusCode == 550, from e.StatusCode == 550")]
    [InlineData($"try {{ client.Send(mail); }} catch (SmtpCommandException e) when (e.StatusCode == {Four}) {{ Hit(1); }}", 450,
        "Named 450, from e.StatusCode == 450")]
    [InlineData($"try {{ client.Send(mail); }} catch (SmtpProtocolException e) when (a) {{ Try(); }} "
        + $"catch (SmtpCommandException e) when (e.StatusCode != {Five}) {{ Hit(1); }}", 450,
        "Otherwise e.StatusCode != 550, from e.StatusCode != 550")]
    [InlineData($"try {{ client.Send(mail); }} catch (SmtpCommandException e) when (e.StatusCode == {Five}) {{ Try(); }} "
        + $"catch (Exception) when (a) {{ Try(); }} catch {{ Hit(1); }}", 450,
        "Otherwise e.StatusCode == 550, from e.StatusCode == 550")]
    [InlineData($"Hit(1); if (c == {Four}) Try();", 450, "nothing")]
    [InlineData($"if (c >= {Fours}) {{ Try(); if (a) return; if (c >= {Fives}) return; Hit(1); }}", 450, "UpperBound 500, from c >= 500")]
    [InlineData($"if (!(c == {Five} || c == {Closing})) Hit(1);", 450, "Otherwise c == 421, from c == 550")]
    [InlineData($"if (c == {Four} && a) {{ if (b) Hit(1); }}", 450, "Named 450, from c == 450")]
    [InlineData($"if (c == {Four}) {{ if (c == {Four}) Hit(1); }}", 450, "Named 450, from c == 450")]
    [InlineData($"var f = a; if (c == {Four}) f = true; else f = b; if (f) Hit(1);", 450, "Named 450, from c == 450")]
    [InlineData($"var f = c > {Closing}; if (a) f = c == {Four}; if (f) Hit(1);", 450, "Named 450, from")]
    // A block that several ways lead through.
    [InlineData($"if (c == {Four}) {{ Try(); if (a) Try(); else Ask(); Try(); Hit(1); }}", 450, "Named 450, from c == 450")]
    [InlineData($"if (c == {Four}) {{ while (Ask()) Try(); Hit(1); }}", 450, "Named 450, from c == 450")]
    [InlineData($"if (c == {Four}) {{ if (!(c >= {Fours} & a)) Try(); Hit(1); }}", 450, "Named 450, from c == 450")]
    // Of several tests that the code passed, the nearest; the decision begins with the first.
    [InlineData($"if (c == {Five}) return; if (!a) {{ if (c == {Closing}) return; Try(); if (b) Try(); }} Hit(1);", 450,
        "Otherwise c == 550, from c == 550")]
    [InlineData($"if (c == {Four}) {{ if (c >= {Fours}) Hit(1); }}", 450, "LowerBound 400, from c >= 400")]
    // The class says more than a bound.
    [InlineData("if ((int)c / 100 == 4 && (int)c < 460) Hit(1);", 450, "Group 4, from (int)c / 100 == 4")]
    [InlineData($"if (c >= {Fours}) Hit(1);", 450, "LowerBound 400, from c >= 400")]
    // No real reply takes the other side, or all of those come to the outcome as well.
    [InlineData("if ((int)c >= 200) Hit(1);", 450, "nothing")]
    [InlineData("if ((int)c < 200) return; Hit(1);", 450, "nothing")]
    [InlineData($"if (c == {Four}) Try(); Hit(1);", 550, "nothing")]
    // A name by which alone the code comes counts all the same.
    [InlineData($"if (c == {Four}) Hit(1); else Mark();", 450, "Named 450, from c == 450")]
    [InlineData($"if (c >= {Fours}) Hit(1); else Mark();", 450, "nothing")]
    // A flag leads to where it got its value, and else to what comes before its test.
    [InlineData($"var f = Ask(); if (c == {Five}) return; if (f) Hit(1);", 450, "Otherwise c == 550, from c == 550")]
    [InlineData($"var f = false; if (c != {Five}) f = true; if (f) Hit(1);", 450, "Otherwise c != 550, from c != 550")]
    [InlineData($"var f = true; if (c != {Five}) f = false; if (!f) Hit(1);", 450, "Otherwise c != 550, from c != 550")]
    [InlineData($"var f = true; if (c != {Five}) f = a; if (!f) Hit(1);", 450, "Otherwise c != 550, from c != 550")]
    [InlineData($"var f = c == {Four}; if (f == false) return; Hit(1);", 450, "Named 450, from f == false")]
    [InlineData($"var f = c != {Four}; if (f == false) Hit(1);", 450, "Named 450, from f == false")]
    [InlineData($"if (c == {Four}) {{ var f = c >= {Fours}; if (f == false) return; Hit(1); }}", 450, "LowerBound 400, from f == false")]
    [InlineData($"bool f; if (c == {Closing}) f = c == {Four}; else f = c != {Five}; if (f) Hit(1);", 450,
        "Otherwise c != 550, from c == 421")]
    [InlineData($"bool g; var f = (g = c == {Four}) == false; if (g) Hit(1);", 450, "Named 450, from g")]
    [InlineData($"var f = c >= {Fours}; f &= c < {Fives}; if (f) Hit(1);", 450, "UpperBound 500, from f")]
    [InlineData($"var f = c == {Five}; f ^= c == {Four}; if (f) Hit(1);", 450, "Named 450, from f")]
    [InlineData($"var f = a; while (Ask()) {{ var g = f; f = g; }} if (f && c == {Four}) Hit(1);", 450, "Named 450, from f")]
    [InlineData($"var f = c == {Four}; var g = f; while (Ask()) {{ f = g; g = f; }} if (g) Hit(1);", 450, "Named 450, from")]
    [InlineData($"var f = c >= {Fours}; if (c < {Fives} && f) Hit(1);", 450, "UpperBound 500, from c < 500")]
    [InlineData($"var f = c >= {Fours}; var h = c < {Fives} && f; if (h) Hit(1);", 450, "UpperBound 500, from c < 500")]
    [InlineData($"if (c == {Four}) {{ var f = c >= {Fours}; var h = c < {Fives} && f; if (h) Hit(1); }}", 450,
        "UpperBound 500, from c < 500")]
    [InlineData($"if (c == {Four}) {{ var f = c >= {Fours}; if (f) Hit(1); }}", 450, "LowerBound 400, from f")]
    // What was set before there was a reply says nothing of it.
    [InlineData($"var f = false; {Send} catch (SmtpCommandException e) {{ if (e.StatusCode == {Five}) return; }} if (!f) Hit(1);", 450,
        "Otherwise e.StatusCode == 550, from e.StatusCode == 550")]
    [InlineData($$"""
        var f = false; {{Send}}
        catch (SmtpCommandException e) { if (Ask()) f = true; else if (e.StatusCode == {{Five}}) return; }
        if (f == false) Hit(1);
        """, 450, "Otherwise e.StatusCode == 550, from e.StatusCode == 550")]
    [InlineData($$"""
        var f = true; {{Send}}
        catch (SmtpCommandException e) { if (Ask()) f = false; else if (e.StatusCode == {{Five}}) return; }
        if (f) Hit(1);
        """, 450, "Otherwise e.StatusCode == 550, from e.StatusCode == 550")]
    // Past the handlers before.
    [InlineData($"{Send} {UnlessFive} catch (SmtpCommandException) {{ while (Ask()) Try(); Hit(1); }}", 450,
        "Otherwise e.StatusCode == 550, from e.StatusCode == 550")]
    [InlineData($$"""
        {{Send}} {{UnlessFive}}
        catch (SmtpCommandException e) { if (e.StatusCode == {{Closing}}) return; Try(); if (a) Try(); Hit(1); }
        """, 450, "Otherwise e.StatusCode == 421, from e.StatusCode == 550")]
    [InlineData($"{Send} {UnlessFive} catch (SmtpProtocolException) {{ Try(); }} catch (SmtpCommandException) {{ Hit(1); }}", 450,
        "Otherwise e.StatusCode == 550, from e.StatusCode == 550")]
    [InlineData($"{Send} {UnlessFive} catch (SmtpProtocolException) when (a) {{ Try(); }} catch {{ Hit(1); }}", 450,
        "Otherwise e.StatusCode == 550, from e.StatusCode == 550")]
    [InlineData($"{Send} catch (SmtpCommandException e) when (e.StatusCode == {Four} & a) {{ Try(); }} catch {{ Hit(1); }}", 450,
        "Otherwise a, from e.StatusCode == 450 & a")]
    [InlineData($"{Send} catch (SmtpCommandException e) when (e.StatusCode == {Four} & a) {{ Try(); }} catch {{ if (b) Hit(1); }}", 450,
        "Otherwise a, from e.StatusCode == 450 & a")]
    public void Blamed(string statements, int code, string expected) =>
        Assert.Equal(expected, Text(FlowProgram.Of(statements).CausesAt(1)(code, false)));

    [Theory]
    [InlineData($"if (c >= {Fours} && c < {Fives}) Hit(1);", true, "LowerBound 400, from c >= 400")]
    [InlineData($"if (c >= {Fours} && c < {Fives}) Hit(1);", false, "UpperBound 500, from c >= 400")]
    [InlineData($"if (c >= {Fours} && Ask() && c < {Fives}) Hit(1);", true, "LowerBound 400, from c >= 400")]
    [InlineData($"if (c >= {Fours}) {{ if (c < {Fives}) Hit(1); }}", true, "UpperBound 500, from c < 500")]
    public void Of_two_bounds(string statements, bool preferLower, string expected) =>
        Assert.Equal(expected, Text(FlowProgram.Of(statements).CausesAt(1)(450, preferLower)));

    [Theory]
    [InlineData($"var f = c == {Four} || c == {Five}; if (f) Hit(1);", "Named 550", "Named 450")]
    [InlineData($"if (c >= {Fours} && c != {Five}) Hit(1); if (c == {Five}) Hit(1);", "nothing", "LowerBound 400")]
    [InlineData($"if (c != {Closing}) Hit(1);", "Otherwise c != 421", "Otherwise c != 421")]
    [InlineData($"if (a) Try(); if (b) Try(); if (c == {Four}) {{ if (a) return; }} Hit(1);", "Otherwise c == 450", "nothing")]
    public void What_was_found_for_one_code_says_nothing_of_the_next(string statements, string of550, string of450)
    {
        var causes = FlowProgram.Of(statements).CausesAt(1);
        var found = new[] { 450, 550, 450, 550 }.Select(code => Text(causes(code, false)).Split(", from")[0]);

        Assert.Equal([of450, of550, of450, of550], found);
    }

    private static string Text(Cause? cause) => cause is null
        ? "nothing"
        : $"{cause.Atom.Kind} {cause.Atom.Syntax}, from {cause.Block.BranchValue?.Syntax}".Replace("(SmtpStatusCode)", "").TrimEnd();
}
