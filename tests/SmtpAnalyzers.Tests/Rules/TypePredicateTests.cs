using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.CodeFixes;

namespace SmtpAnalyzers.Tests.Rules;

/// <summary>A predicate that judges an exception by its type: all replies of that type alike.</summary>
public sealed class TypePredicateTests
{
    private static readonly Verifier Retried = new("SMTP2001"), GivenUp = new("SMTP1001");

    public static readonly Cases AllRetried = new()
    {
        { "a pattern", "bool IsTransient(Exception ex) => ex is {|SMTP2001:SmtpCommandException|} or IOException or TimeoutException;" },
        { "is", "bool IsTransient(Exception ex) => ex is {|SMTP2001:SmtpCommandException|} || ex is IOException;" },
        { "a declaration", "bool IsTransient(Exception ex) => ex is {|SMTP2001:SmtpCommandException|} refused;" },
        { "an if", """
            bool ShouldRetry(Exception ex) {
                if (ex is {|SMTP2001:SmtpCommandException|}) return true;
                return ex is IOException;
            }
            """ },
        { "after a test for null", """
            bool ShouldRetry(Exception ex) {
                if (ex == null) return false;
                return ex is {|SMTP2001:SmtpCommandException|};
            }
            """ },
        { "an arm", """
            bool IsTransient(Exception ex) => ex switch {
                {|SMTP2001:SmtpCommandException|} => true, IOException => true, _ => false
            };
            """ },
        { "the arm of all others", """
            bool IsTransient(Exception ex) => ex switch { SmtpCommandException => false, _ => true };
            bool IsWorthRetrying(Exception ex) => ex switch {
                ArgumentException => false, System.Net.Mail.SmtpFailedRecipientException => false, _ => {|SMTP2001:true|}
            };
            """ },
        { "a base after a derived type", """
            bool IsTransient(Exception ex) => ex switch {
                System.Net.Mail.SmtpFailedRecipientException => false, {|SMTP2001:System.Net.Mail.SmtpException|} => true, _ => false
            };
            """ },
        { "a ternary",
            """
            bool IsTransient(Exception ex) =>
                ex is IOException ? true : ex is {|SMTP2001:SmtpCommandException|} ? true : false;
            """ },
        { "a section", """
            bool CanRetry(Exception ex) {
                switch (ex) { case {|SMTP2001:SmtpCommandException|}: return true; default: return false; }
            }
            """ },
        { "an element of a tuple", """
            (string Code, bool Retryable) Classify(Exception ex) => ex switch {
                TimeoutException => ("timeout", true), {|SMTP2001:SmtpCommandException|} => ("protocol", true), _ => ("unknown", false)
            };
            """ },
        { "an element of a tuple that may be missing", """
            (string Code, bool Retryable)? TryMap(Exception ex) => ex switch {
                IOException => ("network", true), {|SMTP2001:SmtpCommandException|} => ("protocol", true), _ => null
            };
            """ },
        { "a property of an answer", """
            record Failure(string Code, bool IsTransient);
            Failure Classify(Exception ex) => ex switch {
                IOException => new Failure("network", true), {|SMTP2001:SmtpCommandException|} => new Failure("protocol", true),
                _ => new Failure("unknown", false)
            };
            """ },
        { "a property that is set", """
            class Failure { public bool Retryable { get; set; } }
            Failure Classify(Exception ex) {
                if (ex is {|SMTP2001:SmtpCommandException|}) return new Failure { Retryable = true };
                return new Failure { Retryable = false };
            }
            """ },
        { "a lambda", "Func<Exception, bool> shouldRetry = ex => ex is {|SMTP2001:SmtpCommandException|};" },
    };

    public static readonly Cases AllGivenUp = new()
    {
        { "an element of a tuple", """
            (string Code, bool Retryable) Classify(Exception ex) => ex switch {
                TimeoutException => ("timeout", true), {|SMTP1001:SmtpCommandException|} => ("protocol", false), _ => ("unknown", false)
            };
            """ },
        { "a pattern", "bool IsPermanent(Exception ex) => ex is {|SMTP1001:SmtpCommandException|} or FormatException;" },
        { "an arm", "bool IsPermanent(Exception ex) => ex switch { {|SMTP1001:SmtpCommandException|} => true, _ => false };" },
        { "a section", """
            bool IsFatal(Exception ex) {
                switch (ex) { case {|SMTP1001:SmtpCommandException|}: return true; case IOException: return false; default: return true; }
            }
            """ },
    };

    // Nothing but greylisting makes a refused recipient worth another attempt.
    public static readonly Cases RecipientsGivenUp = new()
    {
        { "an arm", """
            bool IsTransient(Exception ex) => ex switch {
                {|SMTP1001:System.Net.Mail.SmtpFailedRecipientException|} => false, System.Net.Mail.SmtpException => true, _ => false
            };
            """ },
        { "an if", """
            bool ShouldRetry(Exception ex) {
                if (ex is {|SMTP1001:System.Net.Mail.SmtpFailedRecipientException|}) return false;
                return ex is IOException;
            }
            """ },
        { "the code is looked at", """
            bool IsTransient(Exception ex) => ex switch {
                System.Net.Mail.SmtpFailedRecipientException { StatusCode: >= (System.Net.Mail.SmtpStatusCode)500 } => false,
                System.Net.Mail.SmtpFailedRecipientException => true, _ => false
            };
            """ },
        { "another question", """
            bool IsConnectionProblem(Exception ex) => ex switch {
                System.Net.Mail.SmtpFailedRecipientException => false, IOException => true, _ => false
            };
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "the code is looked at before", """
            bool IsTransient(Exception ex) => ex switch {
                SmtpCommandException { StatusCode: >= (SmtpStatusCode)500 } => false, SmtpCommandException => true, _ => false
            };
            """ },
        { "the code is looked at then", """
            bool IsTransient(Exception ex) {
                if (ex is SmtpCommandException refused) return (int)refused.StatusCode / 100 == 4;
                return ex is IOException;
            }
            """ },
        { "another predicate looks at it", """
            bool IsTransient(Exception ex) => ex is SmtpCommandException refused && IsTransientCode((int)refused.StatusCode);
            bool IsTransientCode(int code) => code / 100 == 4;
            """ },
        { "the text is looked at before", """
            bool IsTransient(Exception ex) {
                if (ex.Message.Contains("quota")) return false;
                return ex is SmtpCommandException;
            }
            """ },
        { "what caused it is asked for, too", """
            bool IsTransient(Exception ex) {
                if (ex.InnerException == null) return false;
                return ex is SmtpCommandException;
            }
            """ },
        { "a setting decides", """
            bool retryRefused;
            bool IsTransient(Exception ex) { if (ex is SmtpCommandException && retryRefused) return true; return ex is IOException; }
            """ },
        { "a lost connection", "bool IsTransient(Exception ex) => ex is SmtpProtocolException or IOException;" },
        { "what is no reply is fatal", "bool IsFatal(Exception ex) => ex is not SmtpCommandException;" },
        { "are we offline?", "bool IsOffline(Exception ex) => ex is SmtpCommandException;" },
        { "a name that says nothing", "bool IsMailProblem(Exception ex) => ex is SmtpCommandException or SmtpProtocolException;" },
        { "not a bool", "Verdict IsTransient(Exception ex) => ex is SmtpCommandException ? Verdict.Other : Verdict.Sent;" },
        { "another library's exception", """
            class SmtpException : Exception { }
            bool IsTransient(Exception ex) => ex is SmtpException;
            """ },
    };

    public static readonly FixCases Fixes = new()
    {
        {
            "a pattern",
            "bool IsTransient(Exception ex) => ex is {|SMTP2001:SmtpCommandException|} or IOException;",
            "bool IsTransient(Exception ex) => "
                + "ex is SmtpCommandException { StatusCode: >= (SmtpStatusCode)400 and < (SmtpStatusCode)500 } or IOException;"
        },
        {
            "an if",
            "bool IsTransient(Exception ex) { if (ex is {|SMTP2001:SmtpCommandException|}) return true; return false; }",
            "bool IsTransient(Exception ex) { "
                + "if (ex is SmtpCommandException { StatusCode: >= (SmtpStatusCode)400 and < (SmtpStatusCode)500 }) return true; "
                + "return false; }"
        },
        {
            "an arm",
            "bool IsTransient(Exception ex) => ex switch { {|SMTP2001:SmtpCommandException|} => true, IOException => true, _ => false };",
            "bool IsTransient(Exception ex) => ex switch { "
                + "SmtpCommandException { StatusCode: >= (SmtpStatusCode)400 and < (SmtpStatusCode)500 } => true, "
                + "IOException => true, _ => false };"
        },
        {
            "no reply at all is retried as before",
            "bool IsTransient(Exception ex) => ex is {|SMTP2001:System.Net.Mail.SmtpException|};",
            "bool IsTransient(Exception ex) => ex is System.Net.Mail.SmtpException { StatusCode: < (System.Net.Mail.SmtpStatusCode)500 };"
        },
    };

    [Theory, MemberData(nameof(AllRetried))]
    public Task Retries_every_refusal(string member) => Retried.MailKit(member);

    [Theory, MemberData(nameof(AllGivenUp))]
    public Task Gives_up_on_every_refusal(string member) => GivenUp.MailKit(member);

    [Theory, MemberData(nameof(RecipientsGivenUp))]
    public Task Gives_up_on_every_refused_recipient(string member) => GivenUp.MailKit(member);

    [Theory, MemberData(nameof(Silent))]
    public async Task Silent_where_more_is_asked(string member)
    {
        await Retried.MailKit(member);
        await GivenUp.MailKit(member);
    }

    [Theory, MemberData(nameof(Fixes))]
    public Task Only_4xx_is_retried(string member, string mended) => Retried.Fix(member, mended);

    [Fact]
    public Task The_loop_that_asks_draws_no_other_finding()
    {
        const string Loop = """
            void Send() {
                for (var i = 0; ; i++) {
                    try { client.Send(message); return; }
                    catch (Exception ex) when (i < 3 && IsTransient(ex)) { Thread.Sleep(60_000); }
                }
            }

            """;
        return Retried.SystemNetMailFix(
            Loop + "bool IsTransient(Exception ex) => ex is {|SMTP2001:SmtpException|} or IOException;",
            Loop + "bool IsTransient(Exception ex) => ex is SmtpException { StatusCode: < (SmtpStatusCode)500 } or IOException;");
    }

    [Fact]
    public Task Only_4xx_is_retried_in_CSharp_7_3() => Retried.Fix(
        "bool IsTransient(Exception ex) => ex is {|SMTP2001:SmtpCommandException|} || ex is IOException;",
        "bool IsTransient(Exception ex) => "
            + "ex is SmtpCommandException refused && (int)refused.StatusCode / 100 == 4 || ex is IOException;",
        LanguageVersion.CSharp7_3);
}
