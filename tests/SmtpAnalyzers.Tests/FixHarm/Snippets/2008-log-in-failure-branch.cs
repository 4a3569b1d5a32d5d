// finds: SMTP2008
// fixes: SMTP2008
// after: contains log(reply)
// after: lacks throw new IOException(reply)
using System;
using System.IO;

namespace Device.Smtp;

public sealed class Pusher(StreamReader reader, StreamWriter writer, Action<string> log)
{
    public void Push(string from, string to, string data)
    {
        foreach (var line in new[] { $"MAIL FROM:<{from}>", $"RCPT TO:<{to}>", "DATA" })
            Say(line);
        writer.Write(data + "\r\n.\r\n");
        writer.Flush();
        if (!reader.ReadLine()!.StartsWith("250"))
            throw new IOException("not accepted");
        writer.WriteLine("QUIT");
        writer.Flush();
        var reply = reader.ReadLine() ?? "";
        if (!reply.StartsWith("221"))
        {
            log(reply);
            throw new IOException(reply);
        }
    }

    private void Say(string line)
    {
        writer.WriteLine(line);
        log(reader.ReadLine() ?? "");
    }
}
