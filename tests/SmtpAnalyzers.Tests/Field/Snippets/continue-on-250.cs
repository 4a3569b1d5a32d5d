using System.Net.Sockets;
namespace Probe.Smtp;
public class Tester
{
    private void Send(string command) { }
    private string Receive() => "250 ok";
    public void Run(List<string> recipients)
    {
        foreach (var recipient in recipients)
        {
            Send($"RCPT TO: <{recipient}>");
            if (Receive().Substring(0, 3) == "250") continue; // finds: SMTP1009
            throw new Exception("recipient refused");
        }
    }
}
