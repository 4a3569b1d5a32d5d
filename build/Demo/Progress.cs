using System.Diagnostics;

namespace SmtpAnalyzers.Demo;

/// <summary>Says what is being done, and since when, in lines that a terminal of 80 columns shows whole.</summary>
internal sealed class Progress : IDisposable
{
    private const int Columns = 80, Indentation = 12;

    // As long as nobody wonders whether it hangs.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(8);

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly Timer waiting;

    public Progress() => waiting = new Timer(_ => Show([FormattableString.Invariant($"... {watch.Elapsed.TotalSeconds:0} s")]));

    public void Step(string what) => Write(FormattableString.Invariant($"[{watch.Elapsed.TotalSeconds,5:0.0} s] "), what);

    public void Show(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            Write(new string(' ', Indentation), line);
    }

    public void Dispose() => waiting.Dispose();

    private void Write(string head, string text)
    {
        waiting.Change(Silence, Silence);
        foreach (var line in Wrapped(text, Columns - Indentation))
        {
            Console.WriteLine(head + line);
            head = new string(' ', Indentation + 2);
        }
    }

    private static IEnumerable<string> Wrapped(string text, int width)
    {
        while (text.Length > width)
        {
            var end = text.LastIndexOf(' ', width);
            if (end <= 0)
                break;
            yield return text[..end];
            // The lines below are indented further.
            (text, width) = (text[(end + 1)..], Columns - Indentation - 2);
        }

        yield return text;
    }
}
