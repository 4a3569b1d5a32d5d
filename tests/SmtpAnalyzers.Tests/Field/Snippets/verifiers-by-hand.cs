using System.Net.Sockets;

public enum MailboxState { Exists, DoesNotExist, Unknown }

public sealed class MailboxReport { public bool IsDeliverable { get; set; } public string? Reply { get; set; } }

// 250 is yes, and everything else no: greylisting (450), 251, 252.
public class SmtpMailboxVerifier
{
    public async Task<bool> ExistsAsync(StreamReader reader, StreamWriter writer, string address)
    {
        await writer.WriteLineAsync("MAIL FROM:<probe@example.org>");
        await reader.ReadLineAsync();
        await writer.WriteLineAsync($"RCPT TO:<{address}>");
        var reply = await reader.ReadLineAsync();
        return reply != null && reply.StartsWith("250"); // finds: SMTP3007
    }

    public async Task<bool> VrfyAsync(StreamReader reader, StreamWriter writer, string address)
    {
        await writer.WriteLineAsync($"VRFY {address}");
        var code = int.Parse((await reader.ReadLineAsync())!.Substring(0, 3));
        return code == 250; // finds: SMTP3007
    }

    public async Task<MailboxState> StateAsync(StreamReader reader, StreamWriter writer, string address)
    {
        await writer.WriteLineAsync("RCPT TO:<" + address + ">");
        var reply = await reader.ReadLineAsync();
        if (reply!.StartsWith("250")) // finds: SMTP3007
            return MailboxState.Exists;
        return MailboxState.DoesNotExist;
    }

    public async Task<MailboxReport> ReportAsync(StreamReader reader, StreamWriter writer, string address)
    {
        var report = new MailboxReport();
        await writer.WriteLineAsync($"RCPT TO:<{address}>");
        report.Reply = await reader.ReadLineAsync();
        report.IsDeliverable = report.Reply!.StartsWith("250"); // finds: SMTP3007
        return report;
    }

    // Only a 5yz is a no.
    public async Task<MailboxState> RightAsync(StreamReader reader, StreamWriter writer, string address)
    {
        await writer.WriteLineAsync($"RCPT TO:<{address}>");
        var reply = await reader.ReadLineAsync();
        if (reply!.StartsWith("25"))
            return MailboxState.Exists;
        return reply[0] == '5' ? MailboxState.DoesNotExist : MailboxState.Unknown;
    }

    public async Task<MailboxState> AskingAsync(StreamReader reader, StreamWriter writer, string address)
    {
        await writer.WriteLineAsync($"VRFY {address}");
        var reply = await reader.ReadLineAsync();
        if (reply!.StartsWith("250"))
            return MailboxState.Exists;
        return reply.StartsWith("550") ? MailboxState.DoesNotExist : MailboxState.Unknown;
    }

    public async Task<MailboxState> CarefulAsync(StreamReader reader, StreamWriter writer, string address)
    {
        await writer.WriteLineAsync($"VRFY {address}");
        var reply = await reader.ReadLineAsync();
        return reply!.StartsWith("250") ? MailboxState.Exists : MailboxState.Unknown;
    }
}

public class SmtpCapabilities
{
    // Whether the server knows the command.
    public async Task<bool> SupportsVrfyAsync(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("VRFY postmaster");
        var reply = await reader.ReadLineAsync();
        return reply!.StartsWith("250");
    }

    public async Task<bool> IsAliveAsync(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("EHLO probe");
        return (await reader.ReadLineAsync())!.StartsWith("250");
    }
}

// A client that sends: RCPT is a step, and no verdict on the mailbox.
public class SmtpSender
{
    public async Task<bool> SendAsync(StreamReader reader, StreamWriter writer, string address, string text)
    {
        await writer.WriteLineAsync($"RCPT TO:<{address}>");
        var reply = await reader.ReadLineAsync();
        if (!reply!.StartsWith("250") && !reply.StartsWith("251"))
            return false;
        await writer.WriteLineAsync("DATA");
        await reader.ReadLineAsync();
        await writer.WriteLineAsync(text + "\r\n.");
        return (await reader.ReadLineAsync())!.StartsWith("250");
    }
}

// A client that sends as well. The helper throws unless the server answers what is expected.
public class SmtpDialogue
{
    public bool Exists(string address)
    {
        try
        {
            Command("VRFY " + address, 250); // finds: SMTP3007
            return true;
        }
        catch
        {
            return false;
        }
    }

    // 251 and 252 are no refusals, and a lost connection is none.
    public bool? IsKnown(string address)
    {
        try
        {
            Command("VRFY " + address, 250);
            return true;
        }
        catch (IOException)
        {
            return null;
        }
    }

    public bool CanVerify()
    {
        try
        {
            Command("VRFY postmaster", 250);
            return true;
        }
        catch
        {
            return false;
        }
    }

    public void Text(string text)
    {
        Command("DATA", 354);
        Command(text + "\r\n.", 250);
    }

    private void Command(string line, int expected)
    {
        if (Talk(line) != expected)
            throw new IOException(line);
    }

    private int Talk(string line) => line.Length;
}
