using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SmtpAnalyzers.ScriptedServer;

/// <summary>
/// An SMTP server on loopback that gives any reply at any step. Unscripted steps are answered as by a server that accepts everything.
/// Scripts are shared by all connections, so "450, then 250" holds over a client's reconnects, as greylisting does.
/// </summary>
/// <example>
/// <code>
/// await using var server = ScriptedSmtpServer.Start();
/// server.OnRecipient("b@example.test").Gives(450, 250);
/// server.On(SmtpStep.Quit).Gives(Reply.Close);
/// </code>
/// </example>
public sealed class ScriptedSmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<SmtpStep, Script> scripts = new();
    private readonly ConcurrentDictionary<string, Script> recipients = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<Session> sessions = new();
    private readonly ConcurrentQueue<AcceptedMessage> messages = new();
    private readonly List<Task> connections = [];
    private readonly Task listening;

    private ScriptedSmtpServer()
    {
        listener.Start();
        listening = ListenAsync();
    }

    public string Host => IPAddress.Loopback.ToString();

    /// <summary>The port that the system chose.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What EHLO offers, for instance PIPELINING or AUTH PLAIN. Read at each EHLO.</summary>
    public IReadOnlyList<string> Extensions { get; set; } = ["8BITMIME"];

    /// <summary>One entry for each connection, in the order in which they came.</summary>
    public IReadOnlyList<Session> Sessions => [.. sessions];

    /// <summary>The messages of all connections for which the server took responsibility.</summary>
    public IReadOnlyList<AcceptedMessage> Messages => [.. messages];

    /// <summary>Commands and replies of all connections.</summary>
    public IEnumerable<Exchange> Exchanges => Sessions.SelectMany(session => session.Exchanges);

    public static ScriptedSmtpServer Start() => new();

    /// <summary>The script of a step.</summary>
    public Script On(SmtpStep step) => scripts.GetOrAdd(step, _ => new Script(command => Ordinary(command.Step)));

    /// <summary>The script of RCPT for one recipient; it goes before that of the step.</summary>
    public Script OnRecipient(string mailbox) => recipients.GetOrAdd(mailbox, _ => new Script(command => Ordinary(command.Step)));

    /// <summary>How often this step was taken.</summary>
    public int Count(SmtpStep step) => Exchanges.Count(exchange => exchange.Command.Step == step);

    /// <summary>The codes given to RCPT for this mailbox, in order.</summary>
    public IReadOnlyList<int> RepliesTo(string mailbox) =>
    [
        .. from exchange in Exchanges
           where exchange.Command.Step == SmtpStep.Rcpt && exchange.Command.Mailbox == mailbox
           select exchange.Reply.Code,
    ];

    /// <summary>Waits until every connection made so far has ended, by either side.</summary>
    public Task WhenDisconnectedAsync()
    {
        lock (connections)
            return Task.WhenAll(connections);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await listening;
        listener.Dispose();
        await WhenDisconnectedAsync();
        stopping.Dispose();
    }

    internal Reply ReplyTo(ReceivedCommand command) =>
        command.Step == SmtpStep.Rcpt && recipients.TryGetValue(command.Mailbox, out var script)
            ? script.Next(command)
            : On(command.Step).Next(command);

    internal void Accept(AcceptedMessage message) => messages.Enqueue(message);

    private Reply Ordinary(SmtpStep step) => step switch
    {
        SmtpStep.Greeting => new Reply(220, "scripted.example.test ESMTP"),
        SmtpStep.Ehlo => new Reply(250, ["scripted.example.test", .. Extensions]),
        SmtpStep.Auth => 235,
        SmtpStep.Data => 354,
        SmtpStep.Vrfy => 252,
        SmtpStep.StartTls or SmtpStep.Expn => 502,
        SmtpStep.Quit => new Reply(221).ThenClose(),
        SmtpStep.Unknown => 500,
        _ => 250,
    };

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stopping.Token);
                var session = new Session();
                sessions.Enqueue(session);
                lock (connections)
                    connections.Add(new Connection(this, session, client).RunAsync(stopping.Token));
            }
        }
        catch (OperationCanceledException)
        {
        }
    }
}
