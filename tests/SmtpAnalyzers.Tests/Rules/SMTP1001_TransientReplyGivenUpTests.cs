using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP1001_TransientReplyGivenUpTests
{
    public static readonly Cases Ranges = new()
    {
        {
            "below a bound where 5yz is retried: the bound is 1002's",
            """
                Verdict Of(SmtpCommandException ex) => ex.StatusCode switch {
                    SmtpStatusCode.ServiceNotAvailable => Verdict.Retry, >= {|SMTP1002:(SmtpStatusCode)500|} =>
                        Verdict.Retry, {|SMTP1001:_|} => Verdict.Permanent
                };
                """
        },
        { "anything but success", "bool IsPermanent(SmtpStatusCode c) => (int)c / 100 != {|SMTP1001:2|};" },
        { "the classes of HTTP, 4yz named", """
            Verdict Of(SmtpStatusCode c) => (int)c / 100 == {|SMTP1001:4|} ? Verdict.Permanent
                : {|SMTP1002:Verdict.Retry|};
            """ },
        { "the classes of HTTP, 4yz as a range", """
            Verdict Of(int smtpCode) {
                if (smtpCode >= {|SMTP1001:400|} && smtpCode < 500) return Verdict.Permanent;
                return {|SMTP1002:Verdict.Retry|};
            }
            """ },
        { "the classes of HTTP, 4yz as a range in a filter", """
            Verdict Send()
            {
                try { client.Send(message); return Verdict.Other; }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= {|SMTP1001:400|} and <= 499) { return Verdict.Permanent; }
                catch {|SMTP1002:(SmtpCommandException)|} { return Verdict.Retry; }
            }
            """ },
        { "the classes of HTTP, 5yz named", """
            Verdict Of(SmtpStatusCode c) => (int)c / 100 == {|SMTP1002:5|} ? Verdict.Retry
                : {|SMTP1001:Verdict.Permanent|};
            """ },
        { "from 400 up", "bool IsPermanent(SmtpCommandException ex) => (int)ex.StatusCode >= {|SMTP1001:400|};" },
        { "above 399", "bool IsPermanent(SmtpCommandException ex) => (int)ex.StatusCode > {|SMTP1001:399|};" },
        { "the constant first", "bool IsPermanent(SmtpCommandException ex) => {|SMTP1001:400|} <= (int)ex.StatusCode;" },
        { "two bounds", """
            bool IsPermanent(SmtpCommandException ex) => (int)ex.StatusCode >= {|SMTP1001:400|}
                && (int)ex.StatusCode < 600;
            """ },
        { "the upper bound first", """
            bool IsPermanent(SmtpCommandException ex) => (int)ex.StatusCode < 600
                && (int)ex.StatusCode >= {|SMTP1001:400|};
            """ },
        { "a relational pattern", "bool IsPermanent(SmtpCommandException ex) => (int)ex.StatusCode is >= {|SMTP1001:400|};" },
        { "an and pattern", "bool IsPermanent(SmtpCommandException ex) => (int)ex.StatusCode is >= {|SMTP1001:400|} and < 600;" },
        { "a negated relational pattern", "bool IsPermanent(SmtpCommandException ex) => (int)ex.StatusCode is not < {|SMTP1001:400|};" },
        { "a negated comparison", "bool IsPermanent(SmtpCommandException ex) => !((int)ex.StatusCode < {|SMTP1001:400|});" },
        { "a member as the bound", """
            bool IsPermanent(SmtpCommandException ex) =>
                ex.StatusCode >= {|SMTP1001:SmtpStatusCode.ServiceNotAvailable|};
            """ },
        { "a member as the bound of a pattern",
            "bool IsPermanent(SmtpStatusCode code) => code is >= {|SMTP1001:SmtpStatusCode.MailboxBusy|};" },
        { "a cast number as the bound", "bool IsPermanent(SmtpStatusCode code) => code >= {|SMTP1001:(SmtpStatusCode)400|};" },
        { "a named constant as the bound",
            "const int First = 400; bool IsPermanent(SmtpStatusCode code) => (int)code >= {|SMTP1001:First|};" },
        { "the first digit", "bool IsPermanent(SmtpCommandException ex) => (int)ex.StatusCode / 100 == {|SMTP1001:4|};" },
        { "the first digit in a pattern", "bool IsPermanent(SmtpCommandException ex) => (int)ex.StatusCode / 100 is {|SMTP1001:4|} or 5;" },
        { "the first digit, two comparisons",
            "bool IsPermanent(SmtpStatusCode c) => (int)c / 100 == 5 || (int)c / 100 == {|SMTP1001:4|};" },
        { "the first two digits", "bool IsPermanent(SmtpStatusCode c) => (int)c / 10 == 55 || (int)c / 10 == {|SMTP1001:45|};" },
        { "Convert.ToInt32", "bool IsPermanent(SmtpStatusCode c) => Convert.ToInt32(c) >= {|SMTP1001:400|};" },
        { "a long", "bool IsPermanent(SmtpStatusCode c) => (long)c >= {|SMTP1001:400L|};" },
        { "a bool that holds the test",
            "bool IsPermanent(SmtpStatusCode c) { var negative = (int)c >= {|SMTP1001:400|}; return negative; }" },
        { "two bools that are combined", """
            bool IsPermanent(SmtpStatusCode c) {
                var low = (int)c >= {|SMTP1001:400|}; var high = (int)c < 600; return low && high;
            }
            """ },
    };

    public static readonly Cases InnerExceptions = new()
    {
        {
            "a for loop, the code in a number",
            """
            bool IsPermanent(Exception ex)
            {
                for (var current = ex; current != null; current = current.InnerException)
                {
                    if (current is SmtpCommandException smtp)
                    {
                        var code = (int)smtp.StatusCode;
                        if (code >= {|SMTP1001:400|} && code < 600)
                            return true;
                    }
                }

                return false;
            }
            """
        },
        {
            "a while loop, the code in a local",
            """
            bool IsPermanent(Exception ex)
            {
                while (ex != null)
                {
                    if (ex is SmtpCommandException smtp)
                    {
                        var code = smtp.StatusCode;
                        if ((int)code >= {|SMTP1001:400|})
                            return true;
                    }

                    ex = ex.InnerException;
                }

                return false;
            }
            """
        },
        {
            "the exception or the one inside",
            """
            bool IsPermanent(Exception ex)
            {
                var smtp = ex as SmtpCommandException;
                if (smtp == null)
                    smtp = ex.InnerException as SmtpCommandException;
                if (smtp == null)
                    return false;
                var code = (int)smtp.StatusCode;
                return code >= {|SMTP1001:400|};
            }
            """
        },
    };

    public static readonly Cases Names = new()
    {
        { "one name", "bool IsPermanent(SmtpStatusCode c) => c == {|SMTP1001:SmtpStatusCode.MailboxBusy|};" },
        { "the name first", "bool IsPermanent(SmtpStatusCode c) => {|SMTP1001:SmtpStatusCode.MailboxBusy|} == c;" },
        { "beside a permanent one", """
            bool IsPermanent(SmtpStatusCode c) => c == SmtpStatusCode.MailboxUnavailable
                || c == {|SMTP1001:SmtpStatusCode.MailboxBusy|};
            """ },
        { "non-short-circuit", """
            bool IsPermanent(SmtpStatusCode c) =>
                c == SmtpStatusCode.MailboxUnavailable | c == {|SMTP1001:SmtpStatusCode.MailboxBusy|};
            """ },
        { "each of two", """
            bool IsPermanent(SmtpStatusCode c) => c is {|SMTP1001:SmtpStatusCode.MailboxBusy|}
                or {|SMTP1001:SmtpStatusCode.InsufficientStorage|};
            """ },
        { "in parentheses", """
            bool IsPermanent(SmtpStatusCode c) => c is (SmtpStatusCode.MailboxUnavailable
                or {|SMTP1001:SmtpStatusCode.MailboxBusy|});
            """ },
        { "twice negated", "bool IsPermanent(SmtpStatusCode c) => !(c != {|SMTP1001:SmtpStatusCode.MailboxBusy|});" },
        { "twice negated in a pattern", "bool IsPermanent(SmtpStatusCode c) => c is not not {|SMTP1001:SmtpStatusCode.MailboxBusy|};" },
        { "de Morgan", """
            bool IsPermanent(SmtpStatusCode c) => !(c != SmtpStatusCode.MailboxUnavailable
                && c != {|SMTP1001:SmtpStatusCode.MailboxBusy|});
            """ },
        { "454, named after authentication",
            "bool IsPermanent(SmtpStatusCode c) => c == {|SMTP1001:SmtpStatusCode.TemporaryAuthenticationFailure|};" },
        { "a code without a name", "bool IsPermanent(SmtpStatusCode c) => c is {|SMTP1001:(SmtpStatusCode)455|};" },
        { "a number", "bool IsPermanent(SmtpStatusCode c) => (int)c is 550 or {|SMTP1001:451|} or 553;" },
        { "Equals", "bool IsPermanent(SmtpStatusCode c) => c.Equals({|SMTP1001:SmtpStatusCode.MailboxBusy|});" },
        { "a nullable code", "bool IsPermanent(SmtpStatusCode? c) => c == {|SMTP1001:SmtpStatusCode.MailboxBusy|};" },
        { "the value of a nullable code",
            "bool IsPermanent(SmtpStatusCode? c) => c.HasValue && c.Value == {|SMTP1001:SmtpStatusCode.MailboxBusy|};" },
        { "a null-conditional access",
            "bool IsPermanent(SmtpCommandException ex) => ex?.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|};" },
        { "a property pattern", """
            bool IsPermanent(SmtpCommandException ex) => ex is {
                StatusCode: {|SMTP1001:SmtpStatusCode.MailboxBusy|}
            };
            """ },
        { "a type and property pattern", """
            bool IsPermanent(Exception e) => e is SmtpCommandException {
                StatusCode: {|SMTP1001:SmtpStatusCode.MailboxBusy|}
            };
            """ },
        { "a declaration pattern", """
            bool IsPermanent(Exception e) => e is SmtpCommandException s
                && s.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|};
            """ },
        { "a var pattern", """
            bool IsPermanent(SmtpCommandException e) => e is {
                StatusCode: var c
            } && c == {|SMTP1001:SmtpStatusCode.MailboxBusy|};
            """ },
        { "an inner exception", """
            bool IsPermanent(Exception e) => e.InnerException is SmtpCommandException {
                StatusCode: {|SMTP1001:SmtpStatusCode.MailboxBusy|}
            };
            """ },
        { "an as cast", """
            bool IsPermanent(Exception e) {
                var s = e as SmtpCommandException;
                return s != null && s.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|};
            }
            """ },
        { "a hard cast", """
            bool IsPermanent(Exception e) =>
                ((SmtpCommandException)e).StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|};
            """ },
        { "a response", "bool IsPermanent(SmtpResponse r) => r.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|};" },
        { "a ternary", "bool IsPermanent(SmtpStatusCode c) => c == {|SMTP1001:SmtpStatusCode.MailboxBusy|} ? true : false;" },
        { "an if", "bool IsPermanent(SmtpStatusCode c) { if (c == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) return true; return false; }" },
        { "a guard clause", """
            bool IsPermanent(SmtpStatusCode c) {
                if (c != {|SMTP1001:SmtpStatusCode.MailboxBusy|}) return false; return true;
            }
            """ },
        { "a result variable", """
            bool IsPermanent(SmtpStatusCode c) {
                var result = false; if (c == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) result = true; return result;
            }
            """ },
        { "an or-assignment", """
            bool IsPermanent(SmtpStatusCode c) {
                var p = (int)c >= 500; p |= c == {|SMTP1001:SmtpStatusCode.MailboxBusy|}; return p;
            }
            """ },
    };

    public static readonly Cases Lists = new()
    {
        { "a list that is named for it, whatever is made of the answer", """
            static readonly int[] PermanentCodes = { 550, {|SMTP1001:450|} };
            void On(SmtpStatusCode c) { if (PermanentCodes.Contains((int)c)) log.Info("!"); }
            """ },
        { "a list that two methods look into is wrong once", """
            static readonly int[] HardBounces = { 550, {|SMTP1001:450|} };
            bool IsHardBounce(SmtpStatusCode c) => HardBounces.Contains((int)c);
            bool IsDead(SmtpStatusCode c) => HardBounces.Contains((int)c);
            """ },
        {
            "a static readonly array",
            """
            static readonly SmtpStatusCode[] Permanent = { SmtpStatusCode.MailboxUnavailable, {|SMTP1001:SmtpStatusCode.MailboxBusy|} };
            bool IsPermanent(SmtpStatusCode c) => Permanent.Contains(c);
            """
        },
        {
            "a static readonly HashSet",
            """
            static readonly HashSet<SmtpStatusCode> Permanent = new()
            {
                SmtpStatusCode.MailboxUnavailable, {|SMTP1001:SmtpStatusCode.MailboxBusy|}
            };
            bool IsPermanent(SmtpStatusCode c) => Permanent.Contains(c);
            """
        },
        {
            "a HashSet of numbers",
            """
            static readonly HashSet<int> Permanent = new HashSet<int> { 550, {|SMTP1001:450|}, 553 };
            bool IsPermanent(SmtpStatusCode c) => Permanent.Contains((int)c);
            """
        },
        {
            "a collection expression",
            """
            static readonly int[] Permanent = [550, {|SMTP1001:450|}, 553];
            bool IsPermanent(SmtpStatusCode c) => Permanent.Contains((int)c);
            """
        },
        {
            "an immutable set",
            """
            static readonly ImmutableHashSet<SmtpStatusCode> Permanent =
                ImmutableHashSet.Create(SmtpStatusCode.MailboxUnavailable, {|SMTP1001:SmtpStatusCode.MailboxBusy|});
            bool IsPermanent(SmtpStatusCode c) => Permanent.Contains(c);
            """
        },
        {
            "a frozen set",
            """
            static readonly FrozenSet<SmtpStatusCode> Permanent =
                new[] { SmtpStatusCode.MailboxUnavailable, {|SMTP1001:SmtpStatusCode.MailboxBusy|} }.ToFrozenSet();
            bool IsPermanent(SmtpStatusCode c) => Permanent.Contains(c);
            """
        },
        {
            "a read-only property",
            """
            static IReadOnlyList<int> Permanent { get; } = new List<int> { 550, {|SMTP1001:450|} };
            bool IsPermanent(SmtpStatusCode c) => Permanent.Contains((int)c);
            """
        },
        { "an array in place", "bool IsPermanent(SmtpStatusCode c) => new[] { 550, {|SMTP1001:450|} }.Contains((int)c);" },
        { "an array in a local", """
            bool IsPermanent(SmtpStatusCode c) {
                var all = new[] { 550, {|SMTP1001:450|} }; return all.Contains((int)c);
            }
            """ },
    };

    public static readonly Cases Outcomes = new()
    {
        { "a member is returned", """
            Verdict Of(SmtpStatusCode c) => c == {|SMTP1001:SmtpStatusCode.MailboxBusy|} ? Verdict.Permanent
                : Verdict.Other;
            """ },
        {
            "a member is assigned",
            "Verdict verdict; void Set(SmtpStatusCode c) { if (c == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) verdict = Verdict.Permanent; }"
        },
        { "a method is called", """
            void Fail(SmtpStatusCode c) {
                if (c == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) queue.DeadLetter(message);
            }
            """ },
        {
            "a method is awaited",
            """
                Task DeadLetterAsync() => null;
                async Task Fail(SmtpStatusCode c) {
                    if (c == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) await DeadLetterAsync();
                }
                """
        },
        {
            "an exception is thrown",
            """
                void Fail(SmtpStatusCode c) {
                    if (c == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) throw new PermanentDeliveryException("no");
                }
                """
        },
        {
            "a throw expression",
            """
                int Wait(SmtpStatusCode c) => c == {|SMTP1001:SmtpStatusCode.MailboxBusy|}
                    ? throw new PermanentDeliveryException("no") : 0;
                """
        },
        {
            "an exception's text says so",
            """
                void Fail(SmtpStatusCode c) {
                    if (c == {|SMTP1001:SmtpStatusCode.MailboxBusy|})
                        throw new Exception("Permanent failure, will not retry");
                }
                """
        },
        {
            "a log text says so",
            """void Fail(SmtpStatusCode c) { if (c == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) log.Info("Hard bounce, will not retry"); }"""
        },
        { "a flag", "void Fail(SmtpStatusCode c) { var isPermanent = (int)c >= {|SMTP1001:400|}; if (isPermanent) log.Info(\"x\"); }" },
        { "a flag that is set to false", """
            bool shouldRetry;
            void Fail(SmtpStatusCode c) { if (c == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) shouldRetry = false; }
            """ },
        {
            "a field",
            """
                bool isPermanent;
                void Fail(SmtpStatusCode c) {
                    isPermanent = c is SmtpStatusCode.MailboxUnavailable or {|SMTP1001:SmtpStatusCode.MailboxBusy|};
                }
                """
        },
        {
            "a named argument",
            """
                SendResult Of(SmtpStatusCode c) {
                    if (c == {|SMTP1001:SmtpStatusCode.MailboxBusy|})
                        return new SendResult(success: false, isTransient: false);
                    return null;
                }
                """
        },
        {
            "an object initializer",
            "SendResult Of(SmtpStatusCode c) => new SendResult { Success = false, IsPermanent = (int)c >= {|SMTP1001:400|} };"
        },
        {
            "added to a list",
            """
                List<MimeMessage> deadLetters;
                void Fail(SmtpStatusCode c) {
                    if (c == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) deadLetters.Add(message);
                }
                """
        },
        { "a recipient is suppressed", """
            void SuppressRecipient() { }
            void Fail(SmtpStatusCode c) { if (c == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) SuppressRecipient(); }
            """ },
        { "a property", "SmtpStatusCode StatusCode { get; set; } bool IsPermanent => (int)StatusCode >= {|SMTP1001:400|};" },
        { "a lambda in a local", "void M() { Func<SmtpStatusCode, bool> isPermanent = c => (int)c >= {|SMTP1001:400|}; }" },
        { "a lambda in a field", "Func<SmtpStatusCode, bool> isPermanent = c => (int)c >= {|SMTP1001:400|};" },
        { "a local function", "void M() { bool IsPermanent(SmtpStatusCode c) => (int)c >= {|SMTP1001:400|}; }" },
        { "a task of bool", "Task<bool> IsPermanentAsync(SmtpStatusCode c) => Task.FromResult((int)c >= {|SMTP1001:400|});" },
        { "an async predicate", """
            async Task<bool> IsPermanentAsync(SmtpStatusCode c) {
                await Task.Yield(); return (int)c >= {|SMTP1001:400|};
            }
            """ },
        { "a predicate that denies retrying", "bool IsNotRetryable(SmtpStatusCode c) => (int)c >= {|SMTP1001:400|};" },
        { "a hard bounce", "bool IsHardBounce(SmtpStatusCode c) => (int)c >= {|SMTP1001:400|};" },
    };

    public static readonly Cases Switches = new()
    {
        {
            "by name, beside a default that gives up too",
            """
            Verdict Of(SmtpStatusCode c)
            {
                switch (c)
                {
                    {|SMTP1006:case SmtpStatusCode.MailboxBusy:|}
                    case SmtpStatusCode.ErrorInProcessing:
                        return Verdict.Retry;
                    case SmtpStatusCode.MailboxUnavailable:
                    {|SMTP1001:case SmtpStatusCode.InsufficientStorage:|}
                        return Verdict.Permanent;
                    default:
                        return Verdict.Permanent;
                }
            }
            """
        },
        {
            "a label beside a permanent one",
            """
            Verdict Of(SmtpCommandException ex)
            {
                switch (ex.StatusCode)
                {
                    {|SMTP1001:case SmtpStatusCode.MailboxBusy:|}
                    case SmtpStatusCode.MailboxUnavailable:
                        return Verdict.Permanent;
                    default:
                        return Verdict.Other;
                }
            }
            """
        },
        {
            "a label of numbers",
            """
            void On(SmtpStatusCode c)
            {
                switch ((int)c)
                {
                    case 550:
                    {|SMTP1001:case 450:|}
                        queue.DeadLetter(message);
                        break;
                }
            }
            """
        },
        {
            "a pattern label",
            """
            void On(SmtpStatusCode c)
            {
                switch ((int)c)
                {
                    case >= {|SMTP1001:400|}:
                        queue.DeadLetter(message);
                        break;
                }
            }
            """
        },
        {
            "a when clause",
            """
            void On(SmtpStatusCode c)
            {
                switch (c)
                {
                    case var code when (int)code >= {|SMTP1001:400|}:
                        queue.DeadLetter(message);
                        break;
                }
            }
            """
        },
        {
            "a type label",
            """
            void On(Exception e)
            {
                switch (e)
                {
                    case SmtpCommandException { StatusCode: {|SMTP1001:SmtpStatusCode.MailboxBusy|} }:
                        queue.DeadLetter(message);
                        break;
                }
            }
            """
        },
        {
            "goto case",
            """
            void On(SmtpStatusCode c)
            {
                switch (c)
                {
                    {|SMTP1001:case SmtpStatusCode.MailboxBusy:|}
                        goto case SmtpStatusCode.MailboxUnavailable;
                    case SmtpStatusCode.MailboxUnavailable:
                        queue.DeadLetter(message);
                        break;
                }
            }
            """
        },
        {
            "an arm",
            """
            Verdict Of(SmtpCommandException ex) => ex.StatusCode switch
            {
                {|SMTP1001:SmtpStatusCode.MailboxBusy|} => Verdict.Permanent,
                _ => Verdict.Other,
            };
            """
        },
        {
            "an arm with or",
            """
            Verdict Of(SmtpCommandException ex) => ex.StatusCode switch
            {
                SmtpStatusCode.MailboxUnavailable or {|SMTP1001:SmtpStatusCode.MailboxBusy|} => Verdict.Permanent,
                _ => Verdict.Other,
            };
            """
        },
        {
            "an arm for the exception",
            """
            Verdict Of(Exception e) => e switch
            {
                SmtpCommandException { StatusCode: {|SMTP1001:SmtpStatusCode.MailboxBusy|} } => Verdict.Permanent,
                _ => Verdict.Other,
            };
            """
        },
        {
            "an arm with when",
            """
            Verdict Of(Exception e) => e switch
            {
                SmtpCommandException s when (int)s.StatusCode >= {|SMTP1001:400|} => Verdict.Permanent,
                _ => Verdict.Other,
            };
            """
        },
        {
            "an arm with a var pattern",
            """
            Verdict Of(Exception e) => e switch
            {
                SmtpCommandException { StatusCode: var c } when (int)c is >= {|SMTP1001:400|} and < 600 => Verdict.Permanent,
                _ => Verdict.Other,
            };
            """
        },
        {
            "an arm that throws",
            """
            Verdict Of(SmtpStatusCode c) => c switch
            {
                {|SMTP1001:SmtpStatusCode.MailboxBusy|} => throw new PermanentDeliveryException("no"),
                _ => Verdict.Other,
            };
            """
        },
        {
            "the way HTTP thinks, in an expression",
            """
            Verdict Of(SmtpCommandException ex) => (int)ex.StatusCode switch
            {
                >= {|SMTP1001:400|} and < 500 => Verdict.Permanent,
                >= {|SMTP1002:500|} => Verdict.Retry,
                _ => Verdict.Other,
            };
            """
        },
        {
            "the way HTTP thinks, with ifs",
            """
            void On(SmtpCommandException ex)
            {
                var code = (int)ex.StatusCode;
                if (code >= {|SMTP1002:500|})
                    queue.Requeue(message);
                else if (code >= {|SMTP1001:400|})
                    queue.DeadLetter(message);
            }
            """
        },
    };

    public static readonly Cases Handlers = new()
    {
        {
            "a filter",
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when (ex.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) {
                    queue.DeadLetter(message);
                }
            }
            """
        },
        {
            "a filter on the base exception",
            """
            void Send()
            {
                try { client.Send(message); }
                catch (Exception ex) when (ex is SmtpCommandException { StatusCode: {|SMTP1001:SmtpStatusCode.MailboxBusy|} }) {
                    queue.DeadLetter(message);
                }
            }
            """
        },
        {
            "the clause after the only one that retries",
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.ServiceNotAvailable) { queue.Requeue(message); }
                catch {|SMTP1001:(SmtpCommandException)|} { queue.DeadLetter(message); }
            }
            """
        },
        {
            "the else of the only one that is retried",
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex)
                {
                    if (ex.StatusCode == SmtpStatusCode.MailboxBusy) queue.Requeue(message);
                    {|SMTP1001:else|} queue.DeadLetter(message);
                }
            }
            """
        },
        {
            "the default beside the only one that is retried",
            """
            Verdict Of(SmtpStatusCode c)
            {
                switch (c)
                {
                    case SmtpStatusCode.MailboxBusy: return Verdict.Retry;
                    {|SMTP1001:default:|} return Verdict.Permanent;
                }
            }
            """
        },
        {
            "the discard beside the only one that is retried",
            """
            Verdict Of(SmtpStatusCode c) => c switch
            {
                SmtpStatusCode.MailboxBusy => Verdict.Retry,
                {|SMTP1001:_|} => Verdict.Permanent,
            };
            """
        },
        {
            "inside try and finally",
            """
            void Send()
            {
                try
                {
                    try { client.Send(message); }
                    catch (SmtpCommandException ex) { if ((int)ex.StatusCode >= {|SMTP1001:400|}) queue.DeadLetter(message); }
                }
                finally { client.Disconnect(true); }
            }
            """
        },
        {
            "in a loop over messages",
            """
            async Task SendAll(List<MimeMessage> messages)
            {
                foreach (var message in messages)
                {
                    try { await client.SendAsync(message); }
                    catch (SmtpCommandException ex)
                    {
                        if ((int)ex.StatusCode >= {|SMTP1001:400|}) { queue.DeadLetter(message); continue; }
                        throw;
                    }
                }
            }
            """
        },
        {
            "in an iterator",
            """
            IEnumerable<Verdict> All(IEnumerable<SmtpStatusCode> codes)
            {
                foreach (var code in codes)
                    yield return code == {|SMTP1001:SmtpStatusCode.MailboxBusy|} ? Verdict.Permanent : Verdict.Other;
            }
            """
        },
        {
            "after a goto",
            """
            void On(SmtpStatusCode c)
            {
                if (c == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) goto lost;
                return;
            lost:
                queue.DeadLetter(message);
            }
            """
        },
        {
            "in nested ifs",
            """
            void On(SmtpStatusCode c)
            {
                if ((int)c >= 400)
                {
                    if (c == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) queue.DeadLetter(message);
                }
            }
            """
        },
        {
            "an override",
            """
            class Client : SmtpClient
            {
                readonly List<string> suppressed = new();
                protected override void OnRecipientNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
                {
                    if ((int)response.StatusCode >= {|SMTP1001:400|}) suppressed.Add(mailbox.Address);
                }
            }
            """
        },
        {
            "a local that holds the code of a caught exception",
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex)
                {
                    int code = (int)ex.StatusCode;
                    var hopeless = code == 550 || code == {|SMTP1001:450|};
                    if (hopeless) queue.DeadLetter(message);
                }
            }
            """
        },
    };

    [Theory, MemberData(nameof(Ranges))]
    public Task Range_or_class(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(InnerExceptions))]
    public Task In_inner_exceptions(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(Names))]
    public Task By_name(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(Lists))]
    public Task Element_of_a_list(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(Outcomes))]
    public Task Ways_to_give_up(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(Switches))]
    public Task In_a_switch(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(Handlers))]
    public Task In_the_flow(string member) => Verify.MailKit(member);

    [Fact]
    public Task Under_an_alias() => Verify.File(
        """
        using Code = MailKit.Net.Smtp.SmtpStatusCode;

        class Policy
        {
            bool IsPermanent(Code code) => code >= {|SMTP1001:Code.ServiceNotAvailable|};
        }
        """);

    [Theory]
    [InlineData("bool IsPermanent(SmtpException ex) => (int)ex.StatusCode >= {|SMTP1001:400|};")]
    [InlineData("bool IsPermanent(SmtpException ex) => ex.StatusCode == {|SMTP1001:SmtpStatusCode.LocalErrorInProcessing|};")]
    [InlineData("bool IsPermanent(SmtpException ex) => ex.StatusCode is {|SMTP1001:SmtpStatusCode.ClientNotPermitted|};")]
    [InlineData("bool IsHardBounce(SmtpFailedRecipientException ex) => (int)ex.StatusCode > {|SMTP1001:399|};")]
    public Task With_System_Net_Mail(string member) => Verify.SystemNetMail(member);

    [Fact]
    public Task In_CSharp_7_3() => Verify.MailKit(
        """
        bool IsPermanent(Exception e)
        {
            if (e is SmtpCommandException smtp)
            {
                switch (smtp.StatusCode)
                {
                    case SmtpStatusCode.MailboxUnavailable:
                    {|SMTP1001:case SmtpStatusCode.MailboxBusy:|}
                        return true;
                }
            }
            return false;
        }
        """,
        LanguageVersion.CSharp7_3);

    [Fact]
    public Task With_using_static() => Verify.File(
        """
        using static MailKit.Net.Smtp.SmtpStatusCode;
        class C
        {
            bool IsPermanent(MailKit.Net.Smtp.SmtpCommandException ex) => ex.StatusCode is MailboxUnavailable or {|SMTP1001:MailboxBusy|};
        }
        """);

    [Fact]
    public Task With_an_aliased_namespace() => Verify.File(
        """
        using Kit = MailKit.Net.Smtp;
        using Code = System.Net.Mail.SmtpStatusCode;
        class C
        {
            bool IsPermanent(Kit.SmtpCommandException ex) => ex.StatusCode == {|SMTP1001:Kit.SmtpStatusCode.MailboxBusy|};
            bool IsPermanent(System.Net.Mail.SmtpException ex) => ex.StatusCode == {|SMTP1001:Code.MailboxBusy|};
        }
        """);

    [Fact]
    public async Task In_top_level_statements()
    {
        var test = Verify.Test(
            """
            using MailKit.Net.Smtp;
            IMailQueue queue = null;
            try { new SmtpClient().Send(null); }
            catch (SmtpCommandException ex) when ((int)ex.StatusCode >= {|SMTP1001:400|}) { queue.DeadLetter(ex); }
            """);
        test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication;
        await test.RunAsync();
    }

    [Fact]
    public Task In_a_class_with_a_primary_constructor() => Verify.File(
        """
        using MailKit.Net.Smtp;
        class Failure(SmtpCommandException ex)
        {
            public bool IsPermanent => (int)ex.StatusCode >= {|SMTP1001:400|};
        }
        """);

    [Fact]
    public async Task The_outcome_is_an_additional_location()
    {
        var test = Verify.Test(Verify.InMailKit(
            "void Fail(SmtpStatusCode c) { if (c == {|#0:SmtpStatusCode.MailboxBusy|}) {|#1:queue.DeadLetter(message)|}; }"));
        test.ExpectedDiagnostics.Add(DiagnosticResult.CompilerWarning("SMTP1001").WithLocation(0).WithLocation(1));
        await test.RunAsync();
    }
}
