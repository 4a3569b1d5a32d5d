// finds: SMTP3006
// fixes: SMTP3006
// after: contains InnerException
using System;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MailKit.Security;

public class InvalidCredentialsException : Exception
{
    public InvalidCredentialsException(Exception inner) : base("Invalid credentials", inner) { }
}

public class Session
{
    public async Task LoginAsync(SmtpClient client, string user, string password)
    {
        try
        {
            await client.AuthenticateAsync(user, password);
        }
        catch (AuthenticationException ex)
        {
            throw new InvalidCredentialsException(ex);
        }
    }
}
