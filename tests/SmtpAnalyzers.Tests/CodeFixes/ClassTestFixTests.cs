using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.CodeFixes;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>Lists of names give way to a test for the class, and what the language version asks for.</summary>
public sealed class ClassTestFixTests
{
    public static readonly FixCases Lists = new()
    {
        {
            "comparisons in lines of their own",
            """
            bool IsTransient(SmtpStatusCode code)
            {
                return {|SMTP1006:code == SmtpStatusCode.MailboxBusy
                    || code == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}
                    || (code == SmtpStatusCode.ErrorInProcessing)|};
            }
            """,
            """
            bool IsTransient(SmtpStatusCode code)
            {
                return (int)code is >= 400 and < 500;
            }
            """
        },
        {
            "beside another condition",
            """
            bool IsTransient(SmtpStatusCode code, bool b) =>
                b || code == SmtpStatusCode.MailboxBusy || code == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|};
            """,
            """
            bool IsTransient(SmtpStatusCode code, bool b) =>
                b || (int)code is >= 400 and < 500;
            """
        },
        {
            "in groups",
            """
            bool IsTransient(SmtpStatusCode code, bool b) =>
                (b || (code == SmtpStatusCode.MailboxBusy))
                    || (code == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|} || code == SmtpStatusCode.ErrorInProcessing);
            """,
            """
            bool IsTransient(SmtpStatusCode code, bool b) =>
                (b || (int)code is >= 400 and < 500);
            """
        },
        {
            "of every form",
            """
            bool IsTransient(SmtpStatusCode code) =>
                code is {|SMTP1006:SmtpStatusCode.MailboxBusy or SmtpStatusCode.ServiceNotAvailable|}
                    || (code == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|});
            """,
            """
            bool IsTransient(SmtpStatusCode code) =>
                (int)code is >= 400 and < 500;
            """
        },
        {
            "where 451 was meant, and others would be missing still",
            "bool IsTransient(SmtpStatusCode code) => code is SmtpStatusCode.MailboxBusy or {|SMTP1002:SmtpStatusCode.TransactionFailed|};",
            "bool IsTransient(SmtpStatusCode code) => (int)code is >= 400 and < 500;"
        },
        {
            "of numbers",
            "bool IsTransient(SmtpStatusCode code) => (int)code is 450 || (int)code is {|SMTP1002:550|};",
            "bool IsTransient(SmtpStatusCode code) => (int)code is >= 400 and < 500;"
        },
        {
            "beside other exceptions",
            """
            bool ShouldRetry(Exception ex) =>
                ex is IOException || ex is SmtpCommandException smtp
                    && (smtp.StatusCode == SmtpStatusCode.MailboxBusy || smtp.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|});
            """,
            """
            bool ShouldRetry(Exception ex) =>
                ex is IOException || ex is SmtpCommandException smtp
                    && (int)smtp.StatusCode is >= 400 and < 500;
            """
        },
        {
            "in a property pattern",
            """
            bool IsTransient(Exception ex) =>
                ex is SmtpCommandException { StatusCode: SmtpStatusCode.MailboxBusy or {|SMTP1002:SmtpStatusCode.MailboxUnavailable|} };
            """,
            """
            bool IsTransient(Exception ex) =>
                ex is SmtpCommandException { StatusCode: >= (SmtpStatusCode)400 and < (SmtpStatusCode)500 };
            """
        },
    };

    public static readonly FixCases RatherThanTakenOut = new()
    {
        {
            "the first digit, in a local",
            """
            bool IsPermanent(SmtpStatusCode code)
            {
                var digit = (int)code / 100;
                return digit == {|SMTP1001:4|} || digit == 5;
            }
            """,
            """
            bool IsPermanent(SmtpStatusCode code)
            {
                var digit = (int)code / 100;
                return digit == 5;
            }
            """
        },
        {
            "the first digit, in a pattern",
            "bool IsPermanent(SmtpStatusCode code) => ((int)code / 100) is {|SMTP1001:4|} or 5;",
            "bool IsPermanent(SmtpStatusCode code) => ((int)code / 100) is 5;"
        },
    };

    public static readonly FixCases InCSharp7 = new()
    {
        {
            "a lower bound",
            "bool IsPermanent(SmtpStatusCode code) => (int)code >= {|SMTP1001:400|};",
            "bool IsPermanent(SmtpStatusCode code) => (int)code / 100 == 5;"
        },
        {
            "both bounds",
            """
            bool IsPermanent(SmtpCommandException ex)
            {
                return (int)ex.StatusCode >= {|SMTP1001:400|} && (int)ex.StatusCode <= 599;
            }
            """,
            """
            bool IsPermanent(SmtpCommandException ex)
            {
                return (int)ex.StatusCode / 100 == 5;
            }
            """
        },
        {
            "members as the bounds",
            """
            bool IsPermanent(SmtpCommandException ex)
            {
                return ex.StatusCode >= {|SMTP1001:SmtpStatusCode.ServiceNotAvailable|}
                    && ex.StatusCode <= {|SMTP1005:SmtpStatusCode.TransactionFailed|};
            }
            """,
            """
            bool IsPermanent(SmtpCommandException ex)
            {
                return (int)ex.StatusCode / 100 == 5;
            }
            """
        },
        {
            "divided, with a space after the cast",
            """
            bool IsPermanent(SmtpCommandException ex)
            {
                return (int) ex.StatusCode / 100 >= {|SMTP1001:4|};
            }
            """,
            """
            bool IsPermanent(SmtpCommandException ex)
            {
                return (int) ex.StatusCode / 100 == 5;
            }
            """
        },
        {
            "in lines, beside an attempt count",
            """
            void Send()
            {
                for (var attempt = 1; ; attempt++)
                {
                    try { client.Send(message); return; }
                    catch (SmtpCommandException ex) when (
                        attempt < 5 // not for ever
                        && (int)ex.StatusCode >= {|SMTP1002:400|}
                        && (int)ex.StatusCode < 600) // all of them
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
                    catch (SmtpCommandException ex) when (
                        attempt < 5 // not for ever
                        && (int)ex.StatusCode / 100 == 4) // all of them
                    {
                        Thread.Sleep(TimeSpan.FromMinutes(30));
                    }
                }
            }
            """
        },
        {
            "an upper bound",
            "bool IsTransient(SmtpStatusCode code) => (int)code < {|SMTP1003:500|};",
            "bool IsTransient(SmtpStatusCode code) => (int)code / 100 == 4;"
        },
        {
            "a list",
            """
            bool ShouldRetry(SmtpStatusCode code) =>
                code == SmtpStatusCode.MailboxBusy || code == {|SMTP1003:SmtpStatusCode.ServiceClosingTransmissionChannel|};
            """,
            """
            bool ShouldRetry(SmtpStatusCode code) =>
                (int)code / 100 == 4;
            """
        },
    };

    public static readonly FixCases OfSystemNetMail = new()
    {
        {
            "a member as the bound",
            "bool IsPermanent(SmtpException ex) => ex.StatusCode >= {|SMTP1001:SmtpStatusCode.ServiceNotAvailable|};",
            "bool IsPermanent(SmtpException ex) => (int)ex.StatusCode is >= 500 and < 600;"
        },
    };

    [Theory, MemberData(nameof(Lists))]
    public Task Tests_for_the_class_in_place_of_a_list(string source, string mended) => Verify.Fix(source, mended);

    [Theory, MemberData(nameof(RatherThanTakenOut))]
    public Task Tests_for_the_class_where_asked_to(string source, string mended) => Verify.Fix(source, mended, kind: FixKind.ClassTest);

    [Theory, MemberData(nameof(InCSharp7))]
    public Task Tests_for_the_class_in_CSharp_7_3(string source, string mended) => Verify.Fix(source, mended, LanguageVersion.CSharp7_3);

    [Theory, MemberData(nameof(OfSystemNetMail))]
    public Task Tests_for_the_class_with_System_Net_Mail(string source, string mended) => Verify.SystemNetMailFix(source, mended);
}
