using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.CodeFixes;

namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP3001_NeverThrownTests
{
    public static readonly Cases Positives = new()
    {
        { "around Send", """
            void Send() {
                try { client.Send(message); }
                catch ({|SMTP3001:System.Net.Mail.SmtpException|}) { queue.Requeue(message); }
            }
            """ },
        { "with a name", """
            void Send() {
                try { client.Send(message); }
                catch ({|SMTP3001:System.Net.Mail.SmtpException|} ex) { log.Info(ex.Message); }
            }
            """ },
        { "with a filter", """
            void Send() {
                try { client.Send(message); }
                catch ({|SMTP3001:System.Net.Mail.SmtpException|} ex) when ((int)ex.StatusCode < 500) {
                    queue.Requeue(message);
                }
            }
            """ },
        { "a child", """
            void Send() {
                try { client.Send(message); }
                catch ({|SMTP3001:System.Net.Mail.SmtpFailedRecipientsException|} ex) { log.Info(ex.Message); }
            }
            """ },
        { "the other child", """
            void Send() {
                try { client.Send(message); }
                catch ({|SMTP3001:System.Net.Mail.SmtpFailedRecipientException|} ex) { log.Info(ex.Message); }
            }
            """ },
        { "around SendAsync", """
            async Task Send() {
                try { await client.SendAsync(message).ConfigureAwait(false); }
                catch ({|SMTP3001:System.Net.Mail.SmtpException|}) { queue.Requeue(message); }
            }
            """ },
        { "a whole session", """
            async Task Send(string host, CancellationToken cancel)
            {
                try
                {
                    using var smtp = new SmtpClient();
                    await smtp.ConnectAsync(host, 587, MailKit.Security.SecureSocketOptions.StartTls, cancel);
                    await smtp.AuthenticateAsync(new NetworkCredential("user", "password"), cancel);
                    await smtp.SendAsync(message, cancel);
                    await smtp.DisconnectAsync(true, cancel);
                }
                catch ({|SMTP3001:System.Net.Mail.SmtpException|} ex) { log.Info(ex.Message); }
                catch (Exception ex) { log.Info(ex.ToString()); }
            }
            """ },
        { "the message is built there", """
            void Send(string to)
            {
                try
                {
                    var mail = new MimeMessage();
                    mail.To.Add(MailboxAddress.Parse(to.Trim()));
                    mail.Body = new TextPart("plain") { Text = File.ReadAllText("body.txt") };
                    client.Send(mail);
                    log.Info("sent " + string.Join(", ", mail.To));
                }
                catch ({|SMTP3001:System.Net.Mail.SmtpException|}) { queue.Requeue(message); }
            }
            """ },
        { "the interface", """
            void Send(ISmtpClient smtp) {
                try { smtp.Send(message); }
                catch ({|SMTP3001:System.Net.Mail.SmtpException|}) { queue.Requeue(message); }
            }
            """ },
        { "the transport's interface", """
            void Send(IMailTransport smtp) {
                try { smtp.Send(message); }
                catch ({|SMTP3001:System.Net.Mail.SmtpException|}) { queue.Requeue(message); }
            }
            """ },
        { "the transport's class", """
            void Send(MailTransport smtp) {
                try { smtp.Send(message); }
                catch ({|SMTP3001:System.Net.Mail.SmtpException|}) { queue.Requeue(message); }
            }
            """ },
        { "the user's subclass", """
            class Own : SmtpClient { }
            void Send(Own smtp) {
                try { smtp.Send(message); }
                catch ({|SMTP3001:System.Net.Mail.SmtpException|}) { queue.Requeue(message); }
            }
            """ },
        { ".NET's AuthenticationException", """
            void Open() {
                try { client.Authenticate("user", "password"); }
                catch ({|SMTP3001:System.Security.Authentication.AuthenticationException|}) { log.Info("no"); }
            }
            """ },
        { ".NET's AuthenticationException around Connect", """
            void Open() {
                try { client.Connect("host", 465, true); }
                catch ({|SMTP3001:System.Security.Authentication.AuthenticationException|}) { log.Info("no"); }
            }
            """ },
        { "a filter of every exception", """
            void Send() {
                try { client.Send(message); }
                catch (Exception ex) when (ex is {|SMTP3001:System.Net.Mail.SmtpException|}) {
                    queue.Requeue(message);
                }
            }
            """ },
        { "a filter of several", """
            void Send() {
                try { client.Send(message); }
                catch (Exception ex) when (ex is IOException or {|SMTP3001:System.Net.Mail.SmtpException|}) {
                    queue.Requeue(message);
                }
            }
            """ },
        { "a filter with a code", """
            void Send() {
                try { client.Send(message); }
                catch (Exception ex) when (ex is {|SMTP3001:System.Net.Mail.SmtpException|} {
                    StatusCode: System.Net.Mail.SmtpStatusCode.MailboxBusy
                }) { queue.Requeue(message); }
            }
            """ },
        { "is in the handler", """
            void Send() {
                try { client.Send(message); }
                catch (Exception ex) {
                    if (ex is {|SMTP3001:System.Net.Mail.SmtpException|} smtp) queue.Requeue(message);
                }
            }
            """ },
        { "as in the handler", """
            void Send() {
                try { client.Send(message); }
                catch (Exception ex) {
                    var smtp = ex as {|SMTP3001:System.Net.Mail.SmtpException|};
                    if (smtp != null) queue.Requeue(message);
                }
            }
            """ },
        { "a case", """
            void Send() {
                try { client.Send(message); }
                catch (Exception ex) {
                    switch (ex) {
                        case {|SMTP3001:System.Net.Mail.SmtpException|} smtp: queue.Requeue(message); break;
                    }
                }
            }
            """ },
        { "an arm", """
            Verdict Send() {
                try { client.Send(message); return Verdict.Sent; }
                catch (Exception ex) {
                    return ex switch {
                        {|SMTP3001:System.Net.Mail.SmtpException|} => Verdict.Retry, _ => Verdict.Other
                    };
                }
            }
            """ },
        { "a lambda inside the try", """
            async Task Send() {
                try { await Task.Run(() => client.Send(message)); }
                catch ({|SMTP3001:System.Net.Mail.SmtpException|}) { queue.Requeue(message); }
            }
            """ },
        { "a policy inside the try", """
            async Task Send(Polly.IAsyncPolicy policy) {
                try { await policy.ExecuteAsync(() => client.SendAsync(message)); }
                catch ({|SMTP3001:System.Net.Mail.SmtpException|}) { queue.Requeue(message); }
            }
            """ },
    };

    public static readonly Cases Policies = new()
    {
        { "Handle of a policy", """
            void Send() {
                Policy.Handle<{|SMTP3001:System.Net.Mail.SmtpException|}>().Retry(3).Execute(() =>
                    client.Send(message));
            }
            """ },
        { "Or of a policy", """
            void Send() {
                Policy.Handle<SmtpCommandException>().Or<{|SMTP3001:System.Net.Mail.SmtpException|}>().Retry(3).Execute(() =>
                    client.Send(message));
            }
            """ },
        { "a policy in a local", """
            async Task Send() {
                var policy = Policy.Handle<{|SMTP3001:System.Net.Mail.SmtpException|}>(ex =>
                    (int)ex.StatusCode < 500).RetryAsync(3);
                await policy.ExecuteAsync(() => client.SendAsync(message));
            }
            """ },
        { "a policy in a field", """
            static readonly IAsyncPolicy Retrying = Policy.Handle<{|SMTP3001:System.Net.Mail.SmtpException|}>().RetryAsync(3);
            Task Send() => Retrying.ExecuteAsync(() => client.SendAsync(message));
            """ },
        { "a lambda of a policy", """
            void Send() {
                Policy.Handle<Exception>(ex => ex is {|SMTP3001:System.Net.Mail.SmtpException|}
                    or IOException).Retry(3).Execute(() => client.Send(message));
            }
            """ },
        { "a builder of predicates", """
            async Task Send()
            {
                        var options = new RetryStrategyOptions
                        {
                            ShouldHandle = new PredicateBuilder().Handle<{|SMTP3001:System.Net.Mail.SmtpException|}>()
                        };
                var retrying = new ResiliencePipelineBuilder().AddRetry(options).Build();
                await retrying.ExecuteAsync(async cancel => await client.SendAsync(message, cancel));
            }
            """ },
        { "ShouldHandle", """
            async Task Send()
            {
                var options = new RetryStrategyOptions
                {
                    ShouldHandle = args => new ValueTask<bool>(args.Outcome.Exception is {|SMTP3001:System.Net.Mail.SmtpException|})
                };
                var retrying = new ResiliencePipelineBuilder().AddRetry(options).Build();
                await retrying.ExecuteAsync(async cancel => await client.SendAsync(message, cancel));
            }
            """ },
    };

    public static readonly Cases SilentPolicies = new()
    {
        { "a policy that is handed out", "static IAsyncPolicy Handed() => Policy.Handle<System.Net.Mail.SmtpException>().RetryAsync(3);" },
        { "a policy around a helper", """
            Task Other() => Task.CompletedTask;
            static readonly IAsyncPolicy Retrying = Policy.Handle<System.Net.Mail.SmtpException>().RetryAsync(3);
            Task Send() => Retrying.ExecuteAsync(() => Other());
            Task Again() => Retrying.ExecuteAsync(() => client.SendAsync(message));
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "MailKit's own exceptions", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpCommandException) { }
                catch (SmtpProtocolException) { }
                catch (MailKit.Security.AuthenticationException) { }
            }
            """ },
        { "a helper of the program's", """
            void Other() { }
            void Send() {
                try { client.Send(message); Other(); }
                catch (System.Net.Mail.SmtpException) { queue.Requeue(message); }
            }
            """ },
        { "a local function", """
            void Send() {
                void Other() { }
                try { client.Send(message); Other(); }
                catch (System.Net.Mail.SmtpException) { queue.Requeue(message); }
            }
            """ },
        { "a delegate", """
            void Send(Action other) {
                try { client.Send(message); other(); }
                catch (System.Net.Mail.SmtpException) { queue.Requeue(message); }
            }
            """ },
        { "a delegate that is handed on", """
            void Send(Action other) {
                try { client.Send(message); Task.Run(other); }
                catch (System.Net.Mail.SmtpException) { queue.Requeue(message); }
            }
            """ },
        { "a method that is handed on", """
            void Other() { }
            void Send() {
                try { client.Send(message); Task.Run(Other); }
                catch (System.Net.Mail.SmtpException) { queue.Requeue(message); }
            }
            """ },
        { "work that began elsewhere", """
            async Task Send(Task other) {
                try { client.Send(message); await other; }
                catch (System.Net.Mail.SmtpException) { queue.Requeue(message); }
            }
            """ },
        { "an interface of the program's", """
            void Send() {
                try { client.Send(message); queue.DeadLetter(message); }
                catch (System.Net.Mail.SmtpException) { queue.Requeue(message); }
            }
            """ },
        { "the other client too", """
            void Send(System.Net.Mail.SmtpClient other, System.Net.Mail.MailMessage mail) {
                try { client.Send(message); other.Send(mail); }
                catch (System.Net.Mail.SmtpException) { queue.Requeue(message); }
            }
            """ },
        { "thrown right there", """
            void Send() {
                try {
                    client.Send(message); if (message.To.Count == 0) throw new System.Net.Mail.SmtpException("no");
                }
                catch (System.Net.Mail.SmtpException) { queue.Requeue(message); }
            }
            """ },
        { "thrown by an inner handler", """
            void Send() {
                try {
                    try { client.Send(message); }
                    catch (Exception ex) { throw new System.Net.Mail.SmtpException(ex.Message); }
                }
                catch (System.Net.Mail.SmtpException) { queue.Requeue(message); }
            }
            """ },
        { "a method that the subclass overrides", """
            class Own : SmtpClient {
                public override string Send(FormatOptions options, MimeMessage message, CancellationToken cancel,
                    ITransferProgress progress) => base.Send(options, message, cancel, progress);
            }
            void Send(Own smtp) {
                try { smtp.Send(FormatOptions.Default, message, default, null); }
                catch (System.Net.Mail.SmtpException) { queue.Requeue(message); }
            }
            """ },
        { "no client in the try", """
            void Send() {
                try { File.Delete("x"); } catch (System.Net.Mail.SmtpException) { queue.Requeue(message); }
            }
            """ },
        { "the inner exception of a failed handshake", """
            void Open() {
                try { client.Connect("host"); }
                catch (Exception ex)
                    when (ex.InnerException is System.Security.Authentication.AuthenticationException) {
                    log.Info("no");
                }
            }
            """ },
        { "unwrapped before it is asked", """
            void Open() {
                try { client.Connect("host"); }
                catch (Exception ex) {
                    while (ex.InnerException != null) ex = ex.InnerException;
                    if (ex is System.Security.Authentication.AuthenticationException) log.Info("no");
                }
            }
            """ },
        { "a TLS stream of the program's own", """
            void Open(System.Net.Security.SslStream tls) {
                try {
                    tls.AuthenticateAsClient("host");
                    client.Connect(tls, "host", 25, MailKit.Security.SecureSocketOptions.None);
                }
                catch (System.Security.Authentication.AuthenticationException) { log.Info("no"); }
            }
            """ },
        { "a classifier that is called from anywhere",
            "static bool IsTransient(Exception ex) => ex is System.Net.Mail.SmtpException or SmtpCommandException;" },
        { "an exception type of the program's", """
            class SmtpException : Exception { }
            void Send() { try { client.Send(message); } catch (SmtpException) { queue.Requeue(message); } }
            """ },
        { "every exception", "void Send() { try { client.Send(message); } catch (Exception) { queue.Requeue(message); } }" },
    };

    public static readonly FixCases Fixes = new()
    {
        {
            "the exception of a reply",
            "void Send() { try { client.Send(message); } catch ({|SMTP3001:System.Net.Mail.SmtpException|} ex) { log.Info(ex.Message); } }",
            "void Send() { try { client.Send(message); } catch (SmtpCommandException ex) { log.Info(ex.Message); } }"
        },
        {
            "the codes that it names",
            """
            void Send()
            {
                try { client.Send(message); }
                catch ({|SMTP3001:System.Net.Mail.SmtpException|} ex)
                    when (ex.StatusCode == System.Net.Mail.SmtpStatusCode.LocalErrorInProcessing)
                {
                    queue.Requeue(message);
                }
            }
            """,
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex)
                    when (ex.StatusCode == SmtpStatusCode.ErrorInProcessing)
                {
                    queue.Requeue(message);
                }
            }
            """
        },
        {
            "the reply is handled already",
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException) { }
                catch ({|SMTP3001:System.Net.Mail.SmtpException|} ex) { log.Info(ex.Message); }
            }
            """,
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException) { }
                catch (SmtpProtocolException ex) { log.Info(ex.Message); }
            }
            """
        },
        {
            "both are handled already",
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException) { }
                catch (SmtpProtocolException) { }
                catch ({|SMTP3001:System.Net.Mail.SmtpException|} ex) { log.Info(ex.Message); }
            }
            """,
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException) { }
                catch (SmtpProtocolException) { }
                catch ({|SMTP3001:System.Net.Mail.SmtpException|} ex) { log.Info(ex.Message); }
            }
            """
        },
        {
            "a member that only the other has",
            """
            void Send()
            {
                try { client.Send(message); }
                catch ({|SMTP3001:System.Net.Mail.SmtpFailedRecipientException|} ex) { log.Info(ex.FailedRecipient); }
            }
            """,
            """
            void Send()
            {
                try { client.Send(message); }
                catch ({|SMTP3001:System.Net.Mail.SmtpFailedRecipientException|} ex) { log.Info(ex.FailedRecipient); }
            }
            """
        },
        {
            "a pattern",
            """
            void Send()
            {
                try { client.Send(message); }
                catch (Exception ex) when (ex is IOException or {|SMTP3001:System.Net.Mail.SmtpException|} /* reply */)
                {
                    queue.Requeue(message);
                }
            }
            """,
            """
            void Send()
            {
                try { client.Send(message); }
                catch (Exception ex) when (ex is IOException or SmtpProtocolException /* reply */)
                {
                    queue.Requeue(message);
                }
            }
            """
        },
        {
            "the reply is tested for already",
            """
            void Send()
            {
                try { client.Send(message); }
                catch (Exception ex) when (ex is SmtpCommandException || ex is {|SMTP3001:System.Net.Mail.SmtpException|})
                {
                    log.Info(ex.Message);
                }
            }
            """,
            """
            void Send()
            {
                try { client.Send(message); }
                catch (Exception ex) when (ex is SmtpCommandException)
                {
                    log.Info(ex.Message);
                }
            }
            """
        },
        {
            "both are handled already, and what never runs only throws",
            """
            void Send()
            {
                try
                {
                    client.Send(message);
                }
                catch (SmtpCommandException)
                {
                    throw;
                }
                catch (SmtpProtocolException)
                {
                    throw;
                }
                catch ({|SMTP3001:System.Net.Mail.SmtpException|} ex)
                {
                    throw new InvalidOperationException("not sent", ex);
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
                catch (SmtpCommandException)
                {
                    throw;
                }
                catch (SmtpProtocolException)
                {
                    throw;
                }
            }
            """
        },
        {
            "several at once",
            """
            void Send() { try { client.Send(message); } catch ({|SMTP3001:System.Net.Mail.SmtpException|} ex) { log.Info(ex.Message); } }
            void Again() { try { client.Send(message); } catch ({|SMTP3001:System.Net.Mail.SmtpException|} ex) { log.Info(ex.Message); } }
            """,
            """
            void Send() { try { client.Send(message); } catch (SmtpCommandException ex) { log.Info(ex.Message); } }
            void Again() { try { client.Send(message); } catch (SmtpCommandException ex) { log.Info(ex.Message); } }
            """
        },
    };

    [Theory, MemberData(nameof(Positives))]
    public Task Reported(string member) => Verify.Exceptions.MailKit(member);

    [Theory, MemberData(nameof(Policies)), MemberData(nameof(SilentPolicies))]
    public Task In_policies(string member) => Verify.Exceptions.File("using Polly; using Polly.Retry;\n" + Verify.InMailKit(member));

    [Theory, MemberData(nameof(Silent))]
    public Task Not_reported(string member) => Verify.Exceptions.MailKit(member);

    [Theory, MemberData(nameof(Fixes))]
    public Task Mended(string member, string mended) => Verify.Exceptions.Fix(member, mended);

    [Fact]
    public Task In_a_policy_mended() => Verify.Exceptions.FileFix(
        "using Polly;\n" + Verify.InMailKit("""
            void Send() {
                Policy.Handle<{|SMTP3001:System.Net.Mail.SmtpException|}>(ex => (int)ex.StatusCode / 100 == 4)
                    .WaitAndRetry(3, attempt => TimeSpan.FromMinutes(30)).Execute(() => client.Send(message));
            }
            """),
        "using Polly;\n" + Verify.InMailKit("""
            void Send() {
                Policy.Handle<SmtpCommandException>(ex => (int)ex.StatusCode / 100 == 4)
                    .WaitAndRetry(3, attempt => TimeSpan.FromMinutes(30)).Execute(() => client.Send(message));
            }
            """));

    [Fact]
    public Task In_a_policy_that_would_repeat_every_reply() => Verify.Exceptions.FileFix(
        "using Polly;\n" + Verify.InMailKit("""
            void Send() {
                Policy.Handle<{|SMTP3001:System.Net.Mail.SmtpException|}>()
                    .WaitAndRetry(3, attempt => TimeSpan.FromMinutes(30)).Execute(() => client.Send(message));
            }
            """),
        "using Polly;\n" + Verify.InMailKit("""
            void Send() {
                Policy.Handle<SmtpCommandException>(ex => (int)ex.StatusCode is >= 400 and < 500)
                    .WaitAndRetry(3, attempt => TimeSpan.FromMinutes(30)).Execute(() => client.Send(message));
            }
            """));

    [Theory]
    [InlineData(
        ".Handle<SmtpCommandException>(ex => (int)ex.StatusCode / 100 == 4).Or<{|SMTP3001:System.Net.Mail.SmtpException|}>()",
        ".Handle<SmtpCommandException>(ex => (int)ex.StatusCode / 100 == 4)")]
    [InlineData(
        ".Handle<{|SMTP3001:System.Net.Mail.SmtpException|}>(ex => (int)ex.StatusCode / 100 == 4)"
            + ".Or<SmtpCommandException>(ex => (int)ex.StatusCode / 100 == 4)",
        ".Handle<SmtpCommandException>(ex => (int)ex.StatusCode / 100 == 4)")]
    [InlineData(
        "\n    .Handle<SmtpCommandException>(ex => (int)ex.StatusCode / 100 == 4)"
            + "\n    .Or<{|SMTP3001:System.Net.Mail.SmtpException|}>() // one bad address\n    ",
        "\n    .Handle<SmtpCommandException>(ex => (int)ex.StatusCode / 100 == 4)\n    // one bad address\n    ")]
    public Task In_a_policy_that_handles_the_reply_already(string clauses, string mended)
    {
        string File(string handled) => "using Polly;\n" + Verify.InMailKit(
            $"void Send() {{ Policy{handled}.WaitAndRetry(3, attempt => TimeSpan.FromMinutes(30)).Execute(() => client.Send(message)); }}");
        return Verify.Exceptions.FileFix(File(clauses), File(mended));
    }

    [Fact]
    public Task In_a_loop_that_would_repeat_every_reply() => Verify.Exceptions.Fix(
        """
        void Send()
        {
            for (var i = 0; i < 3; i++)
            {
                try { client.Send(message); return; }
                catch ({|SMTP3001:System.Net.Mail.SmtpException|} ex)
                {
                    log.Info(ex.Message);
                    Thread.Sleep(1800000);
                }
            }
        }
        """,
        """
        void Send()
        {
            for (var i = 0; i < 3; i++)
            {
                try { client.Send(message); return; }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 400 and < 500)
                {
                    log.Info(ex.Message);
                    Thread.Sleep(1800000);
                }
            }
        }
        """);

    // One defect, one finding.
    [Theory]
    [InlineData("""
        void Send() {
            for (var i = 0; i < 3; i++) {
                try { client.Send(message); return; }
                catch ({|SMTP3001:System.Net.Mail.SmtpException|}) { Thread.Sleep(60000); }
            }
        }
        """)]
    [InlineData("""
        void Send() {
            Policy.Handle<{|SMTP3001:System.Net.Mail.SmtpException|}>().WaitAndRetry(3, attempt =>
                TimeSpan.FromMinutes(30)).Execute(() => client.Send(message));
        }
        """)]
    [InlineData("""
        void Send() {
            try { client.Send(message); }
            catch ({|SMTP3001:System.Net.Mail.SmtpException|}) { queue.DeadLetter(message); }
        }
        """)]
    public Task Alone_reported(string member)
    {
        var test = Verify.Exceptions.Test("using Polly;\n" + Verify.InMailKit(member));
        test.DisabledDiagnostics.Clear();
        return test.RunAsync();
    }

    [Fact]
    public Task With_a_using_where_it_is_needed() => Verify.Exceptions.FileFix(
        """
        using System.Security.Authentication;

        class Login
        {
            void Open(MailKit.Net.Smtp.SmtpClient client)
            {
                try { client.Connect("host"); }
                catch ({|SMTP3001:AuthenticationException|}) { System.Console.WriteLine("no TLS"); }
            }
        }
        """,
        """
        using System.Security.Authentication;
        using MailKit.Security;

        class Login
        {
            void Open(MailKit.Net.Smtp.SmtpClient client)
            {
                try { client.Connect("host"); }
                catch (SslHandshakeException) { System.Console.WriteLine("no TLS"); }
            }
        }
        """);

    [Fact]
    public Task Qualified_where_the_short_name_is_another_type() => Verify.Exceptions.FileFix(
        """
        using System.Security.Authentication;

        class Login
        {
            void Open(MailKit.Net.Smtp.SmtpClient client)
            {
                try { client.Authenticate("user", "password"); }
                catch ({|SMTP3001:AuthenticationException|}) { System.Console.WriteLine("no"); }
            }
        }
        """,
        """
        using System.Security.Authentication;

        class Login
        {
            void Open(MailKit.Net.Smtp.SmtpClient client)
            {
                try { client.Authenticate("user", "password"); }
                catch (MailKit.Security.AuthenticationException) { System.Console.WriteLine("no"); }
            }
        }
        """);

    [Fact]
    public Task MailKits_exceptions_around_the_client_of_System_Net_Mail() => Verify.Exceptions.SystemNetMailFix(
        """
        void Send()
        {
            try { client.Send(message); }
            catch ({|SMTP3001:MailKit.Net.Smtp.SmtpCommandException|} ex) { log.Info(ex.Message); }
        }
        """,
        """
        void Send()
        {
            try { client.Send(message); }
            catch (SmtpException ex) { log.Info(ex.Message); }
        }
        """);

    [Fact]
    public Task NETs_AuthenticationException_around_the_client_of_System_Net_Mail_is_thrown() => Verify.Exceptions.SystemNetMail(
        """
        void Send()
        {
            try { client.Send(message); }
            catch (System.Security.Authentication.AuthenticationException ex) { log.Info(ex.Message); }
        }
        """);

    [Fact]
    public Task In_CSharp_7_3() => Verify.Exceptions.MailKit(
        """
            void Send() {
                try { client.Send(message); }
                catch (Exception ex) when (ex is {|SMTP3001:System.Net.Mail.SmtpException|}) {
                    queue.Requeue(message);
                }
            }
            """,
        LanguageVersion.CSharp7_3);
}
