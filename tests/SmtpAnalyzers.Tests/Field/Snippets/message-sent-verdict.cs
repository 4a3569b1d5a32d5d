using MailKit; using MailKit.Net.Smtp; using MimeKit;
public class Dispatcher : IDisposable
{
    readonly SmtpClient _smtp = new();
    public Dispatcher() => _smtp.MessageSent += OnMessageSent;
    void OnMessageSent(object sender, MessageSentEventArgs e)
    {
        if (!e.Response.StartsWith("2.0.0"))
        {
            throw new InvalidOperationException($"Unexpected response {e.Response}"); // finds: SMTP2009
        }
    }
    public Task Send(MimeMessage message) => _smtp.SendAsync(message);
    public void Dispose() => _smtp.Dispose();
}
