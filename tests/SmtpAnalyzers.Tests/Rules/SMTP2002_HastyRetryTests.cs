namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP2002_HastyRetryTests
{
    private static readonly Verifier Rule = new("SMTP2002");

    private const string Usings = "using Polly; using Polly.Retry;\n";

    public static readonly Cases Reported = new()
    {
        { "at once, below the try", """
            void Send() {
                try { client.Send(message); return; }
                catch {|SMTP2002:(SmtpCommandException ex)|} when ((int)ex.StatusCode / 100 == 4) { log.Info(ex.Message); }
                client.Send(message);
            }
            """ },
        { "a message whose text is made again", """
            string Apply(string template, string name) => template.Replace("{name}", name);
            MimeMessage Compose(string text) => new MimeMessage { Subject = text };
            void Send(string template, string name) {
                for (var i = 0; i < 3; i++) {
                    try { var text = Apply(template, name); client.Send(Compose(text)); return; }
                    catch {|SMTP2002:(SmtpCommandException ex)|} when ((int)ex.StatusCode / 100 == 4) { log.Info(ex.Message); }
                }
            }
            """ },
        { "no wait", """
            void Send() {
                for (var i = 0; i < 3; i++) {
                    try { client.Send(message); return; }
                    catch {|SMTP2002:(SmtpCommandException ex)|} when ((int)ex.StatusCode / 100 == 4) {
                        log.Info(ex.Message);
                    }
                }
            }
            """ },
        { "450 by name", """
            void Send() {
                for (var i = 0; i < 3; i++) {
                    try { client.Send(message); return; }
                    catch {|SMTP2002:(SmtpCommandException ex)|}
                        when (ex.StatusCode == SmtpStatusCode.MailboxBusy) { }
                }
            }
            """ },
        { "milliseconds", """
            void Send() {
                for (var i = 0; i < 3; i++) {
                    try { client.Send(message); return; }
                    catch {|SMTP2002:(SmtpCommandException)|} { Thread.Sleep(5000); }
                }
            }
            """ },
        { "a second second", """
            async Task Send() {
                for (var i = 0; i < 3; i++) {
                    try { await client.SendAsync(message); return; }
                    catch {|SMTP2002:(SmtpCommandException)|} { await Task.Delay(TimeSpan.FromSeconds(1)); }
                }
            }
            """ },
        { "a constant", """
            const int Pause = 2_000;
            async Task Send() {
                for (var i = 0; i < 3; i++) {
                    try { await client.SendAsync(message); return; }
                    catch {|SMTP2002:(SmtpCommandException)|} { await Task.Delay(Pause); }
                }
            }
            """ },
        { "a field", """
            static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
            async Task Send() {
                for (var i = 0; i < 3; i++) {
                    try { await client.SendAsync(message); return; }
                    catch {|SMTP2002:(SmtpCommandException)|} { } await Task.Delay(Pause);
                }
            }
            """ },
        { "a local", """
            async Task Send() {
                var pause = new TimeSpan(0, 0, 3);
                for (var i = 0; i < 3; i++) {
                    try { await client.SendAsync(message); return; }
                    catch {|SMTP2002:(SmtpCommandException)|} { await Task.Delay(pause); }
                }
            }
            """ },
        { "again in the handler", """
            void Send() {
                try { client.Send(message); } catch {|SMTP2002:(SmtpCommandException)|} { client.Send(message); }
            }
            """ },
        { "again in the handler, after five seconds", """
            void Send() {
                try { client.Send(message); }
                catch {|SMTP2002:(SmtpCommandException)|} { Thread.Sleep(5000); client.Send(message); }
            }
            """ },
        { "every exception", """
            void Send() {
                for (var i = 0; i < 3; i++) {
                    try { client.Send(message); return; } catch {|SMTP2002:(Exception)|} { Thread.Sleep(1000); }
                }
            }
            """ },
        { "Polly 7 without waits", """
            object P => Policy.{|SMTP2002:Handle<SmtpCommandException>|}(ex =>
                (int)ex.StatusCode / 100 == 4).RetryAsync(3);
            """ },
        { "Polly 7 with a constant wait", """
            object P => Policy.Handle<IOException>().{|SMTP2002:Or<SmtpCommandException>|}().WaitAndRetryAsync(3, _ =>
                TimeSpan.FromSeconds(2));
            """ },
        { "Polly 7 with equal waits", """
            object P => Policy.{|SMTP2002:Handle<SmtpCommandException>|}().WaitAndRetry(new[] {
                TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)
            });
            """ },
        { "Polly 8 with a constant wait", """
            object P => new RetryStrategyOptions {
                ShouldHandle = new PredicateBuilder().{|SMTP2002:Handle<SmtpCommandException>|}(),
                    Delay = TimeSpan.FromSeconds(1)
            };
            """ },
        { "Polly 8 with its own wait of two seconds", """
            object P => new RetryStrategyOptions {
                ShouldHandle = new PredicateBuilder().{|SMTP2002:Handle<SmtpCommandException>|}(ex =>
                    (int)ex.StatusCode / 100 == 4), MaxRetryAttempts = 5
            };
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "a wait below the try, before the second send", """
            void Send() {
                var sent = false;
                try { client.Send(message); sent = true; }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode / 100 == 4) { log.Info(ex.Message); }
                if (!sent) { Thread.Sleep(60_000); client.Send(message); }
            }
            """ },
        { "a text that is taken from somewhere", """
            string NextText(Queue<string> texts) => texts.Dequeue();
            MimeMessage Compose(string text) => new MimeMessage { Subject = text };
            void Send(Queue<string> texts) {
                for (var i = 0; i < 3; i++) {
                    try { var text = NextText(texts); client.Send(Compose(text)); }
                    catch (SmtpCommandException ex) when ((int)ex.StatusCode / 100 == 4) { log.Info(ex.Message); }
                }
            }
            """ },
        { "long enough", """
            void Send() {
                for (var i = 0; i < 3; i++) {
                    try { client.Send(message); return; } catch (SmtpCommandException) { Thread.Sleep(10_000); }
                }
            }
            """ },
        { "minutes", """
            async Task Send() {
                for (var i = 0; i < 3; i++) {
                    try { await client.SendAsync(message); return; }
                    catch (SmtpCommandException) { await Task.Delay(TimeSpan.FromMinutes(5)); }
                }
            }
            """ },
        { "longer each time", """
            async Task Send() {
                for (var i = 1; i < 4; i++) {
                    try { await client.SendAsync(message); return; }
                    catch (SmtpCommandException) { await Task.Delay(TimeSpan.FromSeconds(Math.Pow(2, i))); }
                }
            }
            """ },
        { "doubled", """
            async Task Send() {
                var pause = 1000;
                for (var i = 1; i < 4; i++) {
                    try { await client.SendAsync(message); return; }
                    catch (SmtpCommandException) { await Task.Delay(pause); pause *= 2; }
                }
            }
            """ },
        { "as configured", """
            TimeSpan Pause { get; set; }
            async Task Send() {
                for (var i = 1; i < 4; i++) {
                    try { await client.SendAsync(message); return; }
                    catch (SmtpCommandException) { await Task.Delay(Pause); }
                }
            }
            """ },
        { "somebody waits", """
            Task BackOffAsync(int n) => Task.Delay(n * 60_000);
            async Task Send() {
                for (var i = 1; i < 4; i++) {
                    try { await client.SendAsync(message); return; }
                    catch (SmtpCommandException) { await BackOffAsync(i); }
                }
            }
            """ },
        { "421 alone", """
            void Send() {
                for (var i = 0; i < 3; i++) {
                    try { client.Connect("mx"); client.Send(message); return; }
                    catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.ServiceNotAvailable) {
                        Thread.Sleep(1000);
                    }
                }
            }
            """ },
        { "only lost connections", """
            void Send() {
                for (var i = 0; i < 3; i++) {
                    try { client.Connect("mx"); client.Send(message); return; }
                    catch (SmtpProtocolException) { Thread.Sleep(1000); }
                }
            }
            """ },
        { "without a bound, which is another rule's", """
            void Send() {
                while (true) {
                    try { client.Send(message); return; } catch (SmtpCommandException) { Thread.Sleep(1000); }
                }
            }
            """ },
        { "the next message", """
            void SendAll(List<MimeMessage> mails) {
                foreach (var mail in mails) {
                    try { client.Send(mail); } catch (SmtpCommandException ex) { log.Info(ex.Message); }
                }
            }
            """ },
        { "Polly 7, longer each time", """
            object P => Policy.Handle<SmtpCommandException>().WaitAndRetryAsync(3, n =>
                TimeSpan.FromSeconds(Math.Pow(2, n)));
            """ },
        { "Polly 7, a list that grows", """
            object P => Policy.Handle<SmtpCommandException>().WaitAndRetryAsync(new[] {
                TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)
            });
            """ },
        { "Polly 7 for ever", "object P => Policy.Handle<SmtpCommandException>().RetryForeverAsync();" },
        { "Polly 7, lost connections only", "object P => Policy.Handle<SmtpProtocolException>().RetryAsync(3);" },
        { "Polly 7, 5yz only", "object P => Policy.Handle<SmtpCommandException>(ex => (int)ex.StatusCode / 100 == 5).RetryAsync(3);" },
        { "Polly 8, exponential", """
            object P => new RetryStrategyOptions {
                ShouldHandle = new PredicateBuilder().Handle<SmtpCommandException>(), Delay = TimeSpan.FromSeconds(1),
                    BackoffType = DelayBackoffType.Exponential
            };
            """ },
        { "Polly 8, computed", """
            object P => new RetryStrategyOptions {
                ShouldHandle = new PredicateBuilder().Handle<SmtpCommandException>(), DelayGenerator = args =>
                    new ValueTask<TimeSpan?>(TimeSpan.FromSeconds(args.AttemptNumber))
            };
            """ },
        { "Polly 8, not mail", """
            object P => new RetryStrategyOptions {
                ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>()
            };
            """ },
    };

    [Theory, MemberData(nameof(Reported))]
    public Task Too_soon(string member) => Rule.File(Usings + Verify.InMailKit(member));

    [Theory, MemberData(nameof(Silent))]
    public Task Silent_where_it_waits(string member) => Rule.File(Usings + Verify.InMailKit(member));

    [Theory]
    [InlineData("{|SMTP2002:(SmtpFailedRecipientException)|} { Thread.Sleep(5000); client.Send(message); }")]
    [InlineData("{|SMTP2002:(SmtpFailedRecipientsException)|} { Thread.Sleep(5000); client.Send(message); }")]
    [InlineData("""
        {|SMTP2002:(SmtpFailedRecipientsException ex)|} {
            foreach (var one in ex.InnerExceptions)
                if (one.StatusCode == SmtpStatusCode.MailboxBusy) { Thread.Sleep(5000); client.Send(message); }
        }
        """)]
    [InlineData("""
        (SmtpFailedRecipientsException ex) {
            foreach (var one in ex.InnerExceptions)
                if (one.StatusCode == SmtpStatusCode.InsufficientStorage) { Thread.Sleep(5000); client.Send(message); }
        }
        """)]
    [InlineData("(SmtpFailedRecipientException) { Thread.Sleep(60_000); client.Send(message); }")]
    public Task Refused_recipients(string handler) => Rule.SystemNetMail(
        $"void Send() {{ try {{ client.Send(message); }} catch {handler} }}");
}
