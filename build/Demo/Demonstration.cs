namespace SmtpAnalyzers.Demo;

/// <summary>The story: what the mistakes cost, and that the fixes mend them.</summary>
internal static class Demonstration
{
    /// <summary>Whether the story ended well.</summary>
    public static async Task<bool> RunAsync(Workshop workshop, Progress progress, CancellationToken stopping)
    {
        progress.Step($"Packing SmtpAnalyzers {workshop.Version}");
        await workshop.PackAsync(stopping);

        progress.Step("Building the sample mailer, samples/Newsletter, with the analyzers");
        var before = workshop.CopySample("before");
        var warnings = await before.BuildAsync(stopping);
        progress.Show(warnings.SelectMany(warning => warning.Lines));

        progress.Step("Running it against a server that greylists (450, 451, 421), refuses for good (550, 554) and closes with 221");
        var costs = await MailRun.OfAsync(before, stopping);
        progress.Show([$"the mailer says: {costs.Report}", $"the server saw: {costs}"]);

        progress.Step($"Fixing a copy: dotnet {string.Join(' ', SampleCopy.Format)}");
        var after = workshop.CopySample("after");
        await after.FixAsync(stopping);
        SourceDiff.Print(before, after);

        progress.Step("Building the fixed copy");
        var left = await after.BuildAsync(stopping);
        progress.Show(left.SelectMany(warning => warning.Lines).DefaultIfEmpty("no SMTP warning"));

        progress.Step("Running it against the same server");
        var mended = await MailRun.OfAsync(after, stopping);
        progress.Show([$"the mailer says: {mended.Report}", $"the server saw: {mended}"]);

        progress.Step("Done");
        Console.WriteLine();
        Row("", "before", "after");
        Row("SMTP warnings", warnings.Count, left.Count);
        Row("mails lost", costs.Lost, mended.Lost);
        Row("hopeless retries", costs.Hopeless, mended.Hopeless);
        Row("copies too many", costs.Duplicates, mended.Duplicates);
        Console.WriteLine();

        if (!costs.IsWrong || warnings.Count == 0)
            return Fail("The sample was meant to go wrong, with warnings that say so, and did not.");
        if (mended.IsWrong || left.Count > 0)
            return Fail("The fixes left something to mend.");
        Console.WriteLine("Nothing is lost and nothing hopeless is tried any more.");
        return true;
    }

    private static bool Fail(string why)
    {
        Console.Error.WriteLine(why);
        return false;
    }

    private static void Row(string what, object before, object after) => Console.WriteLine($"  {what,-18} {before,8} {after,8}");
}
