using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpAnalyzers.Flow;

namespace SmtpAnalyzers.Tests.Flow;

/// <summary>The edges that Roslyn leaves out.</summary>
public sealed class FlowGraphTests
{
    [Theory]
    [InlineData("Hit(1);", "")]
    [InlineData("try { Try(); } catch (Exception) { Hit(1); }", "Try Caught Ask, Ask Admitted Catch")]
    [InlineData("try { Try(); } catch (ArgumentException) { } catch (Exception) { }",
        "Try Caught Ask, Ask Admitted Catch, Ask Declined Ask, Ask Admitted Catch")]
    [InlineData("try { Try(); } catch (Exception) when (a) { }", "Try Caught Ask, Ask Admitted Filter")]
    [InlineData("try { Try(); } catch (Exception) when (a) { } catch { }",
        "Try Caught Ask, Ask Admitted Filter, Ask Declined Ask, Filter Rejected Ask, Ask Admitted Catch")]
    [InlineData("try { Try(); } finally { Hit(1); }", "Try IntoFinally Finally, Try IntoFinally Finally")]
    [InlineData("try { try { Try(); } catch (ArgumentException) { } } catch (Exception) { }",
        "Try Caught Ask, Try Passed Try, Ask Admitted Catch, Try Caught Ask, Ask Admitted Catch")]
    [InlineData("try { try { Try(); } finally { Hit(1); } } catch (Exception) { }",
        "Try IntoFinally Finally, Try IntoFinally Finally, Try Passed Try, Try Caught Ask, Ask Admitted Catch")]
    public void Edges(string statements, string expected) => Assert.Equal(expected, string.Join(", ",
        from node in FlowGraph.Of(FlowProgram.Of(statements).Body).Nodes
        from edge in Out(node)
        where edge.Kind != FlowEdgeKind.Branch
        select $"{Name(edge.Source)} {edge.Kind} {Name(edge.Target)}"));

    [Fact]
    public void Each_node_knows_where_control_comes_from()
    {
        var nodes = FlowGraph.Of(FlowProgram.Of("try { if (a) Try(); } catch (Exception) when (b) { } finally { Hit(1); }").Body).Nodes;

        Assert.Equal(
            nodes.SelectMany(Out).OrderBy(static edge => edge.GetHashCode()).ToList(),
            nodes.SelectMany(In).OrderBy(static edge => edge.GetHashCode()).ToList());
        Assert.Equal(Enumerable.Range(0, nodes.Count), nodes.Select(static node => node.Id));
    }

    [Fact]
    public void A_block_raises_to_the_innermost_try_around_it()
    {
        var program = FlowProgram.Of("""
            Hit(1);
            try { Hit(2); try { Hit(3); } catch (ArgumentException) { Hit(4); } }
            catch (Exception) { Hit(5); }
            """);
        var graph = FlowGraph.Of(program.Body);
        var depths = Enumerable.Range(1, 5).Select(point => graph.Of(program.Point(point).Block).Raised is { } raised ? Depth(raised) : 0);

        Assert.Equal([0, 1, 2, 1, 0], depths);
    }

    private static int Depth(FlowNode raised) => 1 + Out(raised).Count(static edge => edge.Kind == FlowEdgeKind.Passed);

    private static string Name(FlowNode node) => node switch
    {
        { IsTry: true } => "Try",
        { Block: null } => "Ask",
        _ => Kind(node.Region),
    };

    private static string Kind(ControlFlowRegion region) =>
        region.Kind is ControlFlowRegionKind.LocalLifetime && region.EnclosingRegion is { } around ? Kind(around) : $"{region.Kind}";

    private static IEnumerable<FlowEdge> Out(FlowNode node)
    {
        for (var edge = node.FirstOut; edge is not null; edge = edge.NextOut)
            yield return edge;
    }

    private static IEnumerable<FlowEdge> In(FlowNode node)
    {
        for (var edge = node.FirstIn; edge is not null; edge = edge.NextIn)
            yield return edge;
    }
}
