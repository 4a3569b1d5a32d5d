namespace SmtpAnalyzers.Flow;

/// <summary>The nodes whose state has changed since they were last visited, in the order of the graph.</summary>
/// <param name="count">The number of nodes.</param>
internal sealed class Worklist(int count)
{
    private readonly ulong[] _words = new ulong[(count + 63) / 64];

    public void Add(int node) => _words[node >> 6] |= 1UL << (node & 63);

    /// <summary>
    /// Takes the first node, which lets a forward analysis see all ways into a block before it visits it; -1 where none is left.
    /// </summary>
    public int TakeFirst()
    {
        for (var word = 0; word < _words.Length; word++)
        {
            if (_words[word] != 0)
                return Take((word << 6) + LowestBit(_words[word]));
        }

        return -1;
    }

    /// <summary>Takes the last node, for a backward analysis; -1 where none is left.</summary>
    public int TakeLast()
    {
        for (var word = _words.Length - 1; word >= 0; word--)
        {
            for (var bit = 63; _words[word] != 0; bit--)
            {
                if ((_words[word] >> bit & 1) != 0)
                    return Take((word << 6) + bit);
            }
        }

        return -1;
    }

    private int Take(int node)
    {
        _words[node >> 6] &= ~(1UL << (node & 63));
        return node;
    }

    private static int LowestBit(ulong word)
    {
        var bit = 0;
        while ((word >> bit & 1) == 0)
            bit++;
        return bit;
    }
}
