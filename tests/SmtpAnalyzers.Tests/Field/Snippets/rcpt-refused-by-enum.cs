namespace Smtp.Outbound;

public enum Step { Passed, RejectedByServer, Closed }

public interface ILine
{
    Task WriteAsync(string text);
    Task<string> ReadAsync();
}

// The steps of a dialogue, each of which says how it went by a value that is called a refusal.
public class Dialogue(ILine line, bool inOneGo)
{
    public async Task<Step> RecipientAsync(string address)
    {
        await line.WriteAsync("RCPT TO:<" + address + ">");
        if (!inOneGo)
        {
            var reply = await line.ReadAsync();
            if (!reply.StartsWith("250")) // finds: SMTP1009
                return Step.RejectedByServer;
        }

        return Step.Passed;
    }

    // 251 is taken.
    public async Task<Step> RightAsync(string address)
    {
        await line.WriteAsync("RCPT TO:<" + address + ">");
        var reply = await line.ReadAsync();
        if (!reply.StartsWith("25"))
            return Step.RejectedByServer;
        return Step.Passed;
    }

    // MAIL has no 251.
    public async Task<Step> SenderAsync(string address)
    {
        await line.WriteAsync("MAIL FROM:<" + address + ">");
        var reply = await line.ReadAsync();
        if (!reply.StartsWith("250"))
            return Step.RejectedByServer;
        return Step.Passed;
    }
}
