using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.Tests.FixHarm;

/// <summary>What a fix has spoilt, one line for each.</summary>
internal static class Harms
{
    /// <param name="fixedFindings">What was to be fixed.</param>
    /// <param name="beside">What the fix may be about too.</param>
    public static async Task<List<string>> OfAsync(
        State before, State after, IReadOnlyCollection<Diagnostic> fixedFindings, IReadOnlyCollection<Diagnostic> beside, Snippet snippet)
    {
        var harms = after.Crashes.Except(before.Crashes).Select(crash => $"analyzer: {crash}").ToList();
        foreach (var (project, what) in before.Projects.Others.Prepend(new(before.Projects.Main, "latest")))
        {
            harms.AddRange(More(after.Compiler[project], before.Compiler[project]).Select(message => $"compiler ({what}): {message}"));
            if (project != before.Projects.Main && !before.IsConditional)
                continue;
            var counts = before.Findings[project].CountBy(finding => finding.Id).ToDictionary();
            harms.AddRange(
                from rule in after.Findings[project].GroupBy(finding => finding.Id)
                where rule.Count() > counts.GetValueOrDefault(rule.Key)
                select $"new finding ({what}): {rule.Last()}");
        }

        harms.AddRange(LostCalls.Of(before, after, fixedFindings, snippet));
        if (!snippet.CommentsMayGo)
            harms.AddRange(More(before.Comments, after.Comments).Select(comment => $"text: lost {comment}"));
        foreach (var document in before.Projects.Documents())
        {
            var (old, now) = (await document.GetTextAsync(), await after.Projects.Solution.GetDocument(document.Id)!.GetTextAsync());
            if (!old.ContentEquals(now))
                harms.AddRange(new FileStyle(old.ToString(), snippet.Config).Wrong(LineDiff.Of(old.ToString(), now.ToString())));
        }

        if (before.Answers is { } said && after.Answers is { } says)
            harms.AddRange(Answered(said, says, beside, snippet));
        return harms;
    }

    /// <summary>The changed lines of all files.</summary>
    public static async Task<string> DiffAsync(LinkedProjects before, LinkedProjects after)
    {
        var diffs = new List<string>();
        foreach (var document in before.Documents())
        {
            var (old, now) = (await document.GetTextAsync(), await after.Solution.GetDocument(document.Id)!.GetTextAsync());
            diffs.Add(LineDiff.Of(old.ToString(), now.ToString()).ToString());
        }

        return string.Join("\n", diffs.Where(diff => diff != ""));
    }

    public static string Ranges(IEnumerable<int> codes)
    {
        var ranges = new List<(int From, int To)>();
        foreach (var code in codes.Order())
        {
            if (ranges.Count > 0 && ranges[^1].To == code - 1)
                ranges[^1] = (ranges[^1].From, code);
            else
                ranges.Add((code, code));
        }

        return string.Join(", ", ranges.Select(range => range.From == range.To ? $"{range.From}" : $"{range.From}-{range.To}"));
    }

    /// <summary>What is in the first more often than in the second.</summary>
    private static List<string> More(IEnumerable<string> some, IEnumerable<string> others)
    {
        var counts = others.CountBy(other => other).ToDictionary();
        return some.Where(one => (counts[one] = counts.GetValueOrDefault(one) - 1) < 0).ToList();
    }

    // A pin knows better what a method is to answer. One that is gone or new has been judged by the compiler.
    private static IEnumerable<string> Answered(Answers before, Answers after, IReadOnlyCollection<Diagnostic> findings, Snippet snippet) =>
        from method in before.ByMethod
        where after.ByMethod.ContainsKey(method.Key) && !snippet.Pins.Any(pin => before.Of(pin) == method.Value)
        let codes = new Reach(method.Value, findings).Spoilt(after.ByMethod[method.Key]).ToList()
        where codes.Count > 0
        let now = after.ByMethod[method.Key][codes[0]]
        select $"meaning: {method.Key} answers otherwise for {Ranges(codes)}: {now} for {codes[0]}, which was {method.Value[codes[0]]}";
}
