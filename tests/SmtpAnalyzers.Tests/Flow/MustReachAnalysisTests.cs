using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Tests.Flow;

/// <summary>With which codes control can leave the method from each point without meeting <c>Mark()</c>.</summary>
public sealed class MustReachAnalysisTests
{
    private const string Four = "(SmtpStatusCode)450", Five = "(SmtpStatusCode)550";

    [Theory]
    [InlineData($"Hit(1); if (c == {Four}) Mark();", "1: 250 421 550 -")]
    [InlineData($"Hit(1); if (c == {Four}) {{ Hit(2); Mark(); Hit(3); }}", "1: 250 421 550 -; 2:; 3: 450")]
    [InlineData($"Hit(1); if (c == {Four}) return; Mark();", "1: 450")]
    [InlineData($"Hit(1); if (c == {Four} && a) Mark();", "1: 250 421 450 550 -")]
    [InlineData($"Hit(1); if (c == {Four}) throw new Exception(); Mark();", "1: 450")]
    [InlineData($"Hit(1); while (c == {Four}) Mark();", "1: 250 421 550 -")]
    [InlineData($"again: Hit(1); if (c == {Four}) goto again; Mark();", "1:")]
    [InlineData($"Hit(1); try {{ if (c == {Four}) return; }} finally {{ Try(); }} Mark();", "1: 450")]
    [InlineData($"Hit(1); if (a) Try(); c = Read(); if (c == {Four}) Mark();", "1: 250 421 450 550 -")]
    [InlineData($"Hit(1); if (x?.StatusCode == {Four}) return; Mark();", "1: 450")]
    [InlineData($"Hit(1); if (x?.StatusCode == {Four}) Mark();", "1: 250 421 550 -")]
    [InlineData($"Hit(1); if (x?.StatusCode != {Four}) Mark();", "1: 450")]
    [InlineData($"try {{ Hit(1); Try(); Mark(); }} catch (Exception) {{ Hit(2); }} if (c == {Four}) Try();", "1:; 2: 250 421 450 550 -")]
    [InlineData($"Hit(1); if (c == {Four}) {{ c = Read(); Mark(); }}", "1: 250 421 450 550 -")]
    [InlineData($"Hit(1); if (c == {Four}) {{ Mark(); c = Read(); }} Hit(2);", "1: 250 421 550 -; 2: 250 421 450 550 -")]
    [InlineData($"Hit(1); Mark(); Hit(2); if (c == {Four}) Mark();", "1:; 2: 250 421 550 -")]
    // What ?. is called on is taken to be there, and what is compared with null is not.
    [InlineData("Hit(1); that?.Mark(mail); if (c == default) Try();", "1:")]
    [InlineData("Hit(1); if (that != null) that.Mark(mail); if (c == default) Try();", "1: 250 421 450 550 -")]
    [InlineData("Hit(1); Looks(that?.mail ?? mail); if (that?.that == null) Mark(); if (c == default) Try();", "1: 250 421 450 550 -")]
    [InlineData($"Hit(1); if (a) {{ c = Read(); }} else Mark(); if (c == {Four}) Mark(); Mark();", "1: 250 421 450 550 -")]
    [InlineData($"Hit(1); if (c == {Four} && (c = Read()) == {Five}) Mark(); Mark();", "1: 450")]
    [InlineData($"try {{ client.Send(mail); }} catch (SmtpProtocolException e) when (a) {{ Hit(1); }} catch (SmtpCommandException e) "
        + $"{{ Hit(2); if (e.StatusCode == {Four}) Mark(); }}", "1: -; 2: 250 421 550")]
    [InlineData($"again: Hit(1); if (c == {Four}) {{ if (a) goto again; Mark(); return; }} if (b) goto again; Hit(2);",
        "1: 250 421 550 -; 2: 250 421 550 -")]
    public void Can_avoid(string statements, string expected) =>
        Assert.Equal(expected, Avoiding(statements, static _ => false));

    [Theory]
    // What is ours is taken for granted where it leads to the mark.
    [InlineData("Hit(1); if (a) Mark(); if (c == default) Try();", "1:")]
    [InlineData($"Hit(1); if (a && c == {Four}) Mark();", "1: 250 421 550 -")]
    [InlineData($"Hit(1); if (a) {{ if (c == {Four}) Mark(); }} else if (c != {Four}) Mark();", "1:")]
    [InlineData($"Hit(1); if (a) {{ if (c == {Four}) Mark(); else Try(); }} else {{ if (c == {Four}) Try(); else if (b) Mark(); }}", "1:")]
    [InlineData($"Hit(1); if (a) {{ if (c == {Four}) Mark(); }} else {{ if (c == {Four}) {{ if (Ask()) Mark(); }} else Mark(); }}", "1:")]
    [InlineData($"Hit(1); if (a) {{ if (Ask()) Mark(); }} else {{ if (c == {Four}) Mark(); }}", "1: 250 421 550 -")]
    [InlineData($"Hit(1); if (a) {{ if (c == {Four}) Mark(); }} else {{ if (Ask()) Mark(); }}", "1: 250 421 550 -")]
    [InlineData($"Hit(1); if (a) return; if (c == {Four}) return; Mark();", "1: 450")]
    [InlineData($"Hit(1); if (!a) return; if (c == {Four}) return; Mark();", "1: 450")]
    [InlineData($"Hit(1); if (c == {Five}) return; if (a) Mark(); if (c == {Four}) Try();", "1: 550")]
    [InlineData($"Hit(1); while (a) {{ if (c == {Four}) return; Mark(); }}", "1: 450")]
    [InlineData($"Hit(1); while (a) {{ if (c == {Four}) continue; Mark(); }}", "1: 450")]
    [InlineData($"Hit(1); if (a && b) Mark(); else if (c == {Four}) Mark();", "1:")]
    [InlineData($"Hit(1); if (a) {{ if (c == {Five}) Mark(); }} else {{ if (Ask()) Mark(); }}", "1: 250 421 450 -")]
    [InlineData($"Hit(1); if (a) {{ if (Ask()) Mark(); }} else {{ if (c == {Five}) Mark(); }}", "1: 250 421 450 -")]
    [InlineData($"Hit(1); if (a) Try(); else {{ if (Ask()) Mark(); }} if (c == {Four}) Mark();", "1: 250 421 550 -")]
    [InlineData($"Hit(1); if (a) {{ c = Read(); Mark(); }} else if (c == {Four}) Mark();", "1: 250 421 550 -")]
    public void Ours(string statements, string expected) =>
        Assert.Equal(expected, Avoiding(statements, static condition => condition is IParameterReferenceOperation));

    [Fact]
    public void A_filter_that_is_false_meets_the_next_handler()
    {
        var program = FlowProgram.Of(
            $"try {{ client.Send(mail); }} catch (SmtpCommandException e) when (e.StatusCode == {Four}) {{ Hit(1); }} "
            + "catch (SmtpProtocolException) { Hit(2); } catch (SmtpCommandException) { Hit(3); Mark(); }");
        var filter = program.Body.Graph.Regions(ControlFlowRegionKind.Filter).First();
        var must = Marked(program, static _ => false);

        Assert.Equal("450", FlowProgram.Text(must.CanAvoid(program.Body.Graph.Blocks[filter.FirstBlockOrdinal], 0)));
    }

    [Fact]
    public void What_stops_a_path_lets_its_codes_go()
    {
        var program = FlowProgram.Of($"Hit(1); if (c == {Four}) Try(); Mark();");
        var marks = MarksOf(program, "Mark", stopsPath: false).Concat(MarksOf(program, "Try", stopsPath: true));
        var must = new MustReachAnalysis(program.Body.Graph, program.Reach, marks, static _ => false);
        var (block, step) = program.Point(1);

        Assert.Equal("450", FlowProgram.Text(must.CanAvoid(block, step)));
        Assert.True(must.CanAvoid(block, step, 450));
        Assert.False(must.CanAvoid(block, step, 550));
    }

    // Of one block: the first that stops the path lets those go that have not met a mark before.
    [Theory]
    [InlineData($"Hit(1); Try(); Mark(); if (c == {Four}) Ask();", "250 421 450 550 -")]
    [InlineData($"Hit(1); Mark(); Try(); if (c == {Four}) Ask();", "")]
    [InlineData($"Hit(1); if (a) {{ Try(); Mark(); }} if (c == {Four}) Mark();", "250 421 550 -")]
    [InlineData($"Hit(1); if (a) {{ Mark(); Try(); }} if (c == {Four}) Mark();", "")]
    public void Where_a_path_is_stopped(string statements, string expected)
    {
        var program = FlowProgram.Of(statements);
        var marks = MarksOf(program, "Mark", stopsPath: false).Concat(MarksOf(program, "Try", stopsPath: true));
        var must = new MustReachAnalysis(
            program.Body.Graph, program.Reach, marks, static condition => condition is IParameterReferenceOperation);
        var (block, step) = program.Point(1);
        var avoiding = must.CanAvoid(block, step);

        Assert.Equal(expected, avoiding.IsEmpty ? "" : FlowProgram.Text(avoiding));
        Assert.Equal(avoiding.Contains(450), must.CanAvoid(block, step, 450));
    }

    [Fact]
    public void Only_the_marks_from_the_step_on_count()
    {
        var program = FlowProgram.Of("Mark(); Hit(1); if (c == default) Try();");
        var must = Marked(program, static _ => false);
        var (block, step) = program.Point(1);

        Assert.True(must.CanAvoid(block, step, 450));
        Assert.False(must.CanAvoid(block, 0, 450));
        Assert.True(must.CanAvoidOn(block, branch: null).IsEmpty);
    }

    [Fact]
    public void A_body_without_marks_is_solved_once()
    {
        var program = FlowProgram.Of($"Hit(1); if (c == {Four}) while (true) Try();");
        var (block, step) = program.Point(1);
        var first = Marked(program, static _ => false).CanAvoid(block, step);
        var known = program.Reach.AvoidingNoMarks;
        var marked = new MustReachAnalysis(program.Body.Graph, program.Reach, MarksOf(program, "Hit", stopsPath: false), static _ => false);

        Assert.Equal("250 421 550 -", FlowProgram.Text(first));
        Assert.Equal(first, Marked(program, static _ => false).CanAvoid(block, step));
        Assert.NotNull(known);
        Assert.Same(known, program.Reach.AvoidingNoMarks);
        Assert.True(marked.CanAvoid(block, step).IsEmpty);
    }

    private static string Avoiding(string statements, Func<IOperation, bool> isOurs)
    {
        var program = FlowProgram.Of(statements);
        var must = Marked(program, isOurs);
        return program.Describe((block, step) => must.CanAvoid(block, step) is { IsEmpty: false } codes ? FlowProgram.Text(codes) : "");
    }

    private static MustReachAnalysis Marked(FlowProgram program, Func<IOperation, bool> isOurs) =>
        new(program.Body.Graph, program.Reach, MarksOf(program, "Mark", stopsPath: false), isOurs);

    private static IEnumerable<MustReachAnalysis.Mark> MarksOf(FlowProgram program, string method, bool stopsPath) =>
        program.Calls(method).Select(at => new MustReachAnalysis.Mark(at.Block, at.Step, ReplyCodeSet.All, stopsPath));
}
