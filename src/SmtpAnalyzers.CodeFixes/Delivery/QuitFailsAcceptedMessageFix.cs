using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>
/// SMTP2008: the reply to QUIT decides nothing any more. The command is still sent; of the branch for another reply only its exit goes.
/// </summary>
internal sealed class QuitFailsAcceptedMessageFix : RuleFix
{
    private const string Comment = "// The server has the message, whatever it says to QUIT.";

    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.QuitFailsAcceptedMessage);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        if (context.Node.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax block } statement)
            return [];
        var removed = new List<SyntaxNode>();
        var edits = statement switch
        {
            IfStatementSyntax branch when branch.Condition.Span.Contains(context.Node.Span) => OfBranch(context, block, branch, removed),
            ReturnStatementSyntax { Expression: { } value } => Returned(context, statement, value, removed),
            ExpressionStatementSyntax => Swallowed(context, statement),
            _ => null,
        };
        return edits is null ? [] : [new FixCandidate(FixKind.RightUse, "Ignore the reply to QUIT", edits.Root) { NeverRuns = removed }];
    }

    private static FailureSyntax Failures(FixContext context) => new(context.File.Options.Vocabulary);

    private static Edits? OfBranch(FixContext context, BlockSyntax block, IfStatementSyntax branch, List<SyntaxNode> removed)
    {
        if (branch.Else is { } other)
        {
            return Failures(context).Is(other.Statement) ? WithoutElse(context, branch, other, removed)
                : Failures(context).Is(branch.Statement) ? OnlyElse(context, branch, other, removed)
                : null;
        }

        if (Failures(context).Is(branch.Statement))
            return WithoutBranch(context, branch, removed);
        // if (code == 221) return true; return false;
        var next = block.Statements.SkipWhile(one => one != branch).Skip(1).FirstOrDefault();
        if (next is null || !Failures(context).Is(next) || Only(branch.Statement) is not ReturnStatementSyntax success)
            return null;
        removed.Add(next);
        return new Edits(context).Replace(TextSpan.FromBounds(branch.SpanStart, next.Span.End), Sent(context, branch) + success);
    }

    private static Edits? WithoutBranch(FixContext context, IfStatementSyntax branch, List<SyntaxNode> removed)
    {
        // Other statements for an unexpected reply, such as a line in the log, stay.
        var exits = branch.Statement is BlockSyntax { Statements: { Count: > 1 } inner } ? inner.Where(IsExit).ToList() : [];
        if (exits is [var exit])
        {
            removed.Add(exit);
            return new Edits(context).Remove(exit);
        }

        if (Only(branch.Statement) is not (ThrowStatementSyntax or ReturnStatementSyntax or ExpressionStatementSyntax))
            return null;
        removed.Add(branch.Statement);
        return Command(branch.Condition) is { } command
            ? new Edits(context).Replace(branch, $"{command};")
            : WithoutReply(context, branch, new Edits(context).Remove(branch));
    }

    // If nobody else reads the reply, the fix removes its parsing too: a server that closes the connection sends no reply.
    private static Edits WithoutReply(FixContext context, IfStatementSyntax branch, Edits edits)
    {
        foreach (var name in branch.Condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            if (context.Model.GetSymbolInfo(name).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var reference] }
                && context.Root.FindNode(reference.Span) is VariableDeclaratorSyntax { Initializer.Value: var value } declarator
                && declarator.Parent?.Parent is LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1 } declaration
                && Command(value) is { } command
                && !UsesOutside(branch, declaration.Parent!, name.Identifier.ValueText))
            {
                return edits.Replace(declaration, $"{command};");
            }
        }

        return edits;
    }

    private static bool UsesOutside(SyntaxNode branch, SyntaxNode scope, string name) =>
        scope.DescendantNodes().OfType<IdentifierNameSyntax>()
        .Any(other => other.Identifier.ValueText == name && !branch.Span.Contains(other.Span));

    private static Edits? WithoutElse(FixContext context, IfStatementSyntax branch, ElseClauseSyntax other, List<SyntaxNode> removed)
    {
        if (Only(other.Statement) is not (ThrowStatementSyntax or ReturnStatementSyntax or ExpressionStatementSyntax))
            return null;
        removed.Add(other);
        return new Edits(context).Replace(TextSpan.FromBounds(branch.Statement.Span.End, other.Span.End), "");
    }

    private static Edits? OnlyElse(FixContext context, IfStatementSyntax branch, ElseClauseSyntax other, List<SyntaxNode> removed)
    {
        if (Only(branch.Statement) is not (ThrowStatementSyntax or ReturnStatementSyntax)
            || Only(other.Statement) is not (ReturnStatementSyntax or ExpressionStatementSyntax))
            return null;
        removed.Add(branch.Statement);
        return new Edits(context).Replace(branch, Sent(context, branch) + Only(other.Statement));
    }

    private static Edits? Returned(FixContext context, StatementSyntax statement, ExpressionSyntax value, List<SyntaxNode> removed)
    {
        if (value is ConditionalExpressionSyntax choice)
        {
            var (success, failure) = Failures(context).IsReturned(SyntaxFactory.ReturnStatement(choice.WhenTrue))
                ? (choice.WhenFalse, choice.WhenTrue) : (choice.WhenTrue, choice.WhenFalse);
            removed.Add(failure);
            return new Edits(context).Replace(value, success.ToString()).Before(statement, Lines(Command(choice.Condition)));
        }

        return context.Model.GetTypeInfo(value).Type?.SpecialType == SpecialType.System_Boolean
            ? new Edits(context).Replace(value, "true").Before(statement, Lines(Command(value)))
            : null;
    }

    // A helper that throws goes on throwing for the other commands.
    private static Edits Swallowed(FixContext context, StatementSyntax statement)
    {
        var exception = Names.Of(context, "System.Exception") ?? "System.Exception";
        string[] lines = ["try", "{", statement.ToString(), "}", $"catch ({exception})", "{", Comment, "}"];
        if (!Edits.BeginsLine(statement) || !statement.GetTrailingTrivia().EndsLine())
            return new Edits(context).Replace(statement, Edits.Inline(lines));
        var isLast = statement.Parent is BlockSyntax block && block.Statements.LastOrDefault() == statement;
        var text = context.Writer.Lines(CodeWriter.Indentation(statement), lines).Trim();
        return new Edits(context).Replace(statement, isLast ? text : text + context.Writer.NewLine);
    }

    private static bool IsExit(StatementSyntax statement) => statement is ThrowStatementSyntax or ReturnStatementSyntax
        or ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Right.RawKind: (int)SyntaxKind.FalseLiteralExpression } };

    private static StatementSyntax Only(StatementSyntax statement) =>
        statement is BlockSyntax { Statements: [var only] } ? only : statement;

    private static string Sent(FixContext context, IfStatementSyntax branch) => Command(branch.Condition) is { } command
        ? $"{command};{(Edits.BeginsLine(branch) ? context.Writer.NewLine + CodeWriter.Indentation(branch) : " ")}"
        : "";

    private static string[] Lines(ExpressionSyntax? command) => command is null ? [] : [$"{command};"];

    // The call that sends the command, awaited where it was.
    private static ExpressionSyntax? Command(ExpressionSyntax condition)
    {
        ExpressionSyntax? call = condition.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>()
            .LastOrDefault(static call => call.ArgumentList.ToString().IndexOf("\"QUIT", StringComparison.OrdinalIgnoreCase) >= 0);
        while (call?.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait",
            Parent: InvocationExpressionSyntax outer })
            call = outer;
        return call?.Parent is AwaitExpressionSyntax awaited ? awaited : call;
    }
}
