using System.Collections.Immutable;
using CsCheck;

namespace SmtpAnalyzers.Tests.Oracle;

/// <summary>Random programs: the rows of the grammar, put into each other's holes.</summary>
internal static class Programs
{
    private const int Depth = 5;

    private static readonly ILookup<string, Shape> ByKind = Grammar.Shapes.ToLookup(shape => shape.Kind);

    private static readonly Dictionary<(string Kind, int Depth), Gen<Piece>> Made = [];

    /// <summary>Any program.</summary>
    public static readonly Gen<Piece> Any = OfKind("program", Depth);

    /// <summary>Small programs in which <paramref name="shape"/> occurs.</summary>
    public static Gen<Piece> With(Shape shape) => Around(shape, OfShape(shape, 2));

    private static Gen<Piece> Around(Shape shape, Gen<Piece> piece)
    {
        if (shape.Kind == "program")
            return piece;
        var parent = Grammar.Shapes.First(parent => parent.Kind != shape.Kind && parent.Inexact is null && parent.Holes.Any(hole => Holds(hole, shape)));
        var at = parent.Holes.ToList().FindIndex(hole => Holds(hole, shape));
        var parts = Parts([.. parent.Holes.Select((hole, i) => i != at ? OfKind(hole.Kind, 0)
            : hole.Kind == "block" ? Gen.Select(piece, Read, static (one, hit) => new Piece("block", null, 0, [one, hit])) : piece)]);
        return Around(parent, parts.Select(some => new Piece(parent.Kind, parent, 0, some)));

        static bool Holds(Shape.Hole hole, Shape shape) => hole.Kind == shape.Kind || (hole.Kind == "block" && shape.Kind == "statement");
    }

    private static Gen<Piece> Read => OfShape(Grammar.Shapes.First(static shape => shape.Name == "bool read"), 0);

    private static Gen<Piece> OfKind(string kind, int depth)
    {
        if (!Made.TryGetValue((kind, depth), out var made))
            Made[(kind, depth)] = made = Make(kind, depth);
        return made;
    }

    private static Gen<Piece> Make(string kind, int depth)
    {
        if (kind == "block")
            return OfKind("statement", depth).Array[1, depth > 2 ? 3 : 2].Select(static statements => new Piece("block", null, 0, [.. statements]));
        if (!ByKind.Contains(kind))
            return Gen.Int[0, 999].Select(pick => new Piece(kind, null, pick, []));
        var shapes = ByKind[kind].Where(shape => depth > 0 || !shape.Holes.Any(hole => IsDeep(hole.Kind))).ToList();
        return Gen.Frequency([.. (shapes.Count > 0 ? shapes : ByKind[kind]).Select(shape => (shape.Weight, OfShape(shape, depth)))]);
    }

    private static Gen<Piece> OfShape(Shape shape, int depth) =>
        Parts([.. shape.Holes.Select(hole => OfKind(hole.Kind, Math.Max(0, IsDeep(hole.Kind) ? depth - 1 : depth)))])
            .Select(parts => new Piece(shape.Kind, shape, 0, parts));

    private static Gen<ImmutableArray<Piece>> Parts(Gen<Piece>[] parts) => parts.Aggregate(
        Gen.Const(ImmutableArray<Piece>.Empty), static (some, next) => Gen.Select(some, next, static (some, next) => some.Add(next)));

    // What can hold something of its own kind.
    private static bool IsDeep(string kind) => kind == "block" || ByKind[kind].Any(static shape => shape.Holes.Any(hole => hole.Kind == shape.Kind || hole.Kind is "block" or "condition"));
}
