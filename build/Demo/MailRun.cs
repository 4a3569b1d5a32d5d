using SmtpAnalyzers.ScriptedServer;

namespace SmtpAnalyzers.Demo;

/// <summary>What the server saw while the sample worked its mails off.</summary>
/// <param name="Lost">Mailboxes that take mail, at the latest when it is tried again, and got none.</param>
/// <param name="Hopeless">Attempts for a mailbox after it had been refused for good.</param>
/// <param name="Duplicates">Copies that a mailbox got beyond the first.</param>
/// <param name="Report">What the sample says of itself.</param>
internal sealed record MailRun(int Lost, int Hopeless, int Duplicates, MailerReport Report)
{
    private static readonly Dictionary<string, Reply[]> Mailboxes = new()
    {
        ["anna@example.test"] = [Greylisted(450), Greylisted(451), 250],
        ["ben@example.test"] = [250],
        ["carla@example.test"] = [Greylisted(451), 250],
        ["dora@example.test"] = [Greylisted(451), 250],
        ["emil@example.test"] = [250],
        ["gina@example.test"] = [new Reply(421, "4.3.2 too many connections"), 250],
        ["hugo@example.test"] = [Greylisted(450), 250],
        ["iris@example.test"] = [Greylisted(451), 250],
        ["ops@newsletter.test"] = [Greylisted(450), 250],
        ["nobody@example.test"] = [new Reply(550, "5.1.1 no such mailbox")],
        ["typo@example.test"] = [new Reply(550, "5.1.1 no such mailbox")],
        ["blocked@example.test"] = [new Reply(554, "5.7.1 not here")],
        ["former.admin@newsletter.test"] = [new Reply(550, "5.1.1 no such mailbox")],
        ["former.owner@newsletter.test"] = [new Reply(550, "5.1.1 no such mailbox")],
    };

    public bool IsWrong => Lost + Hopeless + Duplicates > 0;

    public static async Task<MailRun> OfAsync(SampleCopy sample, CancellationToken stopping)
    {
        await using var server = ScriptedSmtpServer.Start();
        foreach (var (mailbox, replies) in Mailboxes)
            server.OnRecipient(mailbox).Gives(replies);
        var report = await sample.RunAsync(server.Host, server.Port, stopping);

        var tried = Mailboxes.Keys.Select(mailbox => (Replies: server.RepliesTo(mailbox), Copies: Copies(server, mailbox))).ToList();
        return new MailRun(
            Mailboxes.Count(mailbox => mailbox.Value[^1].Code == 250 && Copies(server, mailbox.Key) == 0),
            tried.Sum(mailbox => mailbox.Replies.SkipWhile(code => code < 500).Skip(1).Count()),
            tried.Sum(mailbox => Math.Max(0, mailbox.Copies - 1)),
            report);
    }

    public override string ToString() => $"{Lost} mails lost, {Hopeless} hopeless retries, {Duplicates} copies too many";

    private static int Copies(ScriptedSmtpServer server, string mailbox) =>
        server.Messages.Count(message => message.Recipients.Contains(mailbox));

    private static Reply Greylisted(int code) => new(code, "4.7.1 greylisted, try again later");
}
