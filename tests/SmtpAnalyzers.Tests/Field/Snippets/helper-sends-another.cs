using System.Net.Mail;

// A helper that sends something else each time is no retry: the next of a queue, a notice to the postmaster, by the next relay.
class Courier
{
    readonly SmtpClient client = new SmtpClient();
    readonly Queue<MailMessage> outbox = new Queue<MailMessage>();
    readonly string[] relays = { "a.example", "b.example" };

    public void Drain()
    {
        var failures = 0;
        while (outbox.Count > 0)
        {
            try { PostNext(failures); }
            catch (SmtpException)
            {
                failures++;
                Thread.Sleep(TimeSpan.FromSeconds(30));
            }
        }
    }

    public void Post(MailMessage message)
    {
        try { Carry(message, 1); }
        catch (SmtpException)
        {
            Carry(NoticeOf(message), 2);
        }
    }

    public void PostByAny(MailMessage message)
    {
        foreach (var relay in relays)
        {
            try { CarryBy(relay, message); return; }
            catch (SmtpException)
            {
                Thread.Sleep(TimeSpan.FromSeconds(30));
            }
        }
    }

    void PostNext(int failures) => client.Send(outbox.Dequeue());
    void Carry(MailMessage message, int attempt) => client.Send(message);
    void CarryBy(string relay, MailMessage message) { using var other = new SmtpClient(relay); other.Send(message); }
    static MailMessage NoticeOf(MailMessage message) =>
        new MailMessage("a@example.org", "postmaster@example.org", "Refused", message.Subject);
}
