using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.CodeFixes;

namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP3002_StepAsVerdictTests
{
    // What the fix adds.
    private const string Test = "(int)ex.StatusCode is >= 500 and < 600", Pattern = ">= (SmtpStatusCode)500 and < (SmtpStatusCode)600";

    public static readonly Cases Positives = new()
    {
        { "a refused recipient is permanent", """
            bool IsPermanent(SmtpCommandException ex) =>
                {|SMTP3002:ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted|};
            """ },
        { "the constant first", """
            bool IsPermanent(SmtpCommandException ex) =>
                {|SMTP3002:SmtpErrorCode.RecipientNotAccepted == ex.ErrorCode|};
            """ },
        { "two steps", """
            bool IsPermanent(SmtpCommandException ex) => {|SMTP3002:ex.ErrorCode is SmtpErrorCode.RecipientNotAccepted
                or SmtpErrorCode.SenderNotAccepted|};
            """ },
        { "beside the class", """
            bool IsPermanent(SmtpCommandException ex) => {|SMTP3002:ex.ErrorCode is SmtpErrorCode.RecipientNotAccepted
                or SmtpErrorCode.SenderNotAccepted|} || (int)ex.StatusCode >= 500;
            """ },
        { "two comparisons", """
            bool IsPermanent(SmtpCommandException ex) =>
                {|SMTP3002:ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted|}
                || {|SMTP3002:ex.ErrorCode == SmtpErrorCode.SenderNotAccepted|};
            """ },
        { "a refused message is retried", """
            bool ShouldRetry(SmtpCommandException ex) =>
                {|SMTP3002:ex.ErrorCode == SmtpErrorCode.MessageNotAccepted|};
            """ },
        { "an if", """
            void On(SmtpCommandException ex) {
                if ({|SMTP3002:ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted|}) queue.DeadLetter(message);
                else queue.Requeue(message);
            }
            """ },
        { "an arm", """
            Verdict Of(SmtpCommandException ex) => ex.ErrorCode switch {
                {|SMTP3002:SmtpErrorCode.RecipientNotAccepted|} => Verdict.Permanent, _ => Verdict.Other
            };
            """ },
        { "arms for all", """
            Verdict Of(SmtpCommandException ex) => ex.ErrorCode switch
            {
                {|SMTP3002:SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.SenderNotAccepted|} => Verdict.Permanent,
                {|SMTP3002:SmtpErrorCode.MessageNotAccepted|} => Verdict.Retry,
                _ => Verdict.Other,
            };
            """ },
        { "a case", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex)
                {
                    switch (ex.ErrorCode)
                    {
                        {|SMTP3002:case SmtpErrorCode.RecipientNotAccepted:|} queue.DeadLetter(message); break;
                        {|SMTP3002:case SmtpErrorCode.MessageNotAccepted:|} queue.Requeue(message); break;
                        default: log.Info(ex.Message); break;
                    }
                }
            }
            """ },
        { "a filter", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when ({|SMTP3002:ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted|}) {
                    queue.DeadLetter(message);
                }
            }
            """ },
        { "a property pattern", """
            Verdict Of(Exception ex) => ex switch {
                SmtpCommandException {
                    {|SMTP3002:ErrorCode: SmtpErrorCode.RecipientNotAccepted|}
                } => Verdict.Permanent, _ => Verdict.Other
            };
            """ },
        { "a local", """
            void On(SmtpCommandException ex) {
                var step = ex.ErrorCode;
                if ({|SMTP3002:step == SmtpErrorCode.RecipientNotAccepted|}) queue.DeadLetter(message);
            }
            """ },
        { "a pattern after one that looks at the code", """
            Verdict Of(Exception ex) => ex switch {
                SmtpCommandException {
                    StatusCode: SmtpStatusCode.MailboxUnavailable, ErrorCode: SmtpErrorCode.RecipientNotAccepted
                } =>
                    Verdict.Permanent,
                    SmtpCommandException { {|SMTP3002:ErrorCode: SmtpErrorCode.RecipientNotAccepted|} } =>
                    Verdict.Permanent, _ => Verdict.Other
            };
            """ },
        { "a comparison after one with the code", """
            bool IsPermanent(SmtpCommandException ex) => (ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted
                && ex.StatusCode == SmtpStatusCode.MailboxUnavailable)
                || {|SMTP3002:ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted|};
            """ },
        { "a list", """
            static readonly SmtpErrorCode[] Final = [SmtpErrorCode.RecipientNotAccepted];
            bool IsPermanent(SmtpCommandException ex) => {|SMTP3002:Final.Contains(ex.ErrorCode)|};
            """ },
        { "an exception that says so", """
            void On(SmtpCommandException ex) {
                if ({|SMTP3002:ex.ErrorCode == SmtpErrorCode.SenderNotAccepted|})
                    throw new PermanentDeliveryException(ex.Message);
            }
            """ },
        { "a lambda", """
            Func<SmtpCommandException, bool> isPermanent = ex =>
                {|SMTP3002:ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted|};
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "the class in the condition", """
            bool IsPermanent(SmtpCommandException ex) => ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted
                && (int)ex.StatusCode >= 500;
            """ },
        { "a code in the condition", """
            bool IsPermanent(SmtpCommandException ex) => ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted
                && ex.StatusCode == SmtpStatusCode.MailboxUnavailable;
            """ },
        { "a code in the pattern", """
            Verdict Of(Exception ex) => ex switch {
                SmtpCommandException {
                    ErrorCode: SmtpErrorCode.RecipientNotAccepted, StatusCode: SmtpStatusCode.MailboxUnavailable
                } => Verdict.Permanent, _ => Verdict.Other
            };
            """ },
        { "the class before", """
            Verdict Of(SmtpCommandException ex) {
                if ((int)ex.StatusCode < 500) return Verdict.Retry;
                return ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted ? Verdict.Permanent : Verdict.Other;
            }
            """ },
        { "the class after", """
            Verdict Of(SmtpCommandException ex) {
                if (ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted) return (int)ex.StatusCode >= 500
                    ? Verdict.Permanent : Verdict.Retry;
                return Verdict.Other;
            }
            """ },
        { "the class in an earlier filter", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode < 500) { queue.Requeue(message); }
                catch (SmtpCommandException ex) when (ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted) { queue.DeadLetter(message); }
            }
            """ },
        { "the class in a when", """
            Verdict Of(SmtpCommandException ex) => ex.ErrorCode switch {
                SmtpErrorCode.RecipientNotAccepted when (int)ex.StatusCode >= 500 => Verdict.Permanent, _ =>
                    Verdict.Other
            };
            """ },
        { "a helper that knows", """
            bool IsPermanent(SmtpCommandException ex) => true;
            void On(SmtpCommandException ex) {
                if (ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted && IsPermanent(ex)) queue.DeadLetter(message);
            }
            """ },
        { "the text too", """
            void On(SmtpCommandException ex) {
                if (ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted && ex.Message.Contains("5.1.1"))
                    queue.DeadLetter(message);
            }
            """ },
        { "an attempt count", """
            void On(SmtpCommandException ex, int attempt) {
                if (ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted && attempt > 5) queue.DeadLetter(message);
            }
            """ },
        { "wording", """
            string Of(SmtpCommandException ex) => ex.ErrorCode switch {
                SmtpErrorCode.RecipientNotAccepted => $"The recipient {ex.Mailbox} was refused.", _ => ex.Message
            };
            """ },
        { "which address to show", """
            void On(SmtpCommandException ex) {
                if (ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted) log.Info("refused: " + ex.Mailbox);
            }
            """ },
        { "was anything sent yet?", """
            bool NothingSent(SmtpCommandException ex) => ex.ErrorCode is SmtpErrorCode.SenderNotAccepted
                or SmtpErrorCode.RecipientNotAccepted;
            """ },
        { "a failure without a word on retrying", """
            void On(SmtpCommandException ex) {
                if (ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted)
                    throw new InvalidOperationException(ex.Message, ex);
            }
            """ },
        { "the code of another type", """
            enum ErrorCode { Bounced }
            class Other { public ErrorCode ErrorCode; }
            bool IsPermanent(Other ex) => ex.ErrorCode == ErrorCode.Bounced;
            """ },
        { "both outcomes", """
            void On(SmtpCommandException ex) {
                if (ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted) {
                    queue.DeadLetter(message); queue.Requeue(message);
                }
            }
            """ },
    };

    public static readonly FixCases Fixes = new()
    {
        {
            "a comparison",
            """
            bool IsPermanent(SmtpCommandException ex) =>
                {|SMTP3002:ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted|};
            """,
            """
            bool IsPermanent(SmtpCommandException ex) =>
                ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)ex.StatusCode is >= 500 and < 600;
            """
        },
        {
            "beside the class",
            """
            bool IsPermanent(SmtpCommandException ex) =>
                {|SMTP3002:ex.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.SenderNotAccepted|}
                    || (int)ex.StatusCode >= 500;
            """,
            $$"""
            bool IsPermanent(SmtpCommandException ex) =>
                (ex.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.SenderNotAccepted && {{Test}})
                    || (int)ex.StatusCode >= 500;
            """
        },
        {
            "a case and an arm",
            """
            void On(SmtpCommandException ex)
            {
                switch (ex.ErrorCode)
                {
                    {|SMTP3002:case SmtpErrorCode.RecipientNotAccepted:|} // refused
                        queue.DeadLetter(message);
                        break;
                    {|SMTP3002:case SmtpErrorCode.MessageNotAccepted:|}
                        queue.Requeue(message);
                        break;
                }
            }

            Verdict Of(SmtpCommandException ex) => ex.ErrorCode switch
            {
                {|SMTP3002:SmtpErrorCode.RecipientNotAccepted|} => Verdict.Permanent,
                _ => Verdict.Other,
            };
            """,
            """
            void On(SmtpCommandException ex)
            {
                switch (ex.ErrorCode)
                {
                    case SmtpErrorCode.RecipientNotAccepted when (int)ex.StatusCode is >= 500 and < 600: // refused
                        queue.DeadLetter(message);
                        break;
                    case SmtpErrorCode.MessageNotAccepted when (int)ex.StatusCode is >= 400 and < 500:
                        queue.Requeue(message);
                        break;
                }
            }

            Verdict Of(SmtpCommandException ex) => ex.ErrorCode switch
            {
                SmtpErrorCode.RecipientNotAccepted when (int)ex.StatusCode is >= 500 and < 600 => Verdict.Permanent,
                _ => Verdict.Other,
            };
            """
        },
        {
            "a property pattern",
            """
            Verdict Of(Exception ex) => ex switch
            {
                SmtpCommandException { {|SMTP3002:ErrorCode: SmtpErrorCode.RecipientNotAccepted|} } => Verdict.Permanent,
                _ => Verdict.Other
            };
            """,
            $$"""
            Verdict Of(Exception ex) => ex switch
            {
                SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted, StatusCode: {{Pattern}} } => Verdict.Permanent,
                _ => Verdict.Other
            };
            """
        },
        {
            "a local of the exception at hand",
            """
            void On(SmtpCommandException ex)
            {
                var step = ex.ErrorCode;
                if ({|SMTP3002:step == SmtpErrorCode.RecipientNotAccepted|}) queue.DeadLetter(message);
            }
            """,
            """
            void On(SmtpCommandException ex)
            {
                var step = ex.ErrorCode;
                if (step == SmtpErrorCode.RecipientNotAccepted && (int)ex.StatusCode is >= 500 and < 600) queue.DeadLetter(message);
            }
            """
        },
        {
            "a list",
            """
            static readonly SmtpErrorCode[] Final = [SmtpErrorCode.RecipientNotAccepted];
            bool IsPermanent(SmtpCommandException ex) =>
                {|SMTP3002:Final.Contains(ex.ErrorCode)|};
            """,
            """
            static readonly SmtpErrorCode[] Final = [SmtpErrorCode.RecipientNotAccepted];
            bool IsPermanent(SmtpCommandException ex) =>
                Final.Contains(ex.ErrorCode) && (int)ex.StatusCode is >= 500 and < 600;
            """
        },
        {
            "a guard that lets it go on",
            """
            Verdict Of(SmtpCommandException ex)
            {
                if ({|SMTP3002:ex.ErrorCode != SmtpErrorCode.RecipientNotAccepted|})
                    return Verdict.Other;
                return Verdict.Permanent;
            }
            """,
            """
            Verdict Of(SmtpCommandException ex)
            {
                if (ex.ErrorCode != SmtpErrorCode.RecipientNotAccepted || (int)ex.StatusCode is < 500 or >= 600)
                    return Verdict.Other;
                return Verdict.Permanent;
            }
            """
        },
        {
            "an exception that may be null",
            """
            bool IsPermanent(SmtpCommandException ex) =>
                {|SMTP3002:ex?.ErrorCode == SmtpErrorCode.RecipientNotAccepted|};
            """,
            """
            bool IsPermanent(SmtpCommandException ex) =>
                ex?.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)ex.StatusCode is >= 500 and < 600;
            """
        },
    };

    [Theory, MemberData(nameof(Positives))]
    public Task Reported(string member) => Verify.Exceptions.MailKit(member);

    [Theory, MemberData(nameof(Silent))]
    public Task Not_reported(string member) => Verify.Exceptions.MailKit(member);

    [Theory, MemberData(nameof(Fixes))]
    public Task Mended(string member, string mended) => Verify.Exceptions.Fix(member, mended);

    [Fact]
    public Task Mended_in_CSharp_7_3() => Verify.Exceptions.Fix(
        """
        void On(SmtpCommandException ex)
        {
            if ({|SMTP3002:ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted|}) queue.DeadLetter(message);
        }
        """,
        """
        void On(SmtpCommandException ex)
        {
            if (ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)ex.StatusCode / 100 == 5) queue.DeadLetter(message);
        }
        """,
        LanguageVersion.CSharp7_3);

    [Fact]
    public Task In_top_level_statements()
    {
        var test = Verify.Exceptions.Test(
            """
            using MailKit.Net.Smtp;

            SmtpCommandException ex = null;
            var isPermanent = {|SMTP3002:ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted|};
            System.Console.WriteLine(isPermanent);
            """);
        test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication;
        return test.RunAsync();
    }
}
