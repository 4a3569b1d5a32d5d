using Microsoft.CodeAnalysis.CSharp;

namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP1007_TestNeverTrueTests
{
    public static readonly Cases Taken = new()
    {
        { "two codes at once", """
            void On(SmtpStatusCode c) {
                if (c == SmtpStatusCode.MailboxBusy && {|SMTP1007:c == SmtpStatusCode.InsufficientStorage|})
                    log.Info("!");
            }
            """ },
        { "bounds that exclude each other",
            "void On(SmtpStatusCode c) { if ((int)c >= 500 && {|SMTP1007:(int)c < 400|}) log.Info(\"!\"); }" },
        { "a guard took it", """
            void On(SmtpStatusCode c) {
                if ((int)c >= 400) return; if ({|SMTP1007:c == SmtpStatusCode.MailboxBusy|}) log.Info("!");
            }
            """ },
        { "a guard took both", """
            void On(SmtpStatusCode c) {
                if ((int)c >= 400) return;
                if ({|SMTP1007:c == SmtpStatusCode.MailboxBusy || c == SmtpStatusCode.InsufficientStorage|})
                    log.Info("!");
            }
            """ },
        { "a guard took one of two", """
            void On(SmtpStatusCode c) {
                if ((int)c >= 500) return;
                if (c == SmtpStatusCode.MailboxBusy || {|SMTP1007:c == SmtpStatusCode.MailboxUnavailable|})
                    log.Info("!");
            }
            """ },
        { "an else if", """
            void On(SmtpStatusCode c) {
                if ((int)c >= 400) log.Info("a"); else if ({|SMTP1007:(int)c >= 500|}) log.Info("b");
            }
            """ },
        { "a pattern", """
            void On(SmtpStatusCode c) {
                if ((int)c < 500) return;
                if (c is {|SMTP1007:SmtpStatusCode.MailboxBusy or SmtpStatusCode.InsufficientStorage|}) log.Info("!");
            }
            """ },
        { "one alternative of a pattern", """
            void On(SmtpStatusCode c) {
                if ((int)c < 500) return;
                if (c is {|SMTP1007:SmtpStatusCode.MailboxBusy|} or SmtpStatusCode.MailboxUnavailable) log.Info("!");
            }
            """ },
        { "a label", """
            void On(SmtpStatusCode c) {
                if ((int)c / 100 == 5) return;
                switch (c) {
                    case SmtpStatusCode.MailboxBusy: log.Info("a"); break;
                    {|SMTP1007:case SmtpStatusCode.MailboxUnavailable:|} log.Info("b"); break;
                }
            }
            """ },
        { "an arm", """
            string Of(SmtpStatusCode c) {
                if ((int)c / 100 == 5) return "";
                return c switch {
                    SmtpStatusCode.MailboxBusy => "a", {|SMTP1007:SmtpStatusCode.MailboxUnavailable|} => "b", _ => "c"
                };
            }
            """ },
        { "a filter after another", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode >= 400) { log.Info("a"); }
                catch (SmtpCommandException ex) when ({|SMTP1007:ex.StatusCode == SmtpStatusCode.MailboxBusy|}) { log.Info("b"); }
            }
            """ },
        { "in the handler after a filter", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 400 and < 500) { throw; }
                catch (SmtpCommandException ex) { if ({|SMTP1007:ex.StatusCode == SmtpStatusCode.MailboxBusy|}) log.Info("b"); }
            }
            """ },
        { "a list", """
            static readonly int[] Codes = [550, 553];
            void On(SmtpStatusCode c) {
                if ((int)c >= 500) return; if ({|SMTP1007:Codes.Contains((int)c)|}) log.Info("!");
            }
            """ },
        { "a property pattern", """
            void On(SmtpCommandException ex) {
                if ((int)ex.StatusCode >= 500) return;
                if (ex is {|SMTP1007:{ StatusCode: SmtpStatusCode.MailboxUnavailable }|}) log.Info("!");
            }
            """ },
    };

    public static readonly Cases Impossible = new()
    {
        { "530 around Send", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when ({|SMTP1007:ex.StatusCode == SmtpStatusCode.AuthenticationRequired|}) {
                    log.Info("login");
                }
            }
            """ },
        { "530 in the handler of SendAsync", """
            async Task Send()
            {
                try { await client.SendAsync(message); }
                catch (SmtpCommandException ex) {
                    if (ex.StatusCode is {|SMTP1007:SmtpStatusCode.AuthenticationRequired|}) log.Info("login");
                }
            }
            """ },
        { "a code around Authenticate", """
            void Login()
            {
                try { client.Authenticate("user", "password"); }
                catch (SmtpCommandException ex) when ({|SMTP1007:ex.StatusCode == SmtpStatusCode.AuthenticationInvalidCredentials|}) {
                    log.Info("login");
                }
            }
            """ },
        { "the first of several around Authenticate", """
            async Task Login()
            {
                try { await client.AuthenticateAsync("user", "password"); }
                catch (SmtpCommandException ex)
                {
                    if ({|SMTP1007:ex.StatusCode == SmtpStatusCode.AuthenticationInvalidCredentials|}) log.Info("login");
                    else if (ex.StatusCode == SmtpStatusCode.TemporaryAuthenticationFailure) log.Info("later");
                }
            }
            """ },
        { "a code around Disconnect", """
            void Close()
            {
                try { client.Disconnect(true); }
                catch (SmtpCommandException ex) when ({|SMTP1007:ex.StatusCode == SmtpStatusCode.ServiceClosingTransmissionChannel|}) {
                    log.Info("closed");
                }
            }
            """ },
    };

    public static readonly Cases OfSystemNetMail = new()
    {
        { "Ok", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpException ex) when ({|SMTP1007:ex.StatusCode == SmtpStatusCode.Ok|}) { log.Info("sent"); }
            }
            """ },
        { "Ok in a label", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpException ex)
                {
                    switch (ex.StatusCode)
                    {
                        {|SMTP1007:case SmtpStatusCode.Ok:|} log.Info("sent"); break;
                        default: throw;
                    }
                }
            }
            """ },
        { "labels of one switch, in several sections", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpException ex)
                {
                    switch (ex.StatusCode)
                    {
                        case SmtpStatusCode.MustIssueStartTlsFirst:
                        {|SMTP1007:case SmtpStatusCode.HelpMessage:|}
                        case SmtpStatusCode.StartMailInput: log.Info("odd"); break;
                        case SmtpStatusCode.Ok: case SmtpStatusCode.ServiceReady: log.Info("sent"); break;
                        default: throw;
                    }
                }
            }
            """ },
        { "252", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpException ex) {
                    if ({|SMTP1007:ex.StatusCode == SmtpStatusCode.CannotVerifyUserWillAttemptDelivery|})
                        log.Info("?");
                }
            }
            """ },
        { "the own code of several refused recipients", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpFailedRecipientsException ex) {
                    if ({|SMTP1007:ex.StatusCode == SmtpStatusCode.MailboxBusy
                        || ex.StatusCode == SmtpStatusCode.MailboxUnavailable|}) queue.Requeue(message);
                }
            }
            """ },
        { "the own code of several refused recipients, in a filter", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpFailedRecipientsException ex) when ({|SMTP1007:ex.StatusCode == SmtpStatusCode.MailboxUnavailable|}) {
                    client.Send(message);
                }
            }
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "an else if for the next class", """
            void On(SmtpStatusCode c) {
                if ((int)c >= 500) log.Info("a"); else if ((int)c >= 400) log.Info("b");
                else if ((int)c >= 200) log.Info("c");
            }
            """ },
        { "always true is not never true",
            "void On(SmtpStatusCode c) { if ((int)c < 400) log.Info(\"a\"); else if ((int)c >= 400) log.Info(\"b\"); }" },
        { "an unequal that is always true", """
            void On(SmtpStatusCode c) {
                if ((int)c >= 500) return; if (c != SmtpStatusCode.MailboxUnavailable) log.Info("b");
            }
            """ },
        { "a number outside", "void On(SmtpStatusCode c) { if ((int)c == 10060) log.Info(\"time-out\"); }" },
        { "no reply", """
            void On(SmtpStatusCode c) {
                if ((int)c >= 200) return; if ((int)c == -1) log.Info("?"); if (c == 0) log.Info("none");
            }
            """ },
        { "a predicate may differ from its name", """
            bool IsTransient(SmtpStatusCode c) => c == {|SMTP1006:SmtpStatusCode.ServiceNotAvailable|};
            void On(SmtpStatusCode c) {
                if (IsTransient(c)) return; if (c == SmtpStatusCode.MailboxBusy) log.Info("busy");
            }
            """ },
        { "another reply in the same member", """
            class Session { public SmtpStatusCode LastStatusCode { get; set; } public void Next() { } }
            void On(Session s) {
                if (s.LastStatusCode == SmtpStatusCode.Ok) {
                    s.Next();
                    if (s.LastStatusCode == SmtpStatusCode.StartMailInput) log.Info("!");
                }
            }
            """ },
        { "another reply in the same field", """
            SmtpStatusCode statusCode;
            void Next() { }
            void On() {
                if (statusCode == SmtpStatusCode.Ok) {
                    Next(); if (statusCode == SmtpStatusCode.StartMailInput) log.Info("!");
                }
            }
            """ },
        { "another reply in the same local", """
            SmtpStatusCode Next() => default;
            void On() {
                var code = Next(); if (code != SmtpStatusCode.Ok) return; code = Next();
                if (code == SmtpStatusCode.StartMailInput) log.Info("!");
            }
            """ },
        { "another reply by reference", """
            void Next(out SmtpStatusCode code) { code = default; }
            void On() {
                Next(out var code); if (code != SmtpStatusCode.Ok) return; Next(out code);
                if (code == SmtpStatusCode.StartMailInput) log.Info("!");
            }
            """ },
        { "a local that a lambda writes", """
            void Do(Action a) { }
            void On(SmtpStatusCode c) {
                if (c != SmtpStatusCode.Ok) return; Do(() => c = SmtpStatusCode.StartMailInput);
                if (c == SmtpStatusCode.StartMailInput) log.Info("!");
            }
            """ },
        { "the next inner exception", """
            void On(Exception ex)
            {
                for (var e = ex; e != null; e = e.InnerException)
                {
                    if (e is SmtpCommandException { StatusCode: SmtpStatusCode.MailboxBusy }) continue;
                    if (e is SmtpCommandException { StatusCode: SmtpStatusCode.MailboxUnavailable }) log.Info("!");
                }
            }
            """ },
        { "another exception of the same type", """
            void On(SmtpCommandException first, SmtpCommandException second)
            {
                if (first.StatusCode != SmtpStatusCode.MailboxBusy) return;
                if (second.StatusCode == SmtpStatusCode.MailboxUnavailable) log.Info("!");
            }
            """ },
        { "a retry in a loop", """
            async Task Send()
            {
                SmtpStatusCode? last = null;
                for (var i = 0; i < 3; i++)
                {
                    if (last == SmtpStatusCode.ServiceNotAvailable) await Task.Delay(1000);
                    try { await client.SendAsync(message); return; }
                    catch (SmtpCommandException ex) { last = ex.StatusCode; }
                }
                if (last == SmtpStatusCode.MailboxBusy) log.Info("busy");
            }
            """ },
        { "530 around Connect and Send", """
            void Send()
            {
                try { client.Connect("host"); client.Send(message); }
                catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.AuthenticationRequired) { log.Info("login"); }
            }
            """ },
        { "530 around a helper", """
            void Deliver() { }
            void Send()
            {
                try { client.Send(message); Deliver(); }
                catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.AuthenticationRequired) { log.Info("login"); }
            }
            """ },
        { "530 that the try throws itself", """
            void Send(bool login)
            {
                try {
                    if (!login)
                        throw new SmtpCommandException(SmtpErrorCode.UnexpectedStatusCode, SmtpStatusCode.AuthenticationRequired, "login");
                    client.Send(message);
                }
                catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.AuthenticationRequired) { log.Info("login"); }
            }
            """ },
        { "530 beside another code", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 530 and < 540) { log.Info("login"); }
            }
            """ },
        { "Authenticate and Send", """
            void Send()
            {
                try { client.Authenticate("user", "password"); client.Send(message); }
                catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.AuthenticationInvalidCredentials) {
                    log.Info("login");
                }
            }
            """ },
        { "530 of a helper of exceptions",
            "bool NeedsLogin(SmtpCommandException ex) => ex.StatusCode == SmtpStatusCode.AuthenticationRequired;" },
        { "432 and 454 do occur around Send", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex)
                    when (ex.StatusCode is SmtpStatusCode.PasswordTransitionNeeded or SmtpStatusCode.TemporaryAuthenticationFailure) {
                    queue.Requeue(message);
                }
            }
            """ },
        { "251 and 252 are answers to Verify", """
            void Check()
            {
                try { client.Verify("a"); }
                catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.CannotVerifyUserWillAttemptDelivery) {
                    log.Info("unknown");
                }
            }
            """ },
        { "the inner reply of a refused login", """
            void Login()
            {
                try { client.Authenticate("user", "password"); }
                catch (MailKit.Security.AuthenticationException ex)
                    when (ex.InnerException is SmtpCommandException { StatusCode: SmtpStatusCode.TemporaryAuthenticationFailure }) {
                    log.Info("later");
                }
            }
            """ },
        { "HTTP", "void On(HttpStatusCode c) { if ((int)c >= 500) return; if ((int)c == 503) log.Info(\"!\"); }" },
    };

    public static readonly Cases SilentOfSystemNetMail = new()
    {
        { "Ok in a helper of exceptions, which the program may throw itself",
            "bool WasSent(SmtpException ex) => ex.StatusCode == SmtpStatusCode.Ok;" },
        { "Ok around a helper", """
            void Deliver() { }
            void Send() {
                try { Deliver(); }
                catch (SmtpException ex) when (ex.StatusCode == SmtpStatusCode.Ok) { log.Info("sent"); }
            }
            """ },
        { "GeneralFailure of several refused recipients", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpFailedRecipientsException ex) when (ex.StatusCode == SmtpStatusCode.GeneralFailure) {
                    log.Info("several");
                }
            }
            """ },
        { "the codes of the inner exceptions", """
            void On(SmtpFailedRecipientsException ex) {
                foreach (var inner in ex.InnerExceptions) if (inner.StatusCode == SmtpStatusCode.MailboxBusy)
                    queue.Requeue(message);
            }
            """ },
        { "the base class", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpFailedRecipientException ex) when (ex.StatusCode == SmtpStatusCode.MailboxBusy) {
                    queue.Requeue(message);
                }
            }
            """ },
        { "221 that was meant to be 421 is another rule's", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpException ex) when (ex.StatusCode == {|SMTP1003:SmtpStatusCode.ServiceClosingTransmissionChannel|}) {
                    queue.Requeue(message);
                }
            }
            """ },
    };

    [Theory, MemberData(nameof(Taken))]
    public Task Taken_before(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(Impossible))]
    public Task Impossible_there(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(OfSystemNetMail))]
    public Task With_System_Net_Mail(string member) => Verify.SystemNetMail(member);

    [Theory, MemberData(nameof(Silent))]
    public Task Not_reported(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(SilentOfSystemNetMail))]
    public Task Not_reported_with_System_Net_Mail(string member) => Verify.SystemNetMail(member);

    [Fact]
    public Task In_CSharp_7_3() => Verify.MailKit(
        """
            void On(SmtpStatusCode c) {
                if ((int)c < 500) return; if ({|SMTP1007:c == SmtpStatusCode.MailboxBusy|}) log.Info("!");
            }
            """, LanguageVersion.CSharp7_3);
}
