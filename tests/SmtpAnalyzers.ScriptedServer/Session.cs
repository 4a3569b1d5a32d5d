using System.Collections.Concurrent;

namespace SmtpAnalyzers.ScriptedServer;

/// <summary>A line that a client sent, or the opening of the connection for <see cref="SmtpStep.Greeting"/>.</summary>
/// <param name="Step">Which step of the session it is.</param>
/// <param name="Line">The line as it came, without its end.</param>
public sealed record ReceivedCommand(SmtpStep Step, string Line)
{
    /// <summary>The mailbox between the angle brackets of MAIL or RCPT, else empty.</summary>
    public string Mailbox => Line.IndexOf('<') is var start && start >= 0 && Line.IndexOf('>', start) is var end && end > start
        ? Line[(start + 1)..end]
        : "";
}

/// <summary>A command and the reply it got.</summary>
public sealed record Exchange(ReceivedCommand Command, Reply Reply);

/// <summary>A message for which the server took responsibility: its end of data was answered 250.</summary>
public sealed record AcceptedMessage(string Sender, IReadOnlyList<string> Recipients, string Content);

/// <summary>What was said on one connection. Each entry is there before the client can see the reply.</summary>
public sealed class Session
{
    private readonly ConcurrentQueue<Exchange> exchanges = new();

    /// <summary>Commands and replies in order, the greeting first.</summary>
    public IReadOnlyList<Exchange> Exchanges => [.. exchanges];

    /// <summary>The steps that the client took, in order.</summary>
    public IReadOnlyList<SmtpStep> Steps => [.. exchanges.Select(exchange => exchange.Command.Step)];

    internal void Add(Exchange exchange) => exchanges.Enqueue(exchange);
}
