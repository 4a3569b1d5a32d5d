namespace SmtpAnalyzers.Tests.Rules;

/// <summary>A guard that leaves early explains only what it takes out: the classifier behind it is judged as usual.</summary>
public sealed class GuardBeforeClassifierTests
{
    private static readonly Verifier Rule = new("SMTP100");

    // The guard, and members that it needs.
    public static readonly Cases Guards = new()
    {
        { "a text", "if (ex.Message.Contains(\"quota\")) return Verdict.Permanent;" },
        { "a basic code in the text", "if (ex.Message.Contains(\"535\")) return Verdict.Permanent;" },
        { "the place of a text", "if (ex.Message.IndexOf(\"quota\", StringComparison.Ordinal) >= 0) return Verdict.Permanent;" },
        { "an inner exception", "if (ex.InnerException is TimeoutException) return Verdict.Permanent;" },
        { "a helper that looks at inner exceptions", "if (IsTimeout(ex)) return Verdict.Permanent;" },
        { "a helper that looks at the text and a code", "if (IsLogin(ex)) return Verdict.Permanent;" },
    };

    // No reply has an inner exception: it takes out none.
    public static readonly Cases OfInner = new()
    {
        { "an inner exception", "if (ex.InnerException is TimeoutException) return Verdict.Retry;" },
        { "a helper that looks at inner exceptions", "if (IsTimeout(ex)) return Verdict.Retry;" },
    };

    public static readonly Cases Explaining = new()
    {
        { "an enhanced code", "if (ex.Message.Contains(\"4.7.1\")) return Verdict.Permanent;" },
        { "a helper that looks for one", "if (IsGreylisted(ex)) return Verdict.Permanent;" },
    };

    private const string Helpers = """
        private static bool IsTimeout(SmtpException ex) {
            if (ex.InnerException is TimeoutException) return true;
            var inner = ex.InnerException as System.Net.Sockets.SocketException;
            return inner != null && inner.ErrorCode == 10060;
        }
        private static bool IsLogin(SmtpException ex) {
            var text = (ex.Message ?? string.Empty).ToLowerInvariant();
            return text.Contains("auth") || text.Contains("535") || ex.StatusCode == SmtpStatusCode.MustIssueStartTlsFirst;
        }
        private static bool IsGreylisted(SmtpException ex) => ex.Message.Contains("4.7.1") || ex.Message.Contains("greylist");
        enum Verdict { Retry, Permanent }

        """;

    [Theory, MemberData(nameof(Guards)), MemberData(nameof(OfInner))]
    public Task A_list_behind_it_is_judged(string guard) => Rule.SystemNetMail(Helpers + $$"""
        Verdict Judge(SmtpException ex) {
            {{guard}}
            if ({|SMTP1006:ex.StatusCode == SmtpStatusCode.MailboxBusy || ex.StatusCode == SmtpStatusCode.InsufficientStorage
                || ex.StatusCode == {|SMTP1002:SmtpStatusCode.TransactionFailed|}|}) return Verdict.Retry;
            return Verdict.Permanent;
        }
        """);

    [Theory, MemberData(nameof(Explaining))]
    public Task Who_knows_enhanced_codes_knows_what_554_means(string guard) => new Verifier("SMTP1002").SystemNetMail(Helpers + $$"""
        Verdict Judge(SmtpException ex) {
            {{guard}}
            if (ex.StatusCode == SmtpStatusCode.MailboxBusy || ex.StatusCode == SmtpStatusCode.TransactionFailed) return Verdict.Retry;
            return Verdict.Permanent;
        }
        """);
}
