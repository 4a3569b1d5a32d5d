using Microsoft.CodeAnalysis.Testing;

namespace SmtpAnalyzers.Tests.Rules;

/// <summary>All rules on retrying and delivery at once: one defect draws one finding, and what is right draws none.</summary>
public sealed class DeliveryTogetherTests
{
    public static readonly Cases OneDefect = new()
    {
        {
            "without a bound, and at once: the bound is what is missing",
            """
                async Task Send(MimeMessage m) {
                    await client.ConnectAsync("mx"); {|SMTP2007:while (true)|}
                    { try { await client.SendAsync(m); return; } catch (SmtpCommandException ex)
                        when ((int)ex.StatusCode / 100 == 4) { } }
                }
                """
        },
        {
            "blind and hasty are two",
            """
                void Send() {
                    for (var i = 0; i < 3; i++) {
                        try { client.Connect("mx"); client.Send(message); return; }
                        catch {|SMTP2001:{|SMTP2002:(SmtpCommandException)|}|} { Thread.Sleep(1000); }
                    }
                }
                """
        },
    };

    public static readonly Cases Right = new()
    {
        {
            "a patient retry of 4yz that connects each time and gives up",
            """
            async Task SendAsync(MimeMessage mail, CancellationToken stop)
            {
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        using var smtp = new SmtpClient();
                        await smtp.ConnectAsync("mx", cancellationToken: stop);
                        await smtp.SendAsync(mail, stop);
                        await smtp.DisconnectAsync(true, stop);
                        return;
                    }
                    catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 400 and < 500 && attempt < 5)
                    {
                        await Task.Delay(TimeSpan.FromMinutes(5 * attempt), stop);
                    }
                }
            }
            """
        },
        {
            "a worker over a queue, connected where it is not",
            """
            async Task WorkAsync(System.Threading.Channels.ChannelReader<MimeMessage> mails, CancellationToken stop)
            {
                await foreach (var mail in mails.ReadAllAsync(stop))
                {
                    try
                    {
                        if (!client.IsConnected)
                            await client.ConnectAsync("mx", cancellationToken: stop);
                        await client.SendAsync(mail, stop);
                    }
                    catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 500 and < 600) { log.Info(ex.Message); }
                    catch (Exception ex) when (ex is not OperationCanceledException)
                    {
                        log.Info(ex.Message);
                        queue.Requeue(mail);
                    }
                }
            }
            """
        },
        {
            "the hosts of a domain in turn",
            """
            async Task<bool> DeliverAsync(MimeMessage mail, IEnumerable<string> hosts)
            {
                foreach (var host in hosts)
                {
                    using var smtp = new SmtpClient();
                    try { await smtp.ConnectAsync(host, 25); await smtp.SendAsync(mail); return true; }
                    catch (SmtpProtocolException) { log.Info(host); }
                    catch (IOException) { log.Info(host); }
                    catch (SmtpCommandException) { log.Info(host); }
                }
                return false;
            }
            """
        },
        {
            "a notice to the postmaster over a connection of its own",
            """
            void Send(MimeMessage notice)
            {
                try { client.Send(message); }
                catch (Exception)
                {
                    using var second = new SmtpClient();
                    second.Connect("mx");
                    second.Send(notice);
                }
            }
            """
        },
        {
            "a health check",
            """
                async Task<bool> IsUp() {
                    try {
                        await client.ConnectAsync("mx"); await client.NoOpAsync(); await client.DisconnectAsync(true);
                        return true;
                    }
                    catch (Exception) { return false; }
                }
                """
        },
        {
            "a fake",
            """
                class Fake {
                    public int Failures;
                    public Task SendAsync(MimeMessage m) {
                        if (Failures-- > 0) throw new SmtpCommandException(SmtpErrorCode.MessageNotAccepted,
                            SmtpStatusCode.MailboxBusy, "busy");
                        return Task.CompletedTask;
                    }
                }
                async Task Test(Fake fake) {
                    for (var i = 0; i < 3; i++) {
                        try { await fake.SendAsync(message); return; } catch (InvalidOperationException) { }
                    }
                }
                """
        },
    };

    // MailKit 5: Send is an extension method, the client an interface with fewer members.
    private const string MailKit5 = """
        namespace MailKit.Net.Smtp
        {
            public enum SmtpStatusCode { MailboxBusy = 450, MailboxUnavailable = 550 }
            public class CommandException : System.Exception { public bool IsTransient { get; } }
            public class SmtpCommandException : CommandException {
                public SmtpStatusCode StatusCode { get; }
                public string ResponseText { get; }
            }
            public class SmtpProtocolException : System.Exception { }
            public class SmtpClient : MailKit.MailTransport { }
        }
        namespace MailKit
        {
            public class SendResult { public string ResponseText { get; } }
            public interface IMailService { bool IsConnected { get; } void Connect(string host); }
            public interface IMailTransport : IMailService { }
            public abstract class MailTransport : IMailTransport { public bool IsConnected { get; } public void Connect(string host) { } }
            public static class MailTransportExtensions
            {
                public static SendResult Send(this IMailTransport client, object message) => null;
                public static System.Threading.Tasks.Task<SendResult> SendAsync(this IMailTransport client, object message) => null;
            }
        }
        """;

    [Theory, MemberData(nameof(OneDefect))]
    public Task One_defect_one_finding(string member) => Verify.Delivery.MailKit(member);

    [Theory, MemberData(nameof(Right))]
    public Task Right_programs(string member) => Verify.Delivery.MailKit(member);

    [Theory]
    [InlineData("""
        void Send(SmtpClient client, object message) {
            for (var i = 0; i < 3; i++) {
                try { client.Connect("mx"); client.Send(message); return; }
                catch {|SMTP2001:(SmtpCommandException)|} { System.Threading.Thread.Sleep(60_000); }
            }
        }
        """)]
    [InlineData("""
        void SendAll(IMailTransport client, object[] mails) {
            foreach (var mail in mails) { try { {|SMTP2003:client.Send(mail)|}; } catch (System.Exception) { } }
        }
        """)]
    [InlineData("""
        async System.Threading.Tasks.Task SendAll(SmtpClient client, object[] mails) {
            foreach (var mail in mails) {
                try { if (!client.IsConnected) client.Connect("mx"); await client.SendAsync(mail); }
                catch (System.Exception) { }
            }
        }
        """)]
    public Task Extension_methods_of_MailKit_5(string member)
    {
        var test = Verify.Delivery.Test($"using MailKit; using MailKit.Net.Smtp; class Mailer {{ {member} }}");
        test.TestState.Sources.Add(MailKit5);
        test.ReferenceAssemblies = ReferenceAssemblies.Net.Net80;
        return test.RunAsync();
    }

    [Theory]
    [InlineData("00:00:02", """
        void Send() {
            for (var i = 0; i < 3; i++) {
                try { client.Connect("mx"); client.Send(message); return; }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode / 100 == 4) { Thread.Sleep(5000); }
            }
        }
        """)]
    [InlineData("00:10:00", """
        void Send() {
            for (var i = 0; i < 3; i++) {
                try { client.Connect("mx"); client.Send(message); return; }
                catch {|SMTP2002:(SmtpCommandException ex)|} when ((int)ex.StatusCode / 100 == 4) {
                    Thread.Sleep(60_000);
                }
            }
        }
        """)]
    public Task A_site_sets_the_shortest_wait(string minimum, string member)
    {
        var test = Verify.Delivery.Test(Verify.InMailKit(member));
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", $"is_global = true\nsmtp_analyzers.minimum_retry_delay = {minimum}\n"));
        return test.RunAsync();
    }
}
