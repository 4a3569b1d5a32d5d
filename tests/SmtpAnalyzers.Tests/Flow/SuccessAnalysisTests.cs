using SmtpAnalyzers.Flow;

namespace SmtpAnalyzers.Tests.Flow;

/// <summary>Whether a send that succeeded may come round to itself.</summary>
public sealed class SuccessAnalysisTests
{
    [Theory]
    [InlineData("client.Send(mail);", false)]
    [InlineData("while (true) { client.Send(mail); }", true)]
    [InlineData("while (true) { client.Send(mail); break; }", false)]
    [InlineData("while (true) { try { client.Send(mail); return; } catch (Exception) { } }", false)]
    [InlineData("var sent = false; while (!sent) { client.Send(mail); sent = true; }", false)]
    [InlineData("var sent = false; while (!sent && a) { client.Send(mail); sent = true; }", false)]
    [InlineData("var sent = false; while (!sent) { client.Send(mail); sent = a; }", true)]
    [InlineData("var sent = false; while (sent == false) { client.Send(mail); sent = !false; }", false)]
    [InlineData("while (!field) { client.Send(mail); field = true; }", false)]
    [InlineData("while (a) { client.Send(mail); a = false; }", false)]
    [InlineData("while (a) { client.Send(mail); if (b) a = false; }", true)]
    [InlineData("var again = true; while (again) { again = false; try { client.Send(mail); } catch (Exception) { again = true; } }", false)]
    [InlineData("again: client.Send(mail); if (a) goto again;", true)]
    [InlineData("again: client.Send(mail); return; goto again;", false)]
    [InlineData("foreach (var one in many) client.Send(mail);", true)]
    // Nothing is known of how control comes to a handler.
    [InlineData("try { Try(); } catch (Exception) { client.Send(mail); }", true)]
    [InlineData("try { Try(); } catch (Exception) { var sent = false; client.Send(mail); sent = true; }", true)]
    // What a finally assigns is not taken for known before.
    [InlineData("var sent = false; while (!sent) { try { client.Send(mail); sent = true; } finally { sent = a; } }", true)]
    // Flags that are known by other ways, and those of another object, which are not.
    [InlineData("var sent = true; if (a) sent = false; while (!sent) { client.Send(mail); }", true)]
    [InlineData("var sent = false; if (a) sent = true; if (sent) return; again: client.Send(mail); if (!sent) goto again;", true)]
    [InlineData("var sent = false; while (true) { client.Send(mail); sent = true; var failed = !sent; if (!failed) break; }", false)]
    [InlineData("bool? ok = null; while (true) { client.Send(mail); ok = true; if ((bool)ok) break; }", false)]
    [InlineData("while (!Property) { client.Send(mail); Property = true; }", false)]
    [InlineData("while (!shared) { client.Send(mail); shared = true; }", false)]
    [InlineData("while (!SharedProperty) { client.Send(mail); SharedProperty = true; }", false)]
    [InlineData("var sent = false; if (a) sent = b; again: client.Send(mail); if (sent) goto again;", true)]
    [InlineData("var sent = false; while (true) { client.Send(mail); sent = true; if (sent != true) break; }", true)]
    [InlineData("while (!that.field) { client.Send(mail); that.field = true; }", true)]
    [InlineData("while (!that.Property) { client.Send(mail); that.Property = true; }", true)]
    [InlineData("while (!this.Property) { client.Send(mail); this.Property = true; }", false)]
    [InlineData("var sent = false; while (true) { client.Send(mail); sent = true; if (sent ? true : a) break; }", false)]
    [InlineData("var sent = false; while (!sent) { try { client.Send(mail); sent = true; } finally { Try(); } }", false)]
    [InlineData("while (true) { if (client.Send(mail) == null) return; }", true)]
    [InlineData("while (true) { if (client.Send(mail) == null) return; break; }", false)]
    [InlineData("bool sent; again: sent = true; client.Send(mail); if (!sent) goto again;", false)]
    [InlineData("bool sent; again: sent = false; client.Send(mail); if (!sent) goto again;", true)]
    [InlineData("var sent = true; again: client.Send(mail); if (!sent) goto again;", false)]
    [InlineData("var sent = false; again: if (a) sent = true; else sent = b; client.Send(mail); if (!sent) goto again;", true)]
    [InlineData("var sent = true; if (a) { sent = true; } again: client.Send(mail); if (!sent) goto again;", false)]
    [InlineData("var sent = true; if (a) { Try(); } else { sent = false; } again: client.Send(mail); if (!sent) goto again;", true)]
    public void Leads_back(string statements, bool expected)
    {
        var program = FlowProgram.Of(statements);
        var (send, _, _) = Assert.Single(program.Calls("Send"));

        Assert.Equal(expected, SuccessAnalysis.LeadsBack(program.Body, send, loop: null));
    }

    [Fact]
    public void Not_beyond_the_loop()
    {
        var program = FlowProgram.Of("foreach (var one in many) { while (true) { client.Send(mail); break; } }");
        var (send, _, _) = Assert.Single(program.Calls("Send"));
        var loop = send.Syntax.Ancestors().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.WhileStatementSyntax>().First();

        Assert.False(SuccessAnalysis.LeadsBack(program.Body, send, loop.Span));
        Assert.True(SuccessAnalysis.LeadsBack(program.Body, send, loop: null));
    }

    [Fact]
    public void In_the_loop()
    {
        var program = FlowProgram.Of("while (true) { client.Send(mail); Try(); }");
        var (send, _, _) = Assert.Single(program.Calls("Send"));
        var loop = send.Syntax.Ancestors().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.WhileStatementSyntax>().First();

        Assert.True(SuccessAnalysis.LeadsBack(program.Body, send, loop.Span));
    }
}
