using System.Collections.Immutable;
using System.Diagnostics;

namespace SmtpAnalyzers.Smtp;

/// <summary>
/// An exact, immutable set of values that a reply code can have. Every value from <see cref="LowestTracked"/> to
/// <see cref="HighestTracked"/> is told apart; all others share one member, so that a complement is exact too.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
internal sealed class ReplyCodeSet : IEquatable<ReplyCodeSet>
{
    /// <summary>The values that are told apart: -1 is System.Net.Mail's GeneralFailure, real codes are 200-599.</summary>
    public const int LowestTracked = -1, HighestTracked = 1020;

    /// <summary>A value of its own: no reply code is there, since it is null, or since nothing has been refused yet.</summary>
    public const int Absent = int.MinValue + 1;

    // Bit 0 stands for every other value, bit n for the value n - 2, the last bit for the absent one.
    private const int Offset = 2, Words = 16, LastBit = (Words * 64) - 1;

    // The same sets come again and again, in every file. Two slots keep the last two sets that fell into them, so the table does not grow.
    private static readonly ReplyCodeSet?[] Recent = new ReplyCodeSet?[1024];

    public static readonly ReplyCodeSet Empty = new(new ulong[Words]);
    public static readonly ReplyCodeSet All = ~Empty;
    public static readonly ReplyCodeSet NoReply = Of(Absent);
    public static readonly ReplyCodeSet AnyReply = ~NoReply;
    public static readonly ReplyCodeSet Positive = Range(200, 399);
    public static readonly ReplyCodeSet Transient = OfClass(ReplyClass.TransientNegative);
    public static readonly ReplyCodeSet Permanent = OfClass(ReplyClass.PermanentNegative);

    /// <summary>What refuses: 4yz and 5yz.</summary>
    public static readonly ReplyCodeSet Refusals = Transient | Permanent;

    /// <summary>What a server can answer, in a standard or not.</summary>
    public static readonly ReplyCodeSet Real = Range(ReplyCodes.Lowest, ReplyCodes.Highest);

    private readonly ulong[] _bits;

    private ReplyCodeSet(ulong[] bits) => _bits = bits;

    public bool IsEmpty => Equals(Empty);

    /// <summary>The lowest member that is told apart, or null where there is none.</summary>
    public int? First
    {
        get
        {
            for (var bit = Bit(LowestTracked); bit <= Bit(HighestTracked); bit++)
            {
                if (_bits[bit >> 6] == 0)
                    bit |= 63;
                else if ((_bits[bit >> 6] >> (bit & 63) & 1) != 0)
                    return bit - Offset;
            }

            return null;
        }
    }

    /// <summary>The only member, where there is exactly one that is told apart; else null.</summary>
    public int? Sole => First is { } first && HighestBit() == Bit(first) && (_bits[0] & 1) == 0 ? first : null;

    /// <summary>The members that are told apart, where there are some and they follow one another without a gap; else null.</summary>
    public (int First, int Last)? SoleRange =>
        First is { } first && HighestBit() - Offset is var last && Range(first, last).IsSubsetOf(this) ? (first, last) : null;

    /// <summary>The members from <see cref="LowestTracked"/> to <see cref="HighestTracked"/>, ascending.</summary>
    public IEnumerable<int> Codes
    {
        get
        {
            for (var bit = Bit(LowestTracked); bit <= Bit(HighestTracked); bit++)
            {
                if (_bits[bit >> 6] == 0)
                    bit |= 63;
                else if ((_bits[bit >> 6] >> (bit & 63) & 1) != 0)
                    yield return bit - Offset;
            }
        }
    }

    public static ReplyCodeSet Of(params int[] codes)
    {
        Span<ulong> bits = stackalloc ulong[Words];
        foreach (var code in codes)
            Add(bits, code);
        return Known(bits);
    }

    /// <summary>The values from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public static ReplyCodeSet Range(int first, int last)
    {
        if (first < LowestTracked || last > HighestTracked)
            return Where(code => code >= first && code <= last);
        Span<ulong> bits = stackalloc ulong[Words];
        for (var code = first; code <= last; code++)
            Add(bits, code);
        return Known(bits);
    }

    /// <summary>
    /// The members of each of <paramref name="classes"/> classes, where the one of code <paramref name="first"/> + i is
    /// <paramref name="classOf"/>[i].
    /// </summary>
    public static ReplyCodeSet[] Partition(int first, ReadOnlySpan<short> classOf, int classes)
    {
        var bits = new ulong[classes * Words];
        for (var i = 0; i < classOf.Length; i++)
            Add(bits.AsSpan(classOf[i] * Words, Words), first + i);
        var sets = new ReplyCodeSet[classes];
        for (var i = 0; i < classes; i++)
            sets[i] = Known(bits.AsSpan(i * Words, Words));
        return sets;
    }

    public static ReplyCodeSet OfClass(ReplyClass replyClass) => Range((int)replyClass * 100, (int)replyClass * 100 + 99);

    /// <summary>
    /// The values that satisfy <paramref name="condition"/>. Values that are not told apart count as satisfying it
    /// where one of their representatives (far below, far above) does.
    /// </summary>
    public static ReplyCodeSet Where(Func<int, bool> condition)
    {
        Span<ulong> bits = stackalloc ulong[Words];
        for (var code = LowestTracked; code <= HighestTracked; code++)
        {
            if (condition(code))
                Add(bits, code);
        }

        if (condition(int.MinValue) || condition(int.MaxValue) || condition(LowestTracked - 1) || condition(HighestTracked + 1))
            bits[0] |= 1;
        if (condition(Absent))
            Add(bits, Absent);
        return Known(bits);
    }

    public static ReplyCodeSet operator |(ReplyCodeSet left, ReplyCodeSet right) => Combine(left, right, static (a, b) => a | b);

    public static ReplyCodeSet operator &(ReplyCodeSet left, ReplyCodeSet right) => Combine(left, right, static (a, b) => a & b);

    public static ReplyCodeSet operator -(ReplyCodeSet left, ReplyCodeSet right) => Combine(left, right, static (a, b) => a & ~b);

    public static ReplyCodeSet operator ~(ReplyCodeSet set) => Combine(set, set, static (a, _) => ~a);

    public bool Contains(int code)
    {
        var bit = Bit(code);
        return (_bits[bit >> 6] >> (bit & 63) & 1) != 0;
    }

    public bool Overlaps(ReplyCodeSet other)
    {
        for (var i = 0; i < Words; i++)
        {
            if ((_bits[i] & other._bits[i]) != 0)
                return true;
        }

        return false;
    }

    public bool IsSubsetOf(ReplyCodeSet other)
    {
        for (var i = 0; i < Words; i++)
        {
            if ((_bits[i] & ~other._bits[i]) != 0)
                return false;
        }

        return true;
    }

    public bool Equals(ReplyCodeSet? other) =>
        other is not null && (ReferenceEquals(this, other) || _bits.AsSpan().SequenceEqual(other._bits));

    public override bool Equals(object? obj) => Equals(obj as ReplyCodeSet);

    public override int GetHashCode() => Hash(_bits);

    /// <summary>The members as ranges, for instance "421, 450-452"; "…" stands for the values that are not told apart.</summary>
    public override string ToString()
    {
        var parts = Ranges().Select(range => range.First == range.Last ? $"{range.First}" : $"{range.First}-{range.Last}").ToList();
        if ((_bits[0] & 1) != 0)
            parts.Add("…");
        return string.Join(", ", parts);
    }

    /// <summary>The members that are told apart as maximal runs, ascending.</summary>
    public ImmutableArray<(int First, int Last)> Ranges()
    {
        var ranges = ImmutableArray.CreateBuilder<(int First, int Last)>();
        foreach (var code in Codes)
        {
            if (ranges.Count > 0 && ranges[ranges.Count - 1].Last == code - 1)
                ranges[ranges.Count - 1] = (ranges[ranges.Count - 1].First, code);
            else
                ranges.Add((code, code));
        }

        return ranges.ToImmutable();
    }

    private static ReplyCodeSet Known(ReadOnlySpan<ulong> bits)
    {
        var slot = Hash(bits) % Recent.Length;
        if (Recent[slot] is { } last && bits.SequenceEqual(last._bits))
            return last;
        if (Recent[slot ^ 1] is { } earlier && bits.SequenceEqual(earlier._bits))
            return earlier;
        Recent[slot ^ 1] = Recent[slot];
        return Recent[slot] = new ReplyCodeSet(bits.ToArray());
    }

    // Of a set and its complement, too, the hashes differ.
    private static int Hash(ReadOnlySpan<ulong> bits)
    {
        var hash = 0UL;
        foreach (var word in bits)
            hash = unchecked((hash ^ word) * 0x9E3779B97F4A7C15);
        return (int)(hash >> 33);
    }

    // Most combinations are one of the sets again: what flows through a body seldom changes.
    private static ReplyCodeSet Combine(ReplyCodeSet left, ReplyCodeSet right, Func<ulong, ulong, ulong> combine)
    {
        Span<ulong> bits = stackalloc ulong[Words];
        for (var i = 0; i < Words; i++)
            bits[i] = combine(left._bits[i], right._bits[i]);
        return bits.SequenceEqual(left._bits) ? left
            : bits.SequenceEqual(right._bits) ? right
            : bits.SequenceEqual(Empty._bits) ? Empty
            : Known(bits);
    }

    // Of the values that are told apart; -1 where there is none.
    private int HighestBit()
    {
        for (var bit = Bit(HighestTracked); bit >= Bit(LowestTracked); bit--)
        {
            if (_bits[bit >> 6] == 0)
                bit &= ~63;
            else if ((_bits[bit >> 6] >> (bit & 63) & 1) != 0)
                return bit;
        }

        return -1;
    }

    private static int Bit(int code) => code is >= LowestTracked and <= HighestTracked ? code + Offset : code == Absent ? LastBit : 0;

    private static void Add(Span<ulong> bits, int code)
    {
        var bit = Bit(code);
        bits[bit >> 6] |= 1UL << (bit & 63);
    }
}
