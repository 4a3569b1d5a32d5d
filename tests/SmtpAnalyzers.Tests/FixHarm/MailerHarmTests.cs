using SmtpAnalyzers.Tests.Oracle;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.FixHarm;

/// <summary>Random mailers. What the fixes are for is asked by <see cref="FixOracleTests"/>; here that nothing else changes.</summary>
public sealed class MailerHarmTests
{
    private const int Programs = 60, Depth = 1;

    public static readonly TheoryData<uint> Seeds = new(Exploration.Seeds(Programs));

    // A random list may name a code twice, which is an error to the compiler in some places.
    [Theory, MemberData(nameof(Seeds))]
    public Task Fixes_do_no_harm(uint seed)
    {
        var mailer = Exploration.Value(new Generator(Mailers.Shapes).Programs(Depth), seed);
        var program = FixedProgram.Source(new Printer().Print(mailer));
        var snippet = new Snippet($"SMTP_ORACLE_SEED={seed}", [new("Program.cs", program)]) { Nullable = true };
        return FixRun.AssertHarmlessAsync(snippet, mayNotCompile: true);
    }
}
