namespace SmtpAnalyzers.Tests.Rules;

/// <summary>
/// Sends that the compiler cannot bind, because a package is not restored or the file that declares a name is not there: what they are
/// called still says that they send.
/// </summary>
public sealed class UnresolvedSendTests
{
    /// <summary>What is done in the try, whose handler does the same again.</summary>
    public static readonly TheoryData<string> Retried = new()
    {
        "await {|CS0103:pool|}.SendAsync(message);",
        "var rented = await {|CS0103:pool|}.RentClientAsync(host); await rented.SendAsync(message);",
        "await client.SendAsync({|CS0103:Compose|}(host));",
        "await client.SendAsync(message, {|CS0103:stopping|}.Token);",
        "await {|CS0103:SendMailAsync|}(host);",
    };

    public static readonly TheoryData<string> Varied = new()
    {
        // The next host, another mail each time.
        "await {|CS0103:pool|}.SendAsync(hosts[i]);",
        "var next = {|CS0103:pool|}.TakeNext(); await next.SendAsync(message);",
        "await client.SendAsync({|CS0103:Compose|}(hosts[i]));",
        // Not named for sending.
        "await {|CS0103:pool|}.RefreshAsync(message);",
        // Nothing is given to it.
        "await {|CS0103:pool|}.SendAsync();",
    };

    [Theory, MemberData(nameof(Retried))]
    public Task Retried_whatever_the_reply_is(string work) => RunAsync("{|SMTP2001:(SmtpCommandException)|}", work);

    [Theory, MemberData(nameof(Varied))]
    public Task No_retry(string work) => RunAsync("(SmtpCommandException)", work);

    [Theory, MemberData(nameof(Retried))]
    public Task Refusals_are_taken_out(string work) => RunAsync("(SmtpCommandException ex) when ((int)ex.StatusCode < 500)", work);

    /// <summary>A name alone doesn't say what may come out of it.</summary>
    [Theory, MemberData(nameof(Retried))]
    public Task Every_exception_is_caught(string work) => RunAsync("(Exception)", work);

    private static Task RunAsync(string handler, string work) => new Verifier("SMTP2001").MailKit($$"""
        async Task Send(string host, string[] hosts) {
            for (var i = 0; i < 3; i++) {
                try { {{work}} return; } catch {{handler}} { await Task.Delay(60_000); }
            }
        }
        """);

    /// <summary>What else is said of calls that the compiler cannot bind.</summary>
    public static readonly Cases Others = new()
    {
        { "a log in out of sight", """
            async Task<Verdict> Go() {
                try { await {|CS0103:transport|}.SendAsync(message); return Verdict.Sent; }
                catch {|SMTP3006:(MailKit.Security.AuthenticationException)|} { return Verdict.Permanent; }
                catch (SmtpCommandException ex) { return (int)ex.StatusCode < 500 ? Verdict.Retry : Verdict.Permanent; }
            }
            """ },
        { "a result whose arguments have names", """
            object Go() {
                try { client.Send(message); return null; }
                catch {|SMTP1001:(SmtpCommandException)|} { return new {|CS0246:Result|}(false, Retryable: false, "refused"); }
            }
            """ },
        { "a setting that isn't known is given to the client", """
            void Go() {
                try { client.Connect({|CS0103:host|}, 25); client.Send(message); }
                catch ({|SMTP3001:System.Net.Mail.SmtpException|}) { log.Info("refused"); }
            }
            """ },
        { "near miss: a setting that isn't known is given to somebody else", """
            void Go() {
                try { {|CS0103:store|}.Save({|CS0103:host|}); client.Send(message); }
                catch (System.Net.Mail.SmtpException) { log.Info("refused"); }
            }
            """ },
        { "near miss: an exception that doesn't resolve is no refusal", """
            async Task<object> Go() {
                for (var i = 0; i < 3; i++) {
                    try { await client.SendAsync(message); return null; }
                    catch ({|CS0246:NotConnectedException|}) when (i < 2) { await Task.Delay(60_000); }
                    catch ({|CS0246:OutdatedException|}) { return Verdict.Permanent; }
                }
                return null;
            }
            """ },
        { "near miss: a result that says nothing of a retry", """
            object Go() {
                try { client.Send(message); return null; }
                catch (SmtpCommandException) { return new {|CS0246:Result|}(false, Logged: false, "refused"); }
            }
            """ },
    };

    [Theory, MemberData(nameof(Others))]
    public Task Other_rules(string member) => new Verifier("SMTP").MailKit(member);
}
