using System.Collections.Immutable;

namespace SmtpAnalyzers.Tests.Oracle;

/// <summary>
/// The grammar of programs that decide what becomes of the mail, wrongly as often as not: the lists, ranges and labels that mailers are
/// written with.
/// </summary>
internal static class Mailers
{
    public static readonly ImmutableArray<Shape> Shapes =
    [
        new("program", "permanent predicate", """
            static bool IsPermanent(SmtpStatusCode code) => @test[code:code];
            public static Verdict Run(SmtpStatusCode code) => IsPermanent(code) ? Verdict.GiveUp : Verdict.Other;
            """),
        new("program", "transient predicate", """
            static bool IsTransient(SmtpStatusCode code) => @test[code:code];
            public static Verdict Run(SmtpStatusCode code) => IsTransient(code) ? Verdict.Retry : Verdict.Other;
            """) { Weight = 2 },
        new("program", "predicate of the exception", """
            static bool ShouldRetry(SmtpCommandException ex)
            {
                if (@test[code:ex.StatusCode])
                    return true;
                return @test[code:ex.StatusCode];
            }
            public static Verdict Run(SmtpStatusCode code) =>
                ShouldRetry(new SmtpCommandException(SmtpErrorCode.UnexpectedStatusCode, code, "")) ? Verdict.Retry : Verdict.Other;
            """),
        new("program", "list", """
            static readonly HashSet<SmtpStatusCode> Retryable = new HashSet<SmtpStatusCode>
            {
                @reply,
                @reply,
                @reply,
            };
            static bool ShouldRetry(SmtpStatusCode code) => Retryable.Contains(code);
            public static Verdict Run(SmtpStatusCode code) => ShouldRetry(code) ? Verdict.Retry : Verdict.Other;
            """),
        new("program", "array of numbers", """
            static readonly int[] PermanentCodes = { @replynumber, @replynumber };
            static bool IsPermanent(SmtpStatusCode code) => ((IList<int>)PermanentCodes).Contains((int)code);
            public static Verdict Run(SmtpStatusCode code) => IsPermanent(code) ? Verdict.GiveUp : Verdict.Other;
            """),
        new("program", "flags", """
            public static Verdict Run(SmtpStatusCode code)
            {
                var shouldRetry = @test[code:code];
                var isPermanent = @test[code:code];
                if (shouldRetry)
                    return Verdict.Retry;
                return isPermanent ? Verdict.GiveUp : Verdict.Other;
            }
            """),
        new("program", "ladder", """
            public static Verdict Run(SmtpStatusCode code)
            {
                if (@test[code:code])
                    return Verdict.@verdict;
                if (@test[code:code])
                    return Verdict.@verdict;
                return Verdict.@verdict;
            }
            """) { Weight = 2 },
        new("program", "else", """
            public static Verdict Run(SmtpStatusCode code)
            {
                if (@test[code:code])
                {
                    return Verdict.@verdict;
                }
                else
                {
                    return Verdict.@verdict;
                }
            }
            """),
        new("program", "switch", """
            public static Verdict Run(SmtpStatusCode code)
            {
                switch (code)
                {
                    case @case:
                    case @case:
                    case @case:
                        return Verdict.@verdict;
                    case @case:
                    case @case:
                        return Verdict.@verdict;
                    default:
                        return Verdict.@verdict;
                }
            }
            """) { Weight = 2 },
        new("program", "switch on the class", """
            public static Verdict Run(SmtpStatusCode code)
            {
                switch ((int)code / 100)
                {
                    case 4:
                        return Verdict.@verdict;
                    case 5:
                        return Verdict.@verdict;
                    default:
                        return Verdict.Other;
                }
            }
            """),
        new("program", "arms", """
            public static Verdict Run(SmtpStatusCode code) => code switch
            {
                @case or @case => Verdict.@verdict,
                @case => Verdict.@verdict,
                @case or @case or @case => Verdict.@verdict,
                _ => Verdict.@verdict,
            };
            """) { Weight = 2 },
        new("program", "arms of ranges", """
            public static Verdict Run(SmtpStatusCode code) => (int)code switch
            {
                >= @bound and < @bound => Verdict.@verdict,
                >= @cut => Verdict.@verdict,
                _ => Verdict.@verdict,
            };
            """),
        new("program", "filters", """
            static void Send(SmtpStatusCode code) => throw new SmtpCommandException(SmtpErrorCode.UnexpectedStatusCode, code, "");
            public static Verdict Run(SmtpStatusCode code)
            {
                try
                {
                    Send(code);
                    return Verdict.Delivered;
                }
                catch (SmtpCommandException ex) when (@test[code:ex.StatusCode])
                {
                    return Verdict.@verdict;
                }
                catch (SmtpCommandException)
                {
                    return Verdict.@verdict;
                }
            }
            """),
        new("program", "choice", """
            public static Verdict Run(SmtpStatusCode code) => @test[code:code] ? Verdict.@verdict : @test[code:code]
                ? Verdict.@verdict : Verdict.@verdict;
            """),

        new("test", "one", "@code == @reply"),
        new("test", "two", "@code == @reply || @code == @reply") { Weight = 2 },
        new("test", "three", "@code == @reply || @code == @reply || @code == @reply") { Weight = 2 },
        new("test", "numbers", "(int)@code == @replynumber || (int)@code == @replynumber"),
        new("test", "pattern", "@code is @reply or @reply") { Weight = 2 },
        new("test", "pattern of three", "@code is @reply or @reply or @reply"),
        new("test", "from", "(int)@code >= @bound") { Weight = 2 },
        new("test", "from a member", "@code >= @boundmember"),
        new("test", "below", "(int)@code < @bound"),
        new("test", "range", "(int)@code >= @bound && (int)@code < @bound") { Weight = 2 },
        new("test", "range pattern", "(int)@code is >= @bound and < @bound"),
        new("test", "class", "(int)@code / 100 == @class") { Weight = 2 },
        new("test", "classes", "(int)@code / 100 == @class || (int)@code / 100 == @class"),
        new("test", "class and a name", "(int)@code / 100 == @class || @code == @reply"),
        new("test", "class without a name", "(int)@code / 100 == @class && @code != @reply"),
        new("test", "list", "new[] { @reply, @reply, @reply }.Contains(@code)"),
        new("test", "not", "!(@test)"),
        new("test", "or", "(@test) || (@test)"),
    ];
}
