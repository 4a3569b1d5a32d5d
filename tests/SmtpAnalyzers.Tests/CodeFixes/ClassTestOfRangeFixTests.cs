using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>A range gives way to a test for the class.</summary>
public sealed class ClassTestOfRangeFixTests
{
    public static readonly FixCases Ranges = new()
    {
        {
            "a lower bound",
            "bool IsPermanent(SmtpStatusCode code) => (int)code >= {|SMTP1001:400|};",
            "bool IsPermanent(SmtpStatusCode code) => (int)code is >= 500 and < 600;"
        },
        {
            "a space after the cast",
            "bool IsPermanent(SmtpStatusCode code) => (int) code >= {|SMTP1001:400|};",
            "bool IsPermanent(SmtpStatusCode code) => (int) code is >= 500 and < 600;"
        },
        {
            "the bound first",
            "bool IsPermanent(SmtpStatusCode code) => {|SMTP1001:400|} <= (int)code;",
            "bool IsPermanent(SmtpStatusCode code) => (int)code is >= 500 and < 600;"
        },
        {
            "both bounds",
            "bool IsPermanent(SmtpStatusCode code) => (int)code >= {|SMTP1001:400|} && (int)code < 600;",
            "bool IsPermanent(SmtpStatusCode code) => (int)code is >= 500 and < 600;"
        },
        {
            "a local",
            """
            bool IsPermanent(SmtpCommandException ex)
            {
                var code = (int)ex.StatusCode;
                return code >= {|SMTP1001:400|} && code < 600;
            }
            """,
            """
            bool IsPermanent(SmtpCommandException ex)
            {
                var code = (int)ex.StatusCode;
                return code is >= 500 and < 600;
            }
            """
        },
        {
            "a member as the bound",
            "bool IsPermanent(SmtpCommandException ex) => ex.StatusCode >= {|SMTP1001:SmtpStatusCode.ServiceNotAvailable|};",
            "bool IsPermanent(SmtpCommandException ex) => (int)ex.StatusCode is >= 500 and < 600;"
        },
        {
            "a member as the bound in a pattern",
            "bool IsPermanent(SmtpCommandException ex) => ex.StatusCode is >= {|SMTP1001:SmtpStatusCode.ServiceNotAvailable|};",
            "bool IsPermanent(SmtpCommandException ex) => (int)ex.StatusCode is >= 500 and < 600;"
        },
        {
            "both bounds in a pattern",
            "bool IsPermanent(SmtpStatusCode code) => (int)code is >= {|SMTP1001:400|} and <= 599;",
            "bool IsPermanent(SmtpStatusCode code) => (int)code is >= 500 and < 600;"
        },
        {
            "a property pattern",
            "bool IsPermanent(SmtpCommandException ex) => ex is { StatusCode: >= {|SMTP1001:(SmtpStatusCode)400|} };",
            "bool IsPermanent(SmtpCommandException ex) => ex is { StatusCode: >= (SmtpStatusCode)500 and < (SmtpStatusCode)600 };"
        },
        {
            "a property pattern, with a space after the cast",
            "bool IsPermanent(SmtpCommandException ex) => ex is { StatusCode: >= {|SMTP1001:(SmtpStatusCode) 400|} };",
            "bool IsPermanent(SmtpCommandException ex) => ex is { StatusCode: >= (SmtpStatusCode) 500 and < (SmtpStatusCode) 600 };"
        },
        {
            "an arm",
            """
            Verdict Of(SmtpStatusCode code) => code switch
            {
                >= {|SMTP1001:SmtpStatusCode.ServiceNotAvailable|} => Verdict.Permanent,
                _ => Verdict.Other,
            };
            """,
            """
            Verdict Of(SmtpStatusCode code) => code switch
            {
                >= (SmtpStatusCode)500 and < (SmtpStatusCode)600 => Verdict.Permanent,
                _ => Verdict.Other,
            };
            """
        },
        {
            "a case of both classes",
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch ((int)code)
                {
                    case 421:
                        return Verdict.Retry;
                    case >= {|SMTP1001:400|} and < 600:
                        return Verdict.Permanent;
                    default:
                        return Verdict.Other;
                }
            }
            """,
            """
            Verdict Of(SmtpStatusCode code)
            {
                switch ((int)code)
                {
                    case 421:
                        return Verdict.Retry;
                    case >= 500 and < 600:
                        return Verdict.Permanent;
                    default:
                        return Verdict.Other;
                }
            }
            """
        },
        {
            "a constant of the user's",
            """
            const int FirstFailure = 400;
            bool IsPermanent(SmtpStatusCode code) => (int)code >= {|SMTP1001:FirstFailure|};
            """,
            """
            const int FirstFailure = 400;
            bool IsPermanent(SmtpStatusCode code) => (int)code is >= 500 and < 600;
            """
        },
        {
            "Convert.ToInt32",
            "bool IsPermanent(SmtpStatusCode code) => Convert.ToInt32(code) >= {|SMTP1001:400|};",
            "bool IsPermanent(SmtpStatusCode code) => Convert.ToInt32(code) is >= 500 and < 600;"
        },
        {
            "a code that may be null",
            "bool IsPermanent(SmtpStatusCode? code) => code >= {|SMTP1001:SmtpStatusCode.ServiceNotAvailable|};",
            "bool IsPermanent(SmtpStatusCode? code) => (int?)code is >= 500 and < 600;"
        },
        {
            "a number that may be null",
            "bool IsPermanent(Exception ex) => (int?)(ex as SmtpCommandException)?.StatusCode >= {|SMTP1001:400|};",
            "bool IsPermanent(Exception ex) => (int?)(ex as SmtpCommandException)?.StatusCode is >= 500 and < 600;"
        },
        {
            "a member that may be null",
            """
            bool IsPermanent(Exception ex) =>
                (ex as SmtpCommandException)?.StatusCode >= {|SMTP1001:SmtpStatusCode.ServiceNotAvailable|};
            """,
            """
            bool IsPermanent(Exception ex) =>
                (int?)(ex as SmtpCommandException)?.StatusCode is >= 500 and < 600;
            """
        },
        {
            "an upper bound",
            "bool IsTransient(SmtpStatusCode code) => (int)code < {|SMTP1003:500|};",
            "bool IsTransient(SmtpStatusCode code) => (int)code is >= 400 and < 500;"
        },
        {
            "a range beside a comparison",
            """
            bool IsPermanent(SmtpCommandException ex) =>
                ex.StatusCode == SmtpStatusCode.MailboxUnavailable || (int)ex.StatusCode >= {|SMTP1001:400|} && (int)ex.StatusCode < 500;
            """,
            """
            bool IsPermanent(SmtpCommandException ex) =>
                (int)ex.StatusCode is >= 500 and < 600;
            """
        },
    };

    public static readonly FixCases Places = new()
    {
        {
            "a filter",
            """
            void Send()
            {
                try
                {
                    client.Send(message);
                }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode >= {|SMTP1001:400|})
                {
                    queue.DeadLetter(message);
                }
            }
            """,
            """
            void Send()
            {
                try
                {
                    client.Send(message);
                }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 500 and < 600)
                {
                    queue.DeadLetter(message);
                }
            }
            """
        },
        {
            "beside an attempt count",
            """
            void Send()
            {
                for (var attempt = 1; ; attempt++)
                {
                    try { client.Send(message); return; }
                    catch (SmtpCommandException ex) when (attempt < 5 && (int)ex.StatusCode >= {|SMTP1002:400|} && (int)ex.StatusCode < 600)
                    {
                        Thread.Sleep(TimeSpan.FromMinutes(30));
                    }
                }
            }
            """,
            """
            void Send()
            {
                for (var attempt = 1; ; attempt++)
                {
                    try { client.Send(message); return; }
                    catch (SmtpCommandException ex) when (attempt < 5 && (int)ex.StatusCode is >= 400 and < 500)
                    {
                        Thread.Sleep(TimeSpan.FromMinutes(30));
                    }
                }
            }
            """
        },
        {
            "beside other exceptions",
            """
            bool ShouldRetry(Exception ex) =>
                ex is IOException || (ex is SmtpCommandException smtp && (int)smtp.StatusCode >= {|SMTP1002:400|});
            """,
            """
            bool ShouldRetry(Exception ex) =>
                ex is IOException || (ex is SmtpCommandException smtp && (int)smtp.StatusCode is >= 400 and < 500);
            """
        },
        {
            "a conditional expression",
            "Verdict Of(SmtpCommandException ex) => (int)ex.StatusCode >= {|SMTP1001:400|} ? Verdict.Permanent : Verdict.Other;",
            "Verdict Of(SmtpCommandException ex) => (int)ex.StatusCode is >= 500 and < 600 ? Verdict.Permanent : Verdict.Other;"
        },
        {
            "both sides of it wrong",
            """
            Verdict Of(SmtpCommandException ex) =>
                (int)ex.StatusCode < {|SMTP1001:500|} ? Verdict.Permanent : {|SMTP1002:Verdict.Retry|};
            """,
            """
            Verdict Of(SmtpCommandException ex) =>
                (int)ex.StatusCode is not (>= 400 and < 500) ? Verdict.Permanent : Verdict.Retry;
            """
        },
        {
            "a guard clause",
            """
            Verdict On(SmtpCommandException ex)
            {
                if ((int)ex.StatusCode >= {|SMTP1001:400|}) return Verdict.Permanent; // refused
                return Verdict.Other;
            }
            """,
            """
            Verdict On(SmtpCommandException ex)
            {
                if ((int)ex.StatusCode is >= 500 and < 600) return Verdict.Permanent; // refused
                return Verdict.Other;
            }
            """
        },
        {
            "the classes of HTTP in a ladder of ifs",
            """
            Verdict Of(SmtpStatusCode code)
            {
                if ((int)code >= {|SMTP1002:500|})
                    return Verdict.Retry; // server error
                if ((int)code >= {|SMTP1001:400|})
                    return Verdict.Permanent; // client error
                return Verdict.Sent;
            }
            """,
            """
            Verdict Of(SmtpStatusCode code)
            {
                if ((int)code is >= 400 and < 500)
                    return Verdict.Retry; // server error
                if ((int)code is >= 500 and < 600)
                    return Verdict.Permanent; // client error
                return Verdict.Sent;
            }
            """
        },
        {
            "a predicate for Polly",
            "object Handled => Polly.Policy.Handle<IOException>().Or<SmtpCommandException>(ex => (int)ex.StatusCode >= {|SMTP1002:400|});",
            "object Handled => Polly.Policy.Handle<IOException>().Or<SmtpCommandException>(ex => (int)ex.StatusCode is >= 400 and < 500);"
        },
        {
            "Polly's options",
            """
            object Options => new Polly.Retry.RetryStrategyOptions
            {
                ShouldHandle = new Polly.PredicateBuilder().Handle<SmtpCommandException>(ex => (int)ex.StatusCode >= {|SMTP1002:400|}),
                Delay = TimeSpan.FromMinutes(5),
            };
            """,
            """
            object Options => new Polly.Retry.RetryStrategyOptions
            {
                ShouldHandle = new Polly.PredicateBuilder().Handle<SmtpCommandException>(ex => (int)ex.StatusCode is >= 400 and < 500),
                Delay = TimeSpan.FromMinutes(5),
            };
            """
        },
        {
            "a flag",
            """
            void On(SmtpCommandException ex)
            {
                var isTransient = ex.StatusCode == SmtpStatusCode.MailboxBusy
                    || ex.StatusCode == {|SMTP1002:SmtpStatusCode.MailboxUnavailable|}; // try again
                if (isTransient)
                    queue.Requeue(message);
            }
            """,
            """
            void On(SmtpCommandException ex)
            {
                var isTransient = (int)ex.StatusCode is >= 400 and < 500; // try again
                if (isTransient)
                    queue.Requeue(message);
            }
            """
        },
    };

    public static readonly FixCases Digits = new()
    {
        {
            "anything but the positive class",
            "bool IsPermanent(SmtpStatusCode code) => (int)code / 100 != {|SMTP1001:2|};",
            "bool IsPermanent(SmtpStatusCode code) => (int)code / 100 == 5;"
        },
        {
            "divided, from 4 on",
            "bool IsPermanent(SmtpStatusCode code) => (int)code / 100 >= {|SMTP1001:4|};",
            "bool IsPermanent(SmtpStatusCode code) => (int)code / 100 == 5;"
        },
        {
            "divided, the wrong one",
            "bool IsPermanent(SmtpStatusCode code) => (int)code / 100 == {|SMTP1001:4|};",
            "bool IsPermanent(SmtpStatusCode code) => (int)code / 100 == 5;"
        },
    };

    [Theory, MemberData(nameof(Ranges))]
    public Task Tests_for_the_class_in_place_of_a_range(string source, string mended) => Verify.Fix(source, mended);

    [Theory, MemberData(nameof(Places))]
    public Task Tests_for_the_class_wherever_the_range_stands(string source, string mended) => Verify.Fix(source, mended);

    [Theory, MemberData(nameof(Digits))]
    public Task Tests_for_the_first_digit(string source, string mended) => Verify.Fix(source, mended);
}
