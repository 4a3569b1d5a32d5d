using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>An exception type that a finding stands on, where it is expected: caught, handled by a policy, or tested for.</summary>
internal sealed class ExpectedType(FixContext context)
{
    private readonly CatchClauseSyntax? _handler = (context.Node.Parent as CatchDeclarationSyntax)?.Parent as CatchClauseSyntax;

    // .Or<SmtpException>(..)
    private readonly InvocationExpressionSyntax? _link = context.Node.Parent is
        TypeArgumentListSyntax { Parent: GenericNameSyntax { Parent: MemberAccessExpressionSyntax access } }
            ? access.Parent as InvocationExpressionSyntax : null;

    /// <summary>How a title says what is done with the type.</summary>
    public string Verb => _handler is not null ? "Catch" : _link is not null ? "Handle" : "Test for";

    /// <summary>The namespace of the type.</summary>
    public string Library { get; } = context.Model.GetSymbolInfo(context.Node).Symbol?.ContainingNamespace?.ToDisplayString() ?? "";

    /// <summary>The code that sees the exception as this type.</summary>
    public SyntaxNode Code => _handler ?? _link?.ArgumentList
        ?? context.Node.FirstAncestorOrSelf<SyntaxNode>(static node => node is CatchClauseSyntax or AnonymousFunctionExpressionSyntax)
        ?? context.Node;

    /// <summary>Whether <paramref name="type"/> is expected beside it, so that to expect it here too would change nothing.</summary>
    public bool IsExpectedBeside(ITypeSymbol type) => Beside().Any(other => other != context.Node
        && SymbolEqualityComparer.Default.Equals(context.Model.GetSymbolInfo(other, context.Cancellation).Symbol, type));

    /// <summary>The file without it, and the code that went with it.</summary>
    public (SyntaxNode Root, SyntaxNode? Dead)? Removed() =>
        _handler is not null ? WithoutHandler(_handler) : _link is not null ? WithoutLink(_link) : WithoutTest();

    /// <summary>
    /// Writes <paramref name="type"/>, called <paramref name="name"/>, in its place, for 4xx replies only. False if that cannot be written.
    /// </summary>
    public bool ReplaceForTransientReply(TextEdits edits, INamedTypeSymbol type, string name)
    {
        string Test(string exception) => context.Writer.ClassTestOfEnum($"{exception}.StatusCode", ReplyClass.TransientNegative);
        switch (context.Node.Parent)
        {
            case CatchDeclarationSyntax declaration when _handler is { Filter: null }:
                var exception = Names.OfException(context, declaration);
                edits.Replace(declaration, $"({name} {exception}) when ({Test(exception)})");
                break;
            case TypeArgumentListSyntax when _link is { ArgumentList.Arguments.Count: 0 }:
                edits.Replace(context.Node, name);
                edits.Replace(_link.ArgumentList, $"(ex => {Test("ex")})");
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } test when !context.HasPatterns:
                var reply = Names.Free(context, "reply", "refusal");
                var text = $"{test.Left} is {name} {reply} && {Test(reply)}";
                edits.Replace(test, test.Parent is BinaryExpressionSyntax or PrefixUnaryExpressionSyntax ? $"({text})" : text);
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression }
                or TypePatternSyntax or ConstantPatternSyntax or DeclarationPatternSyntax
                when context.HasPatterns && context.Mail.ReplyCodeOf(type)?.Type is { } codes:
                var cast = $"({context.NameOf(codes, context.Node.SpanStart)}){context.Writer.AfterCast}";
                edits.Replace(context.Node, $"{name} {{ StatusCode: >= {cast}400 and < {cast}500 }}");
                break;
            default:
                return false;
        }

        return true;
    }

    private IEnumerable<SyntaxNode> Beside()
    {
        if (_handler?.Parent is TryStatementSyntax attempt)
        {
            return attempt.Catches.Where(static other => other.Filter is null)
                .Select(static other => other.Declaration?.Type).OfType<SyntaxNode>();
        }

        if (_link is not null)
        {
            var chain = _link.Ancestors()
                .TakeWhile(static node => node is InvocationExpressionSyntax or MemberAccessExpressionSyntax).LastOrDefault() ?? _link;
            return chain.DescendantNodes(static node => node is not ArgumentListSyntax).OfType<GenericNameSyntax>()
                .Where(static name => name.Identifier.ValueText is "Handle" or "Or")
                .SelectMany(static name => name.TypeArgumentList.Arguments);
        }

        var test = context.Node.Ancestors().TakeWhile(static node =>
                node is PatternSyntax or IsPatternExpressionSyntax or ParenthesizedExpressionSyntax or TypeSyntax
                    or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.IsExpression })
            .LastOrDefault() ?? context.Node;
        return test.DescendantNodesAndSelf()
            .Where(static node => node is TypeSyntax { Parent: not QualifiedNameSyntax } or MemberAccessExpressionSyntax);
    }

    private (SyntaxNode, SyntaxNode?)? WithoutHandler(CatchClauseSyntax handler)
    {
        if (!DeadCode.CanGo(context, handler.Block))
            return null;
        var edits = new TextEdits(context);
        edits.Replace(TextSpan.FromBounds(handler.CatchKeyword.GetPreviousToken().Span.End, handler.Span.End), "");
        return (edits.Root, handler.Block);
    }

    private (SyntaxNode, SyntaxNode?)? WithoutLink(InvocationExpressionSyntax link)
    {
        var edits = new TextEdits(context);
        var access = (MemberAccessExpressionSyntax)link.Expression;
        if (access.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax } })
        {
            var (start, end) = (access.OperatorToken.SpanStart, link.Span.End);
            var next = link.GetLastToken().TrailingTrivia;
            if (edits.BeginsLine(start) && next.HasText())
                end = next.First(TriviaExtensions.IsText).SpanStart;
            else if (edits.BeginsLine(start) && !access.OperatorToken.LeadingTrivia.HasText())
                start = access.Expression.FullSpan.End - LineEndLength(access.Expression.GetTrailingTrivia());
            edits.Replace(TextSpan.FromBounds(start, end), "");
        }
        else if (link.Parent is MemberAccessExpressionSyntax { Name: GenericNameSyntax { Identifier.ValueText: "Or" or "Handle" } second })
        {
            // The next one is the first then.
            edits.Replace(TextSpan.FromBounds(access.Name.SpanStart, second.TypeArgumentList.SpanStart), access.Name.Identifier.ValueText);
        }
        else
        {
            return null;
        }

        return (edits.Root, link.ArgumentList);
    }

    private static int LineEndLength(SyntaxTriviaList trivia) =>
        trivia.Any() && trivia.Last().IsKind(SyntaxKind.EndOfLineTrivia) ? trivia.Last().FullSpan.Length : 0;

    private (SyntaxNode, SyntaxNode?)? WithoutTest()
    {
        var node = context.Node.AncestorsAndSelf().FirstOrDefault(static node =>
            node.Parent is BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern }
                or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression });
        var edits = new TextEdits(context);
        switch (node?.Parent)
        {
            case BinaryPatternSyntax either:
                edits.Replace(either, (either.Left == node ? either.Right : either.Left).ToString());
                break;
            case BinaryExpressionSyntax either when !SettledTest.HasEffects(node):
                edits.Replace(either, (either.Left == node ? either.Right : either.Left).ToString());
                break;
            default:
                return null;
        }

        return (edits.Root, null);
    }
}
