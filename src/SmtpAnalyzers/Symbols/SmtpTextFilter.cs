using System.Buffers;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.Naming;

namespace SmtpAnalyzers.Symbols;

/// <summary>The cheapest question first: can a file concern SMTP at all?</summary>
internal static class SmtpTextFilter
{
    private const int ChunkLength = 4096;

    private const string Recipient = "RCPT TO";

    // Of those here, in DeliveryReports and in ContextWords.
    private const int LongestWord = 12;

    /// <summary>
    /// Whether the text of <paramref name="tree"/> has "smtp" anywhere, in any case: every library type that carries a reply code does, and
    /// whoever handles one names a type, a namespace or a variable after it. Or whether it speaks the protocol itself, as a verifier of
    /// mailboxes does, or reads a delivery report, or has one of <paramref name="names"/>, exactly. Or whether it uses a sender of the
    /// program's own more than once, whose class may stand in another file.
    /// </summary>
    public static bool Concerns(SyntaxTree tree, ImmutableHashSet<string> names, CancellationToken cancellation)
    {
        var text = tree.GetText(cancellation);
        var whole = new TextSpan(0, text.Length);
        // Every file of a compilation is scanned, so nothing is allocated for it.
        // A worker needs to know no more of SMTP than its sender and that it tries again.
        return Scan(text, whole, LongestWord, static chunk => SpeaksOfSmtp(chunk.Span))
            || (!names.IsEmpty && HasAny(text, names))
            || (Scan(text, whole, LongestWord, static chunk => HasAny(chunk.Span, ContextWords.SenderStems))
                && Scan(text, whole, LongestWord, static chunk => HasAny(chunk.Span, ContextWords.AttemptStems)));
    }

    private static bool SpeaksOfSmtp(ReadOnlySpan<char> text) =>
        HasSmtp(text) || text.IndexOf(DeliveryReports.Groups.AsSpan()) >= 0 || text.IndexOf(Recipient.AsSpan()) >= 0;

    // No name is as long as half a chunk.
    private static bool HasAny(SourceText text, ImmutableHashSet<string> names) =>
        Scan(text, new TextSpan(0, text.Length), Math.Min(names.Max(static name => name.Length), ChunkLength / 2),
            chunk => HasAny(chunk.Span, names, StringComparison.Ordinal));

    private static bool HasAny(ReadOnlySpan<char> text, ImmutableArray<string> words)
    {
        foreach (var word in words)
        {
            if (text.IndexOf(word.AsSpan()) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether <paramref name="span"/> of <paramref name="tree"/>'s text has one of <paramref name="words"/> anywhere, in any case.
    /// </summary>
    public static bool HasAny(SyntaxTree tree, TextSpan span, IReadOnlyCollection<string> words, CancellationToken cancellation) =>
        Scan(tree.GetText(cancellation), span, words.Max(static word => word.Length), chunk =>
            HasAny(chunk.Span, words, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the text of <paramref name="tree"/> has <paramref name="name"/> anywhere, as it is written.</summary>
    public static bool Has(SyntaxTree tree, string name, CancellationToken cancellation) =>
        Scan(tree.GetText(cancellation), new TextSpan(0, tree.Length), name.Length, chunk =>
            chunk.Span.IndexOf(name.AsSpan(), StringComparison.Ordinal) >= 0);

    private static bool Scan(SourceText text, TextSpan span, int longest, Func<ReadOnlyMemory<char>, bool> isSought)
    {
        var chunk = ArrayPool<char>.Shared.Rent(ChunkLength);
        try
        {
            // Chunks overlap by the length of the longest word less one.
            for (var start = span.Start; start < span.End; start += ChunkLength - longest + 1)
            {
                var length = Math.Min(ChunkLength, span.End - start);
                text.CopyTo(start, chunk, 0, length);
                if (isSought(chunk.AsMemory(0, length)))
                    return true;
            }

            return false;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chunk);
        }
    }

    private static bool HasAny(ReadOnlySpan<char> text, IReadOnlyCollection<string> words, StringComparison comparison)
    {
        foreach (var word in words)
        {
            if (text.IndexOf(word.AsSpan(), comparison) >= 0)
                return true;
        }

        return false;
    }

    private static bool HasSmtp(ReadOnlySpan<char> text)
    {
        for (var i = 0; i + 3 < text.Length; i++)
        {
            if ((text[i] | 0x20) == 's' && (text[i + 1] | 0x20) == 'm' && (text[i + 2] | 0x20) == 't' && (text[i + 3] | 0x20) == 'p')
                return true;
        }

        return false;
    }
}
