namespace SmtpAnalyzers.Survey;

/// <summary>The command line or the folder that it names can't be used; the message says why.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>What the command line asks for.</summary>
/// <param name="Path">The folder or file to analyze.</param>
/// <param name="Sarif">The SARIF file to write, if any.</param>
/// <param name="Shard">The part of the work to do.</param>
/// <param name="Loose">Whether projects are not loaded, so that nothing of the repository is executed.</param>
/// <param name="Help">Whether only the usage is asked for.</param>
internal sealed record SurveyArguments(string Path, string? Sarif, Shard Shard, bool Loose, bool Help)
{
    public const string Usage =
        """
        Analyzes the C# files of a folder, a file or a cloned repository with SmtpAnalyzers and prints the findings.

        dotnet run --project build/Survey -- PATH [--loose] [--shard N/M] [--sarif FILE]

          PATH         A folder or a C# file.
          --loose      Read the files only. Without it, each project that has mail code is restored and loaded,
                       which executes its build logic: use --loose for code that you don't trust.
          --shard N/M  Analyze every Mth project or loose file, starting with the Nth, for example 3/20.
          --sarif FILE Write the findings to a SARIF 2.1.0 file as well.

        Findings go to the standard output, progress to the standard error.
        Exit codes: 0 everything was analyzed, with or without findings; 1 something could not be read; 2 wrong arguments.
        """;

    public static SurveyArguments Parse(IReadOnlyList<string> arguments)
    {
        var parsed = new SurveyArguments("", null, Shard.Whole, Loose: false, Help: false);
        for (var i = 0; i < arguments.Count; i++)
        {
            parsed = arguments[i] switch
            {
                "--help" or "-h" or "-?" => parsed with { Help = true },
                "--loose" => parsed with { Loose = true },
                "--sarif" => parsed with { Sarif = Value(arguments, ref i) },
                "--shard" => parsed with { Shard = ShardOf(Value(arguments, ref i)) },
                ['-', ..] unknown => throw new UsageException($"There is no option {unknown}."),
                "" => throw new UsageException("The path is empty."),
                var path when parsed.Path.Length == 0 => parsed with { Path = path },
                var second => throw new UsageException($"Only one path can be analyzed, but '{second}' is a second one."),
            };
        }

        return parsed.Help || parsed.Path.Length > 0 ? parsed : throw new UsageException("Which folder? No path is given.");
    }

    private static string Value(IReadOnlyList<string> arguments, ref int position)
    {
        var option = arguments[position];
        return ++position < arguments.Count && arguments[position] is { Length: > 0 } value && value[0] != '-'
            ? value
            : throw new UsageException($"{option} needs a value.");
    }

    private static Shard ShardOf(string text) => Shard.TryParse(text, out var shard)
        ? shard
        : throw new UsageException($"'{text}' is no shard: expected N/M with N from 1 to M, for example 3/20.");
}
