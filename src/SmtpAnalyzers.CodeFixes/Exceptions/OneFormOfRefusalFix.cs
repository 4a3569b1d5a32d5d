using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Rules.Exceptions;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>SMTP3005: the base of both exceptions is caught, and what it holds, one failure or several, is gone through.</summary>
internal sealed class OneFormOfRefusalFix : RuleFix
{
    private const string One = "SmtpFailedRecipientException", Several = "SmtpFailedRecipientsException";

    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.OneFormOfRefusal);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        // What is sent again from the handler is to be mended first, and that looks at both forms: SMTP2004.
        if (context.Node.FirstAncestorOrSelf<CatchClauseSyntax>() is not { Declaration: { } declaration } handler || SendsAgain(handler))
            yield break;
        var root = LastName(declaration.Type) == Several ? CatchingBoth(context, handler, declaration) : GoingThrough(context, handler, declaration);
        if (root is not null)
            yield return new FixCandidate(FixKind.RightUse, "Handle one refused recipient and several", root);
    }

    private static string LastName(TypeSyntax type) => type.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault()?.Identifier.ValueText ?? "";

    // catch (SmtpFailedRecipientException ex) { var failures = ex is SmtpFailedRecipientsException several ? several.InnerExceptions : new[] { ex }; .. }
    private static SyntaxNode? CatchingBoth(FixContext context, CatchClauseSyntax handler, CatchDeclarationSyntax declaration)
    {
        var several = declaration.Type.WithoutTrivia().ToString();
        var exception = declaration.Identifier.ValueText;
        var reads = handler.Block.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            .Where(access => access.Name.Identifier.ValueText == "InnerExceptions" && access.Expression.ToString() == exception)
            .ToList();
        var mended = handler;
        if (reads.Count > 0)
        {
            if (Names(context, handler, "failures", "several") is not { } names)
                return null;
            mended = mended.ReplaceNodes(reads, (read, _) => SyntaxFactory.IdentifierName(names[0]).WithTriviaFrom(read));
            var first = mended.Block.Statements.FirstOrDefault();
            if (first is null)
                return null;
            var failures = Statement(context, $"var {names[0]} = {Failures(exception, several, names[1])};")
                .WithLeadingTrivia(first.GetLeadingTrivia().LastOrDefault(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)))
                .WithTrailingTrivia(Lines(mended.Block) ? context.Writer.EndOfLine : SyntaxFactory.Space);
            mended = mended.WithBlock(mended.Block.WithStatements(mended.Block.Statements.Insert(0, failures)));
        }

        var name = mended.Declaration!.Type.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().LastOrDefault();
        if (name is null)
            return null;
        return context.Root.ReplaceNode(handler, mended.ReplaceNode(name, SyntaxFactory.IdentifierName(One).WithTriviaFrom(name)));
    }

    // The whole handler once for each failure, where nothing in it leaves it.
    private static SyntaxNode? GoingThrough(FixContext context, CatchClauseSyntax handler, CatchDeclarationSyntax declaration)
    {
        if (handler.Filter is not null || !Lines(handler.Block) || handler.Block.DescendantNodes().Any(IsJump)
            || handler.Block.ToString().Contains("\"\"\"") || handler.Block.ToString().Contains("@\""))
        {
            return null;
        }

        if (Names(context, handler, "failure", "several") is not { } names || handler.Block.Statements.Count == 0)
            return null;
        var exception = declaration.Identifier;
        var inner = handler.Block.ReplaceTokens(
            handler.Block.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)
                && token.ValueText == exception.ValueText && token.Parent is IdentifierNameSyntax),
            (token, _) => SyntaxFactory.Identifier(names[0]).WithTriviaFrom(token));
        var end = context.Writer.EndOfLine.ToString();
        var indentation = new string(' ', handler.Block.Statements[0].GetLeadingTrivia().ToString().Split('\n').Last().Length);
        var body = string.Concat(inner.Statements.Select(static statement => statement.ToFullString()))
            .Split([end], StringSplitOptions.None)
            .Select(static line => line.Trim().Length == 0 ? line : "    " + line);
        var several = declaration.Type.WithoutTrivia().ToString();
        var qualifier = several.Substring(0, several.Length - One.Length);
        var text = $"{indentation}foreach (var {names[0]} in {Failures(exception.ValueText, qualifier + Several, names[1])}){end}{indentation}{{{end}{string.Join(end, body)}{indentation}}}{end}";
        var loop = SyntaxFactory.ParseStatement(text, options: context.Root.SyntaxTree.Options as CSharpParseOptions);
        return context.Root.ReplaceNode(handler.Block, handler.Block.WithStatements(SyntaxFactory.SingletonList(loop)));
    }

    private static string Failures(string exception, string type, string several) =>
        $"{exception} is {type} {several} ? {several}.InnerExceptions : new[] {{ {exception} }}";

    private static bool SendsAgain(CatchClauseSyntax handler) => handler.Block.DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Any(static call => Syntaxes.MethodName(call) is "Send" or "SendAsync" or "SendMailAsync");

    private static bool IsJump(SyntaxNode node) => node is ReturnStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax
        or BreakStatementSyntax or ContinueStatementSyntax
        or GotoStatementSyntax or YieldStatementSyntax or AnonymousFunctionExpressionSyntax;

    private static bool Lines(BlockSyntax block) => block.OpenBraceToken.TrailingTrivia.EndsLine();

    private static StatementSyntax Statement(FixContext context, string text) => SyntaxFactory.ParseStatement(text,
        options: context.Root.SyntaxTree.Options as CSharpParseOptions);

    // Names that nothing else in the member has.
    private static string[]? Names(FixContext context, SyntaxNode handler, params string[] wanted)
    {
        var taken = new HashSet<string>((handler.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? context.Root).DescendantTokens()
            .Select(static token => token.ValueText));
        return wanted.Any(taken.Contains) ? null : wanted;
    }
}
