using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.CodeFixes;

namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP4001_FaultAnsweredPermanentlyTests
{
    public static readonly Cases Reported = new()
    {
        { "a syntax error that is none", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (Exception) { return {|SMTP4001:SmtpResponse.SyntaxError|}; }
            """ },
        { "the ready response", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (Exception) { return {|SMTP4001:SmtpResponse.TransactionFailed|}; }
            """ },
        { "a handler that doesn't resolve is given the message", """
            try { {|CS0103:OnReceived|}.Invoke(message); return SmtpResponse.Ok; }
            catch (Exception) { return {|SMTP4001:SmtpResponse.TransactionFailed|}; }
            """ },
        { "with a log before it", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (Exception ex) { log.Error(ex, "not saved"); return {|SMTP4001:SmtpResponse.TransactionFailed|}; }
            """ },
        { "a clause without a type", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch { return {|SMTP4001:SmtpResponse.MailboxUnavailable|}; }
            """ },
        { "a new response", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (Exception ex) {
                return {|SMTP4001:new SmtpResponse(SmtpReplyCode.TransactionFailed, ex.Message)|};
            }
            """ },
        { "a full disk", """
            try { await File.WriteAllBytesAsync("mail", buffer.ToArray()); return SmtpResponse.Ok; }
            catch (IOException) { return {|SMTP4001:new SmtpResponse(SmtpReplyCode.MailboxUnavailable)|}; }
            """ },
        { "a time-out", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (TimeoutException) { return {|SMTP4001:SmtpResponse.TransactionFailed|}; }
            """ },
        { "a database", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (DbException) { return {|SMTP4001:SmtpResponse.TransactionFailed|}; }
            """ },
        { "a database's library", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (DbUpdateException) { return {|SMTP4001:SmtpResponse.TransactionFailed|}; }
            """ },
        { "a socket", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (SocketException) { return {|SMTP4001:SmtpResponse.TransactionFailed|}; }
            """ },
        { "a service behind it", """
            try { await new HttpClient().PostAsync("http://inbox", null); return SmtpResponse.Ok; }
            catch (HttpRequestException) { return {|SMTP4001:SmtpResponse.TransactionFailed|}; }
            """ },
        { "after a clause for what the client sent", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (FormatException) { return SmtpResponse.TransactionFailed; }
            catch (Exception) { return {|SMTP4001:SmtpResponse.TransactionFailed|}; }
            """ },
        { "after a clause for the end of the program", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (OperationCanceledException) { throw; }
            catch (Exception) { return {|SMTP4001:SmtpResponse.TransactionFailed|}; }
            """ },
        { "both branches", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (Exception ex) {
                return message is null ? {|SMTP4001:SmtpResponse.TransactionFailed|}
                    : new SmtpResponse(SmtpReplyCode.TransactionFailed, ex.Message);
            }
            """ },
        { "in an if and after it", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (Exception ex) {
                if (message != null) return {|SMTP4001:new SmtpResponse(SmtpReplyCode.TransactionFailed,
                    "not saved")|};
                return SmtpResponse.TransactionFailed;
            }
            """ },
        { "through a local of the handler", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (Exception ex) {
                var answer = {|SMTP4001:SmtpResponse.TransactionFailed|}; log.Error(ex); return answer;
            }
            """ },
        { "through a local of the method", """
            SmtpResponse answer;
            try { await spool.WriteAsync(message); answer = SmtpResponse.Ok; }
            catch (Exception) { answer = {|SMTP4001:SmtpResponse.TransactionFailed|}; }
            return answer;
            """ },
        { "below the try", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            {|SMTP4001:catch|}
            (Exception ex) { log.Error(ex); }
            return SmtpResponse.TransactionFailed;
            """ },
        { "thrown", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (Exception) { throw new SmtpResponseException({|SMTP4001:SmtpResponse.TransactionFailed|}); }
            """ },
        { "written", """
            try { await spool.WriteAsync(message); }
            catch (Exception) { await ReplyAsync({|SMTP4001:SmtpResponse.TransactionFailed|}); }
            return null;
            """ },
        { "a relay that is cut off", """
            try { await client.SendAsync(message); return SmtpResponse.Ok; }
            catch (MailKit.Net.Smtp.SmtpProtocolException) { return {|SMTP4001:SmtpResponse.TransactionFailed|}; }
            """ },
        { "the message is read and saved", """
            try {
                message = MimeMessage.Load(new MemoryStream(buffer.ToArray())); await spool.WriteAsync(message);
                return SmtpResponse.Ok;
            }
            catch (Exception) { return {|SMTP4001:SmtpResponse.TransactionFailed|}; }
            """ },
        { "a delegate", """
            Func<Task> save = () => spool.WriteAsync(message);
            try { await save(); return SmtpResponse.Ok; }
            catch (Exception) { return {|SMTP4001:SmtpResponse.TransactionFailed|}; }
            """ },
        { "a filter that takes out only the end of the program", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (Exception ex) when (ex is not OperationCanceledException
                || !cancellationToken.IsCancellationRequested) {
                return {|SMTP4001:SmtpResponse.TransactionFailed|};
            }
            """ },
        { "a filter that does not look at it", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (Exception) when (!cancellationToken.IsCancellationRequested) {
                return {|SMTP4001:SmtpResponse.TransactionFailed|};
            }
            """ },
        { "a service that has enough to do", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (ServerBusyException) { return {|SMTP4001:SmtpResponse.TransactionFailed|}; }
            """ },
        { "a rate limit", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (RateLimitRejectedException) { return {|SMTP4001:SmtpResponse.TransactionFailed|}; }
            """ },
        { "what is throttled", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (RequestThrottledException) { return {|SMTP4001:SmtpResponse.MailboxUnavailable|}; }
            """ },
        { "too many requests", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (TooManyRequestsException) { return {|SMTP4001:SmtpResponse.TransactionFailed|}; }
            """ },
        { "what is called temporary", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (TransientSpoolException) { return {|SMTP4001:SmtpResponse.TransactionFailed|}; }
            """ },
        { "kept in a flag", """
            var failed = false;
            try { await spool.WriteAsync(message); } {|SMTP4001:catch|} (Exception ex) { log.Error(ex); failed = true; }
            if (failed) return SmtpResponse.TransactionFailed;
            return SmtpResponse.Ok;
            """ },
        { "kept in a flag for the opposite", """
            bool saved;
            try { await spool.WriteAsync(message); saved = true; } {|SMTP4001:catch|} (Exception) { saved = false; }
            if (!saved) { log.Info("not saved"); return SmtpResponse.TransactionFailed; } else { return SmtpResponse.Ok; }
            """ },
        { "kept in a flag, and what is left", """
            var saved = false;
            try { await spool.WriteAsync(message); saved = true; } {|SMTP4001:catch|} (TimeoutException) { saved = false; }
            log.Info("saved: " + saved);
            if (saved) return SmtpResponse.Ok;
            return SmtpResponse.TransactionFailed;
            """ },
        { "kept in a flag, and one of two returned", """
            bool saved;
            try { await spool.WriteAsync(message); saved = true; } {|SMTP4001:catch|} { saved = false; }
            return saved == false ? SmtpResponse.TransactionFailed : SmtpResponse.Ok;
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "a parser that doesn't resolve is given the message", """
            try { {|CS0103:Reader|}.Parse(message); return SmtpResponse.Ok; }
            catch (Exception) { return SmtpResponse.TransactionFailed; }
            """ },
        { "a syntax error", """
            try { message = MimeMessage.Load(new MemoryStream(buffer.ToArray())); }
            catch (Exception) { return SmtpResponse.SyntaxError; }
            return SmtpResponse.Ok;
            """ },
        { "451", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (Exception) { return new SmtpResponse(SmtpReplyCode.Aborted); }
            """ },
        { "a message that cannot be read", """
            try { message = MimeMessage.Load(new MemoryStream(buffer.ToArray())); }
            catch (Exception) { return SmtpResponse.TransactionFailed; }
            await Task.Yield(); return SmtpResponse.Ok;
            """ },
        { "FormatException", """
            try { message = MimeMessage.Load(new MemoryStream(buffer.ToArray())); return SmtpResponse.Ok; }
            catch (FormatException) { return SmtpResponse.TransactionFailed; }
            finally { await Task.Yield(); }
            """ },
        { "an exception of the program's own", """
            try { Check(message); return SmtpResponse.Ok; }
            catch (RefusedException) { return SmtpResponse.TransactionFailed; }
            finally { await Task.Yield(); }
            """ },
        { "a check of the message", """
            try { Check(message); return SmtpResponse.Ok; }
            catch (Exception) { return SmtpResponse.TransactionFailed; }
            finally { await Task.Yield(); }
            """ },
        { "no such file", """
            try { await File.WriteAllBytesAsync("mail", buffer.ToArray()); return SmtpResponse.Ok; }
            catch (DirectoryNotFoundException) { return SmtpResponse.MailboxUnavailable; }
            finally { log.Info("done"); }
            """ },
        { "the temporary ones are taken out above", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (IOException) { return new SmtpResponse(SmtpReplyCode.Aborted); }
            catch (Exception) { return SmtpResponse.TransactionFailed; }
            """ },
        { "a filter above", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (Exception ex) when (ex is IOException or TimeoutException) {
                return new SmtpResponse(SmtpReplyCode.Aborted);
            }
            catch (Exception) { return SmtpResponse.TransactionFailed; }
            """ },
        { "a filter that looks at it", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (Exception ex) when (ex is not IOException) { return SmtpResponse.TransactionFailed; }
            """ },
        { "the exception decides", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (Exception ex) {
                return ex is FormatException ? SmtpResponse.TransactionFailed
                    : new SmtpResponse(SmtpReplyCode.Aborted);
            }
            """ },
        { "a method decides", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (Exception ex) { return Answer(ex); }
            """ },
        { "the response of the exception", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (SmtpResponseException ex) { return ex.Response; }
            """ },
        { "thrown on", "try { await spool.WriteAsync(message); return SmtpResponse.Ok; } catch (Exception ex) { log.Error(ex); throw; }" },
        { "on one path only", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (Exception) { if (message is null) return SmtpResponse.TransactionFailed; throw; }
            """ },
        { "after some attempts", """
            for (var i = 0; ; i++) {
                try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
                catch (Exception) { if (i == 3) return SmtpResponse.TransactionFailed; await Task.Delay(60000); }
            }
            """ },
        { "the work is left to itself", """
            try {
                _ = Task.Run(async () => await spool.WriteAsync(message)); await Task.Yield(); return SmtpResponse.Ok;
            }
            catch (Exception) { return SmtpResponse.TransactionFailed; }
            """ },
        { "the message is too large", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (Exception) { return SmtpResponse.SizeLimitExceeded; }
            """ },
        { "a text about the message", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (Exception) { return new SmtpResponse(SmtpReplyCode.TransactionFailed, "malformed message"); }
            """ },
        { "deliberate: no such mailbox", "return await spool.KnowsAsync(\"info\") ? SmtpResponse.Ok : SmtpResponse.MailboxUnavailable;" },
        { "a handler that only logs",
            "try { await spool.WriteAsync(message); } catch (Exception ex) { log.Error(ex); } return SmtpResponse.Ok;" },
        { "compared", """
            SmtpResponse answer = SmtpResponse.Ok;
            try { await spool.WriteAsync(message); }
            catch (Exception) { if (answer == SmtpResponse.TransactionFailed) log.Info("failed"); throw; }
            return answer;
            """ },
        { "another local decides below", """
            SmtpResponse answer;
            try { await spool.WriteAsync(message); answer = SmtpResponse.Ok; }
            catch (Exception) { answer = SmtpResponse.TransactionFailed; }
            answer = new SmtpResponse(SmtpReplyCode.Aborted); return answer;
            """ },
        { "a mailbox that is unavailable", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (MailboxUnavailableException) { return SmtpResponse.MailboxUnavailable; }
            """ },
        { "too many of what the client sent", """
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (TooManyAttachmentsException) { return SmtpResponse.TransactionFailed; }
            """ },
        { "kept in a flag: 451", """
            var failed = false;
            try { await spool.WriteAsync(message); } catch (Exception) { failed = true; }
            if (failed) return new SmtpResponse(SmtpReplyCode.Aborted);
            return SmtpResponse.Ok;
            """ },
        { "kept in a flag: the message cannot be read", """
            bool read;
            try { message = MimeMessage.Load(new MemoryStream(buffer.ToArray())); read = true; }
            catch (Exception) { read = false; }
            if (!read) return SmtpResponse.TransactionFailed;
            await Task.Yield(); return SmtpResponse.Ok;
            """ },
        { "kept in a flag: something else decides as well", """
            var failed = false;
            try { await spool.WriteAsync(message); } catch (Exception) { failed = true; }
            if (failed && message is null) return SmtpResponse.TransactionFailed;
            return SmtpResponse.Ok;
            """ },
        { "kept in a flag that is set anew", """
            var refused = false;
            try { await spool.WriteAsync(message); } catch (Exception) { refused = true; }
            refused = message is null;
            if (refused) return SmtpResponse.TransactionFailed;
            return SmtpResponse.Ok;
            """ },
        { "kept in a flag: an answer after some work", """
            var failed = false;
            try { await spool.WriteAsync(message); } catch (Exception) { failed = true; }
            for (var i = 0; failed && i < 3; i++) failed = !await spool.KnowsAsync("again");
            if (failed) return SmtpResponse.TransactionFailed;
            return SmtpResponse.Ok;
            """ },
    };

    public static readonly Cases OfFilters = new()
    {
        { "false", """
            public override async Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from,
                CancellationToken token) {
                try { return await spool.KnowsAsync(to.User); }
                catch (Exception ex) { log.Error(ex); return {|SMTP4001:false|}; }
            }
            """ },
        { "false below", """
            public override async Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from,
                CancellationToken token) {
                try { return await spool.KnowsAsync(to.User); }
                {|SMTP4001:catch|}
                (Exception ex) { log.Error(ex); }
                return false;
            }
            """ },
        { "a task", """
            public override Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size,
                CancellationToken token) {
                try { return Task.FromResult(spool.Knows(from.User)); }
                catch (TimeoutException) { return {|SMTP4001:Task.FromResult(false)|}; }
            }
            """ },
        { "thrown", """
            public override async Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from,
                CancellationToken token) {
                try { return await spool.KnowsAsync(to.User); }
                catch (Exception) { throw new SmtpResponseException({|SMTP4001:SmtpResponse.MailboxUnavailable|}); }
            }
            """ },
        { "kept in a flag", """
            public override async Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from,
                CancellationToken token) {
                bool known;
                try { known = await spool.KnowsAsync(to.User); } {|SMTP4001:catch|} (Exception) { known = false; }
                return known;
            }
            """ },
        { "kept in a flag, as a task", """
            public override Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size,
                CancellationToken token) {
                var failed = false;
                try { File.AppendAllText("log", from.User); } {|SMTP4001:catch|} (IOException) { failed = true; }
                return Task.FromResult(!failed);
            }
            """ },
        { "near miss: kept in a flag that accepts", """
            public override async Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from,
                CancellationToken token) {
                bool known;
                try { known = await spool.KnowsAsync(to.User); } catch (Exception) { known = true; }
                return known;
            }
            """ },
        { "near miss: no such mailbox", """
            public override async Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from,
                CancellationToken token) {
                if (!await spool.KnowsAsync(to.User)) return false; return true;
            }
            """ },
        { "near miss: accepted when in doubt", """
            public override async Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from,
                CancellationToken token) {
                try { return await spool.KnowsAsync(to.User); } catch (Exception) { return true; }
            }
            """ },
        { "near miss: an address that cannot be read", """
            public override Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from,
                CancellationToken token) {
                try { new System.Net.Mail.MailAddress(to.User); return Task.FromResult(true); }
                catch (Exception) { return Task.FromResult(false); }
            }
            """ },
        { "near miss: a file that is the mailbox", """
            public override Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from,
                CancellationToken token) {
                try { File.OpenRead(to.User); return Task.FromResult(true); }
                catch (FileNotFoundException) { return Task.FromResult(false); }
            }
            """ },
        { "near miss: temporary", """
            public override async Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from,
                CancellationToken token) {
                try { return await spool.KnowsAsync(to.User); }
                catch (Exception) { throw new SmtpResponseException(new SmtpResponse(SmtpReplyCode.Aborted)); }
            }
            """ },
        { "near miss: a method of the filter that is no filter", """
            async Task<bool> Knows(string user) {
                try { return await spool.KnowsAsync(user); } catch (Exception) { return false; }
            }
            """ },
    };

    public static readonly Cases ByHand = new()
    {
        { "a line", """
            async Task Data(object mail) {
                try { await spool.WriteAsync(mail); await writer.WriteLineAsync("250 OK"); }
                catch (Exception ex) {
                    log.Error(ex); await writer.WriteLineAsync({|SMTP4001:"554 Transaction failed"|});
                }
            }
            """ },
        { "with what it says", """
            async Task Data(object mail) {
                try { await spool.WriteAsync(mail); }
                catch (Exception ex) { await writer.WriteLineAsync($"{|SMTP4001:554 |}{ex.Message}"); }
            }
            """ },
        { "in bytes", """
            async Task Data(object mail) {
                try { await spool.WriteAsync(mail); }
                catch (IOException) { stream.Write(Encoding.ASCII.GetBytes({|SMTP4001:"554 5.3.0 failed\r\n"|})); }
            }
            """ },
        { "500, as in HTTP", """
            async Task Data(object mail) {
                try { await spool.WriteAsync(mail); }
                catch (Exception) { Reply({|SMTP4001:"500 Internal server error"|}); }
            }
            void Reply(string line) => writer.WriteLine(line);
            """ },
        { "a number", """
            class SmtpServerSession {
                ISpool spool;
                async Task Data(object mail) {
                    try { await spool.WriteAsync(mail); } catch (Exception) { WriteCode({|SMTP4001:554|}, "failed"); }
                }
                void WriteCode(int code, string text) { }
            }
            """ },
        { "near miss: 451", """
            async Task Data(object mail) {
                try { await spool.WriteAsync(mail); }
                catch (Exception) { writer.WriteLine("451 Requested action aborted"); }
            }
            """ },
        { "near miss: 500 for a command", """
            async Task Run(string line) {
                try { await spool.WriteAsync(line); }
                catch (Exception) { writer.WriteLine("500 Syntax error, command unrecognized"); }
            }
            """ },
        { "near miss: a syntax error", """
            void Rcpt(string line) {
                try { new System.Net.Mail.MailAddress(line); writer.WriteLine("250 OK"); }
                catch (Exception) { writer.WriteLine("553 bad address"); }
            }
            """ },
        { "near miss: 421 before it goes", """
            async Task Data(object mail) {
                try { await spool.WriteAsync(mail); } catch (Exception) { writer.WriteLine("421 closing"); throw; }
            }
            """ },
        { "near miss: by the kind of fault", """
            async Task Data(object mail) {
                try { await spool.WriteAsync(mail); }
                catch (Exception ex) {
                    if (ex is IOException) writer.WriteLine("451 later"); else writer.WriteLine("554 failed");
                }
            }
            """ },
        { "near miss: by a switch on the fault", """
            async Task Data(object mail) {
                try { await spool.WriteAsync(mail); }
                catch (Exception ex) {
                    switch (ex) { case IOException: writer.WriteLine("451 later"); break; default: writer.WriteLine("554 failed"); break; }
                }
            }
            """ },
        { "near miss: the console is no client", """
            async Task Data(object mail) {
                try { await spool.WriteAsync(mail); }
                catch (Exception) { Console.WriteLine("554 Transaction failed"); throw; }
            }
            """ },
        { "near miss: a text with digits", """
            async Task Data(object mail) {
                try { await spool.WriteAsync(mail); } catch (Exception) { writer.WriteLine("5540 bytes"); }
            }
            """ },
    };

    public static readonly FixCases Fixes = new()
    {
        {
            "a syntax error that is none",
            """
            try
            {
                await spool.WriteAsync(message);
                return SmtpResponse.Ok;
            }
            catch (Exception)
            {
                return {|SMTP4001:SmtpResponse.SyntaxError|};
            }
            """,
            """
            try
            {
                await spool.WriteAsync(message);
                return SmtpResponse.Ok;
            }
            catch (Exception)
            {
                return new SmtpResponse(SmtpReplyCode.Aborted, "Temporary failure, try again later");
            }
            """
        },
        {
            "the ready response",
            """
            try
            {
                await spool.WriteAsync(message);
                return SmtpResponse.Ok;
            }
            catch (Exception)
            {
                return {|SMTP4001:SmtpResponse.TransactionFailed|};
            }
            """,
            """
            try
            {
                await spool.WriteAsync(message);
                return SmtpResponse.Ok;
            }
            catch (Exception)
            {
                return new SmtpResponse(SmtpReplyCode.Aborted, "Temporary failure, try again later");
            }
            """
        },
        {
            "a new response keeps its text",
            """
            try
            {
                await spool.WriteAsync(message);
                return SmtpResponse.Ok;
            }
            catch (Exception ex)
            {
                return {|SMTP4001:new SmtpResponse(SmtpReplyCode.TransactionFailed, ex.Message)|};
            }
            """,
            """
            try
            {
                await spool.WriteAsync(message);
                return SmtpResponse.Ok;
            }
            catch (Exception ex)
            {
                return new SmtpResponse(SmtpReplyCode.Aborted, ex.Message);
            }
            """
        },
        {
            "the enhanced code too",
            """
            try
            {
                await spool.WriteAsync(message);
                return SmtpResponse.Ok;
            }
            catch (Exception)
            {
                return {|SMTP4001:new SmtpResponse(SmtpReplyCode.TransactionFailed, "5.3.0 not saved")|};
            }
            """,
            """
            try
            {
                await spool.WriteAsync(message);
                return SmtpResponse.Ok;
            }
            catch (Exception)
            {
                return new SmtpResponse(SmtpReplyCode.Aborted, "4.3.0 not saved");
            }
            """
        },
        {
            "both branches",
            """
            try
            {
                await spool.WriteAsync(message);
                return SmtpResponse.Ok;
            }
            catch (Exception ex)
            {
                return message is null
                    ? {|SMTP4001:SmtpResponse.TransactionFailed|}
                    : new SmtpResponse(SmtpReplyCode.TransactionFailed, ex.Message);
            }
            """,
            """
            try
            {
                await spool.WriteAsync(message);
                return SmtpResponse.Ok;
            }
            catch (Exception ex)
            {
                return message is null
                    ? new SmtpResponse(SmtpReplyCode.Aborted, "Temporary failure, try again later")
                    : new SmtpResponse(SmtpReplyCode.Aborted, ex.Message);
            }
            """
        },
        {
            "below the try",
            """
            try
            {
                await spool.WriteAsync(message);
                return SmtpResponse.Ok;
            }
            {|SMTP4001:catch|} (Exception ex)
            {
                log.Error(ex);
            }
            return SmtpResponse.TransactionFailed;
            """,
            """
            try
            {
                await spool.WriteAsync(message);
                return SmtpResponse.Ok;
            }
            catch (Exception ex)
            {
                log.Error(ex);
            }
            return new SmtpResponse(SmtpReplyCode.Aborted, "Temporary failure, try again later");
            """
        },
        {
            "below the try, which others reach too",
            """
            try
            {
                await spool.WriteAsync(message);
                if (message != null) return SmtpResponse.Ok;
            }
            {|SMTP4001:catch|} (Exception ex)
            {
                log.Error(ex);
            }
            return SmtpResponse.TransactionFailed;
            """,
            """
            try
            {
                await spool.WriteAsync(message);
                if (message != null) return SmtpResponse.Ok;
            }
            catch (Exception ex)
            {
                log.Error(ex);
                return new SmtpResponse(SmtpReplyCode.Aborted, "Temporary failure, try again later");
            }
            return SmtpResponse.TransactionFailed;
            """
        },
        {
            "what is thrown in a store never reaches the client",
            """
            try
            {
                await spool.WriteAsync(message);
                return SmtpResponse.Ok;
            }
            catch (Exception)
            {
                throw new SmtpResponseException({|SMTP4001:SmtpResponse.TransactionFailed|});
            }
            """,
            """
            try
            {
                await spool.WriteAsync(message);
                return SmtpResponse.Ok;
            }
            catch (Exception)
            {
                return new SmtpResponse(SmtpReplyCode.Aborted, "Temporary failure, try again later");
            }
            """
        },
        {
            "through a local",
            """
            SmtpResponse answer;
            try
            {
                await spool.WriteAsync(message);
                answer = SmtpResponse.Ok;
            }
            catch (Exception)
            {
                answer = {|SMTP4001:SmtpResponse.TransactionFailed|};
            }
            return answer;
            """,
            """
            SmtpResponse answer;
            try
            {
                await spool.WriteAsync(message);
                answer = SmtpResponse.Ok;
            }
            catch (Exception)
            {
                answer = new SmtpResponse(SmtpReplyCode.Aborted, "Temporary failure, try again later");
            }
            return answer;
            """
        },
    };

    private const string KeptStatements =
        "var failed = false; try {{ await spool.WriteAsync(message); }} {0} (Exception ex) {{ log.Error(ex); failed = true;{1} }} {2}";

    private const string Later = "new SmtpResponse(SmtpReplyCode.Aborted, \"Temporary failure, try again later\")";

    // The flag may be set for another reason, too; what stands between is not left out.
    public static readonly FixCases KeptFixes = new()
    {
        { "asked at once", "if (failed) return SmtpResponse.TransactionFailed; return SmtpResponse.Ok;", $" return {Later};" },
        { "one of two", "return failed ? SmtpResponse.TransactionFailed : SmtpResponse.Ok;", $" return {Later};" },
        { "what is left", "if (!failed) return SmtpResponse.Ok; return SmtpResponse.TransactionFailed;", $" return {Later};" },
        {
            "a log before the answer",
            """
            if (failed)
            {
                log.Info("!");
                return SmtpResponse.TransactionFailed;
            }
            return SmtpResponse.Ok;
            """, ""
        },
        { "a log before the question", "log.Info(\"!\"); if (failed) return SmtpResponse.TransactionFailed; return SmtpResponse.Ok;", "" },
    };

    public static readonly FixCases FilterFixes = new()
    {
        {
            "false",
            """
            public override async Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken token)
            {
                try { return await spool.KnowsAsync(to.User); }
                catch (Exception ex)
                {
                    log.Error(ex);
                    return {|SMTP4001:false|};
                }
            }
            """,
            """
            public override async Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken token)
            {
                try { return await spool.KnowsAsync(to.User); }
                catch (Exception ex)
                {
                    log.Error(ex);
                    throw new SmtpResponseException(new SmtpResponse(SmtpReplyCode.Aborted, "Temporary failure, try again later"));
                }
            }
            """
        },
        {
            "thrown",
            """
            public override async Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken token)
            {
                try { return await spool.KnowsAsync(to.User); }
                catch (Exception)
                {
                    throw new SmtpResponseException({|SMTP4001:SmtpResponse.MailboxUnavailable|});
                }
            }
            """,
            """
            public override async Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken token)
            {
                try { return await spool.KnowsAsync(to.User); }
                catch (Exception)
                {
                    throw new SmtpResponseException(new SmtpResponse(SmtpReplyCode.Aborted, "Temporary failure, try again later"));
                }
            }
            """
        },
        {
            "kept in a flag",
            """
            public override async Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken token)
            {
                bool known;
                try { known = await spool.KnowsAsync(to.User); }
                {|SMTP4001:catch|} (Exception)
                {
                    known = false;
                }
                return known;
            }
            """,
            """
            public override async Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken token)
            {
                bool known;
                try { known = await spool.KnowsAsync(to.User); }
                catch (Exception)
                {
                    known = false;
                    throw new SmtpResponseException(new SmtpResponse(SmtpReplyCode.Aborted, "Temporary failure, try again later"));
                }
                return known;
            }
            """
        },
    };

    public static readonly FixCases FixesByHand = new()
    {
        {
            "a line",
            """
            async Task Data(object mail)
            {
                try { await spool.WriteAsync(mail); await writer.WriteLineAsync("250 OK"); }
                catch (Exception ex) { log.Error(ex); await writer.WriteLineAsync({|SMTP4001:"554 Transaction failed"|}); }
            }
            """,
            """
            async Task Data(object mail)
            {
                try { await spool.WriteAsync(mail); await writer.WriteLineAsync("250 OK"); }
                catch (Exception ex) { log.Error(ex); await writer.WriteLineAsync("451 Transaction failed"); }
            }
            """
        },
        {
            "the enhanced code too",
            """
            async Task Data(object mail)
            {
                try { await spool.WriteAsync(mail); }
                catch (IOException) { stream.Write(Encoding.ASCII.GetBytes({|SMTP4001:"554 5.3.0 failed\r\n"|})); }
            }
            """,
            """
            async Task Data(object mail)
            {
                try { await spool.WriteAsync(mail); }
                catch (IOException) { stream.Write(Encoding.ASCII.GetBytes("451 4.3.0 failed\r\n")); }
            }
            """
        },
        {
            "with what it says",
            """
            async Task Data(object mail)
            {
                try { await spool.WriteAsync(mail); }
                catch (Exception ex) { await writer.WriteLineAsync($"{|SMTP4001:554 |}{ex.Message}"); }
            }
            """,
            """
            async Task Data(object mail)
            {
                try { await spool.WriteAsync(mail); }
                catch (Exception ex) { await writer.WriteLineAsync($"451 {ex.Message}"); }
            }
            """
        },
    };

    // What the rows take for granted.
    private const string More = """

        partial class Store
        {
            Task ReplyAsync(SmtpResponse response) => Task.CompletedTask;

            static void Check(MimeMessage message) { if (message.Subject == "") throw new RefusedException(); }

            SmtpResponse Answer(Exception failure) =>
                failure is IOException ? new SmtpResponse(SmtpReplyCode.Aborted) : SmtpResponse.TransactionFailed;
        }

        class RefusedException : Exception { }

        class DbUpdateException : Exception { }

        class ServerBusyException : Exception { }

        class RateLimitRejectedException : Exception { }

        class RequestThrottledException : Exception { }

        class TooManyRequestsException : Exception { }

        class TooManyAttachmentsException : Exception { }

        class TransientSpoolException : Exception { }

        class MailboxUnavailableException : Exception { }
        """;

    [Theory, MemberData(nameof(Reported))]
    public Task In_a_store(string body) => ServerVerifier.File(ServerVerifier.InStore(body) + More);

    [Theory, MemberData(nameof(Silent))]
    public Task Not_in_a_store(string body) => ServerVerifier.File(ServerVerifier.InStore(body) + More, without: "SMTP4002");

    [Theory, MemberData(nameof(OfFilters))]
    public Task In_a_filter(string member) => ServerVerifier.File(ServerVerifier.InFilter(member));

    [Theory, MemberData(nameof(ByHand))]
    public Task By_hand(string member) => ServerVerifier.File(ServerVerifier.ByHand(member));

    [Theory, MemberData(nameof(Fixes))]
    public Task Fixed(string wrong, string right) =>
        ServerVerifier.Fix(ServerVerifier.InStore(wrong) + More, ServerVerifier.InStore(right) + More);

    [Theory, MemberData(nameof(KeptFixes))]
    public Task Fixed_where_it_is_kept(string below, string answer) => ServerVerifier.Fix(
        ServerVerifier.InStore(string.Format(KeptStatements, "{|SMTP4001:catch|}", "", below)) + More,
        ServerVerifier.InStore(string.Format(KeptStatements, answer.Length > 0 ? "catch" : "{|SMTP4001:catch|}", answer, below)) + More);

    [Theory, MemberData(nameof(FilterFixes))]
    public Task Fixed_in_a_filter(string wrong, string right) =>
        ServerVerifier.Fix(ServerVerifier.InFilter(wrong), ServerVerifier.InFilter(right));

    [Theory, MemberData(nameof(FixesByHand))]
    public Task Fixed_by_hand(string wrong, string right) => ServerVerifier.Fix(ServerVerifier.ByHand(wrong), ServerVerifier.ByHand(right));

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp8)]
    public Task Fixed_in_older_languages(LanguageVersion version) => ServerVerifier.Fix(
        ServerVerifier.InStore("""
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (Exception) { return {|SMTP4001:SmtpResponse.TransactionFailed|}; }
            """),
        ServerVerifier.InStore("""
            try { await spool.WriteAsync(message); return SmtpResponse.Ok; }
            catch (Exception) { return new SmtpResponse(SmtpReplyCode.Aborted, "Temporary failure, try again later"); }
            """),
        version);

    [Fact]
    public Task Without_MailKit() => ServerVerifier.File(
        """
        using System;
        using System.Buffers;
        using System.Threading;
        using System.Threading.Tasks;
        using SmtpServer;
        using SmtpServer.Protocol;
        using SmtpServer.Storage;

        class Store : MessageStore
        {
            Func<Task> save;

            public override async Task<SmtpResponse> SaveAsync(
                ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken token)
            {
                try { await save(); return SmtpResponse.Ok; }
                catch (Exception) { return {|SMTP4001:SmtpResponse.TransactionFailed|}; }
            }
        }
        """, references: References.SmtpServerOnly);

    [Fact]
    public Task A_server_with_types_of_its_own() =>
        ServerVerifier.Fix(Own("{|SMTP4001:SmtpResponse.TransactionFailed|}"), Own("new SmtpResponse(SmtpReplyCode.Aborted)"));

    // The type is called the same, but it holds what a client was told.
    [Fact]
    public Task A_client_with_types_of_its_own() =>
        ServerVerifier.File(Own("SmtpResponse.TransactionFailed").Replace("SpoolStore", "Sender").Replace("SaveAsync", "TryAsync"));

    private static string Own(string answer) => $$"""
        using System; using System.Threading.Tasks;

        public enum SmtpReplyCode { Ok = 250, Aborted = 451, MailboxUnavailable = 550, TransactionFailed = 554 }

        public class SmtpResponse
        {
            public SmtpResponse(SmtpReplyCode code) { }

            public static readonly SmtpResponse Ok = new SmtpResponse(SmtpReplyCode.Ok);
            public static readonly SmtpResponse TransactionFailed = new SmtpResponse(SmtpReplyCode.TransactionFailed);
        }

        public class SpoolStore
        {
            Func<Task> save;

            public async Task<SmtpResponse> SaveAsync()
            {
                try { await save(); return SmtpResponse.Ok; }
                catch (Exception)
                {
                    return {{answer}};
                }
            }
        }
        """;

    // Until version 10 a filter says no in words, which the package answers with 550 and 553.
    [Fact]
    public Task Before_version_11() => ServerVerifier.Fix(
        Old("{|SMTP4001:MailboxFilterResult.NoTemporarily|}"), Old(null), references: References.MailKitAndPolly);

    private static string Old(string? answer) => $$"""
        using System; using System.Threading.Tasks; using SmtpServer.Protocol; using SmtpServer.Storage;

        class Filter : IMailboxFilter
        {
            Func<string, Task<bool>> knows;

            public async Task<MailboxFilterResult> CanDeliverToAsync(string to)
            {
                if (to == "")
                    return MailboxFilterResult.NoTemporarily;
                try
                {
                    return await knows(to) ? MailboxFilterResult.Yes : MailboxFilterResult.NoPermanently;
                }
                catch (Exception)
                {
                    {{(answer is null ? $"throw new SmtpResponseException({Later})" : "return " + answer)}};
                }
            }
        }

        namespace SmtpServer.Storage
        {
            public enum MailboxFilterResult { Yes = 0, NoTemporarily = 1, NoPermanently = 2, SizeLimitExceeded = 3 }

            public interface IMailboxFilter { Task<MailboxFilterResult> CanDeliverToAsync(string to); }
        }

        namespace SmtpServer.Protocol
        {
            public enum SmtpReplyCode { Ok = 250, Aborted = 451, MailboxUnavailable = 550 }

            public class SmtpResponse { public SmtpResponse(SmtpReplyCode code, string message = null) { } }

            public class SmtpResponseException : Exception { public SmtpResponseException(SmtpResponse response) { } }
        }
        """;
}
