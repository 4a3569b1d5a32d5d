namespace SmtpAnalyzers.Tests.Rules;

/// <summary>Every way in which a program says what becomes of the mail.</summary>
public sealed class OutcomeTests
{
    public static readonly Cases Values = new()
    {
        { "a tuple with names", """
            (bool sent, bool isPermanent) Of(SmtpCommandException ex) =>
                (false, isPermanent: ex.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|});
            """ },
        { "a tuple that gets its names from the method", """
            (bool Sent, bool ShouldRetry) Of(SmtpCommandException ex) =>
                (false, ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|});
            """ },
        { "a tuple with a constant", """
            (string Text, bool Permanent) Of(SmtpCommandException ex) {
                if (ex.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) return ("x", true); return ("y", false);
            }
            """ },
        { "a tuple with an enum member", """
            (Verdict, string) Of(SmtpCommandException ex) => ex.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|}
                ? (Verdict.Permanent, "x") : (Verdict.Other, "y");
            """ },
        { "a named argument", """
            SendResult Of(SmtpCommandException ex) => new SendResult(false,
                isTransient: ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|});
            """ },
        { "a positional argument", """
            SendResult Of(SmtpCommandException ex) => new SendResult(false,
                ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|});
            """ },
        { "an object initializer", """
            SendResult Of(SmtpCommandException ex) => new SendResult {
                IsPermanent = ex.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|}
            };
            """ },
        { "a record", """
            record Result(bool Sent, bool Retry);
            Result Of(SmtpCommandException ex) =>
                new(false, Retry: ex.StatusCode is {|SMTP1002:SmtpStatusCode.MailboxUnavailable|});
            """ },
        { "a record with a change", """
            record Result(bool Retry);
            Result Of(Result r, SmtpCommandException ex) => r with {
                Retry = ex.StatusCode is {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}
            };
            """ },
        { "a type of the user's own", """
            abstract record Outcome; record PermanentFailure : Outcome; record Other : Outcome;
            Outcome Of(SmtpCommandException ex) => ex.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|}
                ? new PermanentFailure() : new Other();
            """ },
        { "a factory method", """
            class R { public static R PermanentFailure(string s) => null; public static R Unknown() => null; }
            R Of(SmtpCommandException ex) {
                if (ex.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) return R.PermanentFailure(ex.Message);
                return R.Unknown();
            }
            """ },
        { "a nullable answer", """
            bool? IsTransient(SmtpCommandException ex) {
                if (ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}) return true; return null;
            }
            """ },
        { "an awaited answer", """
            Task<bool> ShouldRetryAsync(SmtpCommandException ex) =>
                Task.FromResult(ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|});
            """ },
    };

    public static readonly Cases Acts = new()
    {
        { "a thrown exception", """
            void On(SmtpCommandException ex) {
                if (ex.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|})
                    throw new PermanentDeliveryException("x", ex);
            }
            """ },
        { "a thrown exception in an expression", """
            object On(SmtpCommandException ex) => ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}
                ? throw new TransientFailureException("x", ex) : null;
            """ },
        { "an exception's flag", """
            class DeliveryException : Exception { public DeliveryException(string s, bool isTransient) { } }
            void On(SmtpCommandException ex) => throw new DeliveryException("x",
                isTransient: ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|});
            """ },
        { "an assignment", """
            class Recipient { public bool IsSuppressed; }
            void On(SmtpCommandException ex, Recipient r) {
                if (ex.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) r.IsSuppressed = true;
            }
            """ },
        { "an assigned status", """
            Verdict status;
            void On(SmtpCommandException ex) {
                if (ex.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) status = Verdict.Permanent;
            }
            """ },
        { "a call", """
            void On(SmtpCommandException ex) {
                if (ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}) queue.Requeue(message);
            }
            """ },
        { "a call that marks", """
            void MarkHardBounce(string to) { }
            void On(SmtpCommandException ex) {
                if (ex.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) MarkHardBounce(ex.Mailbox.Address);
            }
            """ },
        { "a collection", """
            List<string> deadLetters = new();
            void On(SmtpCommandException ex) {
                if (ex.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) deadLetters.Add(ex.Mailbox.Address);
            }
            """ },
        { "a phrase in a log", """
            void On(SmtpCommandException ex) {
                if (ex.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) log.Info("giving up on this recipient");
            }
            """ },
        { "sent again", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when (ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}) {
                    client.Send(message);
                }
            }
            """ },
        { "continue in the loop", """
            void Send()
            {
                for (var i = 0; i < 3; i++)
                {
                    try { client.Send(message); return; }
                    catch (SmtpCommandException ex)
                    {
                        if (ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}) continue;
                        throw;
                    }
                }
            }
            """ },
        { "goto", """
            void Send()
            {
                again:
                try { client.Send(message); }
                catch (SmtpCommandException ex) when (ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}) { goto again; }
            }
            """ },
        { "recursion", """
            void Send(MimeMessage m)
            {
                try { client.Send(m); }
                catch (SmtpCommandException ex) when (ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}) { Send(m); }
            }
            """ },
        { "in an iterator", """
            IEnumerable<Verdict> Of(SmtpCommandException ex)
            {
                if (ex.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) yield return Verdict.Permanent;
            }
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "words in a log that are no phrase", """
            void On(SmtpCommandException ex) {
                if (ex.StatusCode == SmtpStatusCode.MailboxBusy) log.Info("not permanent");
            }
            """ },
        { "a tuple without a name", "(bool, bool) Of(SmtpCommandException ex) => (false, ex.StatusCode == SmtpStatusCode.MailboxBusy);" },
        { "both said", """
            (bool Permanent, bool Retry) Of(SmtpCommandException ex) {
                if (ex.StatusCode == SmtpStatusCode.MailboxBusy) return (true, true); return (false, false);
            }
            """ },
        { "the false side of a predicate",
            "bool IsTransient(SmtpStatusCode c) { if (c == SmtpStatusCode.MailboxBusy) return false; return true; }" },
        { "a denied flag", """
            SendResult Of(SmtpCommandException ex) => new SendResult {
                IsPermanent = ex.StatusCode != SmtpStatusCode.MailboxBusy && (int)ex.StatusCode >= 500
            };
            """ },
    };

    [Theory, MemberData(nameof(Values))]
    public Task In_a_value(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(Acts))]
    public Task In_an_act(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(Silent))]
    public Task Not_reported(string member) => Verify.MailKit(member);
}
