using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Rules;

/// <summary>
/// Where to report a list of codes: on the pattern, the chain of comparisons or the collection that holds them all, else on the first.
/// </summary>
internal static class ListLocation
{
    public static Location Of(IEnumerable<SyntaxNode> codes)
    {
        var ordered = codes.Distinct().OrderBy(static node => node.SpanStart).ToList();
        var first = ordered[0];
        return (first.Ancestors().FirstOrDefault(node => ordered.All(code => node.Span.Contains(code.Span))) switch
        {
            BinaryPatternSyntax list => Whole(list),
            BinaryExpressionSyntax list when ordered.Count > 1 => Whole(list),
            InitializerExpressionSyntax { Parent: ExpressionSyntax creation } when ordered.Count > 1 => creation,
            InitializerExpressionSyntax list when ordered.Count > 1 => list,
            CollectionExpressionSyntax list when ordered.Count > 1 => list,
            ArgumentListSyntax { Parent: InvocationExpressionSyntax creation } when ordered.Count > 1 => creation,
            _ => first,
        }).GetLocation();
    }

    private static SyntaxNode Whole(SyntaxNode list)
    {
        while (list.Parent is { } outer && outer.IsKind(list.Kind()))
            list = outer;
        return list;
    }
}
