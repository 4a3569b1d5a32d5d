using System.Collections.Immutable;
using CsCheck;

namespace SmtpAnalyzers.Tests.Oracle;

/// <summary>
/// The engine against the truth: random programs are run with every code, and what they do is compared with the sets of codes that the
/// engine computes. No code may be missing from a set; in programs without anything that the engine does not follow, none may be too many.
/// </summary>
public sealed class ReachOracleTests
{
    private const int Batches = 45, ProgramsPerBatch = 60, Depth = 5;

    private static readonly Generator Generator = new(Grammar.Shapes);

    /// <summary>The programs of one batch.</summary>
    internal static Gen<Piece[]> Programs => Generator.Programs(Depth).Array[ProgramsPerBatch];

    /// <summary>The programs of a run.</summary>
    internal static IEnumerable<Piece[]> All => Exploration.Seeds(Batches).Select(static seed => Exploration.Value(Programs, seed));

    [Fact]
    public void No_code_is_missing_and_none_too_many()
    {
        var judged = 0;
        Exploration.Check(Programs, Batches, programs =>
        {
            var verdicts = Batch.Judge(programs);
            judged += verdicts.Count;
            return verdicts.FirstOrDefault(static verdict => !verdict.IsRight) is { } wrong ? Shrunk(wrong).ToString() : null;
        });
        Assert.InRange(judged, 2000, int.MaxValue);
    }

    public static readonly TheoryData<string> Shapes = new(Grammar.Shapes.Select(static shape => shape.ToString()));

    /// <summary>Each row of the grammar by itself: that a row is said not to be exact has to be true.</summary>
    [Theory]
    [MemberData(nameof(Shapes))]
    public void Shape_is_as_exact_as_the_grammar_says(string name)
    {
        var shape = Grammar.Shapes.First(shape => shape.ToString() == name);
        var verdicts = Judged(shape);

        Assert.True(verdicts.Count >= 2, $"Only {verdicts.Count} of {ProgramsPerShape} programs compile.");
        Assert.All(verdicts, static verdict => Assert.True(verdict.IsRight, verdict.ToString()));
        if (shape.Inexact is not null)
            Assert.False(verdicts.All(static verdict => verdict.IsExact), "It is exact by now.");
    }

    // Shapes are judged together, since a batch of many programs takes little longer than one of few.
    private const int ShapesPerBatch = 12, ProgramsPerShape = 12;

    private static readonly ImmutableArray<Lazy<ILookup<Shape, Verdict>>> Judgements =
        [.. Grammar.Shapes.Chunk(ShapesPerBatch).Select(static shapes => new Lazy<ILookup<Shape, Verdict>>(() => Judge(shapes)))];

    private static IReadOnlyList<Verdict> Judged(Shape shape) =>
        [.. Judgements[Grammar.Shapes.IndexOf(shape) / ShapesPerBatch].Value[shape]];

    private static ILookup<Shape, Verdict> Judge(Shape[] shapes)
    {
        var shapeOf = new Dictionary<Piece, Shape>(ReferenceEqualityComparer.Instance);
        foreach (var shape in shapes)
        {
            var (random, generated) = (new PCG(1, 1), Generator.With(shape));
            for (var i = 0; i < ProgramsPerShape; i++)
                shapeOf.Add(generated.Generate(random, null, out _), shape);
        }

        return Batch.Judge(shapeOf.Keys).ToLookup(verdict => shapeOf[verdict.Program]);
    }

    // The smallest program that can be cut out of it in which the engine is wrong in the same way.
    private static Verdict Shrunk(Verdict wrong)
    {
        while (true)
        {
            var smaller = wrong.Program.Smaller().OrderBy(static program => program.Size).Chunk(100)
                .Select(programs => Batch.Judge(programs).FirstOrDefault(verdict => !verdict.IsRight && verdict.IsSound == wrong.IsSound))
                .FirstOrDefault(static verdict => verdict is not null);
            if (smaller is null || smaller.Program.Size >= wrong.Program.Size)
                return wrong;
            wrong = smaller;
        }
    }
}
