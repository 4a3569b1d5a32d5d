namespace SmtpAnalyzers.Tests.Rules;

/// <summary>Handlers that leave the loop in which other replies are sent again, without a word.</summary>
public sealed class LeftLoopTests
{
    private static readonly Verifier Rule = new("SMTP1");
    private static readonly Verifier Both = new("SMTP");

    public static readonly Cases Left = new()
    {
        { "a name, by return false", """
            try { client.Send(message); return true; }
            catch (SmtpCommandException ex) when (ex.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) { return false; }
            catch (SmtpCommandException) { await Task.Delay(i * 60_000); }
            """ },
        { "a name, by break", """
            try { client.Send(message); return true; }
            catch (SmtpCommandException ex) when (ex.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) { break; }
            catch (SmtpCommandException) { await Task.Delay(i * 60_000); }
            """ },
        { "a condition leads straight out", """
            try { client.Send(message); return true; }
            catch (SmtpCommandException ex) {
                if ((int)ex.StatusCode >= 500 || (int)ex.StatusCode == {|SMTP1001:451|}) break;
                await Task.Delay(i * 60_000);
            }
            """ },
        { "a label", """
            try { client.Send(message); return true; }
            catch (SmtpCommandException ex) {
                switch ((int)ex.StatusCode) {
                    {|SMTP1001:case 450:|}
                    case 553: return false;
                    case 421: await Task.Delay(i * 60_000); break;
                    default: throw;
                }
            }
            """ },
        { "the classes of HTTP", """
            try { client.Send(message); return true; }
            catch (SmtpCommandException ex) when ((int)ex.StatusCode >= {|SMTP1001:400|} && {|SMTP1002:(int)ex.StatusCode < 500|}) {
                return false;
            }
            catch (Exception) { await Task.Delay(i * 60_000); }
            """ },
        { "what an incomplete list leaves to the last handler", """
            try { client.Send(message); return true; }
            catch (SmtpCommandException ex) when ({|SMTP1006:ex.StatusCode == SmtpStatusCode.ServiceNotAvailable
                || ex.StatusCode == SmtpStatusCode.MailboxBusy|}) { await Task.Delay(i * 60_000); }
            catch (Exception) { break; }
            """ },
        { "an incomplete list, denied", """
            try { client.Send(message); return true; }
            catch (SmtpCommandException ex) {
                if (!(ex.StatusCode is {|SMTP1006:SmtpStatusCode.MailboxBusy or SmtpStatusCode.InsufficientStorage|})) return false;
                await Task.Delay(i * 60_000);
            }
            """ },
        { "one name is sent again, and the last handler gives the rest up", """
            try { client.Send(message); return true; }
            catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxBusy) { await Task.Delay(i * 60_000); }
            catch {|SMTP1001:(Exception)|} { break; }
            """ },
        { "an inner try has as many handlers as the one that is left", """
            try {
                try { client.Send(message); return true; }
                catch (FormatException) { throw; }
                catch (TimeoutException) { throw; }
            }
            catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxBusy) { await Task.Delay(i * 60_000); }
            catch {|SMTP1001:(Exception)|} { break; }
            """ },
        { "the last attempt leaves as well", """
            try { client.Send(message); return true; }
            catch (SmtpCommandException ex) {
                if (i == 4 || ex.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) return false;
                if ((int)ex.StatusCode >= 500) return false;
                await Task.Delay(i * 60_000);
            }
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "5xx leaves", """
            try { client.Send(message); return true; }
            catch (SmtpCommandException ex) when ((int)ex.StatusCode >= 500) { return false; }
            catch (SmtpCommandException) { await Task.Delay(i * 60_000); }
            """ },
        { "all of 4xx is sent again", """
            try { client.Send(message); return true; }
            catch (SmtpCommandException ex) when ((int)ex.StatusCode < 500) { await Task.Delay(i * 60_000); }
            catch (Exception) { return false; }
            """ },
        { "the common four are sent again", """
            try { client.Send(message); return true; }
            catch (SmtpCommandException ex) {
                if ((int)ex.StatusCode is not (421 or 450 or 451 or 452)) break;
                await Task.Delay(i * 60_000);
            }
            """ },
        { "only the last attempt leaves", """
            try { client.Send(message); return true; }
            catch (SmtpCommandException ex) {
                if ((int)ex.StatusCode >= 500 || i == 4) return false;
                await Task.Delay(i * 60_000);
            }
            """ },
        { "put into a queue before it leaves", """
            try { client.Send(message); return true; }
            catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxBusy) { queue.Requeue(message); return false; }
            catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.ServiceNotAvailable) { await Task.Delay(i * 60_000); }
            """ },
        { "the caller gets the exception", """
            try { client.Send(message); return true; }
            catch (SmtpCommandException ex) when (ex.StatusCode != SmtpStatusCode.MailboxBusy) { throw; }
            catch (SmtpCommandException) { await Task.Delay(i * 60_000); }
            """ },
        { "nothing is sent again", """
            try { client.Send(message); return true; }
            catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxBusy) { return false; }
            """ },
    };

    [Theory, MemberData(nameof(Left))]
    public Task Leaving_the_loop_gives_up_what_the_others_are_sent_again(string attempt) => Rule.MailKit(Loop(attempt));

    [Theory, MemberData(nameof(Silent))]
    public Task Leaving_is_right_or_not_the_end(string attempt) => Rule.MailKit(Loop(attempt));

    [Fact]
    public Task An_exception_after_the_loop_is_the_callers_to_judge() => Rule.MailKit("""
        public async Task Send() {
            Exception last = null;
            for (var i = 0; i < 5; i++) {
                try { client.Send(message); return; }
                catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxBusy) { last = ex; break; }
                catch (SmtpCommandException) { await Task.Delay(i * 60_000); }
            }
            throw new InvalidOperationException("not sent", last);
        }
        """);

    [Fact]
    public Task A_blind_retry_beside_a_name_that_leaves_is_another_mistake() => Both.MailKit(Loop("""
        try { client.Send(message); return true; }
        catch {|SMTP2001:(SmtpCommandException ex)|} {
            if (ex.StatusCode == {|SMTP1001:SmtpStatusCode.MailboxBusy|}) return false;
            await Task.Delay(i * 60_000);
        }
        """));

    [Fact]
    public Task What_is_built_by_fluent_calls_stays_the_same_message() => Rule.MailKit("""
        interface IFluent { IFluent Subject(string text); IFluent NextHost(); Task SendAsync(CancellationToken stop); }
        async Task Same(IFluent mail, CancellationToken stop) {
            for (var i = 1; i < 4; i++) {
                try { await mail.Subject("text").SendAsync(stop); return; }
                catch (SmtpCommandException ex) when (ex.StatusCode == {|SMTP1002:SmtpStatusCode.TransactionFailed|}) {
                    await Task.Delay(i);
                }
            }
        }
        async Task Next(IFluent mail, CancellationToken stop) {
            for (var i = 1; i < 4; i++) {
                try { await mail.NextHost().SendAsync(stop); return; }
                catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.TransactionFailed) { await Task.Delay(i); }
            }
        }
        """);

    [Fact]
    public Task What_asks_for_a_timeout_counts_nothing() => Both.MailKit("""
        public void Send() {
            try { client.Send(message); }
            catch (SmtpCommandException ex) { if (IsTimeout(ex)) client.Send(message); }
        }
        private static bool IsTimeout(SmtpCommandException ex) => ex.InnerException is TimeoutException;
        """);

    private static string Loop(string attempt) => $$"""
        public async Task<bool> Send() {
            for (var i = 1; i < 5; i++) {
                {{attempt}}
            }
            return false;
        }
        """;
}
