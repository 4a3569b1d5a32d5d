using SmtpAnalyzers.CodeFixes;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>Alternatives and ranges of labels move too, and sections that are wrong the opposite way exchange their labels.</summary>
public sealed class MoveSectionFixTests
{
    public static readonly FixCases Alternatives = new()
    {
        {
            "to a label with alternatives",
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.InsufficientStorage:
                        return Verdict.Retry;
                    case {|SMTP1001:SmtpStatusCode.MailboxBusy|} or SmtpStatusCode.MailboxUnavailable:
                        return Verdict.Permanent;
                    default:
                        return Verdict.Other;
                }
            }
            """,
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.InsufficientStorage or SmtpStatusCode.MailboxBusy:
                        return Verdict.Retry;
                    case SmtpStatusCode.MailboxUnavailable:
                        return Verdict.Permanent;
                    default:
                        return Verdict.Other;
                }
            }
            """
        },
        {
            "to a section of plain labels",
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.ServiceNotAvailable:
                        return Verdict.Retry;
                    case {|SMTP1001:SmtpStatusCode.MailboxBusy|} or SmtpStatusCode.MailboxUnavailable:
                        return Verdict.Permanent;
                    default:
                        return Verdict.Other;
                }
            }
            """,
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.ServiceNotAvailable:
                    case SmtpStatusCode.MailboxBusy:
                        return Verdict.Retry;
                    case SmtpStatusCode.MailboxUnavailable:
                        return Verdict.Permanent;
                    default:
                        return Verdict.Other;
                }
            }
            """
        },
        {
            "all alternatives of a label",
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.ServiceNotAvailable:
                        return Verdict.Retry;
                    case {|SMTP1001:SmtpStatusCode.MailboxBusy|} or {|SMTP1001:SmtpStatusCode.ErrorInProcessing|}:
                        return Verdict.Permanent;
                    default:
                        return Verdict.Other;
                }
            }
            """,
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.ServiceNotAvailable:
                    case SmtpStatusCode.MailboxBusy or SmtpStatusCode.ErrorInProcessing:
                        return Verdict.Retry;
                    default:
                        return Verdict.Other;
                }
            }
            """
        },
    };

    public static readonly FixCases Ranges = new()
    {
        {
            "a range below the code that is retried",
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch ((int)code)
                {
                    case 421:
                        return Verdict.Retry;
                    // transient
                    case >= {|SMTP1001:400|} and < 500: // all
                        return Verdict.Permanent;
                    case >= 500 and < 600:
                        return Verdict.Permanent;
                    default:
                        return Verdict.Other;
                }
            }
            """,
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch ((int)code)
                {
                    case 421:
                    // transient
                    case >= 400 and < 500: // all
                        return Verdict.Retry;
                    case >= 500 and < 600:
                        return Verdict.Permanent;
                    default:
                        return Verdict.Other;
                }
            }
            """
        },
        {
            "the ranges of HTTP change places",
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch ((int)code)
                {
                    case >= {|SMTP1001:400|} and < 500:
                        return Verdict.Permanent;
                    case >= {|SMTP1002:500|}:
                        return Verdict.Retry;
                    default:
                        return Verdict.Other;
                }
            }
            """,
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch ((int)code)
                {
                    case >= 500:
                        return Verdict.Permanent;
                    case >= 400 and < 500:
                        return Verdict.Retry;
                    default:
                        return Verdict.Other;
                }
            }
            """
        },
    };

    public static readonly FixCases Swaps = new()
    {
        {
            "the names of HTTP thinking, comments above stay with what is done",
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    // try again
                    {|SMTP1002:case SmtpStatusCode.MailboxUnavailable:|}
                    {|SMTP1002:case SmtpStatusCode.TransactionFailed:|}
                        return Verdict.Retry;
                    // never
                    {|SMTP1001:case SmtpStatusCode.MailboxBusy:|} // a
                    {|SMTP1001:case SmtpStatusCode.ErrorInProcessing:|} // b
                        return Verdict.Permanent;
                    default:
                        return Verdict.Other;
                }
            }
            """,
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    // try again
                    case SmtpStatusCode.MailboxBusy: // a
                    case SmtpStatusCode.ErrorInProcessing: // b
                        return Verdict.Retry;
                    // never
                    case SmtpStatusCode.MailboxUnavailable:
                    case SmtpStatusCode.TransactionFailed:
                        return Verdict.Permanent;
                    default:
                        return Verdict.Other;
                }
            }
            """
        },
        {
            "labels in lines of their own and not",
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    {|SMTP1002:case SmtpStatusCode.MailboxUnavailable:|} return Verdict.Retry;
                    {|SMTP1001:case SmtpStatusCode.MailboxBusy:|}
                    {|SMTP1001:case SmtpStatusCode.ErrorInProcessing:|}
                        return Verdict.Permanent;
                    default: return Verdict.Other;
                }
            }
            """,
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.MailboxBusy:
                    case SmtpStatusCode.ErrorInProcessing: return Verdict.Retry;
                    case SmtpStatusCode.MailboxUnavailable:
                        return Verdict.Permanent;
                    default: return Verdict.Other;
                }
            }
            """
        },
    };

    /// <summary>What is said in a branch is about its own codes.</summary>
    public static readonly FixCases Specific = new()
    {
        {
            "past a section that speaks of a full mailbox",
            """
            void On(SmtpCommandException ex)
            {
                switch (ex.StatusCode)
                {
                    case SmtpStatusCode.InsufficientStorage:
                        log.Info("Mailbox is full");
                        queue.Requeue(message);
                        break;
                    case SmtpStatusCode.ServiceNotAvailable:
                        log.Info($"Temporary failure {ex.Message}, will retry");
                        queue.Requeue(message);
                        break;
                    {|SMTP1001:case SmtpStatusCode.ErrorInProcessing:|}
                    case SmtpStatusCode.MailboxUnavailable:
                        queue.DeadLetter(message);
                        break;
                    default:
                        throw ex;
                }
            }
            """,
            """
            void On(SmtpCommandException ex)
            {
                switch (ex.StatusCode)
                {
                    case SmtpStatusCode.InsufficientStorage:
                        log.Info("Mailbox is full");
                        queue.Requeue(message);
                        break;
                    case SmtpStatusCode.ServiceNotAvailable:
                    case SmtpStatusCode.ErrorInProcessing:
                        log.Info($"Temporary failure {ex.Message}, will retry");
                        queue.Requeue(message);
                        break;
                    case SmtpStatusCode.MailboxUnavailable:
                        queue.DeadLetter(message);
                        break;
                    default:
                        throw ex;
                }
            }
            """
        },
        {
            "to a section that throws what is named for the class",
            """
            void On(SmtpCommandException ex)
            {
                switch (ex.StatusCode)
                {
                    case SmtpStatusCode.ServiceNotAvailable:
                        throw new TransientFailureException(ex.Message, ex);
                    {|SMTP1001:case SmtpStatusCode.ErrorInProcessing:|}
                    case SmtpStatusCode.MailboxUnavailable:
                        throw new PermanentDeliveryException(ex.Message, ex);
                    default:
                        throw ex;
                }
            }
            """,
            """
            void On(SmtpCommandException ex)
            {
                switch (ex.StatusCode)
                {
                    case SmtpStatusCode.ServiceNotAvailable:
                    case SmtpStatusCode.ErrorInProcessing:
                        throw new TransientFailureException(ex.Message, ex);
                    case SmtpStatusCode.MailboxUnavailable:
                        throw new PermanentDeliveryException(ex.Message, ex);
                    default:
                        throw ex;
                }
            }
            """
        },
    };

    public static readonly FixCases Conditions = new()
    {
        {
            "else if",
            """
            Verdict Of(SmtpCommandException ex)
            {
                var code = (int)ex.StatusCode;
                // client errors, server errors
                if (code >= {|SMTP1001:400|} && code < 500)
                    return Verdict.Permanent;
                else if (code >= {|SMTP1002:500|} && code < 600)
                    return Verdict.Retry;
                return Verdict.Other;
            }
            """,
            """
            Verdict Of(SmtpCommandException ex)
            {
                var code = (int)ex.StatusCode;
                // client errors, server errors
                if (code >= 500 && code < 600)
                    return Verdict.Permanent;
                else if (code >= 400 && code < 500)
                    return Verdict.Retry;
                return Verdict.Other;
            }
            """
        },
        {
            "two ifs",
            """
            void On(SmtpCommandException ex)
            {
                if ((int)ex.StatusCode / 100 == {|SMTP1001:4|})
                {
                    queue.DeadLetter(message);
                    return;
                }
                if ((int)ex.StatusCode / 100 == {|SMTP1002:5|})
                    queue.Requeue(message);
            }
            """,
            """
            void On(SmtpCommandException ex)
            {
                if ((int)ex.StatusCode / 100 == 5)
                {
                    queue.DeadLetter(message);
                    return;
                }
                if ((int)ex.StatusCode / 100 == 4)
                    queue.Requeue(message);
            }
            """
        },
        {
            "a chain of conditional expressions",
            """
            Verdict Of(SmtpCommandException ex) => (int)ex.StatusCode is >= {|SMTP1001:400|} and < 500 ? Verdict.Permanent
                : (int)ex.StatusCode is >= 500 and < {|SMTP1002:600|} ? Verdict.Retry : Verdict.Other;
            """,
            """
            Verdict Of(SmtpCommandException ex) => (int)ex.StatusCode is >= 500 and < 600 ? Verdict.Permanent
                : (int)ex.StatusCode is >= 400 and < 500 ? Verdict.Retry : Verdict.Other;
            """
        },
        {
            "a label with a comment, to the default",
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.Ok:
                    {|SMTP1004:case SmtpStatusCode.InsufficientStorage:|} // will fit later
                        return Verdict.Sent;
                    default:
                        return Verdict.Other;
                }
            }
            """,
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.Ok:
                        return Verdict.Sent;
                    default:
                    case SmtpStatusCode.InsufficientStorage: // will fit later
                        return Verdict.Other;
                }
            }
            """
        },
    };

    public static readonly Cases Untrue = new()
    {
        {
            "labels of a refused login and of a missing mailbox",
            """
            void On(SmtpCommandException ex)
            {
                switch (ex.StatusCode)
                {
                    {|SMTP1002:case SmtpStatusCode.MailboxUnavailable:|}
                        queue.Requeue(message);
                        break;
                    {|SMTP1001:case SmtpStatusCode.TemporaryAuthenticationFailure:|}
                        throw new UnauthorizedAccessException("Login refused, giving up");
                }
            }
            """
        },
        {
            "arms that say more than their class",
            """
            bool On(SmtpStatusCode code) => code switch
            {
                {|SMTP1002:SmtpStatusCode.MailboxNameNotAllowed|} => queue.Requeue(message),
                {|SMTP1001:SmtpStatusCode.TemporaryAuthenticationFailure|} => throw new PermanentDeliveryException("Login refused"),
                _ => throw new ArgumentException(nameof(code)),
            };
            """
        },
    };

    public static readonly FixCases OfSystemNetMail = new()
    {
        {
            "451 and 454 under their other names",
            """
            Verdict Of(SmtpException ex)
            {
                switch (ex.StatusCode)
                {
                    case SmtpStatusCode.ServiceNotAvailable:
                        return Verdict.Retry;
                    {|SMTP1001:case SmtpStatusCode.LocalErrorInProcessing:|}
                    {|SMTP1001:case SmtpStatusCode.ClientNotPermitted:|}
                    case SmtpStatusCode.MailboxUnavailable:
                        return Verdict.Permanent;
                    default:
                        return Verdict.Other;
                }
            }
            """,
            """
            Verdict Of(SmtpException ex)
            {
                switch (ex.StatusCode)
                {
                    case SmtpStatusCode.ServiceNotAvailable:
                    case SmtpStatusCode.LocalErrorInProcessing:
                    case SmtpStatusCode.ClientNotPermitted:
                        return Verdict.Retry;
                    case SmtpStatusCode.MailboxUnavailable:
                        return Verdict.Permanent;
                    default:
                        return Verdict.Other;
                }
            }
            """
        },
    };

    [Theory, MemberData(nameof(Alternatives))]
    public Task Moves_an_alternative(string source, string mended) => Verify.Fix(source, mended);

    [Theory, MemberData(nameof(Ranges))]
    public Task Moves_a_range(string source, string mended) => Verify.Fix(source, mended);

    [Theory, MemberData(nameof(Swaps))]
    public Task Exchanges(string source, string mended) => Verify.Fix(source, mended);

    [Theory, MemberData(nameof(Conditions))]
    public Task Exchanges_conditions_and_keeps_comments(string source, string mended) => Verify.Fix(source, mended);

    [Theory, MemberData(nameof(Specific))]
    public Task Moves_to_what_is_true_for_its_class(string source, string mended) => Verify.Fix(source, mended);

    [Theory, MemberData(nameof(Untrue))]
    public Task Moves_nothing_to_what_is_not_about_it(string source) => Verify.Fix(source, source, kind: FixKind.Move);

    [Theory, MemberData(nameof(OfSystemNetMail))]
    public Task Moves_with_System_Net_Mail(string source, string mended) => Verify.SystemNetMailFix(source, mended);
}
