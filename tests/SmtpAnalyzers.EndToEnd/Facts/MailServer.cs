using System.Net;
using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Storage;

namespace SmtpAnalyzers.EndToEnd.Facts;

/// <summary>A server of the SmtpServer package on a free port of loopback, and a client that obeys its replies.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    /// <summary>Stands for a reply that never came.</summary>
    public const int None = -1;

    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _running;

    private MailServer(int port, ServiceProvider services)
    {
        Port = port;
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Port(port).Build();
        _running = new SmtpServer.SmtpServer(options, services).StartAsync(_stopping.Token);
    }

    public int Port { get; }

    public static MailServer Start(IMessageStore store, IMailboxFilter? filter = null)
    {
        var services = new ServiceProvider();
        services.Add(store);
        if (filter is not null)
            services.Add(filter);
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        return new MailServer(port, services);
    }

    /// <summary>Sends one message as a client does that obeys: again after 4yz or a lost connection, not after 5yz.</summary>
    /// <param name="timeout">How long the client waits for a reply.</param>
    /// <returns>The replies: 250 where it was accepted, 0 where the connection was lost.</returns>
    public async Task<IReadOnlyList<int>> RepliesAsync(TimeSpan? timeout = null)
    {
        var replies = new List<int>();
        while (replies.Count == 0 || (replies.Count < 3 && replies[^1] is 0 or (>= 400 and < 500)))
            replies.Add(await TryAsync(timeout ?? TimeSpan.FromMinutes(2)));
        return replies;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        // It waits for its sessions, which may hang.
        await Task.WhenAny(_running, Task.Delay(TimeSpan.FromSeconds(1)));
    }

    private async Task<int> TryAsync(TimeSpan timeout)
    {
        using var client = new SmtpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", Port, SecureSocketOptions.None);
            client.Timeout = (int)timeout.TotalMilliseconds;
            await client.SendAsync(Clients.MimeMessage("b@x.test"));
            await client.DisconnectAsync(quit: true);
            return 250;
        }
        catch (SmtpCommandException ex)
        {
            return (int)ex.StatusCode;
        }
        catch (SmtpProtocolException)
        {
            return 0;
        }
        catch (TimeoutException)
        {
            return None;
        }
    }
}
