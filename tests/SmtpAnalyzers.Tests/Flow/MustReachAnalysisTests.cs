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
    private const string Four = "(SmtpStatusCode)450";

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
    public void Can_avoid(string statements, string expected) =>
        Assert.Equal(expected, Avoiding(statements, static _ => false));

    [Theory]
    // What is ours is taken for granted where it leads to the mark.
    [InlineData("Hit(1); if (a) Mark(); if (c == default) Try();", "1:")]
    [InlineData($"Hit(1); if (a && c == {Four}) Mark();", "1: 250 421 550 -")]
    [InlineData($"Hit(1); if (a) {{ if (c == {Four}) Mark(); }} else if (c != {Four}) Mark();", "1:")]
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
