using MailKit.Net.Smtp;
using SmtpAnalyzers.ScriptedServer;

namespace SmtpAnalyzers.EndToEnd.Facts;

/// <summary>Why the class decides: the same mail, tried again, is accepted after 4yz and refused after 5yz, with either client.</summary>
public sealed class GreylistingFacts
{
    public static readonly TheoryData<bool> EitherClient = [true, false];

    [Theory, MemberData(nameof(EitherClient))]
    public async Task Mail_that_was_greylisted_with_450_and_451_is_accepted_when_it_is_tried_again(bool mailKit)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.OnRecipient("b@x.test").Gives(450, 451, 250);
        Assert.Equal([450, 451, 250], await TriesAsync(server, mailKit, tries: 3));
        Assert.Single(server.Messages);
    }

    [Theory, MemberData(nameof(EitherClient))]
    public async Task Mail_that_was_greylisted_and_is_not_tried_again_is_lost(bool mailKit)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.OnRecipient("b@x.test").Gives(450, 250);
        Assert.Equal([450], await TriesAsync(server, mailKit, tries: 1));
        Assert.Empty(server.Messages);
    }

    [Theory, MemberData(nameof(EitherClient))]
    public async Task Mailbox_that_does_not_exist_is_refused_each_time(bool mailKit)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.OnRecipient("b@x.test").Gives(550);
        Assert.Equal([550, 550, 550], await TriesAsync(server, mailKit, tries: 3));
        Assert.Empty(server.Messages);
    }

    private static async Task<List<int>> TriesAsync(ScriptedSmtpServer server, bool mailKit, int tries)
    {
        var seen = new List<int>();
        for (var i = 0; i < tries; i++)
        {
            seen.Add(await Record.ExceptionAsync(() => mailKit
                ? Clients.SendWithMailKitAsync(server, "b@x.test")
                : Clients.SendWithSystemNetMailAsync(server, "b@x.test")) switch
            {
                null => 250,
                SmtpCommandException ex => (int)ex.StatusCode,
                System.Net.Mail.SmtpException ex => (int)ex.StatusCode,
                var other => throw new InvalidOperationException("Neither sent nor refused.", other),
            });
        }

        return seen;
    }
}
