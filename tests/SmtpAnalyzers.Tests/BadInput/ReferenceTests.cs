using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.Tests.BadInput;

/// <summary>Libraries that are missing, older, or there twice.</summary>
public sealed class ReferenceTests
{
    private const string Handler = """
        using MailKit.Net.Smtp;
        class Outbox
        {
            bool IsTransient(SmtpCommandException ex) => ex.StatusCode is SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.MailboxBusy
                or SmtpStatusCode.InsufficientStorage or SmtpStatusCode.TransactionFailed;
        }
        """;

    // As MailKit has them, less the members that a row leaves out.
    private const string Stub = """
        namespace MailKit.Net.Smtp
        {
            public enum SmtpStatusCode
            {
                ServiceNotAvailable = 421, MailboxBusy = 450, /*451*/ InsufficientStorage = 452, TransactionFailed = 554
            }
            public class SmtpCommandException : System.Exception { public SmtpStatusCode StatusCode { get; } }
        }
        """;

    [Fact]
    public async Task With_MailKit_it_is_found() => Assert.Equal(["SMTP1002"], await AsItStands.AnalyzedAndFixedAsync(Handler));

    [Fact]
    public async Task Without_MailKit_there_is_nothing_to_say() =>
        Assert.Empty(await AsItStands.AnalyzedAndFixedAsync(Handler, AsItStands.WithoutMailKit));

    [Fact]
    public async Task Without_any_reference_there_is_nothing_to_say() => Assert.Empty(await AsItStands.AnalyzedAndFixedAsync(Handler, []));

    [Fact]
    public async Task Own_copies_of_the_types_are_as_good() =>
        Assert.Equal(["SMTP1002"], await AsItStands.AnalyzedAndFixedAsync(Handler + Stub, AsItStands.WithoutMailKit));

    [Fact]
    public async Task Types_that_are_there_twice_are_both_known() =>
        Assert.Equal(["SMTP1002"], await AsItStands.AnalyzedAndFixedAsync(Handler + Stub));

    [Fact]
    public async Task An_exception_without_StatusCode_is_no_source() =>
        Assert.Empty(await AsItStands.AnalyzedAndFixedAsync(Handler + Stub.Replace("SmtpStatusCode StatusCode { get; }", ""),
            AsItStands.WithoutMailKit));

    [Fact]
    public async Task An_enum_that_is_a_class_is_no_source() =>
        Assert.Empty(await AsItStands.AnalyzedAndFixedAsync(Handler + Stub.Replace("enum SmtpStatusCode", "class SmtpStatusCode"),
            AsItStands.WithoutMailKit));

    [Theory]
    [InlineData("ErrorInProcessing = 451,", "Replace 554 with 451 (ErrorInProcessing)")]
    [InlineData("", "Retry only 4xx replies")]
    public async Task A_fix_names_only_members_that_are_there(string member, string title)
    {
        var document = AsItStands.Document(Handler + Stub.Replace("/*451*/", member), AsItStands.WithoutMailKit);
        var finding = Assert.Single(await AsItStands.FindingsAsync(document));

        Assert.Contains(title, (await AsItStands.FixesAsync(document, finding)).Select(static fix => fix.Title));
    }

    [Fact]
    public async Task A_code_without_a_member_goes_by_its_number()
    {
        var document = AsItStands.Document("""
            using MailKit.Net.Smtp;
            class Outbox { bool IsTransient(SmtpCommandException ex) => ex.StatusCode == (SmtpStatusCode)554; }
            """ + Stub.Replace(", TransactionFailed = 554", ""), AsItStands.WithoutMailKit);
        var finding = Assert.Single(await AsItStands.FindingsAsync(document));

        Assert.StartsWith("554 is permanent, but retried", finding.GetMessage());
    }

    [Fact]
    public async Task A_finding_that_is_none_of_ours_gets_no_fix()
    {
        var document = AsItStands.Document(Handler);
        var ours = Assert.Single(await AsItStands.FindingsAsync(document));

        Assert.Empty(await AsItStands.FixesAsync(document, Diagnostic.Create(ours.Descriptor, ours.Location)));
    }
}
