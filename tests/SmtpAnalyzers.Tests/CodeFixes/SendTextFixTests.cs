using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>
/// SMTP3003: whatever the text of Send is tested for, the mail is sent once, at the same time, and only evident texts are followed.
/// </summary>
public sealed class SendTextFixTests
{
    public static readonly FixCases Inline = new()
    {
        {
            "a method of one expression",
            """
            bool Send() => {|SMTP3003:client.Send(message).Contains("OK")|};
            """,
            """
            bool Send()
            {
                client.Send(message);
                return true;
            }
            """
        },
        {
            "awaited",
            """
            async Task<bool> Send()
            {
                return {|SMTP3003:(await client.SendAsync(message).ConfigureAwait(false)).StartsWith("2.0.0")|};
            }
            """,
            """
            async Task<bool> Send()
            {
                await client.SendAsync(message).ConfigureAwait(false);
                return true;
            }
            """
        },
        {
            "both branches",
            """
            void Send()
            {
                if ({|SMTP3003:client.Send(message).Contains("queued")|})
                {
                    // for the log
                    log.Info("sent");
                }
                else
                {
                    throw new InvalidOperationException("not sent");
                }
            }
            """,
            """
            void Send()
            {
                client.Send(message);
                // for the log
                log.Info("sent");
            }
            """
        },
        {
            "a guard",
            """
            void Send()
            {
                if ({|SMTP3003:string.IsNullOrEmpty(client.Send(message))|})
                    throw new InvalidOperationException("not sent");
            }
            """,
            """
            void Send()
            {
                client.Send(message);
            }
            """
        },
        {
            "a ternary",
            """
            string Send() => {|SMTP3003:client.Send(message).Length > 0|} ? "sent" : "failed";
            """,
            """
            string Send()
            {
                client.Send(message);
                return "sent";
            }
            """
        },
        {
            "two sends, of which the second follows the first",
            """
            bool Send(MimeMessage copy)
            {
                return {|SMTP3003:client.Send(message).Contains("OK")|} && {|SMTP3003:client.Send(copy).Contains("OK")|};
            }
            """,
            """
            bool Send(MimeMessage copy)
            {
                client.Send(message);
                client.Send(copy);
                return true;
            }
            """
        },
        {
            "a local",
            """
            bool Send()
            {
                var ok = {|SMTP3003:client.Send(message).IndexOf("accepted")|} >= 0;
                return ok;
            }
            """,
            """
            bool Send()
            {
                client.Send(message);
                var ok = true;
                return ok;
            }
            """
        },
        {
            "a pattern",
            """
            bool Send()
            {
                return {|SMTP3003:client.Send(message) is { Length: > 0 }|};
            }
            """,
            """
            bool Send()
            {
                client.Send(message);
                return true;
            }
            """
        },
        {
            "below an if without braces",
            """
            bool Send(bool enabled)
            {
                if (enabled)
                    return {|SMTP3003:client.Send(message).Contains("OK")|}; // sent
                return false;
            }
            """,
            """
            bool Send(bool enabled)
            {
                if (enabled)
                {
                    client.Send(message);
                    return true; // sent
                }
                return false;
            }
            """
        },
        {
            "a lambda",
            """
            Func<MimeMessage, bool> isSent;
            void Init()
            {
                isSent = mail => {|SMTP3003:client.Send(mail).Contains("OK")|};
            }
            """,
            """
            Func<MimeMessage, bool> isSent;
            void Init()
            {
                isSent = mail =>
                {
                    client.Send(mail);
                    return true;
                };
            }
            """
        },
        {
            "an argument",
            """
            Task<bool> Send()
            {
                return Task.FromResult({|SMTP3003:client.Send(message).Contains("OK")|});
            }
            """,
            """
            Task<bool> Send()
            {
                client.Send(message);
                return Task.FromResult(true);
            }
            """
        },
    };

    public static readonly FixCases Operands = new()
    {
        {
            "an operand that counts decides alone",
            """
            bool Count() => true;
            bool Send() { var reply = client.Send(message); return Count() && !{|SMTP3003:reply.Contains("error")|}; }
            """,
            """
            bool Count() => true;
            bool Send() { client.Send(message); return Count(); }
            """
        },
        {
            "an operand that notes is run before",
            """
            bool Note() => true;
            bool Send() { var reply = client.Send(message); return Note() || {|SMTP3003:reply.Contains("OK")|}; }
            """,
            """
            bool Note() => true;
            bool Send() { client.Send(message); Note(); return true; }
            """
        },
        {
            "an operand that stores is awaited before",
            """
            Task<bool> Store() => Task.FromResult(true);
            async Task Send()
            {
                var reply = await client.SendAsync(message);
                if (await Store() && !{|SMTP3003:reply.Contains("250")|})
                    throw new InvalidOperationException("not sent");
            }
            """,
            """
            Task<bool> Store() => Task.FromResult(true);
            async Task Send()
            {
                await client.SendAsync(message);
                await Store();
            }
            """
        },
    };

    // What is sent, counted or written on the way to another result stays where it is.
    public static readonly Cases Left = new()
    {
        {
            "a second send instead",
            """
            bool Send(SmtpClient other) =>
                {|SMTP3003:client.Send(message).Contains("OK")|} || {|SMTP3003:other.Send(message).Contains("OK")|};
            """
        },
        { "sent only if it is wanted", """bool Send(bool wanted) => wanted && {|SMTP3003:client.Send(message).Contains("OK")|};""" },
        { "an operand that would never run",
            """bool Send() { var r = client.Send(message); return {|SMTP3003:r.Contains("OK")|} || queue.Requeue(message); }""" },
        {
            "a counter",
            """
            int failed;
            bool Send()
            {
                var r = client.Send(message);
                if (!{|SMTP3003:r.Contains("OK")|}) { failed++; return false; }
                return true;
            }
            """
        },
        { "a comment on the failure", """
            void Send()
            {
                var reply = client.Send(message);
                if (!{|SMTP3003:reply.Contains("OK")|})
                {
                    // Exchange answers in German
                    throw new InvalidOperationException(reply);
                }
            }
            """ },
        { "another round of the loop", """void Send() { while (!{|SMTP3003:client.Send(message).Contains("OK")|}) { } }""" },
        { "a failure that was caught", """
            bool Send()
            {
                string reply = null;
                try { reply = client.Send(message); }
                catch (SmtpCommandException) { }
                return {|SMTP3003:reply != null|};
            }
            """ },
        { "a switch", """string Send() => {|SMTP3003:client.Send(message)|} switch { "OK" => "sent", _ => "failed" };""" },
    };

    [Theory, MemberData(nameof(Inline)), MemberData(nameof(Operands))]
    public Task Sends_once(string member, string mended) => Verify.Exceptions.Fix(member, mended);

    [Theory, MemberData(nameof(Left))]
    public Task Has_no_fix(string member) => Verify.Exceptions.NoFix(member);

    [Theory]
    [InlineData("unable to deliver"), InlineData("try again"), InlineData("not accepted"), InlineData("550"), InlineData("greylisted"),
        InlineData("bounced")]
    [InlineData("timeout"), InlineData("4.7.1"), InlineData("rejected"), InlineData("access denied"), InlineData("user unknown"),
        InlineData("mailbox full")]
    public Task A_text_of_failure_is_never_there(string text) => Verify.Exceptions.Fix(
        $$"""
        void Send()
        {
            var reply = client.Send(message);
            if ({|SMTP3003:reply.Contains("{{text}}")|}) throw new InvalidOperationException();
        }
        """,
        """
        void Send()
        {
            client.Send(message);
        }
        """);

    [Theory]
    [InlineData("OK"), InlineData("queued"), InlineData("2.0.0"), InlineData("accepted"), InlineData("250"), InlineData("Message sent"),
        InlineData("250 2.0.0 OK")]
    [InlineData("Queued mail for delivery"), InlineData("delivered"), InlineData("Great success")]
    public Task A_text_of_success_is_always_there(string text) => Verify.Exceptions.Fix(
        $$"""
        void Send()
        {
            var reply = client.Send(message);
            if (!{|SMTP3003:reply.Contains("{{text}}")|}) throw new InvalidOperationException();
        }
        """,
        """
        void Send()
        {
            client.Send(message);
        }
        """);

    [Theory]
    [InlineData("reply.Contains(\"spam\")"), InlineData("reply.Length > 100"), InlineData("reply.Contains(\"no error\")"),
        InlineData("reply.Contains(\"2\")")]
    [InlineData("reply.Contains(\"accepted for review\")"), InlineData("reply.Contains(\"not rejected\")"),
        InlineData("reply == \"hello\"")]
    public Task Another_text_is_left(string test) => Verify.Exceptions.NoFix(
        $$"""void Send() { var reply = client.Send(message); if ({|SMTP3003:{{test}}|}) throw new InvalidOperationException(); }""");
}
