namespace SmtpAnalyzers.Tests.Rules;

/// <summary>Loops that send again as long as a function answers no, which it does to 550 as well as to 450.</summary>
public sealed class AnswerRetryTests
{
    private static readonly Verifier Rule = new("SMTP2001");

    private const string Sender = """
        async Task<bool> TrySend(MimeMessage mail) {
            try { await client.SendAsync(mail); return true; } catch {|SMTP2001:(Exception ex)|} { log.Info(ex.Message); return false; }
        }

        """;

    private static readonly string Quiet = Sender.Replace("{|SMTP2001:(Exception ex)|}", "(Exception ex)", StringComparison.Ordinal);

    public static readonly Cases Loops = new()
    {
        { "left on success", """
            async Task Run() { for (var i = 0; i < 3; i++) { if (await TrySend(message)) return; await Task.Delay(60_000); } }
            """ },
        { "gone on with on failure", """
            async Task Run() {
                for (var i = 0; i < 3; i++) { if (!await TrySend(message)) { await Task.Delay(60_000); continue; } break; }
            }
            """ },
        { "in the head", "async Task Run() { var n = 0; while (!await TrySend(message) && n++ < 3) await Task.Delay(60_000); }" },
        { "a flag in the head", """
            async Task Run() {
                var sent = false;
                for (var i = 0; i < 3 && !sent; i++) { sent = await TrySend(message); if (!sent) await Task.Delay(60_000); }
            }
            """ },
        { "a flag that is asked in the loop", """
            async Task Run() {
                var i = 0;
                do { var sent = await TrySend(message); if (sent) break; await Task.Delay(60_000); } while (++i < 3);
            }
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "one mail after the other", """
            async Task Run(List<MimeMessage> mails) { foreach (var mail in mails) { if (!await TrySend(mail)) log.Info("failed"); } }
            """ },
        { "until the first that goes out", """
            async Task Run(List<MimeMessage> mails) { foreach (var mail in mails) { if (await TrySend(mail)) return; } }
            """ },
        { "asked once", "async Task Run() { if (!await TrySend(message)) log.Info(\"failed\"); }" },
        { "sent every hour", "async Task Run() { while (true) { await TrySend(message); await Task.Delay(3_600_000); } }" },
        { "left on failure", "async Task Run() { for (var i = 0; i < 3; i++) { if (!await TrySend(message)) return; } }" },
    };

    private const string Loop = "void Run() { for (var i = 0; i < 3; i++) { if (TrySend()) return; Thread.Sleep(60_000); } }";

    /// <summary>What the function answers: in the handler, or below the try.</summary>
    public static readonly Cases Senders = new()
    {
        { "below the try", """
            bool TrySend() {
                try { client.Send(message); return true; } catch {|SMTP2001:(SmtpCommandException ex)|} { log.Info(ex.Message); }
                return false;
            }
            """ },
    };

    public static readonly Cases SilentSenders = new()
    {
        { "5xx is thrown on", """
            bool TrySend() {
                try { client.Send(message); return true; }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode >= 500) { throw; }
                catch (Exception) { return false; }
            }
            """ },
        { "it looks at the exception", """
            bool TrySend() {
                try { client.Send(message); return true; } catch (Exception ex) { if (ex is SmtpCommandException) throw; return false; }
            }
            """ },
        { "it says that all is done", """
            bool TrySend() {
                try { client.Send(message); return true; } catch (Exception ex) { log.Info(ex.Message); return true; }
            }
            """ },
    };

    [Theory, MemberData(nameof(Loops))]
    public Task Every_no_is_another_attempt(string loop) => Rule.MailKit(Sender + loop);

    [Theory, MemberData(nameof(Silent))]
    public Task Silent_where_it_is_none(string loop) => Rule.MailKit(Quiet + loop);

    [Theory, MemberData(nameof(Senders))]
    public Task The_answer_is_no_to_all(string sender) => Rule.MailKit(sender + Loop);

    [Theory, MemberData(nameof(SilentSenders))]
    public Task Silent_where_it_is_not_no_to_all(string sender) => Rule.MailKit(sender + Loop);
}
