using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>
/// The programs that the end-to-end tests run against a server: what is wrong is reported, what is right is not, and the right one is
/// what Fix All makes of the wrong one, where there is a fix.
/// </summary>
public sealed class DeliveryProgramTests
{
    private const string Folder = "tests/SmtpAnalyzers.EndToEnd/Delivery";

    [Theory]
    [InlineData("BlindRetry", "SMTP2001")]
    [InlineData("Hasty", "SMTP2002")]
    [InlineData("Newsletter", "SMTP2003")]
    [InlineData("RefusedRecipients", "SMTP2004")]
    [InlineData("BlindResend", "SMTP2004")]
    [InlineData("Endless", "SMTP2007")]
    [InlineData("HandWrittenSmtpClient", "SMTP2008")]
    [InlineData("SpoolStore", "SMTP4001")]
    [InlineData("KnownMailboxes", "SMTP4001")]
    [InlineData("OpenStore", "SMTP4002")]
    public async Task Wrong_is_reported_and_right_is_not(string program, string id)
    {
        Assert.Contains(id, (await Parse("Wrong", program).FindingsAsync()).Select(finding => finding.Id));
        Assert.Empty(await Parse("Right", program).FindingsAsync());
    }

    [Theory]
    [InlineData("BlindRetry")]
    [InlineData("Hasty")]
    [InlineData("Newsletter")]
    [InlineData("RefusedRecipients")]
    [InlineData("BlindResend")]
    [InlineData("Endless")]
    [InlineData("HandWrittenSmtpClient")]
    [InlineData("SpoolStore")]
    [InlineData("KnownMailboxes")]
    [InlineData("OpenStore")]
    public async Task Right_is_what_the_fixes_make_of_wrong(string program)
    {
        var mended = await Parse("Wrong", program).FixAllAsync();
        Assert.Equal(Text("Right", program), (await mended.TextAsync()).Replace("Delivery.Wrong", "Delivery.Right"));
        Assert.Empty(await mended.CompilerDiagnosticsAsync());
    }

    [Theory, InlineData("RefusedMail"), InlineData("RefusedNetMail")]
    public async Task Right_is_what_the_refactoring_makes_of_wrong(string program)
    {
        var (written, from) = (Parse("Wrong", program), 0);
        while ((await written.TextAsync()).IndexOf("client.Send", from, StringComparison.Ordinal) is >= 0 and var caret)
        {
            written = await written.RefactorAsync(caret) ?? written;
            from = (await written.TextAsync()).IndexOf("client.Send", from, StringComparison.Ordinal) + 1;
        }

        Assert.Equal(Text("Right", program), (await written.TextAsync()).Replace("Delivery.Wrong", "Delivery.Right"));
        Assert.DoesNotContain(await written.CompilerDiagnosticsAsync(),
            one => one.Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Hidden);
        Assert.Empty(await written.FindingsAsync());
    }

    // The shortest wait that can be set: the right programs are run.
    private static FixedProgram Parse(string folder, string program) => FixedProgram.ParseFile(
        Text(folder, program), LanguageVersion.CSharp7_3, "[*.cs]\nsmtp_analyzers.minimum_retry_delay = 00:00:01\n");

    private static string Text(string folder, string program) =>
        string.Join("\n", Repository.Lines($"{Folder}/{folder}/{program}.cs")) + "\n";
}
