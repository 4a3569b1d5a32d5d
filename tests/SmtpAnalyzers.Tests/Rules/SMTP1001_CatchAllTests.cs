namespace SmtpAnalyzers.Tests.Rules;

/// <summary>A handler that gives up on every refusal without a look at its reply code.</summary>
public sealed class SMTP1001_CatchAllTests
{
    public static readonly Cases Handlers = new()
    {
        { "a filter that asks for types", """
            Verdict Send() {
                try { client.Send(message); return Verdict.Sent; }
                catch {|SMTP1001:(Exception ex)|} when (ex is SmtpCommandException or SmtpProtocolException) { return Verdict.Permanent; }
            }
            """ },
        { "another phrase in the log", """
            void Send() {
                try { client.Send(message); }
                catch {|SMTP1001:(SmtpCommandException ex)|} { log.Info($"Non-retryable SMTP error: {ex.Message}"); }
            }
            """ },
        { "a dead letter", """
            void Send() {
                try { client.Send(message); } catch {|SMTP1001:(SmtpCommandException)|} { queue.DeadLetter(message); }
            }
            """ },
        { "a member of an enum", """
            Verdict Send() {
                try { client.Send(message); return Verdict.Sent; }
                catch {|SMTP1001:(SmtpCommandException ex)|} { log.Info(ex.Message); return Verdict.Permanent; }
            }
            """ },
        { "an exception that says so", """
            async Task Send() {
                try { await client.SendAsync(message); }
                catch {|SMTP1001:(SmtpCommandException ex)|} { throw new PermanentDeliveryException("refused", ex); }
            }
            """ },
        { "a phrase in the text of an exception", """
            async Task Send() {
                try { await client.SendAsync(message); }
                catch {|SMTP1001:(SmtpCommandException ex)|}
                { throw new Exception("Permanent failure, will not retry", ex); }
            }
            """ },
        { "a phrase in the log", """
            void Send() {
                try { client.Send(message); }
                catch {|SMTP1001:(SmtpCommandException)|} { log.Info("Permanent failure, not retrying"); }
            }
            """ },
        { "a result that denies retrying", """
            SendResult Send() {
                try { client.Send(message); return null; }
                catch {|SMTP1001:(SmtpCommandException)|}
                { return new SendResult(success: false, isTransient: false); }
            }
            """ },
        { "a flag that is set to false", """
            bool shouldRetry;
            void Send() {
                try { client.Send(message); } catch {|SMTP1001:(SmtpCommandException)|} { shouldRetry = false; }
            }
            """ },
        { "any exception", """
            Verdict Send() {
                try { client.Send(message); return Verdict.Sent; }
                catch {|SMTP1001:(Exception ex)|} { log.Info(ex.Message); return Verdict.Permanent; }
            }
            """ },
        { "any exception, without naming it", """
            Verdict Send() {
                try { client.Send(message); return Verdict.Sent; } {|SMTP1001:catch|} { return Verdict.Permanent; }
            }
            """ },
        { "through the interface", """
            Verdict Send(ISmtpClient smtp) {
                try { smtp.Send(message); return Verdict.Sent; }
                catch {|SMTP1001:(SmtpCommandException)|} { return Verdict.Permanent; }
            }
            """ },
        { "a client of its own, connected there", """
            async Task<Verdict> Send()
            {
                using var smtp = new SmtpClient();
                try
                {
                    await smtp.ConnectAsync("host");
                    await smtp.SendAsync(message);
                    return Verdict.Sent;
                }
                catch {|SMTP1001:(SmtpCommandException)|} { return Verdict.Permanent; }
                catch (IOException) { return Verdict.Retry; }
            }
            """ },
        { "after a filter for one permanent code", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) { log.Info("unknown"); }
                catch {|SMTP1001:(SmtpCommandException)|} { queue.DeadLetter(message); }
            }
            """ },
        { "in a loop that repeats for other failures only", """
            async Task Send()
            {
                for (var i = 0; i < 3; i++)
                {
                    try { await client.SendAsync(message); return; }
                    catch {|SMTP1001:(SmtpCommandException)|} { queue.DeadLetter(message); return; }
                    catch (IOException) { await Task.Delay(1000); await client.ConnectAsync("host"); }
                }
            }
            """ },
        { "with a look that changes nothing", """
            void Send()
            {
                try { client.Send(message); }
                catch {|SMTP1001:(SmtpCommandException ex)|}
                {
                    if (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) log.Info("unknown");
                    queue.DeadLetter(message);
                }
            }
            """ },
        { "in a lambda within a handler", """
            void Send()
            {
                try { Console.WriteLine(); }
                catch (IOException)
                {
                    Action again = () =>
                    {
                        try { client.Send(message); }
                        catch {|SMTP1001:(SmtpCommandException)|} { queue.DeadLetter(message); }
                    };
                    again();
                }
            }
            """ },
        { "in a loop over messages", """
            void Send(List<MimeMessage> messages)
            {
                foreach (var one in messages)
                {
                    try { client.Send(one); }
                    catch {|SMTP1001:(SmtpCommandException)|} { queue.DeadLetter(one); }
                }
            }
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "tried several times in a while loop", """
            void Send(int i) {
                try { while (i++ < 3) client.Send(message); } catch (SmtpCommandException) { queue.DeadLetter(message); }
            }
            """ },
        { "tried several times in a for loop", """
            void Send(int i) {
                try { for (; i < 3; i++) client.Send(message); } catch (SmtpCommandException) { queue.DeadLetter(message); }
            }
            """ },
        { "tried several times in a foreach loop", """
            void Send(int i) {
                try { foreach (var one in new[] { 1, 2, 3 }) client.Send(message); }
                catch (SmtpCommandException) { queue.DeadLetter(message); }
            }
            """ },
        { "tried several times in a do loop", """
            void Send(int i) {
                try { do { client.Send(message); } while (i++ < 3); } catch (SmtpCommandException) { queue.DeadLetter(message); }
            }
            """ },
        { "passed on with its stack", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpCommandException ex)
                {
                    queue.DeadLetter(message);
                    System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(ex).Throw();
                }
            }
            """ },
        { "only logged", """
            void Send() {
                try { client.Send(message); } catch (SmtpCommandException ex) { log.Info("Failed: " + ex.Message); }
            }
            """ },
        { "false", "bool Send() { try { client.Send(message); return true; } catch (SmtpCommandException) { return false; } }" },
        { "a failure that says nothing on retrying", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpCommandException ex) { throw new InvalidOperationException("refused", ex); }
            }
            """ },
        { "passed on", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpCommandException) { log.Info("Permanent failure, will not retry"); throw; }
            }
            """ },
        { "passed on by name", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpCommandException ex) { log.Info("Permanent failure, will not retry"); throw ex; }
            }
            """ },
        { "passed on where it is not the last attempt", """
            void Send(bool last) {
                try { client.Send(message); }
                catch (SmtpCommandException) { if (!last) throw; queue.DeadLetter(message); }
            }
            """ },
        { "the transient ones are taken out before", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 400 and < 500) { queue.Requeue(message); }
                catch (SmtpCommandException) { queue.DeadLetter(message); }
            }
            """ },
        { "all replies are taken out before", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException) { throw; }
                catch (Exception) { queue.DeadLetter(message); }
            }
            """ },
        { "the four are taken out before", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode is 421 or 450 or 451 or 452) { queue.Requeue(message); }
                catch (SmtpCommandException) { queue.DeadLetter(message); }
            }
            """ },
        { "a predicate takes them out before", """
            bool IsTransient(SmtpCommandException ex) => (int)ex.StatusCode / 100 == 4;
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when (IsTransient(ex)) { queue.Requeue(message); }
                catch (SmtpCommandException) { queue.DeadLetter(message); }
            }
            """ },
        { "a helper nobody knows takes some out before", """
            bool Again(Exception ex) => true;
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when (Again(ex)) { log.Info("again"); }
                catch (SmtpCommandException) { queue.DeadLetter(message); }
            }
            """ },
        { "attempts are left before", """
            async Task Send()
            {
                for (var attempt = 0; ; attempt++)
                {
                    try { await client.SendAsync(message); return; }
                    catch (SmtpCommandException) when (attempt < 5) { await Task.Delay(60000); }
                    catch (SmtpCommandException) { queue.DeadLetter(message); return; }
                }
            }
            """ },
        { "attempts are counted in the handler", """
            void Send(int attempt) {
                try { client.Send(message); }
                catch (SmtpCommandException) {
                    if (attempt > 5) queue.DeadLetter(message); else queue.Requeue(message);
                }
            }
            """ },
        { "attempts are counted before the try", """
            void Send(int attempts)
            {
                if (attempts < 5)
                    return;
                try { client.Send(message); }
                catch (SmtpCommandException) { queue.DeadLetter(message); }
            }
            """ },
        { "the second attempt", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException)
                {
                    try { client.Send(message); }
                    catch (SmtpCommandException) { queue.DeadLetter(message); }
                }
            }
            """ },
        { "after the attempts of an inner loop", """
            void Send()
            {
                try
                {
                    for (var i = 0; ; i++)
                    {
                        try { client.Send(message); return; }
                        catch (SmtpCommandException) when (i < 5) { Thread.Sleep(60000); }
                    }
                }
                catch (SmtpCommandException) { queue.DeadLetter(message); }
            }
            """ },
        { "after the attempts of a policy", """
            async Task Send(Polly.ResiliencePipeline pipeline)
            {
                try { await pipeline.ExecuteAsync(async token => { await client.SendAsync(message, token); }); }
                catch (SmtpCommandException) { queue.DeadLetter(message); }
            }
            """ },
        { "a sender that may have tried several times", """
            void SendWithRetries() { }
            void Send()
            {
                try { SendWithRetries(); }
                catch (SmtpCommandException) { queue.DeadLetter(message); }
                catch (Exception) { queue.DeadLetter(message); }
            }
            """ },
        { "nothing is sent", "void Open() { try { client.Connect(\"host\"); } catch (Exception) { queue.DeadLetter(message); } }" },
        { "the exception is handed to a helper that decides", """
            Verdict Of(Exception ex) => default;
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) { if (Of(ex) == Verdict.Permanent) queue.DeadLetter(message); else queue.Requeue(message); }
            }
            """ },
        { "the protocol is broken, no reply",
            "void Send() { try { client.Send(message); } catch (SmtpProtocolException) { queue.DeadLetter(message); } }" },
        { "the level of an alert", """
            enum AlertLevel { Info, Fatal }
            void Alert(AlertLevel level, string text) { }
            void Send() { try { client.Send(message); } catch (Exception ex) { Alert(AlertLevel.Fatal, ex.Message); } }
            """ },
        { "a cancelled send", """
            void Send() {
                try { client.Send(message); } catch (OperationCanceledException) { queue.DeadLetter(message); }
            }
            """ },
    };

    public static readonly Cases OfSystemNetMail = new()
    {
        { "every refusal", """
            Verdict Send() {
                try { client.Send(message); return Verdict.Sent; }
                catch {|SMTP1001:(SmtpException)|} { return Verdict.Permanent; }
            }
            """ },
        { "every refused recipient", """
            Verdict Send() {
                try { client.Send(message); return Verdict.Sent; }
                catch {|SMTP1001:(SmtpFailedRecipientException)|} { return Verdict.Permanent; }
            }
            """ },
        { "every refused recipient, beside a handler that retries by class", """
            Verdict Send()
            {
                try { client.Send(message); return Verdict.Sent; }
                catch {|SMTP1001:(SmtpFailedRecipientException)|} { return Verdict.Permanent; }
                catch (SmtpException ex) { return (int)ex.StatusCode / 100 == 4 ? Verdict.Retry : Verdict.Permanent; }
            }
            """ },
        { "refused recipients by class, before a handler for what is no reply to a recipient", """
            Verdict Send()
            {
                try { client.Send(message); return Verdict.Sent; }
                catch (SmtpFailedRecipientException ex) when ((int)ex.StatusCode / 100 != 4) { return Verdict.Permanent; }
                catch (SmtpException ex) { return (int)ex.StatusCode / 100 == 5 ? Verdict.Permanent : Verdict.Retry; }
            }
            """ },
        { "any exception", """
            Verdict Send() {
                try { client.Send(message); return Verdict.Sent; }
                catch {|SMTP1001:(Exception)|} { return Verdict.Permanent; }
            }
            """ },
        { "several refused recipients, whose own code is none", """
            Verdict Send() {
                try { client.Send(message); return Verdict.Sent; }
                catch (SmtpFailedRecipientsException) { return Verdict.Permanent; }
            }
            """ },
        { "the transient ones are taken out before", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpException ex) when ((int)ex.StatusCode / 100 == 4) { queue.Requeue(message); }
                catch (SmtpException) { queue.DeadLetter(message); }
            }
            """ },
    };

    [Theory, MemberData(nameof(Handlers))]
    public Task Reported(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(Silent))]
    public Task Not_reported(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(OfSystemNetMail))]
    public Task With_System_Net_Mail(string member) => Verify.SystemNetMail(member);
}
