using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.CodeFixes;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>A switch of names gets cases for the rest of the classes, which do what is done to listed codes.</summary>
public sealed class AddClassesFixTests
{
    public static readonly FixCases Statements = new()
    {
        {
            "without a default, one more label each",
            """
            void On(SmtpCommandException ex)
            {
                {|SMTP1008:switch|} (ex.StatusCode)
                {
                    case SmtpStatusCode.MailboxBusy: // busy
                        queue.Requeue(message);
                        break;
                    case SmtpStatusCode.MailboxUnavailable:
                        queue.DeadLetter(message);
                        break;
                }
            }
            """,
            """
            void On(SmtpCommandException ex)
            {
                switch (ex.StatusCode)
                {
                    case SmtpStatusCode.MailboxBusy: // busy
                    case >= (SmtpStatusCode)400 and < (SmtpStatusCode)500:
                        queue.Requeue(message);
                        break;
                    case SmtpStatusCode.MailboxUnavailable:
                    case >= (SmtpStatusCode)500 and < (SmtpStatusCode)600:
                        queue.DeadLetter(message);
                        break;
                }
            }
            """
        },
        {
            "sections of their own where a later one names a code of the class",
            """
            Verdict Of(SmtpStatusCode code)
            {
                {|SMTP1008:switch|} (code)
                {
                    case SmtpStatusCode.MailboxBusy:
                        return Verdict.Retry;
                    case SmtpStatusCode.MailboxUnavailable:
                        return Verdict.Permanent;
                    case SmtpStatusCode.TemporaryAuthenticationFailure:
                        log.Info("login");
                        return Verdict.Other;
                    default:
                        throw new ArgumentOutOfRangeException(nameof(code));
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
                    case SmtpStatusCode.MailboxUnavailable:
                        return Verdict.Permanent;
                    case SmtpStatusCode.TemporaryAuthenticationFailure:
                        log.Info("login");
                        return Verdict.Other;
                    case >= (SmtpStatusCode)400 and < (SmtpStatusCode)500:
                        return Verdict.Retry;
                    case >= (SmtpStatusCode)500 and < (SmtpStatusCode)600:
                        return Verdict.Permanent;
                    default:
                        throw new ArgumentOutOfRangeException(nameof(code));
                }
            }
            """
        },
        {
            "no class where something is said about one thing",
            """
            Verdict Of(SmtpStatusCode code)
            {
                {|SMTP1008:switch|} (code)
                {
                    case SmtpStatusCode.MailboxBusy:
                        return Verdict.Retry;
                    case SmtpStatusCode.MailboxUnavailable:
                        throw new InvalidOperationException("Mailbox does not exist");
                    default:
                        throw new ArgumentOutOfRangeException(nameof(code));
                }
            }
            """,
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.MailboxBusy:
                    case >= (SmtpStatusCode)400 and < (SmtpStatusCode)500:
                        return Verdict.Retry;
                    case SmtpStatusCode.MailboxUnavailable:
                        throw new InvalidOperationException("Mailbox does not exist");
                    default:
                        throw new ArgumentOutOfRangeException(nameof(code));
                }
            }
            """
        },
        {
            "together with a code that moves",
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
                        throw new ArgumentOutOfRangeException(nameof(code));
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
                    case >= (SmtpStatusCode)400 and < (SmtpStatusCode)500:
                        return Verdict.Retry;
                    case SmtpStatusCode.MailboxUnavailable:
                        return Verdict.Permanent;
                    default:
                        throw new ArgumentOutOfRangeException(nameof(code));
                }
            }
            """
        },
    };

    public static readonly FixCases Arms = new()
    {
        {
            "without a discard, and without a comma at the end",
            """
            Verdict Of(SmtpStatusCode code) => code {|SMTP1008:switch|}
            {
                SmtpStatusCode.MailboxBusy => Verdict.Retry,
                SmtpStatusCode.MailboxUnavailable => Verdict.Permanent
            };
            """,
            """
            Verdict Of(SmtpStatusCode code) => code switch
            {
                SmtpStatusCode.MailboxBusy => Verdict.Retry,
                SmtpStatusCode.MailboxUnavailable => Verdict.Permanent,
                >= (SmtpStatusCode)400 and < (SmtpStatusCode)500 => Verdict.Retry,
                >= (SmtpStatusCode)500 and < (SmtpStatusCode)600 => Verdict.Permanent
            };
            """
        },
        {
            "one more alternative for what is done",
            """
            bool On(SmtpStatusCode code) => code {|SMTP1008:switch|}
            {
                SmtpStatusCode.MailboxBusy => queue.Requeue(message),
                SmtpStatusCode.MailboxUnavailable => queue.DeadLetter(message),
                _ => throw new ArgumentOutOfRangeException(nameof(code)),
            };
            """,
            """
            bool On(SmtpStatusCode code) => code switch
            {
                SmtpStatusCode.MailboxBusy or (>= (SmtpStatusCode)400 and < (SmtpStatusCode)500) => queue.Requeue(message),
                SmtpStatusCode.MailboxUnavailable or (>= (SmtpStatusCode)500 and < (SmtpStatusCode)600) => queue.DeadLetter(message),
                _ => throw new ArgumentOutOfRangeException(nameof(code)),
            };
            """
        },
    };

    [Theory, MemberData(nameof(Statements)), MemberData(nameof(Arms))]
    public Task Added(string source, string mended) => Verify.Fix(source, mended);

    [Fact]
    public Task A_statement_in_CSharp_7_3() => Verify.SystemNetMailFix(
        """
        Verdict Of(SmtpException ex)
        {
            {|SMTP1008:switch|} (ex.StatusCode)
            {
                case SmtpStatusCode.MailboxBusy:
                    return Verdict.Retry;
                case SmtpStatusCode.MailboxUnavailable:
                    return Verdict.Permanent;
                default:
                    throw new ArgumentOutOfRangeException(nameof(ex));
            }
        }
        """,
        """
        Verdict Of(SmtpException ex)
        {
            switch (ex.StatusCode)
            {
                case SmtpStatusCode.MailboxBusy:
                case var _ when (int)ex.StatusCode / 100 == 4:
                    return Verdict.Retry;
                case SmtpStatusCode.MailboxUnavailable:
                case var _ when (int)ex.StatusCode / 100 == 5:
                    return Verdict.Permanent;
                default:
                    throw new ArgumentOutOfRangeException(nameof(ex));
            }
        }
        """,
        LanguageVersion.CSharp7_3);

    [Fact]
    public Task Arms_in_CSharp_8() => Verify.Fix(
        """
        Verdict Of(SmtpStatusCode code) => code {|SMTP1008:switch|}
        {
            SmtpStatusCode.MailboxBusy => Verdict.Retry,
            SmtpStatusCode.MailboxUnavailable => Verdict.Permanent,
            _ => throw new ArgumentOutOfRangeException(nameof(code)),
        };
        """,
        """
        Verdict Of(SmtpStatusCode code) => code switch
        {
            SmtpStatusCode.MailboxBusy => Verdict.Retry,
            SmtpStatusCode.MailboxUnavailable => Verdict.Permanent,
            _ when (int)code / 100 == 4 => Verdict.Retry,
            _ when (int)code / 100 == 5 => Verdict.Permanent,
            _ => throw new ArgumentOutOfRangeException(nameof(code)),
        };
        """,
        LanguageVersion.CSharp8,
        FixKind.AddClasses);
}
