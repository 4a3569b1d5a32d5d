namespace SmtpAnalyzers.Tests.Flow;

/// <summary>With which of 250, 421, 450, 550 and none ("-") control comes to each point.</summary>
public sealed class ReachAnalysisTests
{
    private const string Four = "(SmtpStatusCode)450", Five = "(SmtpStatusCode)550", Closing = "(SmtpStatusCode)421";

    [Theory]
    [InlineData($"if (c == {Four}) Hit(1); else Hit(2); Hit(3);", "1: 450; 2: 250 421 550 -; 3: 250 421 450 550 -")]
    [InlineData($"if (c == {Four}) return; Hit(1);", "1: 250 421 550 -")]
    [InlineData($"while (c == {Four}) Hit(1); Hit(2);", "1: 450; 2: 250 421 550 -")]
    [InlineData($"do {{ Hit(1); }} while (c == {Four} && a); Hit(2);", "1: 250 421 450 550 -; 2: 250 421 450 550 -")]
    [InlineData($"again: Hit(1); if (c == {Four}) goto again; Hit(2);", "1: 250 421 450 550 -; 2: 250 421 550 -")]
    [InlineData($"if (c == {Four}) goto end; Hit(1); return; end: Hit(2);", "1: 250 421 550 -; 2: 450")]
    [InlineData($"var f = c == {Four}; if (a) f = false; if (f) Hit(1); else Hit(2);", "1: 450; 2: 250 421 450 550 -")]
    [InlineData($"if (c == {Four}) {{ c = Read(); Hit(1); }} else Hit(2);", "1: 250 421 450 550 -; 2: 250 421 550 -")]
    [InlineData("throw new Exception(); Hit(1);", "1: never")]
    [InlineData("return; c = Read(); Hit(1); if (c == default) Try();", "1: never")]
    // Flags that are changed, asked for again, or written in the condition that asks for them.
    [InlineData($"var f = c == {Four}; f |= c == {Five}; if (f) Hit(1); else Hit(2);", "1: 450 550; 2: 250 421 -")]
    [InlineData("var f = a; Action set = () => f = !f; if (f) return; set(); if (f) Hit(1); if (c == default) Try();",
        "1: 250 421 450 550 -")]
    [InlineData($"var f = c != {Four}; f &= c != {Five}; if (f) Hit(1); else Hit(2);", "1: 250 421 -; 2: 450 550")]
    [InlineData($"var f = c == {Four}; f ^= c == {Four}; if (f) Hit(1); else Hit(2);", "1: never; 2: 250 421 450 550 -")]
    [InlineData($"var f = Ask(); if (!f) return; if (f && c == {Four}) Hit(1); else Hit(2);", "1: 450; 2: 250 421 550 -")]
    [InlineData($"var f = Ask(); if (f) return; if (f || c == {Four}) Hit(1); else Hit(2);", "1: 450; 2: 250 421 550 -")]
    [InlineData($"var f = false; if (a && (f = c == {Four})) Hit(1); if (f) Hit(2); else Hit(3);", "1: 450; 2: 450; 3: 250 421 450 550 -")]
    [InlineData($"var f = c == {Four}; if (f && (f = a)) Hit(1); else Hit(2); if (f) Hit(3);", "1: 450; 2: 250 421 450 550 -; 3: 450")]
    [InlineData($"var f = c == {Four}; f = !f; if (f) Hit(1); else Hit(2);", "1: 250 421 550 -; 2: 450")]
    [InlineData($"var f = c == {Four}; if (a ? f : c == {Five}) Hit(1); else Hit(2);", "1: 450 550; 2: 250 421 450 550 -")]
    [InlineData($"while (a) {{ var f = c == {Four}; if (f) break; Hit(1); }} Hit(2);", "1: 250 421 550 -; 2: 250 421 450 550 -")]
    [InlineData($"var f = c == {Four}; while (a) {{ if (f) break; f = c == {Five}; }} if (f) Hit(1); else Hit(2);",
        "1: 450 550; 2: 250 421 550 -")]
    [InlineData($"if (x?.StatusCode == {Four}) Hit(1); else Hit(2);", "1: 450; 2: 250 421 550 -")]
    public void Branches(string statements, string expected) => Assert.Equal(expected, Codes($"{statements} if (c == {Five}) Mark();"));

    [Theory]
    // The code is that of the exception: nobody has one before it is caught.
    [InlineData("Hit(1); try { Hit(2); client.Send(mail); Hit(3); } catch (SmtpCommandException e) { Hit(4); } Hit(5);",
        "1: -; 2: -; 3: -; 4: 250 421 450 550; 5: 250 421 450 550 -")]
    // A filter that is false passes on to the next handler, and its code is the rest.
    [InlineData($"try {{ client.Send(mail); }} catch (SmtpCommandException e) when (e.StatusCode == {Four}) {{ Hit(1); }} "
        + "catch (SmtpCommandException) { Hit(2); } catch (Exception) { Hit(3); }", "1: 450; 2: 250 421 550; 3: -")]
    // What no handler admits leaves: it does not come behind the try.
    [InlineData($"try {{ client.Send(mail); return; }} catch (SmtpCommandException e) when (e.StatusCode == {Four}) {{ Hit(1); }} Hit(2);",
        "1: 450; 2: 450")]
    // A handler of another type takes nothing of it.
    [InlineData("try { client.Send(mail); } catch (SmtpProtocolException) { Hit(1); } catch (SmtpCommandException e) { Hit(2); }",
        "1: -; 2: 250 421 450 550")]
    // Earlier handlers of a base type leave nothing.
    // A filter that throws is false, and what is sent in a handler has another reply.
    [InlineData($"try {{ client.Send(mail); }} catch (SmtpCommandException e) when (e.StatusCode == {Four} ? true : throw e) {{ Hit(1); }} "
        + "catch (SmtpCommandException) { Hit(2); }", "1: 450; 2: 250 421 550")]
    [InlineData($"try {{ client.Send(mail); }} catch (SmtpCommandException e) {{ if (e.StatusCode == {Four}) {{ "
        + $"client.Send(mail); Hit(1); }} }}",
        "1: 450")]
    [InlineData("try { client.Send(mail); } catch (SmtpCommandException e) when (a) { Hit(1); } catch (Exception) { Hit(2); }",
        "1: 250 421 450 550; 2: 250 421 450 550 -")]
    // A new attempt settles the old one.
    [InlineData("while (true) { try { Hit(1); client.Send(mail); Hit(2); return; } "
        + $"catch (SmtpCommandException e) when (e.StatusCode == {Four}) {{ }} }}",
        "1: 450 -; 2: -")]
    [InlineData($"try {{ client.Send(mail); }} catch (SmtpCommandException e) {{ if (e.StatusCode == {Closing}) throw; Hit(1); }} Hit(2);",
        "1: 250 450 550; 2: 250 450 550 -")]
    // A step may throw with what held before it and with what holds after it.
    [InlineData($"var f = false; try {{ Try(); f = c == {Four}; Try(); }} catch (Exception) {{ if (f) Hit(1); else Hit(2); }}",
        "1: 450; 2: 250 421 450 550 -")]
    // When a flag is set that a handler asks for.
    [InlineData($"try {{ client.Send(mail); }} catch (SmtpCommandException e) when (e.StatusCode == {Four}) {{ Hit(1); }} "
        + $"catch {{ Hit(2); }}",
        "1: 450; 2: 250 421 550 -")]
    [InlineData($"try {{ client.Send(mail); }} catch (SmtpCommandException e) when (e.StatusCode == {Four}) {{ Hit(1); }} "
        + $"catch (Exception) {{ Hit(2); }} catch {{ Hit(3); }}",
        "1: 450; 2: 250 421 550 -; 3: never")]
    [InlineData($"var f = false; try {{ f = c == {Four}; throw new Exception(); }} catch (Exception) {{ if (f) Hit(1); else Hit(2); }}",
        "1: 450; 2: 250 421 450 550 -")]
    [InlineData($"var f = false; try {{ if (c == {Four}) {{ f = true; return; }} Try(); }} "
        + $"catch (Exception) {{ if (f) Hit(1); else Hit(2); }}",
        "1: never; 2: 250 421 450 550 -")]
    [InlineData($"var f = c == {Five}; try {{ f = Ask(); }} catch (Exception) {{ if (f) Hit(1); else if (c == {Four}) Hit(2); }}",
        "1: 550; 2: 450")]
    [InlineData($"var f = false; try {{ f = c == {Four}; }} catch (Exception) {{ if (f) Hit(1); else Hit(2); }}",
        "1: never; 2: 250 421 450 550 -")]
    [InlineData($"var f = false; try {{ f = c == {Four}; Try(); }} catch (Exception) {{ if (f) Hit(1); else Hit(2); }}",
        "1: 450; 2: 250 421 450 550 -")]
    [InlineData($"var f = false; try {{ Try(); f = c == {Four}; }} catch (Exception) {{ if (f) Hit(1); else Hit(2); }}",
        "1: never; 2: 250 421 450 550 -")]
    [InlineData($"var f = false; try {{ if (f = c == {Four}) Try(); }} catch (Exception) {{ if (f) Hit(1); else Hit(2); }}",
        "1: 450; 2: 250 421 450 550 -")]
    [InlineData($"var f = false; try {{ Set(ref f); }} catch (Exception) {{ if (f) Hit(1); else if (c == {Four}) Hit(2); }}",
        "1: 250 421 450 550 -; 2: 450")]
    [InlineData($"var f = true; try {{ f = Ask() && c == {Four}; }} catch (Exception) {{ if (f) Hit(1); else Hit(2); }}",
        "1: 250 421 450 550 -; 2: never")]
    [InlineData($"var done = false; try {{ client.Send(mail); done = true; }} "
        + $"catch (SmtpCommandException e) {{ if (done) Hit(1); else if (e.StatusCode == {Four}) Hit(2); }} Hit(3);",
        "1: never; 2: 450; 3: 250 421 450 550 -")]
    [InlineData($"var done = false; try {{ client.Send(mail); Hit(1); done = true; client.Send(mail); Hit(2); }} "
        + $"catch (SmtpCommandException e) when (e.StatusCode == {Four}) {{ if (done) Hit(3); else Hit(4); }}",
        "1: -; 2: -; 3: 450; 4: 450")]
    [InlineData($"try {{ using (client) {{ client.Send(mail); }} }} "
        + $"catch (SmtpCommandException e) {{ if (e.StatusCode == {Four}) return; Hit(1); }} Hit(2);",
        "1: 250 421 550; 2: 250 421 550 -")]
    [InlineData($"var f = false; try {{ if (f = c == {Four}) return; }} catch (Exception) {{ if (f) Hit(1); else Hit(2); }}",
        "1: 450; 2: 250 421 450 550 -")]
    [InlineData($"var f = false; try {{ try {{ Try(); }} catch (Exception) {{ f = c == {Four}; throw; }} }} "
        + "catch (Exception) { if (f) Hit(1); else Hit(2); }", "1: 450; 2: 250 421 450 550 -")]
    // The end of a using hardly ever throws.
    [InlineData("var sent = false; try { using (client) { client.Send(mail); sent = true; } } "
        + "catch (SmtpCommandException e) { if (sent) Hit(1); else if (e.StatusCode == default) Hit(2); else Hit(3); }",
        "1: never; 2:; 3: 250 421 450 550")]
    [InlineData("var sent = false; try { try { client.Send(mail); sent = true; } finally { Try(); } } "
        + "catch (SmtpCommandException e) { if (sent) Hit(1); else if (e.StatusCode == default) Hit(2); else Hit(3); }",
        "1: 250 421 450 550; 2:; 3: 250 421 450 550")]
    public void Exceptions(string statements, string expected) => Assert.Equal(expected, Codes(statements));

    [Theory]
    // Each way out of a try goes on with its own codes, although all run the finally.
    [InlineData($"try {{ if (c == {Four}) return; Hit(1); }} finally {{ Hit(2); }} Hit(3);",
        "1: 250 421 550 -; 2: 250 421 450 550 -; 3: 250 421 550 -")]
    [InlineData($"try {{ try {{ if (c == {Four}) return; }} finally {{ Hit(1); }} }} finally {{ Hit(2); }} Hit(3);",
        "1: 250 421 450 550 -; 2: 250 421 450 550 -; 3: 250 421 550 -")]
    // An exception runs it, too.
    [InlineData($"if (c != {Four}) return; try {{ Try(); }} finally {{ Hit(1); }} Hit(2);", "1: 450; 2: 450")]
    [InlineData($"if (c == {Four}) return; try {{ throw new Exception(); }} finally {{ Hit(1); }}", "1: 250 421 550 -")]
    [InlineData("var f = false; try { if (f) goto end; } finally { c = Read(); } return; end: Hit(1); if (c == default) Try();",
        "1: never")]
    // A finally that reads another reply leaves nothing of what was known.
    [InlineData($"if (c != {Four}) return; try {{ Try(); Hit(1); }} finally {{ c = Read(); }} Hit(2);", "1: 450; 2: 250 421 450 550 -")]
    [InlineData($"while (a) {{ try {{ if (c == {Four}) break; if (c == {Five}) continue; Hit(1); }} finally {{ Hit(2); }} }} Hit(3);",
        "1: 250 421 -; 2: 250 421 450 550 -; 3: 250 421 450 550 -")]
    public void Finally(string statements, string expected) => Assert.Equal(expected, Codes(statements));

    [Theory]
    // Whatever the inner handler does may throw in its turn.
    [InlineData("try { try { client.Send(mail); } catch (SmtpCommandException e) { if (e.StatusCode == (SmtpStatusCode)450) Hit(1); } } "
        + "catch (Exception) { Hit(2); }", "1: 450; 2: 250 421 450 550 -")]
    [InlineData("try { client.Send(mail); } catch (SmtpCommandException e) { try { Try(); Hit(1); } "
        + "catch (Exception) { Hit(2); } } Hit(3);",
        "1: 250 421 450 550; 2: 250 421 450 550; 3: 250 421 450 550 -")]
    public void Nested(string statements, string expected) => Assert.Equal(expected, Codes(statements));

    private static string Codes(string statements)
    {
        var program = FlowProgram.Of(statements);
        return program.Describe((block, step) => FlowProgram.Text(program.Reach.Before(block, step).Codes));
    }
}
