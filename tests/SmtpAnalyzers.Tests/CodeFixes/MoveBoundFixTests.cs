using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>Bounds that move to the edge of the class they cut.</summary>
public sealed class MoveBoundFixTests
{
    public static readonly FixCases Bounds = new()
    {
        { "off by one", "bool IsPermanent(SmtpStatusCode c) => (int)c > {|SMTP1005:500|};",
            "bool IsPermanent(SmtpStatusCode c) => (int)c >= 500;" },
        { "the constant first", "bool IsPermanent(SmtpStatusCode c) => {|SMTP1005:500|} < (int)c;",
            "bool IsPermanent(SmtpStatusCode c) => 500 <= (int)c;" },
        {
            "a member, to that of the edge",
            "bool IsPermanent(SmtpStatusCode c) => c >= {|SMTP1005:SmtpStatusCode.MailboxUnavailable|};",
            "bool IsPermanent(SmtpStatusCode c) => c >= SmtpStatusCode.CommandUnrecognized;"
        },
        {
            "members, both ends",
            """
            bool ShouldRetry(SmtpStatusCode c) =>
                c is >= {|SMTP1005:SmtpStatusCode.PasswordTransitionNeeded|} and <= {|SMTP1005:SmtpStatusCode.InsufficientStorage|};
            """,
            """
            bool ShouldRetry(SmtpStatusCode c) =>
                c is >= (SmtpStatusCode)400 and < SmtpStatusCode.CommandUnrecognized;
            """
        },
        {
            "a cast number",
            "bool IsPermanent(SmtpStatusCode c) => c >= {|SMTP1005:(SmtpStatusCode)550|};",
            "bool IsPermanent(SmtpStatusCode c) => c >= (SmtpStatusCode)500;"
        },
        {
            "what is taken in goes",
            "bool IsTransient(SmtpStatusCode c) => (int)c >= 400 && (int)c <= {|SMTP1005:500|};",
            "bool IsTransient(SmtpStatusCode c) => (int)c >= 400 && (int)c < 500;"
        },
        {
            "400 is no success",
            "bool IsSuccess(SmtpStatusCode c) => (int)c >= 200 && (int)c <= {|SMTP1005:400|};",
            "bool IsSuccess(SmtpStatusCode c) => (int)c >= 200 && (int)c < 400;"
        },
        { "a first digit", "bool IsPermanent(SmtpStatusCode c) => (int)c / 100 > {|SMTP1005:5|};",
            "bool IsPermanent(SmtpStatusCode c) => (int)c / 100 >= 5;" },
        {
            "two digits",
            "bool IsTransient(SmtpStatusCode c) => (int)c / 10 >= {|SMTP1005:42|} && (int)c / 10 < 50;",
            "bool IsTransient(SmtpStatusCode c) => (int)c / 10 >= 40 && (int)c / 10 < 50;"
        },
        {
            "a named constant stays for others",
            "const int Limit = 500; bool IsPermanent(SmtpStatusCode c) => (int)c > {|SMTP1005:Limit|}; /* and up */",
            "const int Limit = 500; bool IsPermanent(SmtpStatusCode c) => (int)c >= 500; /* and up */"
        },
        {
            "an arm",
            """
            Verdict Of(SmtpStatusCode c) => (int)c switch
            {
                >= 400 and < 500 => Verdict.Retry,
                > {|SMTP1005:500|} => Verdict.Permanent,
                _ => Verdict.Other
            };
            """,
            """
            Verdict Of(SmtpStatusCode c) => (int)c switch
            {
                >= 400 and < 500 => Verdict.Retry,
                >= 500 => Verdict.Permanent,
                _ => Verdict.Other
            };
            """
        },
        {
            "between two outcomes",
            """
            void On(SmtpCommandException ex)
            {
                if ((int)ex.StatusCode <= {|SMTP1005:500|}) queue.Requeue(message);
                else queue.DeadLetter(message);
            }
            """,
            """
            void On(SmtpCommandException ex)
            {
                if ((int)ex.StatusCode < 500) queue.Requeue(message);
                else queue.DeadLetter(message);
            }
            """
        },
    };

    [Theory, MemberData(nameof(Bounds))]
    public Task Moved_to_the_edge(string source, string mended) => Verify.Fix(source, mended);

    [Fact]
    public Task In_CSharp_7_3() => Verify.SystemNetMailFix(
        "bool IsPermanent(SmtpException ex) => ex.StatusCode >= {|SMTP1005:SmtpStatusCode.MailboxUnavailable|};",
        "bool IsPermanent(SmtpException ex) => ex.StatusCode >= SmtpStatusCode.CommandUnrecognized;",
        LanguageVersion.CSharp7_3);
}
