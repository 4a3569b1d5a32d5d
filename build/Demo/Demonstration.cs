namespace SmtpAnalyzers.Demo;

/// <summary>The story: what the mistakes cost, and that the fixes mend them.</summary>
internal static class Demonstration
{
    /// <summary>Whether the story ended well.</summary>
    public static async Task<bool> RunAsync(Workshop workshop, Progress progress, CancellationToken stopping)
    {
        progress.Step($"Packing SmtpAnalyzers {workshop.Version}");
        await workshop.PackAsync(stopping);

        progress.Step("Building the samples with the analyzers: a mailer, samples/Newsletter, and a server, samples/Inbox");
        var (mailer, inbox) = (workshop.CopySample("before", "Newsletter"), workshop.CopySample("before", "Inbox"));
        Warning[] warnings = [.. await mailer.BuildAsync(stopping), .. await inbox.BuildAsync(stopping)];
        progress.Show(warnings.Select(warning => warning.ToString()));

        progress.Step("Running the mailer against a server that greylists (450, 451, 421), refuses permanently (550, 554) and closes with 221");
        var costs = await MailRun.OfAsync(mailer, stopping);
        progress.Show([$"the mailer says: {costs.Report}", $"the server saw: {costs}"]);
        progress.Step("Running the server with a client that obeys it, while its list of mailboxes and its spool are away for a moment");
        var refused = await InboxRun.OfAsync(inbox, stopping);
        progress.Show([$"the client saw: {refused}"]);

        progress.Step($"Fixing a copy: dotnet {string.Join(' ', SampleCopy.Format)}");
        var (mendedMailer, mendedInbox) = (workshop.CopySample("after", "Newsletter"), workshop.CopySample("after", "Inbox"));
        await mendedMailer.FixAsync(stopping);
        await mendedInbox.FixAsync(stopping);
        SourceDiff.Print(mailer, mendedMailer);
        SourceDiff.Print(inbox, mendedInbox);

        progress.Step("Building the fixed copy");
        Warning[] left = [.. await mendedMailer.BuildAsync(stopping), .. await mendedInbox.BuildAsync(stopping)];
        progress.Show(left.Select(warning => warning.ToString()).DefaultIfEmpty("no SMTP warning"));

        progress.Step("Running both again");
        var mended = await MailRun.OfAsync(mendedMailer, stopping);
        progress.Show([$"the mailer says: {mended.Report}", $"the server saw: {mended}"]);
        var accepted = await InboxRun.OfAsync(mendedInbox, stopping);
        progress.Show([$"the client saw: {accepted}"]);

        progress.Step("Done");
        Console.WriteLine();
        Row("", "before", "after");
        Row("SMTP warnings", warnings.Length, left.Length);
        Row("mailer: mails lost", costs.Lost, mended.Lost);
        Row("hopeless retries", costs.Hopeless, mended.Hopeless);
        Row("copies too many", costs.Duplicates, mended.Duplicates);
        Row("server: mails lost", refused.Lost, accepted.Lost);
        Console.WriteLine();

        if (!costs.IsWrong || refused.Lost == 0 || warnings.Length == 0)
            return Fail("The samples were meant to go wrong, with warnings that say so, and did not.");
        if (mended.IsWrong || accepted.Lost > 0 || left.Length > 0)
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
