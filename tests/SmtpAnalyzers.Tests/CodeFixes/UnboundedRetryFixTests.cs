using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>What the fix of SMTP2007 makes of a retry without end: the exception goes on to the caller after five attempts.</summary>
public sealed class UnboundedRetryFixTests
{
    private const string Polly = "using Polly; using Polly.Retry;\n";

    private const string Refused = "catch (SmtpCommandException ex) when ((int)ex.StatusCode / 100 == 4)";

    private const string Counted = "catch (SmtpCommandException ex) when (attempt < 5 && (int)ex.StatusCode / 100 == 4)";

    private const string Predicate = "Handle<SmtpCommandException>(ex => (int)ex.StatusCode / 100 == 4)";

    public static readonly FixCases Loops = new()
    {
        {
            "while true",
            Send("{|SMTP2007:while (true)|}", $"{Refused} {{ Thread.Sleep(60000); }}"),
            Send("for (var attempt = 1; ; attempt++)", $"{Counted} {{ Thread.Sleep(60000); }}")
        },
        {
            "for without a head",
            Send("{|SMTP2007:for (;;)|}", $"{Refused} {{ Thread.Sleep(60000); }}"),
            Send("for (var attempt = 1; ; attempt++)", $"{Counted} {{ Thread.Sleep(60000); }}")
        },
        {
            "until it is sent",
            $$"""
            void Send()
            {
                var sent = false;
                {|SMTP2007:while (!sent)|}
                {
                    try { client.Send(message); sent = true; }
                    {{Refused}} { Thread.Sleep(60000); }
                }
            }
            """,
            $$"""
            void Send()
            {
                var sent = false;
                for (var attempt = 1; !sent; attempt++)
                {
                    try { client.Send(message); sent = true; }
                    {{Counted}} { Thread.Sleep(60000); }
                }
            }
            """
        },
        {
            "do",
            $$"""
            void Send()
            {
                bool sent = false;
                {|SMTP2007:do|}
                {
                    try { client.Send(message); sent = true; }
                    {{Refused}} { Thread.Sleep(60000); }
                } while (!sent);
            }
            """,
            """
            void Send()
            {
                bool sent = false;
                var attempt = 0;
                do
                {
                    try { client.Send(message); sent = true; }
                    catch (SmtpCommandException ex) when ((int)ex.StatusCode / 100 == 4 && ++attempt < 5) { Thread.Sleep(60000); }
                } while (!sent);
            }
            """
        },
        {
            "the name is taken",
            "void Send(int attempt) { {|SMTP2007:while (true)|} { try { client.Send(message); return; } " + Refused
                + " { log.Info($\"{attempt}\"); Thread.Sleep(60000); } } }",
            "void Send(int attempt) { for (var attemptNumber = 1; ; attemptNumber++) { try { client.Send(message); return; } "
                + "catch (SmtpCommandException ex) when (attemptNumber < 5 && (int)ex.StatusCode / 100 == 4) { log.Info($\"{attempt}\"); "
                + "Thread.Sleep(60000); } } }"
        },
        {
            "a count that nobody looks at",
            $$"""
            void Send()
            {
                var n = 0;
                {|SMTP2007:while (true)|}
                {
                    try { client.Send(message); return; }
                    {{Refused}}
                    {
                        n++;
                        log.Info("attempt " + n);
                        Thread.Sleep(60000);
                    }
                }
            }
            """,
            """
            void Send()
            {
                var n = 0;
                while (true)
                {
                    try { client.Send(message); return; }
                    catch (SmtpCommandException ex) when (n < 4 && (int)ex.StatusCode / 100 == 4)
                    {
                        n++;
                        log.Info("attempt " + n);
                        Thread.Sleep(60000);
                    }
                }
            }
            """
        },
        {
            "goto",
            $$"""
            void Send()
            {
                again: try { client.Send(message); }
                {{Refused}} { Thread.Sleep(60000); {|SMTP2007:goto again;|} }
            }
            """,
            """
            void Send()
            {
                var attempt = 0;
                again: try { client.Send(message); }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode / 100 == 4 && ++attempt < 5) { Thread.Sleep(60000); goto again; }
            }
            """
        },
        {
            "a recursion that counts and does not look",
            $$"""
            async Task Send(MimeMessage mail, int attempt)
            {
                try { await client.SendAsync(mail); }
                {{Refused}} { await Task.Delay(60000); await {|SMTP2007:Send(mail, attempt + 1)|}; }
            }
            """,
            $$"""
            async Task Send(MimeMessage mail, int attempt)
            {
                try { await client.SendAsync(mail); }
                {{Counted}} { await Task.Delay(60000); await Send(mail, attempt + 1); }
            }
            """
        },
        {
            "a recursion that counts from zero",
            $$"""
            async Task Send(MimeMessage mail, int attempt = 0)
            {
                try { await client.SendAsync(mail); }
                {{Refused}}
                {
                    await Task.Delay(60000);
                    await {|SMTP2007:Send(mail, attempt + 1)|};
                }
            }
            """,
            """
            async Task Send(MimeMessage mail, int attempt = 0)
            {
                try { await client.SendAsync(mail); }
                catch (SmtpCommandException ex) when (attempt < 4 && (int)ex.StatusCode / 100 == 4)
                {
                    await Task.Delay(60000);
                    await Send(mail, attempt + 1);
                }
            }
            """
        },
        {
            "nothing waits between the attempts",
            Send("{|SMTP2007:while (true)|}", $"{Refused} {{ log.Info(ex.Message); }}"),
            Send("for (var attempt = 1; ; attempt++)",
                $"{Counted} {{ log.Info(ex.Message); Thread.Sleep(TimeSpan.FromSeconds(10 * attempt)); }}")
        },
        {
            "every handler that repeats",
            Send("{|SMTP2007:while (true)|}",
                $"{Refused} {{ Thread.Sleep(60000); }} catch {{|SMTP2005:(TimeoutException)|}} {{ client.Connect(\"mx\"); }}"),
            Send("for (var attempt = 1; ; attempt++)",
                $"{Counted} {{ Thread.Sleep(60000); }} "
                    + $"catch {{|SMTP2005:(TimeoutException)|}} when (attempt < 5) {{ client.Connect(\"mx\"); }}")
        },
    };

    public static readonly FixCases Policies = new()
    {
        {
            "WaitAndRetryForeverAsync",
            $"object P => Policy.{Predicate}.{{|SMTP2007:WaitAndRetryForeverAsync|}}(n => TimeSpan.FromMinutes(n));",
            $"object P => Policy.{Predicate}.WaitAndRetryAsync(5, n => TimeSpan.FromMinutes(n));"
        },
        {
            "waits that are too short",
            $"object P => Policy.{Predicate}.{{|SMTP2007:WaitAndRetryForever|}}(_ => TimeSpan.FromSeconds(1), (ex, wait) => "
                + "log.Info(ex.Message));",
            $"object P => Policy.{Predicate}.WaitAndRetry(5, attempt => TimeSpan.FromSeconds(10 * attempt), (ex, wait) => "
                + "log.Info(ex.Message));"
        },
        {
            "RetryForever",
            $"object P => Policy.{Predicate}.{{|SMTP2007:RetryForever|}}();",
            $"object P => Policy.{Predicate}.WaitAndRetry(5, attempt => TimeSpan.FromSeconds(10 * attempt));"
        },
        {
            "as often as int goes",
            $"object P => new RetryStrategyOptions {{ ShouldHandle = new PredicateBuilder()"
                + $".{Predicate}, BackoffType = DelayBackoffType.Exponential, {{|SMTP2007:MaxRetryAttempts = int.MaxValue|}} }};",
            $"object P => new RetryStrategyOptions {{ ShouldHandle = new PredicateBuilder()"
                + $".{Predicate}, BackoffType = DelayBackoffType.Exponential, MaxRetryAttempts = 5 }};"
        },
    };

    [Theory, MemberData(nameof(Loops)), MemberData(nameof(Policies))]
    public Task It_ends(string member, string mended) => Fix(member, mended, LanguageVersion.Latest);

    [Theory, MemberData(nameof(Loops)), MemberData(nameof(Policies))]
    public Task It_ends_in_CSharp_7_3(string member, string mended) => Fix(member, mended, LanguageVersion.CSharp7_3);

    [Theory]
    [InlineData(
        """
        void Send(MimeMessage mail)
        {
            try { client.Send(mail); }
            catch (SmtpCommandException ex) when ((int)ex.StatusCode / 100 == 4) { Thread.Sleep(60000); {|SMTP2007:Send(mail)|}; }
        }
        """)]
    public Task A_recursion_that_counts_nothing_would_need_a_parameter(string member) => new Verifier("SMTP2007").NoFix(member);

    private static Task Fix(string member, string mended, LanguageVersion version) =>
        new Verifier("SMTP2007").FileFix(Polly + Verify.InMailKit(member), Polly + Verify.InMailKit(mended), version);

    private static string Send(string loop, string handler) =>
        $"void Send() {{ {loop} {{ try {{ client.Send(message); return; }} {handler} }} }}";
}
