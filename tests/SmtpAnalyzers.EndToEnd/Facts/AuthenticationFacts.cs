using System.Net;
using MailKit.Net.Smtp;
using MailKit.Security;
using SmtpAnalyzers.ScriptedServer;
using NetMailCode = System.Net.Mail.SmtpStatusCode;

namespace SmtpAnalyzers.EndToEnd.Facts;

/// <summary>Why reply codes of AUTH are no verdict on a mail: neither client lets them through as those of a mail.</summary>
public sealed class AuthenticationFacts
{
    private static readonly Reply UserName = new(334, "VXNlcm5hbWU6");
    private static readonly Reply Password = new(334, "UGFzc3dvcmQ6");

    [Theory, InlineData(421), InlineData(432), InlineData(451), InlineData(454), InlineData(500), InlineData(530), InlineData(535)]
    public async Task MailKit_hides_transient_and_permanent_replies_alike_in_a_AuthenticationException(int code)
    {
        await using var server = Server("PLAIN", code);
        using var client = await Clients.ConnectMailKitAsync(server);
        var ex = await Assert.ThrowsAsync<AuthenticationException>(() => client.AuthenticateAsync("user", "password"));
        Assert.Equal(code, (int)Assert.IsType<SmtpCommandException>(ex.InnerException).StatusCode);
        Assert.True(client.IsConnected);
    }

    [Fact]
    public async Task MailKit_says_nothing_of_a_534_that_refuses_the_only_mechanism()
    {
        await using var server = Server("PLAIN", 534);
        using var client = await Clients.ConnectMailKitAsync(server);
        var ex = await Assert.ThrowsAsync<AuthenticationException>(() => client.AuthenticateAsync("user", "password"));
        Assert.Null(ex.InnerException);
    }

    [Fact]
    public async Task MailKit_names_a_534_that_comes_after_a_334()
    {
        await using var server = Server("LOGIN", UserName, Password, 534);
        using var client = await Clients.ConnectMailKitAsync(server);
        var ex = await Assert.ThrowsAsync<AuthenticationException>(() => client.AuthenticateAsync("user", "password"));
        Assert.Equal(SmtpStatusCode.AuthenticationMechanismTooWeak, Assert.IsType<SmtpCommandException>(ex.InnerException).StatusCode);
    }

    [Theory, InlineData(454), InlineData(535)]
    public async Task MailKit_leaves_out_the_inner_reply_for_a_mechanism_that_was_chosen(int code)
    {
        await using var server = Server("PLAIN", code);
        using var client = await Clients.ConnectMailKitAsync(server);
        var mechanism = new SaslMechanismPlain("user", "password");
        var ex = await Assert.ThrowsAsync<AuthenticationException>(() => client.AuthenticateAsync(mechanism));
        Assert.Null(ex.InnerException);
    }

    [Fact]
    public async Task MailKit_keeps_the_reply_to_the_last_of_several_mechanisms()
    {
        await using var server = Server("PLAIN LOGIN", 454, UserName, Password, 535);
        using var client = await Clients.ConnectMailKitAsync(server);
        var ex = await Assert.ThrowsAsync<AuthenticationException>(() => client.AuthenticateAsync("user", "password"));
        Assert.Equal(SmtpStatusCode.AuthenticationInvalidCredentials, Assert.IsType<SmtpCommandException>(ex.InnerException).StatusCode);
    }

    [Fact]
    public async Task MailKit_loses_a_421_that_closes_the_connection_before_the_last_mechanism()
    {
        await using var server = Server("PLAIN LOGIN", new Reply(421).ThenClose());
        using var client = await Clients.ConnectMailKitAsync(server);
        await Assert.ThrowsAsync<SmtpProtocolException>(() => client.AuthenticateAsync("user", "password"));
    }

    [Theory, InlineData(454), InlineData(535)]
    public async Task System_Net_Mail_ignores_a_refused_password_and_fails_at_mail_with_530(int code)
    {
        await using var server = Server("LOGIN", Password, code);
        server.On(SmtpStep.Mail).Gives(530);
        var ex = await Assert.ThrowsAsync<System.Net.Mail.SmtpException>(() => SendAsync(server));
        Assert.Equal(NetMailCode.MustIssueStartTlsFirst, ex.StatusCode);
    }

    [Fact]
    public async Task System_Net_Mail_sends_unauthenticated_where_the_server_lets_it()
    {
        await using var server = Server("LOGIN", Password, 535);
        await SendAsync(server);
        Assert.Contains(server.Exchanges, exchange => exchange is { Command.Step: SmtpStep.Auth, Reply.Code: 535 });
        Assert.Single(server.Messages);
    }

    private static ScriptedSmtpServer Server(string mechanism, params Reply[] replies)
    {
        var server = ScriptedSmtpServer.Start();
        server.Extensions = [$"AUTH {mechanism}"];
        server.On(SmtpStep.Auth).Gives(replies);
        return server;
    }

    private static async Task SendAsync(ScriptedSmtpServer server)
    {
        using var client = new System.Net.Mail.SmtpClient(server.Host, server.Port);
        client.Credentials = new NetworkCredential("user", "password");
        await client.SendMailAsync(Clients.MailMessage("b@x.test"));
    }
}
