using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>Comparisons are taken out of the chain that they stand in; lines stay as they are.</summary>
public sealed class TakeOutComparisonFixTests
{
    public static readonly FixCases Comparisons = new()
    {
        {
            "the middle one, || at the start of each line",
            """
            bool IsPermanent(SmtpStatusCode code) =>
                code == SmtpStatusCode.MailboxUnavailable // unknown
                || code == {|SMTP1001:SmtpStatusCode.MailboxBusy|}
                || code == SmtpStatusCode.MailboxNameNotAllowed; // syntax
            """,
            """
            bool IsPermanent(SmtpStatusCode code) =>
                code == SmtpStatusCode.MailboxUnavailable // unknown
                || code == SmtpStatusCode.MailboxNameNotAllowed; // syntax
            """
        },
        {
            "the last one, || at the start of each line",
            """
            bool IsPermanent(SmtpStatusCode code) =>
                code == SmtpStatusCode.MailboxUnavailable // unknown
                || code == SmtpStatusCode.MailboxNameNotAllowed // syntax
                || code == {|SMTP1001:SmtpStatusCode.MailboxBusy|};
            """,
            """
            bool IsPermanent(SmtpStatusCode code) =>
                code == SmtpStatusCode.MailboxUnavailable // unknown
                || code == SmtpStatusCode.MailboxNameNotAllowed; // syntax
            """
        },
        {
            "the first one, || at the end of each line",
            """
            bool IsPermanent(SmtpStatusCode code)
            {
                return code == {|SMTP1001:SmtpStatusCode.MailboxBusy|} ||
                    code == SmtpStatusCode.MailboxUnavailable || // unknown
                    code == SmtpStatusCode.MailboxNameNotAllowed; // syntax
            }
            """,
            """
            bool IsPermanent(SmtpStatusCode code)
            {
                return code == SmtpStatusCode.MailboxUnavailable || // unknown
                    code == SmtpStatusCode.MailboxNameNotAllowed; // syntax
            }
            """
        },
        {
            "the last one, || at the end of each line: the comment before it stays at the end of its line",
            """
            bool IsPermanent(SmtpStatusCode code)
            {
                return code == SmtpStatusCode.MailboxUnavailable || // unknown
                    code == SmtpStatusCode.MailboxNameNotAllowed || // syntax
                    code == {|SMTP1001:SmtpStatusCode.MailboxBusy|};
            }
            """,
            """
            bool IsPermanent(SmtpStatusCode code)
            {
                return code == SmtpStatusCode.MailboxUnavailable || // unknown
                    code == SmtpStatusCode.MailboxNameNotAllowed; // syntax
            }
            """
        },
        {
            "two comparisons in each line",
            """
            bool IsPermanent(SmtpStatusCode code) =>
                code == SmtpStatusCode.MailboxUnavailable || code == SmtpStatusCode.MailboxNameNotAllowed
                || code == {|SMTP1001:SmtpStatusCode.MailboxBusy|} || code == SmtpStatusCode.TransactionFailed;
            """,
            """
            bool IsPermanent(SmtpStatusCode code) =>
                code == SmtpStatusCode.MailboxUnavailable || code == SmtpStatusCode.MailboxNameNotAllowed
                || code == SmtpStatusCode.TransactionFailed;
            """
        },
        {
            "each in parentheses",
            """
            bool IsPermanent(SmtpStatusCode code) =>
                (code == SmtpStatusCode.MailboxUnavailable) || (code == {|SMTP1001:SmtpStatusCode.MailboxBusy|})
                    || (code == SmtpStatusCode.MailboxNameNotAllowed);
            """,
            """
            bool IsPermanent(SmtpStatusCode code) =>
                (code == SmtpStatusCode.MailboxUnavailable)
                    || (code == SmtpStatusCode.MailboxNameNotAllowed);
            """
        },
        {
            "a group, whose parentheses are not needed for one",
            """
            void Send()
            {
                for (var attempt = 1; ; attempt++)
                {
                    try { client.Send(message); return; }
                    catch (SmtpCommandException ex) when (attempt < 5 && (
                        ex.StatusCode == SmtpStatusCode.MailboxBusy || // busy
                        ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}))
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
                    catch (SmtpCommandException ex) when (attempt < 5 && ex.StatusCode == SmtpStatusCode.MailboxBusy) // busy
                    {
                        Thread.Sleep(TimeSpan.FromMinutes(30));
                    }
                }
            }
            """
        },
        {
            "an else if",
            """
            Verdict Of(SmtpCommandException ex)
            {
                if (ex.StatusCode == SmtpStatusCode.ServiceNotAvailable)
                    return Verdict.Retry;
                else if (ex.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|} || ex.StatusCode == SmtpStatusCode.MailboxUnavailable)
                    return Verdict.Permanent;
                else
                    return Verdict.Other;
            }
            """,
            """
            Verdict Of(SmtpCommandException ex)
            {
                if (ex.StatusCode == SmtpStatusCode.ServiceNotAvailable)
                    return Verdict.Retry;
                else if (ex.StatusCode == SmtpStatusCode.MailboxUnavailable)
                    return Verdict.Permanent;
                else
                    return Verdict.Other;
            }
            """
        },
        {
            "Equals",
            """
            bool IsPermanent(SmtpStatusCode code) =>
                code.Equals(SmtpStatusCode.MailboxUnavailable) || code.Equals({|SMTP1001:SmtpStatusCode.MailboxBusy|});
            """,
            """
            bool IsPermanent(SmtpStatusCode code) =>
                code.Equals(SmtpStatusCode.MailboxUnavailable);
            """
        },
        {
            "is with one member each",
            """
            bool IsPermanent(SmtpStatusCode code) =>
                code is SmtpStatusCode.MailboxUnavailable || code is {|SMTP1001:SmtpStatusCode.MailboxBusy|};
            """,
            """
            bool IsPermanent(SmtpStatusCode code) =>
                code is SmtpStatusCode.MailboxUnavailable;
            """
        },
        {
            "a property pattern each",
            """
            bool IsPermanent(Exception ex) =>
                ex is SmtpCommandException { StatusCode: SmtpStatusCode.MailboxUnavailable }
                    || ex is SmtpCommandException { StatusCode: {|SMTP1001:SmtpStatusCode.MailboxBusy|} };
            """,
            """
            bool IsPermanent(Exception ex) =>
                ex is SmtpCommandException { StatusCode: SmtpStatusCode.MailboxUnavailable };
            """
        },
        {
            "a predicate of the user's",
            """
            bool IsTransient(SmtpStatusCode code) => (int)code / 100 == 4;
            void On(SmtpCommandException ex)
            {
                if ({|SMTP1001:IsTransient(ex.StatusCode)|} || ex.StatusCode == SmtpStatusCode.MailboxUnavailable) queue
                    .DeadLetter(message);
            }
            """,
            """
            bool IsTransient(SmtpStatusCode code) => (int)code / 100 == 4;
            void On(SmtpCommandException ex)
            {
                if (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) queue
                    .DeadLetter(message);
            }
            """
        },
        {
            "the class of a code that is divided out",
            "bool IsPermanent(SmtpStatusCode code) => (int)code / 100 == {|SMTP1001:4|} || (int)code / 100 == 5;",
            "bool IsPermanent(SmtpStatusCode code) => (int)code / 100 == 5;"
        },
    };

    public static readonly FixCases Negations = new()
    {
        {
            "!= and &&",
            """
            void On(SmtpCommandException ex)
            {
                if (ex.StatusCode != SmtpStatusCode.MailboxUnavailable && ex.StatusCode != {|SMTP1001:SmtpStatusCode.MailboxBusy|})
                    return;
                queue.DeadLetter(message);
            }
            """,
            """
            void On(SmtpCommandException ex)
            {
                if (ex.StatusCode != SmtpStatusCode.MailboxUnavailable)
                    return;
                queue.DeadLetter(message);
            }
            """
        },
        {
            "! and &&",
            """
            void On(SmtpCommandException ex)
            {
                if (!(ex.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) && !(ex.StatusCode == SmtpStatusCode.MailboxUnavailable))
                    return;
                queue.DeadLetter(message);
            }
            """,
            """
            void On(SmtpCommandException ex)
            {
                if (!(ex.StatusCode == SmtpStatusCode.MailboxUnavailable))
                    return;
                queue.DeadLetter(message);
            }
            """
        },
        {
            "! before the group",
            """
            void On(IEnumerable<SmtpCommandException> all)
            {
                foreach (var ex in all)
                {
                    if (!(ex.StatusCode == SmtpStatusCode.MailboxUnavailable || ex.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|}))
                        continue;
                    queue.DeadLetter(message);
                }
            }
            """,
            """
            void On(IEnumerable<SmtpCommandException> all)
            {
                foreach (var ex in all)
                {
                    if (!(ex.StatusCode == SmtpStatusCode.MailboxUnavailable))
                        continue;
                    queue.DeadLetter(message);
                }
            }
            """
        },
        {
            "is not with alternatives",
            """
            void On(SmtpCommandException ex)
            {
                if (ex.StatusCode is not (SmtpStatusCode.MailboxUnavailable or {|SMTP1001:SmtpStatusCode.MailboxBusy|}))
                    return;
                queue.DeadLetter(message);
            }
            """,
            """
            void On(SmtpCommandException ex)
            {
                if (ex.StatusCode is not SmtpStatusCode.MailboxUnavailable)
                    return;
                queue.DeadLetter(message);
            }
            """
        },
        {
            "and between nots",
            """
            void On(SmtpCommandException ex)
            {
                if (ex.StatusCode is not {|SMTP1001:SmtpStatusCode.MailboxBusy|} and not SmtpStatusCode.MailboxUnavailable)
                    return;
                queue.DeadLetter(message);
            }
            """,
            """
            void On(SmtpCommandException ex)
            {
                if (ex.StatusCode is not SmtpStatusCode.MailboxUnavailable)
                    return;
                queue.DeadLetter(message);
            }
            """
        },
    };

    [Theory, MemberData(nameof(Comparisons))]
    public Task Takes_a_comparison_out(string source, string mended) => Verify.Fix(source, mended);

    [Theory, MemberData(nameof(Negations))]
    public Task Takes_a_negation_out(string source, string mended) => Verify.Fix(source, mended);
}
