using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>Codes that come to an outcome because a test fails, or because what is tested is computed from them.</summary>
public sealed class ClassTestOfRestFixTests
{
    public static readonly FixCases Rest = new()
    {
        {
            "a default: the case becomes the class",
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.MailboxBusy:
                        return Verdict.Retry;
                    {|SMTP1001:default:|}
                        return Verdict.Permanent;
                }
            }
            """,
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    case >= (SmtpStatusCode)400 and < (SmtpStatusCode)500:
                        return Verdict.Retry;
                    default:
                        return Verdict.Permanent;
                }
            }
            """
        },
        {
            "a discard: the arm becomes the class",
            """
            Verdict Of(SmtpStatusCode code) => code switch
            {
                SmtpStatusCode.MailboxBusy => Verdict.Retry,
                {|SMTP1001:_|} => Verdict.Permanent
            };
            """,
            """
            Verdict Of(SmtpStatusCode code) => code switch
            {
                >= (SmtpStatusCode)400 and < (SmtpStatusCode)500 => Verdict.Retry,
                _ => Verdict.Permanent
            };
            """
        },
        {
            "an else: the condition becomes the class",
            """
            void On(SmtpCommandException ex)
            {
                if (ex.StatusCode == SmtpStatusCode.MailboxBusy)
                    queue.Requeue(message);
                {|SMTP1001:else|}
                    queue.DeadLetter(message);
            }
            """,
            """
            void On(SmtpCommandException ex)
            {
                if ((int)ex.StatusCode is >= 400 and < 500)
                    queue.Requeue(message);
                else
                    queue.DeadLetter(message);
            }
            """
        },
        {
            "a last catch: the filter becomes the class",
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxBusy) { queue.Requeue(message); }
                catch {|SMTP1001:(SmtpCommandException ex)|} { queue.DeadLetter(message); }
            }
            """,
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 400 and < 500) { queue.Requeue(message); }
                catch (SmtpCommandException ex) { queue.DeadLetter(message); }
            }
            """
        },
        {
            "all codes but a few are retried: the few become the class",
            """
            Verdict Of(SmtpStatusCode code)
            {
                if (code == SmtpStatusCode.MailboxUnavailable || code == SmtpStatusCode.TransactionFailed)
                    return Verdict.Permanent;
                return {|SMTP1002:Verdict.Retry|};
            }
            """,
            """
            Verdict Of(SmtpStatusCode code)
            {
                if ((int)code is >= 500 and < 600)
                    return Verdict.Permanent;
                return Verdict.Retry;
            }
            """
        },
    };

    public static readonly FixCases Negations = new()
    {
        {
            "a guard: its bound moves",
            """
            void On(SmtpCommandException ex)
            {
                if ((int)ex.StatusCode < {|SMTP1001:400|})
                    return;
                queue.DeadLetter(message);
            }
            """,
            """
            void On(SmtpCommandException ex)
            {
                if ((int)ex.StatusCode < 500)
                    return;
                queue.DeadLetter(message);
            }
            """
        },
        {
            "a comparison that is negated",
            """
            void On(SmtpCommandException ex)
            {
                if (!((int)ex.StatusCode >= {|SMTP1001:400|}))
                    return;
                queue.DeadLetter(message);
            }
            """,
            """
            void On(SmtpCommandException ex)
            {
                if (!((int)ex.StatusCode is >= 500 and < 600))
                    return;
                queue.DeadLetter(message);
            }
            """
        },
        {
            "several !=, of which the other side retries the rest",
            """
            Verdict Of(SmtpStatusCode code)
            {
                if (code != {|SMTP1001:SmtpStatusCode.MailboxBusy|} && {|SMTP1002:code != SmtpStatusCode.MailboxUnavailable|})
                    return Verdict.Retry;
                return Verdict.Permanent;
            }
            """,
            """
            Verdict Of(SmtpStatusCode code)
            {
                if ((int)code is not (>= 500 and < 600))
                    return Verdict.Retry;
                return Verdict.Permanent;
            }
            """
        },
    };

    public static readonly FixCases Computed = new()
    {
        {
            "a local less 400, which then goes",
            """
            bool ShouldRetry(SmtpStatusCode status)
            {
                var number = (int)status - 400;
                return number == 50 || number == 51 || number == {|SMTP1002:150|};
            }
            """,
            """
            bool ShouldRetry(SmtpStatusCode status)
            {
                return (int)status is >= 400 and < 500;
            }
            """
        },
        {
            "a decade",
            """
            bool IsHardBounce(SmtpStatusCode status)
            {
                int group = (int)status / 10;
                return group == {|SMTP1001:45|} || group == 55;
            }
            """,
            """
            bool IsHardBounce(SmtpStatusCode status)
            {
                int group = (int)status / 10;
                return group == 55;
            }
            """
        },
        {
            "a local that is counted: only the constant can go",
            """
            bool ShouldRetry(SmtpCommandException ex)
            {
                var number = (int)ex.StatusCode;
                number -= 400;
                return number == 50 || number == 51 || number == 150;
            }
            """,
            """
            bool ShouldRetry(SmtpCommandException ex)
            {
                var number = (int)ex.StatusCode;
                number -= 400;
                return number == 50 || number == 51 || number == 150;
            }
            """
        },
        {
            "what stands around a property",
            """
            bool ShouldRetry(Exception ex) => ex is SmtpCommandException { StatusCode: SmtpStatusCode.MailboxBusy }
                || ex is SmtpCommandException { StatusCode: {|SMTP1002:SmtpStatusCode.MailboxUnavailable|} };
            """,
            """
            bool ShouldRetry(Exception ex) => ex is SmtpCommandException { StatusCode: >= (SmtpStatusCode)400 and < (SmtpStatusCode)500 };
            """
        },
        {
            "arms with another between them",
            """
            Verdict Of(SmtpStatusCode code) => code switch
            {
                SmtpStatusCode.MailboxBusy => Verdict.Retry,
                SmtpStatusCode.ServiceNotAvailable => Verdict.Other,
                {|SMTP1002:SmtpStatusCode.MailboxUnavailable|} => Verdict.Retry,
                _ => default,
            };
            """,
            """
            Verdict Of(SmtpStatusCode code) => code switch
            {
                SmtpStatusCode.ServiceNotAvailable => Verdict.Other,
                >= (SmtpStatusCode)400 and < (SmtpStatusCode)500 => Verdict.Retry,
                _ => default,
            };
            """
        },
    };

    /// <summary>A predicate that is named for retrying and says no by a plain false.</summary>
    public static readonly FixCases Denials = new()
    {
        {
            "a default that says true: the labels become the class",
            """
            bool ShouldRetry(SmtpCommandException ex)
            {
                switch (ex.StatusCode)
                {
                    case SmtpStatusCode.MailboxUnavailable:
                    case SmtpStatusCode.MailboxNameNotAllowed:
                        return false;
                    {|SMTP1002:default:|}
                        return true;
                }
            }
            """,
            """
            bool ShouldRetry(SmtpCommandException ex)
            {
                switch (ex.StatusCode)
                {
                    case >= (SmtpStatusCode)500 and < (SmtpStatusCode)600:
                        return false;
                    default:
                        return true;
                }
            }
            """
        },
        {
            "a discard that says true: the arms become the class",
            """
            bool ShouldRetry(SmtpCommandException ex) => ex.StatusCode switch
            {
                SmtpStatusCode.MailboxUnavailable => false,
                {|SMTP1002:SmtpStatusCode.MailboxNameNotAllowed|} or SmtpStatusCode.UserNotLocalTryAlternatePath => false,
                _ => true,
            };
            """,
            """
            bool ShouldRetry(SmtpCommandException ex) => ex.StatusCode switch
            {
                >= (SmtpStatusCode)500 and < (SmtpStatusCode)600 => false,
                _ => true,
            };
            """
        },
        {
            "a number",
            "bool ShouldRetry(SmtpCommandException ex) => (int)ex.StatusCode switch { {|SMTP1002:550|} or 553 => false, _ => true };",
            "bool ShouldRetry(SmtpCommandException ex) => (int)ex.StatusCode switch { >= 500 and < 600 => false, _ => true };"
        },
    };

    /// <summary>Labels that say more than that their class is permanent.</summary>
    public static readonly Cases DeniedByName = new()
    {
        {
            "a temporary code is not retried either, which may have its reason",
            """
            bool ShouldRetry(SmtpCommandException ex)
            {
                switch (ex.StatusCode)
                {
                    case SmtpStatusCode.MailboxUnavailable:
                    case SmtpStatusCode.MailboxNameNotAllowed:
                        return false;
                    case SmtpStatusCode.ServiceNotAvailable:
                        return false;
                    {|SMTP1002:default:|}
                        return true;
                }
            }
            """
        },
        {
            "a comment behind one label is not about the class",
            """
            bool ShouldRetry(SmtpCommandException ex)
            {
                switch (ex.StatusCode)
                {
                    case SmtpStatusCode.MailboxUnavailable: // gone
                    case SmtpStatusCode.MailboxNameNotAllowed:
                        return false;
                    {|SMTP1002:default:|}
                        return true;
                }
            }
            """
        },
    };

    [Theory, MemberData(nameof(Rest)), MemberData(nameof(Denials))]
    public Task A_list_of_names_becomes_the_class_where_the_rest_is_wrong(string source, string mended) => Verify.Fix(source, mended);

    [Theory, MemberData(nameof(Negations))]
    public Task A_test_that_brings_codes_by_failing_becomes_the_class(string source, string mended) => Verify.Fix(source, mended);

    [Theory, MemberData(nameof(Computed))]
    public Task The_code_itself_is_tested(string source, string mended) => Verify.Fix(source, mended);

    [Theory, MemberData(nameof(DeniedByName))]
    public Task Names_that_say_more_stay(string source) => Verify.NoFix(source);

    [Fact]
    public Task What_is_no_reply_is_retried_as_before() => Verify.SystemNetMailFix(
        """
        bool ShouldRetry(SmtpException ex)
        {
            switch (ex.StatusCode) { case SmtpStatusCode.MailboxUnavailable: return false; {|SMTP1002:default:|} return true; }
        }
        """,
        """
        bool ShouldRetry(SmtpException ex)
        {
            switch (ex.StatusCode) { case var _ when (int)ex.StatusCode / 100 == 5: return false; default: return true; }
        }
        """,
        LanguageVersion.CSharp7_3);
}
