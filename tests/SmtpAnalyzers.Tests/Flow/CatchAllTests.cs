namespace SmtpAnalyzers.Tests.Flow;

/// <summary>Which handler brings a refusal, 450, to the point without a look at its reply code.</summary>
public sealed class CatchAllTests
{
    private const string Five = "(SmtpStatusCode)550", Send = "try { client.Send(mail); }";

    [Theory]
    [InlineData($"{Send} catch (SmtpCommandException) {{ Hit(1); }}", "(SmtpCommandException)")]
    [InlineData($"{Send} catch (SmtpCommandException) {{ var text = mail.Subject; Hit(1); Give(text == null); }}",
        "(SmtpCommandException)")]
    [InlineData($"{Send} catch (SmtpCommandException) when (a) {{ Hit(1); }}", "nothing")]
    [InlineData($"{Send} catch (SmtpProtocolException) {{ Hit(1); }} catch (SmtpCommandException) {{ }}", "nothing")]
    // After handlers that take replies, and that take none.
    [InlineData($"{Send} catch (SmtpCommandException) {{ Try(); }} catch (Exception) {{ Hit(1); }}", "nothing")]
    [InlineData($"{Send} catch (Refused) {{ Try(); }} catch (SmtpCommandException) {{ Hit(1); }}", "(SmtpCommandException)")]
    [InlineData($"{Send} catch (SmtpProtocolException) when (a) {{ Try(); }} catch (SmtpCommandException) {{ Hit(1); }}",
        "(SmtpCommandException)")]
    [InlineData($"{Send} catch (SmtpCommandException) when (a) {{ Try(); }} catch (SmtpCommandException) {{ Hit(1); }}", "nothing")]
    [InlineData($"{Send} catch (SmtpCommandException e) when (e.StatusCode == {Five}) {{ Try(); }} catch (Exception) {{ Hit(1); }}",
        "(Exception)")]
    [InlineData($$"""
        {{Send}}
        catch (SmtpCommandException e) when (e.StatusCode switch { {{Five}} => true, _ => false }) { Try(); }
        catch (Exception) { Hit(1); }
        """, "(Exception)")]
    // Passed on.
    [InlineData($"{Send} catch (SmtpCommandException) {{ if (a) throw; Hit(1); }}", "nothing")]
    [InlineData($"{Send} catch (SmtpCommandException) {{ if (a) Hit(1); else throw; }}", "nothing")]
    [InlineData($"{Send} catch (SmtpCommandException e) {{ Hit(1); throw e; }}", "nothing")]
    [InlineData($"{Send} catch (SmtpCommandException e) {{ Hit(1); throw new Exception(e.Message); }}", "(SmtpCommandException e)")]
    // In a handler within the handler.
    [InlineData($"{Send} catch (SmtpCommandException e) {{ try {{ Try(); }} catch (Exception f) {{ Hit(1); throw f; }} }}",
        "(SmtpCommandException e)")]
    [InlineData($"{Send} catch (SmtpCommandException) {{ {Send} catch (System.IO.IOException) {{ Hit(1); }} }}", "(SmtpCommandException)")]
    // What is no attempt of this handler's.
    [InlineData("try { Try(); } catch (SmtpCommandException) { Hit(1); }", "nothing")]
    [InlineData("try { SendAll(mail); } catch (SmtpCommandException) { Hit(1); }", "nothing")]
    [InlineData($"if (attempts > 3) return; {Send} catch (SmtpCommandException) {{ Hit(1); }}", "nothing")]
    [InlineData($"if (attempts > 3) {{ {Send} catch (SmtpCommandException) {{ Hit(1); }} }}", "nothing")]
    [InlineData($"if (attempts > 3) Try(); {Send} catch (SmtpCommandException) {{ Hit(1); }}", "(SmtpCommandException)")]
    [InlineData($"if (number > 3) return; {Send} catch (SmtpCommandException) {{ Hit(1); }}", "(SmtpCommandException)")]
    [InlineData($"{Send} catch (SmtpCommandException) {{ Hit(1); }} if (attempts > 3) Try();", "(SmtpCommandException)")]
    [InlineData($"try {{ client.Send(mail); if (attempts > 3) Try(); }} catch (SmtpCommandException) {{ Hit(1); }}",
        "(SmtpCommandException)")]
    [InlineData($"for (var i = 0; attempts > i; i++) {{ {Send} catch (SmtpCommandException) {{ Hit(1); }} }}", "(SmtpCommandException)")]
    [InlineData($"while (attempts > 3) {{ {Send} catch (SmtpCommandException) {{ Hit(1); }} }}", "(SmtpCommandException)")]
    [InlineData($"do Try(); while (attempts > 3); {Send} catch (SmtpCommandException) {{ Hit(1); }}", "(SmtpCommandException)")]
    public void Found(string statements, string expected) => Assert.Equal(expected, Text(statements, throughHelpers: false));

    [Theory]
    [InlineData("try { SendAll(mail); } catch (SmtpCommandException) { Hit(1); }", "(SmtpCommandException)")]
    [InlineData("try { Try(); } catch (SmtpCommandException) { Hit(1); }", "nothing")]
    public void Found_where_a_helper_may_send(string statements, string expected) =>
        Assert.Equal(expected, Text(statements, throughHelpers: true));

    private static string Text(string statements, bool throughHelpers)
    {
        var cause = FlowProgram.Of(statements).CatchAllAt(1, 450, throughHelpers);
        return (cause?.Atom.Syntax as Microsoft.CodeAnalysis.CSharp.Syntax.CatchClauseSyntax)?.Declaration!.ToString() ?? "nothing";
    }
}
