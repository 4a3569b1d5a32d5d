using CsCheck;

namespace SmtpAnalyzers.Tests.Oracle;

/// <summary>
/// The random programs of a run. They are the same in every run, so that nobody's change fails by chance; to explore others, set
/// SMTP_ORACLE_SEED to a number or to "random". A failure names the seed that begins with it.
/// </summary>
internal static class Exploration
{
    private const string Variable = "SMTP_ORACLE_SEED";

    private static readonly uint Seed = Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" => 5321,
        "random" => (uint)Random.Shared.Next(),
        var number => uint.Parse(number),
    };

    /// <summary>
    /// Checks <paramref name="count"/> values of <paramref name="generator"/>; <paramref name="wrong"/> says what is wrong with one, or
    /// null.
    /// </summary>
    public static void Check<T>(Gen<T> generator, int count, Func<T, string?> wrong)
    {
        foreach (var seed in Seeds(count))
        {
            if (wrong(Value(generator, seed)) is { } failure)
                Assert.Fail($"{Variable}={seed}\n{failure}");
        }
    }

    /// <summary>What the values of a run begin with.</summary>
    public static IEnumerable<uint> Seeds(int count) => Enumerable.Range(0, count).Select(static index => Seed + (uint)index);

    /// <summary>The value that begins with <paramref name="seed"/>.</summary>
    public static T Value<T>(Gen<T> generator, uint seed) => generator.Generate(new PCG(1, seed), null, out _);
}
