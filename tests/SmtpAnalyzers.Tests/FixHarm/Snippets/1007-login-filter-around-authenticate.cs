// finds: SMTP1007
// fixes: SMTP1007
// after: contains AuthenticationException
// after: contains TemporaryAuthenticationFailure
using System;
using System.Threading.Tasks;
using MailKit.Net.Smtp;

public class Session
{
    private readonly SmtpClient _client;
    public Session(SmtpClient client) => _client = client;

    public async Task<bool> SignInAsync(string user, string password)
    {
        try
        {
            await _client.AuthenticateAsync(user, password);
            return true;
        }
        catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.TemporaryAuthenticationFailure)
        {
            Console.WriteLine("The server can't check passwords now: " + ex.Message);
            return false;
        }
    }
}
