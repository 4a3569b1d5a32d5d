using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.Field;

namespace SmtpAnalyzers.Tests.BadInput;

/// <summary>
/// Every name of a file in turn becomes <c>_</c>, which has no words. Most of it does not compile then, and the analyzer still does not
/// throw.
/// </summary>
public sealed class OddNameTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "SmtpAnalyzers.Tests", "Field", "Snippets");

    // One for each kind of reading: brokers, rows, servers and clients by hand, helpers, reports.
    public static readonly TheoryData<string> Names =
    [
        "broker-verdicts.cs", "outbox-rows.cs", "verifiers-by-hand.cs", "helper-that-is-a-condition.cs", "dsn-every-recipient.cs",
            "attempt-argument.cs",
    ];

    [Theory, MemberData(nameof(Names))]
    public async Task Nothing_throws(string name)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, name), TestContext.Current.CancellationToken);
        var names = SyntaxFactory.ParseTokens(text).Where(token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(token => token.ValueText).Distinct();
        foreach (var odd in names)
        {
            var source = Regex.Replace(text, $@"\b{Regex.Escape(odd)}\b", "_");
            var findings = await AsItStands.FindingsAsync(AsItStands.Document(FieldTests.GlobalUsings + source));
            Assert.DoesNotContain(findings, finding => finding.Id == "AD0001");
        }
    }
}
