using Microsoft.CodeAnalysis.CSharp;
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

    private static readonly string WithLabelMoved = Wrong.Replace(Before, LabelMoved);

    [Fact]
    public Task Moves_only() => Verify.Fix(Wrong, WithLabelMoved, kind: FixKind.Move);

    [Fact]
    public async Task The_best_of_each_where_no_title_was_picked()
    {
        var members = Wrong.Replace("{|SMTP1001:", "").Replace("|}", "").Replace("Verdict.Permanent", "Verdict.GiveUp");
        var text = await (await FixedProgram.Parse(members, LanguageVersion.Latest).FixAllAsync()).TextAsync();
        Assert.Contains(RangeFixed, text);
        Assert.Contains(LabelMoved, text);
    }
}
