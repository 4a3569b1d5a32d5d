using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Rules.Delivery;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>SMTP2008: the reply to QUIT decides nothing any more; the command is still sent.</summary>
internal sealed class QuitFailsAcceptedMessageFix : RuleFix
{
    private const string Title = "Ignore the reply to QUIT";

    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.QuitFailsAcceptedMessage);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        if (context.Node.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax } statement)
            return [];
        var mended = statement switch
        {
            IfStatementSyntax { Else: null } branch when branch.Condition.Span.Contains(context.Node.Span) && Failure.Is(branch.Statement) => WithoutBranch(context, branch),
            ReturnStatementSyntax { Expression: { } value } => Returned(context, statement, value),
            ExpressionStatementSyntax => Swallowed(context, statement),
            _ => null,
        };
        return mended is null ? [] : [new FixCandidate(FixKind.RightUse, Title, mended)];
    }

    private static SyntaxNode? WithoutBranch(FixContext context, IfStatementSyntax branch) => Command(branch.Condition) is { } command
        ? context.Root.ReplaceNode(branch, Statement(context, command).WithTriviaFrom(branch))
        : context.Root.RemoveNode(branch, branch.GetLeadingTrivia().HasText() ? SyntaxRemoveOptions.KeepExteriorTrivia : SyntaxRemoveOptions.KeepNoTrivia);

    private static SyntaxNode Returned(FixContext context, StatementSyntax statement, ExpressionSyntax value)
    {
        var success = statement.ReplaceNode(value, SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression).WithTriviaFrom(value));
        if (Command(value) is not { } command)
            return context.Root.ReplaceNode(statement, success);
        var sent = Statement(context, command).WithLeadingTrivia(statement.GetLeadingTrivia()).WithTrailingTrivia(context.Writer.EndOfLine);
        return context.Root.ReplaceNode(
            statement, [sent, success.WithLeadingTrivia(SyntaxFactory.Whitespace(Indentation.Of(statement)))]);
    }

    // A helper that throws goes on throwing for the other commands.
    private static SyntaxNode Swallowed(FixContext context, StatementSyntax statement)
    {
        var exception = context.Model.Compilation.GetTypeByMetadataName("System.Exception")?.ToMinimalDisplayString(context.Model, statement.SpanStart) ?? "System.Exception";
        var indentation = Indentation.Of(statement);
        var deeper = Indentation.Deeper(indentation).Substring(indentation.Length);
        var attempt = new Indentation(context.Writer, (CSharpParseOptions)context.Root.SyntaxTree.Options).Statement(
            indentation,
            "try", "{", $"{deeper}{statement.WithoutTrivia()}", "}", $"catch ({exception})", "{", $"{deeper}// The server has the message, whatever it says to QUIT.", "}");
        attempt = attempt.WithTriviaFrom(statement);
        var isLast = statement.Parent is BlockSyntax block && block.Statements.LastOrDefault() == statement;
        return context.Root.ReplaceNode(statement, isLast ? attempt : attempt.WithTrailingTrivia(attempt.GetTrailingTrivia().Add(context.Writer.EndOfLine)));
    }

    private static ExpressionSyntax? Command(ExpressionSyntax condition)
    {
        var call = condition.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>()
            .LastOrDefault(static call => call.ArgumentList.ToString().IndexOf("\"QUIT", StringComparison.OrdinalIgnoreCase) >= 0);
        return call?.Parent is AwaitExpressionSyntax awaited ? awaited : call;
    }

    private static StatementSyntax Statement(FixContext context, ExpressionSyntax command) =>
        SyntaxFactory.ParseStatement($"{command.WithoutTrivia()};", options: (CSharpParseOptions)context.Root.SyntaxTree.Options);
}
