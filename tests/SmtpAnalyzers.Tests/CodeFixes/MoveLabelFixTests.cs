using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>Labels of a switch statement move to the section that does what their class asks for.</summary>
public sealed class MoveLabelFixTests
{
    private const string Later = "case SmtpStatusCode.ServiceNotAvailable:";

    private const string Rest = "case SmtpStatusCode.MailboxUnavailable: return Verdict.Permanent; default: return Verdict.Other;";

    public static readonly FixCases Labels = new()
    {
        {
            "one label",
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.ServiceNotAvailable:
                        return Verdict.Retry;
                    {|SMTP1001:case SmtpStatusCode.MailboxBusy:|}
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
            "several labels among others, in reading order and with their comments",
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    // These pass.
                    case SmtpStatusCode.ServiceNotAvailable: // going down
                        return Verdict.Retry;
                    // These stay.
                    case SmtpStatusCode.MailboxNameNotAllowed:
                    // greylisted
                    {|SMTP1001:case SmtpStatusCode.MailboxBusy:|} // busy
                    case SmtpStatusCode.MailboxUnavailable: // unknown
                    {|SMTP1001:case SmtpStatusCode.ErrorInProcessing:|} /* local */
                    {|SMTP1001:case SmtpStatusCode.InsufficientStorage:|}
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
                    // These pass.
                    case SmtpStatusCode.ServiceNotAvailable: // going down
                    // greylisted
                    case SmtpStatusCode.MailboxBusy: // busy
                    case SmtpStatusCode.ErrorInProcessing: /* local */
                    case SmtpStatusCode.InsufficientStorage:
                        return Verdict.Retry;
                    // These stay.
                    case SmtpStatusCode.MailboxNameNotAllowed:
                    case SmtpStatusCode.MailboxUnavailable: // unknown
                        return Verdict.Permanent;
                    default:
                        return Verdict.Other;
                }
            }
            """
        },
        {
            "the first label of a section before the one that retries",
            """
            void Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    {|SMTP1001:case SmtpStatusCode.MailboxBusy:|}   // busy
                    case SmtpStatusCode.MailboxUnavailable:
                    {
                        queue.DeadLetter(message);
                        break;
                    }

                    case SmtpStatusCode.ServiceNotAvailable:
                    {
                        queue.Requeue(message);
                        break;
                    }

                    default:
                    {
                        queue = null;
                        break;
                    }
                }
            }
            """,
            """
            void Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.MailboxUnavailable:
                    {
                        queue.DeadLetter(message);
                        break;
                    }

                    case SmtpStatusCode.ServiceNotAvailable:
                    case SmtpStatusCode.MailboxBusy:   // busy
                    {
                        queue.Requeue(message);
                        break;
                    }

                    default:
                    {
                        queue = null;
                        break;
                    }
                }
            }
            """
        },
        {
            "the only label takes the comment above it along",
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.ServiceNotAvailable:
                        return Verdict.Retry;

                    // full
                    {|SMTP1001:case SmtpStatusCode.InsufficientStorage:|}
                        return Verdict.Permanent;

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
                    case SmtpStatusCode.ServiceNotAvailable:
                    // full
                    case SmtpStatusCode.InsufficientStorage:
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
            "a label before one that shares its line with a statement",
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.ServiceNotAvailable:
                    case SmtpStatusCode.InsufficientStorage: return Verdict.Retry;

                    // never
                    {|SMTP1001:case SmtpStatusCode.MailboxBusy:|} // busy
                    // gone
                    case SmtpStatusCode.MailboxUnavailable: return Verdict.Permanent;
                    default: return Verdict.Other;
                }
            }
            """,
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.ServiceNotAvailable:
                    case SmtpStatusCode.MailboxBusy: // busy
                    case SmtpStatusCode.InsufficientStorage: return Verdict.Retry;

                    // never
                    // gone
                    case SmtpStatusCode.MailboxUnavailable: return Verdict.Permanent;
                    default: return Verdict.Other;
                }
            }
            """
        },
        {
            "labels that share a line",
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.ServiceNotAvailable: return Verdict.Retry;
                    {|SMTP1001:case SmtpStatusCode.MailboxBusy:|} case SmtpStatusCode.MailboxUnavailable: return Verdict.Permanent;
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
                    case SmtpStatusCode.ServiceNotAvailable: return Verdict.Retry;
                    case SmtpStatusCode.MailboxUnavailable: return Verdict.Permanent;
                    default: return Verdict.Other;
                }
            }
            """
        },
        {
            "a switch in one line",
            $$"""
            Verdict Of(SmtpStatusCode code)
            {
                switch (code) { {{Later}} return Verdict.Retry; {|SMTP1001:case SmtpStatusCode.MailboxBusy:|} {{Rest}} }
            }
            """,
            $$"""
            Verdict Of(SmtpStatusCode code)
            {
                switch (code) { case SmtpStatusCode.MailboxBusy: {{Later}} return Verdict.Retry; {{Rest}} }
            }
            """
        },
        {
            "numbers",
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch ((int)code)
                {
                    case 421:
                        return Verdict.Retry;
                    {|SMTP1001:case 450:|}
                    case 550:
                        return Verdict.Permanent;
                }
                return Verdict.Other;
            }
            """,
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch ((int)code)
                {
                    case 421:
                    case 450:
                        return Verdict.Retry;
                    case 550:
                        return Verdict.Permanent;
                }
                return Verdict.Other;
            }
            """
        },
        {
            "a permanent code to where mail is given up",
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.MailboxBusy:
                    {|SMTP1002:case SmtpStatusCode.MailboxUnavailable:|}
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
                    case SmtpStatusCode.MailboxBusy:
                        return Verdict.Retry;
                    case SmtpStatusCode.MailboxNameNotAllowed:
                    case SmtpStatusCode.MailboxUnavailable:
                        return Verdict.Permanent;
                    default:
                        return Verdict.Other;
                }
            }
            """
        },
        {
            "a positive reply to where mail is accepted",
            """
            Verdict Of(SmtpStatusCode code) => code switch
            {
                SmtpStatusCode.Ok => Verdict.Sent,
                {|SMTP1003:SmtpStatusCode.CannotVerifyUserWillAttemptDelivery|} or SmtpStatusCode.MailboxUnavailable => Verdict.Permanent,
                _ => Verdict.Other,
            };
            """,
            """
            Verdict Of(SmtpStatusCode code) => code switch
            {
                SmtpStatusCode.Ok or SmtpStatusCode.CannotVerifyUserWillAttemptDelivery => Verdict.Sent,
                SmtpStatusCode.MailboxUnavailable => Verdict.Permanent,
                _ => Verdict.Other,
            };
            """
        },
    };

    [Theory, MemberData(nameof(Labels))]
    public Task Moves(string source, string mended) => Verify.Fix(source, mended);
}
