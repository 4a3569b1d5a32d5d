using System.Collections.Immutable;
using CsCheck;

namespace SmtpAnalyzers.Tests.Oracle;

/// <summary>
/// Makes random programs: the rows of a grammar, put into each other's holes. Words and kinds that the grammar lacks are left to the
/// printer.
/// </summary>
internal sealed class Generator(ImmutableArray<Shape> shapes)
{
    private readonly ILookup<string, Shape> _byKind = shapes.ToLookup(static shape => shape.Kind);

    private readonly Dictionary<(string Kind, int Depth), Gen<Piece>> _made = [];

    /// <summary>Programs of any shape.</summary>
    /// <param name="depth">How often a part can hold another of its kind.</param>
    public Gen<Piece> Programs(int depth) => OfKind("program", depth);

    /// <summary>Small programs in which <paramref name="shape"/> occurs.</summary>
    public Gen<Piece> With(Shape shape) => Around(shape, OfShape(shape, 2));

    private Gen<Piece> Around(Shape shape, Gen<Piece> piece)
    {
        if (shape.Kind == "program")
            return piece;
        var parent = shapes.First(parent => parent.Kind != shape.Kind && parent.Inexact is null
            && parent.Holes.Any(hole => Holds(hole, shape)));
        var at = parent.Holes.ToList().FindIndex(hole => Holds(hole, shape));
        var parts = Parts([.. parent.Holes.Select((hole, i) => i != at ? OfKind(hole.Kind, 0)
            : hole.Kind == "block" ? Gen.Select(piece, Read, static (one, hit) => new Piece("block", null, 0, [one, hit])) : piece)]);
        return Around(parent, parts.Select(some => new Piece(parent.Kind, parent, 0, some)));

        static bool Holds(Shape.Hole hole, Shape shape) => hole.Kind == shape.Kind || (hole.Kind == "block" && shape.Kind == "statement");
    }

    private Gen<Piece> Read => OfShape(shapes.First(static shape => shape.Name == "bool read"), 0);

    private Gen<Piece> OfKind(string kind, int depth)
    {
        if (!_made.TryGetValue((kind, depth), out var made))
            _made[(kind, depth)] = made = Make(kind, depth);
        return made;
    }

    private Gen<Piece> Make(string kind, int depth)
    {
        if (kind == "block")
            return OfKind("statement", depth).Array[1, depth > 2 ? 3 : 2].Select(static statements => new Piece("block", null, 0,
                [.. statements]));
        if (!_byKind.Contains(kind))
            return Gen.Int[0, 999].Select(pick => new Piece(kind, null, pick, []));
        var shapes = _byKind[kind].Where(shape => depth > 0 || !shape.Holes.Any(hole => IsDeep(hole.Kind))).ToList();
        return Gen.Frequency([.. (shapes.Count > 0 ? shapes : _byKind[kind]).Select(shape => (shape.Weight, OfShape(shape, depth)))]);
    }

    private Gen<Piece> OfShape(Shape shape, int depth) =>
        Parts([.. shape.Holes.Select(hole => OfKind(hole.Kind, Math.Max(0, IsDeep(hole.Kind) ? depth - 1 : depth)))])
            .Select(parts => new Piece(shape.Kind, shape, 0, parts));

    private static Gen<ImmutableArray<Piece>> Parts(Gen<Piece>[] parts) => parts.Aggregate(
        Gen.Const(ImmutableArray<Piece>.Empty), static (some, next) => Gen.Select(some, next, static (some, next) => some.Add(next)));

    // What can hold something of its own kind.
    private bool IsDeep(string kind) =>
        kind == "block"
            || _byKind[kind].Any(static shape => shape.Holes.Any(hole => hole.Kind == shape.Kind || hole.Kind is "block" or "condition"));
}
