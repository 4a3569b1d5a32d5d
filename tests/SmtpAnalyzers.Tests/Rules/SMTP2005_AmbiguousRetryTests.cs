namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP2005_AmbiguousRetryTests
{
    private static readonly Verifier Rule = new("SMTP2005");

    private const string Usings = "using Polly; using Polly.Retry;\n";

    public static readonly Cases Reported = new()
    {
        { "below the try, after connecting again", """
            void Send() {
                try { client.Send(message); return; }
                catch {|SMTP2005:(SmtpProtocolException)|} { client.Connect("mx"); }
                client.Send(message);
            }
            """ },
        { "Polly 7, a predicate that asks for it", """
            object P => Policy.{|SMTP2005:Handle<Exception>|}(ex => ex is SmtpProtocolException || ex is TimeoutException)
                .WaitAndRetryAsync(3, n => TimeSpan.FromMinutes(n));
            """ },
        { "Polly 8, a switch that asks for it", """
            object P => new RetryStrategyOptions {
                ShouldHandle = {|SMTP2005:args => args.Outcome switch {
                    { Exception: SmtpProtocolException } => PredicateResult.True(), _ => PredicateResult.False()
                }|}
            };
            """ },
        { "a broken protocol", """
            void Send() {
                for (var i = 0; i < 3; i++) {
                    try { client.Connect("mx"); client.Send(message); return; }
                    catch {|SMTP2005:(SmtpProtocolException)|} { Thread.Sleep(60_000); }
                }
            }
            """ },
        { "a lost connection", """
            void Send() {
                for (var i = 0; i < 3; i++) {
                    try { client.Connect("mx"); client.Send(message); return; }
                    catch {|SMTP2005:(IOException ex)|} { log.Info(ex.Message); }
                }
            }
            """ },
        { "a time-out", """
            async Task Send() {
                for (var i = 0; i < 3; i++) {
                    try { await client.ConnectAsync("mx"); await client.SendAsync(message); return; }
                    catch {|SMTP2005:(TimeoutException)|} { }
                }
            }
            """ },
        { "a cancellation", """
            async Task Send() {
                try { await client.SendAsync(message); }
                catch {|SMTP2005:(OperationCanceledException)|}
                { await client.ConnectAsync("mx"); await client.SendAsync(message); }
            }
            """ },
        { "types in a filter", """
            async Task Send() {
                for (var i = 0; i < 3; i++) {
                    try { await client.SendAsync(message); return; }
                    catch {|SMTP2005:(Exception ex)|} when (ex is SmtpProtocolException or IOException) {
                        await Task.Delay(60_000);
                    }
                }
            }
            """ },
        { "beside a right handler of replies", """
            async Task Send() {
                for (var i = 0; i < 3; i++) {
                    try { await client.SendAsync(message); return; }
                    catch (SmtpCommandException ex) when ((int)ex.StatusCode / 100 == 4) { }
                    catch {|SMTP2005:(SmtpProtocolException)|} { }
                }
            }
            """ },
        { "Polly", """
            object P => Policy.Handle<SmtpCommandException>(ex =>
                (int)ex.StatusCode / 100 == 4).{|SMTP2005:Or<SmtpProtocolException>|}().Or<IOException>().RetryAsync(3);
            """ },
        { "Polly, by its base class", """
            object P => Policy.Handle<SmtpCommandException>(ex =>
                (int)ex.StatusCode / 100 == 4).{|SMTP2005:Or<MailKit.ProtocolException>|}().RetryAsync(3);
            """ },
        { "by its base class", """
            void Send() {
                for (var i = 0; i < 3; i++) {
                    try { client.Connect("mx"); client.Send(message); return; }
                    catch {|SMTP2005:(MailKit.ProtocolException)|} { Thread.Sleep(60_000); }
                }
            }
            """ },
        { "Polly 8", """
            object P => new RetryStrategyOptions {
                ShouldHandle = new PredicateBuilder().{|SMTP2005:Handle<SmtpProtocolException>|}()
            };
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "Polly 7, a predicate that says no to it", """
            object P => Policy.Handle<Exception>(ex => ex is TimeoutException && !(ex is SmtpProtocolException))
                .WaitAndRetryAsync(3, n => TimeSpan.FromMinutes(n));
            """ },
        { "every exception", """
            void Send() {
                for (var i = 0; i < 3; i++) {
                    try { client.Connect("mx"); client.Send(message); return; }
                    catch (Exception) { Thread.Sleep(60_000); }
                }
            }
            """ },
        { "only connecting", """
            void Open() {
                for (var i = 0; i < 3; i++) {
                    try { client.Connect("mx"); return; } catch (IOException) { Thread.Sleep(60_000); }
                }
            }
            """ },
        { "it is not sent again",
            "void Send() { try { client.Send(message); } catch (SmtpProtocolException) { queue.Requeue(message); } }" },
        { "the next message", """
            void SendAll(List<MimeMessage> mails) {
                foreach (var mail in mails) {
                    try { client.Send(mail); } catch (IOException) { client.Connect("mx"); }
                }
            }
            """ },
        { "another message", """
            void Send(MimeMessage notice) {
                try { client.Send(message); } catch (IOException) { client.Connect("mx"); client.Send(notice); }
            }
            """ },
        { "it ends after a lost connection", """
            void Send() {
                for (var i = 0; i < 3; i++) {
                    try { client.Send(message); return; }
                    catch (SmtpCommandException) { }
                    catch (SmtpProtocolException) { return; }
                }
            }
            """ },
        { "Polly, not mail", "object P => Policy.Handle<IOException>().Or<TimeoutException>().RetryAsync(3);" },
    };

    [Theory, MemberData(nameof(Reported))]
    public Task May_have_succeeded(string member) => Rule.File(Usings + Verify.InMailKit(member));

    [Theory, MemberData(nameof(Silent))]
    public Task Silent_where_it_is_clear(string member) => Rule.File(Usings + Verify.InMailKit(member));

    [Fact]
    public Task GeneralFailure_of_System_Net_Mail() => Rule.SystemNetMail(
        """
            void Send() {
                for (var i = 0; i < 3; i++) {
                    try { client.Send(message); return; }
                    catch {|SMTP2005:(SmtpException ex)|} when (ex.StatusCode == SmtpStatusCode.GeneralFailure) {
                        Thread.Sleep(60_000);
                    }
                }
            }
            """);

    [Fact]
    public Task GeneralFailure_in_a_predicate_that_the_handler_asks() => Rule.SystemNetMail(
        """
            static bool IsTimeout(SmtpException ex) =>
                ex.StatusCode == SmtpStatusCode.GeneralFailure || ex.InnerException is TimeoutException;
            void Send() {
                try { client.Send(message); } catch {|SMTP2005:(SmtpException ex)|} { if (IsTimeout(ex)) client.Send(message); }
            }
            """);

    [Theory]
    [InlineData("(TimeoutException)"), InlineData("(IOException)"), InlineData("{|SMTP2005:(OperationCanceledException)|}")]
    public Task Lost_connections_of_System_Net_Mail(string caught) => Rule.SystemNetMail(
        $$"""
            async Task Send() {
                for (var i = 0; i < 3; i++) {
                    try { await client.SendMailAsync(message); return; } catch {{caught}} { await Task.Delay(60_000); }
                }
            }
            """);

    [Theory]
    [InlineData("Or<TimeoutException>"), InlineData("Or<IOException>"), InlineData("{|SMTP2005:Or<OperationCanceledException>|}")]
    public Task Lost_connections_of_System_Net_Mail_in_a_policy(string handled) => Rule.File(Usings + Verify.InSystemNetMail(
        "object P => Policy.Handle<SmtpException>(e => (int)e.StatusCode / 100 == 4)."
            + $"{handled}().WaitAndRetryAsync(3, n => TimeSpan.FromMinutes(n));"));

    [Theory]
    [InlineData("SmtpStatusCode.GeneralFailure => true", true)]
    [InlineData("SmtpStatusCode.GeneralFailure => true, SmtpStatusCode.MailboxUnavailable => true", true)]
    [InlineData("SmtpStatusCode.GeneralFailure => false", false)]
    [InlineData("SmtpStatusCode.LocalErrorInProcessing => true", false)]
    public Task GeneralFailure_in_a_predicate_of_the_filter(string arm, bool isReported) => Rule.SystemNetMail(
        $$"""
            void Send() {
                for (var i = 0; i < 3; i++) {
                    try { client.Send(message); return; }
                    catch {{(isReported ? "{|SMTP2005:(SmtpException ex)|}" : "(SmtpException ex)")}} when (IsTransient(ex.StatusCode)) {
                        Thread.Sleep(60_000);
                    }
                }
            }
            bool IsTransient(SmtpStatusCode code) => code switch { SmtpStatusCode.MailboxBusy => true, {{arm}}, _ => false };
            """);

    [Fact]
    public Task Every_SmtpException_of_System_Net_Mail() => Rule.SystemNetMail(
        """
            void Send() {
                for (var i = 0; i < 3; i++) {
                    try { client.Send(message); return; } catch (SmtpException) { Thread.Sleep(60_000); }
                }
            }
            """);
}
