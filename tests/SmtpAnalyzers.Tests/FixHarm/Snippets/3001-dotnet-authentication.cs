// finds: SMTP3001
// fixes: SMTP3001
// after: contains MailKit.Security
using System;
using System.Security.Authentication;
using MailKit.Net.Smtp;

public class LoginCheck
{
    public string Check(string host, string user, string password)
    {
        using var client = new SmtpClient();
        try
        {
            client.Connect(host, 587);
            client.Authenticate(user, password);
            return "ok";
        }
        catch (AuthenticationException ex)
        {
            return "login: " + ex.Message;
        }
    }
}
