namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP2007_UnboundedRetryTests
{
    private static readonly Verifier Rule = new("SMTP2007");

    private const string Usings = "using Polly; using Polly.Retry;\n";

    public static readonly Cases Reported = new()
    {
        { "while true", """
            void Send() {
                {|SMTP2007:while (true)|}
                { try { client.Send(message); return; } catch (SmtpCommandException) { Thread.Sleep(60_000); } }
            }
            """ },
        { "4yz only", """
            async Task Send() {
                {|SMTP2007:while (true)|}
                { try { await client.SendAsync(message); break; } catch (SmtpCommandException ex)
                    when ((int)ex.StatusCode / 100 == 4) { await Task.Delay(TimeSpan.FromMinutes(30)); } }
            }
            """ },
        { "for without a condition", """
            void Send() {
                {|SMTP2007:for (;;)|}
                { try { client.Send(message); return; } catch (Exception) { Thread.Sleep(60_000); } }
            }
            """ },
        { "until it is sent", """
            void Send() {
                var sent = false; {|SMTP2007:while (!sent)|}
                { try { client.Send(message); sent = true; } catch (SmtpCommandException) { Thread.Sleep(60_000); } }
            }
            """ },
        { "do until it is sent", """
            void Send() {
                bool sent = false; {|SMTP2007:do|}
                { try { client.Send(message); sent = true; } catch (SmtpCommandException) { Thread.Sleep(60_000); } }
                while (!sent);
            }
            """ },
        { "the attempts are counted for the log only", """
            void Send() {
                var n = 0; {|SMTP2007:while (true)|}
                {
                    try { client.Send(message); return; }
                    catch (SmtpCommandException) { n++; log.Info("attempt " + n); Thread.Sleep(60_000); }
                }
            }
            """ },
        { "recursion", """
            void Send(MimeMessage mail) {
                try { client.Send(mail); }
                catch (SmtpCommandException) { Thread.Sleep(60_000); {|SMTP2007:Send(mail)|}; }
            }
            """ },
        { "recursion that counts and does not look", """
            async Task Send(MimeMessage mail, int n) {
                try { await client.SendAsync(mail); }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode / 100 == 4) {
                    await Task.Delay(60_000); await {|SMTP2007:Send(mail, n + 1)|};
                }
            }
            """ },
        { "goto", """
            void Send() {
                again: try { client.Send(message); }
                catch (SmtpCommandException) { Thread.Sleep(60_000); {|SMTP2007:goto again;|} }
            }
            """ },
        { "lost connections", """
            void Send() {
                {|SMTP2007:while (true)|}
                { try { client.Connect("mx"); client.Send(message); return; } catch (IOException) { Thread.Sleep(60_000); } }
            }
            """ },
        { "RetryForever", """
            object P => Policy.Handle<SmtpCommandException>(ex =>
                (int)ex.StatusCode / 100 == 4).{|SMTP2007:RetryForever|}();
            """ },
        { "WaitAndRetryForeverAsync", """
            object P => Policy.Handle<SmtpCommandException>().{|SMTP2007:WaitAndRetryForeverAsync|}(n =>
                TimeSpan.FromMinutes(n));
            """ },
        { "for ever, and it visibly sends", """
            Task P(CancellationToken stop) =>
                Policy.Handle<Exception>().{|SMTP2007:RetryForeverAsync|}().ExecuteAsync(token =>
                client.SendAsync(message, token), stop);
            """ },
        { "as often as int goes", """
            object P => new RetryStrategyOptions {
                ShouldHandle = new PredicateBuilder().Handle<SmtpCommandException>(),
                    {|SMTP2007:MaxRetryAttempts = int.MaxValue|}
            };
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "counted", """
            void Send() {
                for (var i = 0; i < 3; i++) {
                    try { client.Send(message); return; } catch (SmtpCommandException) { Thread.Sleep(60_000); }
                }
            }
            """ },
        { "counted in the handler", """
            void Send() {
                var n = 0;
                while (true) {
                    try { client.Send(message); return; }
                    catch (SmtpCommandException) { if (++n == 5) throw; Thread.Sleep(60_000); }
                }
            }
            """ },
        { "counted in the filter", """
            void Send() {
                var n = 0;
                while (true) {
                    try { client.Send(message); return; }
                    catch (SmtpCommandException) when (n++ < 5) { Thread.Sleep(60_000); }
                }
            }
            """ },
        { "a deadline", """
            void Send(DateTime until) {
                while (DateTime.UtcNow < until) {
                    try { client.Send(message); return; } catch (SmtpCommandException) { Thread.Sleep(60_000); }
                }
            }
            """ },
        { "cancelled", """
            async Task Send(CancellationToken stop) {
                while (!stop.IsCancellationRequested) {
                    try { await client.SendAsync(message); return; }
                    catch (SmtpCommandException) { await Task.Delay(60_000); }
                }
            }
            """ },
        { "cancelled while it waits", """
            async Task Send(CancellationToken stop) {
                while (true) {
                    try { await client.SendAsync(message); return; }
                    catch (SmtpCommandException) { await Task.Delay(60_000, stop); }
                }
            }
            """ },
        { "stopped by a field", """
            volatile bool stopping;
            void Send() {
                while (!stopping) {
                    try { client.Send(message); return; } catch (SmtpCommandException) { Thread.Sleep(60_000); }
                }
            }
            """ },
        { "recursion that counts", """
            void Send(MimeMessage mail, int n) {
                try { client.Send(mail); } catch (SmtpCommandException) { if (n > 3) throw; Send(mail, n + 1); }
            }
            """ },
        { "recursion, one more time", """
            void Send(MimeMessage mail, bool again) {
                try { client.Send(mail); } catch (SmtpCommandException) when (again) { Send(mail, false); }
            }
            """ },
        { "one more send", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpCommandException) { Thread.Sleep(60_000); client.Send(message); }
            }
            """ },
        { "a worker", """
            void Work(Queue<MimeMessage> mails) {
                while (true) {
                    var mail = mails.Dequeue();
                    try { client.Send(mail); }
                    catch (Exception ex) { log.Info(ex.Message); }
                }
            }
            """ },
        { "a routine", """
            void Work() {
                while (true) {
                    try { client.Send(message); } catch (Exception ex) { log.Info(ex.Message); } Thread.Sleep(60_000);
                }
            }
            """ },
        { "only connecting", """
            void Open() {
                while (true) { try { client.Connect("mx"); return; } catch (Exception) { Thread.Sleep(60_000); } }
            }
            """ },
        { "another host", """
            void Send(Func<string> nextHost) {
                while (true) {
                    var host = nextHost();
                    try { client.Connect(host); client.Send(message); return; }
                    catch (Exception) { }
                }
            }
            """ },
        { "Polly with a count", "object P => Policy.Handle<SmtpCommandException>().RetryAsync(3);" },
        { "Polly for ever, not mail", """
            Task P(HttpClient http) => Policy.Handle<Exception>().RetryForeverAsync().ExecuteAsync(() =>
                http.GetAsync("https://x.test"));
            """ },
    };

    [Theory, MemberData(nameof(Reported))]
    public Task Without_end(string member) => Rule.File(Usings + Verify.InMailKit(member));

    [Theory, MemberData(nameof(Silent))]
    public Task Silent_where_it_ends(string member) => Rule.File(Usings + Verify.InMailKit(member));

    [Fact]
    public Task With_System_Net_Mail() => Rule.SystemNetMail(
        """
            void Send() {
                {|SMTP2007:while (true)|}
                { try { client.Send(message); return; } catch (SmtpException) { Thread.Sleep(60_000); } }
            }
            """);
}
