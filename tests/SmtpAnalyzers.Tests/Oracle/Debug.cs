namespace SmtpAnalyzers.Tests.Oracle;
public sealed class DebugTests
{
    [Fact]
    public void One()
    {
        var shape = Grammar.Shapes.First(shape => shape.ToString() == Environment.GetEnvironmentVariable("SHAPE"));
        var random = new CsCheck.PCG(1, 1);
        var generated = Programs.With(shape);
        for (var i = 0; i < 20; i++)
        {
            var program = generated.Generate(random, null, out var _);
            try { Batch.Judge([program]); } catch (Exception e) { System.IO.File.AppendAllText("/tmp/dbg.txt", "\n" + new Printer().Print(program) + e.Message); }
        }
    }
}
