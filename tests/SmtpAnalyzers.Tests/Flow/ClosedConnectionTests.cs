using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Tests.Flow;

/// <summary>Which points can be reached from the handler with 421 and the client closed: a point sends, <c>Mark()</c> connects.</summary>
public sealed class ClosedConnectionTests
{
    [Theory]
    [InlineData("Hit(1);", "1")]
    [InlineData("Mark(); Hit(1);", "")]
    [InlineData("if (a) Mark(); Hit(1);", "1")]
    [InlineData("if (a) Hit(1); else Hit(2); Hit(3);", "1 2")]
    [InlineData("Hit(1); Hit(2);", "1")]
    [InlineData("if (e.StatusCode == (SmtpStatusCode)421) Hit(1); else Hit(2);", "1")]
    [InlineData("if (e.StatusCode != (SmtpStatusCode)421) Mark(); Hit(1);", "1")]
    [InlineData("while (a) { Mark(); } Hit(1);", "1")]
    [InlineData("try { Try(); } finally { Mark(); } Hit(1);", "")]
    [InlineData("try { if (a) return; Hit(1); } finally { Try(); } Hit(2);", "1")]
    [InlineData("return; Hit(1);", "")]
    [InlineData("try { Try(); } catch (Exception) { Hit(1); }", "")]
    [InlineData("if (e.StatusCode == (SmtpStatusCode)421) return; Hit(1);", "")]
    [InlineData("if (e.StatusCode != (SmtpStatusCode)421) Hit(1); else Hit(2);", "2")]
    [InlineData("try { Try(); } finally { Try(); } Hit(1);", "1")]
    [InlineData("if (a) { Mark(); } else { Try(); } Hit(1); Hit(2);", "1")]
    [InlineData("while (a) { Try(); } Hit(1);", "1")]
    [InlineData("Mark(); Try(); if (a) Try(); Hit(1);", "")]
    public void Sends(string handler, string expected) =>
        Sends_of_handlers($"catch (SmtpCommandException e) when (e.StatusCode != default) {{ {handler} }}", expected);

    [Theory]
    [InlineData("catch (SmtpCommandException) { Hit(1); }", "1")]
    [InlineData("catch (SmtpCommandException) when (a) { Hit(1); } catch (SmtpCommandException) { Hit(2); }", "1")]
    [InlineData("catch (SmtpCommandException) when (Marked()) { Hit(1); }", "")]
    public void Sends_of_handlers(string handlers, string expected)
    {
        var program = FlowProgram.Of($"try {{ client.Send(mail); }} {handlers}");
        var caught = program.Body.Graph.Regions(ControlFlowRegionKind.TryAndCatch).First().NestedRegions[1];

        var sends = new ClosedConnection(program.Body, program.Reach, 421, UseOf).SendsFrom(caught, default);

        Assert.Equal(expected, string.Join(" ", sends.Select(static send => send.ToString()["Hit(".Length..^1]).Order()));
    }

    private static ConnectionUse UseOf(IOperation operation) => (operation as IInvocationOperation)?.TargetMethod.Name switch
    {
        "Hit" => ConnectionUse.Sends,
        "Mark" or "Marked" => ConnectionUse.Connects,
        _ => ConnectionUse.None,
    };
}
