using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>What the fix of SMTP2001 makes of a retry policy of Polly.</summary>
public sealed class PolicyFixTests
{
    private const string Waits = "WaitAndRetryAsync(3, n => TimeSpan.FromMinutes(n))";

    private const string Temporary = ">= (SmtpStatusCode)400 and < (SmtpStatusCode)500";

    public static readonly FixCases Cases = new()
    {
        {
            "Polly 7",
            $"object P => Policy.{{|SMTP2001:Handle<SmtpCommandException>|}}().{Waits};",
            $"object P => Policy.Handle<SmtpCommandException>(ex => (int)ex.StatusCode is >= 400 and < 500).{Waits};"
        },
        {
            "Polly 7, every exception",
            $"Task P() => Policy.{{|SMTP2001:Handle<Exception>|}}().{Waits}.ExecuteAsync(() => client.SendAsync(message));",
            "Task P() => Policy.Handle<Exception>(ex => ex is not SmtpCommandException refused "
                + $"|| (int)refused.StatusCode is >= 400 and < 500).{Waits}.ExecuteAsync(() => client.SendAsync(message));"
        },
        {
            "Polly 7, a lambda that says yes",
            $"object P => Policy.{{|SMTP2001:Handle<SmtpCommandException>|}}(_ => true).{Waits};",
            $"object P => Policy.Handle<SmtpCommandException>(ex => (int)ex.StatusCode is >= 400 and < 500).{Waits};"
        },
        {
            "Polly 7, a lambda that looks at something else",
            $"object P => Policy.{{|SMTP2001:Handle<SmtpCommandException>|}}(e => e.StatusCode != SmtpStatusCode.Ok).{Waits};",
            "object P => Policy.Handle<SmtpCommandException>(e => e.StatusCode != SmtpStatusCode.Ok "
                + $"&& (int)e.StatusCode is >= 400 and < 500).{Waits};"
        },
        {
            "Polly 7, types in a lambda",
            $"object P => Policy.{{|SMTP2001:Handle<Exception>|}}(e => e is SmtpCommandException || e is HttpRequestException).{Waits};",
            $"object P => Policy.Handle<Exception>(e => e is SmtpCommandException {{ StatusCode: {Temporary} }} "
                + $"|| e is HttpRequestException).{Waits};"
        },
        {
            "Polly 8, a builder",
            Options("ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>().{|SMTP2001:Handle<SmtpCommandException>|}()"),
            Options("ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>()"
                + ".Handle<SmtpCommandException>(ex => (int)ex.StatusCode is >= 400 and < 500)")
        },
        {
            "Polly 8, a type in a lambda",
            Options("ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is HttpRequestException "
                + "or {|SMTP2001:SmtpCommandException|})"),
            Options(
                "ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is HttpRequestException "
                + "or SmtpCommandException { StatusCode: >= (SmtpStatusCode)400 and < (SmtpStatusCode)500 })")
        },
        {
            "Polly 8, an arm",
            Options("ShouldHandle = args => args.Outcome switch { "
                + "{ Exception: {|SMTP2001:SmtpCommandException|} } => PredicateResult.True(), _ => PredicateResult.False() }"),
            Options(
                $"ShouldHandle = args => args.Outcome switch {{ {{ Exception: SmtpCommandException {{ StatusCode: {Temporary} }} }}"
                + " => PredicateResult.True(), _ => PredicateResult.False() }")
        },
        {
            "Polly 8 without ShouldHandle",
            Sending("{|SMTP2001:AddRetry|}", "new RetryStrategyOptions { BackoffType = DelayBackoffType.Exponential }"),
            Sending(
                "AddRetry",
                "new RetryStrategyOptions { ShouldHandle = new PredicateBuilder()"
                + ".Handle<Exception>(ex => ex is not OperationCanceledException "
                + "&& (ex is not SmtpCommandException refused || (int)refused.StatusCode is >= 400 and < 500)), "
                + "BackoffType = DelayBackoffType.Exponential }")
        },
        {
            "Polly 8 without options",
            Sending("{|SMTP2002:{|SMTP2001:AddRetry|}|}", "new RetryStrategyOptions()"),
            Sending(
                "AddRetry",
                "new RetryStrategyOptions { Delay = TimeSpan.FromSeconds(10), BackoffType = DelayBackoffType.Exponential, "
                + "ShouldHandle = new PredicateBuilder().Handle<Exception>(ex => ex is not OperationCanceledException "
                + "&& (ex is not SmtpCommandException refused || (int)refused.StatusCode is >= 400 and < 500)) }")
        },
        {
            "Polly 8, of a result",
            Sending("{|SMTP2001:AddRetry|}", "new RetryStrategyOptions<string> { BackoffType = DelayBackoffType.Linear }", "<string>"),
            Sending(
                "AddRetry",
                "new RetryStrategyOptions<string> { ShouldHandle = new PredicateBuilder<string>()"
                + ".Handle<Exception>(ex => ex is not OperationCanceledException "
                + "&& (ex is not SmtpCommandException refused || (int)refused.StatusCode is >= 400 and < 500)), "
                + "BackoffType = DelayBackoffType.Linear }",
                "<string>")
        },
    };

    [Theory, MemberData(nameof(Cases))]
    public Task Only_4xx_is_retried(string member, string mended) => new Verifier("SMTP2001").FileFix(
        "using Polly; using Polly.Retry;\n" + Verify.InMailKit(member), "using Polly; using Polly.Retry;\n" + Verify.InMailKit(mended),
            LanguageVersion.Latest);

    private const string Passing = "ex => ex.StatusCode == SmtpStatusCode.GeneralFailure || (int)ex.StatusCode is >= 400 and < 500";

    // One finding for the policy: what it covers is looked at as well.
    [Fact]
    public Task A_type_and_one_of_its_derived_ones() => new Verifier("SMTP2001").FileFix(
        "using Polly;\n" + Verify.InSystemNetMail(
            $"object P => Policy.{{|SMTP2001:Handle<SmtpException>|}}().Or<SmtpFailedRecipientException>().{Waits};"),
        "using Polly;\n" + Verify.InSystemNetMail(
            $"object P => Policy.Handle<SmtpException>({Passing}).Or<SmtpFailedRecipientException>({Passing}).{Waits};"),
        LanguageVersion.Latest);

    private static string Options(string shouldHandle) =>
        $"object P => new RetryStrategyOptions {{ BackoffType = DelayBackoffType.Exponential, {shouldHandle} }};";

    private static string Sending(string method, string options, string result = "") =>
        $"async Task P() {{ var p = new ResiliencePipelineBuilder{result}().{method}({options}).Build(); await p.ExecuteAsync(async "
            + $"t => {(result.Length > 0 ? "await client.SendAsync(message, t)" : "{ await client.SendAsync(message, t); }")}); }}";
}
