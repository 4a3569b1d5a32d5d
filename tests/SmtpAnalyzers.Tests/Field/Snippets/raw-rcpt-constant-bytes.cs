using System.Net.Sockets;
using System.Text;
namespace Tiny.Smtp;
public class CommandResponse { public int Code; public string Message = ""; }
public class TinySmtpClient
{
    private const string COMMAND_RCPT_TO = "RCPT TO";
    private const string COMMAND_QUIT = "QUIT";
    private readonly NetworkStream _stream = null!;
    private async Task<CommandResponse> SendCommandWithResult(byte[] data)
    {
        await _stream.WriteAsync(data);
        var buffer = new byte[512];
        int n = await _stream.ReadAsync(buffer);
        var line = Encoding.ASCII.GetString(buffer, 0, n);
        return new CommandResponse { Code = int.Parse(line.Substring(0, 3)), Message = line };
    }
    public async Task Rcpt(string address)
    {
        CommandResponse response = await SendCommandWithResult(Encoding.UTF8.GetBytes($"{COMMAND_RCPT_TO}: <{address}>\r\n"));
        if (response.Code != 250) // finds: SMTP1009
            throw new IOException(response.Message);
    }
    public async Task Deliver(string address, string body)
    {
        await Rcpt(address);
        var accepted = await SendCommandWithResult(Encoding.UTF8.GetBytes(body + "\r\n.\r\n"));
        if (accepted.Code != 250) throw new IOException(accepted.Message);
        var bye = await SendCommandWithResult(Encoding.UTF8.GetBytes($"{COMMAND_QUIT}\r\n"));
        if (bye.Code != 221) // finds: SMTP2008
            throw new IOException(bye.Message);
    }
}
