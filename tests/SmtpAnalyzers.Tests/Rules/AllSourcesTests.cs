using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpAnalyzers.Tests.CodeFixes;

namespace SmtpAnalyzers.Tests.Rules;

/// <summary>
/// Every source of every table of this assembly under all shipped rules, whatever rule it was written for: nothing throws, and one
/// cause gives one finding.
/// </summary>
public sealed partial class AllSourcesTests
{
    // Pairs that may stand on the same syntax: a list with a wrong code in it that lacks others; a retry of the wrong replies, too soon,
    // after an unclear end; a handler of one form of refusal that sends again too soon.
    private static readonly HashSet<string> Allowed =
        ["SMTP1002 SMTP1006", "SMTP1003 SMTP1006", "SMTP2001 SMTP2002", "SMTP2001 SMTP2005", "SMTP2002 SMTP2005",
            "SMTP2002 SMTP3005"];

    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("Rows")
        .WithOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
        .AddReferences(References.OfThisProcess)
        .AddSyntaxTrees(CSharpSyntaxTree.ParseText(Verify.Mailer));

    public static readonly TheoryData<string> Tables = new(Fields().Select(Name));

    [Theory, MemberData(nameof(Tables))]
    public async Task One_cause_gives_one_finding_and_nothing_throws(string table)
    {
        var complaints = new List<string>();
        foreach (var source in Sources(Fields().First(field => Name(field) == table)))
        {
            var exceptions = new List<string>();
            var options = new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]), (exception, _, _) => exceptions.Add(exception.ToString()), concurrentAnalysis: false,
                    logAnalyzerExecutionTime: false);
            var findings = await Empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source)).WithAnalyzers(Shipped.Analyzers, options)
                .GetAnalyzerDiagnosticsAsync();
            complaints.AddRange(exceptions.Concat(Overlaps(findings)).Select(complaint => $"{complaint} in\n{source}\n"));
        }

        Assert.Empty(complaints);
    }

    private static IEnumerable<string> Overlaps(ImmutableArray<Diagnostic> findings)
    {
        var ordered = findings.Where(finding => finding.Location.IsInSource).OrderBy(finding => finding.Id, StringComparer.Ordinal)
            .ToList();
        return
            from one in ordered
            from other in ordered
            let pair = $"{one.Id} {other.Id}"
            where string.CompareOrdinal(one.Id, other.Id) < 0 && !Allowed.Contains(pair)
            where one.Location.SourceTree == other.Location.SourceTree && one.Location.SourceSpan.OverlapsWith(other.Location.SourceSpan)
            select pair;
    }

    private static IEnumerable<FieldInfo> Fields() => typeof(AllSourcesTests).Assembly.GetTypes()
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(field => field.FieldType == typeof(Cases) || field.FieldType == typeof(FixCases))
        .OrderBy(Name, StringComparer.Ordinal);

    private static string Name(FieldInfo field) => $"{field.DeclaringType!.Name}.{field.Name}";

    // A file as it is; a member in both mailers, since it does no harm where it does not compile.
    private static IEnumerable<string> Sources(FieldInfo field)
    {
        var rows = field.GetValue(null) switch
        {
            Cases cases => cases.Select(row => row.Data),
            FixCases cases => cases.SelectMany(row => new[] { row.Data.Item1, row.Data.Item2 }),
            _ => [],
        };
        foreach (var row in rows.Select(row => Markup().Replace(row, "")))
        {
            if (row.Contains("using MailKit") || row.Contains("using System.Net.Mail") || row.Contains("namespace "))
            {
                yield return row;
                continue;
            }

            yield return Verify.InMailKit(row);
            yield return Verify.InSystemNetMail(row);
        }
    }

    [GeneratedRegex(@"\{\|[^:|}]*:|\|\}|\[\||\|\]")]
    private static partial Regex Markup();
}
