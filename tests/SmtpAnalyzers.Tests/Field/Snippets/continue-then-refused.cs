using System.Net.Sockets;

class SmtpTalk
{
    StreamReader reader; StreamWriter writer;

    public List<string> Refused(IEnumerable<string> recipients)
    {
        var rejected = new List<string>();
        foreach (var to in recipients)
        {
            writer.WriteLine("RCPT TO:<" + to + ">");
            var reply = reader.ReadLine();
            if (reply.Substring(0, 3) == "250") continue; // finds: SMTP1009
            rejected.Add(to);
        }
        return rejected;
    }

    public List<string> RefusedToo(IEnumerable<string> recipients)
    {
        var rejected = new List<string>();
        foreach (var to in recipients)
        {
            writer.WriteLine("RCPT TO:<" + to + ">");
            var replyCode = int.Parse(reader.ReadLine().Substring(0, 3));
            if (replyCode == 250) // finds: SMTP1009
                continue;
            throw new IOException("recipient refused");
        }
        return rejected;
    }
}
