using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.CodeFixes;

namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP3006_WrongCredentialsTests
{
    private const string Login = """try { client.Authenticate("user", "password"); }""";

    // What the fix asks.
    private const string Temporary = "ex.InnerException is SmtpCommandException reply && (int)reply.StatusCode is >= 400 and < 500";

    public static readonly Cases Positives = new()
    {
        { "a property of an answer that denies retrying", """
            record Failure(string Code, bool IsTransient);
            Failure Classify(Exception ex) => ex switch {
                {|SMTP3006:MailKit.Security.AuthenticationException|} => new Failure("auth", false), _ => new Failure("unknown", true),
            };
            """ },
        { "an element of a tuple that denies retrying", """
            (string Code, bool Retryable) Classify(Exception ex) => ex switch {
                {|SMTP3006:MailKit.Security.AuthenticationException|} => ("auth", false),
                _ => ("unknown", true),
            };
            """ },
        { "a predicate that denies retrying", """
            bool IsTransient(Exception ex) => ex switch {
                {|SMTP3006:MailKit.Security.AuthenticationException|} => false,
                SmtpCommandException c => (int)c.StatusCode < 500,
                _ => true,
            };
            """ },
        { "a predicate that gives up", """
            bool IsPermanent(Exception ex) {
                return ex switch {
                    {|SMTP3006:MailKit.Security.AuthenticationException|} or FormatException => true,
                    SmtpCommandException c => (int)c.StatusCode >= 500,
                    _ => false,
                };
            }
            """ },
        { "a text of several parts", """
            Exception Explain(Exception ex, bool gmail) => ex switch {
                {|SMTP3006:MailKit.Security.AuthenticationException|} => new InvalidOperationException(
                    "The server didn't accept the user name or password." + (gmail ? " Use an app password." : ""), ex),
                _ => ex,
            };
            """ },
        { "an arm of a classifier", """
            Verdict Of(Exception ex) => ex switch {
                {|SMTP3006:MailKit.Security.AuthenticationException|} => Verdict.Permanent,
                SmtpCommandException c when (int)c.StatusCode >= 500 => Verdict.Permanent,
                _ => Verdict.Retry,
            };
            """ },
        { "a section of a classifier that speaks of credentials", """
            bool Judge(Exception ex, out string why) {
                switch (ex) {
                    case {|SMTP3006:MailKit.Security.AuthenticationException|}:
                    case ServiceNotAuthenticatedException: why = "The server rejected the credentials."; return true;
                    default: why = ""; return false;
                }
            }
            """ },
        { "a transport logs in out of sight", """
            interface ITransport { Task SendAsync(MimeMessage mail, CancellationToken stop); }
            async Task<Verdict> Go(ITransport transport, CancellationToken stop) {
                try { await transport.SendAsync(message, stop); return Verdict.Sent; }
                catch {|SMTP3006:(MailKit.Security.AuthenticationException)|} { return Verdict.Permanent; }
            }
            """ },
        { "a flag of an exception", """
            class DeliveryException : Exception { public DeliveryException(bool isTransient, Exception e) : base("", e) { } }
            async Task Go() {
                try { await client.AuthenticateAsync("user", "password"); await client.SendAsync(message); }
                catch (SmtpCommandException ex) { throw new DeliveryException((int)ex.StatusCode < 500, ex); }
                catch {|SMTP3006:(MailKit.Security.AuthenticationException ex)|} { throw new DeliveryException(isTransient: false, ex); }
            }
            """ },
        { "an element of a tuple", """
            async Task<(bool Sent, bool Retry)> Go() {
                try { await client.AuthenticateAsync("user", "password"); await client.SendAsync(message); return (true, false); }
                catch {|SMTP3006:(MailKit.Security.AuthenticationException)|} { return (false, false); }
            }
            """ },
        { "MailKit's own sample", $$"""
            void Open() {
                {{Login}} catch {|SMTP3006:(MailKit.Security.AuthenticationException)|} {
                    Console.WriteLine("Invalid user name or password.");
                }
            }
            """ },
        { "thrown on", $$"""
            void Open() {
                {{Login}} catch {|SMTP3006:(MailKit.Security.AuthenticationException ex)|} {
                    throw new InvalidOperationException("Wrong password", ex);
                }
            }
            """ },
        { "an exception named for it", $$"""
            class InvalidCredentialsException : Exception { }
            void Open() {
                {{Login}} catch {|SMTP3006:(MailKit.Security.AuthenticationException)|} { throw new InvalidCredentialsException(); }
            }
            """ },
        { "a verdict", $$"""
            enum Login { Ok, WrongPassword }
            Login Open() {
                {{Login}} catch {|SMTP3006:(MailKit.Security.AuthenticationException)|} { return Login.WrongPassword; }
                return Login.Ok;
            }
            """ },
        { "another password is asked for", $$"""
            void PromptForPassword() { }
            void Open() {
                {{Login}} catch {|SMTP3006:(MailKit.Security.AuthenticationException)|} { PromptForPassword(); }
            }
            """ },
        { "a test of credentials", $$"""
            bool ValidateCredentials() {
                {{Login}} catch {|SMTP3006:(MailKit.Security.AuthenticationException)|} { return false; }
                return true;
            }
            """ },
        { "given up permanently", """
            async Task<Verdict> Go() {
                try {
                    await client.AuthenticateAsync("user", "password"); await client.SendAsync(message);
                    return Verdict.Sent;
                }
                catch {|SMTP3006:(MailKit.Security.AuthenticationException)|} { return Verdict.Permanent; }
            }
            """ },
        { "a dead letter", $$"""
            void Open() {
                {{Login}} catch {|SMTP3006:(MailKit.Security.AuthenticationException)|} { queue.DeadLetter(message); }
            }
            """ },
        { "an exception that nobody retries", $$"""
            void Open() {
                {{Login}} catch {|SMTP3006:(MailKit.Security.AuthenticationException ex)|} {
                    throw new PermanentDeliveryException("The login failed.", ex);
                }
            }
            """ },
        { "credentials in an object", """
            async Task Open(ICredentials credentials) {
                try { await client.AuthenticateAsync(credentials); }
                catch {|SMTP3006:(MailKit.Security.AuthenticationException)|} { log.Info("Invalid credentials"); }
            }
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "an element of a tuple that allows retrying", """
            (string Code, bool Retryable) Classify(Exception ex) => ex switch {
                MailKit.Security.AuthenticationException => ("auth", true), _ => ("unknown", false),
            };
            """ },
        { "a predicate that says nothing of retrying", """
            bool IsConnected(Exception ex) => ex switch { MailKit.Security.AuthenticationException => false, _ => true };
            """ },
        { "a predicate that retries it", """
            bool IsTransient(Exception ex) => ex switch {
                MailKit.Security.AuthenticationException => true,
                SmtpCommandException c => (int)c.StatusCode < 500,
                _ => false,
            };
            """ },
        { "part of an answer", """
            (bool, string) IsTransient(Exception ex) => (ex switch { MailKit.Security.AuthenticationException => false, _ => true }, "");
            """ },
        { "what is sent out of sight is no mail of MimeKit", """
            interface ITransport { Task SendAsync(string text); }
            async Task<Verdict> Go(ITransport transport) {
                try { await transport.SendAsync("text"); return Verdict.Sent; }
                catch (MailKit.Security.AuthenticationException) { return Verdict.Permanent; }
            }
            """ },
        { "an arm that looks inside", """
            Verdict Of(Exception ex) => ex switch {
                MailKit.Security.AuthenticationException { InnerException: SmtpCommandException c } when (int)c.StatusCode < 500 =>
                    Verdict.Retry,
                MailKit.Security.AuthenticationException => Verdict.Permanent,
                _ => Verdict.Retry,
            };
            """ },
        { "an arm with a text for people", """
            string Of(Exception ex) => ex switch { MailKit.Security.AuthenticationException => "Wrong password.", _ => "Not sent." };
            """ },
        { "an arm that says to try again", """
            Verdict Of(Exception ex) => ex switch { MailKit.Security.AuthenticationException => Verdict.Retry, _ => Verdict.Permanent };
            """ },
        { "an arm that is the same for all refusals", """
            Verdict Of(Exception ex) => ex switch {
                MailKit.Security.AuthenticationException or ServiceNotConnectedException => Verdict.Retry, _ => Verdict.Permanent
            };
            """ },
        { "a flag that says to try again", """
            async Task<(bool Sent, bool Retry)> Go() {
                try { await client.AuthenticateAsync("user", "password"); await client.SendAsync(message); return (true, false); }
                catch (MailKit.Security.AuthenticationException) { return (false, true); }
            }
            """ },
        { "the reply is looked at", $$"""
            void Open() {
                {{Login}} catch (MailKit.Security.AuthenticationException ex) {
                    if (ex.InnerException is SmtpCommandException { StatusCode: SmtpStatusCode.AuthenticationInvalidCredentials }) log
                        .Info("Wrong password");
                }
            }
            """ },
        { "the reply is looked at before", $$"""
            void Open() {
                {{Login}} catch (MailKit.Security.AuthenticationException ex)
                    when (ex.InnerException is SmtpCommandException reply && (int)reply.StatusCode < 500) {
                    throw;
                }
                catch (MailKit.Security.AuthenticationException) { log.Info("Wrong password"); }
            }
            """ },
        { "a filter", $$"""
            void Open() {
                {{Login}} catch (MailKit.Security.AuthenticationException ex) when (ex.Message.StartsWith("535")) {
                    log.Info("Wrong password");
                }
            }
            """ },
        { "the text is looked at", $$"""
            void Open() {
                {{Login}} catch (MailKit.Security.AuthenticationException ex) {
                    log.Info(ex.Message.StartsWith("535") ? "Wrong password" : "Try later");
                }
            }
            """ },
        { "a mechanism, which carries no reply", """
            void Open() {
                try { client.Authenticate(new MailKit.Security.SaslMechanismPlain("user", "password")); }
                catch (MailKit.Security.AuthenticationException) { log.Info("Wrong password"); }
            }
            """ },
        { "it is retried", $$"""void Open() { {{Login}} catch (MailKit.Security.AuthenticationException) { queue.Requeue(message); } }""" },
        { "a failure without a word on credentials", $$"""
            void Open() {
                {{Login}} catch (MailKit.Security.AuthenticationException ex) { log.Info("Login failed: " + ex.Message); throw; }
            }
            """ },
        { "a login that was rejected", $$"""
            void Open() {
                {{Login}} catch (MailKit.Security.AuthenticationException ex) { log.Info("SMTP login rejected: " + ex.Message); throw; }
            }
            """ },
        { "a test of more than credentials",
            $$"""bool TestConnection() { {{Login}} catch (MailKit.Security.AuthenticationException) { return false; } return true; }""" },
        { ".NET's exception of that name",
            $$"""void Open() { {{Login}} catch (InvalidOperationException) { log.Info("Wrong password"); } }""" },
        { "no login in the try", """
            void Open() {
                try { client.Connect("host"); }
                catch (MailKit.Security.AuthenticationException) { log.Info("Wrong password"); }
            }
            """ },
    };

    private const string OldTemporary = "ex.InnerException is SmtpCommandException reply && (int)reply.StatusCode / 100 == 4";

    public static readonly FixCases Fixes = new()
    {
        {
            "a handler before it",
            """
            void Open()
            {
                try
                {
                    client.Authenticate("user", "password");
                }
                catch {|SMTP3006:(MailKit.Security.AuthenticationException)|}
                {
                    log.Info("Wrong password");
                }
            }
            """,
            $$"""
            void Open()
            {
                try
                {
                    client.Authenticate("user", "password");
                }
                catch (MailKit.Security.AuthenticationException ex) when ({{Temporary}})
                {
                    throw;
                }
                catch (MailKit.Security.AuthenticationException)
                {
                    log.Info("Wrong password");
                }
            }
            """
        },
        {
            "a handler of everything below",
            """
            string Open()
            {
                try { client.Authenticate("user", "password"); return "ok"; }
                catch {|SMTP3006:(MailKit.Security.AuthenticationException)|} { return "Wrong password"; }
                catch (Exception) { return "Not now"; }
            }
            """,
            $$"""
            string Open()
            {
                try { client.Authenticate("user", "password"); return "ok"; }
                catch (MailKit.Security.AuthenticationException ex) when (!({{Temporary}})) { return "Wrong password"; }
                catch (Exception) { return "Not now"; }
            }
            """
        },
        {
            "a loop that would end",
            """
            void Open(string[] users)
            {
                foreach (var user in users)
                {
                    try { client.Authenticate(user, "password"); }
                    catch {|SMTP3006:(MailKit.Security.AuthenticationException)|} { log.Info("Wrong password"); }
                }
            }
            """,
            """
            void Open(string[] users)
            {
                foreach (var user in users)
                {
                    try { client.Authenticate(user, "password"); }
                    catch {|SMTP3006:(MailKit.Security.AuthenticationException)|} { log.Info("Wrong password"); }
                }
            }
            """
        },
        {
            "in one line",
            $"void Open() {{ {Login} "
                + """catch {|SMTP3006:(MailKit.Security.AuthenticationException failed)|} { log.Info("Wrong password" + failed); } }""",
            $"void Open() {{ {Login} catch (MailKit.Security.AuthenticationException failed) "
                + $$"""when ({{Temporary.Replace("ex.", "failed.")}}) { throw; } """
                + """catch (MailKit.Security.AuthenticationException failed) { log.Info("Wrong password" + failed); } }"""
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
        void Open()
        {
            try { client.Authenticate("user", "password"); }
            catch {|SMTP3006:(MailKit.Security.AuthenticationException)|} { log.Info("Wrong password"); }
        }
        """,
        $$"""
        void Open()
        {
            try { client.Authenticate("user", "password"); }
            catch (MailKit.Security.AuthenticationException ex) when ({{OldTemporary}}) { throw; }
            catch (MailKit.Security.AuthenticationException) { log.Info("Wrong password"); }
        }
        """,
        LanguageVersion.CSharp7_3);
}
