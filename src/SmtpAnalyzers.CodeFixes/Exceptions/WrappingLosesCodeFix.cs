using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>SMTP3010: the constructor that takes the code. It takes no inner exception, so that one of the two is lost: the code is what decides.</summary>
internal sealed class WrappingLosesCodeFix : RuleFix
{
    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.WrappingLosesCode);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        if (context.Node is not ObjectCreationExpressionSyntax { ArgumentList: { } list } creation
            || creation.FirstAncestorOrSelf<CatchClauseSyntax>()?.Declaration is not { Identifier.ValueText: { Length: > 0 } name } declaration
            || context.Model.Compilation.GetTypesByMetadataName("System.Net.Mail.SmtpStatusCode").FirstOrDefault() is not { } codes)
        {
            yield break;
        }

        var isMailKit = context.Model.GetTypeInfo(declaration.Type, context.Cancellation).Type is { } caught && context.Symbols.Command.Contains(caught);
        foreach (var root in TypeNames.Variants(context, codes, type => WithCode(context, creation, list, isMailKit
            ? $"({type}){context.Writer.AfterCast}(int){context.Writer.AfterCast}{name}.StatusCode" : $"{name}.StatusCode")))
            yield return new FixCandidate(FixKind.RightUse, "Pass the reply code on", root);
    }

    private static SyntaxNode WithCode(FixContext context, ObjectCreationExpressionSyntax creation, ArgumentListSyntax list, string code)
    {
        var first = SyntaxFactory.Argument(SyntaxFactory.ParseExpression(code));
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        SyntaxNodeOrToken[] arguments = list.Arguments.Count == 0 ? [first] : [first, comma, list.Arguments[0].WithoutTrivia()];
        return context.Root.ReplaceNode(creation, creation.WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList<ArgumentSyntax>(arguments))));
    }
}
