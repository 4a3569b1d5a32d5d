// finds: SMTP1003
// fixes: SMTP1003
// after: lacks statusCode != 250
using System.IO;

namespace Monitoring;

public sealed class SmtpProbe(StreamReader reader, StreamWriter writer)
{
    public bool Close()
    {
        int statusCode = Talk("QUIT");
        if (statusCode != 250)
            return false; // the monitor shows red then
        return true;
    }

    private int Talk(string command)
    {
        writer.WriteLine(command);
        writer.Flush();
        return int.Parse(reader.ReadLine()![..3]);
    }
}
