using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>The list of a finding: a field, a property, a local or an expression that is searched for reply codes.</summary>
internal sealed class ListOfCodes
{
    private readonly FixContext _context;
    private readonly ISymbol? _symbol;
    private readonly ExpressionSyntax? _inPlace;
    private readonly List<InvocationExpressionSyntax> _lookUps = [];

    private ListOfCodes(FixContext context, ISymbol? symbol, ExpressionSyntax? inPlace) =>
        (_context, _symbol, _inPlace) = (context, symbol, inPlace);

    /// <summary>The codes in it.</summary>
    public ReplyCodeSet Codes { get; private set; } = ReplyCodeSet.Empty;

    /// <summary>Where it is searched.</summary>
    public IReadOnlyList<InvocationExpressionSyntax> LookUps => _lookUps;

    /// <summary>Whether it is, or may be, used for more than look-ups.</summary>
    public bool IsUsedElsewhere { get; private set; }

    /// <summary>What declares the list and nothing else; null where it stands in another file, or in the expression that searches
    /// it.</summary>
    public SyntaxNode? Declaration { get; private set; }

    /// <summary>The list that a finding stands on or in; null where it is about no list, or not all of it can be seen.</summary>
    public static ListOfCodes? Of(ReplyFixContext context)
    {
        if (context.Finding.Kind != MatchKind.Element)
            return null;
        var list = OfLookUp(context) ?? OfDeclaration(context);
        if (list?.Elements() is not { } elements || elements.Any(static element => element.Code is not long || element.Value is not null))
            return null;
        list.Codes = ReplyCodeSet.Of(elements.Select(static element =>
            (int)Math.Max(Math.Min((long)element.Code, int.MaxValue), int.MinValue)).ToArray());
        return list;
    }

    /// <summary>The codes in <paramref name="list"/>, an expression; null where it is another list.</summary>
    public ReplyCodeSet? ElementsOf(ExpressionSyntax list) =>
        list == _inPlace || (_symbol is not null
            && SymbolEqualityComparer.Default.Equals(_context.Model.GetSymbolInfo(list).Symbol, _symbol)) ? Codes : null;

    // Searched where it is made, or declared in another file.
    private static ListOfCodes? OfLookUp(FixContext context)
    {
        if (context.Node.AncestorsAndSelf().TakeWhile(static node =>
            node is not StatementSyntax).FirstOrDefault(IsLookUp) is not InvocationExpressionSyntax call
            || ((MemberAccessExpressionSyntax)call.Expression).Expression is not { } searched)
        {
            return null;
        }

        var list = call == context.Node ? new ListOfCodes(context, context.Model.GetSymbolInfo(searched).Symbol, inPlace: null)
            : searched.Span.Contains(context.Node.Span) ? new ListOfCodes(context, symbol: null, searched)
            : null;
        list?._lookUps.Add(call);
        return list;
    }

    private static ListOfCodes? OfDeclaration(FixContext context)
    {
        var declared = context.Node.Ancestors().FirstOrDefault(static node =>
            node is VariableDeclaratorSyntax or PropertyDeclarationSyntax or StatementSyntax);
        if (declared is null or StatementSyntax || context.Model.GetDeclaredSymbol(declared) is not { } symbol)
            return null;
        var list = new ListOfCodes(context, symbol, inPlace: null)
        {
            Declaration = declared is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } variable }
                ? variable.Parent : declared,
        };
        list.FindUses(declared.FirstAncestorOrSelf<MemberDeclarationSyntax>());
        return list;
    }

    private void FindUses(MemberDeclarationSyntax? member)
    {
        var isLocal = _symbol is ILocalSymbol;
        IsUsedElsewhere = !isLocal && (_symbol!.DeclaredAccessibility != Accessibility.Private || IsNamedInAnotherFile());
        var scope = isLocal ? member is GlobalStatementSyntax ? [_context.Root] : [member!] : _context.Reading.Scope;
        foreach (var token in scope.SelectMany(static part => part.DescendantTokens()))
        {
            if (token.ValueText != _symbol!.Name || token.Parent is not IdentifierNameSyntax name
                || !SymbolEqualityComparer.Default.Equals(_context.Model.GetSymbolInfo(name).Symbol, _symbol))
            {
                continue;
            }

            SyntaxNode use = name;
            while (use.Parent is MemberAccessExpressionSyntax access && access.Name == use)
                use = access;
            if (use.Parent?.Parent is InvocationExpressionSyntax call && IsLookUp(call)
                && use.Parent is MemberAccessExpressionSyntax { Expression: var searched } && searched == use)
                _lookUps.Add(call);
            else
                IsUsedElsewhere = true;
        }
    }

    private bool IsNamedInAnotherFile() => _symbol!.ContainingType.DeclaringSyntaxReferences.Any(part =>
        part.SyntaxTree != _context.Root.SyntaxTree && part.SyntaxTree.GetText().ToString(part.Span).Contains(_symbol.Name));

    private static bool IsLookUp(SyntaxNode node) => node is InvocationExpressionSyntax
    {
        Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Contains" },
        ArgumentList.Arguments.Count: 1,
    };

    private IReadOnlyList<ListElement>? Elements() => _inPlace is not null ? Elements(_inPlace) : Elements(_symbol);

    private IReadOnlyList<ListElement>? Elements(ExpressionSyntax expression)
    {
        var model = expression.SyntaxTree == _context.Root.SyntaxTree ? _context.Model
            : _context.Model.Compilation.GetSemanticModel(expression.SyntaxTree);
        return new ListSyntax(
            constant => ListSyntax.Normalized(model.GetConstantValue(constant is CastExpressionSyntax cast ? cast.Expression
                : constant).Value),
            other => Elements(model.GetSymbolInfo(other).Symbol)).Elements(expression);
    }

    private IReadOnlyList<ListElement>? Elements(ISymbol? symbol) => symbol?.DeclaringSyntaxReferences is not [var reference] ? null
        : reference.GetSyntax() switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var value } => Elements(value),
            PropertyDeclarationSyntax { Initializer.Value: var value } => Elements(value),
            PropertyDeclarationSyntax { ExpressionBody.Expression: var value } => Elements(value),
            _ => null,
        };
}
