using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SmtpAnalyzers.Tests.BadInput;

/// <summary>
/// Files of right code, of which the part between <c>@@</c> is typed token by token: no warning comes up that goes away by itself when the
/// line is finished.
/// </summary>
public sealed class TypingTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "SmtpAnalyzers.Tests", "BadInput", "Typed");

    public static readonly TheoryData<string> Names =
        new(Directory.GetFiles(Folder, "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)).Order());

    [Theory, MemberData(nameof(Names))]
    public async Task No_warning_goes_away_when_the_line_is_finished(string name)
    {
        var parts = (await File.ReadAllTextAsync(Path.Combine(Folder, name + ".txt"),
            TestContext.Current.CancellationToken)).ReplaceLineEndings("\n").Split("@@");
        var (before, typed, after) = (parts[0], parts[1], parts[2]);
        var flickering = new List<string>();
        foreach (var (line, start, end) in Lines(typed))
        {
            var finished = await FindingsAsync(before + typed[..end] + after);
            foreach (var token in SyntaxFactory.ParseTokens(line).Where(static token => token.Span.Length > 0))
            {
                var now = await FindingsAsync(before + typed[..(start + token.Span.End)] + after);
                flickering.AddRange(now.Except(finished)
                    .Select(finding => $"{finding} at: {typed[start..(start + token.Span.End)].Trim()}"));
            }
        }

        Assert.Empty(flickering);
    }

    private static IEnumerable<(string Line, int Start, int End)> Lines(string text)
    {
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            yield return (line, start, start + line.Length);
            start += line.Length + 1;
        }
    }

    private static async Task<IEnumerable<string>> FindingsAsync(string source)
    {
        var findings = await AsItStands.FindingsAsync(AsItStands.Document(source));
        return findings.Select(static finding => $"{finding.Id} in line {finding.Location.GetLineSpan().StartLinePosition.Line + 1}");
    }
}
