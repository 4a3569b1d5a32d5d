using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Replies;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>SMTP3007: only 5yz says that the mailbox is bad; what is not known goes on to the caller.</summary>
internal sealed class FailedVerifyFix : RuleFix
{
    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.FailedVerify);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        if (context.Node.FirstAncestorOrSelf<CatchClauseSyntax>() is not { Declaration: { } declaration, Filter: null } handler)
            yield break;
        var name = declaration.Identifier.ValueText is { Length: > 0 } given ? given : "ex";
        var named = declaration.Identifier.ValueText.Length > 0
            ? declaration
            : declaration.WithType(declaration.Type.WithTrailingTrivia(SyntaxFactory.Space)).WithIdentifier(SyntaxFactory.Identifier(name));
        var test = context.Writer.ClassTest($"(int){context.Writer.AfterCast}{name}.StatusCode", ReplyClass.PermanentNegative);
        var filter = SyntaxFactory.CatchFilterClause(SyntaxFactory.ParseExpression(test, options: context.Root.SyntaxTree.Options as CSharpParseOptions))
            .WithWhenKeyword(SyntaxFactory.Token(SyntaxKind.WhenKeyword).WithTrailingTrivia(SyntaxFactory.Space))
            .WithTrailingTrivia(declaration.GetTrailingTrivia());
        var mended = handler.WithDeclaration(named.WithTrailingTrivia(SyntaxFactory.Space)).WithFilter(filter);
        yield return new FixCandidate(FixKind.RightUse, "Handle 5yz only", context.Root.ReplaceNode(handler, mended));
    }
}
