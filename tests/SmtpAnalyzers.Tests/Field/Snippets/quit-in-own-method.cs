// SMTP by hand: what QUIT is answered decides over the order that was accepted, and the journal stands between.
public interface IOrderJournal { void Debug(string text); }

public class OrderPost(StreamReader input, StreamWriter output, IOrderJournal journal)
{
    public void Post(string from, string to, string text)
    {
        Ask("MAIL FROM:<" + from + ">", "250");
        Recipient(to);
        Ask("DATA", "354");
        Ask(text + "\r\n.", "250");
        Leave();
    }

    private void Recipient(string to)
    {
        output.WriteLine("RCPT TO:<" + to + ">");
        var reply = input.ReadLine();
        journal.Debug("RCPT: " + reply);
        if (reply == null)
            throw new IOException("no reply");
        if (!reply.StartsWith("250")) // finds: SMTP1009
            throw new IOException(reply);
    }

    private void Leave()
    {
        output.WriteLine("QUIT");
        var reply = input.ReadLine();
        if (reply == null)
            return;
        if (!reply.StartsWith("221")) // finds: SMTP2008
            throw new IOException(reply);
    }

    private void Ask(string line, string expected)
    {
        output.WriteLine(line);
        if (input.ReadLine() is not { } reply || !reply.StartsWith(expected))
            throw new IOException(line);
    }
}

// Whoever only looks whether somebody is there has nothing to lose.
public class OrderProbe(StreamReader input, StreamWriter output)
{
    public void Greet()
    {
        output.WriteLine("EHLO orders.example");
        input.ReadLine();
        Leave();
    }

    private void Leave()
    {
        output.WriteLine("QUIT");
        if (input.ReadLine() is not { } reply || !reply.StartsWith("221"))
            throw new IOException("QUIT");
    }
}
