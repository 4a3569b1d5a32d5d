using System.Collections.Immutable;
using System.Runtime.Loader;
using MailKit.Net.Smtp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Options;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Tests.Oracle;

/// <summary>
/// Programs compiled together against the real MailKit, run with every code, and compared with what the engine says of them.
/// </summary>
internal sealed class Batch
{
    /// <summary>The codes that every program is run with.</summary>
    public static readonly int[] Codes = [-1, 0, 199, .. Enumerable.Range(200, 400), 600, 1000];

    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp12);
    private static readonly SyntaxTree Support = Parse(Grammar.Support);

    private readonly List<Entry> _entries = [];
    private readonly List<List<SortedSet<int>>> _ran;
    private CSharpCompilation _compilation;

    public Batch(IEnumerable<Piece> programs)
    {
        var printer = new Printer();
        foreach (var program in programs)
        {
            var (first, members) = (printer.Hits, printer.Print(program));
            _entries.Add(new(program, Parse($"public static class P{_entries.Count}\n{{\n{members}\n}}"), first, printer.Hits));
        }

        _compilation = CSharpCompilation.Create(
            "Programs", _entries.Select(entry => entry.Tree).Append(Support), References.OfThisProcess,
            // Not optimized: the optimizing compiler of .NET 10 crashes on some of these graphs (a null pointer in libclrjit's order of
            // blocks).
            new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, optimizationLevel: OptimizationLevel.Debug));
        using var assembly = Emit();
        // It stays loaded: a run makes some fifty small assemblies.
        var loaded = new AssemblyLoadContext("Programs").LoadFromStream(assembly);
        var hits = (bool[])loaded.GetType("Oracle")!.GetField("Hits")!.GetValue(null)!;
        _ran = [.. _entries.Select(entry => Run(loaded.GetType(entry.Name)!, entry, hits))];
    }

    /// <summary>The number of programs that compile.</summary>
    public int Count => _entries.Count;

    /// <summary>What became of each program that compiles; those that do not are left out.</summary>
    public static IReadOnlyList<Verdict> Judge(IEnumerable<Piece> programs) =>
        new Batch(programs) is var batch ? [.. Enumerable.Range(0, batch.Count).Select(batch.Judge)] : [];

    /// <summary>What the engine says of a program, compared with how it ran.</summary>
    public Verdict Judge(int program) => Compare(_entries[program], _ran[program]);

    // A random pattern may match nothing, or a case be taken by an earlier one: that is an error to the compiler, and the program is
    // dropped.
    private MemoryStream Emit()
    {
        while (true)
        {
            var stream = new MemoryStream();
            var emitted = _compilation.Emit(stream);
            if (emitted.Success)
            {
                stream.Position = 0;
                return stream;
            }

            var wrong = emitted.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .Select(static diagnostic => diagnostic.Location.SourceTree).ToHashSet();
            Assert.True(_entries.RemoveAll(entry => wrong.Contains(entry.Tree)) > 0, string.Join("\n", emitted.Diagnostics));
            _compilation = _compilation.RemoveSyntaxTrees(wrong!);
        }
    }

    /// <summary>By hit of the program: the codes with which it was made.</summary>
    private static List<SortedSet<int>> Run(Type type, Entry entry, bool[] hits)
    {
        var method = type.GetMethod("Run")!;
        Action<SmtpStatusCode> run = method.ReturnType == typeof(bool)
            ? Ignoring(method.CreateDelegate<Func<SmtpStatusCode, bool>>()) : method.CreateDelegate<Action<SmtpStatusCode>>();
        var made = Enumerable.Range(0, entry.LastHit - entry.FirstHit).Select(static _ => new SortedSet<int>()).ToList();
        foreach (var code in entry.Codes)
        {
            Array.Clear(hits, entry.FirstHit, made.Count);
            try
            {
                run((SmtpStatusCode)code);
            }
            catch (Exception exception)
                when (exception is SmtpCommandException or InvalidOperationException or IOException or OverflowException
                    or KeyNotFoundException)
            {
                // It let its exception go, or threw one of its own.
            }

            for (var i = 0; i < made.Count; i++)
            {
                if (hits[entry.FirstHit + i])
                    made[i].Add(code);
            }
        }

        return made;

        static Action<SmtpStatusCode> Ignoring(Func<SmtpStatusCode, bool> run) => code => run(code);
    }

    private Verdict Compare(Entry entry, List<SortedSet<int>> ran)
    {
        var claims = new List<Claim>();
        var model = _compilation.GetSemanticModel(entry.Tree);
        var mail = MailSymbols.Of(_compilation)!;
        foreach (var body in BodyReader.In(entry.Tree.GetRoot(), model, mail, MailOptions.Default, new ValueTracker(model, default),
            default))
        {
            var places = body.Replies().Keys.Where(place => !IsAnother(place, body)).ToList();
            claims.AddRange(places.Count == 0 && Mentions(body)
                ? Hits(body).Select(static hit => new Claim(hit, ReplyCodeSet.All, false)) : places.SelectMany(place => Claims(body,
                    place)));
        }

        var missing = new List<string>();
        var surplus = new List<string>();
        for (var i = 0; i < ran.Count; i++)
        {
            var hit = entry.FirstHit + i;
            var ofHit = claims.Where(claim => claim.Hit == hit).ToList();
            var missed = ran[i].Where(code => ofHit.Any(claim => !claim.Allows(code))).ToList();
            if (missed.Count > 0)
                missing.Add($"Hit({hit}) lacks {ReplyCodeSet.Of([.. missed])}");
            // A function that does not look at the reply code has nothing to say of it.
            var idle = ofHit.Count == 0 || ofHit.Any(static claim => claim.IsBeforeReply)
                ? [] : entry.Codes.Where(code => ofHit.All(claim => claim.Codes.Contains(code))).Except(ran[i]).ToList();
            if (idle.Count > 0)
                surplus.Add($"Hit({hit}) has {ReplyCodeSet.Of([.. idle])}, which never come there");
        }

        return new(entry.Program, entry.Tree.ToString(), missing, surplus);
    }

    // A variable that has now one value, now another, is not the code that the program is run with.
    private static bool IsAnother(AccessPath place, FunctionBody body) => place.Root.Identity switch
    {
        CaptureId => true,
        ILocalSymbol local =>
            body.Writes.Writes(local) is not [{ } value]
                || value.DescendantsAndSelf().Any(operation => body.Writes.Unwrap(operation) is IFlowCaptureReferenceOperation),
        _ => false,
    };

    private static IEnumerable<Claim> Claims(FunctionBody body, AccessPath place)
    {
        var tests = new ConditionBuilder(place, body);
        var reach = ReachAnalysis.Run(body, place, tests, default);
        var isCaught = place.Root.Identity is ControlFlowRegion;
        return
            from block in body.Graph.Blocks
            from step in reach.Steps(block)
            from call in step.Step.DescendantsAndSelf().OfType<IInvocationOperation>()
            where call.TargetMethod.Name == "Hit"
            let hit = (int)call.Arguments[0].Value.Constant()!.Value
            group step.State.Codes by hit into codes
            select new Claim(codes.Key, codes.Aggregate(static (union, next) => union | next), isCaught);
    }

    private static IEnumerable<int> Hits(FunctionBody body) =>
        from block in body.Graph.Blocks
        from call in block.AllOperations().OfType<IInvocationOperation>()
        where call.TargetMethod.Name == "Hit"
        select (int)call.Arguments[0].Value.Constant()!.Value;

    private static bool Mentions(FunctionBody body) => body.Graph.OriginalOperation.Syntax.ChildNodes()
        .Where(static node => node is not Microsoft.CodeAnalysis.CSharp.Syntax.ParameterListSyntax)
        .SelectMany(static node => node.DescendantTokens())
        .Any(static token => token.ValueText is "code" or "Code" or "StatusCode");

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(Grammar.Usings + text, Options);

    private sealed record Entry(Piece Program, SyntaxTree Tree, int FirstHit, int LastHit)
    {
        /// <summary>The codes it is run with; where it makes null of none, that too.</summary>
        public IEnumerable<int> Codes { get; } = Program.Shape!.Text.Contains("OrNull(", StringComparison.Ordinal)
            ? [.. Batch.Codes, ReplyCodeSet.Absent] : Batch.Codes;

        public string Name { get; } = Tree.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.ClassDeclarationSyntax>()
            .First().Identifier.Text;
    }

    /// <summary>What the engine says of one hit and one place of the reply code.</summary>
    private sealed record Claim(int Hit, ReplyCodeSet Codes, bool IsCaught)
    {
        // Before an exception is caught it has no reply code, and the run may be there whatever the code will be.
        public bool Allows(int code) => Codes.Contains(code) || (IsCaught && Codes.Overlaps(ReplyCodeSet.NoReply));

        public bool IsBeforeReply => IsCaught && Codes.IsSubsetOf(ReplyCodeSet.NoReply);
    }
}

/// <summary>What the run of a program shows of the engine.</summary>
/// <param name="Missing">The hits that were made with codes that the engine rules out.</param>
/// <param name="Surplus">The hits for which the engine lets codes through that never come there.</param>
internal sealed record Verdict(Piece Program, string Source, IReadOnlyList<string> Missing, IReadOnlyList<string> Surplus)
{
    /// <summary>Whether the engine has nothing to excuse it for letting too many codes through.</summary>
    public bool MustBeExact => Program.All().All(static piece => piece.Shape?.Inexact is null);

    public bool IsSound => Missing.Count == 0;

    public bool IsExact => Surplus.Count == 0;

    public bool IsRight => IsSound && (IsExact || !MustBeExact);

    public override string ToString() => string.Join("\n", Missing.Concat(MustBeExact ? Surplus : [])) + "\n" + Source;
}
