using MailKit.Net.Smtp;
using MailKit.Security;
using SmtpAnalyzers.ScriptedServer;

namespace SmtpAnalyzers.EndToEnd.Facts;

/// <summary>MailKit around the message: replies that open, probe and reset a session, and what is left of it after a failure.</summary>
public sealed class MailKitSessionFacts
{
    [Fact]
    public async Task A_421_that_closes_at_ehlo_is_a_SmtpProtocolException_without_the_code()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Ehlo).Gives(new Reply(421).ThenClose());
        await Assert.ThrowsAsync<SmtpProtocolException>(() => Clients.ConnectMailKitAsync(server));
    }

    [Fact]
    public async Task A_451_at_ehlo_is_answered_with_helo_and_a_session_without_extensions()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.Extensions = ["PIPELINING", "AUTH PLAIN"];
        server.On(SmtpStep.Ehlo).Gives(451);
        using var client = await Clients.ConnectMailKitAsync(server);
        Assert.True(client.IsConnected);
        Assert.Equal(SmtpCapabilities.None, client.Capabilities);
    }

    [Fact]
    public async Task A_454_at_starttls_is_thrown_under_the_name_of_an_authentication_failure()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.Extensions = ["STARTTLS"];
        server.On(SmtpStep.StartTls).Gives(454);
        using var client = new SmtpClient();
        var ex = await Assert.ThrowsAsync<SmtpCommandException>(() => client.ConnectAsync(server.Host, server.Port,
            SecureSocketOptions.StartTls));
        Assert.Equal(SmtpStatusCode.TemporaryAuthenticationFailure, ex.StatusCode);
        Assert.Equal(SmtpErrorCode.UnexpectedStatusCode, ex.ErrorCode);
        Assert.False(client.IsConnected);
    }

    [Fact]
    public async Task Of_several_mechanisms_only_the_last_reply_is_named()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.Extensions = ["AUTH PLAIN LOGIN"];
        server.On(SmtpStep.Auth).Gives(454, 535);
        using var client = await Clients.ConnectMailKitAsync(server);
        var ex = await Assert.ThrowsAsync<AuthenticationException>(() => client.AuthenticateAsync("user", "password"));
        Assert.Equal(535, (int)Assert.IsType<SmtpCommandException>(ex.InnerException).StatusCode);
    }

    [Fact]
    public async Task A_421_that_closes_between_two_mechanisms_is_a_SmtpProtocolException()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.Extensions = ["AUTH PLAIN LOGIN"];
        server.On(SmtpStep.Auth).Gives(new Reply(421).ThenClose());
        using var client = await Clients.ConnectMailKitAsync(server);
        await Assert.ThrowsAsync<SmtpProtocolException>(() => client.AuthenticateAsync("user", "password"));
    }

    [Fact]
    public async Task A_421_that_closes_at_noop_leaves_the_client_connected_in_name()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Noop).Gives(new Reply(421).ThenClose());
        using var client = await Clients.ConnectMailKitAsync(server);
        var ex = await Assert.ThrowsAsync<SmtpCommandException>(() => client.NoOpAsync());
        Assert.Equal(SmtpStatusCode.ServiceNotAvailable, ex.StatusCode);
        Assert.True(client.IsConnected);
    }

    [Theory, InlineData(250, true), InlineData(421, false), InlineData(500, false)]
    public async Task After_a_refusal_the_reply_to_rset_decides_over_the_connection(int rset, bool connected)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Rcpt).Gives(450);
        server.On(SmtpStep.Rset).Gives(rset);
        using var client = await Clients.ConnectMailKitAsync(server);
        var ex = await Assert.ThrowsAsync<SmtpCommandException>(() => client.SendAsync(Clients.MimeMessage("b@x.test")));
        Assert.Equal(SmtpStatusCode.MailboxBusy, ex.StatusCode);
        Assert.Equal(connected, client.IsConnected);
    }

    [Fact]
    public async Task A_handler_of_MessageSent_that_throws_fails_a_message_that_was_accepted()
    {
        await using var server = ScriptedSmtpServer.Start();
        using var client = await Clients.ConnectMailKitAsync(server);
        client.MessageSent += (_, _) => throw new FormatException();
        await Assert.ThrowsAsync<FormatException>(() => client.SendAsync(Clients.MimeMessage("b@x.test")));
        Assert.Single(server.Messages);
        Assert.False(client.IsConnected);
    }

    [Fact]
    public async Task A_handler_of_MessageSent_that_throws_makes_a_retry_send_the_message_twice()
    {
        await using var server = ScriptedSmtpServer.Start();
        using var client = await Clients.ConnectMailKitAsync(server);
        var isFirst = true;
        client.MessageSent += (_, _) =>
        {
            if (isFirst)
            {
                isFirst = false;
                throw new InvalidOperationException("The log is full.");
            }
        };
        for (var sent = false; !sent;)
        {
            try
            {
                if (!client.IsConnected)
                    await client.ConnectAsync(server.Host, server.Port, SecureSocketOptions.None);
                client.Send(Clients.MimeMessage("b@x.test"));
                sent = true;
            }
            catch (InvalidOperationException)
            {
            }
        }

        Assert.Equal(2, server.Messages.Count);
    }

    [Fact]
    public async Task An_override_of_OnMessageSent_that_throws_fails_a_message_that_was_accepted()
    {
        await using var server = ScriptedSmtpServer.Start();
        using var client = await Clients.ConnectMailKitAsync(server, new Strict());
        await Assert.ThrowsAsync<FormatException>(() => client.SendAsync(Clients.MimeMessage("b@x.test")));
        Assert.Single(server.Messages);
    }

    [Theory, InlineData("8BITMIME"), InlineData("PIPELINING")]
    public async Task A_handler_of_MessageSent_that_disconnects_does_not_fail_the_message(string extension)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.Extensions = [extension];
        foreach (var end in new Action<SmtpClient>[] { client => client.Disconnect(quit: true), client => client.Disconnect(quit: false),
            client => client.Dispose() })
        {
            using var client = await Clients.ConnectMailKitAsync(server);
            client.MessageSent += (sender, _) => end((SmtpClient)sender!);
            await client.SendAsync(Clients.MimeMessage("b@x.test"));
            Assert.False(client.IsConnected);

            using var blocking = await Clients.ConnectMailKitAsync(server);
            blocking.MessageSent += (sender, _) => end((SmtpClient)sender!);
            blocking.Send(Clients.MimeMessage("b@x.test"));
            Assert.False(blocking.IsConnected);
        }

        Assert.Equal(6, server.Messages.Count);
    }

    [Fact]
    public async Task A_connection_that_closes_after_250_is_noticed_by_the_next_message()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.EndOfData).Gives(new Reply(250).ThenClose());
        using var client = await Clients.ConnectMailKitAsync(server);
        await client.SendAsync(Clients.MimeMessage("b@x.test"));
        Assert.True(client.IsConnected);
        await Assert.ThrowsAsync<SmtpProtocolException>(() => client.SendAsync(Clients.MimeMessage("b@x.test")));
        Assert.Single(server.Messages);
    }

    [Fact]
    public async Task Text_that_Send_returns_has_no_code_and_may_be_empty()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.EndOfData).Gives(new Reply(250, "2.0.0 Ok: queued", "as 4711"), new Reply(250, ""));
        using var client = await Clients.ConnectMailKitAsync(server);
        Assert.Equal("2.0.0 Ok: queued\nas 4711", await client.SendAsync(Clients.MimeMessage("b@x.test")));
        Assert.Equal("", await client.SendAsync(Clients.MimeMessage("b@x.test")));
    }

    private sealed class Strict : SmtpClient
    {
        protected override void OnMessageSent(MailKit.MessageSentEventArgs e) => throw new FormatException();
    }
}
