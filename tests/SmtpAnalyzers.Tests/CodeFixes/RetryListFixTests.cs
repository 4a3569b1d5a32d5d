using SmtpAnalyzers.CodeFixes;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>Lists of codes to retry that lack some.</summary>
public sealed class RetryListFixTests
{
    public static readonly FixCases AddedByChoice = new()
    {
        {
            "to a pattern",
            "bool IsTransient(SmtpStatusCode c) => c is {|SMTP1006:SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.MailboxBusy|};",
            "bool IsTransient(SmtpStatusCode c) => c is SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.MailboxBusy "
                + "or SmtpStatusCode.ErrorInProcessing or SmtpStatusCode.InsufficientStorage;"
        },
        {
            "to a collection",
            "static readonly int[] Codes = {|SMTP1006:[421, 450]|}; bool IsTransient(SmtpStatusCode c) => Codes.Contains((int)c);",
            "static readonly int[] Codes = [421, 450, 451, 452]; bool IsTransient(SmtpStatusCode c) => Codes.Contains((int)c);"
        },
        {
            "to a set on several lines",
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
            "to the arguments that make a set",
            """
            static readonly ImmutableHashSet<int> Codes = {|SMTP1006:ImmutableHashSet.Create(421, 450, 452)|};
            bool ShouldRetry(SmtpStatusCode c) =>
                Codes.Contains((int)c);
            """,
            """
            static readonly ImmutableHashSet<int> Codes = ImmutableHashSet.Create(421, 450, 452, 451);
            bool ShouldRetry(SmtpStatusCode c) =>
                Codes.Contains((int)c);
            """
        },
        {
            "to labels",
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

    [Theory, MemberData(nameof(AddedByChoice))]
    public Task Gets_what_it_lacks_by_choice(string source, string mended) => Verify.Fix(source, mended, kind: FixKind.AddMissing);
}
