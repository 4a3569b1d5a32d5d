using Microsoft.CodeAnalysis.CSharp;

namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP1002_PermanentReplyRetriedTests
{
    public static readonly Cases Predicates = new()
    {
        { "a flag that is put back before each attempt", """
            async Task Send()
            {
                bool retry;
                do
                {
                    retry = false;
                    try { await client.SendAsync(message); }
                    catch (SmtpCommandException ex) when (ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}) {
                        retry = true;
                        await Task.Delay(60_000);
                    }
                }
                while (retry);
            }
            """ },
        { "the copied sample", """
            bool IsTransient(SmtpStatusCode c) => c == SmtpStatusCode.MailboxBusy
                || c == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|};
            """ },
        { "554 among transient ones", """
            bool IsTransient(SmtpStatusCode c) => c is SmtpStatusCode.MailboxBusy
                or {|SMTP1002:SmtpStatusCode.TransactionFailed|};
            """ },
        { "every negative reply", "bool IsTransient(SmtpStatusCode c) => (int)c >= {|SMTP1002:400|};" },
        { "two bounds up to 599", "bool IsTransient(SmtpStatusCode c) => (int)c >= 400 && (int)c < {|SMTP1002:600|};" },
        { "two bounds in a pattern", "bool IsTransient(SmtpStatusCode c) => (int)c is >= 400 and <= {|SMTP1002:599|};" },
        { "the 5yz class", "bool IsTransient(SmtpStatusCode c) => (int)c / 100 == {|SMTP1002:5|};" },
        { "the 5yz class beside the 4yz class", "bool ShouldRetry(SmtpStatusCode c) => (int)c / 100 is 4 or {|SMTP1002:5|};" },
        { "501", "bool ShouldRetry(SmtpStatusCode c) => c == {|SMTP1002:SmtpStatusCode.SyntaxError|};" },
        { "504", "bool ShouldRetry(SmtpStatusCode c) => c == {|SMTP1002:SmtpStatusCode.CommandParameterNotImplemented|};" },
        { "521, which has no name", "bool ShouldRetry(SmtpStatusCode c) => (int)c == {|SMTP1002:521|};" },
        { "551", "bool ShouldRetry(SmtpStatusCode c) => c == {|SMTP1002:SmtpStatusCode.UserNotLocalTryAlternatePath|};" },
        { "553", "bool ShouldRetry(SmtpStatusCode c) => c == {|SMTP1002:SmtpStatusCode.MailboxNameNotAllowed|};" },
        { "555", """
            bool ShouldRetry(SmtpStatusCode c) =>
                c == {|SMTP1002:SmtpStatusCode.MailFromOrRcptToParametersNotRecognizedOrNotImplemented|};
            """ },
        { "556, which has no name", "bool ShouldRetry(SmtpStatusCode c) => c is {|SMTP1002:(SmtpStatusCode)556|};" },
        { "anything but success", "bool ShouldRetry(SmtpStatusCode c) => (int)c / 100 != {|SMTP1002:2|};" },
        { "all but one name", "bool CanRetry(SmtpStatusCode c) => {|SMTP1002:c != SmtpStatusCode.MailboxUnavailable|};" },
        { "all but one name, negated", "bool CanRetry(SmtpStatusCode c) => !({|SMTP1002:c == SmtpStatusCode.MailboxUnavailable|});" },
        { "a switch statement", """
            bool IsTransient(SmtpStatusCode c) {
                switch (c) {
                    {|SMTP1002:case SmtpStatusCode.MailboxUnavailable:|} return true; default: return false;
                }
            }
            """ },
        { "a switch expression", """
            bool IsTransient(SmtpStatusCode c) => c switch {
                {|SMTP1002:SmtpStatusCode.MailboxUnavailable|} => true, _ => false
            };
            """ },
        { "a switch that throws for the rest", """
            bool ShouldRetry(SmtpStatusCode c) => c switch {
                {|SMTP1002:SmtpStatusCode.MailboxUnavailable|} => true, _ => throw new Exception()
            };
            """ },
        { "a set", """
            HashSet<int> codes;
            bool ShouldRetry(SmtpStatusCode c) {
                var retry = {|SMTP1006:new HashSet<int> { 421, 450, {|SMTP1002:550|} }|};
                return retry.Contains((int)c);
            }
            """ },
        { "a list that is named for it, whatever is made of the answer", """
            static readonly int[] RetryableCodes = { 421, {|SMTP1002:550|} };
            void On(SmtpStatusCode c) { if (RetryableCodes.Contains((int)c)) log.Info("!"); }
            """ },
        { "an enum array", """
            static readonly SmtpStatusCode[] All = [SmtpStatusCode.MailboxBusy,
                {|SMTP1002:SmtpStatusCode.TransactionFailed|}];
            bool ShouldRetry(SmtpStatusCode c) => All.Contains(c);
            """ },
        { "a lambda in a local", """
            void M() {
                Func<SmtpStatusCode, bool> shouldRetry = c => c == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|};
            }
            """ },
        { "a lambda in a field", "Func<SmtpStatusCode, bool> shouldRetry = c => c == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|};" },
        { "a lambda in an argument", """
            void Use(Func<Exception, bool> shouldRetry) { }
            void M() => Use(e => e is SmtpCommandException {
                StatusCode: {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}
            });
            """ },
        { "a local function", """
            void M() {
                bool ShouldRetry(SmtpCommandException e) =>
                    e.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|};
            }
            """ },
        { "another reason to retry before it", """
            bool IsTransient(SmtpCommandException ex) {
                if (ex.InnerException is IOException) return true;
                return ex.StatusCode is SmtpStatusCode.MailboxBusy or {|SMTP1002:SmtpStatusCode.MailboxUnavailable|};
            }
            """ },
        { "a text that is retried as well, before it", """
            bool IsTransient(SmtpCommandException ex) {
                if (ex.Message.Contains("try later")) return true;
                return ex.StatusCode is SmtpStatusCode.MailboxBusy or {|SMTP1002:SmtpStatusCode.MailboxUnavailable|};
            }
            """ },
        { "an attempt counter beside it", """
            bool ShouldRetry(SmtpStatusCode c, int attempt) => attempt < 3
                && c == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|};
            """ },
        { "an attempt counter after it", """
            bool ShouldRetry(SmtpStatusCode c, int attempt) => c == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}
                && attempt < 3;
            """ },
        { "an attempt counter before it", """
            bool ShouldRetry(SmtpStatusCode c, int attempt) {
                if (attempt > 3) return false; return c == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|};
            }
            """ },
    };

    public static readonly Cases Outcomes = new()
    {
        { "by name, beside a default that retries too", """
            Verdict Of(SmtpStatusCode c) => c switch {
                {|SMTP1002:SmtpStatusCode.MailboxUnavailable|} => Verdict.Retry, _ => Verdict.Retry
            };
            """ },
        { "a member is returned", """
            Verdict Of(SmtpStatusCode c) {
                if (c == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}) return Verdict.Retry; return Verdict.Other;
            }
            """ },
        { "a requeue", "void On(SmtpStatusCode c) { if (c == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}) queue.Requeue(message); }" },
        { "a conditional call", """
            void On(SmtpStatusCode c) {
                if (c == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}) queue?.Requeue(message);
            }
            """ },
        { "an exception", """
            void On(SmtpStatusCode c) {
                if (c == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}) throw new TransientFailureException("later");
            }
            """ },
        { "a flag that is set", """
            void On(SmtpStatusCode c) {
                bool shouldRetry = false; if (c == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}) shouldRetry = true;
                if (shouldRetry) log.Info("again");
            }
            """ },
        { "a flag that is or-assigned",
            "bool retry; void On(SmtpStatusCode c) { retry |= c == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}; }" },
        { "a named argument", """
            SendResult Of(SmtpStatusCode c) => new SendResult(success: false,
                isTransient: c is SmtpStatusCode.MailboxBusy or {|SMTP1002:SmtpStatusCode.MailboxUnavailable|});
            """ },
        { "an unnamed argument", """
            SendResult Of(SmtpStatusCode c) => new SendResult(false,
                c == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|});
            """ },
        { "an object initializer", """
            SendResult Of(SmtpStatusCode c) => new SendResult {
                IsTransient = c == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}
            };
            """ },
        { "a with expression", """
            record Result(bool Retry);
            Result Of(Result r, SmtpStatusCode c) => r with {
                Retry = c == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}
            };
            """ },
        { "added to a queue", """
            Queue<MimeMessage> retryQueue;
            void On(SmtpStatusCode c) {
                if (c == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}) retryQueue.Enqueue(message);
            }
            """ },
        {
            "few are permanent and the rest is retried",
            """
            void On(SmtpStatusCode c)
            {
                if (c == SmtpStatusCode.MailboxUnavailable) { queue.DeadLetter(message); return; }
                {|SMTP1002:queue.Requeue(message)|};
            }
            """
        },
        {
            "few are permanent and else is retried",
            """
            void On(SmtpStatusCode c)
            {
                if (c is SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed) queue.DeadLetter(message);
                {|SMTP1002:else|} queue.Requeue(message);
            }
            """
        },
        {
            "few are permanent and the default is retried",
            """
            Verdict Of(SmtpStatusCode c)
            {
                switch (c)
                {
                    case SmtpStatusCode.MailboxUnavailable: return Verdict.Permanent;
                    {|SMTP1002:default:|} return Verdict.Retry;
                }
            }
            """
        },
        {
            "few are permanent and the discard is retried",
            """
                Verdict Of(SmtpStatusCode c) => c switch {
                    SmtpStatusCode.MailboxUnavailable => Verdict.Permanent, {|SMTP1002:_|} => Verdict.Retry
                };
                """
        },
    };

    public static readonly Cases SendsAgain = new()
    {
        {
            "by a task, and then without",
            """
            async Task Send()
            {
                try { await Task.Run(() => client.Send(message)); }
                catch (SmtpCommandException ex)
                {
                    if (ex.StatusCode == SmtpStatusCode.MailboxBusy || ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|})
                        client.Send(message);
                }
            }
            """
        },
        {
            "recipients are taken out in one case only",
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex)
                {
                    if (ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted) message.To.Clear();
                    if (ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}) client.Send(message);
                }
            }
            """
        },
        {
            "below the try, which is left where it succeeds",
            """
            void Send()
            {
                try { client.Send(message); return; }
                catch (SmtpCommandException ex) when (ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|})
                {
                    log.Info(ex.Message);
                }
                Thread.Sleep(60_000);
                client.Send(message);
            }
            """
        },
        {
            "a loop that ends for one code only",
            """
            void Send()
            {
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    try { client.Send(message); return; }
                    catch (SmtpCommandException ex)
                    {
                        if ({|SMTP1002:ex.StatusCode == SmtpStatusCode.MailboxUnavailable|}) return;
                        Thread.Sleep(60_000);
                    }
                }
            }
            """
        },
        {
            "in a loop",
            """
            async Task Send()
            {
                for (var i = 0; i < 3; i++)
                {
                    try { await client.SendAsync(message); return; }
                    catch (SmtpCommandException ex)
                        when (ex.StatusCode == SmtpStatusCode.MailboxBusy || ex.StatusCode == {|SMTP1002:SmtpStatusCode.TransactionFailed|})
                    {
                        await Task.Delay(1000);
                    }
                }
            }
            """
        },
        {
            "in a loop that counts its attempts in the filter",
            """
            async Task Send()
            {
                var attempt = 0;
                while (true)
                {
                    try { await client.SendAsync(message); return; }
                    catch (SmtpCommandException ex)
                        when (attempt++ < 3 && ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}) { }
                }
            }
            """
        },
        {
            "in a loop that goes on for it and breaks for others",
            """
            void Send()
            {
                while (true)
                {
                    try { client.Send(message); return; }
                    catch (SmtpCommandException ex)
                    {
                        if (ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}) continue;
                        throw;
                    }
                }
            }
            """
        },
        {
            "with do and while",
            """
            void Send()
            {
                var again = false;
                do
                {
                    again = false;
                    try { client.Send(message); }
                    catch (SmtpCommandException ex) { again = ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}; }
                }
                while (again);
            }
            """
        },
        {
            "by goto",
            """
            void Send()
            {
            again:
                try { client.Send(message); }
                catch (SmtpCommandException ex) when (ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}) { goto again; }
            }
            """
        },
        {
            "in the handler",
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when (ex.StatusCode is {|SMTP1002:SmtpStatusCode.MailboxUnavailable|})
                {
                    Thread.Sleep(5000);
                    client.Send(message);
                }
            }
            """
        },
        {
            "by recursion",
            """
            async Task Send(MimeMessage message, int tries)
            {
                try { await client.SendAsync(message); }
                catch (SmtpCommandException ex)
                {
                    if (ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|})
                        await Send(message, tries + 1);
                }
            }
            """
        },
        {
            "per message in a loop over messages",
            """
            async Task SendAll(List<MimeMessage> messages)
            {
                foreach (var message in messages)
                {
                    for (var attempt = 0; attempt < 3; attempt++)
                    {
                        try { await client.SendAsync(message); break; }
                        catch (SmtpCommandException ex) when (ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}) {
                            await Task.Delay(1000);
                        }
                    }
                }
            }
            """
        },
        {
            "where the flag decides at the end of the loop",
            """
            void Send()
            {
                for (var i = 0; i < 3; i++)
                {
                    var retry = false;
                    try { client.Send(message); }
                    catch (SmtpCommandException ex) { retry = ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}; }
                    if (!retry) return;
                }
            }
            """
        },
        {
            "in a local function",
            """
            Task Run()
            {
                return Send();
                async Task Send()
                {
                    for (var i = 0; i < 3; i++)
                    {
                        try { await client.SendAsync(message); return; }
                        catch (SmtpCommandException ex) when (ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}) {
                            await Task.Delay(1000);
                        }
                    }
                }
            }
            """
        },
    };

    public static readonly Cases MadeInTheLoop = new()
    {
        {
            "a client and a message for each attempt",
            """
            void Send(string to)
            {
                for (var i = 0; i < 3; i++)
                {
                    try
                    {
                        using var smtp = new SmtpClient();
                        var mail = new MimeMessage();
                        mail.To.Add(new MailboxAddress("", to));
                        smtp.Send(mail);
                        return;
                    }
                    catch (SmtpCommandException ex) when (ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}) {
                        Thread.Sleep(1000);
                    }
                }
            }
            """
        },
    };

    public static readonly Cases Polly = new()
    {
        {
            "PredicateBuilder.Handle",
            """
                object Handled => new Polly.PredicateBuilder().Handle<SmtpCommandException>(ex =>
                    ex.StatusCode is SmtpStatusCode.MailboxBusy or {|SMTP1002:SmtpStatusCode.MailboxUnavailable|});
                """
        },
        {
            "ShouldHandle of a strategy",
            """
            object Options => new Polly.Retry.RetryStrategyOptions
            {
                ShouldHandle = new Polly.PredicateBuilder()
                    .Handle<SmtpCommandException>(ex => ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}),
            };
            """
        },
        {
            "a lambda for ShouldHandle",
            """
            object Options => new Polly.Retry.RetryStrategyOptions
            {
                ShouldHandle = args =>
                    new ValueTask<bool>(args.Outcome.Exception is SmtpCommandException
                    {
                        StatusCode: {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}
                    }),
            };
            """
        },
        {
            "a lambda that a helper is given",
            """
            object Options(Func<Polly.Retry.RetryPredicateArguments<object>, ValueTask<bool>> handles) =>
                new Polly.Retry.RetryStrategyOptions { ShouldHandle = handles };
            object Mine => Options(args => new ValueTask<bool>(args.Outcome.Exception is SmtpCommandException
            {
                StatusCode: {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}
            }));
            """
        },
        {
            "ValueTask.FromResult",
            """
            object Options => new Polly.Retry.RetryStrategyOptions
            {
                ShouldHandle = args =>
                    ValueTask.FromResult(args.Outcome.Exception is SmtpCommandException
                    {
                        StatusCode: {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}
                    }),
            };
            """
        },
        {
            "an arm that is true",
            """
            object Options => new Polly.Retry.RetryStrategyOptions
            {
                ShouldHandle = args => args.Outcome.Exception switch
                {
                    SmtpCommandException { StatusCode: {|SMTP1002:SmtpStatusCode.MailboxUnavailable|} } => Polly.PredicateResult.True(),
                    _ => Polly.PredicateResult.False(),
                },
            };
            """
        },
        {
            "an arm that looks into the outcome",
            """
            object Options => new Polly.Retry.RetryStrategyOptions
            {
                ShouldHandle = args => args.Outcome switch
                {
                    {
                        Exception: SmtpCommandException { StatusCode: {|SMTP1002:SmtpStatusCode.MailboxUnavailable|} }
                    } => Polly.PredicateResult.True(),
                    _ => Polly.PredicateResult.False(),
                },
            };
            """
        },
        {
            "Policy.Handle and Or",
            """
            object Policy =>
                Polly.Policy.Handle<IOException>()
                    .Or<SmtpCommandException>(ex => ex.StatusCode == {|SMTP1002:SmtpStatusCode.TransactionFailed|});
            """
        },
    };

    [Theory, MemberData(nameof(Predicates))]
    public Task Named_transient_or_retryable(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(Outcomes))]
    public Task Ways_to_retry(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(SendsAgain))]
    public Task Sent_again(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(MadeInTheLoop))]
    public Task Made_anew_and_the_same(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(Polly))]
    public Task Handled_by_a_retry_policy(string member) => Verify.MailKit(member);

    [Fact]
    public Task The_sample_of_the_documentation() => Verify.SystemNetMail(
        """
        void Send()
        {
            try { client.Send(message); }
            catch (SmtpFailedRecipientsException ex)
            {
                for (int i = 0; i < ex.InnerExceptions.Length; i++)
                {
                    SmtpStatusCode status = ex.InnerExceptions[i].StatusCode;
                    if (status == SmtpStatusCode.MailboxBusy ||
                        status == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|})
                    {
                        Console.WriteLine("Delivery failed - retrying in 5 seconds.");
                        System.Threading.Thread.Sleep(5000);
                        client.Send(message);
                    }
                    else
                    {
                        Console.WriteLine("Failed to deliver message to {0}", ex.InnerExceptions[i].FailedRecipient);
                    }
                }
            }
        }
        """);

    [Fact]
    public Task The_sample_that_waits_and_tries_a_second_time() => Verify.SystemNetMail(
        """
        void Send()
        {
            try { client.Send(message); }
            catch (SmtpFailedRecipientException ex)
            {
                SmtpStatusCode statusCode = ex.StatusCode;
                if (statusCode == SmtpStatusCode.MailboxBusy || statusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}
                    || statusCode == {|SMTP1002:SmtpStatusCode.TransactionFailed|})
                {
                    // wait 5 seconds, try a second time
                    Thread.Sleep(5000);
                    client.Send(message);
                }
                else throw;
            }
        }
        """);

    [Fact]
    public Task Each_refused_recipient() => Verify.SystemNetMail(
        """
        void On(SmtpFailedRecipientsException ex)
        {
            foreach (SmtpFailedRecipientException inner in ex.InnerExceptions)
            {
                if (inner.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}) queue.Requeue(inner.FailedRecipient);
            }
        }
        """);

    [Fact]
    public Task In_CSharp_7_3() => Verify.SystemNetMail(
        """
        bool ShouldRetry(Exception error)
        {
            var smtp = error as SmtpException;
            return smtp != null
                && (smtp.StatusCode == SmtpStatusCode.MailboxBusy || smtp.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|});
        }
        """,
        LanguageVersion.CSharp7_3);

    [Fact]
    public Task Extension_method() => Verify.File(
        """
        using MailKit.Net.Smtp;
        static class Extensions
        {
            public static bool IsTransient(this SmtpCommandException ex) =>
                ex.StatusCode is SmtpStatusCode.MailboxBusy or {|SMTP1002:SmtpStatusCode.MailboxUnavailable|};
        }
        """);
}
