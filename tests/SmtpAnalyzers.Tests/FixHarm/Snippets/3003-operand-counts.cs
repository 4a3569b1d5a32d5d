// finds: SMTP3003
// after: contains Record(response)
using System.Collections.Generic;
using MailKit.Net.Smtp;
using MimeKit;

public class Journal
{
    private readonly List<string> lines = new();

    public bool Send(SmtpClient client, MimeMessage message)
    {
        var response = client.Send(message);
        return response.StartsWith("OK") && Record(response);
    }

    private bool Record(string line)
    {
        lines.Add(line);
        return lines.Count < 1000;
    }
}
