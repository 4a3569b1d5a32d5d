namespace SmtpAnalyzers.Tests.Rules;

/// <summary>Helpers that retry what their callers hand over, in this file or in another.</summary>
public sealed class GivenWorkTests
{
    private static readonly Verifier Rule = new("SMTP2");

    public static readonly Cases Rounds = new()
    {
        { "one caller sends, another only connects", """
            Task Open() => Retry(async () => { await client.ConnectAsync("mx"); });
            Task Send(MimeMessage mail) => Retry(async () => { await client.SendAsync(mail); });
            private async Task Retry(Func<Task> work) {
                for (var i = 0; i < 4; i++) {
                    try { await work(); return; }
                    catch {|SMTP2001:(SmtpCommandException)|} { await Task.Delay(i * 60_000); }
                    catch {|SMTP2005:(IOException)|} { await Task.Delay(i * 60_000); }
                }
            }
            """ },
        { "a helper that knows nothing of mail", """
            Task Post(MimeMessage mail) => Again(async () => { using var smtp = new SmtpClient(); await smtp.SendAsync(mail); });
            async Task Again(Func<Task> work) {
                for (var i = 0; i < 4; i++) {
                    try { await work(); return; } catch {|SMTP2001:(Exception)|} { await Task.Delay(i * 60_000); }
                }
            }
            """ },
        { "the callers are in other files", """
            public static async Task<T> Run<T>(Func<Task<T>> action, int most) {
                var attempt = 0;
                while (true) {
                    try { return await action(); }
                    catch {|SMTP2001:(SmtpCommandException)|} { if (++attempt >= most) throw; await Task.Delay(attempt * 60_000); }
                }
            }
            """ },
        { "with a token", """
            public async Task Run(Func<CancellationToken, Task> work, CancellationToken stop) {
                for (var i = 0; i < 3; i++) {
                    try { await work(stop); return; }
                    catch {|SMTP2001:{|SMTP2002:(SmtpCommandException)|}|} when (i < 2) { await Task.Delay(2000, stop); }
                }
            }
            """ },
        { "with the client", """
            public void Run(Action<SmtpClient> work) {
                for (var i = 0; i < 3; i++) {
                    try { work(client); return; } catch {|SMTP2001:(SmtpCommandException)|} { Thread.Sleep(i * 60_000); }
                }
            }
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "every caller only connects", """
            Task Open() => Retry(async () => { await client.ConnectAsync("mx"); });
            private async Task Retry(Func<Task> work) {
                for (var i = 0; i < 4; i++) {
                    try { await work(); return; } catch (SmtpCommandException) { await Task.Delay(i * 60_000); }
                }
            }
            """ },
        { "its name says that it connects", """
            public async Task ConnectWithRetry(Func<Task> work) {
                for (var i = 0; i < 4; i++) {
                    try { await work(); return; } catch (SmtpCommandException) { await Task.Delay(i * 60_000); }
                }
            }
            """ },
        { "the name of the parameter says it", """
            public async Task Retry(Func<Task> connect) {
                for (var i = 0; i < 4; i++) {
                    try { await connect(); return; } catch (SmtpCommandException) { await Task.Delay(i * 60_000); }
                }
            }
            """ },
        { "by class", """
            public async Task Retry(Func<Task> work) {
                for (var i = 0; i < 4; i++) {
                    try { await work(); return; }
                    catch (SmtpCommandException ex) when ((int)ex.StatusCode / 100 == 4) { await Task.Delay(i * 60_000); }
                }
            }
            """ },
        { "any exception of any work", """
            public async Task Retry(Func<Task> work) {
                for (var i = 0; i < 4; i++) {
                    try { await work(); return; } catch (Exception) { await Task.Delay(1); }
                }
            }
            """ },
        { "an argument may be the next message", """
            public async Task Each(Func<string, Task> work, string[] all) {
                foreach (var one in all) {
                    try { await work(one); } catch (SmtpCommandException) { await Task.Delay(1); }
                }
            }
            """ },
    };

    [Theory, MemberData(nameof(Rounds))]
    public Task What_is_retried_is_judged_in_the_helper(string members) => Rule.MailKit(members);

    [Theory, MemberData(nameof(Silent))]
    public Task Silent_where_it_may_be_right(string members) => Rule.MailKit(members);
}
