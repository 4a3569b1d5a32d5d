namespace SmtpAnalyzers.Tests.Rules;

/// <summary>Code that looks wrong and is right: nothing may be reported. The order is that of the catalogue.</summary>
public sealed class NearMissTests
{
    public static readonly Cases SilentAlways = new()
    {
        { "the enhanced code is looked at too", """
            void On(SmtpCommandException ex) {
                if (ex.StatusCode == SmtpStatusCode.MailboxBusy && ex.Message.Contains("4.7.1"))
                    queue.DeadLetter(message);
            }
            """ },
        { "the enhanced code is looked at before", """
            void On(SmtpCommandException ex) {
                if (ex.Message.StartsWith("5.4.5")) {
                    if (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) queue.Requeue(message);
                }
            }
            """ },
        { "the enhanced code makes the guard", """
            void On(SmtpCommandException ex) {
                if (!ex.Message.StartsWith("5.4.5")) return;
                if (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) queue.Requeue(message);
            }
            """ },
        { "the text spares it before", """
            bool IsTransient(SmtpCommandException ex) {
                if (ex.Message.Contains("5.1.1")) return false;
                return ex.StatusCode == SmtpStatusCode.MailboxUnavailable;
            }
            """ },
        { "the text is looked at too", """
            void On(SmtpCommandException ex) {
                if (ex.StatusCode == SmtpStatusCode.MailboxUnavailable && ex.Message.Contains("daily limit"))
                    queue.Requeue(message);
                else queue.DeadLetter(message);
            }
            """ },
        { "the text in a filter", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxUnavailable && ex.Message.Contains("rate")) {
                    queue.Requeue(message);
                }
            }
            """ },
        { "the text in a predicate", """
            bool IsTransient(SmtpCommandException ex) => ex.StatusCode == SmtpStatusCode.MailboxUnavailable
                && ex.Message.Contains("5.4.5");
            """ },
        { "the text in an arm", """
            Verdict Of(SmtpCommandException ex) => ex.StatusCode switch {
                SmtpStatusCode.MailboxBusy when ex.Message.Contains("5.1.1") => Verdict.Permanent, _ => Verdict.Other
            };
            """ },
        { "the text in a local", """
            void On(SmtpCommandException ex) {
                var text = ex.Message;
                if (ex.StatusCode == SmtpStatusCode.MailboxUnavailable && text.Contains("5.4.5"))
                    queue.Requeue(message);
            }
            """ },
        { "a helper of the text", """
            bool IsQuota(string text) => true;
            void On(SmtpCommandException ex) {
                if (ex.StatusCode == SmtpStatusCode.MailboxUnavailable && IsQuota(ex.Message)) queue.Requeue(message);
            }
            """ },
        { "the response's text", """
            void On(SmtpResponse r) {
                if (r.StatusCode == SmtpStatusCode.MailboxBusy && r.Response.Contains("no such user"))
                    queue.DeadLetter(message);
            }
            """ },
        { "the command", """
            void On(SmtpCommandException ex) {
                if (ex.ErrorCode == SmtpErrorCode.SenderNotAccepted
                    && ex.StatusCode == SmtpStatusCode.MailboxUnavailable) queue.Requeue(message);
            }
            """ },
        { "the command before", """
            void On(SmtpCommandException ex) {
                if (ex.ErrorCode == SmtpErrorCode.SenderNotAccepted) {
                    if (ex.StatusCode == SmtpStatusCode.MailboxBusy) queue.DeadLetter(message);
                }
            }
            """ },
        { "the text in a bool before", """
            void On(SmtpCommandException ex) {
                var quota = ex.Message.ToLower().Contains("5.4.5");
                if (quota) { if (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) queue.Requeue(message); }
            }
            """ },
        { "the command as a switch", """
            void On(SmtpCommandException ex) {
                switch (ex.ErrorCode) {
                    case SmtpErrorCode.RecipientNotAccepted: if (ex.StatusCode == SmtpStatusCode.MailboxBusy)
                        queue.DeadLetter(message);
                    break;
                }
            }
            """ },
        { "null stands for the other codes", """
            void On(SmtpStatusCode c) {
                SmtpStatusCode? transient = (int)c / 100 == 4 ? c : null;
                if (transient != null) queue.Requeue(message); else queue.DeadLetter(message);
            }
            """ },
        { "no exception stands for the other codes", """
            void On(SmtpCommandException ex) {
                var refused = (int)ex.StatusCode / 100 == 5 ? ex : null; if (refused == null) queue.Requeue(message);
                else queue.DeadLetter(message);
            }
            """ },
        { "an attempt count", """
            void On(SmtpCommandException ex, int attempt) {
                if ((int)ex.StatusCode / 100 == 4) {
                    if (attempt >= 5) queue.DeadLetter(message); else queue.Requeue(message);
                }
                else queue.DeadLetter(message);
            }
            """ },
        { "an attempt count beside it", """
            bool IsPermanent(SmtpCommandException ex, int attempt) => (int)ex.StatusCode >= 500
                || ex.StatusCode == SmtpStatusCode.MailboxBusy && attempt > 5;
            """ },
        { "an attempt count after it", """
            void On(SmtpCommandException ex, int tries) {
                if (ex.StatusCode == SmtpStatusCode.MailboxBusy && tries > 3) queue.DeadLetter(message);
            }
            """ },
        { "an attempt count before", """
            void On(SmtpCommandException ex, int attempt) {
                if (attempt > 4) { if (ex.StatusCode == SmtpStatusCode.MailboxBusy) queue.DeadLetter(message); }
            }
            """ },
        { "a cancelled worker", """
            void On(SmtpCommandException ex, CancellationToken stop) {
                if (!stop.IsCancellationRequested) throw ex;
                if (ex.StatusCode == SmtpStatusCode.MailboxBusy) queue.DeadLetter(message);
            }
            """ },
        { "a guard of attempts before", """
            void On(SmtpCommandException ex, int tries) {
                if (tries <= 4) throw ex; if (ex.StatusCode == SmtpStatusCode.MailboxBusy) queue.DeadLetter(message);
            }
            """ },
        { "an attempt count in the filter", """
            void Send(int attempt)
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when (attempt < 3 && (int)ex.StatusCode < 500) { queue.Requeue(message); }
                catch (SmtpCommandException) { queue.DeadLetter(message); }
            }
            """ },
        { "a counted loop that gives up in the end", """
            void Send()
            {
                for (var i = 0; i < 3; i++)
                {
                    try { client.Send(message); return; }
                    catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 400 and < 500) { Thread.Sleep(60000); }
                }
                queue.DeadLetter(message);
            }
            """ },
        { "a deadline", """
            void On(SmtpCommandException ex, DateTime deadline) {
                if (ex.StatusCode == SmtpStatusCode.MailboxBusy && DateTime.UtcNow > deadline)
                    queue.DeadLetter(message);
                else queue.Requeue(message);
            }
            """ },
        { "an age", """
            void On(SmtpCommandException ex, TimeSpan age) {
                if ((int)ex.StatusCode >= 500 || age > TimeSpan.FromDays(5)) queue.DeadLetter(message);
                else queue.Requeue(message);
            }
            """ },
        { "a full queue", """
            void On(SmtpCommandException ex, Queue<MimeMessage> pending) {
                if (ex.StatusCode == SmtpStatusCode.MailboxBusy && pending.Count > 100) queue.DeadLetter(message);
                else queue.Requeue(message);
            }
            """ },
        { "an attempt count that revises the flag", """
            void On(SmtpCommandException ex, int attempt) {
                var permanent = (int)ex.StatusCode >= 400; if (attempt < 3) permanent = false;
                if (permanent) log.Info("x");
            }
            """ },
        { "an attempt count in a bool", """
            void On(SmtpCommandException ex, int attempt) {
                var last = attempt > 4;
                if (last) { if (ex.StatusCode == SmtpStatusCode.MailboxBusy) queue.DeadLetter(message); }
            }
            """ },
        { "an attempt count at 251", """
            void On(SmtpStatusCode c, int attempts) {
                if (attempts > 3 && c == SmtpStatusCode.UserNotLocalWillForward) queue.DeadLetter(message);
            }
            """ },
        { "a try that only connects", """
            async Task Open()
            {
                for (var i = 0; i < 3; i++)
                {
                    try { await client.ConnectAsync("host"); return; }
                    catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.TransactionFailed) { await Task.Delay(1000); }
                }
            }
            """ },
        { "a try that connects and authenticates", """
            bool Open()
            {
                try { client.Connect("host"); client.Authenticate("user", "password"); return true; }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode >= 500) { queue.Requeue(message); return false; }
            }
            """ },
        { "codes of a session or a password are retried", """
            bool ShouldRetry(SmtpStatusCode c) => (int)c is (>= 400 and < 500) or 500 or 502 or 503 or 530 or 534
                or 535 or 538 or 552;
            """ },
        { "codes of a session or a password are given up",
            "bool IsPermanent(SmtpStatusCode c) => (int)c is 500 or 502 or 503 or 530 or 534 or 535 or 538 or 552;" },
        { "552 by name", """
            bool ShouldRetry(SmtpStatusCode c) => c is SmtpStatusCode.MailboxBusy
                or SmtpStatusCode.ExceededStorageAllocation;
            """ },
        { "530 by name", "void On(SmtpStatusCode c) { if (c == SmtpStatusCode.AuthenticationRequired) queue.Requeue(message); }" },
        { "a log", "void On(SmtpStatusCode c) { if (c == SmtpStatusCode.MailboxBusy) log.Info(\"busy\"); else log.Info(\"other\"); }" },
        { "a text for people", """
            string Describe(SmtpStatusCode c) => c switch {
                SmtpStatusCode.MailboxBusy => "Mailbox does not exist", SmtpStatusCode.MailboxUnavailable =>
                    "will retry", _ => ""
            };
            """ },
        { "what people are told in an exception", """
            void On(SmtpCommandException ex) {
                if (ex.StatusCode == SmtpStatusCode.TransactionFailed)
                    throw new InvalidOperationException("The mail could not be sent. Please try again later.", ex);
            }
            """ },
        { "what people are told of a service", """
            Exception Of(SmtpCommandException ex) => ex.StatusCode switch {
                SmtpStatusCode.MailboxUnavailable => throw new ArgumentException("Mail is temporarily unavailable"),
                    _ => ex
            };
            """ },
        { "a resource key", """
            string Key(SmtpStatusCode c) {
                if (c == SmtpStatusCode.MailboxBusy) return "PermanentFailure"; return "Other";
            }
            """ },
        { "a test double that constructs exceptions", """
            SmtpCommandException Fake(bool permanent) => new(SmtpErrorCode.RecipientNotAccepted, permanent
                ? SmtpStatusCode.MailboxBusy : SmtpStatusCode.MailboxUnavailable, "no");
            """ },
        { "a test double that throws", """
            void Throw(int n) {
                if (n == 450) throw new SmtpCommandException(SmtpErrorCode.MessageNotAccepted,
                    SmtpStatusCode.MailboxBusy, "permanent failure");
            }
            """ },
    };

    public static readonly Cases OtherProtocols = new()
    {
        { "HTTP", "bool IsTransient(HttpRequestException ex) => (int?)ex.StatusCode is >= 500 or 429;" },
        { "HTTP beside SMTP", """
            Verdict Of(Exception e) => e switch
            {
                SmtpCommandException s when (int)s.StatusCode is >= 400 and < 500 => Verdict.Retry,
                SmtpCommandException => Verdict.Permanent,
                HttpRequestException h when (int?)h.StatusCode >= 500 => Verdict.Retry,
                HttpRequestException h when (int?)h.StatusCode is >= 400 => Verdict.Permanent,
                _ => Verdict.Other,
            };
            """ },
        { "HTTP status in an if", "bool ShouldRetry(HttpStatusCode code) { if ((int)code >= 500) return true; return false; }" },
        { "FTP", """
            void On(FtpWebResponse ftp) {
                if ((int)ftp.StatusCode == 450 || ftp.StatusDescription.StartsWith("550")) queue.Requeue(message);
            }
            """ },
        { "FTP that gives up", "bool IsPermanent(FtpStatusCode c) => c == FtpStatusCode.ActionNotTakenFileUnavailableOrBusy;" },
    };

    public static readonly Cases LooksWrongIsRight = new()
    {
        { "a broker's message that is abandoned is back in its queue", """
            interface IBroker { Task AbandonMessageAsync(object message); Task DeadLetterMessageAsync(object message); }
            async Task On(IBroker broker)
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode >= 500) { await broker.DeadLetterMessageAsync(this); }
                catch (SmtpCommandException) { await broker.AbandonMessageAsync(this); }
            }
            """ },
        { "RecipientNotAccepted and 550", """
            void On(SmtpCommandException ex) {
                if (ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted
                    && ex.StatusCode == SmtpStatusCode.MailboxUnavailable) queue.DeadLetter(message);
                else queue.Requeue(message);
            }
            """ },
        { "ErrorCode for wording", """
            string Of(SmtpCommandException ex) => ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted
                ? "The recipient was refused" : "The message was refused";
            """ },
        { "ErrorCode: was anything sent yet?", """
            void On(SmtpCommandException ex) {
                if (ex.ErrorCode != SmtpErrorCode.MessageNotAccepted) queue.Requeue(message);
            }
            """ },
        { "a last catch that retries after the permanent codes", """
            async Task Send()
            {
                while (true)
                {
                    try { await client.SendAsync(message); return; }
                    catch (SmtpCommandException ex) when ((int)ex.StatusCode >= 500) { queue.DeadLetter(message); return; }
                    catch (Exception) { await Task.Delay(1000); }
                }
            }
            """ },
        { "4yz are thrown on to a caller who retries", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 400 and < 500) { log.Info("later"); throw; }
                catch (SmtpCommandException) { queue.DeadLetter(message); }
            }
            """ },
        { "450 has its own clause and the next ones retry the rest", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxBusy) { queue.Requeue(message); }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode < 500) { queue.Requeue(message); }
                catch (SmtpCommandException) { queue.DeadLetter(message); }
            }
            """ },
        { "exactly the four", """
            bool IsTransient(SmtpStatusCode c) => c is SmtpStatusCode.ServiceNotAvailable
                or SmtpStatusCode.MailboxBusy or SmtpStatusCode.ErrorInProcessing
                or SmtpStatusCode.InsufficientStorage;
            """ },
        { "exactly the four in a set", """
            static readonly HashSet<int> Codes = [421, 450, 451, 452];
            bool IsTransient(SmtpStatusCode c) => Codes.Contains((int)c);
            """ },
        { "exactly the four in a switch, the rest given up", """
            Verdict Of(SmtpStatusCode c)
            {
                switch (c)
                {
                    case SmtpStatusCode.ServiceNotAvailable:
                    case SmtpStatusCode.MailboxBusy:
                    case SmtpStatusCode.ErrorInProcessing:
                    case SmtpStatusCode.InsufficientStorage:
                        return Verdict.Retry;
                    default:
                        return Verdict.Permanent;
                }
            }
            """ },
        { "exactly the four in arms, the rest given up", """
            Verdict Of(SmtpStatusCode c) => (int)c switch {
                421 or 450 or 451 or 452 => Verdict.Retry, _ => Verdict.Permanent
            };
            """ },
        { "421 alone: must it reconnect?",
            "bool MustReconnect(SmtpCommandException ex) => ex.StatusCode == SmtpStatusCode.ServiceNotAvailable;" },
        { "any reply: is it offline?", """
            bool IsOffline(Exception e) => e switch {
                SmtpCommandException => true, SmtpProtocolException => true, _ => false
            };
            """ },
        { "unknown after the data was sent: do not retry", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode >= 500) { queue.DeadLetter(message); }
                catch (SmtpProtocolException) { queue.DeadLetter(message); }
            }
            """ },
        { "the next host on any reply", """
            async Task Send(string[] hosts)
            {
                foreach (var host in hosts)
                {
                    try { await client.ConnectAsync(host); await client.SendAsync(message); return; }
                    catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) { log.Info("next"); }
                }
            }
            """ },
        { "the next host with a client of its own", """
            async Task Send(string[] hosts)
            {
                foreach (var host in hosts)
                {
                    using var client = new SmtpClient();
                    try { await client.ConnectAsync(host); await client.SendAsync(message); return; }
                    catch (SmtpCommandException ex) { if ((int)ex.StatusCode >= 500) continue; throw; }
                }
            }
            """ },
        { "the next host by index", """
            void Send(string[] hosts)
            {
                for (var i = 0; i < hosts.Length; i++)
                {
                    try { client.Connect(hosts[i]); client.Send(message); return; }
                    catch (SmtpCommandException ex) when ((int)ex.StatusCode >= 500) { client.Disconnect(true); }
                }
            }
            """ },
        { "the next message", """
            async Task Send(List<MimeMessage> messages)
            {
                foreach (var message in messages)
                {
                    try { await client.SendAsync(message); }
                    catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) { log.Info("no"); }
                }
            }
            """ },
        { "the next message of a queue", """
            void Send(Queue<MimeMessage> messages)
            {
                while (messages.Count > 0)
                {
                    var next = messages.Dequeue();
                    try { client.Send(next); }
                    catch (SmtpCommandException ex) { if (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) continue; throw; }
                }
            }
            """ },
        { "the next recipient", """
            void Send(string[] recipients)
            {
                foreach (var to in recipients)
                {
                    message.To.Clear();
                    message.To.Add(MailboxAddress.Parse(to));
                    try { client.Send(message); }
                    catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) { log.Info("no"); }
                }
            }
            """ },
        { "the next account", """
            void Send(List<SmtpClient> accounts)
            {
                foreach (var account in accounts)
                {
                    try { account.Send(message); return; }
                    catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) { continue; }
                }
            }
            """ },
        { "an authentication code is kept", """
            bool ShouldRetry(SmtpStatusCode c) => (int)c is >= 400 and < 500
                || c == SmtpStatusCode.AuthenticationInvalidCredentials;
            """ },
        { "432 by name", "bool IsPermanent(SmtpStatusCode c) => (int)c >= 500 || c == SmtpStatusCode.PasswordTransitionNeeded;" },
        { "a notice to the postmaster", """
            async Task Send(MimeMessage notice)
            {
                try { await client.SendAsync(message); }
                catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) {
                    await client.SendAsync(notice);
                }
            }
            """ },
        { "a notice made on the spot", """
            MimeMessage NoticeOf(MimeMessage failed) => failed;
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) {
                    client.Send(NoticeOf(message));
                }
            }
            """ },
        { "another server", """
            async Task Send(SmtpClient backup)
            {
                try { await client.SendAsync(message); }
                catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) {
                    await backup.SendAsync(message);
                }
            }
            """ },
        { "the text of Send is logged", "void Send() { var text = client.Send(message); log.Info(text); }" },
        { "a server that answers", """
            SmtpStatusCode Answer(bool full, bool spam, bool quit) => full ? SmtpStatusCode.MailboxBusy : spam
                ? SmtpStatusCode.TransactionFailed : quit ? SmtpStatusCode.ServiceClosingTransmissionChannel
                : SmtpStatusCode.Ok;
            """ },
        { "a server that refuses for good", "SmtpStatusCode PermanentFailure() => SmtpStatusCode.MailboxBusy;" },
        { "a metric label", """
            void Count(SmtpStatusCode c) {
                var label = c switch {
                    SmtpStatusCode.MailboxBusy => "permanent", SmtpStatusCode.MailboxUnavailable => "transient", _ =>
                        "other"
                };
                log.Info(label);
            }
            """ },
        { "an assertion", """
            void Test(SmtpStatusCode c) {
                System.Diagnostics.Debug.Assert(c == SmtpStatusCode.MailboxBusy, "permanent failure");
            }
            """ },
    };

    public static readonly Cases Decided = new()
    {
        { "a ladder of ifs where the last wins", """
            Verdict Of(SmtpStatusCode c)
            {
                var n = (int)c;
                var verdict = Verdict.Other;
                if (n >= 200) verdict = Verdict.Sent;
                if (n >= 400) verdict = Verdict.Retry;
                if (n >= 500) verdict = Verdict.Permanent;
                return verdict;
            }
            """ },
        { "a ladder of else ifs", """
            void On(SmtpCommandException ex)
            {
                if ((int)ex.StatusCode >= 500) queue.DeadLetter(message);
                else if ((int)ex.StatusCode >= 400) queue.Requeue(message);
            }
            """ },
        { "every negative reply is an error", "bool IsError(SmtpStatusCode c) => (int)c > 354;" },
        { "every negative reply is a failure", "bool HasFailed(SmtpStatusCode c) => (int)c >= 400;" },
        { "4yz and 5yz throw the same failure", """
            void Check(SmtpResponse r) {
                if ((int)r.StatusCode >= 400) throw new InvalidOperationException("failed");
            }
            """ },
        { "a blind retry, which is another rule's", """
            void Send()
            {
                for (var i = 0; i < 3; i++)
                {
                    try { client.Send(message); return; }
                    catch (SmtpCommandException) { Thread.Sleep(1000); }
                }
            }
            """ },
        { "a predicate that is taken at its word", """
            bool IsTransient(SmtpCommandException ex) => (int)ex.StatusCode / 100 == 4;
            void On(SmtpCommandException ex) {
                if (IsTransient(ex)) queue.Requeue(message); else queue.DeadLetter(message);
            }
            """ },
        { "a class test", """
            bool IsTransient(SmtpStatusCode c) => (int)c / 100 == 4;
            bool IsPermanent(SmtpStatusCode c) => (int)c / 100 == 5;
            """ },
        { "a class test by member", "bool IsPermanent(SmtpStatusCode c) => c is >= SmtpStatusCode.CommandUnrecognized;" },
        { "a class test by cast number", "bool IsPermanent(SmtpCommandException ex) => ex is { StatusCode: >= (SmtpStatusCode)500 };" },
        { "a name outside mail", """
            int permanentAddress;
            void On(SmtpStatusCode c) { if (c == SmtpStatusCode.MailboxBusy) permanentAddress = 1; }
            """ },
        { "contradicting outcomes in one branch", """
            void On(SmtpStatusCode c) {
                if (c == SmtpStatusCode.MailboxBusy) { queue.DeadLetter(message); queue.Requeue(message); }
            }
            """ },
        { "a lambda in a handler runs elsewhere", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) {
                    Action again = () => queue.Requeue(message);
                }
            }
            """ },
        { "a list that is changed elsewhere", """
            readonly HashSet<SmtpStatusCode> retry;
            Mailer(HashSet<SmtpStatusCode> codes) { retry = codes; }
            bool ShouldRetry(SmtpStatusCode c) => retry.Contains(c);
            """ },
        { "a parameter decides", "bool ShouldRetry(SmtpStatusCode c, bool force) => force || (int)c / 100 == 4;" },
        { "a list with a name, looked into for something else", """
            static readonly int[] RetryableCodes = { 429, 503 };
            void On(SmtpStatusCode c, int http) {
                if (c == SmtpStatusCode.MailboxUnavailable && RetryableCodes.Contains(http)) log.Info("http");
            }
            """ },
        { "a deadline, and one name apart", """
            Verdict Of(SmtpStatusCode c, DateTime deadline) {
                if (DateTime.UtcNow > deadline) return Verdict.Permanent;
                if (c == SmtpStatusCode.ExceededStorageAllocation) return Verdict.Other; return Verdict.Retry;
            }
            """ },
        { "a name on the way to what becomes of all", """
            void On(SmtpStatusCode c) {
                if (c == SmtpStatusCode.MailboxBusy) log.Info("busy"); queue.DeadLetter(message);
            }
            """ },
        { "a retry of all but the permanent class", "bool ShouldRetry(SmtpStatusCode c) => (int)c / 100 != 5;" },
        { "an unreachable branch", """
            bool IsPermanent(SmtpStatusCode c) {
                if ((int)c < 500) return false; return {|SMTP1007:c == SmtpStatusCode.MailboxBusy|};
            }
            """ },
        { "nobody's code", "bool IsPermanent(int code) => code >= 400;" },
    };

    public static readonly Cases Routines = new()
    {
        {
            "success comes round to the same send as well",
            """
            async Task Run()
            {
                while (true)
                {
                    try { await client.SendAsync(message); }
                    catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) { log.Info(ex.Message); }
                    await Task.Delay(TimeSpan.FromHours(1));
                }
            }
            """
        },
        {
            "one message object for all recipients",
            """
            void SendAll(List<MailboxAddress> recipients)
            {
                foreach (var recipient in recipients)
                {
                    message.To.Clear();
                    message.To.Add(recipient);
                    try { client.Send(message); }
                    catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) { log.Info(ex.Message); }
                }
            }
            """
        },
        {
            "a message made for each recipient",
            """
            MimeMessage Build(string recipient) => message;
            void SendOne(List<string> recipients)
            {
                foreach (var recipient in recipients)
                {
                    try { var mail = Build(recipient); client.Send(mail); return; }
                    catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) { log.Info(ex.Message); }
                }
            }
            """
        },
        {
            "a client of the next host, from a factory",
            """
            SmtpClient Open(string host) => client;
            void Send(List<string> hosts)
            {
                foreach (var host in hosts)
                {
                    try { using var next = Open(host); next.Send(message); return; }
                    catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) { log.Info(ex.Message); }
                }
            }
            """
        },
    };

    [Theory, MemberData(nameof(SilentAlways))]
    public Task Silent_always(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(OtherProtocols))]
    public Task Other_protocols(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(LooksWrongIsRight))]
    public Task Looks_wrong_and_is_right(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(Decided))]
    public Task Decided_to_be_silent(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(Routines))]
    public Task No_retry_but_a_routine_or_the_next_one(string member) => Verify.MailKit(member);

    [Theory]
    [InlineData("Aspose.Email.Clients.Smtp", "SmtpStatusCode")]
    [InlineData("EASendMail", "SmtpStatusCode")]
    [InlineData("Mine", "SmtpReply")]
    public Task An_enum_of_another_library(string space, string name) => Verify.File(
        $$"""
        namespace {{space}}
        {
            public enum {{name}} { MailboxBusy = 450, MailboxUnavailable = 550 }
            public class SmtpException : System.Exception { public {{name}} StatusCode { get; } }
            class C
            {
                bool IsTransient(SmtpException ex) => ex.StatusCode == {{name}}.MailboxUnavailable;
                bool IsPermanent(SmtpException ex) => (int)ex.StatusCode >= 400;
            }
        }
        """);

    [Theory]
    [InlineData("// <auto-generated/>")]
    [InlineData("// <autogenerated />")]
    public Task A_generated_file(string header) => Verify.File(
        header + "\n" + Verify.InMailKit("bool IsPermanent(SmtpCommandException ex) => (int)ex.StatusCode >= 400;"));

    [Fact]
    public Task A_generated_member() => Verify.MailKit(
        """
        [System.CodeDom.Compiler.GeneratedCode("tool", "1.0")]
        bool IsPermanent(SmtpCommandException ex) => (int)ex.StatusCode >= 400;
        """);

    [Fact]
    public Task A_generated_class() => Verify.File(
        """
        using MailKit.Net.Smtp;
        [System.CodeDom.Compiler.GeneratedCode("tool", "1.0")]
        class Generated { bool IsPermanent(SmtpCommandException ex) => (int)ex.StatusCode >= 400; }
        """);

    [Fact]
    public Task A_554_that_MailKit_made_up_because_an_override_swallowed_the_refusals() => Verify.MailKit(
        """
        class Tolerant : SmtpClient
        {
            protected override void OnRecipientNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) { }
        }

        async Task Send(Tolerant tolerant)
        {
            try { await tolerant.SendAsync(message); }
            catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.TransactionFailed) { queue.Requeue(message); }
        }
        """);

    [Fact]
    public Task Failed_recipients_of_System_Net_Mail_by_class() => Verify.SystemNetMail(
        """
        void On(SmtpFailedRecipientsException ex)
        {
            foreach (var inner in ex.InnerExceptions)
            {
                if ((int)inner.StatusCode is >= 400 and < 500) queue.Requeue(inner.FailedRecipient);
                else queue.DeadLetter(inner.FailedRecipient);
            }
        }
        """);

    [Fact]
    public Task A_general_failure_of_System_Net_Mail_is_no_reply() => Verify.SystemNetMail(
        """
        bool ShouldRetry(SmtpException ex) => ex.StatusCode == SmtpStatusCode.GeneralFailure || (int)ex.StatusCode / 100 == 4;
        """);
}
