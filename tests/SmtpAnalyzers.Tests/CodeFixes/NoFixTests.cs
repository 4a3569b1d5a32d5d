using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>Findings that are left to a person.</summary>
public sealed class NoFixTests
{
    public static readonly Cases Findings = new()
    {
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
                if (ex.StatusCode is not {|SMTP1001:SmtpStatusCode.InsufficientStorage|})
                    return;
                queue.DeadLetter(message);
            }
            """
        },
        {
            "the only element of a collection: the class has codes that nobody gave up, such as 552",
            """
            static readonly int[] Permanent = [{|SMTP1001:452|}];
            bool IsPermanent(SmtpStatusCode code) => Permanent.Contains((int)code);
            """
        },
        {
            "the comments of the codes would be lost, or stand elsewhere",
            """
            bool IsPermanent(SmtpStatusCode code)
            {
                if (code == SmtpStatusCode.MailboxUnavailable ||
                    // our relay says this for a full box
                    code == {|SMTP1001:SmtpStatusCode.MailboxBusy|} ||
                    code == SmtpStatusCode.MailboxNameNotAllowed) return true;
                return false;
            }
            """
        },
        {
            "the text is about one mailbox",
            """
            void On(SmtpCommandException ex)
            {
                if (ex.StatusCode == {|SMTP1001:SmtpStatusCode.ErrorInProcessing|})
                    throw new PermanentDeliveryException("Mailbox does not exist");
            }
            """
        },
        {
            "the result is the same before the test",
            """
            Verdict Send()
            {
                var result = Verdict.Retry;
                try
                {
                    client.Send(message);
                    result = Verdict.Sent;
                }
                catch (SmtpCommandException e)
                {
                    switch (e.StatusCode)
                    {
                        case SmtpStatusCode.MailboxNameNotAllowed:
                            result = Verdict.Permanent;
                            break;
                        default:
                            if ({|SMTP1002:e.StatusCode != SmtpStatusCode.Ok|})
                                result = Verdict.Retry;
                            break;
                    }
                }

                return result;
            }
            """
        },
        {
            "code that another symbol brings in would be lost",
            """
            bool CanRetry(SmtpStatusCode code) => code is SmtpStatusCode.MailboxBusy
            #if EXTRA
                or SmtpStatusCode.TransactionFailed
            #endif
                or {|SMTP1002:SmtpStatusCode.MailboxUnavailable|};
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
    };

    [Theory, MemberData(nameof(Findings))]
    public Task Reported_and_not_fixed(string source) => Verify.NoFix(source);
}
