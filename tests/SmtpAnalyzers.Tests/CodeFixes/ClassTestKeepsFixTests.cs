using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>-1, which is no reply, and the codes that are retried or given up by taste stay where they were, beside the class.</summary>
public sealed class ClassTestKeepsFixTests
{
    public static readonly FixCases OfSystemNetMail = new()
    {
        {
            "comparisons",
            """
            bool IsTransient(SmtpException ex) =>
                ex.StatusCode == SmtpStatusCode.GeneralFailure
                || ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}
                || ex.StatusCode == SmtpStatusCode.MailboxBusy;
            """,
            """
            bool IsTransient(SmtpException ex) =>
                ex.StatusCode == SmtpStatusCode.GeneralFailure
                || (int)ex.StatusCode is >= 400 and < 500;
            """
        },
        {
            "alternatives",
            """
            bool IsTransient(SmtpException ex) => ex.StatusCode is SmtpStatusCode.GeneralFailure
                or SmtpStatusCode.MailboxBusy or {|SMTP1002:SmtpStatusCode.MailboxUnavailable|} or SmtpStatusCode.ExceededStorageAllocation;
            """,
            """
            bool IsTransient(SmtpException ex) => ex.StatusCode is SmtpStatusCode.GeneralFailure
                or >= (SmtpStatusCode)400 and < (SmtpStatusCode)500 or SmtpStatusCode.ExceededStorageAllocation;
            """
        },
        {
            "a range that lets -1 in",
            """
            bool IsTransient(SmtpException ex) =>
                (int)ex.StatusCode < {|SMTP1002:550|};
            """,
            """
            bool IsTransient(SmtpException ex) =>
                ex.StatusCode == SmtpStatusCode.GeneralFailure || (int)ex.StatusCode is >= 400 and < 500;
            """
        },
        {
            "a range of a local that lets -1 in",
            """
            bool IsTransient(SmtpException ex)
            {
                var code = (int)ex.StatusCode;
                return code < {|SMTP1002:550|};
            }
            """,
            """
            bool IsTransient(SmtpException ex)
            {
                var code = (int)ex.StatusCode;
                return code == -1 || code is >= 400 and < 500;
            }
            """
        },
        {
            "a range in a pattern that lets -1 in",
            "bool IsTransient(SmtpException ex) => (int)ex.StatusCode is < {|SMTP1002:550|};",
            "bool IsTransient(SmtpException ex) => (int)ex.StatusCode is -1 or >= 400 and < 500;"
        },
        {
            "arms of one code each",
            """
            bool IsTransient(SmtpStatusCode code) => code switch
            {
                SmtpStatusCode.MailboxBusy => true,
                {|SMTP1002:SmtpStatusCode.MailboxUnavailable|} => true,
                SmtpStatusCode.GeneralFailure => true,
                _ => false,
            };
            """,
            """
            bool IsTransient(SmtpStatusCode code) => code switch
            {
                >= (SmtpStatusCode)400 and < (SmtpStatusCode)500 => true,
                SmtpStatusCode.GeneralFailure => true,
                _ => false,
            };
            """
        },
        {
            "labels",
            """
            bool IsTransient(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.GeneralFailure:
                    case SmtpStatusCode.MailboxBusy:
                    {|SMTP1002:case SmtpStatusCode.MailboxUnavailable:|}
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
                    case SmtpStatusCode.GeneralFailure:
                    case >= (SmtpStatusCode)400 and < (SmtpStatusCode)500:
                        return true;
                    default:
                        return false;
                }
            }
            """
        },
        {
            "a set",
            """
            static readonly HashSet<SmtpStatusCode> Codes = new()
            {
                SmtpStatusCode.GeneralFailure,
                SmtpStatusCode.MailboxBusy,
                {|SMTP1002:SmtpStatusCode.MailboxUnavailable|},
            };

            bool IsTransient(SmtpException ex) => Codes.Contains(ex.StatusCode);
            """,
            """
            bool IsTransient(SmtpException ex) => ex.StatusCode == SmtpStatusCode.GeneralFailure || (int)ex.StatusCode is >= 400 and < 500;
            """
        },
        {
            "comparisons beside an attempt count",
            """
            void Send()
            {
                for (var attempt = 1; ; attempt++)
                {
                    try { client.Send(message); return; }
                    catch (SmtpException ex)
                        when (attempt < 5 && (ex.StatusCode == SmtpStatusCode.ServiceNotAvailable
                            || ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}
                            || ex.StatusCode == SmtpStatusCode.CommandUnrecognized))
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
                    catch (SmtpException ex)
                        when (attempt < 5 && ((int)ex.StatusCode is >= 400 and < 500
                            || ex.StatusCode == SmtpStatusCode.CommandUnrecognized))
                    {
                        Thread.Sleep(TimeSpan.FromMinutes(30));
                    }
                }
            }
            """
        },
        {
            "all but some",
            """
            void On(SmtpException ex)
            {
                if (ex.StatusCode != SmtpStatusCode.GeneralFailure && ex.StatusCode != SmtpStatusCode.MailboxBusy
                    && ex.StatusCode != {|SMTP1002:SmtpStatusCode.MailboxUnavailable|})
                    return;
                queue.Requeue(message);
            }
            """,
            """
            void On(SmtpException ex)
            {
                if (ex.StatusCode != SmtpStatusCode.GeneralFailure && (int)ex.StatusCode is not (>= 400 and < 500))
                    return;
                queue.Requeue(message);
            }
            """
        },
    };

    public static readonly FixCases InCSharp7 = new()
    {
        {
            "comparisons",
            """
            bool IsTransient(SmtpException ex) =>
                ex.StatusCode == SmtpStatusCode.GeneralFailure || ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|};
            """,
            """
            bool IsTransient(SmtpException ex) =>
                ex.StatusCode == SmtpStatusCode.GeneralFailure || (int)ex.StatusCode / 100 == 4;
            """
        },
        {
            "labels",
            """
            bool IsTransient(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.GeneralFailure:
                    {|SMTP1002:case SmtpStatusCode.MailboxUnavailable:|}
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
                    case SmtpStatusCode.GeneralFailure:
                    case var _ when (int)code / 100 == 4:
                        return true;
                    default:
                        return false;
                }
            }
            """
        },
        {
            "the first digit",
            "bool IsTransient(SmtpException ex) => (int)ex.StatusCode / 100 < {|SMTP1002:6|};",
            "bool IsTransient(SmtpException ex) => ex.StatusCode == SmtpStatusCode.GeneralFailure || (int)ex.StatusCode / 100 == 4;"
        },
    };

    public static readonly FixCases WithAlias = new()
    {
        {
            "an alias",
            "bool IsTransient(Code code) => code is Code.GeneralFailure or Code.MailboxBusy or {|SMTP1002:Code.MailboxUnavailable|};",
            "bool IsTransient(Code code) => code is Code.GeneralFailure or >= (Code)400 and < (Code)500;"
        },
        {
            "bare names",
            "bool IsTransient(Code code) => code == GeneralFailure || code == MailboxBusy || code == {|SMTP1002:MailboxUnavailable|};",
            "bool IsTransient(Code code) => code == GeneralFailure || (int)code is >= 400 and < 500;"
        },
    };

    [Theory, MemberData(nameof(OfSystemNetMail))]
    public Task Keeps_what_is_no_reply(string source, string mended) => Verify.SystemNetMailFix(source, mended);

    [Theory, MemberData(nameof(InCSharp7))]
    public Task Keeps_what_is_no_reply_in_CSharp_7_3(string source, string mended) =>
        Verify.SystemNetMailFix(source, mended, LanguageVersion.CSharp7_3);

    [Theory, MemberData(nameof(WithAlias))]
    public Task Names_it_as_the_file_does(string source, string mended) => Verify.FileFix(InFile(source), InFile(mended));

    private static string InFile(string member) =>
        $"using Code = System.Net.Mail.SmtpStatusCode;\nusing static System.Net.Mail.SmtpStatusCode;\n\nstatic class Mailer\n{{\n    "
            + $"static {member}\n}}\n";
}
