namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP2001_RetryIgnoresReplyCodeTests
{
    private static readonly Verifier Rule = new("SMTP2001");

    private const string Usings = "using Polly; using Polly.Retry;\n";

    public static readonly Cases Loops = new()
    {
        { "the same host with other encryption", """
            async Task Send(string host, MailKit.Security.SecureSocketOptions[] options) {
                for (var i = 0; i < options.Length; i++) {
                    try { await client.ConnectAsync(host, 25, options[i]); await client.SendAsync(message); return; }
                    catch {|SMTP2001:(Exception)|} { await Task.Delay(60_000); }
                }
            }
            """ },
        { "for", """
            void Send() {
                for (var i = 0; i < 3; i++) {
                    try { client.Send(message); return; }
                    catch {|SMTP2001:(SmtpCommandException)|} { Thread.Sleep(60_000); }
                }
            }
            """ },
        { "for, the last attempt throws", """
            async Task Send() {
                for (var i = 1; ; i++) {
                    try { await client.SendAsync(message); return; }
                    catch {|SMTP2001:(SmtpCommandException ex)|} { log.Info(ex.Message); if (i == 3) throw; }
                    await Task.Delay(60_000);
                }
            }
            """ },
        { "the attempts are counted in the filter", """
            async Task Send() {
                var attempt = 0;
                while (true) {
                    try { await client.SendAsync(message); return; }
                    catch {|SMTP2001:(SmtpCommandException)|} when (++attempt < 3) { await Task.Delay(60_000); }
                }
            }
            """ },
        { "every exception", """
            async Task Send() {
                for (var i = 0; i < 3; i++) {
                    try { await client.SendAsync(message); break; }
                    catch {|SMTP2001:(Exception ex)|} { log.Info(ex.Message); await Task.Delay(60_000); }
                }
            }
            """ },
        { "without a type", """
            void Send() {
                for (var i = 0; i < 3; i++) {
                    try { client.Send(message); return; } {|SMTP2001:catch|} { Thread.Sleep(60_000); }
                }
            }
            """ },
        { "while, with a flag", """
            void Send() {
                var sent = false; var tries = 0;
                while (!sent && tries < 5) {
                    try { client.Send(message); sent = true; }
                    catch {|SMTP2001:(SmtpCommandException)|} { tries++; Thread.Sleep(60_000); }
                }
            }
            """ },
        { "do", """
            void Send() {
                var tries = 0; var sent = false;
                do {
                    try { client.Send(message); sent = true; } catch {|SMTP2001:(SmtpCommandException)|} { tries++; }
                }
                while (!sent && tries < 3);
            }
            """ },
        { "goto", """
            void Send() {
                var tries = 0;
                again: try { client.Send(message); }
                catch {|SMTP2001:(SmtpCommandException)|} { if (tries++ < 3) goto again; throw; }
            }
            """ },
        { "recursion", """
            void Send(MimeMessage mail, int attempt) {
                try { client.Send(mail); }
                catch {|SMTP2001:(SmtpCommandException)|} { if (attempt > 3) throw; Send(mail, attempt + 1); }
            }
            """ },
        { "recursion, a number called retry", """
            async Task<bool> SendAsync(MimeMessage mail, int retry = 3) {
                try { await client.SendAsync(mail); return true; }
                catch {|SMTP2001:(SmtpCommandException)|} when (retry > 0) {
                    await Task.Delay(60_000); return await SendAsync(mail, retry - 1);
                }
                catch { return false; }
            }
            """ },
        { "recursion, one more time", """
            void Send(MimeMessage mail, bool again = true) {
                try { client.Send(mail); }
                catch {|SMTP2001:(SmtpCommandException)|} { if (!again) throw; Send(mail, again: false); }
            }
            """ },
        { "one blind second send", """
            void Send() {
                try { client.Send(message); }
                catch {|SMTP2001:(SmtpCommandException)|} { Thread.Sleep(5000); client.Send(message); }
            }
            """ },
        { "one blind second send, connected again", """
            void Send() {
                try { client.Connect("mx"); client.Send(message); }
                catch {|SMTP2001:(Exception)|} { client.Connect("mx"); client.Send(message); }
            }
            """ },
        { "one blind second send, connected by others before", """
            void Send() {
                try { client.Send(message); }
                catch {|SMTP2001:(Exception)|} { client.Connect("mx"); client.Send(message); }
            }
            """ },
        { "one more time, by a flag", """
            void Send() {
                var retried = false;
                while (true) {
                    try { client.Send(message); return; }
                    catch {|SMTP2001:(SmtpCommandException)|}
                    { if (retried) throw; retried = true; Thread.Sleep(60_000); }
                }
            }
            """ },
        { "connected again for each attempt", """
            async Task Send() {
                for (var i = 0; i < 3; i++) {
                    try {
                        using var c = new SmtpClient(); await c.ConnectAsync("mx"); await c.SendAsync(message);
                        await c.DisconnectAsync(true); return;
                    }
                    catch {|SMTP2001:(Exception)|} when (i < 2) { await Task.Delay(60_000); }
                }
            }
            """ },
        { "network errors apart, which changes nothing", """
            async Task Send() {
                for (var i = 0; i < 3; i++) {
                    try { await client.SendAsync(message); return; }
                    catch (IOException) { await Task.Delay(1); }
                    catch {|SMTP2001:(SmtpCommandException)|} { await Task.Delay(60_000); }
                }
            }
            """ },
        { "a helper of the same class sends", """
            Task SendOnceAsync(MimeMessage mail) => client.SendAsync(mail);
            async Task Send() {
                for (var i = 0; i < 3; i++) {
                    try { await SendOnceAsync(message); return; }
                    catch {|SMTP2001:(Exception)|} { await Task.Delay(60_000); }
                }
            }
            """ },
        { "the user's transport, MailKit's exception", """
            interface ITransport { Task SendAsync(MimeMessage m); }
            ITransport transport;
            async Task Send() {
                for (var i = 0; i < 3; i++) {
                    try { await transport.SendAsync(message); return; }
                    catch {|SMTP2001:(SmtpCommandException)|} { await Task.Delay(60_000); }
                }
            }
            """ },
        { "MailKit's interfaces", """
            async Task Send(IMailTransport transport) {
                for (var i = 0; i < 3; i++) {
                    try { await transport.SendAsync(message); return; }
                    catch {|SMTP2001:(SmtpCommandException)|} { await Task.Delay(60_000); }
                }
            }
            """ },
        { "a subclass", """
            class Mine : SmtpClient { }
            async Task Send(Mine mine) {
                for (var i = 0; i < 3; i++) {
                    try { await mine.SendAsync(message); return; }
                    catch {|SMTP2001:(CommandException)|} { await Task.Delay(60_000); }
                }
            }
            """ },
        { "a lambda", """
            Func<Task> Job => async () => {
                for (var i = 0; i < 3; i++) {
                    try { await client.SendAsync(message); return; }
                    catch {|SMTP2001:(SmtpCommandException)|} { await Task.Delay(60_000); }
                }
            };
            """ },
        { "a login refused apart", """
            async Task Send() {
                for (var i = 0; i < 3; i++) {
                    try { await client.SendAsync(message); return; }
                    catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.AuthenticationRequired) {
                        throw;
                    }
                    catch {|SMTP2001:(SmtpCommandException)|} { await Task.Delay(60_000); }
                }
            }
            """ },
        { "a result that says whether it was sent", """
            bool Send() {
                for (var i = 0; i < 3; i++) {
                    try { client.Send(message); return true; }
                    catch {|SMTP2001:(Exception)|} { Thread.Sleep(60_000); }
                }
                return false;
            }
            """ },
    };

    public static readonly Cases Polly7 = new()
    {
        { "wrapped, beside a circuit breaker", """
            readonly AsyncPolicy _policy = Policy.WrapAsync(
                Policy.{|SMTP2001:Handle<Exception>|}().WaitAndRetryAsync(3, _ => TimeSpan.FromMinutes(5)),
                Policy.Handle<Exception>().CircuitBreakerAsync(3, TimeSpan.FromMinutes(1)));
            Task Send() => _policy.ExecuteAsync(() => client.SendAsync(message));
            """ },
        { "Handle", "object P => Policy.{|SMTP2001:Handle<SmtpCommandException>|}().WaitAndRetryAsync(3, n => TimeSpan.FromMinutes(n));" },
        { "Or", """
            object P => Policy.Handle<IOException>().{|SMTP2001:Or<SmtpCommandException>|}().WaitAndRetry(3, n =>
                TimeSpan.FromMinutes(n));
            """ },
        { "each of two", """
            object P =>
                Policy.{|SMTP2001:Handle<SmtpCommandException>|}().Or<SmtpProtocolException>().{|SMTP2001:OrInner<SmtpCommandException>|}()
                    .RetryAsync(3);
            """ },
        { "both of two that are one", """
            object P => Policy.{|SMTP2001:Handle<SmtpCommandException>|}().Or<SmtpCommandException>().WaitAndRetryAsync(3, n =>
                TimeSpan.FromMinutes(n));
            """ },
        { "everything as well, which leaves nothing to the look at the code", """
            object P => Policy.Handle<SmtpCommandException>(ex => (int)ex.StatusCode / 100 == 4).{|SMTP2001:Or<Exception>|}()
                .WaitAndRetryAsync(3, n => TimeSpan.FromMinutes(n));
            """ },
        { "everything as well, and the wait isn't known", """
            Task P() => Policy.Handle<SmtpCommandException>().{|SMTP2001:Or<Exception>|}()
                .WaitAndRetryAsync(3, n => n.{|CS1061:Minutes|}()).ExecuteAsync(() => client.SendAsync(message));
            """ },
        { "for ever", "object P => Policy.{|SMTP2001:Handle<SmtpCommandException>|}().RetryForever();" },
        { "of a result", "object P => Policy<string>.{|SMTP2001:Handle<SmtpCommandException>|}().RetryAsync(3);" },
        { "a field", """
            static readonly AsyncRetryPolicy Retries = Policy.{|SMTP2001:Handle<SmtpCommandException>|}().WaitAndRetryAsync(3,
                n => TimeSpan.FromMinutes(n));
            """ },
        { "a builder in a variable", """
            object P() {
                var errors = Policy.{|SMTP2001:Handle<SmtpCommandException>|}(); return errors.RetryAsync(3);
            }
            """ },
        { "a lambda that says yes", "object P => Policy.{|SMTP2001:Handle<SmtpCommandException>|}(_ => true).RetryAsync(3);" },
        { "a lambda that only looks at the type", """
            object P => Policy.{|SMTP2001:Handle<Exception>|}(ex => ex is SmtpCommandException
                || ex is SmtpProtocolException).RetryAsync(3);
            """ },
        { "everything, and it visibly sends", """
            Task P() => Policy.{|SMTP2001:Handle<Exception>|}().RetryAsync(3).ExecuteAsync(() =>
                client.SendAsync(message));
            """ },
        { "everything, kept in a field", """
            readonly AsyncRetryPolicy retries = Policy.{|SMTP2001:Handle<Exception>|}().WaitAndRetryAsync(3, n =>
                TimeSpan.FromMinutes(n));
            Task Send() => retries.ExecuteAsync(async () => { await client.SendAsync(message); });
            """ },
        { "everything, and a helper sends", """
            async Task SendOnce() { await client.ConnectAsync("mx"); await client.SendAsync(message); }
            Task P() {
                var retries = Policy.{|SMTP2001:Handle<Exception>|}().RetryAsync(3);
                return retries.ExecuteAsync(() => SendOnce());
            }
            """ },
    };

    public static readonly Cases Polly8 = new()
    {
        { "PredicateBuilder", """
            object P => new RetryStrategyOptions {
                ShouldHandle = new PredicateBuilder().{|SMTP2001:Handle<SmtpCommandException>|}()
            };
            """ },
        { "PredicateBuilder with others", """
            object P => new RetryStrategyOptions {
                ShouldHandle = new PredicateBuilder().Handle<IOException>().{|SMTP2001:Handle<SmtpCommandException>|}()
                    .Handle<SmtpProtocolException>()
            };
            """ },
        { "of a result", """
            object P => new RetryStrategyOptions<string> {
                ShouldHandle = new PredicateBuilder<string>().{|SMTP2001:Handle<SmtpCommandException>|}()
            };
            """ },
        { "kept in a variable", """
            object P() {
                var errors = new PredicateBuilder().{|SMTP2001:Handle<SmtpCommandException>|}();
                return new RetryStrategyOptions { ShouldHandle = errors };
            }
            """ },
        { "a lambda", """
            object P => new RetryStrategyOptions {
                ShouldHandle = args =>
                    ValueTask.FromResult(args.Outcome.Exception is {|SMTP2001:SmtpCommandException|})
            };
            """ },
        { "a lambda of two types", """
            object P => new RetryStrategyOptions {
                ShouldHandle = static args => new ValueTask<bool>(args.Outcome.Exception is IOException
                    or {|SMTP2001:SmtpCommandException|})
            };
            """ },
        { "a switch expression", """
            object P => new RetryStrategyOptions {
                ShouldHandle = args => args.Outcome switch {
                    { Exception: {|SMTP2001:SmtpCommandException|} } => PredicateResult.True(), _ =>
                        PredicateResult.False()
                }
            };
            """ },
        { "a switch over the exception", """
            object P => new RetryStrategyOptions {
                ShouldHandle = args => args.Outcome.Exception switch {
                    IOException => PredicateResult.True(), {|SMTP2001:SmtpCommandException|} =>
                        PredicateResult.True(), _ => PredicateResult.False()
                }
            };
            """ },
        { "an async lambda", """
            object P => new RetryStrategyOptions {
                ShouldHandle = async args => {
                    await Task.Yield(); return args.Outcome.Exception is {|SMTP2001:SmtpCommandException|};
                }
            };
            """ },
        { "AddRetry", """
            object P => new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions {
                ShouldHandle = new PredicateBuilder().{|SMTP2001:Handle<SmtpCommandException>|}()
            });
            """ },
        { "everything, and it visibly sends", """
            async Task P() {
                var pipeline = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions {
                    ShouldHandle = new PredicateBuilder().{|SMTP2001:Handle<Exception>|}()
                }).Build();
                await pipeline.ExecuteAsync(async token => { await client.SendAsync(message, token); });
            }
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "the handler sends the message to somebody else", """
            void M() {
                try { client.Send(message); }
                catch (SmtpCommandException) {
                    message.To.Clear(); message.To.Add(MailboxAddress.Parse("admin@a.test")); client.Send(message);
                }
            }
            """ },
        { "the message goes to somebody else below the try", """
            void M() {
                try { client.Send(message); return; } catch (SmtpCommandException ex) { log.Info(ex.Message); }
                message.To.Clear();
                message.To.Add(MailboxAddress.Parse("admin@a.test"));
                client.Send(message);
            }
            """ },
        { "a copy goes out below the try, whether it succeeds or not", """
            void M(MailKit.IMailFolder sent) {
                try { client.Send(message); } catch (SmtpCommandException ex) { log.Info(ex.Message); }
                sent.Append(message);
            }
            """ },
        { "sent twice, whether the first succeeds or not", """
            void M() {
                try { client.Send(message); } catch (SmtpCommandException ex) { log.Info(ex.Message); }
                client.Send(message);
            }
            """ },
        { "another message below the try", """
            void M(MimeMessage next) {
                try { client.Send(message); return; } catch (SmtpCommandException ex) { log.Info(ex.Message); }
                client.Send(next);
            }
            """ },
        { "the next message goes to a sender of another file", """
            interface ICommon { Task SendEmail(MimeMessage mail); }
            async Task Run(ICommon common, List<MimeMessage> all) {
                foreach (var mail in all) {
                    try { await common.SendEmail(mail); } catch (Exception ex) { log.Info(ex.Message); }
                }
            }
            """ },
        { "what a sender of another file is given is no library's message", """
            interface ICommon { Task SendEmail(string to); }
            async Task Run(ICommon common) {
                for (var i = 0; i < 3; i++) {
                    try { await common.SendEmail("a@b.c"); break; } catch (Exception ex) { log.Info(ex.Message); await Task.Delay(60_000); }
                }
            }
            """ },
        { "a helper that is called a sender and writes to a disk", """
            void SendToArchive(MimeMessage mail) => mail.WriteTo("mail.eml");
            async Task Run() {
                for (var i = 0; i < 3; i++) {
                    try { SendToArchive(message); break; } catch (Exception ex) { log.Info(ex.Message); await Task.Delay(60_000); }
                }
            }
            """ },
        { "a helper that handles the failures of the sender itself", """
            interface ICommon { Task SendEmail(MimeMessage mail); }
            ICommon common;
            async Task SendSafely(MimeMessage mail) { try { await common.SendEmail(mail); } catch (Exception ex) { log.Info(ex.Message); } }
            async Task Run() {
                for (var i = 0; i < 3; i++) {
                    try { await SendSafely(message); break; } catch (Exception ex) { log.Info(ex.Message); await Task.Delay(60_000); }
                }
            }
            """ },
        { "helpers that call each other", """
            Task SendOne(MimeMessage mail) => SendOther(mail);
            Task SendOther(MimeMessage mail) => SendOne(mail);
            async Task Run() {
                for (var i = 0; i < 3; i++) {
                    try { await SendOne(message); break; } catch (Exception ex) { log.Info(ex.Message); await Task.Delay(60_000); }
                }
            }
            """ },
        { "the message is stored", """
            interface IStore { Task SaveAsync(MimeMessage mail); }
            async Task Run(IStore store) {
                for (var i = 0; i < 3; i++) {
                    try { await store.SaveAsync(message); break; } catch (Exception ex) { log.Info(ex.Message); await Task.Delay(60_000); }
                }
            }
            """ },
        { "a filter that asks for the code of one type", """
            async Task<Verdict> Send() {
                try { await client.SendAsync(message); return Verdict.Sent; }
                catch (Exception ex) when (ex is SmtpCommandException { StatusCode: < (SmtpStatusCode)500 } or IOException) {
                    return Verdict.Retry;
                }
            }
            """ },
        { "a filter that asks something else, too", """
            async Task<Verdict> Send(Func<Exception, bool> isTransient) {
                try { await client.SendAsync(message); return Verdict.Sent; }
                catch (Exception ex) when (ex is SmtpCommandException && isTransient(ex)) { return Verdict.Retry; }
            }
            """ },
        { "a filter on types behind one that takes 5yz out", """
            async Task<Verdict> Send() {
                try { await client.SendAsync(message); return Verdict.Sent; }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode >= 500) { return Verdict.Permanent; }
                catch (Exception ex) when (ex is SmtpCommandException or SmtpProtocolException) { return Verdict.Retry; }
            }
            """ },
        { "something else is queued", """
            interface IQueue { void Enqueue(object entry); }
            void Send(IQueue emailQueue, IQueue auditTrail, IQueue reviewQueue) {
                try { client.Send(message); }
                catch (SmtpCommandException) {
                    emailQueue.Enqueue("alarm"); auditTrail.Enqueue(message); reviewQueue.Enqueue(message);
                }
            }
            """ },
        { "queued at first", """
            interface IEmailQueue { void Enqueue(MimeMessage mail); }
            void Send(IEmailQueue emailQueue) {
                emailQueue.Enqueue(message);
                try { client.Send(message); } catch (SmtpCommandException) { }
            }
            """ },
        { "4yz only", """
            void Send() {
                for (var i = 0; i < 3; i++) {
                    try { client.Send(message); return; }
                    catch (SmtpCommandException ex) when ((int)ex.StatusCode / 100 == 4) { Thread.Sleep(60_000); }
                }
            }
            """ },
        { "5yz is taken out before", """
            void Send() {
                for (var i = 0; i < 3; i++) {
                    try { client.Send(message); return; }
                    catch (SmtpCommandException ex) when ((int)ex.StatusCode >= 500) { throw; }
                    catch (Exception) { Thread.Sleep(60_000); }
                }
            }
            """ },
        { "5yz is taken out in the handler", """
            void Send() {
                for (var i = 0; i < 3; i++) {
                    try { client.Send(message); return; }
                    catch (SmtpCommandException ex) { if ((int)ex.StatusCode >= 500) throw; Thread.Sleep(60_000); }
                }
            }
            """ },
        { "the handler of replies throws", """
            void Send() {
                for (var i = 0; i < 3; i++) {
                    try { client.Send(message); return; }
                    catch (SmtpCommandException) { throw; }
                    catch (Exception) { Thread.Sleep(60_000); }
                }
            }
            """ },
        { "a helper decides", """
            bool IsWorthIt(Exception ex) => ex.Message.Length > 3;
            void Send() {
                for (var i = 0; i < 3; i++) {
                    try { client.Send(message); return; }
                    catch (Exception ex) when (IsWorthIt(ex)) { Thread.Sleep(60_000); }
                }
            }
            """ },
        { "only protocol and socket errors", """
            void Send() {
                for (var i = 0; i < 3; i++) {
                    try { client.Send(message); return; }
                    catch (SmtpProtocolException) { Thread.Sleep(60_000); }
                    catch (IOException) { Thread.Sleep(60_000); }
                }
            }
            """ },
        { "only where the connection was lost", """
            void Send() {
                for (var i = 0; i < 3; i++) {
                    try { client.Send(message); return; }
                    catch (Exception) { if (client.IsConnected) throw; client.Connect("mx"); }
                }
            }
            """ },
        { "a worker goes on with the next message", """
            async Task Work(Queue<MimeMessage> mails) {
                while (mails.Count > 0) {
                    var mail = mails.Dequeue();
                    try { await client.SendAsync(mail); }
                    catch (Exception ex) { log.Info(ex.Message); }
                }
            }
            """ },
        { "a worker goes on with the next message, out variable", """
            async Task Work(System.Collections.Concurrent.ConcurrentQueue<MimeMessage> mails) {
                while (true) {
                    if (!mails.TryDequeue(out var mail)) break;
                    try { await client.SendAsync(mail); return; }
                    catch (Exception ex) { log.Info(ex.Message); }
                }
            }
            """ },
        { "a health check every minute", """
            async Task Check(CancellationToken stop) {
                while (!stop.IsCancellationRequested) {
                    try { await client.SendAsync(message); }
                    catch (Exception) { log.Info("down"); }
                    await Task.Delay(60_000, stop);
                }
            }
            """ },
        { "the next host", """
            void Send(List<string> hosts) {
                foreach (var host in hosts) {
                    try { using var c = new SmtpClient(); c.Connect(host); c.Send(message); return; }
                    catch (Exception) { log.Info(host); }
                }
            }
            """ },
        { "the next host, by a helper", """
            void SendVia(string host) { using var c = new SmtpClient(); c.Connect(host); c.Send(message); }
            void Send(List<string> hosts) {
                foreach (var host in hosts) { try { SendVia(host); return; } catch (Exception) { log.Info(host); } }
            }
            """ },
        { "the next host by index", """
            void Send(string[] hosts) {
                for (var i = 0; i < hosts.Length; i++) {
                    try { client.Connect(hosts[i]); client.Send(message); return; }
                    catch (SmtpCommandException) { log.Info(hosts[i]); }
                }
            }
            """ },
        { "a notice to the postmaster", """
            void Send(MimeMessage notice) {
                try { client.Send(message); } catch (SmtpCommandException) { client.Send(notice); }
            }
            """ },
        { "a fallback client", """
            SmtpClient fallback;
            void Send() { try { client.Send(message); } catch (SmtpCommandException) { fallback.Send(message); } }
            """ },
        { "a second server", """
            void Send() {
                try { client.Connect("mx"); client.Send(message); }
                catch (Exception) { client.Connect("backup"); client.Send(message); }
            }
            """ },
        { "a second port, another client of the same name", """
            void Send() {
                try { using var c = new SmtpClient(); c.Connect("mx", 465); c.Send(message); }
                catch (Exception) { using var c = new SmtpClient(); c.Connect("mx", 25); c.Send(message); }
            }
            """ },
        { "set up differently", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpCommandException) { client.LocalDomain = "mail.example.com"; client.Send(message); }
            }
            """ },
        { "only connecting", """
            void Open() {
                for (var i = 0; i < 3; i++) {
                    try { client.Connect("mx"); return; } catch (SmtpCommandException) { Thread.Sleep(60_000); }
                }
            }
            """ },
        { "another SmtpException", """
            class SmtpException : Exception { }
            void Send(Action<MimeMessage> sendIt) {
                for (var i = 0; i < 3; i++) {
                    try { sendIt(message); return; } catch (SmtpException) { Thread.Sleep(60_000); }
                }
            }
            """ },
        { "HTTP", """
            async Task Post(HttpClient http, HttpRequestMessage request) {
                for (var i = 0; i < 3; i++) {
                    try { await http.SendAsync(request); return; } catch (Exception) { await Task.Delay(1000); }
                }
            }
            """ },
        { "System.Net.Mail's exception never comes out of MailKit", """
            void Send() {
                for (var i = 0; i < 3; i++) {
                    try { client.Send(message); return; }
                    catch (System.Net.Mail.SmtpException) { Thread.Sleep(60_000); }
                }
            }
            """ },
        { "a predicate of Polly that looks at the code",
            "object P => Policy.Handle<SmtpCommandException>(ex => (int)ex.StatusCode / 100 == 4).RetryAsync(3);" },
        { "a predicate of Polly that looks at something else",
            "object P => Policy.Handle<SmtpCommandException>(ex => ex.Message.Contains(\"4.7\")).RetryAsync(3);" },
        { "a predicate of Polly elsewhere", """
            bool IsTransient(SmtpCommandException ex) => (int)ex.StatusCode / 100 == 4;
            object P => Policy.Handle<SmtpCommandException>(IsTransient).RetryAsync(3);
            """ },
        { "a look at the code by Polly, and everything else", """
            object P => Policy.Handle<SmtpCommandException>(ex => (int)ex.StatusCode / 100 == 4)
                .Or<Exception>(ex => ex is not SmtpCommandException).RetryAsync(3);
            """ },
        { "network errors by Polly", "object P => Policy.Handle<SmtpProtocolException>().Or<IOException>().RetryAsync(3);" },
        { "a circuit breaker", "object P => Policy.Handle<SmtpCommandException>().CircuitBreakerAsync(3, TimeSpan.FromMinutes(1));" },
        { "everything, and nothing is seen of what runs", "object P => Policy.Handle<Exception>().RetryAsync(3);" },
        { "everything, for HTTP", """
            Task P(HttpClient http) => Policy.Handle<Exception>().RetryAsync(3).ExecuteAsync(() =>
                http.GetAsync("https://x.test"));
            """ },
        { "only connecting, by Polly", """
            Task P() => Policy.Handle<SmtpCommandException>().RetryAsync(3).ExecuteAsync(() =>
                client.ConnectAsync("mx"));
            """ },
        { "Polly 8 looks at the code", """
            object P => new RetryStrategyOptions {
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is SmtpCommandException ex
                    && (int)ex.StatusCode is >= 400 and < 500)
            };
            """ },
        { "Polly 8 looks at the code in an arm", """
            object P => new RetryStrategyOptions {
                ShouldHandle = args => args.Outcome.Exception switch {
                    SmtpCommandException ex => ValueTask.FromResult((int)ex.StatusCode / 100 == 4), IOException =>
                        PredicateResult.True(), _ => PredicateResult.False()
                }
            };
            """ },
        { "Polly 8 without ShouldHandle, nothing is seen of what runs", "object P => new RetryStrategyOptions { MaxRetryAttempts = 3 };" },
        { "Polly 8 for a fallback", """
            object P => new Polly.Fallback.FallbackStrategyOptions<string> {
                ShouldHandle = new PredicateBuilder<string>().Handle<SmtpCommandException>()
            };
            """ },
    };

    public static readonly Cases SystemNetMail = new()
    {
        { "a loop", """
            void Send() {
                for (var i = 0; i < 3; i++) {
                    try { client.Send(message); return; } catch {|SMTP2001:(SmtpException)|} { Thread.Sleep(60_000); }
                }
            }
            """ },
        { "SendMailAsync", """
            async Task Send() {
                for (var i = 0; i < 3; i++) {
                    try { await client.SendMailAsync(message); return; }
                    catch {|SMTP2001:(Exception)|} { await Task.Delay(60_000); }
                }
            }
            """ },
        { "a new client and message for each attempt", """
            void Send(string to) {
                for (var i = 0; i < 3; i++) {
                    try {
                        using (var c = new SmtpClient("mx")) using (var m = new MailMessage("a@x.test", to)) {
                            c.Send(m);
                        }
                        return;
                    }
                    catch {|SMTP2001:(SmtpException)|} { Thread.Sleep(60_000); }
                }
            }
            """ },
        { "Polly", "object P => Policy.{|SMTP2001:Handle<SmtpException>|}().RetryAsync(3);" },
    };

    private const string Row = """
        class Row
        {
            public int RetryCount { get; set; }
            public DateTime? NextRetryAt { get; set; }
            public DateTime? SentAt { get; set; }
        }

        """;

    private const string PutOff = "{ row.RetryCount++; row.NextRetryAt = DateTime.UtcNow.AddMinutes(5); }";

    public static readonly Cases AroundHelpers = new()
    {
        { "a virtual helper whose mailer isn't known", """
            dynamic mailer;
            protected virtual Task AttemptSendMessageAsync(MimeMessage mail, int attemptNumber) {
                mailer.Send(mail); return Task.CompletedTask;
            }
            async Task Run() {
                for (var attempt = 0; attempt < 3; attempt++) {
                    try { await AttemptSendMessageAsync(message, attempt + 1); return; }
                    catch {|SMTP2001:(SmtpCommandException)|} { await Task.Delay(60_000); }
                }
            }
            """ },
        { "below the try, where the flag says that it failed", """
            void Run() {
                var sent = false;
                try { client.Send(message); sent = true; } catch {|SMTP2001:(SmtpCommandException ex)|} { log.Info(ex.Message); }
                if (!sent) { Thread.Sleep(60_000); client.Send(message); }
            }
            """ },
        { "a task sends", """
            async Task Run() {
                for (var i = 0; i < 3; i++) {
                    try { await Task.Run(() => client.Send(message)).ConfigureAwait(false); return; }
                    catch {|SMTP2001:(SmtpCommandException)|} { await Task.Delay(60_000); }
                }
            }
            """ },
        { "a task sends again", """
            void Run() {
                try { client.Send(message); }
                catch {|SMTP2001:(SmtpCommandException)|} {
                    Thread.Sleep(60_000); Task.Factory.StartNew(() => { client.Send(message); }).Wait();
                }
            }
            """ },
        { "below the try, which is left where it succeeds", """
            bool Run() {
                try { client.Send(message); return true; }
                catch {|SMTP2001:(SmtpCommandException ex)|} { log.Info(ex.Message); }
                Thread.Sleep(60_000);
                client.Send(message);
                return true;
            }
            """ },
        { "a sender of another file that is given the message", """
            interface ICommon { Task SendEmail(MimeMessage mail, CancellationToken stop); }
            async Task Run(ICommon common, string to, CancellationToken stop) {
                for (var i = 0; i < 3; i++) {
                    try {
                        var mail = new MimeMessage(); mail.To.AddRange(InternetAddressList.Parse(to));
                        await common.SendEmail(mail, stop);
                        break;
                    }
                    catch {|SMTP2001:(Exception ex)|} { log.Info(ex.Message); await Task.Delay(60_000); }
                }
            }
            """ },
        { "a virtual helper that is given the message and the attempt", """
            interface ICommon { void Send(MimeMessage mail); }
            ICommon common;
            protected virtual void AttemptSend(MimeMessage mail, int attempt) => common.Send(mail);
            async Task Run(MimeMessage mail) {
                var attempt = 0; var sent = false;
                while (!sent) {
                    try { AttemptSend(mail, attempt + 1); sent = true; }
                    catch {|SMTP2001:(SmtpCommandException)|} { if (attempt++ < 3) await Task.Delay(60_000); else throw; }
                }
            }
            """ },
        { "put back into a plain queue", """
            System.Collections.Queue m_mailQueue;
            void Run() {
                while (m_mailQueue.Count > 0) {
                    var mail = (MimeMessage)m_mailQueue.Dequeue();
                    try { client.Send(mail); }
                    catch {|SMTP2001:(Exception)|} { m_mailQueue.Enqueue(mail); break; }
                }
            }
            """ },
        { "a transient exception around every reply", """
            class TransientMailException : Exception { public TransientMailException(string why, Exception e) : base(why, e) { } }
            async Task Run() {
                try { await client.SendAsync(message); }
                catch {|SMTP2001:(SmtpCommandException ex)|} { throw new TransientMailException($"not sent: {ex.Message}", ex); }
            }
            """ },
        { "a filter that asks for types", """
            async Task<Verdict> Run() {
                try { await client.SendAsync(message); return Verdict.Sent; }
                catch (OperationCanceledException) { throw; }
                catch {|SMTP2001:(Exception ex)|} when (ex is SmtpCommandException || ex is SmtpProtocolException) { return Verdict.Retry; }
            }
            """ },
        { "a filter that takes out the cancellation", """
            async Task<Verdict> Run() {
                try { await client.SendAsync(message); return Verdict.Sent; }
                catch {|SMTP2001:(Exception ex)|} when (ex is not OperationCanceledException) { return Verdict.Retry; }
            }
            """ },
        { "queued again", """
            interface IEmailQueue { Task EnqueueAsync(MimeMessage mail); }
            async Task Run(IEmailQueue emailQueue) {
                try { await client.SendAsync(message); }
                catch {|SMTP2001:(SmtpCommandException)|} { await emailQueue.EnqueueAsync(message); }
            }
            """ },
        { "queued by a helper", """
            interface IJobs { Task Put(string to, string text); }
            async Task Run(string to, string text) {
                try { await SendDirectAsync(to, text); } catch {|SMTP2001:(Exception ex)|} { await QueueEmailAsync(to, text); }
            }
            async Task SendDirectAsync(string to, string text) { await client.ConnectAsync("mx"); await client.SendAsync(message); }
            Task QueueEmailAsync(string to, string text) => jobs.Put(to, text);
            IJobs jobs;
            """ },
        { "an interface", $$"""
            interface ISender { Task SendEmailAsync(string to); }
            async Task Run(ISender sender, Row row) {
                try { await sender.SendEmailAsync("a@b.c"); row.SentAt = DateTime.UtcNow; }
                catch {|SMTP2001:(SmtpCommandException)|} {{PutOff}}
            }
            """ },
        { "an interface, by an outcome", """
            interface ISender { Task SendEmailAsync(string to); }
            async Task<Verdict> Run(ISender sender) {
                try { await sender.SendEmailAsync("a@b.c"); return Verdict.Sent; }
                catch {|SMTP2001:(SmtpCommandException)|} { return Verdict.Retry; }
            }
            """ },
        { "a function that visibly sends", $$"""
            async Task SendOne(MimeMessage mail) { await client.ConnectAsync("mx"); await client.SendAsync(mail); }
            async Task Run(Row row) {
                try { await SendOne(message); row.SentAt = DateTime.UtcNow; } catch {|SMTP2001:(Exception)|} {{PutOff}}
            }
            """ },
        { "another class of the file", $$"""
            class Sender { public Task SendAsync(SmtpClient c, MimeMessage mail) => c.SendAsync(mail); }
            async Task Run(Sender sender, Row row) {
                try { await sender.SendAsync(client, message); row.SentAt = DateTime.UtcNow; }
                catch {|SMTP2001:(Exception ex)|} {{PutOff}}
            }
            """ },
        { "any failure of an interface", $$"""
            interface ISender { Task SendEmailAsync(string to); }
            async Task Run(ISender sender, Row row) {
                try { await sender.SendEmailAsync("a@b.c"); row.SentAt = DateTime.UtcNow; } catch (Exception) {{PutOff}}
            }
            """ },
        { "any failure of a function that does more", $$"""
            interface IStore { Task<MimeMessage> LoadAsync(); }
            async Task SendOne(IStore store) { await client.SendAsync(await store.LoadAsync()); }
            async Task Run(IStore store, Row row) {
                try { await SendOne(store); row.SentAt = DateTime.UtcNow; } catch (Exception) {{PutOff}}
            }
            """ },
        { "5xx is taken out before", $$"""
            interface ISender { Task SendEmailAsync(string to); }
            async Task Run(ISender sender, Row row) {
                try { await sender.SendEmailAsync("a@b.c"); row.SentAt = DateTime.UtcNow; }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode >= 500) { throw; }
                catch (SmtpCommandException) {{PutOff}}
            }
            """ },
    };

    [Theory, MemberData(nameof(AroundHelpers))]
    public Task Put_off_around_helpers(string member) => Rule.File(Verify.InMailKit(Row + member));

    [Theory, MemberData(nameof(Loops))]
    public Task By_hand(string member) => MailKit(member);

    [Theory, MemberData(nameof(Polly7))]
    public Task By_Polly_7(string member) => MailKit(member);

    [Theory, MemberData(nameof(Polly8))]
    public Task By_Polly_8(string member) => MailKit(member);

    [Theory, MemberData(nameof(SystemNetMail))]
    public Task With_System_Net_Mail(string member) => Rule.File(Usings + Verify.InSystemNetMail(member));

    [Theory, MemberData(nameof(Silent))]
    public Task Silent_where_it_is_right(string member) => MailKit(member);

    private static Task MailKit(string member) => Rule.File(Usings + Verify.InMailKit(member));
}
