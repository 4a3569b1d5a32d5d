using System.Diagnostics;
using SmtpAnalyzers.ScriptedServer;

namespace SmtpAnalyzers.EndToEnd.Facts;

/// <summary>
/// What a time-out after the final dot says of the message: nothing. The server had it, and accepts it when nobody listens any more.
/// </summary>
public sealed class TimeoutFacts
{
    // In milliseconds; patient enough for everything before the dot on a busy machine.
    private const int Patience = 2000, Delay = 4000;

    [Fact]
    public async Task MailKit_throws_TimeoutException_from_the_asynchronous_send()
    {
        await using var server = SlowServer();
        using var client = await Clients.ConnectMailKitAsync(server);
        client.Timeout = Patience;
        await Assert.ThrowsAsync<TimeoutException>(() => client.SendAsync(Clients.MimeMessage("b@x.test")));
        Assert.False(client.IsConnected);
        await AssertAcceptedAsync(server);
    }

    [Fact]
    public async Task MailKit_throws_IOException_from_the_synchronous_send()
    {
        await using var server = SlowServer();
        using var client = await Clients.ConnectMailKitAsync(server);
        client.Timeout = Patience;
        await Assert.ThrowsAsync<IOException>(() => Task.Run(() => client.Send(Clients.MimeMessage("b@x.test"))));
        Assert.False(client.IsConnected);
        await AssertAcceptedAsync(server);
    }

    [Fact]
    public async Task System_Net_Mail_gives_GeneralFailure()
    {
        await using var server = SlowServer();
        using var client = new System.Net.Mail.SmtpClient(server.Host, server.Port) { Timeout = Patience };
        var ex = await Assert.ThrowsAsync<System.Net.Mail.SmtpException>(
            () => Task.Run(() => client.Send(Clients.MailMessage("b@x.test"))));
        Assert.Equal(System.Net.Mail.SmtpStatusCode.GeneralFailure, ex.StatusCode);
        await AssertAcceptedAsync(server);
    }

    private static ScriptedSmtpServer SlowServer()
    {
        var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.EndOfData).Gives(_ =>
        {
            Thread.Sleep(Delay);
            return 250;
        });
        return server;
    }

    private static async Task AssertAcceptedAsync(ScriptedSmtpServer server)
    {
        for (var watch = Stopwatch.StartNew(); server.Messages.Count == 0 && watch.Elapsed < TimeSpan.FromSeconds(30);)
            await Task.Delay(50);
        Assert.Single(server.Messages);
    }
}
