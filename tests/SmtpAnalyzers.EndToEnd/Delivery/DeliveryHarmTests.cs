using System.Diagnostics;
using SmtpAnalyzers.EndToEnd.Facts;
using SmtpAnalyzers.ScriptedServer;

namespace SmtpAnalyzers.EndToEnd.Delivery;

/// <summary>What the programs that SMTP2xxx reports do to recipients and servers, and that the right ones do not.</summary>
public sealed class DeliveryHarmTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task A_blind_retry_sends_to_a_mailbox_that_does_not_exist_four_times()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Rcpt).Gives(550);
        using var client = await Clients.ConnectMailKitAsync(server);
        await Assert.ThrowsAsync<MailKit.Net.Smtp.SmtpCommandException>(() => Wrong.BlindRetry.SendAsync(client,
            Clients.MimeMessage("b@x.test"), Pause));
        Assert.Equal([550, 550, 550, 550], server.RepliesTo("b@x.test"));
    }

    [Fact]
    public async Task A_retry_of_4yz_sends_to_it_once_and_gets_through_greylisting()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.OnRecipient("b@x.test").Gives(550);
        server.OnRecipient("c@x.test").Gives(451, 451, 250);
        using var client = await Clients.ConnectMailKitAsync(server);
        await Assert.ThrowsAsync<MailKit.Net.Smtp.SmtpCommandException>(() => Right.BlindRetry.SendAsync(client,
            Clients.MimeMessage("b@x.test"), Pause));
        await Right.BlindRetry.SendAsync(client, Clients.MimeMessage("c@x.test"), Pause);
        Assert.Equal([550], server.RepliesTo("b@x.test"));
        Assert.Equal([451, 451, 250], server.RepliesTo("c@x.test"));
    }

    // Greylisting: a mailbox that is refused until some time after the first attempt.
    [Fact]
    public async Task A_retry_that_waits_gets_through_greylisting_at_the_second_attempt()
    {
        await using var server = ScriptedSmtpServer.Start();
        var sinceFirst = new Stopwatch();
        server.OnRecipient("b@x.test").Gives(_ =>
        {
            sinceFirst.Start();
            return sinceFirst.Elapsed < TimeSpan.FromMilliseconds(500) ? 450 : 250;
        });
        using var client = await Clients.ConnectMailKitAsync(server);
        Assert.True(await Task.Run(() => Right.Hasty.Send(client, Clients.MimeMessage("b@x.test")), TestContext.Current.CancellationToken));
        Assert.Equal([450, 250], server.RepliesTo("b@x.test"));
    }

    [Theory, InlineData(false, 3, 1, 0), InlineData(true, 1, 2, 2)]
    public async Task A_newsletter_whose_connection_breaks_once(bool right, int lost, int connections, int delivered)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Data).Gives(Reply.Close, 354);
        var messages = new[] { "b@x.test", "c@x.test", "d@x.test" }.Select(to => Clients.MimeMessage(to)).ToList();
        Assert.Equal(lost, right
            ? await Right.Newsletter.SendAllAsync(server.Host, server.Port, messages)
            : await Wrong.Newsletter.SendAllAsync(server.Host, server.Port, messages));
        Assert.Equal(connections, server.Sessions.Count);
        Assert.Equal(delivered, server.Messages.Count);
    }

    // A server that answers 450 for good, as some do to an unknown mailbox; the test has it give in after a hundred.
    [Theory, InlineData(false, 101), InlineData(true, 5)]
    public async Task A_server_that_answers_450_for_good(bool right, int attempts)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Rcpt).Gives([.. Enumerable.Repeat<Reply>(450, 100), 250]);
        using var client = await Clients.ConnectMailKitAsync(server);
        var message = Clients.MimeMessage("b@x.test");
        if (right)
            await Assert.ThrowsAsync<MailKit.Net.Smtp.SmtpCommandException>(() => Right.Endless.SendAsync(client, message, Pause));
        else
            await Wrong.Endless.SendAsync(client, message, Pause);
        Assert.Equal(attempts, server.Count(SmtpStep.Rcpt));
    }

    // Its caller tries again what it takes for failed, three times in all.
    [Theory, InlineData(false, 3), InlineData(true, 1)]
    public async Task A_server_that_closes_instead_of_answering_QUIT(bool right, int copies)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Quit).Gives(Reply.Close);
        await Task.Run(() =>
        {
            for (var attempt = 1; attempt <= 3; attempt++)
            {
                if (right
                    ? new Right.HandWrittenSmtpClient(server.Host, server.Port).Send("a@x.test", "b@x.test", "harm")
                    : new Wrong.HandWrittenSmtpClient(server.Host, server.Port).Send("a@x.test", "b@x.test", "harm"))
                {
                    break;
                }
            }
        }, TestContext.Current.CancellationToken);
        Assert.Equal([copies], CopiesOf(server, "b@x.test"));
    }

    private static IEnumerable<int> CopiesOf(ScriptedSmtpServer server, params string[] mailboxes) =>
        mailboxes.Select(mailbox => server.Messages.Count(message => message.Recipients.Contains(mailbox)));
}
