// finds: SMTP1003
// fixes: SMTP1003
// after: contains 334
using System.IO;

namespace Tiny.Smtp;

public class SmtpLogin
{
    private readonly TextReader reader;
    private readonly TextWriter writer;

    public SmtpLogin(TextReader reader, TextWriter writer)
    {
        this.reader = reader;
        this.writer = writer;
    }

    public void Login(string user64, string password64)
    {
        writer.Write("AUTH LOGIN\r\n");
        var line = reader.ReadLine() ?? "";
        if (line.Substring(0, 3) != "250")
            throw new IOException("AUTH refused: " + line);
        writer.Write(user64 + "\r\n");
        reader.ReadLine();
        writer.Write(password64 + "\r\n");
    }
}
