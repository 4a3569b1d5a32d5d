using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>What the fixes for the rules on retrying and delivery make of a program.</summary>
public sealed class DeliveryFixTests
{
    private const string Polly = "using Polly; using Polly.Retry;\n";

    public static readonly FixCases Retries = new()
    {
        {
            "a filter",
            "void Send() { for (var i = 0; i < 3; i++) { try { client.Send(message); return; } catch {|SMTP2001:(SmtpCommandException ex)|} { log.Info(ex.Message); } } }",
            "void Send() { for (var i = 0; i < 3; i++) { try { client.Send(message); return; } catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 400 and < 500) { log.Info(ex.Message); } } }"
        },
        {
            "a name for what is caught",
            "void Send() { for (var i = 0; i < 3; i++) { try { client.Send(message); return; } catch {|SMTP2001:(SmtpCommandException)|} { } } }",
            "void Send() { for (var i = 0; i < 3; i++) { try { client.Send(message); return; } catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 400 and < 500) { } } }"
        },
        {
            "another name where the first is taken",
            "void Send(int ex) { for (var i = 0; i < ex; i++) { try { client.Send(message); return; } catch {|SMTP2001:(SmtpCommandException)|} { } } }",
            "void Send(int ex) { for (var i = 0; i < ex; i++) { try { client.Send(message); return; } catch (SmtpCommandException refused) when ((int)refused.StatusCode is >= 400 and < 500) { } } }"
        },
        {
            "beside a filter",
            "void Send() { for (var i = 0; ; i++) { try { client.Send(message); return; } catch {|SMTP2001:(SmtpCommandException ex)|} when (i < 3) { } } }",
            "void Send() { for (var i = 0; ; i++) { try { client.Send(message); return; } catch (SmtpCommandException ex) when (i < 3 && (int)ex.StatusCode is >= 400 and < 500) { } } }"
        },
        {
            "every exception",
            "void Send() { for (var i = 0; i < 3; i++) { try { client.Send(message); return; } catch {|SMTP2001:(Exception ex)|} { log.Info(ex.Message); } } }",
            "void Send() { for (var i = 0; i < 3; i++) { try { client.Send(message); return; } catch (Exception ex) when (ex is not SmtpCommandException refused || (int)refused.StatusCode is >= 400 and < 500) { log.Info(ex.Message); } } }"
        },
        {
            "every exception, beside a filter",
            "void Send() { for (var i = 0; ; i++) { try { client.Send(message); return; } catch {|SMTP2001:(Exception)|} when (i < 3) { } } }",
            "void Send() { for (var i = 0; ; i++) { try { client.Send(message); return; } catch (Exception ex) when (i < 3 && (ex is not SmtpCommandException refused || (int)refused.StatusCode is >= 400 and < 500)) { } } }"
        },
        {
            "Polly 7",
            "object P => Policy.{|SMTP2001:Handle<SmtpCommandException>|}().WaitAndRetryAsync(3, n => TimeSpan.FromMinutes(n));",
            "object P => Policy.Handle<SmtpCommandException>(ex => (int)ex.StatusCode is >= 400 and < 500).WaitAndRetryAsync(3, n => TimeSpan.FromMinutes(n));"
        },
        {
            "Polly 7, every exception",
            "Task P() => Policy.{|SMTP2001:Handle<Exception>|}().RetryAsync(3).ExecuteAsync(() => client.SendAsync(message));",
            "Task P() => Policy.Handle<Exception>(ex => ex is not SmtpCommandException refused || (int)refused.StatusCode is >= 400 and < 500).RetryAsync(3).ExecuteAsync(() => client.SendAsync(message));"
        },
        {
            "Polly 7, a lambda that says yes",
            "object P => Policy.{|SMTP2001:Handle<SmtpCommandException>|}(_ => true).RetryAsync(3);",
            "object P => Policy.Handle<SmtpCommandException>(ex => (int)ex.StatusCode is >= 400 and < 500).RetryAsync(3);"
        },
        {
            "Polly 7, types in a lambda",
            "object P => Policy.{|SMTP2001:Handle<Exception>|}(e => e is SmtpCommandException || e is IOException).RetryAsync(3);",
            "object P => Policy.Handle<Exception>(e => e is SmtpCommandException { StatusCode: >= (SmtpStatusCode)400 and < (SmtpStatusCode)500 } || e is IOException).RetryAsync(3);"
        },
        {
            "Polly 8, a builder",
            "object P => new RetryStrategyOptions { ShouldHandle = new PredicateBuilder().Handle<IOException>().{|SMTP2001:Handle<SmtpCommandException>|}() };",
            "object P => new RetryStrategyOptions { ShouldHandle = new PredicateBuilder().Handle<IOException>().Handle<SmtpCommandException>(ex => (int)ex.StatusCode is >= 400 and < 500) };"
        },
        {
            "Polly 8, a type in a lambda",
            "object P => new RetryStrategyOptions { ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is IOException or {|SMTP2001:SmtpCommandException|}) };",
            "object P => new RetryStrategyOptions { ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is IOException or SmtpCommandException { StatusCode: >= (SmtpStatusCode)400 and < (SmtpStatusCode)500 }) };"
        },
        {
            "Polly 8, an arm",
            "object P => new RetryStrategyOptions { ShouldHandle = args => args.Outcome switch { { Exception: {|SMTP2001:SmtpCommandException|} } => PredicateResult.True(), _ => PredicateResult.False() } };",
            "object P => new RetryStrategyOptions { ShouldHandle = args => args.Outcome switch { { Exception: SmtpCommandException { StatusCode: >= (SmtpStatusCode)400 and < (SmtpStatusCode)500 } } => PredicateResult.True(), _ => PredicateResult.False() } };"
        },
    };

    public static readonly FixCases OldRetries = new()
    {
        {
            "a filter",
            "void Send() { for (var i = 0; i < 3; i++) { try { client.Send(message); return; } catch {|SMTP2001:(SmtpCommandException)|} { } } }",
            "void Send() { for (var i = 0; i < 3; i++) { try { client.Send(message); return; } catch (SmtpCommandException ex) when ((int)ex.StatusCode / 100 == 4) { } } }"
        },
        {
            "every exception",
            "void Send() { for (var i = 0; i < 3; i++) { try { client.Send(message); return; } catch {|SMTP2001:(Exception ex)|} { log.Info(ex.Message); } } }",
            "void Send() { for (var i = 0; i < 3; i++) { try { client.Send(message); return; } catch (Exception ex) when (!(ex is SmtpCommandException refused) || (int)refused.StatusCode / 100 == 4) { log.Info(ex.Message); } } }"
        },
        {
            "Polly 7",
            "object P => Policy.{|SMTP2001:Handle<SmtpCommandException>|}().RetryAsync(3);",
            "object P => Policy.Handle<SmtpCommandException>(ex => (int)ex.StatusCode / 100 == 4).RetryAsync(3);"
        },
        {
            "Polly 8, a type in a lambda",
            "object P => new RetryStrategyOptions { ShouldHandle = args => new ValueTask<bool>(args.Outcome.Exception is {|SMTP2001:SmtpCommandException|}) };",
            "object P => new RetryStrategyOptions { ShouldHandle = args => new ValueTask<bool>((args.Outcome.Exception is SmtpCommandException refused && (int)refused.StatusCode / 100 == 4)) };"
        },
    };

    public static readonly FixCases Reconnects = new()
    {
        {
            "before the send",
            """
            async Task SendAll(List<MimeMessage> mails)
            {
                using var c = new SmtpClient();
                await c.ConnectAsync("mx", 587);
                await c.AuthenticateAsync("user", "password");
                foreach (var mail in mails)
                {
                    try
                    {
                        // One by one.
                        await Task.Yield();
                        await {|SMTP2003:c.SendAsync(mail)|};
                    }
                    catch (Exception ex)
                    {
                        log.Info(ex.Message);
                    }
                }
            }
            """,
            """
            async Task SendAll(List<MimeMessage> mails)
            {
                using var c = new SmtpClient();
                await c.ConnectAsync("mx", 587);
                await c.AuthenticateAsync("user", "password");
                foreach (var mail in mails)
                {
                    try
                    {
                        // One by one.
                        await Task.Yield();
                        if (!c.IsConnected)
                        {
                            await c.ConnectAsync("mx", 587);
                            await c.AuthenticateAsync("user", "password");
                        }

                        await c.SendAsync(mail);
                    }
                    catch (Exception ex)
                    {
                        log.Info(ex.Message);
                    }
                }
            }
            """
        },
        {
            "first in its block",
            """
            void SendAll(List<MimeMessage> mails)
            {
                client.Connect("mx");
                foreach (var mail in mails)
                {
                    try
                    {
                        {|SMTP2003:client.Send(mail)|};
                    }
                    catch (SmtpProtocolException)
                    {
                    }
                }
            }
            """,
            """
            void SendAll(List<MimeMessage> mails)
            {
                client.Connect("mx");
                foreach (var mail in mails)
                {
                    try
                    {
                        if (!client.IsConnected)
                        {
                            client.Connect("mx");
                        }

                        client.Send(mail);
                    }
                    catch (SmtpProtocolException)
                    {
                    }
                }
            }
            """
        },
    };

    public static readonly FixCases Quits = new()
    {
        {
            "a comparison that throws",
            """
            void Send(string data)
            {
                Command(".", 250);
                var code = ReadReply("QUIT");
                if ({|SMTP2008:code != 221|})
                    throw new IOException("QUIT");
            }
            """,
            """
            void Send(string data)
            {
                Command(".", 250);
                var code = ReadReply("QUIT");
            }
            """
        },
        {
            "a comparison of the answer itself",
            """
            bool Send(string data)
            {
                Command(".", 250);
                if ({|SMTP2008:ReadReply("QUIT") != 221|})
                    return false;
                return true;
            }
            """,
            """
            bool Send(string data)
            {
                Command(".", 250);
                ReadReply("QUIT");
                return true;
            }
            """
        },
        {
            "returned",
            """
            bool Send(string data)
            {
                Command(".", 250);
                return {|SMTP2008:ReadReply("QUIT") == 221|};
            }
            """,
            """
            bool Send(string data)
            {
                Command(".", 250);
                ReadReply("QUIT");
                return true;
            }
            """
        },
        {
            "a helper that throws",
            """
            void Send(string data)
            {
                Command(".", 250);
                {|SMTP2008:Command("QUIT", 221)|};
            }
            """,
            """
            void Send(string data)
            {
                Command(".", 250);
                try
                {
                    Command("QUIT", 221);
                }
                catch (Exception)
                {
                    // The server has the message, whatever it says to QUIT.
                }
            }
            """
        },
    };

    [Theory, MemberData(nameof(Retries))]
    public Task Only_4yz_is_retried(string member, string mended) => Fix("SMTP2001", member, mended, LanguageVersion.Latest);

    [Theory, MemberData(nameof(OldRetries))]
    public Task Only_4yz_is_retried_in_CSharp_7_3(string member, string mended) => Fix("SMTP2001", member, mended, LanguageVersion.CSharp7_3);

    [Theory, MemberData(nameof(Reconnects))]
    public Task It_is_connected_again(string member, string mended) => Fix("SMTP2003", member, mended, LanguageVersion.Latest);

    [Theory, MemberData(nameof(Quits))]
    public Task The_reply_to_QUIT_decides_nothing(string member, string mended) => Fix("SMTP2008", InSmtp(member), InSmtp(mended), LanguageVersion.Latest);

    [Theory]
    [InlineData("void SendAll(List<MimeMessage> mails) { foreach (var mail in mails) { try { {|SMTP2003:client.Send(mail)|}; } catch (Exception) { } } }")]
    [InlineData("void SendAll(List<MimeMessage> mails, string host) { if (host == \"a\") client.Connect(\"a\"); else client.Connect(\"b\"); foreach (var mail in mails) { try { {|SMTP2003:client.Send(mail)|}; } catch (Exception) { } } }")]
    public Task Not_where_nothing_says_how_to_connect(string member) => new Verifier("SMTP2003").NoFix(member);

    private static Task Fix(string id, string member, string mended, LanguageVersion version) =>
        new Verifier(id).FileFix(Polly + Verify.InMailKit(member), Polly + Verify.InMailKit(mended), version);

    private static string InSmtp(string member) => $$"""
        class SmtpSession
        {
            void Command(string text, int expected) { if (ReadReply(text) != expected) throw new IOException(); }
            int ReadReply(string text) => 0;
        {{member}}
        }
        """;
}
