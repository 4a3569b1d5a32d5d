using MailKit;
using MailKit.Net.Smtp;

class Check
{
    SmtpClient client = new SmtpClient();
    ITrail trail = null;

    public bool Exists(string address)
    {
        try { client.Verify(address); return true; }
        catch (SmtpCommandException ex) { trail.Telemetry(ex); return false; } // finds: SMTP3007
    }

    public bool IsKnown(string address)
    {
        try { client.Verify(address); return true; }
        catch (SmtpCommandException ex) { Console.WriteLine(ex); return false; } // finds: SMTP3007
    }

    public bool IsThere(string address)
    {
        try { client.Verify(address); return true; }
        catch (SmtpCommandException ex) { trail.Report(ex); return false; } // finds: SMTP3007
    }
}

interface ITrail { void Telemetry(Exception e); void Report(Exception e); }
