namespace SmtpAnalyzers.ScriptedServer;

/// <summary>What the server replies at one step, over all its connections.</summary>
public sealed class Script
{
    private readonly Lock gate = new();
    private Func<ReceivedCommand, Reply> next;

    internal Script(Func<ReceivedCommand, Reply> otherwise) => next = otherwise;

    /// <summary>These replies in order; the last one again and again after that.</summary>
    public void Gives(params Reply[] replies)
    {
        ArgumentOutOfRangeException.ThrowIfZero(replies.Length);
        var given = 0;
        Gives(_ => replies[Math.Min(given++, replies.Length - 1)]);
    }

    /// <summary>Whatever the delegate says. It is never called twice at once.</summary>
    public void Gives(Func<ReceivedCommand, Reply> reply)
    {
        lock (gate)
            next = reply;
    }

    internal Reply Next(ReceivedCommand command)
    {
        lock (gate)
            return next(command);
    }
}
