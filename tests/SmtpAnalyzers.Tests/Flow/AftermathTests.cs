using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpAnalyzers.Flow;

namespace SmtpAnalyzers.Tests.Flow;

/// <summary>
/// The points that control comes to after <c>if (a)</c> has come out true, or <c>Ask()</c> has returned or thrown, and whether an exception
/// then leaves the method.
/// </summary>
public sealed class AftermathTests
{
    private const string Throws = "throw new System.IO.FileNotFoundException();";

    [Theory]
    [InlineData("if (a) Hit(1); else Hit(2); Hit(3);", "1 3")]
    [InlineData("if (a) { if (b) Hit(1); else Hit(2); return; } Hit(3);", "1 2")]
    [InlineData("while (b) { if (a) Hit(1); else Hit(2); Hit(3); }", "1 3")]
    [InlineData("do { if (a) { while (b) Hit(1); continue; } Hit(2); } while (Looks(x));", "1")]
    [InlineData($"try {{ if (a) {Throws} Hit(1); }} catch (System.IO.IOException) {{ Hit(2); }} Hit(3);", "2 3")]
    [InlineData($"try {{ if (a) {Throws} }} catch (TimeoutException) {{ Hit(1); }} catch (System.IO.IOException) {{ Hit(2); }}", "2")]
    [InlineData($"try {{ if (a) {Throws} }} catch (System.IO.IOException) {{ Hit(1); }} catch (Exception) {{ Hit(2); }}", "1")]
    [InlineData($"try {{ if (a) {Throws} }} catch (System.IO.IOException) when (b) {{ Hit(1); }} catch (Exception) {{ Hit(2); }}", "1 2")]
    [InlineData($"try {{ if (a) {Throws} }} catch (Exception) {{ Hit(1); }}", "1")]
    [InlineData($"try {{ if (a) {Throws} }} catch {{ Hit(1); }}", "1")]
    [InlineData($"try {{ if (a) {Throws} }} catch (TimeoutException) {{ Hit(1); }}", "escapes")]
    [InlineData($"try {{ try {{ if (a) {Throws} }} finally {{ Try(); }} }} catch (Exception) {{ Hit(1); }}", "1")]
    [InlineData($"try {{ try {{ if (a) {Throws} }} catch (TimeoutException) {{ Hit(1); }} }} catch (Exception) {{ Hit(2); }}", "2")]
    // It may be of a derived type.
    [InlineData("try { if (a) throw y; } catch (TimeoutException) { Hit(1); } catch (Exception) { Hit(2); }", "1 2")]
    [InlineData("try { if (a) throw y; } catch (TimeoutException) { Hit(1); }", "1 escapes")]
    [InlineData($"try {{ if (a) {Throws} }} catch (System.IO.IOException) {{ Hit(1); throw; }}", "1 escapes")]
    [InlineData($"try {{ try {{ if (a) {Throws} }} catch (System.IO.IOException) {{ throw; }} }} catch (TimeoutException) {{ Hit(1); }}",
        "1 escapes")]
    [InlineData($"try {{ try {{ if (a) {Throws} }} catch (System.IO.IOException) {{ throw; }} }} catch (Exception) {{ Hit(1); }}", "1")]
    [InlineData($"try {{ try {{ if (a) {Throws} }} catch (System.IO.IOException) {{ throw; }} }} catch {{ Hit(1); }}", "1")]
    [InlineData("try { if (a) Looks(b switch { true => a, false => b }); Hit(1); } catch (Exception) { Hit(2); }", "1")]
    public void After_a_test(string statements, string expected) => Assert.Equal(expected, Text(statements, static (program, graph) =>
    {
        var decision = graph.Blocks.First(static block => block.BranchValue?.Syntax.ToString() is "a");
        return Aftermath.Of(graph, decision, decision.ConditionKind == ControlFlowConditionKind.WhenTrue
            ? decision.ConditionalSuccessor
            : decision.FallThroughSuccessor);
    }));

    [Theory]
    [InlineData("try { Hit(1); Ask(); Hit(2); } catch (TimeoutException) { Hit(3); } catch (SmtpCommandException) { Hit(4); }", "4")]
    [InlineData("try { Ask(); } catch (SmtpCommandException) when (b) { Hit(1); } catch (Exception) { Hit(2); } Hit(3);", "1 2 3")]
    [InlineData("Ask(); Hit(1);", "escapes")]
    public void After_a_throw(string statements, string expected) => Assert.Equal(expected, Text(statements, static (program, graph) =>
        Aftermath.OfThrow(
            graph, program.Calls("Ask").Single().Block,
            program.Body.Method!.Parameters.Single(static parameter => parameter.Name == "x").Type)));

    [Theory]
    [InlineData("try { Ask(); Hit(1); } catch (TimeoutException) { Hit(2); } Hit(3);", "1 3")]
    [InlineData("Ask(); if (b) return; Hit(1);", "1")]
    public void After_success(string statements, string expected) => Assert.Equal(expected, Text(statements, static (program, graph) =>
        Aftermath.OfSuccess(graph, program.Calls("Ask").Single().Block)));

    private static string Text(string statements, Func<FlowProgram, ControlFlowGraph, Aftermath> of)
    {
        var program = FlowProgram.Of($"{statements} if (c == default) Try();");
        var after = of(program, program.Body.Graph);
        var points = program.Calls("Hit").Where(at => after.Blocks.Contains(at.Block))
            .Select(static at => at.Call.Arguments[0].Value.ConstantValue.Value!.ToString()!).Distinct().Order();
        return string.Join(' ', points.Concat(after.Escapes ? ["escapes"] : []));
    }
}
