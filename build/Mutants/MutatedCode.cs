using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.MSBuild;
using Microsoft.CodeAnalysis.Text;

namespace SmtpAnalyzers.Mutants;

/// <summary>The analyzers with all changes in one assembly, each asleep until it is switched on.</summary>
internal sealed class MutatedCode
{
    private readonly Compilation _compilation;

    private MutatedCode(Compilation compilation, IReadOnlyList<Mutation> mutations) => (_compilation, Mutations) = (compilation, mutations);

    public IReadOnlyList<Mutation> Mutations { get; }

    /// <summary>Changes the files of the given folders of <paramref name="project"/>.</summary>
    public static async Task<MutatedCode> OfAsync(string project, IReadOnlyCollection<string> folders)
    {
        using var workspace = MSBuildWorkspace.Create(new Dictionary<string, string> { ["Configuration"] = "Release" });
        var loaded = await workspace.OpenProjectAsync(project);
        var compilation = await loaded.GetCompilationAsync() ?? throw new InvalidOperationException($"{project} can't be compiled.");
        compilation = compilation.WithOptions(compilation.Options
            .WithOptimizationLevel(OptimizationLevel.Release)
            .WithGeneralDiagnosticOption(ReportDiagnostic.Default)
            .WithSpecificDiagnosticOptions([]));
        compilation = compilation.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText(Switch.Source, (CSharpParseOptions)compilation.SyntaxTrees.First().Options));

        var (mutated, mutations) = (compilation, new List<Mutation>());
        foreach (var tree in compilation.SyntaxTrees.OrderBy(static tree => tree.FilePath, StringComparer.Ordinal))
        {
            var folder = Path.GetFileName(Path.GetDirectoryName(tree.FilePath)) ?? "";
            if (!folders.Contains(folder) || !tree.FilePath.StartsWith(Path.GetDirectoryName(project)!, StringComparison.Ordinal))
                continue;
            var first = mutations.Count + 1;
            var changes = ChangesIn(tree, compilation);
            mutations.AddRange(changes.Select((change, index) => Mutation.At(first + index, folder, change)));
            mutated = mutated.ReplaceSyntaxTree(tree, With(tree, changes.Select((change, index) => (change, first + index))));
        }

        return new(mutated, mutations);
    }

    /// <summary>Writes the assembly to <paramref name="path"/>.</summary>
    public void Write(string path)
    {
        using var stream = File.Create(path);
        var emitted = _compilation.Emit(stream);
        if (!emitted.Success)
            throw new InvalidOperationException(string.Join('\n',
                emitted.Diagnostics.Where(static found => found.Severity == DiagnosticSeverity.Error).Take(20)));
    }

    private static List<Change> ChangesIn(SyntaxTree tree, Compilation compilation)
    {
        var model = compilation.GetSemanticModel(tree);
        var changes = tree.GetRoot().DescendantNodes().Where(static node => !IsConstant(node)).SelectMany(node => AllChanges(node, model))
            .ToList();
        var accepted = new Change?[changes.Count];
        Parallel.For(0, changes.Count, index => accepted[index] = Accepted(changes[index], compilation));
        changes = [.. accepted.OfType<Change>()];

        // Two changes may leave a variable without a value that each alone does not: then the statements stay, and else the conditions.
        foreach (var isDropped in new Func<Change, bool>[] { static change => change.Node is StatementSyntax, static _ => true })
        {
            var all = With(tree, changes.Select(static change => (change, 1)));
            var members = ErrorsIn(all, compilation.ReplaceSyntaxTree(tree, all), tree.Length, new TextSpan(0, tree.Length))
                .Select(error => NameOf(all.GetRoot().FindNode(error.Location.SourceSpan))).ToHashSet(StringComparer.Ordinal);
            foreach (var member in members)
                Report.Step($"{Path.GetFileName(tree.FilePath)}: less is changed in {member}");
            changes.RemoveAll(change => members.Contains(NameOf(change.Node)) && isDropped(change));
        }

        return changes;
    }

    private static Change? Accepted(Change? change, Compilation compilation)
    {
        for (; change is { IsAtRisk: true }; change = change.Otherwise)
        {
            var tree = change.Node.SyntaxTree;
            var changed = With(tree, [(change, 1)]);
            if (!ErrorsIn(changed, compilation.ReplaceSyntaxTree(tree, changed), tree.Length, MemberOf(change.Node).Span).Any())
                break;
        }

        return change;
    }

    // The place is that in the unchanged tree, of the length that is given.
    private static IEnumerable<Diagnostic> ErrorsIn(SyntaxTree tree, Compilation compilation, int unchanged, TextSpan place) =>
        compilation.GetSemanticModel(tree).GetDiagnostics(TextSpan.FromBounds(place.Start, place.End + tree.Length - unchanged))
            .Where(static found => found.Severity == DiagnosticSeverity.Error);

    private static string NameOf(SyntaxNode node) => MemberOf(node).ToString().Split('(')[0];

    private static MemberDeclarationSyntax MemberOf(SyntaxNode node) =>
        node.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().First();

    private static IEnumerable<Change> AllChanges(SyntaxNode node, SemanticModel model) => StatementChanges.Of(node)
        .Concat(PatternChanges.Of(node, model))
        .Concat(node is ExpressionSyntax expression
            ? ConditionChanges.Of(expression, model).Concat(ValueChanges.Of(expression, model)) : []);

    // What the compiler must know cannot be switched.
    private static bool IsConstant(SyntaxNode node) => node.AncestorsAndSelf().Any(static outer => outer switch
    {
        PatternSyntax or AttributeSyntax or EnumMemberDeclarationSyntax or EqualsValueClauseSyntax { Parent: ParameterSyntax } => true,
        FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
        LocalDeclarationStatementSyntax local => local.IsConst,
        _ => outer.Parent is CaseSwitchLabelSyntax or GotoStatementSyntax,
    });

    private static SyntaxTree With(SyntaxTree tree, IEnumerable<(Change Change, int Id)> changes)
    {
        var byNode = changes.ToLookup(static change => change.Change.Node);
        var root = tree.GetRoot().ReplaceNodes(byNode.Select(static node => node.Key), (original, rewritten) =>
            byNode[original].Aggregate(rewritten, static (now, next) =>
                next.Change.Apply(now, $"{next.Id}").WithTriviaFrom(now)));
        // Read again, since a replacement may not be the tree that its text is.
        return CSharpSyntaxTree.ParseText(root.ToFullString(), (CSharpParseOptions)tree.Options, tree.FilePath, tree.Encoding);
    }
}
