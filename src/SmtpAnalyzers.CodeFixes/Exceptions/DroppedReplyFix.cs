using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>SMTP3008: the refused recipients are kept with their replies, in a property beside the override.</summary>
internal sealed class DroppedReplyFix : RuleFix
{
    private const string Property = "RefusedRecipients";

    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.DroppedReply);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        if (context.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { Parent: TypeDeclarationSyntax type } method
            || type.DescendantTokens().Any(static token => token.ValueText == Property)
            || Parameter(context, method, "MailboxAddress") is not { Type: { } mailboxType } mailbox
            || Parameter(context, method, "SmtpResponse") is not { Type: { } responseType } response
            || context.Model.Compilation.GetTypeByMetadataName("System.Collections.Generic.List`1") is not { } list)
        {
            yield break;
        }

        // A short name of List`1 says whether the namespace is known here.
        var qualifier = list.ToMinimalDisplayString(context.Model, context.Node.SpanStart).StartsWith("List<", StringComparison.Ordinal)
            ? "" : "System.Collections.Generic.";
        var pair = $"{qualifier}KeyValuePair<{mailboxType.WithoutTrivia()}, {responseType.WithoutTrivia()}>";
        var kept = $"{Property}.Add(new {pair}({mailbox.Identifier.ValueText}, {response.Identifier.ValueText}));";
        if (WithStatement(context, method, kept) is not { } mended)
            yield break;
        var end = context.Writer.EndOfLine.ToString();
        var indentation = Indentation(method);
        var property = SyntaxFactory.ParseMemberDeclaration(
            $"public {qualifier}List<{pair}> {Property} {{ get; }} = new {qualifier}List<{pair}>();{end}{end}",
                options: context.Root.SyntaxTree.Options as CSharpParseOptions);
        if (property is null)
            yield break;
        var added = property.WithLeadingTrivia(SyntaxFactory.Whitespace(indentation)).WithTrailingTrivia(context.Writer.EndOfLine, context.Writer.EndOfLine);
        var members = type.Members.Replace(method, mended).Insert(type.Members.IndexOf(method), added.WithLeadingTrivia(Blank(method, indentation)));
        yield return new FixCandidate(FixKind.RightUse, "Keep the replies to refused recipients", context.Root.ReplaceNode(type, Members(type, members)));
    }

    private static SyntaxNode Members(TypeDeclarationSyntax type, SyntaxList<MemberDeclarationSyntax> members) => type.WithMembers(members);

    // The empty line before the method comes before the property; its comments stay with it.
    private static SyntaxTriviaList Blank(MethodDeclarationSyntax method, string indentation)
    {
        var empty = method.GetLeadingTrivia().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return SyntaxFactory.TriviaList(empty.Append(SyntaxFactory.Whitespace(indentation)));
    }

    private static ParameterSyntax? Parameter(FixContext context, MethodDeclarationSyntax method, string type) => method.ParameterList.Parameters
        .FirstOrDefault(parameter => parameter.Type is { } declared && context.Model.GetTypeInfo(declared, context.Cancellation).Type?.Name == type);

    private static string Indentation(SyntaxNode node) => node.GetLeadingTrivia().ToString().Split('\n').Last();

    private static MethodDeclarationSyntax? WithStatement(FixContext context, MethodDeclarationSyntax method, string text)
    {
        var (end, indentation) = (context.Writer.EndOfLine, Indentation(method));
        var leading = method.GetLeadingTrivia().SkipWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var statement = SyntaxFactory.ParseStatement(text).WithLeadingTrivia(SyntaxFactory.Whitespace(indentation + "    ")).WithTrailingTrivia(end);
        if (method.ExpressionBody is { } arrow)
        {
            var old = SyntaxFactory.ExpressionStatement(arrow.Expression.WithoutTrivia())
                .WithLeadingTrivia(SyntaxFactory.Whitespace(indentation + "    ")).WithTrailingTrivia(end);
            var body = SyntaxFactory.Block(statement, old)
                .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(SyntaxFactory.Whitespace(indentation))
                    .WithTrailingTrivia(end))
                .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken)
                    .WithLeadingTrivia(SyntaxFactory.Whitespace(indentation)).WithTrailingTrivia(method.GetTrailingTrivia()));
            return method.WithExpressionBody(null).WithSemicolonToken(default)
                .WithParameterList(method.ParameterList.WithTrailingTrivia(end))
                .WithBody(body)
                .WithLeadingTrivia(leading);
        }

        if (method.Body is not { } block)
            return null;
        // { } in one line, or a block of lines.
        if (!block.OpenBraceToken.TrailingTrivia.EndsLine())
            statement = SyntaxFactory.ParseStatement(text).WithTrailingTrivia(SyntaxFactory.Space);
        return method.WithBody(block.WithStatements(block.Statements.Insert(0, statement))).WithLeadingTrivia(leading);
    }
}
