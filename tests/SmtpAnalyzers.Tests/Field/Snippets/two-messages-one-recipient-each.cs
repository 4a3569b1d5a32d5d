using System.Net.Mail;
class Notices
{
    SmtpClient relay = new SmtpClient("h");
    public void Welcome(string who, string boss)
    {
        var hello = new MailMessage();
        hello.From = new MailAddress("a@b.c");
        hello.To.Add(who);
        var copy = new MailMessage();
        copy.From = new MailAddress("a@b.c");
        copy.To.Add(boss);
        try { relay.Send(hello); }
        catch (SmtpFailedRecipientException) // finds: SMTP2001
        {
            System.Threading.Thread.Sleep(60000);
            relay.Send(hello);
        }
        relay.Send(copy);
    }
}
