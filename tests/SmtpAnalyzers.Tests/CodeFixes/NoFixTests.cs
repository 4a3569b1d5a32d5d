using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>Findings that are left to a person.</summary>
public sealed class NoFixTests
{
    public static readonly Cases Findings = new()
    {
        {
            "an else takes a new condition",
            """
            void On(SmtpCommandException ex)
            {
                if (ex.StatusCode == SmtpStatusCode.MailboxBusy)
                    queue.Requeue(message);
                {|SMTP1001:else|}
                    queue.DeadLetter(message);
            }
            """
        },
        {
            "a last catch takes a filter or another before it",
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxBusy) { queue.Requeue(message); }
                catch {|SMTP1001:(SmtpCommandException ex)|} { queue.DeadLetter(message); }
            }
            """
        },
        {
            "a lone != would give up the rest",
            """
            void On(SmtpCommandException ex)
            {
                if (ex.StatusCode != {|SMTP1001:SmtpStatusCode.MailboxBusy|})
                    queue.Requeue(message);
                else
                    queue.DeadLetter(message);
            }
            """
        },
        {
            "a lone is not",
            """
            void On(SmtpCommandException ex)
            {
                if (ex.StatusCode is not {|SMTP1001:SmtpStatusCode.ErrorInProcessing|})
                    return;
                queue.DeadLetter(message);
            }
            """
        },
        {
            "a guard that lets the code through by failing",
            """
            void On(SmtpCommandException ex)
            {
                if ((int)ex.StatusCode < {|SMTP1001:400|})
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
            """
        },
        {
            "the only element of a collection",
            """
            static readonly int[] Permanent = [{|SMTP1001:451|}];
            bool IsPermanent(SmtpStatusCode code) => Permanent.Contains((int)code);
            """
        },
        {
            "a class test would leave the arms incomplete",
            """
            Verdict Of(SmtpStatusCode code) => (int)code switch
            {
                < {|SMTP1001:400|} => Verdict.Sent,
                >= 400 => Verdict.Permanent,
            };
            """
        },
        {
            "a comment between the bounds would be lost",
            """
            bool IsPermanent(SmtpStatusCode code) =>
                (int)code >= {|SMTP1001:400|} // from client error
                && (int)code < 600; // to server error
            """
        },
        {
            "a comment among the statements would be lost",
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.ServiceNotAvailable:
                        return Verdict.Retry;
                    {|SMTP1001:case SmtpStatusCode.InsufficientStorage:|}
                        // no room
                        return Verdict.Permanent;
                    default:
                        return Verdict.Other;
                }
            }
            """
        },
        {
            "all codes but a few are retried",
            """
            Verdict Of(SmtpStatusCode code)
            {
                if (code == SmtpStatusCode.MailboxUnavailable || code == SmtpStatusCode.TransactionFailed)
                    return Verdict.Permanent;
                return {|SMTP1002:Verdict.Retry|};
            }
            """
        },
    };

    [Theory, MemberData(nameof(Findings))]
    public Task Reported_and_not_fixed(string source) => Verify.NoFix(source);
}
