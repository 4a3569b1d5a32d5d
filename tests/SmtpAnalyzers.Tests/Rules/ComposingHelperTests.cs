namespace SmtpAnalyzers.Tests.Rules;

/// <summary>Retries around a helper of the file that makes the message itself.</summary>
public sealed class ComposingHelperTests
{
    private static readonly Verifier Rule = new("SMTP2001");

    private const string Loop = """
        async Task Run(string to, string text) {
            for (var i = 0; i < 3; i++) {
                try { await DoSend(to, text); return; }
                catch {|SMTP2001:(Exception ex)|} { log.Info(ex.Message); await Task.Delay(60_000); }
            }
        }
        """;

    public static readonly Cases Helpers = new()
    {
        { "line by line", """
            async Task DoSend(string to, string text) {
                var mail = new MimeMessage(); mail.To.Add(MailboxAddress.Parse(to)); mail.Subject = text;
                using var smtp = new SmtpClient(); await smtp.ConnectAsync("mail.example", 25); await smtp.SendAsync(mail);
            }
            """ },
        { "of settings too", """
            string subject;
            async Task DoSend(string to, string text) {
                var mail = new MimeMessage(new[] { MailboxAddress.Parse(to) }, new InternetAddressList(), subject, null);
                await client.SendAsync(mail);
            }
            """ },
        { "by a helper that knows the settings", """
            MimeMessage Letter() => new MimeMessage();
            async Task DoSend(string to, string text) { await client.SendAsync(Letter()); }
            """ },
        { "with the host from the configuration", """
            Dictionary<string, string> settings;
            async Task DoSend(string to, string text) {
                var mail = new MimeMessage(); mail.Subject = text;
                using var smtp = new SmtpClient(); await smtp.ConnectAsync(settings["Host"], 25); await smtp.SendAsync(mail);
            }
            """ },
        { "of what it looks up", """
            interface IShops { Task<Uri> GetShopAsync(Guid shopId); }
            IShops shops; Guid shopId;
            async Task DoSend(string to, string text) {
                var mail = new MimeMessage(); mail.Subject = (await shops.GetShopAsync(shopId)).Host; await client.SendAsync(mail);
            }
            """ },
        { "a log of its own, and on it goes", """
            async Task DoSend(string to, string text) {
                try { var mail = new MimeMessage(); mail.Subject = text; await client.SendAsync(mail); }
                catch (Exception ex) { log.Info(ex.Message); throw; }
            }
            """ },
        { "cleaning up before it throws on", """
            async Task DoSend(string to, string text) {
                SmtpClient smtp = null;
                try { smtp = new SmtpClient(); var mail = new MimeMessage(); mail.Subject = text; await smtp.SendAsync(mail); }
                catch (OperationCanceledException) { return; }
                catch (Exception ex) {
                    if (ex is IOException) smtp.Dispose(); else try { await smtp.DisconnectAsync(true); } catch { smtp.Dispose(); }
                    throw;
                }
                finally { log.Info(to); }
            }
            """ },
    };

    /// <summary>Another mail, or another host, each time.</summary>
    public static readonly Cases Silent = new()
    {
        { "the failure stays in the helper", """
            async Task DoSend(string to, string text) {
                try { var mail = new MimeMessage(); mail.Subject = text; await client.SendAsync(mail); }
                catch (Exception ex) { log.Info(ex.Message); if (ex is IOException) throw; }
            }
            async Task Run(string to, string text) {
                for (var i = 0; i < 3; i++) { try { await DoSend(to, text); return; } catch (Exception) { await Task.Delay(60_000); } }
            }
            """ },
        { "the helper makes another failure of it", """
            async Task DoSend(string to, string text) {
                try { var mail = new MimeMessage(); mail.Subject = text; await client.SendAsync(mail); }
                catch (SmtpCommandException ex) { throw new InvalidOperationException(text, ex); }
            }
            async Task Run(string to, string text) {
                for (var i = 0; i < 3; i++) { try { await DoSend(to, text); return; } catch (Exception) { await Task.Delay(60_000); } }
            }
            """ },
        { "the next of a queue", """
            Queue<string> waiting;
            async Task DoSend() { var mail = new MimeMessage(); mail.Subject = waiting.Dequeue(); await client.SendAsync(mail); }
            async Task Run() {
                for (var i = 0; i < 3; i++) { try { await DoSend(); return; } catch (Exception ex) { log.Info(ex.Message); } }
            }
            """ },
        { "one mail after the other", """
            async Task DoSend(List<string> to) {
                foreach (var one in to) { var mail = new MimeMessage(); mail.Subject = one; await client.SendAsync(mail); }
            }
            async Task Run(List<string> to) {
                for (var i = 0; i < 3; i++) { try { await DoSend(to); return; } catch (Exception ex) { log.Info(ex.Message); } }
            }
            """ },
        { "the next host", """
            async Task DoSend(string host, string text) {
                var mail = new MimeMessage(); mail.Subject = text;
                using var smtp = new SmtpClient(); await smtp.ConnectAsync(host, 25); await smtp.SendAsync(mail);
            }
            async Task Run(List<string> hosts, string text) {
                foreach (var host in hosts) { try { await DoSend(host, text); return; } catch (Exception ex) { log.Info(ex.Message); } }
            }
            """ },
        { "the next host of a list, by its number", """
            string[] hosts;
            async Task DoSend(int attempt, string text) {
                var mail = new MimeMessage(); mail.Subject = text;
                using var smtp = new SmtpClient(); await smtp.ConnectAsync(hosts[attempt], 25); await smtp.SendAsync(mail);
            }
            async Task Run(string text) {
                for (var i = 0; i < 3; i++) { try { await DoSend(i, text); return; } catch (Exception ex) { log.Info(ex.Message); } }
            }
            """ },
        { "the next recipient", """
            async Task DoSend(string to) { var mail = new MimeMessage(); mail.Subject = to; await client.SendAsync(mail); }
            async Task Run(List<string> all) {
                foreach (var to in all) { try { await DoSend(to); } catch (Exception ex) { log.Info(ex.Message); } }
            }
            """ },
    };

    [Theory, MemberData(nameof(Helpers))]
    public Task Retry_around_it(string helper) => Rule.MailKit(Loop + "\n" + helper);

    [Theory, MemberData(nameof(Silent))]
    public Task Silent_where_it_is_not_the_same_mail(string member) => Rule.MailKit(member);
}
