using Microsoft.CodeAnalysis.Sarif;

namespace SmtpAnalyzers.EndToEnd.Harness;

/// <summary>What a build said: to the terminal, and to its SARIF log.</summary>
public sealed class Build
{
    public Build(int exitCode, string output, string log)
    {
        ExitCode = exitCode;
        Output = output;
        var run = SarifLog.Load(log).Runs.Single();
        Results = [.. run.Results ?? []];
        Rules = [.. run.Tool.Driver.Rules.Where(rule => IsOurs(rule.Id))];
    }

    public int ExitCode { get; }

    public string Output { get; }

    public IReadOnlyList<Result> Results { get; }

    /// <summary>Our rules that took part, as the log describes them.</summary>
    public IReadOnlyList<ReportingDescriptor> Rules { get; }

    /// <summary>Our findings that no source or setting suppresses, in the order of their lines.</summary>
    public IEnumerable<Result> Findings => Results
        .Where(result => IsOurs(result.RuleId) && (result.Suppressions?.Count ?? 0) == 0)
        .OrderBy(Marks.LineOf);

    /// <summary>The build did what it was asked, and the analyzers were loaded and ran to their end.</summary>
    public Build Succeeded()
    {
        Assert.True(ExitCode == 0, Output);
        return WithHealthyAnalyzers();
    }

    public Build Failed()
    {
        Assert.True(ExitCode != 0, Output);
        return WithHealthyAnalyzers();
    }

    /// <summary>Exactly the findings that <paramref name="source"/> marks.</summary>
    public Build Reports(string source)
    {
        Assert.Equal(Marks.In(source), Findings.Select(result => (result.RuleId, Marks.LineOf(result))));
        return this;
    }

    private static bool IsOurs(string id) => id.StartsWith("SMTP", StringComparison.Ordinal);

    private Build WithHealthyAnalyzers()
    {
        // AD0001: an analyzer threw. CS8032, CS8034, CS9057: it could not be loaded, or wants another compiler.
        string[] failures = ["AD0001", "CS8032", "CS8034", "CS8785", "CS9057"];
        Assert.All(failures, id => Assert.DoesNotContain(id, Output));
        Assert.DoesNotContain(Results, result => failures.Contains(result.RuleId));
        return this;
    }
}
