using SmtpAnalyzers.CodeFixes;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>Alternatives and labels are taken out, and what else a user may choose to take out.</summary>
public sealed class TakeOutFixTests
{
    public static readonly FixCases Alternatives = new()
    {
        {
            "the first one",
            """
            bool IsPermanent(SmtpStatusCode code) =>
                code is {|SMTP1001:SmtpStatusCode.MailboxBusy|} or SmtpStatusCode.MailboxUnavailable
                    or SmtpStatusCode.MailboxNameNotAllowed;
            """,
            """
            bool IsPermanent(SmtpStatusCode code) =>
                code is SmtpStatusCode.MailboxUnavailable
                    or SmtpStatusCode.MailboxNameNotAllowed;
            """
        },
        {
            "one of two",
            """
            bool IsPermanent(SmtpStatusCode code) =>
                code is {|SMTP1001:SmtpStatusCode.MailboxBusy|} or SmtpStatusCode.MailboxUnavailable;
            """,
            """
            bool IsPermanent(SmtpStatusCode code) =>
                code is SmtpStatusCode.MailboxUnavailable;
            """
        },
        {
            "the last one, or at the end of each line",
            """
            bool IsPermanent(SmtpStatusCode code) => code is
                SmtpStatusCode.MailboxUnavailable or // unknown
                SmtpStatusCode.MailboxNameNotAllowed or // syntax
                {|SMTP1001:SmtpStatusCode.MailboxBusy|};
            """,
            """
            bool IsPermanent(SmtpStatusCode code) => code is
                SmtpStatusCode.MailboxUnavailable or // unknown
                SmtpStatusCode.MailboxNameNotAllowed; // syntax
            """
        },
        {
            "a number",
            "bool IsPermanent(SmtpStatusCode code) => (int)code is 550 or 553 or {|SMTP1001:450|};",
            "bool IsPermanent(SmtpStatusCode code) => (int)code is 550 or 553;"
        },
        {
            "in a property pattern",
            """
            bool IsPermanent(SmtpCommandException ex) =>
                ex is { StatusCode: {|SMTP1001:SmtpStatusCode.MailboxBusy|} or SmtpStatusCode.MailboxUnavailable };
            """,
            """
            bool IsPermanent(SmtpCommandException ex) =>
                ex is { StatusCode: SmtpStatusCode.MailboxUnavailable };
            """
        },
        {
            "in parentheses",
            """
            bool IsPermanent(Exception ex) =>
                ex is SmtpCommandException { StatusCode: (SmtpStatusCode.MailboxUnavailable or {|SMTP1001:SmtpStatusCode.MailboxBusy|}) };
            """,
            """
            bool IsPermanent(Exception ex) =>
                ex is SmtpCommandException { StatusCode: SmtpStatusCode.MailboxUnavailable };
            """
        },
        {
            "a property pattern",
            """
            bool IsPermanent(Exception ex) =>
                ex is SmtpCommandException { StatusCode: SmtpStatusCode.MailboxUnavailable }
                    or SmtpCommandException { StatusCode: {|SMTP1001:SmtpStatusCode.MailboxBusy|} };
            """,
            """
            bool IsPermanent(Exception ex) =>
                ex is SmtpCommandException { StatusCode: SmtpStatusCode.MailboxUnavailable };
            """
        },
        {
            "the first digit",
            """
            Verdict Of(SmtpStatusCode code) => ((int)code / 100) switch
            {
                2 => Verdict.Sent,
                {|SMTP1001:4|} or 5 => Verdict.Permanent,
                _ => Verdict.Other,
            };
            """,
            """
            Verdict Of(SmtpStatusCode code) => ((int)code / 100) switch
            {
                2 => Verdict.Sent,
                5 => Verdict.Permanent,
                _ => Verdict.Other,
            };
            """
        },
    };

    public static readonly FixCases Labels = new()
    {
        {
            "the only label of a section that does one thing",
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.MailboxUnavailable:
                        return Verdict.Permanent;

                    {|SMTP1001:case SmtpStatusCode.MailboxBusy:|}
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
                    case SmtpStatusCode.MailboxUnavailable:
                        return Verdict.Permanent;

                    default:
                        return Verdict.Other;
                }
            }
            """
        },
        {
            "a label below a comment, which may speak of the next one too",
            """
            bool IsPermanent(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.MailboxUnavailable:
                    // Policy.
                    {|SMTP1001:case SmtpStatusCode.ErrorInProcessing:|}
                    case SmtpStatusCode.TransactionFailed:
                        return true;
                    default:
                        return false;
                }
            }
            """,
            """
            bool IsPermanent(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.MailboxUnavailable:
                    // Policy.
                    case SmtpStatusCode.TransactionFailed:
                        return true;
                    default:
                        return false;
                }
            }
            """
        },
    };

    public static readonly FixCases RatherThanTheClass = new()
    {
        {
            "in a predicate for Polly",
            """
            object Handled => Polly.Policy
                .Handle<IOException>()
                .Or<SmtpCommandException>(ex => ex.StatusCode == SmtpStatusCode.MailboxBusy
                    || ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|});
            """,
            """
            object Handled => Polly.Policy
                .Handle<IOException>()
                .Or<SmtpCommandException>(ex => ex.StatusCode == SmtpStatusCode.MailboxBusy);
            """
        },
        {
            "in a list that then lacks transient codes no more than before",
            """
            bool ShouldRetry(SmtpStatusCode code)
            {
                return code == SmtpStatusCode.MailboxBusy
                    || code == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}
                    || (code == SmtpStatusCode.ExceededStorageAllocation);
            }
            """,
            """
            bool ShouldRetry(SmtpStatusCode code)
            {
                return code == SmtpStatusCode.MailboxBusy
                    || (code == SmtpStatusCode.ExceededStorageAllocation);
            }
            """
        },
        {
            "in a filter",
            """
            void Send()
            {
                for (var attempt = 1; ; attempt++)
                {
                    try { client.Send(message); return; }
                    catch (SmtpCommandException ex)
                        when (attempt < 5 && (ex.StatusCode == SmtpStatusCode.MailboxBusy
                            || ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}))
                    {
                        Thread.Sleep(TimeSpan.FromMinutes(30));
                    }
                }
            }
            """,
            """
            void Send()
            {
                for (var attempt = 1; ; attempt++)
                {
                    try { client.Send(message); return; }
                    catch (SmtpCommandException ex)
                        when (attempt < 5 && ex.StatusCode == SmtpStatusCode.MailboxBusy)
                    {
                        Thread.Sleep(TimeSpan.FromMinutes(30));
                    }
                }
            }
            """
        },
        {
            "a label",
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

    public static readonly FixCases OfSystemNetMail = new()
    {
        {
            "a filter",
            """
            void Send()
            {
                try
                {
                    client.Send(message);
                }
                catch (SmtpException ex)
                    when (ex.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|} || ex.StatusCode == SmtpStatusCode.MailboxUnavailable)
                {
                    queue.DeadLetter(message);
                }
            }
            """,
            """
            void Send()
            {
                try
                {
                    client.Send(message);
                }
                catch (SmtpException ex)
                    when (ex.StatusCode == SmtpStatusCode.MailboxUnavailable)
                {
                    queue.DeadLetter(message);
                }
            }
            """
        },
    };

    [Theory, MemberData(nameof(Alternatives))]
    public Task Takes_an_alternative_out(string source, string mended) => Verify.Fix(source, mended);

    [Theory, MemberData(nameof(Labels))]
    public Task Takes_a_label_out(string source, string mended) => Verify.Fix(source, mended);

    [Theory, MemberData(nameof(RatherThanTheClass))]
    public Task Takes_out_where_asked_to(string source, string mended) => Verify.Fix(source, mended, kind: FixKind.TakeOut);

    [Theory, MemberData(nameof(OfSystemNetMail))]
    public Task Takes_out_with_System_Net_Mail(string source, string mended) => Verify.SystemNetMailFix(source, mended);
}
