using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Says whether what a loop sends is another message each time round, or goes to another host. A message or a client that is made anew in the loop from
/// what stays the same is the same one.
/// </summary>
internal sealed class LoopVariation(StatementSyntax loop, SemanticModel? model)
{
    private const int Depth = 3;

    private static readonly string[] Makers = ["Create", "Build", "Make", "Compose", "Prepare", "Render", "Generate", "New", "To"];

    /// <summary>Whether the arguments of <paramref name="send"/>, a call in the loop, or the client it is called on vary.</summary>
    public bool IsIn(SyntaxNode send)
    {
        if (model is null)
            return true;
        var deciding = loop.DescendantNodes().Where(IsOfClient).Concat(send.ChildNodes().OfType<ArgumentListSyntax>()).ToList();
        if (!MayWriteAny(Names(deciding)))
            return IsLoopVariable(send);
        if (model.AnalyzeDataFlow(loop) is not { Succeeded: true } flow)
            return true;
        var varying = new HashSet<ISymbol>(flow.WrittenInside.Concat(flow.VariablesDeclared), SymbolEqualityComparer.Default);
        return deciding.Any(node => Varies(node, varying, Depth)) || IsLoopVariable(send);
    }

    private static HashSet<string> Names(IEnumerable<SyntaxNode> nodes) =>
        new(nodes.SelectMany(static node => node.DescendantNodesAndSelf()).OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText));

    // The syntax tells of most loops that they write none of these names, without the cost of a data flow analysis.
    private bool MayWriteAny(HashSet<string> names) => loop.DescendantNodesAndSelf().Any(node => node switch
    {
        VariableDeclaratorSyntax declared => names.Contains(declared.Identifier.ValueText),
        SingleVariableDesignationSyntax declared => names.Contains(declared.Identifier.ValueText),
        ParameterSyntax declared => names.Contains(declared.Identifier.ValueText),
        CatchDeclarationSyntax declared => names.Contains(declared.Identifier.ValueText),
        ForEachStatementSyntax each => names.Contains(each.Identifier.ValueText),
        AssignmentExpressionSyntax assignment => names.Overlaps(Names([assignment.Left])),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } or PostfixUnaryExpressionSyntax =>
            names.Overlaps(Names([node])),
        ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None } argument => names.Overlaps(Names([argument])),
        // A local function or a delegate may write what it has captured.
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax } => true,
        _ => false,
    });

    private bool Varies(SyntaxNode node, HashSet<ISymbol> varying, int depth) =>
        node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name =>
            model!.GetSymbolInfo(name).Symbol is { } symbol && varying.Contains(symbol) && (depth == 0 || Varies(symbol, varying, depth)));

    private bool Varies(ISymbol symbol, HashSet<ISymbol> varying, int depth)
    {
        if (symbol.DeclaringSyntaxReferences is not [var reference]
            || reference.GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: { } value, Parent.Parent: not ForStatementSyntax }
            || !IsMadeHere(value))
        {
            return true;
        }

        // What is made here, and what is done to it.
        return Varies(value, varying, depth - 1) || loop.DescendantNodes().OfType<ExpressionStatementSyntax>()
            .Where(statement => Root(statement.Expression) is { } root && SymbolEqualityComparer.Default.Equals(model!.GetSymbolInfo(root).Symbol, symbol))
            .Any(statement => Others(statement, symbol).Any(other => varying.Contains(other) && Varies(other, varying, depth - 1)));
    }

    private IEnumerable<ISymbol> Others(SyntaxNode node, ISymbol than) => node.DescendantNodes().OfType<IdentifierNameSyntax>()
        .Select(name => model!.GetSymbolInfo(name).Symbol)
        .OfType<ISymbol>()
        .Where(symbol => !SymbolEqualityComparer.Default.Equals(symbol, than));

    private static bool IsMadeHere(ExpressionSyntax value) => value switch
    {
        AwaitExpressionSyntax awaited => IsMadeHere(awaited.Expression),
        BaseObjectCreationExpressionSyntax => true,
        InvocationExpressionSyntax call => CallSyntax.MethodName(call) is { } name && Makers.Any(maker => name.StartsWith(maker, StringComparison.Ordinal)),
        _ => false,
    };

    // Where a client comes from, and where it is connected to.
    private bool IsOfClient(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call when CallSyntax.MethodName(call) is "Connect" or "ConnectAsync" => true,
        InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or AwaitExpressionSyntax or ElementAccessExpressionSyntax =>
            model!.GetTypeInfo(node).Type?.Name is { } type
            && (type.IndexOf("Client", StringComparison.Ordinal) >= 0 || type.IndexOf("Transport", StringComparison.Ordinal) >= 0),
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Host" or "Port" } } => true,
        _ => false,
    };

    private bool IsLoopVariable(SyntaxNode send) =>
        loop is ForEachStatementSyntax each
        && send is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } }
        && receiver.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == each.Identifier.ValueText);

    private static IdentifierNameSyntax? Root(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name,
        MemberAccessExpressionSyntax member => Root(member.Expression),
        InvocationExpressionSyntax call => Root(call.Expression),
        AssignmentExpressionSyntax assignment => Root(assignment.Left),
        ElementAccessExpressionSyntax element => Root(element.Expression),
        _ => null,
    };
}
