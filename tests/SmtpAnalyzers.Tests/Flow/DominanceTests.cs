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
    public void Only_by(string statements, string expected)
    {
        var program = FlowProgram.Of(statements);
        var graph = program.Body.Graph;
        var dominance = new Dominance(graph, [graph.Blocks[0]]);
        var condition = graph.Blocks.First(static block => block.BranchValue?.Syntax.ToString() == "a");
        var (whenTrue, whenFalse) = condition.ConditionKind == Microsoft.CodeAnalysis.FlowAnalysis.ControlFlowConditionKind.WhenTrue
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
