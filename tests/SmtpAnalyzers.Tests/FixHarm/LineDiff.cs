namespace SmtpAnalyzers.Tests.FixHarm;

internal enum Change { None, Removed, Inserted }

/// <summary>The lines of a text before and after, with their ends: the longest common sequence is unchanged.</summary>
internal sealed class LineDiff
{
    private LineDiff(IReadOnlyList<Line> lines) => Lines = lines;

    public IReadOnlyList<Line> Lines { get; }

    /// <summary>Lines that stand together and have all changed.</summary>
    public IEnumerable<IReadOnlyList<Line>> Hunks
    {
        get
        {
            for (var start = 0; start < Lines.Count; start++)
            {
                var hunk = Lines.Skip(start).TakeWhile(line => line.Change != Change.None).ToList();
                if (hunk.Count > 0)
                    yield return hunk;
                start += hunk.Count;
            }
        }
    }

    public static LineDiff Of(string before, string after)
    {
        var (old, now) = (Split(before), Split(after));
        var common = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var lines = new List<Line>();
        for (int i = 0, j = 0; i < old.Count || j < now.Count;)
        {
            if (i < old.Count && j < now.Count && old[i] == now[j])
            {
                lines.Add(new(Change.None, old[i++]));
                j++;
            }
            else if (i < old.Count && (j == now.Count || common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add(new(Change.Removed, old[i++]));
            }
            else
            {
                lines.Add(new(Change.Inserted, now[j++]));
            }
        }

        return new(lines);
    }

    /// <summary>What has changed, with a line around it. Tabs and carriage returns can be seen.</summary>
    public override string ToString() => string.Join("\n",
        from i in Enumerable.Range(0, Lines.Count)
        where Enumerable.Range(i - 1, 3).Any(near => near >= 0 && near < Lines.Count && Lines[near].Change != Change.None)
        select $"{" -+"[(int)Lines[i].Change]}{Lines[i].ToString()}");

    private static List<string> Split(string text)
    {
        var lines = text.Split('\n').Select(line => line + "\n").ToList();
        lines[^1] = lines[^1][..^1];
        return lines;
    }

    /// <param name="Raw">The text with its line end.</param>
    internal sealed record Line(Change Change, string Raw)
    {
        public string Text => Raw.TrimEnd('\r', '\n');

        public string Trimmed => Raw.Trim();

        public string End => Raw[Text.Length..];

        public string Indentation => Text[..^Text.TrimStart(' ', '\t').Length];

        public override string ToString() => Text.Replace("\t", "→") + (End == "\r\n" ? "␍" : "");
    }
}
