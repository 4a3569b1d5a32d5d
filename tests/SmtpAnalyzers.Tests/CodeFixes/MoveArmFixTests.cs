using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>Arms of a switch expression: alternatives move, what an arm answers is put right.</summary>
public sealed class MoveArmFixTests
{
    private const string Busy = "{|SMTP1001:SmtpStatusCode.MailboxBusy|}";

    public static readonly FixCases Alternatives = new()
    {
        {
            "two of three, in one line",
            $$"""
            Verdict Of(SmtpStatusCode code) => code switch
            {
                SmtpStatusCode.ServiceNotAvailable => Verdict.Retry,
                {{Busy}} or SmtpStatusCode.MailboxUnavailable or {|SMTP1001:SmtpStatusCode.ErrorInProcessing|} => Verdict.Permanent,
                _ => Verdict.Other,
            };
            """,
            """
            Verdict Of(SmtpStatusCode code) => code switch
            {
                SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.MailboxBusy or SmtpStatusCode.ErrorInProcessing => Verdict.Retry,
                SmtpStatusCode.MailboxUnavailable => Verdict.Permanent,
                _ => Verdict.Other,
            };
            """
        },
        {
            "or at the start of each line",
            """
            Verdict Of(SmtpStatusCode code) => code switch
            {
                SmtpStatusCode.ServiceNotAvailable
                    or SmtpStatusCode.InsufficientStorage => Verdict.Retry,
                SmtpStatusCode.MailboxUnavailable
                    or {|SMTP1001:SmtpStatusCode.MailboxBusy|}
                    or SmtpStatusCode.MailboxNameNotAllowed => Verdict.Permanent,
                _ => Verdict.Other,
            };
            """,
            """
            Verdict Of(SmtpStatusCode code) => code switch
            {
                SmtpStatusCode.ServiceNotAvailable
                    or SmtpStatusCode.InsufficientStorage
                    or SmtpStatusCode.MailboxBusy => Verdict.Retry,
                SmtpStatusCode.MailboxUnavailable
                    or SmtpStatusCode.MailboxNameNotAllowed => Verdict.Permanent,
                _ => Verdict.Other,
            };
            """
        },
        {
            "or at the end of each line",
            """
            Verdict Of(SmtpStatusCode code) => code switch
            {
                SmtpStatusCode.ServiceNotAvailable or
                SmtpStatusCode.InsufficientStorage => Verdict.Retry,
                SmtpStatusCode.MailboxUnavailable or
                {|SMTP1001:SmtpStatusCode.MailboxBusy|} or
                SmtpStatusCode.MailboxNameNotAllowed => Verdict.Permanent,
                _ => Verdict.Other,
            };
            """,
            """
            Verdict Of(SmtpStatusCode code) => code switch
            {
                SmtpStatusCode.ServiceNotAvailable or
                SmtpStatusCode.InsufficientStorage or
                SmtpStatusCode.MailboxBusy => Verdict.Retry,
                SmtpStatusCode.MailboxUnavailable or
                SmtpStatusCode.MailboxNameNotAllowed => Verdict.Permanent,
                _ => Verdict.Other,
            };
            """
        },
        {
            "a comment beside each",
            """
            Verdict Of(SmtpStatusCode code) => code switch
            {
                SmtpStatusCode.ServiceNotAvailable // down
                    or SmtpStatusCode.InsufficientStorage // full
                    => Verdict.Retry,
                SmtpStatusCode.MailboxUnavailable // unknown
                    or {|SMTP1001:SmtpStatusCode.MailboxBusy|} // busy
                    or SmtpStatusCode.MailboxNameNotAllowed // syntax
                    => Verdict.Permanent, // gone
                _ => Verdict.Other,
            };
            """,
            """
            Verdict Of(SmtpStatusCode code) => code switch
            {
                SmtpStatusCode.ServiceNotAvailable // down
                    or SmtpStatusCode.InsufficientStorage // full
                    or SmtpStatusCode.MailboxBusy // busy
                    => Verdict.Retry,
                SmtpStatusCode.MailboxUnavailable // unknown
                    or SmtpStatusCode.MailboxNameNotAllowed // syntax
                    => Verdict.Permanent, // gone
                _ => Verdict.Other,
            };
            """
        },
    };

    public static readonly FixCases Answers = new()
    {
        {
            "the only code of an arm",
            """
            Verdict Of(SmtpStatusCode code) => code switch
            {
                SmtpStatusCode.ServiceNotAvailable => Verdict.Retry,
                {|SMTP1001:SmtpStatusCode.MailboxBusy|} => Verdict.Permanent, // busy
                SmtpStatusCode.MailboxUnavailable => Verdict.Permanent,
                _ => Verdict.Other,
            };
            """,
            """
            Verdict Of(SmtpStatusCode code) => code switch
            {
                SmtpStatusCode.ServiceNotAvailable => Verdict.Retry,
                SmtpStatusCode.MailboxBusy => Verdict.Retry, // busy
                SmtpStatusCode.MailboxUnavailable => Verdict.Permanent,
                _ => Verdict.Other,
            };
            """
        },
        {
            "the ranges of HTTP",
            """
            Verdict Of(SmtpStatusCode code) => (int)code switch
            {
                >= {|SMTP1001:400|} and < 500 => Verdict.Permanent, // client error
                >= 500 and < {|SMTP1002:600|} => Verdict.Retry, // server error
                _ => Verdict.Other,
            };
            """,
            """
            Verdict Of(SmtpStatusCode code) => (int)code switch
            {
                >= 400 and < 500 => Verdict.Retry, // client error
                >= 500 and < 600 => Verdict.Permanent, // server error
                _ => Verdict.Other,
            };
            """
        },
        {
            "the first digits of HTTP",
            """
            Verdict Of(SmtpStatusCode code) => ((int)code / 100) switch
            {
                2 => Verdict.Sent,
                {|SMTP1001:4|} => Verdict.Permanent,
                {|SMTP1002:5|} => Verdict.Retry,
                _ => Verdict.Other,
            };
            """,
            """
            Verdict Of(SmtpStatusCode code) => ((int)code / 100) switch
            {
                2 => Verdict.Sent,
                4 => Verdict.Retry,
                5 => Verdict.Permanent,
                _ => Verdict.Other,
            };
            """
        },
    };

    /// <summary>What has effects stays where it is: the patterns are exchanged.</summary>
    [Fact]
    public Task Exchanges_patterns() => Verify.Fix(
        """
        bool On(SmtpStatusCode code) => (int)code switch
        {
            >= {|SMTP1001:400|} and < 500 => queue.DeadLetter(message),
            >= 500 and < {|SMTP1002:600|} => queue.Requeue(message),
            _ => throw new ArgumentException(nameof(code)),
        };
        """,
        """
        bool On(SmtpStatusCode code) => (int)code switch
        {
            >= 500 and < 600 => queue.DeadLetter(message),
            >= 400 and < 500 => queue.Requeue(message),
            _ => throw new ArgumentException(nameof(code)),
        };
        """);

    [Theory, MemberData(nameof(Alternatives))]
    public Task Moves_an_alternative(string source, string mended) => Verify.Fix(source, mended);

    [Theory, MemberData(nameof(Answers))]
    public Task Corrects_the_answer(string source, string mended) => Verify.Fix(source, mended);
}
