using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>
/// What the fix of SMTP2001 makes of a retry: 5xx takes the way of a message whose attempts are used up, everything else is retried as
/// before.
/// </summary>
public sealed class RetryFixTests
{
    private const string Polly = "using Polly; using Polly.Retry;\n";

    public static readonly FixCases Handlers = new()
    {
        {
            "an element of a tuple, which keeps the rest of the answer",
            """
            (string Code, bool Retryable)? Map(Exception ex) => ex switch {
                {|SMTP2001:SmtpCommandException|} => ("protocol", true), _ => null
            };
            """,
            """
            (string Code, bool Retryable)? Map(Exception ex) => ex switch {
                SmtpCommandException refused => ("protocol", (int)refused.StatusCode is >= 400 and < 500), _ => null
            };
            """
        },
        {
            "a property of an answer, which keeps the others",
            """
            record Failure(string Code, bool IsTransient);
            Failure Of(Exception ex) => ex switch {
                {|SMTP2001:SmtpCommandException|} => new Failure("protocol", true),
                _ => new Failure("unknown", false)
            };
            """,
            """
            record Failure(string Code, bool IsTransient);
            Failure Of(Exception ex) => ex switch {
                SmtpCommandException refused => new Failure("protocol", (int)refused.StatusCode is >= 400 and < 500),
                _ => new Failure("unknown", false)
            };
            """
        },
        {
            "beside a filter",
            Endless("catch {|SMTP2001:(SmtpCommandException ex)|} when (i < 3) { Thread.Sleep(60_000); }"),
            Endless("catch (SmtpCommandException ex) when (i < 3 && (int)ex.StatusCode is >= 400 and < 500) { Thread.Sleep(60_000); }")
        },
        {
            "beside a filter with an alternative",
            Endless("catch {|SMTP2001:(SmtpCommandException ex)|} when (i < 3 || i == 7) { Thread.Sleep(60_000); }"),
            Endless("catch (SmtpCommandException ex) when ((i < 3 || i == 7) && (int)ex.StatusCode is >= 400 and < 500) { "
                + "Thread.Sleep(60_000); }")
        },
        {
            "a name for what is caught",
            Endless("catch {|SMTP2001:(SmtpCommandException)|} when (i < 3) { Thread.Sleep(60_000); }"),
            Endless("catch (SmtpCommandException ex) when (i < 3 && (int)ex.StatusCode is >= 400 and < 500) { Thread.Sleep(60_000); }")
        },
        {
            "another name where the first is taken",
            Endless("catch {|SMTP2001:(SmtpCommandException)|} when (i < ex) { Thread.Sleep(60_000); }", "int ex"),
            Endless("catch (SmtpCommandException e) when (i < ex && (int)e.StatusCode is >= 400 and < 500) { Thread.Sleep(60_000); }",
                "int ex")
        },
        {
            "every exception",
            Endless("catch {|SMTP2001:(Exception)|} when (i < 3) { Thread.Sleep(60_000); }"),
            Endless(
                "catch (Exception ex) when (i < 3 && (ex is not SmtpCommandException refused "
                    + "|| (int)refused.StatusCode is >= 400 and < 500)) "
                + "{ Thread.Sleep(60_000); }")
        },
        {
            "a base of the exception",
            Endless("catch {|SMTP2001:(CommandException ex)|} when (i < 3) { Thread.Sleep(60_000); }"),
            Endless(
                "catch (CommandException ex) when (i < 3 && (ex is not SmtpCommandException refused "
                    + "|| (int)refused.StatusCode is >= 400 and < 500)) "
                + "{ Thread.Sleep(60_000); }")
        },
        {
            "the last loop of a method: the caller receives the refusal",
            Counted("catch {|SMTP2001:(SmtpCommandException ex)|} { log.Info(ex.Message); Thread.Sleep(60_000); }"),
            Counted("catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 400 and < 500) { log.Info(ex.Message); "
                + "Thread.Sleep(60_000); }")
        },
        {
            "without a type",
            Counted("{|SMTP2001:catch|} { Thread.Sleep(60_000); }"),
            Counted("catch (Exception ex) when (ex is not SmtpCommandException refused || (int)refused.StatusCode is >= 400 and < 500) { "
                + "Thread.Sleep(60_000); }")
        },
        {
            "something comes after the loop",
            Counted("catch {|SMTP2001:(SmtpCommandException ex)|} { log.Info(ex.Message); Thread.Sleep(60_000); }",
                "queue.DeadLetter(message);"),
            Counted(
                "catch (SmtpCommandException ex) { log.Info(ex.Message); if ((int)ex.StatusCode >= 500) break; Thread.Sleep(60_000); }",
                    "queue.DeadLetter(message);")
        },
        {
            "without a type, something comes after the loop",
            Counted("{|SMTP2001:catch|} { Thread.Sleep(60_000); }", "log.Info(\"not sent\");"),
            Counted(
                "catch (Exception ex) { if (ex is SmtpCommandException refused && (int)refused.StatusCode >= 500) break; "
                    + "Thread.Sleep(60_000); }",
                "log.Info(\"not sent\");")
        },
        {
            "the handler has an exit of its own",
            Endless("catch {|SMTP2001:(SmtpCommandException ex)|} { log.Info(ex.Message); if (i == 3) throw; Thread.Sleep(60_000); }"),
            Endless("catch (SmtpCommandException ex) { log.Info(ex.Message); if (i == 3 || (int)ex.StatusCode >= 500) throw; "
                + "Thread.Sleep(60_000); }")
        },
        {
            "the handler has an exit of its own, every exception",
            Endless("catch {|SMTP2001:(Exception)|} { if (i == 3) throw; Thread.Sleep(60_000); }"),
            Endless(
                "catch (Exception ex) { if (i == 3 || (ex is SmtpCommandException refused && (int)refused.StatusCode >= 500)) throw; "
                    + "Thread.Sleep(60_000); }")
        },
        {
            "one blind second send",
            """
            void Send()
            {
                try { client.Send(message); }
                catch {|SMTP2001:(SmtpCommandException)|}
                {
                    Thread.Sleep(60_000);
                    client.Send(message);
                }
            }
            """,
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 400 and < 500)
                {
                    Thread.Sleep(60_000);
                    client.Send(message);
                }
            }
            """
        },
        {
            "another handler would take what a filter lets go",
            Counted("catch {|SMTP2001:(SmtpCommandException)|} { Thread.Sleep(60_000); } catch (Exception) { Thread.Sleep(90_000); }"),
            Counted("catch (SmtpCommandException ex) { if ((int)ex.StatusCode >= 500) throw; Thread.Sleep(60_000); } "
                + "catch (Exception) { Thread.Sleep(90_000); }")
        },
    };

    public static readonly FixCases OldHandlers = new()
    {
        {
            "a filter",
            Endless("catch {|SMTP2001:(SmtpCommandException)|} when (i < 3) { Thread.Sleep(60000); }"),
            Endless("catch (SmtpCommandException ex) when (i < 3 && (int)ex.StatusCode / 100 == 4) { Thread.Sleep(60000); }")
        },
        {
            "every exception",
            Counted("{|SMTP2001:catch|} { Thread.Sleep(60000); }"),
            Counted("catch (Exception ex) when (!(ex is SmtpCommandException refused) || (int)refused.StatusCode / 100 == 4) { "
                + "Thread.Sleep(60000); }")
        },
        {
            "Polly 7",
            "object P => Policy.{|SMTP2001:Handle<SmtpCommandException>|}().WaitAndRetryAsync(3, n => TimeSpan.FromMinutes(n));",
            "object P => Policy.Handle<SmtpCommandException>(ex => (int)ex.StatusCode / 100 == 4)"
                + ".WaitAndRetryAsync(3, n => TimeSpan.FromMinutes(n));"
        },
        {
            "Polly 8, a type in a lambda",
            Options("ShouldHandle = args => new ValueTask<bool>(args.Outcome.Exception is {|SMTP2001:SmtpCommandException|})"),
            Options("ShouldHandle = args => new ValueTask<bool>(args.Outcome.Exception is SmtpCommandException refused "
                + "&& (int)refused.StatusCode / 100 == 4)")
        },
    };

    private const string Kept = "ex.StatusCode == SmtpStatusCode.GeneralFailure || (int)ex.StatusCode is >= 400 and < 500";

    // System.Net.Mail: a lost connection has a code, too. A filter that names it would draw SMTP2005.
    public static readonly FixCases SystemNetMail = new()
    {
        {
            "a filter",
            Endless("catch {|SMTP2001:(SmtpException)|} when (i < 3) { Thread.Sleep(60_000); }", connect: ""),
            Endless("catch (SmtpException ex) when (i < 3 && (int)ex.StatusCode < 500) { Thread.Sleep(60_000); }", connect: "")
        },
        {
            "every exception",
            Endless("catch {|SMTP2001:(Exception)|} when (i < 3) { Thread.Sleep(60_000); }", connect: ""),
            Endless("catch (Exception ex) when (i < 3 && (ex is not SmtpException refused || (int)refused.StatusCode < 500)) { "
                + "Thread.Sleep(60_000); }", connect: "")
        },
        {
            "Polly 7",
            "object P => Policy.{|SMTP2001:Handle<SmtpException>|}().WaitAndRetry(3, n => TimeSpan.FromMinutes(n));",
            $$"""
            object P => Policy.Handle<SmtpException>(ex => {{Kept}}).WaitAndRetry(3, n => TimeSpan.FromMinutes(n));
            """
        },
        {
            "Polly 8, a type in a lambda",
            Options("ShouldHandle = args => new ValueTask<bool>(args.Outcome.Exception is {|SMTP2001:SmtpException|})"),
            Options(
                "ShouldHandle = args => new ValueTask<bool>(args.Outcome.Exception is SmtpException "
                + "{ StatusCode: SmtpStatusCode.GeneralFailure or (>= (SmtpStatusCode)400 and < (SmtpStatusCode)500) })")
        },
    };

    [Theory, MemberData(nameof(Handlers))]
    public Task Only_4xx_is_retried(string member, string mended) => Fix(member, mended, LanguageVersion.Latest);

    [Theory, MemberData(nameof(OldHandlers))]
    public Task Only_4xx_is_retried_in_CSharp_7_3(string member, string mended) => Fix(member, mended, LanguageVersion.CSharp7_3);

    [Theory, MemberData(nameof(SystemNetMail))]
    public Task Lost_connections_of_System_Net_Mail_are_retried_as_before(string member, string mended) => new Verifier("SMTP2001").FileFix(
        Polly + Verify.InSystemNetMail(member), Polly + Verify.InSystemNetMail(mended));

    [Fact]
    public Task Clients_of_both_libraries() => new Verifier("SMTP2001").FileFix(Both("{|SMTP2001:(Exception)|} when (i < 3)"), Both(
        "(Exception ex) when (i < 3 && (ex is not SmtpCommandException refused || (int)refused.StatusCode is >= 400 and < 500)"
        + " && (ex is not System.Net.Mail.SmtpException rejected || (int)rejected.StatusCode < 500))"));

    private static Task Fix(string member, string mended, LanguageVersion version) =>
        new Verifier("SMTP2001").FileFix(Polly + Verify.InMailKit(member), Polly + Verify.InMailKit(mended), version);

    private static string Endless(string handler, string parameters = "", string connect = "client.Connect(\"mx\"); ") =>
        $"void Send({parameters}) {{ for (var i = 1; ; i++) {{ try {{ {connect}client.Send(message); return; }} {handler} }} }}";

    private static string Counted(string handler, string after = "") =>
        $"void Send() {{ for (var i = 1; i < 4; i++) {{ "
            + $"try {{ client.Connect(\"mx\"); client.Send(message); return; }} {handler} }} {after} }}";

    private static string Options(string shouldHandle) =>
        $"object P => new RetryStrategyOptions {{ BackoffType = DelayBackoffType.Exponential, {shouldHandle} }};";

    private static string Both(string caught) => Verify.InMailKit($$"""
        void Send(System.Net.Mail.SmtpClient other, System.Net.Mail.MailMessage mail, bool modern)
        {
            for (var i = 1; ; i++)
            {
                try
                {
                    client.Connect("mx");
                    if (modern)
                        client.Send(message);
                    else
                        other.Send(mail);
                    return;
                }
                catch {{caught}}
                {
                    Thread.Sleep(60_000);
                }
            }
        }
        """);
}
