using Microsoft.CodeAnalysis.CSharp;

namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP1006_RetryListIncompleteTests
{
    public static readonly Cases Lists = new()
    {
        { "554 and 550 are in it, so neither was meant for 451",
            "bool IsTransient(SmtpStatusCode c) => (int)c is {|SMTP1006:421 or 450 or 452 or {|SMTP1002:550|} or {|SMTP1002:554|}|};" },
        { "a pattern", """
            bool IsTransient(SmtpStatusCode c) => c is {|SMTP1006:SmtpStatusCode.ServiceNotAvailable
                or SmtpStatusCode.MailboxBusy|};
            """ },
        { "three of four", """
            bool ShouldRetry(SmtpStatusCode c) => c is {|SMTP1006:SmtpStatusCode.ServiceNotAvailable
                or SmtpStatusCode.MailboxBusy or SmtpStatusCode.InsufficientStorage|};
            """ },
        { "numbers", "bool CanRetry(SmtpCommandException ex) => (int)ex.StatusCode is {|SMTP1006:421 or 450 or 452|};" },
        { "a property pattern", """
            bool IsTransient(Exception e) => e is SmtpCommandException {
                StatusCode: {|SMTP1006:SmtpStatusCode.MailboxBusy or SmtpStatusCode.InsufficientStorage|}
            };
            """ },
        { "comparisons", """
            bool IsTransient(SmtpStatusCode c) => {|SMTP1006:c == SmtpStatusCode.MailboxBusy
                || c == SmtpStatusCode.ErrorInProcessing|};
            """ },
        { "comparisons beside something else", """
            bool IsTransient(SmtpCommandException ex) => ex != null
                && ({|SMTP1006:ex.StatusCode == SmtpStatusCode.MailboxBusy
                || ex.StatusCode == SmtpStatusCode.ErrorInProcessing|});
            """ },
        { "another reason to retry before it", """
            bool IsTransient(SmtpCommandException ex) {
                if (ex.InnerException is IOException) return true;
                return ex.StatusCode is {|SMTP1006:SmtpStatusCode.MailboxBusy or SmtpStatusCode.ErrorInProcessing|};
            }
            """ },
        { "one name in a predicate", "bool IsTransient(SmtpStatusCode c) => c == {|SMTP1006:SmtpStatusCode.ServiceNotAvailable|};" },
        { "one name beside other exceptions", """
            bool IsRetryableException(Exception ex) {
                if (ex is IOException) return true;
                if (ex is SmtpCommandException smtp
                    && smtp.StatusCode == {|SMTP1006:SmtpStatusCode.ServiceNotAvailable|}) return true;
                return false;
            }
            """ },
        { "a collection", """
            static readonly int[] Codes = {|SMTP1006:[421, 450]|};
            bool IsTransient(SmtpStatusCode c) => Codes.Contains((int)c);
            """ },
        { "an array", """
            static readonly int[] Codes = {|SMTP1006:{ 421, 450 }|};
            bool IsTransient(SmtpStatusCode c) => Codes.Contains((int)c);
            """ },
        { "a set", """
            static readonly HashSet<SmtpStatusCode> Codes = {|SMTP1006:new() {
                SmtpStatusCode.MailboxBusy, SmtpStatusCode.ServiceNotAvailable
            }|};
            bool ShouldRetry(SmtpStatusCode c) => Codes.Contains(c);
            """ },
        { "an immutable set", """
            static readonly ImmutableHashSet<int> Codes = {|SMTP1006:ImmutableHashSet.Create(421, 450)|};
            bool ShouldRetry(SmtpStatusCode c) => Codes.Contains((int)c);
            """ },
        { "a list that is named for it, whatever is made of the answer", """
            static readonly int[] TransientCodes = {|SMTP1006:{ 421, 450 }|};
            void On(SmtpStatusCode c) { if (TransientCodes.Contains((int)c)) log.Info("!"); }
            """ },
        { "a list with a code that is retried by taste",
            "bool IsTransient(SmtpStatusCode c) => (int)c is {|SMTP1006:421 or 450 or 552|};" },
        { "labels", """
            bool IsTransient(SmtpStatusCode c) {
                switch (c) {
                    {|SMTP1006:case SmtpStatusCode.MailboxBusy:|}
                    case SmtpStatusCode.InsufficientStorage: return true; default: return false;
                }
            }
            """ },
        { "arms", """
            bool IsTransient(SmtpStatusCode c) => c switch {
                {|SMTP1006:SmtpStatusCode.MailboxBusy|} => true, SmtpStatusCode.InsufficientStorage => true, _ =>
                    false
            };
            """ },
        { "ifs", """
            bool IsTransient(SmtpStatusCode c) {
                if (c == {|SMTP1006:SmtpStatusCode.MailboxBusy|}) return true;
                if (c == SmtpStatusCode.InsufficientStorage) return true; return false;
            }
            """ },
        { "a flag", """
            bool ShouldRetry(SmtpStatusCode c) {
                var retry = false;
                switch (c) {
                    {|SMTP1006:case SmtpStatusCode.MailboxBusy:|}
                    case SmtpStatusCode.InsufficientStorage: retry = true; break;
                }
                return retry;
            }
            """ },
        { "an argument", """
            SendResult Of(SmtpStatusCode c) => new SendResult(success: false,
                isTransient: c is {|SMTP1006:SmtpStatusCode.MailboxBusy or SmtpStatusCode.ServiceNotAvailable|});
            """ },
        { "an initializer", """
            SendResult Of(SmtpStatusCode c) => new SendResult {
                IsTransient = c is {|SMTP1006:SmtpStatusCode.MailboxBusy or SmtpStatusCode.ServiceNotAvailable|}
            };
            """ },
        { "else gives up", """
            void On(SmtpStatusCode c) {
                if ({|SMTP1006:c == SmtpStatusCode.ServiceNotAvailable || c == SmtpStatusCode.MailboxBusy|})
                    queue.Requeue(message);
                else queue.DeadLetter(message);
            }
            """ },
        { "the default gives up", """
            Verdict Of(SmtpStatusCode c)
            {
                switch (c)
                {
                    {|SMTP1006:case SmtpStatusCode.ServiceNotAvailable:|}
                    case SmtpStatusCode.MailboxBusy:
                        return Verdict.Retry;
                    default:
                        return Verdict.Permanent;
                }
            }
            """ },
        { "the discard gives up", """
            Verdict Of(SmtpStatusCode c) => c switch {
                {|SMTP1006:SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.MailboxBusy|} => Verdict.Retry, _ =>
                    Verdict.Permanent
            };
            """ },
        { "a later handler gives up", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex)
                    when (ex.StatusCode is {|SMTP1006:SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.MailboxBusy|}) {
                    queue.Requeue(message);
                }
                catch (SmtpCommandException) { queue.DeadLetter(message); }
            }
            """ },
        { "a loop that gives up on the others", """
            async Task<Verdict> Send()
            {
                while (true)
                {
                    try { await client.SendAsync(message); return Verdict.Sent; }
                    catch (SmtpCommandException ex)
                        when (ex.StatusCode is {|SMTP1006:SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.MailboxBusy|}) {
                        await Task.Delay(60000);
                    }
                    catch (SmtpCommandException) { return Verdict.Permanent; }
                }
            }
            """ },
        { "Polly", """
            object Options => new Polly.Retry.RetryStrategyOptions
            {
                ShouldHandle = new Polly.PredicateBuilder().Handle<SmtpCommandException>(
                    ex => ex.StatusCode is {|SMTP1006:SmtpStatusCode.MailboxBusy or SmtpStatusCode.ServiceNotAvailable|}),
            };
            """ },
        { "550 among them, too", """
            bool IsTransient(SmtpStatusCode c) => c is {|SMTP1006:SmtpStatusCode.MailboxBusy
                or SmtpStatusCode.ServiceNotAvailable or {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}|};
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "exactly the four", "bool IsTransient(SmtpStatusCode c) => (int)c is 421 or 450 or 451 or 452;" },
        { "more than the four", "bool IsTransient(SmtpStatusCode c) => (int)c is 421 or 432 or 450 or 451 or 452 or 454;" },
        { "the class", "bool IsTransient(SmtpStatusCode c) => (int)c is >= 400 and < 500;" },
        { "names beside the class", """
            bool IsTransient(SmtpStatusCode c) => c is SmtpStatusCode.MailboxBusy
                or SmtpStatusCode.ServiceNotAvailable || (int)c / 100 == 4;
            """ },
        { "one name that is to be retried", "bool ShouldRetry(SmtpStatusCode c) => c == SmtpStatusCode.ServiceNotAvailable;" },
        { "the rest in another way", """
            Verdict Of(SmtpStatusCode c) => (int)c switch {
                421 or 450 => Verdict.Retry, >= 400 and < 500 => Verdict.Retry, _ => Verdict.Permanent
            };
            """ },
        { "the others later", """
            Verdict Of(SmtpStatusCode c) {
                if ((int)c is 421 or 450) return Verdict.Retry; if ((int)c is 451 or 452) return Verdict.Retry;
                return Verdict.Permanent;
            }
            """ },
        { "the others are left to the caller", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode is 421 or 450) { queue.Requeue(message); }
            }
            """ },
        { "the others are thrown on", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) { if ((int)ex.StatusCode is 421 or 450) queue.Requeue(message); else throw; }
            }
            """ },
        { "the others come to something that says nothing",
            "Verdict Of(SmtpStatusCode c) => (int)c switch { 421 or 450 => Verdict.Retry, _ => Verdict.Other };" },
        { "a reason to retry is no class", "bool IsGreylisted(SmtpStatusCode c) => (int)c is 450 or 451;" },
        { "throttling", "bool IsThrottled(SmtpStatusCode c) => (int)c is 421 or 450 or 452;" },
        { "must it reconnect?", "bool MustReconnect(SmtpStatusCode c) => (int)c is 421 or 451;" },
        { "a helper may know better", """
            bool Known(SmtpCommandException ex) => true;
            bool IsTransient(SmtpCommandException ex) => ex.StatusCode is SmtpStatusCode.MailboxBusy
                or SmtpStatusCode.ServiceNotAvailable || Known(ex);
            """ },
        { "the text may know better", """
            bool IsTransient(SmtpCommandException ex)
            {
                if (ex.StatusCode is SmtpStatusCode.MailboxBusy or SmtpStatusCode.ServiceNotAvailable) return true;
                if (ex.Message.Contains("4.")) return true;
                return false;
            }
            """ },
        { "a helper takes the rest", """
            bool Rest(SmtpStatusCode c) => true;
            bool IsTransient(SmtpStatusCode c) => c switch {
                SmtpStatusCode.MailboxBusy or SmtpStatusCode.ServiceNotAvailable => true, _ => Rest(c)
            };
            """ },
        { "an attempt count explains giving up", """
            void On(SmtpStatusCode c, int attempt) {
                if (attempt < 3 && (int)c is 421 or 450) queue.Requeue(message);
                else if (attempt > 5) queue.DeadLetter(message);
            }
            """ },
        { "a guard of attempts", """
            void On(SmtpStatusCode c, int attempts) {
                if (attempts < 5) return; if ((int)c is 421 or 450) queue.Requeue(message);
                else queue.DeadLetter(message);
            }
            """ },
        { "554 where 451 was meant, and the others are there",
            "bool IsTransient(SmtpStatusCode c) => (int)c is 421 or 450 or 452 or {|SMTP1002:554|};" },
        { "221 where 421 was meant, and the others are there",
            "bool IsTransient(SmtpStatusCode c) => (int)c is {|SMTP1003:221|} or 450 or 451 or 452;" },
        { "others given up by name", """
            Verdict Of(SmtpStatusCode c) => (int)c switch {
                421 or 450 => Verdict.Retry, {|SMTP1001:451|} or {|SMTP1001:452|} => Verdict.Permanent, _ =>
                    Verdict.Other
            };
            """ },
        { "HTTP", "bool IsTransient(HttpStatusCode c) => (int)c is 421 or 450;" },
        { "a flag that is passed on", """
            bool Flag(SmtpStatusCode c) {
                var listed = c is SmtpStatusCode.MailboxBusy or SmtpStatusCode.ServiceNotAvailable; return listed;
            }
            """ },
    };

    [Theory, MemberData(nameof(Lists))]
    public Task Reported(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(Silent))]
    public Task Not_reported(string member) => Verify.MailKit(member);

    [Fact]
    public Task With_System_Net_Mail_in_CSharp_7_3() => Verify.SystemNetMail(
        """
        bool IsTransient(SmtpException ex)
        {
            switch (ex.StatusCode)
            {
                {|SMTP1006:case SmtpStatusCode.MailboxBusy:|}
                case SmtpStatusCode.ServiceNotAvailable:
                case SmtpStatusCode.GeneralFailure:
                    return true;
                default:
                    return false;
            }
        }
        """,
        LanguageVersion.CSharp7_3);
}
