using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>
/// What the fix of SMTP2002 makes of a retry: it waits as long as the options ask for, and longer each time where the attempts are
/// counted.
/// </summary>
public sealed class HastyRetryFixTests
{
    private const string Polly = "using Polly; using Polly.Retry;\n";

    private const string Caught = "catch {|SMTP2002:(SmtpCommandException ex)|} when ((int)ex.StatusCode / 100 == 4)";

    private const string Handled = "catch (SmtpCommandException ex) when ((int)ex.StatusCode / 100 == 4)";

    private const string Predicate = "Handle<SmtpCommandException>(ex => (int)ex.StatusCode / 100 == 4)";

    public static readonly FixCases Loops = new()
    {
        {
            "a counter from zero",
            Sync("for (var i = 0; i < 3; i++)", Caught + " { log.Info(ex.Message); }"),
            Sync("for (var i = 0; i < 3; i++)", Handled + " { log.Info(ex.Message); Thread.Sleep(TimeSpan.FromSeconds(10 * (i + 1))); }")
        },
        {
            "a counter from one, nothing in the handler",
            Async("for (var attempt = 1; attempt < 4; attempt++)", Caught + " { }"),
            Async("for (var attempt = 1; attempt < 4; attempt++)", Handled + " { await Task.Delay(TimeSpan.FromSeconds(10 * attempt)); }")
        },
        {
            "a counter of the handler's",
            Async("var n = 0; while (n < 3)", Caught + " { n++; }"),
            Async("var n = 0; while (n < 3)", Handled + " { n++; await Task.Delay(TimeSpan.FromSeconds(10 * n)); }")
        },
        {
            "a counter that goes down is none",
            Async("for (var left = 3; left > 0; left--)", Caught + " { }"),
            Async("for (var left = 3; left > 0; left--)", Handled + " { await Task.Delay(TimeSpan.FromSeconds(10)); }")
        },
        {
            "a wait that is too short",
            Async("for (var i = 1; i < 4; i++)", Caught + " { await Task.Delay(500); }"),
            Async("for (var i = 1; i < 4; i++)", Handled + " { await Task.Delay(TimeSpan.FromSeconds(10 * i)); }")
        },
        {
            "a wait after the try",
            Sync("for (var i = 0; i < 4; i++)", Caught + " { } Thread.Sleep(TimeSpan.FromSeconds(1));"),
            Sync("for (var i = 0; i < 4; i++)", Handled + " { } Thread.Sleep(TimeSpan.FromSeconds(10 * (i + 1)));")
        },
        {
            "a wait before the send is another",
            Sync("for (var i = 1; i < 4; i++)", Caught + " { }", "Thread.Sleep(100); "),
            Sync("for (var i = 1; i < 4; i++)", Handled + " { Thread.Sleep(TimeSpan.FromSeconds(10 * i)); }", "Thread.Sleep(100); ")
        },
        {
            "a wait that is too short, below the try",
            $$"""
            void Send()
            {
                var sent = false;
                try { client.Send(message); sent = true; }
                {{Caught}} { log.Info(ex.Message); }
                if (!sent) { Thread.Sleep(1000); client.Send(message); }
            }
            """,
            $$"""
            void Send()
            {
                var sent = false;
                try { client.Send(message); sent = true; }
                {{Handled}} { log.Info(ex.Message); }
                if (!sent) { Thread.Sleep(TimeSpan.FromSeconds(10)); client.Send(message); }
            }
            """
        },
        {
            "a wait that is left out after the last attempt",
            Async("for (var i = 1; i < 4; i++)", Caught + " { if (i < 3) await Task.Delay(500); }"),
            Async("for (var i = 1; i < 4; i++)", Handled + " { if (i < 3) await Task.Delay(TimeSpan.FromSeconds(10 * i)); }")
        },
        {
            "a wait with a name of its own",
            "static readonly TimeSpan Pause = TimeSpan.FromSeconds(1); "
                + Async("for (var i = 1; i < 4; i++)", Caught + " { await Task.Delay(Pause); }"),
            "static readonly TimeSpan Pause = TimeSpan.FromSeconds(10); "
                + Async("for (var i = 1; i < 4; i++)", Handled + " { await Task.Delay(Pause); }")
        },
        {
            "before the jump to the next attempt",
            Sync("for (var i = 1; ; i++)",
                "catch {|SMTP2002:(SmtpCommandException ex)|} { if (i < 3 && (int)ex.StatusCode / 100 == 4) continue; throw; }"),
            Sync(
                "for (var i = 1; ; i++)",
                "catch (SmtpCommandException ex) { if (i < 3 && (int)ex.StatusCode / 100 == 4) { "
                    + "Thread.Sleep(TimeSpan.FromSeconds(10 * i)); continue; } throw; }")
        },
        {
            "a wait that is too short, before a second send in a branch",
            $$"""
            void Send(bool again)
            {
                try { client.Send(message); }
                {{Caught}}
                {
                    if (again)
                    {
                        Thread.Sleep(5000);
                        client.Send(message);
                    }
                }
            }
            """,
            $$"""
            void Send(bool again)
            {
                try { client.Send(message); }
                {{Handled}}
                {
                    if (again)
                    {
                        Thread.Sleep(TimeSpan.FromSeconds(10));
                        client.Send(message);
                    }
                }
            }
            """
        },
        {
            "a second send, before the connection is opened again",
            $$"""
            void Send()
            {
                try { client.Send(message); }
                {{Caught}}
                {
                    log.Info(ex.Message);
                    client.Connect("mx");
                    client.Send(message);
                }
            }
            """,
            $$"""
            void Send()
            {
                try { client.Send(message); }
                {{Handled}}
                {
                    log.Info(ex.Message);
                    Thread.Sleep(TimeSpan.FromSeconds(10));
                    client.Connect("mx");
                    client.Send(message);
                }
            }
            """
        },
        {
            "a recursion",
            """
            async Task<bool> Send(MimeMessage mail, int retry)
            {
                try { await client.SendAsync(mail); return true; }
                catch {|SMTP2002:(SmtpCommandException ex)|} when (retry > 0 && (int)ex.StatusCode / 100 == 4)
                {
                    return await Send(mail, retry - 1);
                }
            }
            """,
            """
            async Task<bool> Send(MimeMessage mail, int retry)
            {
                try { await client.SendAsync(mail); return true; }
                catch (SmtpCommandException ex) when (retry > 0 && (int)ex.StatusCode / 100 == 4)
                {
                    await Task.Delay(TimeSpan.FromSeconds(10));
                    return await Send(mail, retry - 1);
                }
            }
            """
        },
        {
            "the token of the send ends the wait",
            $$"""
            async Task Send(CancellationToken stop)
            {
                for (var i = 1; i < 4; i++)
                {
                    try { await client.SendAsync(message, stop).ConfigureAwait(false); return; }
                    {{Caught}}
                    {
                    }
                }
            }
            """,
            $$"""
            async Task Send(CancellationToken stop)
            {
                for (var i = 1; i < 4; i++)
                {
                    try { await client.SendAsync(message, stop).ConfigureAwait(false); return; }
                    {{Handled}}
                    {
                        await Task.Delay(TimeSpan.FromSeconds(10 * i), stop).ConfigureAwait(false);
                    }
                }
            }
            """
        },
        {
            "in the lines of the file",
            $$"""
            void Send() {
            	for (var i = 1; i < 4; i++) {
            		try {
            			client.Send(message);
            			return;
            		} {{Caught}} {
            			log.Info(ex.Message); // Once more.
            		}
            	}
            }
            """,
            $$"""
            void Send() {
            	for (var i = 1; i < 4; i++) {
            		try {
            			client.Send(message);
            			return;
            		} {{Handled}} {
            			log.Info(ex.Message); // Once more.
            			Thread.Sleep(TimeSpan.FromSeconds(10 * i));
            		}
            	}
            }
            """
        },
    };

    public static readonly FixCases Policies = new()
    {
        {
            "Polly 7 without waits",
            "object P => Policy.{|SMTP2002:Handle<SmtpCommandException>|}(ex => (int)ex.StatusCode / 100 == 4).RetryAsync(3);",
            $"object P => Policy.{Predicate}.WaitAndRetryAsync(3, attempt => TimeSpan.FromSeconds(10 * attempt));"
        },
        {
            "Polly 7, one retry",
            "object P => Policy.{|SMTP2002:Handle<SmtpCommandException>|}(ex => (int)ex.StatusCode / 100 == 4).Retry();",
            $"object P => Policy.{Predicate}.WaitAndRetry(1, attempt => TimeSpan.FromSeconds(10 * attempt));"
        },
        {
            "Polly 7, told of each retry",
            "object P => Policy.{|SMTP2002:Handle<SmtpCommandException>|}(ex => (int)ex.StatusCode / 100 == 4)"
                + ".Retry(3, (ex, n) => log.Info(ex.Message));",
            $"object P => Policy.{Predicate}.WaitAndRetry(3, attempt => TimeSpan.FromSeconds(10 * attempt), (ex, wait, n, context) => "
                + "log.Info(ex.Message));"
        },
        {
            "Polly 7 with a constant wait",
            "object P => Policy.{|SMTP2002:Handle<SmtpCommandException>|}(ex => (int)ex.StatusCode / 100 == 4)"
                + ".WaitAndRetry(3, _ => TimeSpan.FromSeconds(2));",
            $"object P => Policy.{Predicate}.WaitAndRetry(3, attempt => TimeSpan.FromSeconds(10 * attempt));"
        },
        {
            "Polly 7 with equal waits",
            """
            object P =>
                Policy.{|SMTP2002:Handle<SmtpCommandException>|}(ex => (int)ex.StatusCode / 100 == 4)
                    .WaitAndRetry(new[] { TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1) });
            """,
            $$"""
            object P =>
                Policy.{{Predicate}}
                    .WaitAndRetry(new[] { TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20) });
            """
        },
        {
            "Polly 8 with its own wait",
            "object P => new RetryStrategyOptions { ShouldHandle = new PredicateBuilder()"
                + ".{|SMTP2002:Handle<SmtpCommandException>|}(ex => (int)ex.StatusCode / 100 == 4) };",
            $"object P => new RetryStrategyOptions {{ Delay = TimeSpan.FromSeconds(10), BackoffType = DelayBackoffType.Exponential, "
                + $"ShouldHandle = new PredicateBuilder().{Predicate} }};"
        },
        {
            "Polly 8 with a constant wait that is wanted",
            "object P => new RetryStrategyOptions { ShouldHandle = new PredicateBuilder().{|SMTP2002:Handle<SmtpCommandException>|}(ex => "
                + "(int)ex.StatusCode / 100 == 4), Delay = TimeSpan.FromSeconds(1), BackoffType = DelayBackoffType.Constant };",
            $"object P => new RetryStrategyOptions {{ ShouldHandle = new PredicateBuilder()"
                + $".{Predicate}, Delay = TimeSpan.FromSeconds(10), BackoffType = DelayBackoffType.Constant }};"
        },
    };

    [Theory, MemberData(nameof(Loops)), MemberData(nameof(Policies))]
    public Task It_waits(string member, string mended) => Fix(member, mended, LanguageVersion.Latest);

    [Theory, MemberData(nameof(Loops)), MemberData(nameof(Policies))]
    public Task It_waits_in_CSharp_7_3(string member, string mended) => Fix(member, mended, LanguageVersion.CSharp7_3);

    [Theory]
    [InlineData("00:02:00", "Minutes(2 * i)")]
    [InlineData("00:01:00", "Minutes(i)")]
    [InlineData("00:00:45", "Seconds(45 * i)")]
    [InlineData("00:00:01", "Seconds(i)")]
    public Task As_long_as_the_options_ask_for(string shortest, string wait) =>
        new Verifier("SMTP2002", $"smtp_analyzers.minimum_retry_delay = {shortest}").Fix(
            Sync("for (var i = 1; i < 4; i++)", Caught + " { }"),
                Sync("for (var i = 1; i < 4; i++)", Handled + $" {{ Thread.Sleep(TimeSpan.From{wait}); }}"));

    [Theory]
    [InlineData("under a lock", "void Send() { lock (log) { for (var i = 0; i < 3; i++) { try { client.Send(message); return; } ",
        " { } } } }")]
    [InlineData("in a property", "bool Sent { get { for (var i = 0; i < 3; i++) { try { client.Send(message); return true; } ",
        " { } } return false; } }")]
    [InlineData("while a window waits",
        "void Click(object sender, EventArgs e) { for (var i = 0; i < 3; i++) { try { client.Send(message); return; } ", " { } } }")]
    public Task Nobody_waits(string where, string before, string after)
    {
        Assert.NotEmpty(where);
        return new Verifier("SMTP2002").NoFix(before + Caught + after);
    }

    private static Task Fix(string member, string mended, LanguageVersion version) =>
        new Verifier("SMTP2002").FileFix(Polly + Verify.InMailKit(member), Polly + Verify.InMailKit(mended), version);

    private static string Sync(string loop, string handler, string first = "") =>
        $"void Send() {{ {loop} {{ try {{ {first}client.Send(message); return; }} {handler} }} }}";

    private static string Async(string loop, string handler) =>
        $"async Task Send() {{ {loop} {{ try {{ await client.SendAsync(message); return; }} {handler} }} }}";
}
