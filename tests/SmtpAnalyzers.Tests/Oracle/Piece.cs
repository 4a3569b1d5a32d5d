using System.Collections.Immutable;

namespace SmtpAnalyzers.Tests.Oracle;

/// <summary>
/// A node of a random program. It names no variable: what it reads is chosen by number among what is in scope where it is printed, so that
/// any part of a program can be cut out and the rest still has a meaning.
/// </summary>
/// <param name="Kind">What it is: a kind of the grammar, a <c>block</c> of statements, or a word such as <c>member</c> or
/// <c>code</c>.</param>
/// <param name="Shape">How it is written; null for a block and for a word.</param>
/// <param name="Pick">Which of the words, or of the things in scope, it is.</param>
/// <param name="Parts">What stands in its holes, or in the block.</param>
internal sealed record Piece(string Kind, Shape? Shape, int Pick, ImmutableArray<Piece> Parts)
{
    public IEnumerable<Piece> All() => Parts.SelectMany(static part => part.All()).Prepend(this);

    /// <summary>How many nodes it has.</summary>
    public int Size => 1 + Parts.Sum(static part => part.Size);

    /// <summary>The program with one node replaced by something of the same kind in it, or with one statement less.</summary>
    public IEnumerable<Piece> Smaller()
    {
        foreach (var inner in Parts.SelectMany(static part => part.All()).Where(inner => inner.Kind == Kind && inner.Shape is not null))
            yield return inner;
        for (var i = 0; i < Parts.Length; i++)
        {
            if (Kind == "block")
                yield return this with { Parts = Parts.RemoveAt(i) };
            foreach (var smaller in Parts[i].Smaller())
                yield return this with { Parts = Parts.SetItem(i, smaller) };
        }
    }
}
