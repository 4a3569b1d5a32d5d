using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace SmtpAnalyzers.Demo;

/// <summary>Shows the lines in which two copies of the sample differ.</summary>
internal static class SourceDiff
{
    public static void Print(SampleCopy before, SampleCopy after)
    {
        foreach (var (old, changed) in before.Sources.Zip(after.Sources))
        {
            var lines = InlineDiffBuilder.Diff(File.ReadAllText(old), File.ReadAllText(changed)).Lines;
            if (lines.All(line => line.Type == ChangeType.Unchanged))
                continue;
            Console.WriteLine($"            {Path.GetFileName(old)}");
            foreach (var line in lines)
                Print(line);
        }
    }

    private static void Print(DiffPiece line)
    {
        if (line.Type is not (ChangeType.Inserted or ChangeType.Deleted))
            return;
        var inserted = line.Type == ChangeType.Inserted;
        Console.ForegroundColor = inserted ? ConsoleColor.Green : ConsoleColor.Red;
        Console.WriteLine($"          {(inserted ? '+' : '-')} {line.Text}");
        Console.ResetColor();
    }
}
