using System.Buffers;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.Sources;

/// <summary>The cheapest question first: can a file concern SMTP at all?</summary>
internal static class SmtpText
{
    private const int ChunkLength = 4096;

    /// <summary>
    /// Whether the text of <paramref name="tree"/> has "smtp" anywhere, in any case: every library type that carries a reply code does, and
    /// whoever handles one names a type, a namespace or a variable after it. Or whether it has one of <paramref name="names"/>, exactly.
    /// </summary>
    public static bool Concerns(SyntaxTree tree, ImmutableHashSet<string> names, CancellationToken cancellation)
    {
        var text = tree.GetText(cancellation);
        var chunk = ArrayPool<char>.Shared.Rent(ChunkLength);
        try
        {
            // Chunks overlap by the length of the longest word less one; no name is as long as half a chunk.
            var overlap = names.IsEmpty ? 3 : Math.Min(Math.Max(4, names.Max(static name => name.Length)) - 1, ChunkLength / 2);
            for (var start = 0; start < text.Length; start += ChunkLength - overlap)
            {
                var length = Math.Min(ChunkLength, text.Length - start);
                text.CopyTo(start, chunk, 0, length);
                if (HasSmtp(chunk.AsSpan(0, length)) || (!names.IsEmpty && HasAny(chunk.AsSpan(0, length), names)))
                    return true;
            }

            return false;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chunk);
        }
    }

    private static bool HasAny(ReadOnlySpan<char> text, ImmutableHashSet<string> names)
    {
        foreach (var name in names)
        {
            if (text.IndexOf(name.AsSpan()) >= 0)
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
