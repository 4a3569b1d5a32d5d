using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace SmtpAnalyzers.Demo;

/// <summary>Shows where two copies of the sample differ, with a line around each place.</summary>
internal static class SourceDiff
{
    private const int Context = 1;

    public static void Print(SampleCopy before, SampleCopy after)
    {
        foreach (var (old, changed) in before.Sources.Zip(after.Sources))
        {
            var lines = InlineDiffBuilder.Diff(File.ReadAllText(old), File.ReadAllText(changed)).Lines;
            if (lines.All(line => line.Type == ChangeType.Unchanged))
                continue;
            Console.WriteLine($"            {Path.GetFileName(old)}");
            var shown = Enumerable.Range(0, lines.Count).Where(index => lines.Skip(index - Context)
                .Take(Context + 1 + Math.Min(index, Context)).Any(near => near.Type != ChangeType.Unchanged)).ToList();
            // The least indented of them begins at the margin.
            var margin = shown.Select(index => lines[index].Text).Where(text => text.Length > 0)
                .Min(text => text.TakeWhile(char.IsWhiteSpace).Count());
            foreach (var (index, previous) in shown.Zip(shown.Prepend(shown[0] - 1)))
            {
                if (index > previous + 1)
                    Console.WriteLine("              ...");
                Print(lines[index], margin);
            }
        }
    }

    private static void Print(DiffPiece line, int margin)
    {
        var (mark, color) = line.Type switch
        {
            ChangeType.Inserted => ('+', ConsoleColor.Green),
            ChangeType.Deleted => ('-', ConsoleColor.Red),
            _ => (' ', Console.ForegroundColor),
        };
        if (line.Type != ChangeType.Unchanged)
            Console.ForegroundColor = color;
        Console.WriteLine($"          {mark} {(line.Text.Length > margin ? line.Text[margin..] : "")}".TrimEnd());
        Console.ResetColor();
    }
}
