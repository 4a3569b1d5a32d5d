using MailKit.Net.Smtp; using MimeKit;
public class OneShot
{
    // MailKit's Send returns as usual when a handler closes the client: nothing is lost and nothing is sent twice.
    public void Go(SmtpClient client, MimeMessage message)
    {
        client.MessageSent += (sender, e) => client.Disconnect(true);
        client.Send(message);
    }
}
