using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using SmtpAnalyzers.ScriptedServer;

namespace SmtpAnalyzers.EndToEnd.Facts;

/// <summary>System.Net.Mail around the message: replies that open a session, and what is no reply at all.</summary>
public sealed class SystemNetMailSessionFacts
{
    [Theory, InlineData(500), InlineData(502)]
    public async Task Ehlo_falls_back_on_helo_where_the_command_is_not_known(int code)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Ehlo).Gives(code);
        await Clients.SendWithSystemNetMailAsync(server, "b@x.test");
        Assert.Single(server.Messages);
    }

    [Theory, InlineData(421), InlineData(451), InlineData(550)]
    public async Task Ehlo_is_refused_with_the_code_otherwise(int code)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Ehlo).Gives(code);
        var ex = await Assert.ThrowsAsync<SmtpException>(() => Clients.SendWithSystemNetMailAsync(server, "b@x.test"));
        Assert.Equal(code, (int)ex.StatusCode);
    }

    [Fact]
    public async Task A_454_at_starttls_is_called_ClientNotPermitted()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.Extensions = ["STARTTLS"];
        server.On(SmtpStep.StartTls).Gives(454);
        var ex = await Assert.ThrowsAsync<SmtpException>(() => SendEncryptedAsync(server));
        Assert.Equal(SmtpStatusCode.ClientNotPermitted, ex.StatusCode);
    }

    [Fact]
    public async Task A_server_without_starttls_gives_GeneralFailure()
    {
        await using var server = ScriptedSmtpServer.Start();
        var ex = await Assert.ThrowsAsync<SmtpException>(() => SendEncryptedAsync(server));
        Assert.Equal(SmtpStatusCode.GeneralFailure, ex.StatusCode);
    }

    [Theory, InlineData(SmtpStep.Greeting), InlineData(SmtpStep.Rcpt), InlineData(SmtpStep.EndOfData)]
    public async Task A_connection_that_closes_gives_GeneralFailure(SmtpStep step)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(step).Gives(Reply.Close);
        var ex = await Assert.ThrowsAsync<SmtpException>(() => Clients.SendWithSystemNetMailAsync(server, "b@x.test"));
        Assert.Equal(SmtpStatusCode.GeneralFailure, ex.StatusCode);
    }

    [Fact]
    public async Task A_refused_connection_gives_GeneralFailure()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var client = new SmtpClient("127.0.0.1", port);
        var ex = await Assert.ThrowsAsync<SmtpException>(() => client.SendMailAsync(Clients.MailMessage("b@x.test")));
        Assert.Equal(SmtpStatusCode.GeneralFailure, ex.StatusCode);
    }

    // SMTP1010: who gives up on GeneralFailure loses a message that nobody has refused.
    [Theory, InlineData(SmtpStep.Greeting), InlineData(SmtpStep.Mail), InlineData(SmtpStep.Data)]
    public async Task After_GeneralFailure_the_next_attempt_delivers(SmtpStep step)
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(step).Gives(Reply.Close, new Reply(step switch { SmtpStep.Greeting => 220, SmtpStep.Data => 354, _ => 250 }));
        var ex = await Assert.ThrowsAsync<SmtpException>(() => Clients.SendWithSystemNetMailAsync(server, "b@x.test"));
        Assert.Equal(SmtpStatusCode.GeneralFailure, ex.StatusCode);
        await Clients.SendWithSystemNetMailAsync(server, "b@x.test");
        Assert.Single(server.Messages);
    }

    private static async Task SendEncryptedAsync(ScriptedSmtpServer server)
    {
        using var client = new SmtpClient(server.Host, server.Port) { EnableSsl = true };
        await client.SendMailAsync(Clients.MailMessage("b@x.test"));
    }
}
