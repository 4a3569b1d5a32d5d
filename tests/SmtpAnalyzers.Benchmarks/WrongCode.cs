namespace SmtpAnalyzers.Benchmarks;

/// <summary>A file with any number of members, each with a mistake that has a fix.</summary>
/// <param name="Name">As the table calls it.</param>
/// <param name="Member">The member of a given number.</param>
internal sealed record WrongCode(string Name, Func<int, string> Member)
{
    public static readonly WrongCode Predicates = new(
        "SMTP1001, predicates", static i => $"    public static bool IsPermanent{i}(SmtpStatusCode code) => (int)code >= 400;");

    public static readonly WrongCode Handlers = new("SMTP3005, handlers", static i => $$"""
            public static void Post{{i}}(Net.SmtpClient relay, Net.MailMessage letter)
            {
                try
                {
                    relay.Send(letter);
                }
                catch (Net.SmtpFailedRecipientsException ex)
                {
                    foreach (var one in ex.InnerExceptions)
                        Console.WriteLine($"{one.FailedRecipient}: {one.StatusCode}");
                }
            }
        """);

    public static readonly WrongCode Retries = new("SMTP1002, retries", static i => $$"""
            public async Task Deliver{{i}}(MimeMessage letter, int limit)
            {
                for (var attempt = 0; attempt < limit; attempt++)
                {
                    try
                    {
                        await client.SendAsync(letter);
                        return;
                    }
                    catch (SmtpCommandException ex)
                    {
                        switch (ex.StatusCode)
                        {
                            case SmtpStatusCode.MailboxBusy:
                            case SmtpStatusCode.ErrorInProcessing:
                            case SmtpStatusCode.MailboxUnavailable:
                                await Task.Delay(TimeSpan.FromMinutes({{i + 1}}));
                                continue;
                            default:
                                throw;
                        }
                    }
                }
            }
        """);

    /// <summary>Nothing is reported in these.</summary>
    public static readonly WrongCode Sends = new("sends without a handler", static i => $$"""
            public async Task Hand{{i}}(MimeMessage letter)
            {
                await client.SendAsync(letter);
                Console.WriteLine({{i}});
            }
        """);

    public static readonly WrongCode Mixed = new("three rules, mixed", static i => (i % 3) switch
    {
        0 => Predicates.Member(i),
        1 => Handlers.Member(i),
        _ => Retries.Member(i),
    });

    public string File(int members) => $$"""
        using MailKit.Net.Smtp;
        using MimeKit;
        using Net = System.Net.Mail;

        namespace Generated;

        public sealed class Mailer(SmtpClient client)
        {
        {{string.Join("\n\n", Enumerable.Range(0, members).Select(Member))}}
        }
        """;
}
