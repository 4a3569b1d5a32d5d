using System.Text.RegularExpressions;

namespace SmtpAnalyzers.Tests.FixHarm;

/// <summary>How a file is written, which a fix has to follow: line ends, indentation, braces. Lines that it does not touch stay.</summary>
internal sealed partial class FileStyle
{
    private readonly bool _isAllman, _isOneTrueBrace, _hasBlockOnOneLine, _hasTabs, _hasSpaces;
    private readonly int _unit;

    public FileStyle(string text, IEnumerable<string> config)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Trim().Length > 0).ToList();
        var indented = lines.Where(line => line[0] is ' ' or '\t' && !line.TrimStart().StartsWith('*')).ToList();
        _hasTabs = indented.Any(line => Indentation(line).Contains('\t'));
        _hasSpaces = indented.Any(line => Indentation(line).StartsWith(' '));
        _isAllman = lines.Any(line => line.Trim() == "{");
        _isOneTrueBrace = lines.Any(line => BraceAtEnd().IsMatch(line));
        _hasBlockOnOneLine = lines.Any(line => BlockOnOneLine().IsMatch(line));
        _unit = config.Select(line => Size().Match(line)).FirstOrDefault(match => match.Success) is { } size
            ? int.Parse(size.Groups[1].Value)
            : new[] { 8, 4, 3, 2 }.FirstOrDefault(unit => indented.Count > 2 && indented.All(line => Indentation(line).Length % unit == 0));
    }

    /// <summary>What is wrong with the white space of a change.</summary>
    public IEnumerable<string> Wrong(LineDiff diff) => diff.Hunks.SelectMany(Untouched).Concat(Inserted(diff));

    // A line may move in or out with the block around it, beside lines that have changed in earnest, and that is all.
    private static IEnumerable<string> Untouched(IReadOnlyList<LineDiff.Line> hunk)
    {
        var (removed, inserted) = (Of(Change.Removed), Of(Change.Inserted));
        if (removed.Select(Squeezed).SequenceEqual(inserted.Select(Squeezed)))
            yield return $"white space: only white space changes in\n{string.Join("\n", hunk)}";
        foreach (var line in removed.Where(line => line.Trimmed.Length > 4))
        {
            var same = inserted.Where(other => Squeezed(other) == Squeezed(line)).ToList();
            if (same.Count > 0 && !same.Any(other => IsMoved(line, other)))
                yield return $"white space: the line end or the spaces within it change in {line}";
        }

        static bool IsMoved(LineDiff.Line line, LineDiff.Line other) =>
            other.Text.TrimStart() == line.Text.TrimStart() && (line.End == "" || other.End == line.End);

        List<LineDiff.Line> Of(Change change) => hunk.Where(line => line.Change == change && line.Trimmed.Length > 0).ToList();
    }

    private IEnumerable<string> Inserted(LineDiff diff)
    {
        LineDiff.Line? previous = null;
        for (var i = 0; i < diff.Lines.Count; i++)
        {
            var line = diff.Lines[i];
            if (line.Change == Change.Removed)
                continue;
            if (line.Change == Change.Inserted)
            {
                // Where the ends are mixed it is its neighbour's.
                var next = diff.Lines.Skip(i + 1).FirstOrDefault(other => other.Change != Change.Inserted && other.End != "");
                if (line.End != "" && new[] { previous, next }.All(near => near is not null && near.End != line.End && near.End != ""))
                    yield return $"line end: unlike its neighbours' in {line}";
                if (line.Text.TrimEnd().Length < line.Text.Length)
                    yield return $"white space: at the end of {line}";
                if (line.Trimmed.Length == 0 && previous is { Trimmed.Length: 0 })
                    yield return $"white space: two blank lines before {diff.Lines.Skip(i + 1).FirstOrDefault()}";
                if (line.Trimmed.Length > 0)
                {
                    // A line that replaces another may stand as deep as that did.
                    var stoodThere = diff.Lines.Any(other =>
                        other.Change == Change.Removed && other.Trimmed.Length > 0 && other.Indentation == line.Indentation);
                    foreach (var wrong in WrongCode(line, previous, stoodThere))
                        yield return wrong;
                }
            }

            previous = line;
        }
    }

    private IEnumerable<string> WrongCode(LineDiff.Line line, LineDiff.Line? previous, bool stoodThere)
    {
        if ((!_hasTabs && _hasSpaces && line.Indentation.Contains('\t')) || (_hasTabs && !_hasSpaces && line.Indentation.StartsWith(' ')))
            yield return $"indentation: tabs or spaces, unlike the file, in {line}";
        var deeper = line.Indentation.Length - previous?.Indentation.Length;
        if (!stoodThere && previous is not null && previous.Text.TrimEnd().EndsWith('{') && StartsStatement().IsMatch(line.Trimmed)
            && _unit > 0 && _hasTabs != _hasSpaces && deeper != (_hasTabs ? 1 : _unit))
            yield return $"indentation: not one deeper than its block in {line}";
        if (line.Trimmed == "{" && previous is not null && StartsBlock().IsMatch(previous.Trimmed) && deeper != 0)
            yield return $"indentation: the brace is not under its statement {previous}";
        if (_isAllman && !_isOneTrueBrace && StartsBlock().IsMatch(line.Trimmed) && line.Trimmed.EndsWith('{'))
            yield return $"brace: the file has them on a line of their own, unlike {line}";
        if (!_hasBlockOnOneLine && BlockOnOneLine().IsMatch(line.Text))
            yield return $"brace: the file has no block on one line, unlike {line}";
        if (_isOneTrueBrace && !_isAllman && line.Trimmed == "{")
            yield return $"brace: the file has them at the end of the line, unlike after {previous}";
    }

    private static string Indentation(string line) => line[..^line.TrimStart(' ', '\t').Length];

    private static string Squeezed(LineDiff.Line line) => Space().Replace(line.Text, "");

    [GeneratedRegex(@"(\)|\belse|\btry|\bfinally)\s*\{$")]
    private static partial Regex BraceAtEnd();

    [GeneratedRegex(@"(\)|\b(else|try|finally|catch))\s*\{[^{}""]*;\s*\}")]
    private static partial Regex BlockOnOneLine();

    [GeneratedRegex(@"^indent_size\s*=\s*(\d)")]
    private static partial Regex Size();

    [GeneratedRegex(@"^(?!case |default|#|\{|//|\})")]
    private static partial Regex StartsStatement();

    [GeneratedRegex(@"^(\}\s*)?(if|else|for|foreach|while|switch|try|catch|finally|lock|using)\b")]
    private static partial Regex StartsBlock();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
