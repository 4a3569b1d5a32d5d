using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Rules.Delivery;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>SMTP2003: connects again before the send, as the method did the first time.</summary>
internal sealed class ClosedClientReusedFix : RuleFix
{
    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.ClosedClientReused);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        if (!context.Properties.TryGetValue(ClosedClientReused.Client, out var client) || client is null
            || context.Node.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax } send
            || send.GetLeadingTrivia().HasText())
        {
            yield break;
        }

        var opening = Opening(context.Node, client).ToList();
        if (opening.Count(static call => call.Name.StartsWith("Connect", StringComparison.Ordinal)) != 1 || opening.Count > 2)
            yield break;
        var indentation = Indentation.Of(send);
        var deeper = Indentation.Deeper(indentation).Substring(indentation.Length);
        var options = (CSharpParseOptions)context.Root.SyntaxTree.Options;
        var reconnect = new Indentation(context.Writer, options).Statement(
            indentation, [$"if (!{client}.IsConnected)", "{", .. opening.Select(call => deeper + call.Text), "}"]);
        var empty = SyntaxFactory.TriviaList(context.Writer.EndOfLine);
        yield return new FixCandidate(FixKind.RightUse, 
            "Connect again before sending",
            context.Root.ReplaceNode(send, [reconnect, send.WithLeadingTrivia(empty.AddRange(send.GetLeadingTrivia()))]));
    }

    // The statements of the method that open the connection the first time, each once.
    private static IEnumerable<(string Name, string Text)> Opening(SyntaxNode send, string client) =>
        (send.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.DescendantNodes().OfType<ExpressionStatementSyntax>() ?? [])
        .Select(statement => (Name: NameOf(statement.Expression, client), Text: statement.WithoutTrivia().ToString()))
        .Where(static call => call.Name.Length > 0)
        .Distinct();

    private static string NameOf(ExpressionSyntax expression, string client)
    {
        while (true)
        {
            switch (expression)
            {
                case AwaitExpressionSyntax awaited:
                    expression = awaited.Expression;
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var inner } }:
                    expression = inner;
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } member }
                    when member.Expression.ToString() == client && name is "Connect" or "ConnectAsync" or "Authenticate" or "AuthenticateAsync":
                    return member.Expression.ToString() == client ? name : "";
                default:
                    return "";
            }
        }
    }
}
