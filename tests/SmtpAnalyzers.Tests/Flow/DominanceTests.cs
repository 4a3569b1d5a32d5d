using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpAnalyzers.Flow;

namespace SmtpAnalyzers.Tests.Flow;

/// <summary>By which side of the first condition that looks at <c>a</c> control must come to a point.</summary>
public sealed class DominanceTests
{
    [Theory]
    [InlineData("if (a) Hit(1); else Hit(2); Hit(3);", "1: true; 2: false; 3: both")]
    [InlineData("if (a) return; Hit(1);", "1: false")]
    [InlineData("while (a) Hit(1); Hit(2);", "1: true; 2: false")]
    [InlineData("do { Hit(1); } while (a); Hit(2);", "1: both; 2: false")]
    [InlineData("if (a) goto there; if (b) goto there; Hit(1); return; there: Hit(2);", "1: false; 2: both")]
    [InlineData("if (a) { if (b) Hit(1); else Hit(2); Hit(3); }", "1: true; 2: true; 3: true")]
    [InlineData("if (b) goto one; if (!a) return; one: Hit(1);", "1: both")]
    [InlineData("if (a) return; try { Try(); } catch (Exception) { Hit(1); }", "1: unreached")]
    [InlineData("if (a) goto two; one: Hit(1); if (b) return; two: Hit(2); goto one;", "1: both; 2: both")]
    [InlineData("if (a) { while (b) Try(); if (b) goto end; Mark(); end: Hit(1); }", "1: true")]
    [InlineData("if (a) { again: Hit(1); if (b) { Try(); if (b) goto again; } else Mark(); Hit(2); }", "1: true; 2: true")]
    [InlineData("if (b) { if (a) Hit(1); } else Hit(2); Hit(3);", "1: true; 2: both; 3: both")]
    [InlineData("if (a) throw new Exception(); Hit(1);", "1: false")]
    [InlineData("if (a) goto two; one: Hit(1); two: Hit(2); if (b) goto one; Hit(3);", "1: both; 2: both; 3: both")]
    public void Only_by(string statements, string expected)
    {
        var program = FlowProgram.Of(statements);
        var graph = program.Body.Graph;
        var dominance = new Dominance(graph, [graph.Blocks[0]]);
        var condition = graph.Blocks.First(static block => block.BranchValue?.Syntax.ToString() == "a");
        var (whenTrue, whenFalse) = condition.ConditionKind == ControlFlowConditionKind.WhenTrue
            ? (condition.ConditionalSuccessor, condition.FallThroughSuccessor)
            : (condition.FallThroughSuccessor, condition.ConditionalSuccessor);

        Assert.Equal(expected, program.Describe((block, _) =>
            !dominance.Reaches(block) ? "unreached"
            : dominance.OnlyBy(whenTrue, block) ? "true"
            : dominance.OnlyBy(whenFalse, block) ? "false"
            : "both"));
    }

    [Theory]
    [InlineData("Hit(1); if (a) Hit(2); Hit(3);", "1: 1 2 3; 2: 2 3; 3: 3")]
    [InlineData("while (a) { Hit(1); if (b) Hit(2); } Hit(3);", "1: 1 2 3; 2: 1 2 3; 3: 3")]
    [InlineData("if (a) { Hit(1); return; } Hit(2);", "1: 1; 2: 2")]
    public void Reaches(string statements, string expected)
    {
        var program = FlowProgram.Of(statements);
        var reachability = Reachability.Of(program.Body);

        // Asked from the last to the first and back: the answers do not depend on what was asked before.
        foreach (var points in new[] { Enumerable.Range(1, 3), Enumerable.Range(1, 3).Reverse() })
        {
            var known = points.Where(point => statements.Contains($"Hit({point})", StringComparison.Ordinal)).ToList();
            Assert.Equal(expected, program.Describe((block, _) =>
                string.Join(" ", known.Where(point => reachability.Reaches(block, program.Point(point).Block)).Order())));
        }
    }

    [Theory]
    [InlineData("Hit(1); if (a) Try(); Hit(2);", true)]
    [InlineData("while (a) { if (b) Hit(2); else Hit(1); }", false)]
    [InlineData("if (a) Hit(1); else Hit(2);", false)]
    [InlineData("while (a) { Hit(1); if (b) continue; Hit(2); }", true)]
    [InlineData("while (a) { Hit(2); if (b) continue; Hit(1); }", false)]
    [InlineData("if (a) { Hit(1); return; } Hit(2);", false)]
    [InlineData("Hit(1); Hit(2);", false)]
    [InlineData("while (a) { Hit(1); if (b) Try(); } Hit(2);", false)]
    [InlineData("Hit(1); while (a) { if (b) Hit(2); }", true)]
    [InlineData("Hit(1); if (a) { if (b) Try(); else Mark(); } else Try(); if (b) return; Hit(2);", true)]
    public void Leads_on_in_one_round(string statements, bool expected)
    {
        var program = FlowProgram.Of(statements);

        Assert.Equal(expected, Reachability.LeadsOnTo(program.Point(1).Block, program.Point(2).Block));
    }

    [Fact]
    public void Reaches_in_a_long_method()
    {
        var body = FlowProgram.Of(string.Concat(Enumerable.Repeat("if (a) { Try(); if (b) return; } ", 50))).Body;
        var blocks = body.Graph.Blocks;

        Assert.InRange(blocks.Length, 100, 1000);
        Assert.All(blocks, from =>
        {
            var later = Later(from);
            // From the last to the first: a search goes on from where the one before has ended.
            Assert.All(blocks.Reverse(), to => Assert.Equal(later.Contains(to), Reachability.Of(body).Reaches(from, to)));
        });

        static HashSet<BasicBlock> Later(BasicBlock from)
        {
            var found = new HashSet<BasicBlock>();
            var pending = new Stack<BasicBlock?>([from]);
            while (pending.TryPop(out var block))
            {
                if (block is null || !found.Add(block))
                    continue;
                pending.Push(block.ConditionalSuccessor?.Destination);
                pending.Push(block.FallThroughSuccessor?.Destination);
            }

            return found;
        }
    }

    [Fact]
    public void Control_starts_where_it_is_said_to_start()
    {
        var program = FlowProgram.Of("while (a) { Hit(1); if (b) Hit(2); } Hit(3);");
        var graph = program.Body.Graph;
        var (one, two, three) = (program.Point(1).Block, program.Point(2).Block, program.Point(3).Block);
        var loop = graph.Blocks.First(static block => block.BranchValue?.Syntax.ToString() == "a");
        var into = new[] { loop.FallThroughSuccessor, loop.ConditionalSuccessor }.First(way => way?.Destination == one);
        var inner = new[] { one.FallThroughSuccessor, one.ConditionalSuccessor }.First(way => way?.Destination == two);
        var (atStart, inLoop) = (new Dominance(graph, [graph.Blocks[0]]), new Dominance(graph, [one]));
        var atBoth = new Dominance(graph, [one, three]);

        Assert.True(atStart.OnlyBy(into, one));
        Assert.False(inLoop.OnlyBy(into, one));
        Assert.False(inLoop.Reaches(graph.Blocks[0]));
        Assert.True(inLoop.OnlyBy(into, graph.Blocks[0]));
        Assert.True(inLoop.OnlyBy(inner, two));
        Assert.True(atStart.OnlyBy(graph.Blocks[^2].FallThroughSuccessor, graph.Blocks[^1]));
        Assert.False(atBoth.OnlyBy(into, three));
        Assert.False(atStart.OnlyBy(way: null, one));
    }

    [Fact]
    public void A_worklist_holds_any_node()
    {
        foreach (var count in new[] { 1, 63, 64, 65, 128, 200 })
        {
            var worklist = new Worklist(count);
            for (var node = 0; node < count; node++)
            {
                worklist.Add(node);
                Assert.Equal((node, -1), (worklist.TakeFirst(), worklist.TakeFirst()));
                worklist.Add(node);
                Assert.Equal((node, -1), (worklist.TakeLast(), worklist.TakeLast()));
            }
        }
    }

    [Fact]
    public void A_worklist_gives_each_node_once_and_in_order()
    {
        var worklist = new Worklist(200);
        foreach (var node in new[] { 150, 3, 64, 3, 63 })
            worklist.Add(node);

        Assert.Equal([3, 150, 63, 64, -1],
            [worklist.TakeFirst(), worklist.TakeLast(), worklist.TakeFirst(), worklist.TakeLast(), worklist.TakeFirst()]);
    }
}
