using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Replies;
using SmtpAnalyzers.Sources;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>SMTP3001: the exception that the client does throw takes the place of the other library's.</summary>
internal sealed class NeverThrownFix : RuleFix
{
    private static readonly string[] OfSystemNetMail = ["System.Net.Mail.SmtpException"];

    private static readonly string[] OfMailKit = ["MailKit.Net.Smtp.SmtpCommandException", "MailKit.Net.Smtp.SmtpProtocolException"];

    private static readonly string[] OfMailKitLogin = ["MailKit.Security.AuthenticationException", "MailKit.Security.SslHandshakeException"];

    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.NeverThrown);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        if (context.Model.GetSymbolInfo(context.Node).Symbol is not INamedTypeSymbol wrong)
            yield break;
        var right = context.Symbols.SystemAuthentication.Contains(wrong) ? OfMailKitLogin
            : wrong.ContainingNamespace?.ToDisplayString() == "System.Net.Mail" ? OfMailKit
            : OfSystemNetMail;
        // A try that only connects meets TLS, not a login.
        if (right == OfMailKitLogin && !LogsIn(context.Node))
            right = [OfMailKitLogin[1], OfMailKitLogin[0]];
        foreach (var name in right)
        {
            if (context.Model.Compilation.GetTypesByMetadataName(name).FirstOrDefault() is not { } type)
                continue;
            foreach (var root in TypeNames.Variants(context, type, text => Replaced(context, text)))
                yield return new FixCandidate(FixKind.RightUse, $"Expect {type.Name}", root);
            // What now does run may not repeat every reply.
            if (!type.Name.Contains("Protocol") && right != OfMailKitLogin)
            {
                foreach (var root in TypeNames.Variants(context, type, text => WithFilter(context, text)).Where(root => root != context.Root))
                    yield return new FixCandidate(FixKind.RightUse, $"Expect {type.Name} of the 4yz class", root);
            }
        }
    }

    private static SyntaxNode WithFilter(FixContext context, string name)
    {
        var type = SyntaxFactory.ParseTypeName(name).WithTriviaFrom(context.Node);
        string Test(string exception) => context.Writer.ClassTest($"(int){context.Writer.AfterCast}{exception}.StatusCode", ReplyClass.TransientNegative);
        ExpressionSyntax Parse(string text) => SyntaxFactory.ParseExpression(text, options: context.Root.SyntaxTree.Options as CSharpParseOptions);
        switch (context.Node.Parent)
        {
            case CatchDeclarationSyntax { Identifier.ValueText: var exception,
                Parent: CatchClauseSyntax { Filter: null } handler } declaration when exception.Length > 0:
                var filter = SyntaxFactory.CatchFilterClause(Parse(Test(exception)))
                    .WithWhenKeyword(SyntaxFactory.Token(SyntaxKind.WhenKeyword).WithTrailingTrivia(SyntaxFactory.Space))
                    .WithTrailingTrivia(declaration.GetTrailingTrivia());
                return context.Root.ReplaceNode(handler, handler.WithDeclaration(declaration.WithType(type)
                    .WithTrailingTrivia(SyntaxFactory.Space)).WithFilter(filter));
            case TypeArgumentListSyntax list when list.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { ArgumentList.Arguments.Count: 0 } call:
                var predicate = SyntaxFactory.Argument(Parse($"ex => {Test("ex")}"));
                var handled = call.WithArgumentList(call.ArgumentList.WithArguments(SyntaxFactory.SingletonSeparatedList(predicate)));
                return context.Root.ReplaceNode(call, handled.ReplaceNode(handled.DescendantNodes().OfType<TypeArgumentListSyntax>().Last(),
                    list.WithArguments(SyntaxFactory.SingletonSeparatedList(type))));
            default:
                return context.Root;
        }
    }

    private static bool LogsIn(SyntaxNode node) =>
        node.FirstAncestorOrSelf<TryStatementSyntax>() is not { } attempt
        || attempt.Block.DescendantNodes().OfType<SimpleNameSyntax>().Any(static name => name.Identifier.ValueText is "Authenticate" or "AuthenticateAsync");

    private static SyntaxNode Replaced(FixContext context, string name)
    {
        ExpressionSyntax replacement = context.Node is TypeSyntax ? SyntaxFactory.ParseTypeName(name) : SyntaxFactory.ParseExpression(name);
        var codes = Codes(context);
        return context.Root.ReplaceNodes(codes.Keys.Append(context.Node), (node, _) =>
            (codes.TryGetValue(node, out var code) ? code : replacement).WithTriviaFrom(node));
    }

    // The reply codes that the handler names are members of the other library's enum too: they are renamed along.
    private static Dictionary<SyntaxNode, SyntaxNode> Codes(FixContext context)
    {
        var renamed = new Dictionary<SyntaxNode, SyntaxNode>();
        if (context.Node.FirstAncestorOrSelf<SyntaxNode>(static node => node is CatchClauseSyntax or InvocationExpressionSyntax) is not { } handler)
            return renamed;
        foreach (var access in handler.DescendantNodes().OfType<MemberAccessExpressionSyntax>())
        {
            if (context.Model.GetSymbolInfo(access).Symbol is not IFieldSymbol { ConstantValue: int code, ContainingType: { } enumType }
                || !context.Mail.IsReplyCode(enumType))
            {
                continue;
            }

            var other = enumType.ContainingNamespace?.ToDisplayString() == "System.Net.Mail" ? "MailKit.Net.Smtp.SmtpStatusCode"
                : "System.Net.Mail.SmtpStatusCode";
            if (context.Model.Compilation.GetTypesByMetadataName(other).FirstOrDefault() is { } type && MailSymbols.NameOf(type, code) is { } member)
                renamed[access] = SyntaxFactory.ParseExpression($"{type.ToMinimalDisplayString(context.Model, access.SpanStart)}.{member}");
        }

        return renamed;
    }
}
