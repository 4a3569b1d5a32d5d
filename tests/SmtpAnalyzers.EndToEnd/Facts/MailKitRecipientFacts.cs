using MailKit.Net.Smtp;
using MimeKit;
using SmtpAnalyzers.ScriptedServer;

namespace SmtpAnalyzers.EndToEnd.Facts;

/// <summary>MailKit: several recipients, and clients that override what a refused one means.</summary>
public sealed class MailKitRecipientFacts
{
    [Theory, InlineData(450), InlineData(550)]
    public async Task First_refused_recipient_aborts_the_message_for_everybody(int code)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.OnRecipient("c@x.test").Gives(code);
        var ex = await Assert.ThrowsAsync<SmtpCommandException>(
            () => Clients.SendWithMailKitAsync(server, "b@x.test", "c@x.test", "d@x.test"));
        Assert.Equal(code, (int)ex.StatusCode);
        Assert.Equal("c@x.test", ex.Mailbox?.Address);
        Assert.Empty(server.Messages);
        Assert.Empty(server.RepliesTo("d@x.test"));
    }

    [Fact]
    public async Task With_pipelining_only_the_first_refusal_is_thrown()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.Extensions = ["PIPELINING"];
        server.OnRecipient("b@x.test").Gives(450);
        server.OnRecipient("c@x.test").Gives(550);
        var ex = await Assert.ThrowsAsync<SmtpCommandException>(() => Clients.SendWithMailKitAsync(server, "b@x.test", "c@x.test"));
        Assert.Equal(SmtpStatusCode.MailboxBusy, ex.StatusCode);
        Assert.Equal([550], server.RepliesTo("c@x.test"));
    }

    [Fact]
    public async Task With_pipelining_a_refused_sender_counts_every_recipient_as_refused()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.Extensions = ["PIPELINING"];
        server.On(SmtpStep.Mail).Gives(451);
        server.On(SmtpStep.Rcpt).Gives(503);
        using var client = new SwallowingClient();
        await Clients.ConnectMailKitAsync(server, client);
        var ex = await Assert.ThrowsAsync<SmtpCommandException>(() => client.SendAsync(Clients.MimeMessage("b@x.test", "c@x.test")));
        Assert.Equal(SmtpStatusCode.ErrorInProcessing, ex.StatusCode);
        Assert.Equal([("b@x.test", 503), ("c@x.test", 503)], client.Refused);
    }

    [Fact]
    public async Task Swallowed_refusal_lets_send_succeed_for_the_others()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.OnRecipient("c@x.test").Gives(550);
        using var client = new SwallowingClient();
        await Clients.ConnectMailKitAsync(server, client);
        await client.SendAsync(Clients.MimeMessage("b@x.test", "c@x.test"));
        Assert.Equal([("c@x.test", 550)], client.Refused);
        Assert.Equal(["b@x.test"], Assert.Single(server.Messages).Recipients);
    }

    [Theory, InlineData(450), InlineData(451), InlineData(550)]
    public async Task With_every_refusal_swallowed_MailKit_makes_up_a_554(int real)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Rcpt).Gives(real);
        using var client = new SwallowingClient();
        await Clients.ConnectMailKitAsync(server, client);
        var ex = await Assert.ThrowsAsync<SmtpCommandException>(() => client.SendAsync(Clients.MimeMessage("b@x.test", "c@x.test")));
        Assert.Equal(SmtpStatusCode.TransactionFailed, ex.StatusCode);
        Assert.Equal(SmtpErrorCode.MessageNotAccepted, ex.ErrorCode);
        Assert.DoesNotContain(server.Exchanges, exchange => exchange.Reply.Code == 554);
    }

    [Theory, InlineData(421), InlineData(450), InlineData(550)]
    public async Task Client_stays_connected_after_a_refusal(int code)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Rcpt).Gives(code, 250);
        using var client = await Clients.ConnectMailKitAsync(server);
        await Assert.ThrowsAsync<SmtpCommandException>(() => client.SendAsync(Clients.MimeMessage("b@x.test")));
        Assert.True(client.IsConnected);
        await client.SendAsync(Clients.MimeMessage("b@x.test"));
        Assert.Single(server.Sessions);
        Assert.Single(server.Messages);
    }

    [Fact]
    public async Task Client_is_disconnected_after_a_421_that_closes_the_connection()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Rcpt).Gives(new Reply(421).ThenClose());
        using var client = await Clients.ConnectMailKitAsync(server);
        var ex = await Assert.ThrowsAsync<SmtpCommandException>(() => client.SendAsync(Clients.MimeMessage("b@x.test")));
        Assert.Equal(SmtpStatusCode.ServiceNotAvailable, ex.StatusCode);
        Assert.False(client.IsConnected);
    }

    [Fact]
    public async Task Connection_that_is_closed_instead_of_a_reply_is_a_SmtpProtocolException()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.EndOfData).Gives(Reply.Close);
        await Assert.ThrowsAsync<SmtpProtocolException>(() => Clients.SendWithMailKitAsync(server, "b@x.test"));
    }

    private sealed class SwallowingClient : SmtpClient
    {
        public List<(string Mailbox, int Code)> Refused { get; } = [];

        protected override void OnRecipientNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) =>
            Refused.Add((mailbox.Address, (int)response.StatusCode));
    }
}
