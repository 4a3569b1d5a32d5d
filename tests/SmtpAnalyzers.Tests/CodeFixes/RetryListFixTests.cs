using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.CodeFixes;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>Lists of codes to retry that lack some.</summary>
public sealed class RetryListFixTests
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
            "Verdict Of(SmtpStatusCode c) => c switch { {|SMTP1006:SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.MailboxBusy|} => Verdict.Retry, _ => Verdict.Permanent };",
            "Verdict Of(SmtpStatusCode c) => c switch { >= (SmtpStatusCode)400 and < (SmtpStatusCode)500 => Verdict.Retry, _ => Verdict.Permanent };"
        },
        {
            "comparisons",
            "bool IsTransient(SmtpStatusCode c) => {|SMTP1006:c == SmtpStatusCode.MailboxBusy || c == SmtpStatusCode.ErrorInProcessing|};",
            "bool IsTransient(SmtpStatusCode c) => (int)c is >= 400 and < 500;"
        },
        {
            "with a permanent code",
            "bool IsTransient(SmtpStatusCode c) => (int)c is {|SMTP1006:421 or 450 or {|SMTP1002:550|}|};",
            "bool IsTransient(SmtpStatusCode c) => (int)c is >= 400 and < 500;"
        },
    };

    public static readonly FixCases Added = new()
    {
        {
            "a collection",
            "static readonly int[] Codes = {|SMTP1006:[421, 450]|}; bool IsTransient(SmtpStatusCode c) => Codes.Contains((int)c);",
            "static readonly int[] Codes = [421, 450, 451, 452]; bool IsTransient(SmtpStatusCode c) => Codes.Contains((int)c);"
        },
        {
            "a set on several lines",
            """
            static readonly HashSet<SmtpStatusCode> Codes = {|SMTP1006:new()
            {
                SmtpStatusCode.MailboxBusy, // 450
                SmtpStatusCode.ServiceNotAvailable, // 421
                SmtpStatusCode.ErrorInProcessing,
            }|};
            bool ShouldRetry(SmtpStatusCode c) => Codes.Contains(c);
            """,
            """
            static readonly HashSet<SmtpStatusCode> Codes = new()
            {
                SmtpStatusCode.MailboxBusy, // 450
                SmtpStatusCode.ServiceNotAvailable, // 421
                SmtpStatusCode.ErrorInProcessing,
                SmtpStatusCode.InsufficientStorage,
            };
            bool ShouldRetry(SmtpStatusCode c) => Codes.Contains(c);
            """
        },
        {
            "an immutable set",
            "static readonly ImmutableHashSet<int> Codes = {|SMTP1006:ImmutableHashSet.Create(421, 450, 452)|}; bool ShouldRetry(SmtpStatusCode c) => Codes.Contains((int)c);",
            "static readonly ImmutableHashSet<int> Codes = ImmutableHashSet.Create(421, 450, 452, 451); bool ShouldRetry(SmtpStatusCode c) => Codes.Contains((int)c);"
        },
        {
            "a pattern with a code that is retried by taste",
            "bool IsTransient(SmtpStatusCode c) => (int)c is {|SMTP1006:421 or 450 or 451 or 552|};",
            "bool IsTransient(SmtpStatusCode c) => (int)c is 421 or 450 or 451 or 552 or 452;"
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
                    case SmtpStatusCode.ServiceNotAvailable:
                    case SmtpStatusCode.MailboxBusy:
                    case SmtpStatusCode.ErrorInProcessing:
                    case SmtpStatusCode.InsufficientStorage:
                        return Verdict.Retry;
                    default:
                        return Verdict.Permanent;
                }
            }
            """
        },
    };

    public static readonly FixCases AddedByChoice = new()
    {
        {
            "to a pattern",
            "bool IsTransient(SmtpStatusCode c) => c is {|SMTP1006:SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.MailboxBusy|};",
            "bool IsTransient(SmtpStatusCode c) => c is SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.MailboxBusy or SmtpStatusCode.ErrorInProcessing or SmtpStatusCode.InsufficientStorage;"
        },
        {
            "to comparisons",
            """
            bool IsTransient(SmtpStatusCode c) =>
                {|SMTP1006:c == SmtpStatusCode.MailboxBusy
                || c == SmtpStatusCode.ErrorInProcessing
                || c == SmtpStatusCode.InsufficientStorage|};
            """,
            """
            bool IsTransient(SmtpStatusCode c) =>
                c == SmtpStatusCode.MailboxBusy
                || c == SmtpStatusCode.ErrorInProcessing
                || c == SmtpStatusCode.InsufficientStorage
                || c == SmtpStatusCode.ServiceNotAvailable;
            """
        },
    };

    [Theory, MemberData(nameof(ToTheClass))]
    public Task Becomes_the_class_test(string source, string mended) => Verify.Fix(source, mended);

    [Theory, MemberData(nameof(Added))]
    public Task Gets_what_it_lacks(string source, string mended) => Verify.Fix(source, mended);

    [Theory, MemberData(nameof(AddedByChoice))]
    public Task Gets_what_it_lacks_by_choice(string source, string mended) => Verify.Fix(source, mended, kind: FixKind.AddMissing);

    [Fact]
    public Task In_CSharp_7_3_with_a_failure_that_is_no_reply() => Verify.SystemNetMailFix(
        "bool IsTransient(SmtpException ex) => {|SMTP1006:ex.StatusCode == SmtpStatusCode.GeneralFailure || ex.StatusCode == SmtpStatusCode.MailboxBusy || ex.StatusCode == SmtpStatusCode.ServiceNotAvailable|};",
        "bool IsTransient(SmtpException ex) => ex.StatusCode == SmtpStatusCode.GeneralFailure || ex.StatusCode == SmtpStatusCode.MailboxBusy || ex.StatusCode == SmtpStatusCode.ServiceNotAvailable || ex.StatusCode == SmtpStatusCode.LocalErrorInProcessing || ex.StatusCode == SmtpStatusCode.InsufficientStorage;",
        LanguageVersion.CSharp7_3);
}
