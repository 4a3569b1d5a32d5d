using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.CodeFixes;

namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP3005_OneFormOfRefusalTests
{
    // What the fix makes of both forms.
    private const string All = "ex is SmtpFailedRecipientsException several ? several.InnerExceptions : new[] { ex }";

    private const string AllInFilter = "ex is SmtpFailedRecipientsException all ? all.InnerExceptions : new[] { ex }";

    public static readonly Cases Positives = new()
    {
        { "several alone", """
            void Send() {
                try { client.Send(message); }
                catch {|SMTP3005:(SmtpFailedRecipientsException ex)|}
                { foreach (var one in ex.InnerExceptions) log.Info(one.FailedRecipient); }
            }
            """ },
        { "several without a name", """
            void Send() {
                try { client.Send(message); }
                catch {|SMTP3005:(SmtpFailedRecipientsException)|} { log.Info("refused"); }
            }
            """ },
        { "several with a filter", """
            void Send() {
                try { client.Send(message); }
                catch {|SMTP3005:(SmtpFailedRecipientsException ex)|} when (ex.InnerExceptions.Length > 1) {
                    log.Info(ex.Message);
                }
            }
            """ },
        { "several before every exception", """
            void Send() {
                try { client.Send(message); }
                catch {|SMTP3005:(SmtpFailedRecipientsException ex)|}
                { foreach (var one in ex.InnerExceptions) log.Info(one.FailedRecipient); }
                catch (Exception ex) { log.Info(ex.ToString()); }
            }
            """ },
        { "several, sent asynchronously", """
            async Task Send() {
                try { await client.SendMailAsync(message); }
                catch {|SMTP3005:(SmtpFailedRecipientsException ex)|} { log.Info(ex.Message); }
            }
            """ },
        { "one, decided by its code", """
            void Send() {
                try { client.Send(message); }
                catch {|SMTP3005:(SmtpFailedRecipientException ex)|}
                { if (ex.StatusCode == SmtpStatusCode.MailboxBusy) queue.Requeue(message); }
            }
            """ },
        { "one, by the class", """
            void Send() {
                try { client.Send(message); }
                catch {|SMTP3005:(SmtpFailedRecipientException ex)|}
                { if ((int)ex.StatusCode < 500) queue.Requeue(message); else queue.DeadLetter(message); }
            }
            """ },
        { "one, by a local that holds its code", """
            void Send() {
                try { client.Send(message); }
                catch {|SMTP3005:(SmtpFailedRecipientException ex)|}
                { var code = (int)ex.StatusCode; if (code < 500) queue.Requeue(message); }
            }
            """ },
        { "one, in a filter", """
            void Send() {
                try { client.Send(message); }
                catch {|SMTP3005:(SmtpFailedRecipientException ex)|}
                    when (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) {
                    queue.DeadLetter(message);
                }
            }
            """ },
        { "one, in a switch", """
            void Send() {
                try { client.Send(message); }
                catch {|SMTP3005:(SmtpFailedRecipientException ex)|}
                { switch (ex.StatusCode) { case SmtpStatusCode.MailboxBusy: queue.Requeue(message); break; } }
            }
            """ },
        { "one, by a helper", """
            bool IsTransient(SmtpStatusCode code) => (int)code / 100 == 4;
            void Send() {
                try { client.Send(message); }
                catch {|SMTP3005:(SmtpFailedRecipientException ex)|}
                { if (IsTransient(ex.StatusCode)) queue.Requeue(message); }
            }
            """ },
        { "one, a message of several by construction", """
            void Send(string[] to)
            {
                var mail = new MailMessage { From = new MailAddress("a@x.test") };
                foreach (var address in to)
                    mail.To.Add(address);
                try { client.Send(mail); }
                catch {|SMTP3005:(SmtpFailedRecipientException ex)|} {
                    if (ex.StatusCode == SmtpStatusCode.MailboxBusy) queue.Requeue(mail);
                }
            }
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "both", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpFailedRecipientsException ex) { log.Info(ex.Message); }
                catch (SmtpFailedRecipientException ex) {
                    if (ex.StatusCode == SmtpStatusCode.MailboxBusy) queue.Requeue(message);
                }
            }
            """ },
        { "several that are permanent, after a handler for the others", """
            Verdict Send() {
                try { client.Send(message); return Verdict.Sent; }
                catch (SmtpFailedRecipientsException ex) when (ex.InnerExceptions.Any(one =>
                    (int)one.StatusCode / 100 == 4)) {
                    return Verdict.Retry;
                }
                catch (SmtpFailedRecipientsException) { return Verdict.Permanent; }
                catch (SmtpException ex) { return (int)ex.StatusCode / 100 == 5 ? Verdict.Permanent : Verdict.Retry; }
            }
            """ },
        { "several, only logged, before every exception", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpFailedRecipientsException ex) { log.Info(ex.Message); }
                catch (Exception ex) { log.Info(ex.ToString()); }
            }
            """ },
        { "several, and the base of all", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpFailedRecipientsException ex) { log.Info(ex.Message); }
                catch (SmtpException ex) { if ((int)ex.StatusCode < 500) queue.Requeue(message); }
            }
            """ },
        { "several, and one in a filter", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpFailedRecipientsException ex) { log.Info(ex.Message); }
                catch (Exception ex) when (ex is SmtpFailedRecipientException) { queue.Requeue(message); }
            }
            """ },
        { "several, and one around it", """
            void Send() {
                try {
                    try { client.Send(message); } catch (SmtpFailedRecipientsException ex) { log.Info(ex.Message); }
                }
                catch (SmtpFailedRecipientException) { queue.Requeue(message); }
            }
            """ },
        { "one that looks inside", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpFailedRecipientException ex) {
                    foreach (var one in ex is SmtpFailedRecipientsException all ? all.InnerExceptions : new[] {
                        ex
                    }) if (one.StatusCode == SmtpStatusCode.MailboxBusy) queue.Requeue(message);
                }
            }
            """ },
        { "one, logged from a local", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpFailedRecipientException ex) {
                    var code = ex.StatusCode; log.Info($"{ex.FailedRecipient}: {code}");
                }
            }
            """ },
        { "one, logged", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpFailedRecipientException ex) { log.Info($"{ex.FailedRecipient}: {ex.StatusCode}"); }
            }
            """ },
        { "one, of one recipient", """
            void Send(string to)
            {
                var mail = new MailMessage("a@x.test", to);
                try { client.Send(mail); }
                catch (SmtpFailedRecipientException ex) { if ((int)ex.StatusCode < 500) queue.Requeue(mail); else queue.DeadLetter(mail); }
            }
            """ },
        { "one, of one recipient that is added", """
            void Send(string to)
            {
                var mail = new MailMessage();
                mail.To.Add(to);
                try { client.Send(mail); }
                catch (SmtpFailedRecipientException ex) { if ((int)ex.StatusCode < 500) queue.Requeue(mail); else queue.DeadLetter(mail); }
            }
            """ },
        { "one, of a message to one in a loop", """
            void Send(string[] all)
            {
                foreach (var to in all)
                {
                    var mail = new MailMessage();
                    mail.To.Add(to);
                    try { client.Send(mail); }
                    catch (SmtpFailedRecipientException ex) {
                        if ((int)ex.StatusCode < 500) queue.Requeue(mail);
                        else queue.DeadLetter(mail);
                    }
                }
            }
            """ },
        { "one, of four strings", """
            void Send(string to) {
                try { client.Send("a@x.test", to, "subject", "body"); }
                catch (SmtpFailedRecipientException ex) { if ((int)ex.StatusCode < 500) queue.Requeue(message); }
            }
            """ },
        { "a helper that may handle the other", """
            void Other() { }
            void Send() { try { Other(); } catch (SmtpFailedRecipientsException ex) { log.Info(ex.Message); } }
            """ },
        { "an inner try handles them all", """
            void Send() {
                try { try { client.Send(message); } catch (SmtpException) { } }
                catch (SmtpFailedRecipientsException ex) { log.Info(ex.Message); }
            }
            """ },
        { "the base, decided by its code", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpException ex) { if ((int)ex.StatusCode < 500) queue.Requeue(message); }
            }
            """ },
        { "the code of none is handled", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpFailedRecipientException ex) {
                    if (ex.StatusCode == SmtpStatusCode.GeneralFailure) queue.Requeue(message);
                }
            }
            """ },
    };

    public static readonly FixCases Fixes = new()
    {
        {
            "several, gone through",
            """
            void Send()
            {
                try
                {
                    client.Send(message);
                }
                catch {|SMTP3005:(SmtpFailedRecipientsException ex)|}
                {
                    // Each of them.
                    foreach (var one in ex.InnerExceptions)
                        log.Info(one.FailedRecipient);
                }
            }
            """,
            """
            void Send()
            {
                try
                {
                    client.Send(message);
                }
                catch (SmtpFailedRecipientException ex)
                {
                    var failures = ex is SmtpFailedRecipientsException several ? several.InnerExceptions : new[] { ex };
                    // Each of them.
                    foreach (var one in failures)
                        log.Info(one.FailedRecipient);
                }
            }
            """
        },
        {
            "several, in one line",
            "void Send() { try { client.Send(message); } "
                + """catch {|SMTP3005:(SmtpFailedRecipientsException ex)|} { log.Info("" + ex.InnerExceptions.Length); } }""",
            "void Send() { try { client.Send(message); } "
                + $$"""catch (SmtpFailedRecipientException ex) { var failures = {{All}}; log.Info("" + failures.Length); } }"""
        },
        {
            "several, not looked into",
            """
            void Send()
            {
                try { client.Send(message); }
                catch {|SMTP3005:(System.Net.Mail.SmtpFailedRecipientsException)|} { log.Info("refused"); }
            }
            """,
            """
            void Send()
            {
                try { client.Send(message); }
                catch (System.Net.Mail.SmtpFailedRecipientException) { log.Info("refused"); }
            }
            """
        },
        {
            "one",
            """
            void Send()
            {
                try
                {
                    client.Send(message);
                }
                catch {|SMTP3005:(SmtpFailedRecipientException ex)|}
                {
                    if ((int)ex.StatusCode >= 500)
                        queue.DeadLetter(ex.FailedRecipient);
                    else
                        queue.Requeue(ex.FailedRecipient);
                }
            }
            """,
            """
            void Send()
            {
                try
                {
                    client.Send(message);
                }
                catch (SmtpFailedRecipientException ex)
                {
                    foreach (var failure in ex is SmtpFailedRecipientsException several ? several.InnerExceptions : new[] { ex })
                    {
                        if ((int)failure.StatusCode >= 500)
                            queue.DeadLetter(failure.FailedRecipient);
                        else
                            queue.Requeue(failure.FailedRecipient);
                    }
                }
            }
            """
        },
        {
            "one, whose handler ends with a jump",
            """
            bool Send()
            {
                try
                {
                    client.Send(message);
                    return true;
                }
                catch {|SMTP3005:(SmtpFailedRecipientException ex)|}
                {
                    switch (ex.StatusCode)
                    {
                        case SmtpStatusCode.MailboxBusy:
                            queue.Requeue(ex.FailedRecipient);
                            break;
                    }

                    return false;
                }
            }
            """,
            """
            bool Send()
            {
                try
                {
                    client.Send(message);
                    return true;
                }
                catch (SmtpFailedRecipientException ex)
                {
                    foreach (var failure in ex is SmtpFailedRecipientsException several ? several.InnerExceptions : new[] { ex })
                    {
                        switch (failure.StatusCode)
                        {
                            case SmtpStatusCode.MailboxBusy:
                                queue.Requeue(failure.FailedRecipient);
                                break;
                        }
                    }

                    return false;
                }
            }
            """
        },
        {
            "several, where a filter looks at each",
            """
            void Send()
            {
                try { client.Send(message); }
                catch {|SMTP3005:(SmtpFailedRecipientsException ex)|} when (ex.InnerExceptions.All(one => (int)one.StatusCode >= 500)) {
                    log.Info(ex.Message);
                }
            }
            """,
            $$"""
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpFailedRecipientException ex) when (({{AllInFilter}}).All(one => (int)one.StatusCode >= 500)) {
                    log.Info(ex.Message);
                }
            }
            """
        },
        {
            "several, where a filter asks for more than one",
            """
            void Send()
            {
                try { client.Send(message); }
                catch {|SMTP3005:(SmtpFailedRecipientsException ex)|} when (ex.InnerExceptions.Length > 1) { log.Info(ex.Message); }
            }
            """,
            """
            void Send()
            {
                try { client.Send(message); }
                catch {|SMTP3005:(SmtpFailedRecipientsException ex)|} when (ex.InnerExceptions.Length > 1) { log.Info(ex.Message); }
            }
            """
        },
        {
            "one, for which the whole message would be queued",
            """
            void Send()
            {
                try { client.Send(message); }
                catch {|SMTP3005:(SmtpFailedRecipientException ex)|} { if ((int)ex.StatusCode / 100 == 4) queue.Requeue(message); }
            }
            """,
            """
            void Send()
            {
                try { client.Send(message); }
                catch {|SMTP3005:(SmtpFailedRecipientException ex)|} { if ((int)ex.StatusCode / 100 == 4) queue.Requeue(message); }
            }
            """
        },
        {
            "one, whose handler returns",
            """
            bool Send()
            {
                try { client.Send(message); return true; }
                catch {|SMTP3005:(SmtpFailedRecipientException ex)|} { return (int)ex.StatusCode / 100 == 4; }
            }
            """,
            """
            bool Send()
            {
                try { client.Send(message); return true; }
                catch {|SMTP3005:(SmtpFailedRecipientException ex)|} { return (int)ex.StatusCode / 100 == 4; }
            }
            """
        },
    };

    [Theory, MemberData(nameof(Positives))]
    public Task Reported(string member) => Verify.Exceptions.SystemNetMail(member);

    [Theory, MemberData(nameof(Silent))]
    public Task Not_reported(string member) => Verify.Exceptions.SystemNetMail(member);

    [Theory, MemberData(nameof(Fixes))]
    public Task Mended(string member, string mended) => Verify.Exceptions.SystemNetMailFix(member, mended);

    [Fact]
    public Task Mended_in_CSharp_7_3() => Verify.Exceptions.SystemNetMailFix(
        """
        void Send()
        {
            try { client.Send(message); }
            catch {|SMTP3005:(SmtpFailedRecipientsException ex)|}
            {
                log.Info("" + ex.InnerExceptions.Length);
            }
        }
        """,
        """
        void Send()
        {
            try { client.Send(message); }
            catch (SmtpFailedRecipientException ex)
            {
                var failures = ex is SmtpFailedRecipientsException several ? several.InnerExceptions : new[] { ex };
                log.Info("" + failures.Length);
            }
        }
        """,
        LanguageVersion.CSharp7_3);
}
