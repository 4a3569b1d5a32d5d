using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>Lists of codes to retry that lack some become the class.</summary>
public sealed class RetryListAsClassFixTests
{
    public static readonly FixCases ToTheClass = new()
    {
        {
            "a pattern",
            "bool IsTransient(SmtpStatusCode c) => c is {|SMTP1006:SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.MailboxBusy|};",
            "bool IsTransient(SmtpStatusCode c) => (int)c is >= 400 and < 500;"
        },
        {
            "a pattern of an arm",
            """
            Verdict Of(SmtpStatusCode c) => c switch
            {
                {|SMTP1006:SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.MailboxBusy|} => Verdict.Retry,
                _ => Verdict.Permanent
            };
            """,
            """
            Verdict Of(SmtpStatusCode c) => c switch
            {
                >= (SmtpStatusCode)400 and < (SmtpStatusCode)500 => Verdict.Retry,
                _ => Verdict.Permanent
            };
            """
        },
        {
            "comparisons",
            "bool IsTransient(SmtpStatusCode c) => {|SMTP1006:c == SmtpStatusCode.MailboxBusy || c == SmtpStatusCode.ErrorInProcessing|};",
            "bool IsTransient(SmtpStatusCode c) => (int)c is >= 400 and < 500;"
        },
        {
            "a pattern with a code that is retried by taste",
            "bool IsTransient(SmtpStatusCode c) => (int)c is {|SMTP1006:421 or 450 or 451 or 552|};",
            "bool IsTransient(SmtpStatusCode c) => (int)c is >= 400 and < 500 or 552;"
        },
        {
            "labels",
            """
            Verdict Of(SmtpStatusCode c)
            {
                switch (c)
                {
                    {|SMTP1006:case SmtpStatusCode.ServiceNotAvailable:|}
                    case SmtpStatusCode.MailboxBusy:
                        return Verdict.Retry;
                    default:
                        return Verdict.Permanent;
                }
            }
            """,
            """
            Verdict Of(SmtpStatusCode c)
            {
                switch (c)
                {
                    case >= (SmtpStatusCode)400 and < (SmtpStatusCode)500:
                        return Verdict.Retry;
                    default:
                        return Verdict.Permanent;
                }
            }
            """
        },
        {
            "arms of one code each",
            """
            bool IsTransient(SmtpStatusCode c) => c switch
            {
                {|SMTP1006:SmtpStatusCode.ServiceNotAvailable|} => true,
                SmtpStatusCode.MailboxBusy => true,
                {|SMTP1002:SmtpStatusCode.MailboxUnavailable|} => true,
                SmtpStatusCode.ExceededStorageAllocation => true,
                _ => false,
            };
            """,
            """
            bool IsTransient(SmtpStatusCode c) => c switch
            {
                >= (SmtpStatusCode)400 and < (SmtpStatusCode)500 => true,
                SmtpStatusCode.ExceededStorageAllocation => true,
                _ => false,
            };
            """
        },
        {
            "with a permanent code",
            "bool IsTransient(SmtpStatusCode c) => (int)c is {|SMTP1006:421 or 450 or {|SMTP1002:550|}|};",
            "bool IsTransient(SmtpStatusCode c) => (int)c is >= 400 and < 500;"
        },
    };

    public static readonly FixCases LookUps = new()
    {
        {
            "a collection",
            """
            static readonly int[] Codes = {|SMTP1006:[421, 450]|};
            bool IsTransient(SmtpStatusCode c) => Codes.Contains((int)c);
            """,
            """
            bool IsTransient(SmtpStatusCode c) => (int)c is >= 400 and < 500;
            """
        },
        {
            "an immutable set, with what stays",
            """
            static readonly ImmutableHashSet<int> Codes = {|SMTP1006:ImmutableHashSet.Create(421, 552, 450)|};

            bool ShouldRetry(SmtpStatusCode c)
            {
                if (!Codes.Contains((int)c))
                    return false;
                return true;
            }
            """,
            """
            bool ShouldRetry(SmtpStatusCode c)
            {
                if (!(c == SmtpStatusCode.ExceededStorageAllocation || (int)c is >= 400 and < 500))
                    return false;
                return true;
            }
            """
        },
        {
            "a frozen set with a permanent code",
            """
            static readonly FrozenSet<int> Codes = {|SMTP1006:new[] { 450, {|SMTP1002:550|}, 421 }|}.ToFrozenSet();
            bool ShouldRetry(SmtpStatusCode c) => Codes.Contains((int)c);
            """,
            """
            bool ShouldRetry(SmtpStatusCode c) => (int)c is >= 400 and < 500;
            """
        },
        {
            "a span in a local",
            """
            bool IsTransient(SmtpStatusCode c)
            {
                ReadOnlySpan<int> codes = {|SMTP1006:stackalloc int[] { 421, 450, 452 }|};
                return codes.Contains((int)c);
            }
            """,
            """
            bool IsTransient(SmtpStatusCode c)
            {
                return (int)c is >= 400 and < 500;
            }
            """
        },
    };

    public static readonly FixCases Beside = new()
    {
        {
            "a list whose codes have comments: the class comes beside it",
            """
            static readonly HashSet<SmtpStatusCode> Codes = {|SMTP1006:new()
            {
                SmtpStatusCode.MailboxBusy, // 450
                SmtpStatusCode.ServiceNotAvailable, // 421
            }|};
            bool ShouldRetry(SmtpStatusCode c) => Codes.Contains(c);
            """,
            """
            static readonly HashSet<SmtpStatusCode> Codes = new()
            {
                SmtpStatusCode.MailboxBusy, // 450
                SmtpStatusCode.ServiceNotAvailable, // 421
            };
            bool ShouldRetry(SmtpStatusCode c) => Codes.Contains(c) || (int)c is >= 400 and < 500;
            """
        },
        {
            "a list that is shown too",
            """
            static readonly int[] Codes = {|SMTP1006:[421, 450]|};
            bool ShouldRetry(SmtpStatusCode c) => Codes.Contains((int)c);
            string Shown() => string.Join(", ", Codes);
            """,
            """
            static readonly int[] Codes = [421, 450];
            bool ShouldRetry(SmtpStatusCode c) => Codes.Contains((int)c) || (int)c is >= 400 and < 500;
            string Shown() => string.Join(", ", Codes);
            """
        },
        {
            "comparisons with comments",
            """
            bool IsTransient(SmtpStatusCode c)
            {
                return {|SMTP1006:c == SmtpStatusCode.MailboxBusy || // busy
                    c == SmtpStatusCode.ErrorInProcessing|}; // broken
            }
            """,
            """
            bool IsTransient(SmtpStatusCode c)
            {
                return c == SmtpStatusCode.MailboxBusy || // busy
                    c == SmtpStatusCode.ErrorInProcessing ||
                    (int)c is >= 400 and < 500; // broken
            }
            """
        },
        {
            "alternatives with comments",
            """
            bool IsTransient(SmtpStatusCode c) =>
                c is {|SMTP1006:SmtpStatusCode.MailboxBusy // busy
                    or SmtpStatusCode.ErrorInProcessing // broken
                    or SmtpStatusCode.ServiceNotAvailable|};
            """,
            """
            bool IsTransient(SmtpStatusCode c) =>
                c is SmtpStatusCode.MailboxBusy // busy
                    or SmtpStatusCode.ErrorInProcessing // broken
                    or SmtpStatusCode.ServiceNotAvailable
                    or >= (SmtpStatusCode)400 and < (SmtpStatusCode)500;
            """
        },
        {
            "labels with comments",
            """
            bool IsTransient(SmtpStatusCode c)
            {
                switch (c)
                {
                    {|SMTP1006:case SmtpStatusCode.MailboxBusy:|} // busy
                    case SmtpStatusCode.ErrorInProcessing: // broken
                        return true;
                    default:
                        return false;
                }
            }
            """,
            """
            bool IsTransient(SmtpStatusCode c)
            {
                switch (c)
                {
                    case SmtpStatusCode.MailboxBusy: // busy
                    case SmtpStatusCode.ErrorInProcessing: // broken
                    case >= (SmtpStatusCode)400 and < (SmtpStatusCode)500:
                        return true;
                    default:
                        return false;
                }
            }
            """
        },
        {
            "arms with comments",
            """
            Verdict Of(SmtpStatusCode c) => c switch
            {
                {|SMTP1006:SmtpStatusCode.MailboxBusy|} => Verdict.Retry, // busy
                SmtpStatusCode.ErrorInProcessing => Verdict.Retry, // broken
                _ => Verdict.Permanent,
            };
            """,
            """
            Verdict Of(SmtpStatusCode c) => c switch
            {
                SmtpStatusCode.MailboxBusy => Verdict.Retry, // busy
                SmtpStatusCode.ErrorInProcessing => Verdict.Retry, // broken
                >= (SmtpStatusCode)400 and < (SmtpStatusCode)500 => Verdict.Retry,
                _ => Verdict.Permanent,
            };
            """
        },
    };

    [Theory, MemberData(nameof(ToTheClass))]
    public Task Becomes_the_class_test(string source, string mended) => Verify.Fix(source, mended);

    [Theory, MemberData(nameof(LookUps))]
    public Task Goes_with_its_look_up(string source, string mended) => Verify.Fix(source, mended);

    [Theory, MemberData(nameof(Beside))]
    public Task Stays_beside_the_class(string source, string mended) => Verify.Fix(source, mended);

    [Fact]
    public Task In_CSharp_7_3_with_a_failure_that_is_no_reply() => Verify.SystemNetMailFix(
        """
        bool IsTransient(SmtpException ex) =>
            {|SMTP1006:ex.StatusCode == SmtpStatusCode.GeneralFailure || ex.StatusCode == SmtpStatusCode.MailboxBusy
                || ex.StatusCode == SmtpStatusCode.ServiceNotAvailable|};
        """,
        """
        bool IsTransient(SmtpException ex) =>
            ex.StatusCode == SmtpStatusCode.GeneralFailure || (int)ex.StatusCode / 100 == 4;
        """,
        LanguageVersion.CSharp7_3);
}
