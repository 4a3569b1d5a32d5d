using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>Negative replies that counted as success.</summary>
public sealed class SuccessFixTests
{
    public static readonly FixCases Tests = new()
    {
        {
            "a bound",
            "bool IsSuccess(SmtpStatusCode c) => (int)c < {|SMTP1004:500|};",
            "bool IsSuccess(SmtpStatusCode c) => (int)c is >= 200 and < 300;"
        },
        {
            "both bounds",
            "bool IsSuccess(SmtpStatusCode c) => (int)c >= 200 && (int)c < {|SMTP1004:500|};",
            "bool IsSuccess(SmtpStatusCode c) => (int)c is >= 200 and < 300;"
        },
        {
            "a first digit",
            "bool IsSuccess(SmtpStatusCode c) => (int)c / 100 != {|SMTP1004:5|};",
            "bool IsSuccess(SmtpStatusCode c) => (int)c / 100 == 2;"
        },
        {
            "all but one name",
            "bool IsDelivered(SmtpStatusCode c) => {|SMTP1004:c != SmtpStatusCode.MailboxUnavailable|};",
            "bool IsDelivered(SmtpStatusCode c) => (int)c is >= 200 and < 300;"
        },
        {
            "all but two names",
            "bool IsDelivered(SmtpStatusCode c) => c != SmtpStatusCode.MailboxUnavailable && {|SMTP1004:c != SmtpStatusCode.MailboxBusy|};",
            "bool IsDelivered(SmtpStatusCode c) => (int)c is >= 200 and < 300;"
        },
        {
            "all but one name, in a pattern",
            "bool IsDelivered(SmtpStatusCode c) => c is not {|SMTP1004:SmtpStatusCode.MailboxUnavailable|};",
            "bool IsDelivered(SmtpStatusCode c) => (int)c is >= 200 and < 300;"
        },
        {
            "an element of a list",
            """
            static readonly int[] SuccessCodes = { 250, {|SMTP1004:450|} };
            bool IsSuccess(SmtpStatusCode c) =>
                SuccessCodes.Contains((int)c);
            """,
            """
            static readonly int[] SuccessCodes = { 250 };
            bool IsSuccess(SmtpStatusCode c) =>
                SuccessCodes.Contains((int)c);
            """
        },
        {
            "a label, to where replies are retried",
            """
            Verdict Of(SmtpStatusCode c)
            {
                switch (c)
                {
                    case SmtpStatusCode.Ok:
                    {|SMTP1004:case SmtpStatusCode.MailboxBusy:|}
                        return Verdict.Sent;
                    case SmtpStatusCode.ServiceNotAvailable:
                        return Verdict.Retry;
                    default:
                        return Verdict.Other;
                }
            }
            """,
            """
            Verdict Of(SmtpStatusCode c)
            {
                switch (c)
                {
                    case SmtpStatusCode.Ok:
                        return Verdict.Sent;
                    case SmtpStatusCode.ServiceNotAvailable:
                    case SmtpStatusCode.MailboxBusy:
                        return Verdict.Retry;
                    default:
                        return Verdict.Other;
                }
            }
            """
        },
        {
            "an alternative, to where replies are given up",
            """
            Verdict Of(SmtpStatusCode c) => c switch
            {
                SmtpStatusCode.Ok or {|SMTP1004:SmtpStatusCode.TransactionFailed|} => Verdict.Sent,
                SmtpStatusCode.MailboxUnavailable => Verdict.Permanent,
                _ => Verdict.Other,
            };
            """,
            """
            Verdict Of(SmtpStatusCode c) => c switch
            {
                SmtpStatusCode.Ok => Verdict.Sent,
                SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.TransactionFailed => Verdict.Permanent,
                _ => Verdict.Other,
            };
            """
        },
    };

    [Theory, MemberData(nameof(Tests))]
    public Task Only_2yz_is_left(string source, string mended) => Verify.Fix(source, mended);

    [Fact]
    public Task In_CSharp_7_3() => Verify.Fix(
        "bool IsSuccess(SmtpStatusCode c) => (int)c < {|SMTP1004:500|};",
        "bool IsSuccess(SmtpStatusCode c) => (int)c / 100 == 2;",
        LanguageVersion.CSharp7_3);

    [Fact]
    public Task A_condition_whose_other_side_gives_up_is_left_to_a_person() => Verify.NoFix(
        """
        void MarkAsSent() { }
        void On(SmtpStatusCode c)
        {
            if ({|SMTP1004:c != SmtpStatusCode.MailboxUnavailable|}) MarkAsSent();
            else queue.DeadLetter(message);
        }
        """);
}
