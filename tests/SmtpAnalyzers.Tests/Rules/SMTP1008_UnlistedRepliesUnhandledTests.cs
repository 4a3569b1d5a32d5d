using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.CodeFixes;

namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP1008_UnlistedRepliesUnhandledTests
{
    private const string Listed = "421 or 450 => Verdict.Retry, 550 or 553 => Verdict.Permanent";

    // What the fix adds.
    private const string Classes = ">= 400 and < 500 => Verdict.Retry, >= 500 and < 600 => Verdict.Permanent";

    public static readonly Cases Switches = new()
    {
        { "no default", """
            void On(SmtpStatusCode c)
            {
                {|SMTP1008:switch|} (c)
                {
                    case SmtpStatusCode.MailboxBusy: queue.Requeue(message); break;
                    case SmtpStatusCode.MailboxUnavailable: queue.DeadLetter(message); break;
                }
            }
            """ },
        { "a default that only logs", """
            void On(SmtpCommandException ex)
            {
                {|SMTP1008:switch|} (ex.StatusCode)
                {
                    case SmtpStatusCode.MailboxBusy: queue.Requeue(message); break;
                    case SmtpStatusCode.MailboxUnavailable: queue.DeadLetter(message); break;
                    default: log.Info("unexpected " + ex.StatusCode); break;
                }
            }
            """ },
        { "an exception about an unknown value", """
            Verdict Of(SmtpStatusCode c)
            {
                {|SMTP1008:switch|} (c)
                {
                    case SmtpStatusCode.MailboxBusy: return Verdict.Retry;
                    case SmtpStatusCode.MailboxUnavailable: return Verdict.Permanent;
                    default: throw new ArgumentOutOfRangeException(nameof(c), c, null);
                }
            }
            """ },
        { "one failure for all", """
            Verdict Of(SmtpStatusCode c) => c {|SMTP1008:switch|}
            { SmtpStatusCode.MailboxBusy => Verdict.Retry, SmtpStatusCode.MailboxUnavailable =>
                Verdict.Permanent, _ => throw new InvalidOperationException("unexpected") };
            """ },
        { "the four and some 5yz, and no default", """
            void On(SmtpStatusCode c)
            {
                {|SMTP1008:switch|} ((int)c)
                {
                    case 421: case 450: case 451: case 452: queue.Requeue(message); break;
                    case 550: case 553: queue.DeadLetter(message); break;
                }
            }
            """ },
        { "the four and some 5yz, and an exception about an unknown value", """
            Verdict Of(SmtpStatusCode c) => (int)c {|SMTP1008:switch|}
            { 421 or 450 or 451 or 452 => Verdict.Retry, 550 or 554 => Verdict.Permanent, _ =>
                throw new ArgumentOutOfRangeException(nameof(c)) };
            """ },
        { "the four by name and 550, and a default that does nothing", """
            void On(SmtpCommandException ex)
            {
                {|SMTP1008:switch|} (ex.StatusCode)
                {
                    case SmtpStatusCode.ServiceNotAvailable:
                    case SmtpStatusCode.MailboxBusy:
                    case SmtpStatusCode.ErrorInProcessing:
                    case SmtpStatusCode.InsufficientStorage:
                        queue.Requeue(message);
                        break;
                    case SmtpStatusCode.MailboxUnavailable:
                        queue.DeadLetter(message);
                        break;
                    default:
                        break;
                }
            }
            """ },
        { "numbers", """
            Verdict Of(SmtpStatusCode c) => (int)c {|SMTP1008:switch|}
            { 421 or 450 => Verdict.Retry, 550 or 553 => Verdict.Permanent, _ => throw new ArgumentException() };
            """ },
        { "no discard", """
            Verdict Of(SmtpStatusCode c) => c {|SMTP1008:switch|}
            { SmtpStatusCode.MailboxBusy => Verdict.Retry, SmtpStatusCode.MailboxUnavailable => Verdict.Permanent };
            """ },
        { "an arm that throws", """
            Verdict Of(SmtpStatusCode c) => c {|SMTP1008:switch|}
            { SmtpStatusCode.MailboxBusy => Verdict.Retry, SmtpStatusCode.MailboxUnavailable =>
                Verdict.Permanent, _ => throw new NotSupportedException() };
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "something else with the rest that is not understood", """
            Verdict Of(SmtpStatusCode c) => c switch {
                SmtpStatusCode.MailboxBusy => Verdict.Retry, SmtpStatusCode.MailboxUnavailable =>
                    Verdict.Permanent, _ => Verdict.Other
            };
            """ },
        { "a call for the rest that is not understood", """
            void AskPostmaster() { }
            void On(SmtpStatusCode c)
            {
                switch (c)
                {
                    case SmtpStatusCode.MailboxBusy: queue.Requeue(message); break;
                    case SmtpStatusCode.MailboxUnavailable: queue.DeadLetter(message); break;
                    default: AskPostmaster(); break;
                }
            }
            """ },
        { "a value after it that is not understood", """
            Verdict Of(SmtpStatusCode c)
            {
                switch (c)
                {
                    case SmtpStatusCode.MailboxBusy: return Verdict.Retry;
                    case SmtpStatusCode.MailboxUnavailable: return Verdict.Permanent;
                }
                return Verdict.Other;
            }
            """ },
        { "arms for the classes", """
            Verdict Of(SmtpStatusCode c) => (int)c switch {
                421 => Verdict.Other, >= 400 and < 500 => Verdict.Retry, >= 500 and < 600 => Verdict.Permanent, _ =>
                    Verdict.Other
            };
            """ },
        { "a default that looks at the class", """
            Verdict Of(SmtpStatusCode c)
            {
                switch (c)
                {
                    case SmtpStatusCode.MailboxBusy: return Verdict.Retry;
                    case SmtpStatusCode.MailboxUnavailable: return Verdict.Permanent;
                    default: return (int)c / 100 == 4 ? Verdict.Retry : Verdict.Permanent;
                }
            }
            """ },
        { "a class test after it", """
            Verdict Of(SmtpStatusCode c)
            {
                switch (c)
                {
                    case SmtpStatusCode.MailboxBusy: return Verdict.Retry;
                    case SmtpStatusCode.MailboxUnavailable: return Verdict.Permanent;
                }
                if ((int)c >= 500) return Verdict.Permanent;
                return Verdict.Retry;
            }
            """ },
        { "one class only comes there", """
            Verdict Of(SmtpStatusCode c)
            {
                if ((int)c / 100 != 5) return Verdict.Other;
                switch (c)
                {
                    case SmtpStatusCode.MailboxUnavailable: return Verdict.Permanent;
                    case SmtpStatusCode.TransactionFailed: return Verdict.Permanent;
                    default: return Verdict.Other;
                }
            }
            """ },
        { "exactly the four", """
            Verdict Of(SmtpStatusCode c) => (int)c switch {
                421 or 450 or 451 or 452 => Verdict.Retry, _ => Verdict.Permanent
            };
            """ },
        { "the four and some 5yz, the rest given up", """
            Verdict Of(SmtpStatusCode c) => (int)c switch {
                421 or 450 or 451 or 452 => Verdict.Retry, 550 => Verdict.Permanent, _ => Verdict.Permanent
            };
            """ },
        { "the four, and nothing for the rest", """
            void On(SmtpStatusCode c)
            {
                switch ((int)c)
                {
                    case 421: case 450: case 451: case 452: queue.Requeue(message); break;
                }
            }
            """ },
        { "the four and some", """
            Verdict Of(SmtpStatusCode c) => (int)c switch {
                421 or 450 or 451 or 452 or 454 => Verdict.Retry, 550 => Verdict.Permanent, _ => Verdict.Other
            };
            """ },
        { "a default that throws on", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex)
                {
                    switch (ex.StatusCode)
                    {
                        case SmtpStatusCode.MailboxBusy: queue.Requeue(message); break;
                        case SmtpStatusCode.MailboxUnavailable: queue.DeadLetter(message); break;
                        default: throw;
                    }
                }
            }
            """ },
        { "a helper for the rest", """
            Verdict Rest(SmtpStatusCode c) => default;
            Verdict Of(SmtpStatusCode c) => c switch {
                SmtpStatusCode.MailboxBusy => Verdict.Retry, SmtpStatusCode.MailboxUnavailable =>
                    Verdict.Permanent, _ => Rest(c)
            };
            """ },
        { "a helper for the rest, by its exception", """
            void Rest(Exception ex) { }
            void On(SmtpCommandException ex)
            {
                switch (ex.StatusCode)
                {
                    case SmtpStatusCode.MailboxBusy: queue.Requeue(message); break;
                    case SmtpStatusCode.MailboxUnavailable: queue.DeadLetter(message); break;
                    default: Rest(ex); break;
                }
            }
            """ },
        { "a text for people", """
            string Of(SmtpStatusCode c) => c switch {
                SmtpStatusCode.MailboxBusy => "busy", SmtpStatusCode.MailboxUnavailable => "gone", _ => "?"
            };
            """ },
        { "a predicate", """
            bool IsHardBounce(SmtpStatusCode c) => c switch {
                SmtpStatusCode.MailboxUnavailable => true, SmtpStatusCode.MailboxNameNotAllowed => true, _ => false
            };
            """ },
        { "one name", """
            Verdict Of(SmtpStatusCode c) => c switch {
                SmtpStatusCode.MailboxUnavailable => Verdict.Permanent, _ => Verdict.Other
            };
            """ },
        { "the rest given up, which is another rule's", """
            Verdict Of(SmtpStatusCode c) => c switch {
                SmtpStatusCode.MailboxBusy => Verdict.Retry, SmtpStatusCode.MailboxUnavailable =>
                    Verdict.Permanent, {|SMTP1001:_|} => Verdict.Permanent
            };
            """ },
        { "the rest retried, which is another rule's", """
            Verdict Of(SmtpStatusCode c) => c switch {
                SmtpStatusCode.MailboxBusy => Verdict.Retry, SmtpStatusCode.MailboxUnavailable =>
                    Verdict.Permanent, {|SMTP1002:_|} => Verdict.Retry
            };
            """ },
        { "the steps of a session", """
            void Next(SmtpResponse r)
            {
                switch (r.StatusCode)
                {
                    case SmtpStatusCode.Ok: log.Info("a"); break;
                    case SmtpStatusCode.StartMailInput: log.Info("b"); break;
                }
            }
            """ },
        { "HTTP", """
            Verdict Of(HttpStatusCode c) => (int)c switch {
                503 or 429 => Verdict.Retry, 404 or 410 => Verdict.Permanent, _ => Verdict.Other
            };
            """ },
    };

    public static readonly FixCases Mended = new()
    {
        {
            "arms",
            """
            Verdict Of(SmtpStatusCode c) => c {|SMTP1008:switch|}
            {
                SmtpStatusCode.MailboxBusy => Verdict.Retry,
                SmtpStatusCode.MailboxUnavailable => Verdict.Permanent,
                _ => throw new ArgumentException(),
            };
            """,
            """
            Verdict Of(SmtpStatusCode c) => c switch
            {
                SmtpStatusCode.MailboxBusy => Verdict.Retry,
                SmtpStatusCode.MailboxUnavailable => Verdict.Permanent,
                >= (SmtpStatusCode)400 and < (SmtpStatusCode)500 => Verdict.Retry,
                >= (SmtpStatusCode)500 and < (SmtpStatusCode)600 => Verdict.Permanent,
                _ => throw new ArgumentException(),
            };
            """
        },
        {
            "arms beside the four",
            """
            Verdict Of(SmtpStatusCode c) => (int)c {|SMTP1008:switch|}
            {
                421 or 450 or 451 or 452 => Verdict.Retry,
                550 => Verdict.Permanent,
                _ => throw new ArgumentException()
            };
            """,
            """
            Verdict Of(SmtpStatusCode c) => (int)c switch
            {
                421 or 450 or 451 or 452 => Verdict.Retry,
                550 => Verdict.Permanent,
                >= 400 and < 500 => Verdict.Retry,
                >= 500 and < 600 => Verdict.Permanent,
                _ => throw new ArgumentException()
            };
            """
        },
        {
            "arms of numbers in one line",
            $$"""Verdict Of(SmtpStatusCode c) => (int)c {|SMTP1008:switch|} { {{Listed}}, _ => throw new ArgumentException() };""",
            $$"""Verdict Of(SmtpStatusCode c) => (int)c switch { {{Listed}}, {{Classes}}, _ => throw new ArgumentException() };"""
        },
        {
            "sections before the default",
            """
            void On(SmtpCommandException ex)
            {
                {|SMTP1008:switch|} (ex.StatusCode)
                {
                    case SmtpStatusCode.ServiceNotAvailable:
                    case SmtpStatusCode.MailboxBusy:
                        queue.Requeue(message);
                        break;
                    case SmtpStatusCode.MailboxUnavailable:
                        queue.DeadLetter(message);
                        break;
                    default:
                        log.Info("unexpected");
                        break;
                }
            }
            """,
            """
            void On(SmtpCommandException ex)
            {
                switch (ex.StatusCode)
                {
                    case SmtpStatusCode.ServiceNotAvailable:
                    case SmtpStatusCode.MailboxBusy:
                    case >= (SmtpStatusCode)400 and < (SmtpStatusCode)500:
                        queue.Requeue(message);
                        break;
                    case SmtpStatusCode.MailboxUnavailable:
                    case >= (SmtpStatusCode)500 and < (SmtpStatusCode)600:
                        queue.DeadLetter(message);
                        break;
                    default:
                        log.Info("unexpected");
                        break;
                }
            }
            """
        },
    };

    [Theory, MemberData(nameof(Switches))]
    public Task Reported(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(Silent))]
    public Task Not_reported(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(Mended))]
    public Task Gets_cases_for_the_classes(string source, string mended) => Verify.Fix(source, mended);

    [Fact]
    public Task In_CSharp_7_3() => Verify.SystemNetMailFix(
        """
        void On(SmtpException ex)
        {
            {|SMTP1008:switch|} (ex.StatusCode)
            {
                case SmtpStatusCode.MailboxBusy:
                    queue.Requeue(message);
                    break;
                case SmtpStatusCode.MailboxUnavailable:
                    queue.DeadLetter(message);
                    break;
            }
        }
        """,
        """
        void On(SmtpException ex)
        {
            switch (ex.StatusCode)
            {
                case SmtpStatusCode.MailboxBusy:
                case var _ when (int)ex.StatusCode / 100 == 4:
                    queue.Requeue(message);
                    break;
                case SmtpStatusCode.MailboxUnavailable:
                case var _ when (int)ex.StatusCode / 100 == 5:
                    queue.DeadLetter(message);
                    break;
            }
        }
        """,
        LanguageVersion.CSharp7_3);
}
