using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>SMTP1010: GeneralFailure leaves the permanent codes, or moves to those that are retried.</summary>
public sealed class MissingReplyFixTests
{
    public static readonly FixCases OfSystemNetMail = new()
    {
        {
            "a comparison",
            """
            bool IsPermanent(SmtpException ex) =>
                ex.StatusCode == {|SMTP1010:SmtpStatusCode.GeneralFailure|} || (int)ex.StatusCode / 100 == 5;
            """,
            """
            bool IsPermanent(SmtpException ex) =>
                (int)ex.StatusCode / 100 == 5;
            """
        },
        {
            "an alternative",
            """
            bool IsPermanent(SmtpStatusCode code) =>
                code is SmtpStatusCode.MailboxUnavailable or {|SMTP1010:SmtpStatusCode.GeneralFailure|};
            """,
            """
            bool IsPermanent(SmtpStatusCode code) =>
                code is SmtpStatusCode.MailboxUnavailable;
            """
        },
        {
            "its number",
            "bool IsPermanent(SmtpException ex) => (int)ex.StatusCode is {|SMTP1010:-1|} or >= 500 and < 600;",
            "bool IsPermanent(SmtpException ex) => (int)ex.StatusCode is >= 500 and < 600;"
        },
        {
            "an element of a list",
            """
            static readonly SmtpStatusCode[] PermanentCodes =
            {
                SmtpStatusCode.MailboxUnavailable,
                {|SMTP1010:SmtpStatusCode.GeneralFailure|},
            };

            bool On(SmtpException ex) => PermanentCodes.Contains(ex.StatusCode);
            """,
            """
            static readonly SmtpStatusCode[] PermanentCodes =
            {
                SmtpStatusCode.MailboxUnavailable,
            };

            bool On(SmtpException ex) => PermanentCodes.Contains(ex.StatusCode);
            """
        },
        {
            "a label beside one that retries",
            """
            Verdict Of(SmtpException ex)
            {
                switch (ex.StatusCode)
                {
                    case SmtpStatusCode.MailboxBusy:
                        return Verdict.Retry;
                    {|SMTP1010:case SmtpStatusCode.GeneralFailure:|}
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
                    case SmtpStatusCode.MailboxBusy:
                    case SmtpStatusCode.GeneralFailure:
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
            "an arm beside one that retries",
            """
            Verdict Of(SmtpStatusCode code) => code switch
            {
                {|SMTP1010:SmtpStatusCode.GeneralFailure|} => Verdict.Permanent,
                SmtpStatusCode.MailboxUnavailable => Verdict.Permanent,
                SmtpStatusCode.MailboxBusy => Verdict.Retry,
                _ => Verdict.Other,
            };
            """,
            """
            Verdict Of(SmtpStatusCode code) => code switch
            {
                SmtpStatusCode.GeneralFailure => Verdict.Retry,
                SmtpStatusCode.MailboxUnavailable => Verdict.Permanent,
                SmtpStatusCode.MailboxBusy => Verdict.Retry,
                _ => Verdict.Other,
            };
            """
        },
        {
            "an alternative of an arm",
            """
            Verdict Of(SmtpStatusCode code) => code switch
            {
                >= (SmtpStatusCode)400 and < (SmtpStatusCode)500 => Verdict.Retry,
                {|SMTP1010:SmtpStatusCode.GeneralFailure|} or SmtpStatusCode.MailboxUnavailable => Verdict.Permanent,
                _ => Verdict.Other,
            };
            """,
            """
            Verdict Of(SmtpStatusCode code) => code switch
            {
                >= (SmtpStatusCode)400 and < (SmtpStatusCode)500 or SmtpStatusCode.GeneralFailure => Verdict.Retry,
                SmtpStatusCode.MailboxUnavailable => Verdict.Permanent,
                _ => Verdict.Other,
            };
            """
        },
        {
            "beside a temporary code",
            """
            bool IsPermanent(SmtpStatusCode c) =>
                c is {|SMTP1010:SmtpStatusCode.GeneralFailure|} or {|SMTP1001:SmtpStatusCode.MailboxBusy|}
                    or SmtpStatusCode.MailboxUnavailable;
            """,
            """
            bool IsPermanent(SmtpStatusCode c) =>
                c is SmtpStatusCode.MailboxUnavailable;
            """
        },
        {
            "in a handler that throws on",
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpException ex) when (ex.StatusCode == {|SMTP1010:SmtpStatusCode.GeneralFailure|} || (int)ex.StatusCode / 100 == 5)
                {
                    queue.DeadLetter(message);
                }
            }
            """,
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpException ex) when ((int)ex.StatusCode / 100 == 5)
                {
                    queue.DeadLetter(message);
                }
            }
            """
        },
    };

    public static readonly Cases Findings = new()
    {
        { "the only test", "bool IsPermanent(SmtpStatusCode code) => code == {|SMTP1010:SmtpStatusCode.GeneralFailure|};" },
        { "the rest is given up too", """
            Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    {|SMTP1010:case SmtpStatusCode.GeneralFailure:|}
                        return Verdict.Permanent;
                    default:
                        return Verdict.Permanent;
                }
            }
            """ },
        { "a comment of its own", """
            bool IsPermanent(SmtpStatusCode code) => code is SmtpStatusCode.MailboxUnavailable
                or {|SMTP1010:SmtpStatusCode.GeneralFailure|}; // nobody there
            """ },
    };

    [Theory, MemberData(nameof(OfSystemNetMail))]
    public Task Fixed(string member, string mended) => Verify.SystemNetMailFix(member, mended);

    [Theory, MemberData(nameof(Findings))]
    public Task Left_to_a_person(string member) => Verify.SystemNetMailFix(member, member);
}
