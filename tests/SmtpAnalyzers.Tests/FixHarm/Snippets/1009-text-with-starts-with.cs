// finds: SMTP1009
// fixes: SMTP1009
// after: lacks StartsWith("25")
// after: contains 251 | / 100
using System.IO;

namespace Probe.Smtp;

public class RcptProbe
{
    readonly TextReader r; readonly TextWriter w;
    public RcptProbe(TextReader r, TextWriter w) { this.r = r; this.w = w; }

    public bool Accepts(string mailbox)
    {
        w.WriteLine("RCPT TO:<" + mailbox + ">");
        w.Flush();
        var answer = r.ReadLine() ?? "";
        return answer.StartsWith("250") ? true : throw new IOException(answer);
    }
}
