using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SmtpAnalyzers.Tests.Flow;

/// <summary>What a condition looks at besides the reply code.</summary>
public sealed class ExplanationsTests
{
    private const string Token = "System.Threading.CancellationToken token = default;";

    [Theory]
    [InlineData("int attempt = 0; if (attempt > 3) Hit(1);", true)]
    [InlineData("int number = 0; if (number > 3) Hit(1);", false)]
    [InlineData("int number = 0; number++; if (number > 3) Hit(1);", true)]
    [InlineData("int retry = 0; if (retry > 3) Hit(1);", true)]
    [InlineData("var retry = Ask().ToString(); if (retry == null) Hit(1);", false)]
    [InlineData("if (DateTime.UtcNow.Hour > 3) Hit(1);", true)]
    [InlineData("if (DateTime.MinValue.Hour > 3) Hit(1);", false)]
    [InlineData("System.Threading.CancellationToken token = default; if (token.IsCancellationRequested) Hit(1);", true)]
    [InlineData("System.Threading.CancellationToken token = default; if (token.CanBeCanceled) Hit(1);", false)]
    [InlineData("if (attempts > 3) Hit(1);", true)]
    [InlineData("if (tries > 3) Hit(1);", true)]
    [InlineData("if (size > 3) Hit(1);", false)]
    [InlineData("size++; if (size > 3) Hit(1);", true)]
    [InlineData("while (Ask()) { number++; if (size > 3) Hit(1); }", false)]
    [InlineData("foreach (var delay in new[] { 1, 2 }) { if (Looks(delay)) try { Try(); } catch (Exception) { } }", true)]
    [InlineData("if (number > MaxAttempts) Hit(1);", false)]
    [InlineData("if (number++ > 3) Hit(1);", true)]
    [InlineData("if (TriesOf() > 3) Hit(1);", true)]
    [InlineData("if (Ask()) Hit(1);", false)]
    [InlineData("var lastAttempt = Ask(); if (lastAttempt) Hit(1);", true)]
    [InlineData("var queueFull = Ask(); if (queueFull) Hit(1);", false)]
    [InlineData("var late = attempts > 3; if (late) Hit(1);", true)]
    [InlineData("var one = attempts > 3; var two = one; var three = two; if (three) Hit(1);", true)]
    [InlineData("var one = attempts > 3; var two = one; var three = two; var four = three; if (four) Hit(1);", false)]
    [InlineData("var other = attempts; if (other > 3) Hit(1);", true)]
    [InlineData("var other = attempts + 1.5; if (other > 3) Hit(1);", false)]
    [InlineData("foreach (var delay in new[] { 1, 2 }) { try { Try(); } catch (Exception) { } }", true)]
    [InlineData("foreach (var delay in new[] { 1.5 }) { try { Try(); } catch (Exception) { } }", true)]
    [InlineData("foreach (var delay in new[] { TimeSpan.Zero }) { try { Try(); } catch (Exception) { } }", true)]
    [InlineData("foreach (var one in new[] { mail }) { try { Try(); } catch (Exception) { } }", false)]
    [InlineData("foreach (var delay in new[] { 1, 2 }) Try();", false)]
    [InlineData("foreach (var delay in new[] { 1, 2 }) { if (a) Try(); }", false)]
    public void Counts(string statements, bool expected)
    {
        var program = FlowProgram.Of($"{statements} if (c == default) Mark();");
        var condition = program.Body.Graph.Blocks.First(static block => block.ConditionKind != ControlFlowConditionKind.None).BranchValue!;

        Assert.Equal(expected, program.Explanations.Counts(condition));
    }

    [Theory]
    [InlineData("if (x.Message == null) return; Hit(1);", true)]
    [InlineData("if (x.Message.Contains('a')) return; Hit(1);", true)]
    [InlineData("if (Looks(x)) return; Hit(1);", true)]
    [InlineData("var message = x.Message; if (message == null) return; Hit(1);", true)]
    [InlineData("if (x.StatusCode == default) return; Hit(1);", false)]
    [InlineData("if (Looks(mail)) return; Hit(1);", false)]
    [InlineData("if (mail.Subject == null) return; Hit(1);", false)]
    [InlineData("if (attempts > 3) return; Hit(1);", false)]
    [InlineData("Hit(1); if (x.Message == null) return;", false)]
    [InlineData("if (x.Data.Count == 0) return; Hit(1);", true)]
    [InlineData("if (x.ErrorCode == default) return; Hit(1);", true)]
    [InlineData("if (x.GetBaseException() == null) return; Hit(1);", true)]
    [InlineData("if (mail.ToString() == null) return; Hit(1);", false)]
    [InlineData("var same = x.StatusCode; if (x.StatusCode.ToString() == null) return; Hit(1);", false)]
    [InlineData("string text = null; text = x.Message; if (text == null) return; Hit(1);", true)]
    [InlineData("string text = mail.Subject; if (Ask()) text = x.Message; if (text == null) return; Hit(1);", false)]
    [InlineData("if ((x.Message ?? mail.Subject) == null) return; Hit(1);", true)]
    [InlineData("if (a) { if (x.Message == null) Try(); return; } Hit(1);", false)]
    [InlineData("if (a) { Hit(1); return; } if (x.Message == null) Try();", false)]
    public void Something_else_of_the_reply_is_looked_at_before(string statements, bool expected)
    {
        var program = FlowProgram.Of($"{statements} if (x.StatusCode == (SmtpStatusCode)450) Mark();");

        Assert.Equal(expected, program.Explanations.LookElsewhereBefore(program.Point(1).Block));
    }

    // The outcome is Mark(); whether 450 comes to the point by a condition that explains it.
    [Theory]
    [InlineData("if (x.Message == null) return; Hit(1); Mark();", true)]
    [InlineData("if (x.Message != null) { Hit(1); Mark(); }", true)]
    [InlineData("if (x.Message == null) Try(); Hit(1); Mark();", false)]
    [InlineData("if (x.Message == null) { Mark(); return; } Hit(1); Mark();", false)]
    [InlineData("if (a) { if (x.Message == null) return; } Hit(1); Mark();", false)]
    [InlineData("Hit(1); Mark(); if (x.Message == null) return;", false)]
    [InlineData("while (Ask()) { Hit(1); Mark(); if (x.Message == null) return; }", false)]
    [InlineData("if (number > 3) return; Hit(1); Mark();", false)]
    [InlineData("if (x.InnerException is { } inner && Looks(inner)) return; Hit(1); Mark();", false)]
    // That nobody has cancelled.
    [InlineData($"{Token} if (token.IsCancellationRequested) return; Hit(1); Mark();", false)]
    [InlineData($"{Token} if (!token.IsCancellationRequested) {{ Hit(1); Mark(); }}", false)]
    [InlineData($"{Token} if (token.IsCancellationRequested) {{ Hit(1); Mark(); }}", true, false)]
    [InlineData($"{Token} if (!token.IsCancellationRequested) return; Hit(1); Mark();", true, false)]
    [InlineData("var lastAttempt = Ask(); if (lastAttempt) { Hit(1); Mark(); }", true, false)]
    [InlineData("if (attempts > 3) { Hit(1); Mark(); }", true, false)]
    [InlineData("if (attempts < 3) return; Hit(1); Mark();", true, false)]
    // That the text lacks some words, unless these are digits.
    [InlineData("if (x.Message.Contains(\"quota\")) return; Hit(1); Mark();", true, true, false)]
    [InlineData("if (x.Message.Contains(\"quota\")) { Hit(1); Mark(); }", true)]
    [InlineData("if (x.Message.Contains(\"5.1.1\")) return; Hit(1); Mark();", true)]
    [InlineData("if (x.Message.StartsWith(\"quota\")) return; Hit(1); Mark();", true, true, false)]
    [InlineData("if (x.Message.EndsWith(\"quota\")) return; Hit(1); Mark();", true, true, false)]
    [InlineData("if (System.Text.RegularExpressions.Regex.IsMatch(x.Message, \"quota\")) return; Hit(1); Mark();", true, true, false)]
    [InlineData("if (x.Message.IndexOf(\"quota\") >= 0) return; Hit(1); Mark();", true, true, false)]
    [InlineData("if (x.Message.IndexOf(\"quota\") > -1) return; Hit(1); Mark();", true, true, false)]
    [InlineData("if (x.Message.IndexOf(\"quota\") != -1) return; Hit(1); Mark();", true, true, false)]
    [InlineData("if (x.Message.Contains(\"a.b\")) return; Hit(1); Mark();", true, true, false)]
    [InlineData("if (x.Message.Equals(\"quota\")) return; Hit(1); Mark();", true)]
    [InlineData("if (x.Message.CompareTo(\"quota\") > 0) return; Hit(1); Mark();", true)]
    [InlineData("if (Looks(x)) return; Hit(1); Mark();", true, true, false)]
    public void Explain(string statements, bool expected, bool withoutCounts = true, bool withoutAbsence = true)
    {
        var program = FlowProgram.Of($"{statements} if (x.StatusCode == (SmtpStatusCode)450) Try();");

        Assert.Equal(expected, program.Explain(1, 450, countsExplain: true, absenceExplains: true));
        Assert.Equal(expected && withoutCounts, program.Explain(1, 450, countsExplain: false, absenceExplains: true));
        Assert.Equal(expected && withoutAbsence, program.Explain(1, 450, countsExplain: true, absenceExplains: false));
    }

    // A caught exception begins where it is caught.
    [Theory]
    [InlineData("if (attempts > 3) return; try { client.Send(mail); } catch (SmtpCommandException e) { Hit(1); Mark(); }", false)]
    [InlineData("try { client.Send(mail); } catch (SmtpCommandException e) { if (attempts > 3) { Hit(1); Mark(); } }", true)]
    [InlineData($$"""
        try { client.Send(mail); }
        catch (SmtpCommandException e) when (e.StatusCode == (SmtpStatusCode)550) { if (attempts > 3) return; }
        catch (SmtpCommandException e) { Hit(1); Mark(); }
        """, false)]
    public void Explain_what_is_caught(string statements, bool expected) =>
        Assert.Equal(expected, FlowProgram.Of(statements).Explain(1, 450, countsExplain: true, absenceExplains: true));
}
