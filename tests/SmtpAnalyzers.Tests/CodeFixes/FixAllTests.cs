using SmtpAnalyzers.CodeFixes;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>Fix All on the title of one kind of fix does that kind and leaves the findings that need another.</summary>
public sealed class FixAllTests
{
    private const string Wrong = """
        static bool IsPermanent(SmtpStatusCode code) => (int)code >= {|SMTP1001:400|};

        static Verdict Of(SmtpStatusCode code)
        {
            switch (code)
            {
                case SmtpStatusCode.ServiceNotAvailable:
                case SmtpStatusCode.InsufficientStorage:
                case SmtpStatusCode.ErrorInProcessing:
                    return Verdict.Retry;
                {|SMTP1001:case SmtpStatusCode.MailboxBusy:|}
                case SmtpStatusCode.MailboxUnavailable:
                    return Verdict.Permanent;
                default:
                    return (int)code / 100 == 4 ? Verdict.Retry : Verdict.Permanent;
            }
        }
        """;

    private const string RangeFixed = """
        static bool IsPermanent(SmtpStatusCode code) => (int)code is >= 500 and < 600;
        """;

    private const string LabelMoved = """
                case SmtpStatusCode.ErrorInProcessing:
                case SmtpStatusCode.MailboxBusy:
                    return Verdict.Retry;
                case SmtpStatusCode.MailboxUnavailable:
        """;

    private static readonly string Before = """
                case SmtpStatusCode.ErrorInProcessing:
                    return Verdict.Retry;
                {|SMTP1001:case SmtpStatusCode.MailboxBusy:|}
                case SmtpStatusCode.MailboxUnavailable:
        """;

    private static readonly string WithRangeFixed = Wrong.Replace(Wrong.Split('\n')[0], RangeFixed);

    private static readonly string WithLabelMoved = Wrong.Replace(Before, LabelMoved);

    private static readonly string WithBoth = WithLabelMoved.Replace(Wrong.Split('\n')[0], RangeFixed);

    [Fact]
    public Task Class_tests_only() => Verify.Fix(Wrong, WithRangeFixed, kind: FixKind.ClassTest);

    [Fact]
    public Task Moves_only() => Verify.Fix(Wrong, WithLabelMoved, kind: FixKind.Move);

    [Fact]
    public Task Whatever_comes_first() => Verify.Fix(Wrong, WithBoth);
}
