namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP2004_SentToEveryoneAgainTests
{
    private static readonly Verifier Rule = new("SMTP2004");

    public static readonly Cases Reported = new()
    {
        { "a message that doesn't resolve", """
            void Send() {
                try { client.Send({|CS0103:Letter|}); }
                catch (SmtpFailedRecipientsException) { Thread.Sleep(60_000); {|SMTP2004:client.Send({|CS0103:Letter|})|}; }
            }
            """ },
        { "a recipient that doesn't resolve, and another", """
            void Send() {
                var mail = new MailMessage({|CS0103:settings|}.Sender, {|CS0103:settings|}.Recipient); mail.CC.Add("b@x.test");
                try { client.Send(mail); }
                catch (SmtpFailedRecipientsException) { Thread.Sleep(60_000); {|SMTP2004:client.Send(mail)|}; }
            }
            """ },
        {
            "a task sent it",
            """
            async Task Send()
            {
                try { await Task.Run(() => client.Send(message)); }
                catch (SmtpFailedRecipientsException ex) when ((int)ex.InnerExceptions[0].StatusCode < 500)
                {
                    {|SMTP2004:client.Send(message)|};
                }
            }
            """
        },
        {
            "the sample of the documentation",
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpFailedRecipientsException ex)
                {
                    for (int i = 0; i < ex.InnerExceptions.Length; i++)
                    {
                        SmtpStatusCode status = ex.InnerExceptions[i].StatusCode;
                        if (status == SmtpStatusCode.MailboxBusy || status == SmtpStatusCode.MailboxUnavailable)
                        {
                            Thread.Sleep(5000);
                            {|SMTP2004:client.Send(message)|};
                        }
                    }
                }
            }
            """
        },
        { "4yz only", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpFailedRecipientsException ex) {
                    foreach (var one in ex.InnerExceptions)
                        if ((int)one.StatusCode / 100 == 4) {|SMTP2004:client.Send(message)|};
                }
            }
            """ },
        { "addresses that are joined", """
            string[] admins;
            void Send()
            {
                using var joined = new MailMessage("a@example.com", string.Join(',', admins), "run", "text");
                try { client.Send(joined); }
                catch (SmtpFailedRecipientsException) { {|SMTP2004:client.Send(joined)|}; }
            }
            """ },
        { "one recipient of several", """
            async Task Send() {
                try { await client.SendMailAsync(message); }
                catch (SmtpFailedRecipientException) {
                    await Task.Delay(60_000); await {|SMTP2004:client.SendMailAsync(message)|};
                }
            }
            """ },
        { "another client", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpFailedRecipientsException) {
                    using (var c = new SmtpClient("second")) {|SMTP2004:c.Send(message)|};
                }
            }
            """ },
        { "in a filter", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpFailedRecipientsException ex) when (ex.InnerExceptions.Length < 5) {
                    {|SMTP2004:client.Send(message)|};
                }
            }
            """ },
        { "by a loop", """
            void Send() {
                for (var i = 0; i < 3; i++) {
                    try { {|SMTP2004:client.Send(message)|}; return; }
                    catch (SmtpFailedRecipientsException) { Thread.Sleep(60_000); }
                }
            }
            """ },
        { "a message in a local, several recipients", """
            void Send(string[] to) {
                var mail = new MailMessage(); foreach (var one in to) mail.To.Add(one);
                try { client.Send(mail); }
                catch (SmtpFailedRecipientsException) { {|SMTP2004:client.Send(mail)|}; }
            }
            """ },
        { "one recipient and a copy", """
            void Send(MailAddress from, MailAddress to, MailAddress cc) {
                var mail = new MailMessage(from, to); mail.CC.Add(cc);
                try { client.Send(mail); }
                catch (SmtpFailedRecipientException) { {|SMTP2004:client.Send(mail)|}; }
            }
            """ },
        { "the refused are taken out, and the others have it", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpFailedRecipientException ex) {
                    message.To.Remove(new MailAddress(ex.FailedRecipient));
                    {|SMTP2004:client.Send(message)|};
                }
            }
            """ },
        { "each refused is looked for and taken out", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpFailedRecipientsException ex) {
                    foreach (var one in ex.InnerExceptions) {
                        var refused = message.To.FirstOrDefault(to => to.Address == one.FailedRecipient.Trim('<', '>'));
                        if (refused != null) message.To.Remove(refused);
                    }
                    {|SMTP2004:client.Send(message)|};
                }
            }
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "one recipient, whose address doesn't resolve", """
            void Send() {
                var mail = new MailMessage({|CS0103:settings|}.Sender, {|CS0103:settings|}.Recipient); mail.Subject = "one";
                try { client.Send(mail); } catch (SmtpFailedRecipientsException) { Thread.Sleep(60_000); client.Send(mail); }
            }
            """ },
        { "a message of its own", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpFailedRecipientException ex) {
                    var mail = new MailMessage("a@x.test", ex.FailedRecipient); client.Send(mail);
                }
            }
            """ },
        { "a notice", """
            void Send(MailMessage notice) {
                try { client.Send(message); } catch (SmtpFailedRecipientsException) { client.Send(notice); }
            }
            """ },
        { "the recipients are changed before", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpFailedRecipientException ex) {
                    message.To.Clear(); message.To.Add(ex.FailedRecipient); client.Send(message);
                }
            }
            """ },
        { "one recipient by construction", """
            void Send(MailAddress from, MailAddress to) {
                var mail = new MailMessage(from, to);
                try { client.Send(mail); }
                catch (SmtpFailedRecipientException) { client.Send(mail); }
            }
            """ },
        { "one recipient, added", """
            void Send(MailAddress to) {
                var mail = new MailMessage(); mail.To.Add(to);
                try { client.Send(mail); }
                catch (SmtpFailedRecipientException) { client.Send(mail); }
            }
            """ },
        { "the base of all failures", "void Send() { try { client.Send(message); } catch (SmtpException) { client.Send(message); } }" },
        { "collected for later", """
            void Send(List<string> later) {
                try { client.Send(message); }
                catch (SmtpFailedRecipientsException ex) {
                    foreach (var one in ex.InnerExceptions) later.Add(one.FailedRecipient);
                }
            }
            """ },
        {
            "each refused recipient alone, with a try of its own",
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpFailedRecipientsException ex)
                {
                    foreach (var one in ex.InnerExceptions)
                    {
                        try {
                            message.To.Clear();
                            message.CC.Clear();
                            message.Bcc.Clear();
                            message.To.Add(one.FailedRecipient);
                            client.Send(message);
                        }
                        catch (SmtpFailedRecipientException again) { log.Info(again.FailedRecipient); }
                    }
                }
            }
            """
        },
        { "the accepted are taken out", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpFailedRecipientException ex) {
                    for (var i = message.To.Count - 1; i >= 0; i--)
                        if (message.To[i].Address != ex.FailedRecipient.Trim('<', '>')) message.To.RemoveAt(i);
                    client.Send(message);
                }
            }
            """ },
        { "the next message", """
            void SendAll(List<MailMessage> mails) {
                foreach (var mail in mails) {
                    try { client.Send(mail); } catch (SmtpFailedRecipientsException ex) { log.Info(ex.Message); }
                }
            }
            """ },
    };

    [Theory, MemberData(nameof(Reported))]
    public Task Sent_to_everyone_again(string member) => Rule.SystemNetMail(member);

    [Theory, MemberData(nameof(Silent))]
    public Task Silent_where_nobody_gets_it_twice(string member) => Rule.SystemNetMail(member);

    [Fact]
    public Task It_takes_the_place_of_a_blind_retry() => Verify.Delivery.SystemNetMail(
        """
            void Send() {
                try { client.Send(message); }
                catch (SmtpFailedRecipientsException) { Thread.Sleep(60_000); {|SMTP2004:client.Send(message)|}; }
            }
            """);
}
