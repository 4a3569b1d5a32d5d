using SmtpAnalyzers.EndToEnd.Facts;
using SmtpAnalyzers.ScriptedServer;

namespace SmtpAnalyzers.EndToEnd.Delivery;

/// <summary>What becomes of mail with the handlers that "Handle refused mail by reply class" has written.</summary>
public sealed class RefusedMailTests
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task MailKit_450_is_kept_and_550_given_up(bool isAsync)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.OnRecipient("b@x.test").Gives(450, 250);
        server.OnRecipient("c@x.test").Gives(550);
        using var client = await Clients.ConnectMailKitAsync(server);
        Assert.Equal(Right.RefusedMail.Fate.Retry, await FateAsync(client, isAsync, "b@x.test"));
        Assert.Equal(Right.RefusedMail.Fate.Delivered, await FateAsync(client, isAsync, "b@x.test"));
        Assert.Equal(Right.RefusedMail.Fate.GiveUp, await FateAsync(client, isAsync, "c@x.test"));
        Assert.Equal([450, 250], server.RepliesTo("b@x.test"));
        Assert.Equal([550], server.RepliesTo("c@x.test"));
        Assert.Single(server.Messages);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task MailKit_without_a_reply_is_kept(bool isAsync)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Data).Gives(Reply.Close);
        using var client = await Clients.ConnectMailKitAsync(server);
        Assert.Equal(Right.RefusedMail.Fate.Retry, await FateAsync(client, isAsync, "b@x.test"));
    }

    [Fact]
    public async Task Before_it_was_written_the_exceptions_escaped_or_said_nothing()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Rcpt).Gives(450);
        using var client = await Clients.ConnectMailKitAsync(server);
        await Assert.ThrowsAsync<MailKit.Net.Smtp.SmtpCommandException>(() => Wrong.RefusedMail.SendAsync(client,
            Clients.MimeMessage("b@x.test")));
        Assert.Equal(Wrong.RefusedMail.Fate.Unknown,
            await Task.Run(() => Wrong.RefusedMail.Send(client, Clients.MimeMessage("b@x.test")), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task SystemNetMail_450_is_kept_and_550_given_up()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.OnRecipient("b@x.test").Gives(450, 250);
        server.OnRecipient("c@x.test").Gives(550);
        server.OnRecipient("d@x.test").Gives(550);
        server.OnRecipient("e@x.test").Gives(450);
        Assert.Equal(Right.RefusedNetMail.Fate.Retry, await FateAsync(server, "b@x.test"));
        Assert.Equal(Right.RefusedNetMail.Fate.Delivered, await FateAsync(server, "b@x.test"));
        Assert.Equal(Right.RefusedNetMail.Fate.GiveUp, await FateAsync(server, "c@x.test"));
        // Several that are refused: 4xx among them is kept.
        Assert.Equal(Right.RefusedNetMail.Fate.GiveUp, await FateAsync(server, "c@x.test", "d@x.test"));
        Assert.Equal(Right.RefusedNetMail.Fate.Retry, await FateAsync(server, "c@x.test", "e@x.test"));
    }

    [Fact]
    public async Task SystemNetMail_without_a_reply_is_kept()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Data).Gives(Reply.Close);
        Assert.Equal(Right.RefusedNetMail.Fate.Retry, await FateAsync(server, "b@x.test"));
    }

    private static async Task<Right.RefusedMail.Fate> FateAsync(MailKit.Net.Smtp.SmtpClient client, bool isAsync, string to) => isAsync
        ? await Right.RefusedMail.SendAsync(client, Clients.MimeMessage(to))
        : await Task.Run(() => Right.RefusedMail.Send(client, Clients.MimeMessage(to)));

    // System.Net.Mail blocks.
    private static Task<Right.RefusedNetMail.Fate> FateAsync(ScriptedSmtpServer server, params string[] to) => Task.Run(() =>
    {
        using var client = new System.Net.Mail.SmtpClient(server.Host, server.Port);
        using var message = Clients.MailMessage(to);
        return Right.RefusedNetMail.Send(client, message);
    });
}
