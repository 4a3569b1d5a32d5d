using SmtpAnalyzers.CodeFixes;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>The code that was meant takes the place of the one that was named.</summary>
public sealed class MeantCodeFixTests
{
    public static readonly FixCases Names = new()
    {
        {
            "421 for 221, with which the list is complete",
            "bool ShouldRetry(SmtpStatusCode code) => code is {|SMTP1003:SmtpStatusCode.ServiceClosingTransmissionChannel|} "
                + "or SmtpStatusCode.MailboxBusy or SmtpStatusCode.ErrorInProcessing or SmtpStatusCode.InsufficientStorage;",
            "bool ShouldRetry(SmtpStatusCode code) => code is SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.MailboxBusy "
                + "or SmtpStatusCode.ErrorInProcessing or SmtpStatusCode.InsufficientStorage;"
        },
        {
            "421 for 221, a number in a list",
            """
            static readonly int[] Transient = [{|SMTP1003:221|}, 450, 451, 452];
            bool IsTransient(SmtpStatusCode code) => Transient.Contains((int)code);
            """,
            """
            static readonly int[] Transient = [421, 450, 451, 452];
            bool IsTransient(SmtpStatusCode code) => Transient.Contains((int)code);
            """
        },
        {
            "421 for 221, a label alone",
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    {|SMTP1003:case SmtpStatusCode.ServiceClosingTransmissionChannel:|} // going down
                        return Verdict.Retry;
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
                    case SmtpStatusCode.ServiceNotAvailable: // going down
                        return Verdict.Retry;
                    default:
                        return Verdict.Other;
                }
            }
            """
        },
        {
            "551 for 251",
            """
            bool IsPermanent(SmtpStatusCode code) =>
                code == {|SMTP1003:SmtpStatusCode.UserNotLocalWillForward|} || code == SmtpStatusCode.MailboxUnavailable;
            """,
            """
            bool IsPermanent(SmtpStatusCode code) =>
                code == SmtpStatusCode.UserNotLocalTryAlternatePath || code == SmtpStatusCode.MailboxUnavailable;
            """
        },
        {
            "551 for 251, a label",
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.Ok:
                        return Verdict.Sent;
                    {|SMTP1003:case SmtpStatusCode.UserNotLocalWillForward:|}
                    case SmtpStatusCode.MailboxUnavailable:
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
                    case SmtpStatusCode.Ok:
                        return Verdict.Sent;
                    case SmtpStatusCode.UserNotLocalTryAlternatePath:
                    case SmtpStatusCode.MailboxUnavailable:
                        return Verdict.Permanent;
                    default:
                        return Verdict.Other;
                }
            }
            """
        },
        {
            "551 for 251, an arm",
            """
            Verdict Of(SmtpStatusCode code) => code switch
            {
                {|SMTP1003:SmtpStatusCode.UserNotLocalWillForward|} => Verdict.Permanent, // try another path
                _ => Verdict.Other,
            };
            """,
            """
            Verdict Of(SmtpStatusCode code) => code switch
            {
                SmtpStatusCode.UserNotLocalTryAlternatePath => Verdict.Permanent, // try another path
                _ => Verdict.Other,
            };
            """
        },
        {
            "451 for 554, a number",
            "bool IsTransient(SmtpStatusCode code) => (int)code is 421 or 450 or 452 or {|SMTP1002:554|};",
            "bool IsTransient(SmtpStatusCode code) => (int)code is 421 or 450 or 452 or 451;"
        },
        {
            "451 for 554, a label",
            """
            bool IsTransient(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.ServiceNotAvailable: // down
                    case SmtpStatusCode.MailboxBusy: // busy
                    case SmtpStatusCode.InsufficientStorage: // full
                    {|SMTP1002:case SmtpStatusCode.TransactionFailed:|} // local error
                        return true;
                    default:
                        return false;
                }
            }
            """,
            """
            bool IsTransient(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.ServiceNotAvailable: // down
                    case SmtpStatusCode.MailboxBusy: // busy
                    case SmtpStatusCode.InsufficientStorage: // full
                    case SmtpStatusCode.ErrorInProcessing: // local error
                        return true;
                    default:
                        return false;
                }
            }
            """
        },
        {
            "451 for 554, each with an is of its own",
            "bool IsTransient(SmtpStatusCode code) => code is SmtpStatusCode.MailboxBusy "
                + "|| code is {|SMTP1002:SmtpStatusCode.TransactionFailed|} || code is SmtpStatusCode.ServiceNotAvailable "
                + "|| code is SmtpStatusCode.InsufficientStorage;",
            "bool IsTransient(SmtpStatusCode code) => code is SmtpStatusCode.MailboxBusy || code is SmtpStatusCode.ErrorInProcessing "
                + "|| code is SmtpStatusCode.ServiceNotAvailable || code is SmtpStatusCode.InsufficientStorage;"
        },
    };

    public static readonly FixCases Unavailable = new()
    {
        {
            "550 for 450 where the mailbox does not exist, and a case for the others of its class",
            """
            void Check(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.ServiceNotAvailable:
                        queue.Requeue(message);
                        break;
                    {|SMTP1001:case SmtpStatusCode.MailboxBusy:|}
                        throw new InvalidOperationException("Mailbox does not exist");
                }
            }
            """,
            """
            void Check(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.ServiceNotAvailable:
                    case >= (SmtpStatusCode)400 and < (SmtpStatusCode)500:
                        queue.Requeue(message);
                        break;
                    case SmtpStatusCode.MailboxUnavailable:
                        throw new InvalidOperationException("Mailbox does not exist");
                }
            }
            """
        },
        {
            "550 for 450, an arm that throws",
            """
            Verdict Of(SmtpStatusCode code) => code switch
            {
                SmtpStatusCode.ServiceNotAvailable => Verdict.Retry,
                {|SMTP1001:SmtpStatusCode.MailboxBusy|} => throw new PermanentDeliveryException("Mailbox does not exist"),
                _ => Verdict.Other,
            };
            """,
            """
            Verdict Of(SmtpStatusCode code) => code switch
            {
                SmtpStatusCode.ServiceNotAvailable => Verdict.Retry,
                SmtpStatusCode.MailboxUnavailable => throw new PermanentDeliveryException("Mailbox does not exist"),
                _ => Verdict.Other,
            };
            """
        },
        {
            "550 for 450 by the name of a predicate",
            """
            bool IsUnknownUser(SmtpStatusCode code) =>
                code == {|SMTP1001:SmtpStatusCode.MailboxBusy|} || code == SmtpStatusCode.MailboxNameNotAllowed;
            """,
            """
            bool IsUnknownUser(SmtpStatusCode code) =>
                code == SmtpStatusCode.MailboxUnavailable || code == SmtpStatusCode.MailboxNameNotAllowed;
            """
        },
        {
            "550 for 450 by a comment beside it",
            """
            static readonly int[] Permanent =
            {
                {|SMTP1001:450|}, // no such user
                553, // bad name
            };
            bool IsPermanent(SmtpStatusCode code) => Permanent.Contains((int)code);
            """,
            """
            static readonly int[] Permanent =
            {
                550, // no such user
                553, // bad name
            };
            bool IsPermanent(SmtpStatusCode code) => Permanent.Contains((int)code);
            """
        },
        {
            "450 for 550 where the log says that the mailbox is busy",
            """
            void On(SmtpCommandException ex)
            {
                if (ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|})
                {
                    log.Info("Mailbox is busy");
                    queue.Requeue(message);
                }
            }
            """,
            """
            void On(SmtpCommandException ex)
            {
                if (ex.StatusCode == SmtpStatusCode.MailboxBusy)
                {
                    log.Info("Mailbox is busy");
                    queue.Requeue(message);
                }
            }
            """
        },
        {
            "450 for 550 by a comment on greylisting",
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    {|SMTP1002:case SmtpStatusCode.MailboxUnavailable:|} // greylisting
                        return Verdict.Retry;
                    case SmtpStatusCode.MailboxNameNotAllowed:
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
                    case SmtpStatusCode.MailboxBusy: // greylisting
                        return Verdict.Retry;
                    case SmtpStatusCode.MailboxNameNotAllowed:
                        return Verdict.Permanent;
                    default:
                        return Verdict.Other;
                }
            }
            """
        },
    };

    public static readonly FixCases OfSystemNetMail = new()
    {
        {
            "451 has another name",
            """
            bool IsTransient(SmtpStatusCode code) =>
                code is SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.MailboxBusy or SmtpStatusCode.InsufficientStorage
                    or {|SMTP1002:SmtpStatusCode.TransactionFailed|};
            """,
            """
            bool IsTransient(SmtpStatusCode code) =>
                code is SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.MailboxBusy or SmtpStatusCode.InsufficientStorage
                    or SmtpStatusCode.LocalErrorInProcessing;
            """
        },
        {
            "421 for 221",
            """
            bool ShouldRetry(SmtpException ex) =>
                ex.StatusCode is {|SMTP1003:SmtpStatusCode.ServiceClosingTransmissionChannel|} or SmtpStatusCode.MailboxBusy
                or SmtpStatusCode.LocalErrorInProcessing or SmtpStatusCode.InsufficientStorage;
            """,
            """
            bool ShouldRetry(SmtpException ex) =>
                ex.StatusCode is SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.MailboxBusy
                or SmtpStatusCode.LocalErrorInProcessing or SmtpStatusCode.InsufficientStorage;
            """
        },
        {
            "551 for 251",
            """
            static readonly HashSet<SmtpStatusCode> Permanent = new HashSet<SmtpStatusCode>
            {
                {|SMTP1003:SmtpStatusCode.UserNotLocalWillForward|}, SmtpStatusCode.MailboxUnavailable
            };
            bool IsPermanent(SmtpException ex) => Permanent.Contains(ex.StatusCode);
            """,
            """
            static readonly HashSet<SmtpStatusCode> Permanent = new HashSet<SmtpStatusCode>
            {
                SmtpStatusCode.UserNotLocalTryAlternatePath, SmtpStatusCode.MailboxUnavailable
            };
            bool IsPermanent(SmtpException ex) => Permanent.Contains(ex.StatusCode);
            """
        },
    };

    [Theory, MemberData(nameof(Names)), MemberData(nameof(Unavailable))]
    public Task Replaces(string source, string mended) => Verify.Fix(source, mended);

    [Fact]
    public Task Is_an_alternative_where_nothing_is_said() => Verify.Fix(
        """
        Verdict Of(SmtpStatusCode code) => code switch
        {
            SmtpStatusCode.ServiceNotAvailable => Verdict.Retry,
            {|SMTP1001:SmtpStatusCode.MailboxBusy|} => Verdict.Permanent,
            _ => Verdict.Other,
        };
        """,
        """
        Verdict Of(SmtpStatusCode code) => code switch
        {
            SmtpStatusCode.ServiceNotAvailable => Verdict.Retry,
            SmtpStatusCode.MailboxUnavailable => Verdict.Permanent,
            _ => Verdict.Other,
        };
        """,
        kind: FixKind.MeantCode);

    [Fact]
    public Task Not_where_the_meant_code_has_a_test_of_its_own() => Verify.NoFix(
        """
        void Check(SmtpStatusCode code)
        {
            switch (code)
            {
                case SmtpStatusCode.MailboxUnavailable:
                    log.Info("moved");
                    break;
                {|SMTP1001:case SmtpStatusCode.MailboxBusy:|}
                    throw new PermanentDeliveryException("Mailbox does not exist");
            }
        }
        """);

    [Theory, MemberData(nameof(OfSystemNetMail))]
    public Task Replaces_with_System_Net_Mail(string source, string mended) => Verify.SystemNetMailFix(source, mended);
}
