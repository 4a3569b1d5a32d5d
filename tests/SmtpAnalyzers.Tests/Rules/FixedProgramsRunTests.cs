using Microsoft.CodeAnalysis.CSharp;

namespace SmtpAnalyzers.Tests.Rules;

/// <summary>
/// What a fix claims, shown by running what it made: compiled against the real MailKit, every code from 200 to 599 takes a branch that is
/// right for its class.
/// </summary>
public sealed class FixedProgramsRunTests
{
    public static readonly TheoryData<string, string> Programs = new()
    {
        {
            "everything from 400 on is permanent",
            """
            static bool IsPermanent(SmtpStatusCode code) => (int)code >= 400;
            public static Verdict Run(SmtpStatusCode code) => IsPermanent(code) ? Verdict.GiveUp : Verdict.Other;
            """
        },
        {
            "both bounds, and the class is divided out",
            """
            static bool IsPermanent(SmtpStatusCode code) => (int)code / 100 >= 4 && (int)code / 100 < 6;
            public static Verdict Run(SmtpStatusCode code) => IsPermanent(code) ? Verdict.GiveUp : Verdict.Other;
            """
        },
        {
            "a list of comparisons retries 550",
            """
            static bool IsTransient(SmtpStatusCode code) =>
                code == SmtpStatusCode.MailboxBusy || code == SmtpStatusCode.MailboxUnavailable || code == SmtpStatusCode.ErrorInProcessing;
            public static Verdict Run(SmtpStatusCode code) => IsTransient(code) ? Verdict.Retry : Verdict.Other;
            """
        },
        {
            "554 and 221 where 451 and 421 were meant",
            """
            static readonly HashSet<SmtpStatusCode> Retryable = new HashSet<SmtpStatusCode>
            {
                SmtpStatusCode.ServiceClosingTransmissionChannel,
                SmtpStatusCode.MailboxBusy,
                SmtpStatusCode.TransactionFailed,
                SmtpStatusCode.InsufficientStorage,
            };
            static bool ShouldRetry(SmtpStatusCode code) => Retryable.Contains(code);
            public static Verdict Run(SmtpStatusCode code) => ShouldRetry(code) ? Verdict.Retry : Verdict.Other;
            """
        },
        {
            "sections with a label of the other class each",
            """
            public static Verdict Run(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.ServiceNotAvailable:
                    case SmtpStatusCode.MailboxNameNotAllowed:
                        return Verdict.Retry;
                    case SmtpStatusCode.MailboxBusy:
                    case SmtpStatusCode.MailboxUnavailable:
                        return Verdict.GiveUp;
                    default:
                        return Verdict.Other;
                }
            }
            """
        },
        {
            "the classes of HTTP, in a switch on the first digit",
            """
            public static Verdict Run(SmtpStatusCode code)
            {
                switch ((int)code / 100)
                {
                    case 4:
                        return Verdict.GiveUp;
                    case 5:
                        return Verdict.Retry;
                    default:
                        return Verdict.Other;
                }
            }
            """
        },
        {
            "the classes of HTTP, in a ladder of ifs",
            """
            public static Verdict Run(SmtpStatusCode code)
            {
                if ((int)code >= 500)
                    return Verdict.Retry;
                if ((int)code >= 400)
                    return Verdict.GiveUp;
                return Verdict.Other;
            }
            """
        },
        {
            "one name alone, in a flag",
            """
            public static Verdict Run(SmtpStatusCode code)
            {
                var shouldRetry = code == SmtpStatusCode.MailboxUnavailable;
                return shouldRetry ? Verdict.Retry : Verdict.Other;
            }
            """
        },
        {
            "everything below 500 is a success",
            """
            static bool IsSuccess(SmtpStatusCode code) => (int)code < 500;
            public static Verdict Run(SmtpStatusCode code) => IsSuccess(code) ? Verdict.Delivered : Verdict.Other;
            """
        },
        {
            "everything but one name is a success",
            """
            static bool IsDelivered(SmtpStatusCode code) => code != SmtpStatusCode.MailboxUnavailable;
            public static Verdict Run(SmtpStatusCode code) => IsDelivered(code) ? Verdict.Delivered : Verdict.Other;
            """
        },
        {
            "above 500 is permanent, up to 500 transient",
            """
            public static Verdict Run(SmtpStatusCode code)
            {
                if ((int)code > 500)
                    return Verdict.GiveUp;
                if ((int)code > 400 && (int)code <= 500)
                    return Verdict.Retry;
                return Verdict.Other;
            }
            """
        },
        {
            "from the member 550 on",
            """
            static bool IsPermanent(SmtpStatusCode code) => code >= SmtpStatusCode.MailboxUnavailable && (int)code <= 599;
            public static Verdict Run(SmtpStatusCode code) =>
                IsPermanent(code) ? Verdict.GiveUp : (int)code >= 500 ? Verdict.Undecided : Verdict.Other;
            """
        },
        {
            "two of four are retried, the others given up",
            """
            public static Verdict Run(SmtpStatusCode code)
            {
                if (code == SmtpStatusCode.MailboxBusy || code == SmtpStatusCode.ServiceNotAvailable)
                    return Verdict.Retry;
                if ((int)code >= 400)
                    return Verdict.GiveUp;
                return Verdict.Other;
            }
            """
        },
    };

    public static readonly TheoryData<string, string> PatternPrograms = new()
    {
        {
            "the classes of HTTP, in arms",
            """
            public static Verdict Run(SmtpStatusCode code) => (int)code switch
            {
                >= 400 and < 500 => Verdict.GiveUp,
                >= 500 => Verdict.Retry,
                _ => Verdict.Other,
            };
            """
        },
        {
            "members in or-patterns",
            """
            public static Verdict Run(SmtpStatusCode code) => code switch
            {
                SmtpStatusCode.MailboxBusy or SmtpStatusCode.MailboxUnavailable => Verdict.GiveUp,
                SmtpStatusCode.ServiceNotAvailable => Verdict.Retry,
                _ => Verdict.Other,
            };
            """
        },
        {
            "a range that begins at a member",
            """
            static bool IsTransient(SmtpStatusCode code) => code is >= SmtpStatusCode.ServiceNotAvailable;
            public static Verdict Run(SmtpStatusCode code) => IsTransient(code) ? Verdict.Retry : Verdict.Other;
            """
        },
        {
            "a positive reply on the retry list",
            """
            static bool CanRetry(SmtpStatusCode code) =>
                code is SmtpStatusCode.MailboxBusy or SmtpStatusCode.ServiceClosingTransmissionChannel;
            public static Verdict Run(SmtpStatusCode code) => CanRetry(code) ? Verdict.Retry : Verdict.Other;
            """
        },
    };

    public static readonly TheoryData<string, string> SwitchPrograms = new()
    {
        {
            "unlisted codes come to an exception about an unknown value",
            """
            static Verdict Of(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.MailboxBusy:
                        return Verdict.Retry;
                    case SmtpStatusCode.MailboxUnavailable:
                        return Verdict.GiveUp;
                    default:
                        throw new System.ArgumentOutOfRangeException();
                }
            }
            public static Verdict Run(SmtpStatusCode code)
            {
                try { return Of(code); }
                catch (System.ArgumentOutOfRangeException) { return Verdict.Undecided; }
            }
            """
        },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    [MemberData(nameof(SwitchPrograms))]
    [MemberData(nameof(PatternPrograms))]
    public Task Every_code_is_right_after_the_fix(string what, string members) => RightAfterFix(what, members, LanguageVersion.CSharp12);

    [Theory]
    [MemberData(nameof(Programs))]
    public Task Every_code_is_right_after_the_fix_in_CSharp_7_3(string what, string members) =>
        RightAfterFix(what, members, LanguageVersion.CSharp7_3);

    private static async Task RightAfterFix(string what, string members, LanguageVersion version)
    {
        var wrong = FixedProgram.Parse(members, version);
        Assert.NotEmpty(WrongCodes(await wrong.RunAsync()));

        var right = await wrong.FixAllAsync();

        Assert.True((await right.FindingsAsync()).IsEmpty, $"{what}: still reported in\n{await right.TextAsync()}");
        var left = WrongCodes(await right.RunAsync());
        Assert.True(left.Count == 0, $"{what}: {string.Join(", ", left)} in\n{await right.TextAsync()}");
    }

    private static IReadOnlyList<string> WrongCodes(IReadOnlyDictionary<int, string> verdicts) =>
        verdicts
            .Where(verdict => (verdict.Key / 100, verdict.Value) is (4, "GiveUp" or "Delivered" or "Undecided")
                or (5, "Retry" or "Delivered" or "Undecided")
                or (2 or 3, "Retry" or "GiveUp"))
            .Select(verdict => $"{verdict.Key} {verdict.Value}")
            .ToList();
}
