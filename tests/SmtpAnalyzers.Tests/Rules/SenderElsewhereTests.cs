namespace SmtpAnalyzers.Tests.Rules;

/// <summary>Senders that the project declares in another file: by a class, or by an interface that a class implements.</summary>
public sealed class SenderElsewhereTests
{
    private const string Usings = "using System; using System.Threading.Tasks; using Polly; using MailKit.Net.Smtp; using MimeKit;\n";

    private const string Interface = "public interface INotifier { Task SendAsync(string to, string text); }\n";

    private const string Method = "public async Task SendAsync(string to, string text)";

    private const string LetsOut = """
        var mail = new MimeMessage(); mail.To.Add(MailboxAddress.Parse(to));
        using var client = new SmtpClient(); await client.ConnectAsync("mail.example", 25); await client.SendAsync(mail);
        """;

    private const string Swallows = $$"""try { {{LetsOut}} } catch (Exception ex) { Console.WriteLine(ex); }""";

    private const string Rethrows = $$"""try { {{LetsOut}} } catch (Exception ex) { Console.WriteLine(ex); throw; }""";

    private const string NoClient = "await Task.Delay(1);";

    private const string Loop = """
        for (var i = 0; i < 3; i++) {
            try { await notifier.SendAsync(to, "Hello"); return; } {|SMTP2001:catch|} { await Task.Delay(60_000); }
        }
        """;

    /// <summary>What the class does, what the caller does with it, and whether it knows the class by its interface.</summary>
    public static readonly TheoryData<string, string, bool> Reported = new()
    {
        { LetsOut, Loop, true },
        { LetsOut, Loop, false },
        { Rethrows, Loop, true },
        { LetsOut, """
            await Policy.{|SMTP2001:Handle<Exception>|}().WaitAndRetryAsync(3, _ => TimeSpan.FromMinutes(5))
                .ExecuteAsync(() => notifier.SendAsync(to, "Hello"));
            """, true },
    };

    public static readonly TheoryData<string, string> Silent = new()
    {
        { Swallows, Unreported(Loop) },
        { NoClient, Unreported(Loop) },
        // Another mail each time.
        { LetsOut, """
            foreach (var one in to.Split(';')) {
                try { await notifier.SendAsync(one, "Hello"); } catch (Exception ex) { Console.WriteLine(ex); }
            }
            """ },
        // Not named for sending.
        { LetsOut, """
            for (var i = 0; i < 3; i++) {
                try { Console.WriteLine(notifier.GetHashCode()); return; } catch (Exception) { await Task.Delay(60_000); }
            }
            """ },
    };

    [Theory, MemberData(nameof(Reported))]
    public Task Retry_around_it(string sender, string caller, bool byInterface) =>
        RunAsync(sender, caller, byInterface ? "INotifier" : "SmtpNotifier");

    [Theory, MemberData(nameof(Silent))]
    public async Task Silent_where_it_is_not_seen_to_fail(string sender, string caller)
    {
        await RunAsync(sender, caller, "INotifier");
        await RunAsync(sender, caller, "SmtpNotifier");
    }

    /// <summary>The caller's file has no word of SMTP: a sender and an attempt are enough to look at it.</summary>
    [Fact]
    public Task A_worker_that_knows_nothing_of_SMTP()
    {
        var test = new Verifier("SMTP2001").Test("""
            using System; using System.Threading.Tasks;
            class Worker {
                INotifier mailSender;
                async Task Run(string to) {
                    for (var attempt = 0; attempt < 3; attempt++) {
                        try { await mailSender.SendAsync(to, "Hello"); return; }
                        catch {|SMTP2001:(Exception)|} { await Task.Delay(60_000); }
                    }
                }
            }
            """);
        test.TestState.Sources.Add($"{Usings}{Interface}public class SmtpNotifier : INotifier {{ {Method} {{ {LetsOut} }} }}");
        return test.RunAsync();
    }

    /// <summary>The class has both libraries at hand, and a name of its own for the client that it uses.</summary>
    [Fact]
    public Task The_client_has_another_name()
    {
        var test = new Verifier("SMTP2001").Test($"{Usings}class SmtpJob {{ INotifier notifier; async Task Run(string to) {{ {Loop} }} }}");
        test.TestState.Sources.Add($$"""
            using System.Threading.Tasks; using System.Net.Mail; using MimeKit; using Client = MailKit.Net.Smtp.SmtpClient;
            {{Interface}}
            public class SmtpNotifier : INotifier {
                {{Method}} { using var client = new Client(); await client.SendAsync(new MimeMessage()); }
            }
            """);
        return test.RunAsync();
    }

    /// <summary>The helper in between says nothing of sending, nor does the method that handles its failures.</summary>
    [Fact]
    public Task Through_a_helper_of_the_caller()
    {
        var test = new Verifier("SMTP2001").Test($$"""
            {{Usings}}
            class MailService {
                INotifier notifier;
                Task Handle(string to, bool isFirst) => isFirst ? notifier.SendAsync(to, "Welcome") : notifier.SendAsync(to, "Hello");
                async Task Run(string to) {
                    for (var retries = 0; retries < 3; retries++) {
                        try { await Handle(to, true); return; } catch {|SMTP2001:(Exception)|} { await Task.Delay(60_000); }
                    }
                }
            }
            """);
        test.TestState.Sources.Add($"{Usings}{Interface}public class SmtpNotifier : INotifier {{ {Method} {{ {LetsOut} }} }}");
        return test.RunAsync();
    }

    /// <summary>What another method of the class does with its failures says nothing of this one.</summary>
    [Fact]
    public Task Another_method_swallows()
    {
        var test = new Verifier("SMTP2001").Test($"{Usings}class SmtpJob {{ INotifier notifier; async Task Run(string to) {{ {Loop} }} }}");
        test.TestState.Sources.Add($$"""
            {{Usings}}{{Interface}}
            public class SmtpNotifier : INotifier {
                {{Method}} { {{LetsOut}} }
                public async Task Try(string to) { {{Swallows}} }
            }
            """);
        return test.RunAsync();
    }

    private static string Unreported(string code) => code.Replace("{|SMTP2001:catch|}", "catch", StringComparison.Ordinal);

    private static Task RunAsync(string sender, string caller, string type)
    {
        var test = new Verifier("SMTP2001").Test(
            $"{Usings}class SmtpJob {{ {type} notifier; async Task Run(string to) {{ {caller} }} }}");
        test.TestState.Sources.Add(
            $"{Usings}{Interface}public class SmtpNotifier : INotifier {{ {Method} {{ {sender} }} }}");
        return test.RunAsync();
    }
}
