using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>SMTP3011: the statement that gives a recipient up runs only if the report says that the delivery failed.</summary>
internal sealed class ReportActionIgnoredFix : RuleFix
{
    private const string Title = "Give up only the recipients whose Action is \"failed\"";

    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.ReportActionIgnored);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        // With several statements about the recipient, which belong together is for the author to say.
        if (Statement(context.Node) is not { } statement
            || context.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member
            || new DeliveryReportReader(member, context.File).GivenUp().Take(2).Count() != 1
            || GroupAround(statement, context) is not { } group
            || context.Model.Compilation.GetTypeByMetadataName("System.StringComparison") is not { } comparison)
        {
            yield break;
        }

        foreach (var root in TypeNames.Variants(context, comparison, (edits, name) => Add(
            context, edits, statement, $"string.Equals({group}[\"Action\"], \"failed\", {name}.OrdinalIgnoreCase)")))
        {
            yield return new FixCandidate(FixKind.RightUse, Title, root);
        }
    }

    private static ExpressionStatementSyntax? Statement(SyntaxNode node) =>
        (node.Parent is AwaitExpressionSyntax awaited ? awaited.Parent : node.Parent) as ExpressionStatementSyntax;

    // The variable that holds the fields of one recipient after the other.
    private static string? GroupAround(SyntaxNode statement, FixContext context) =>
        statement.Ancestors().TakeWhile(static node => node is not AnonymousFunctionExpressionSyntax and not MemberDeclarationSyntax)
            .OfType<ForEachStatementSyntax>()
            .FirstOrDefault(each => context.Model.GetDeclaredSymbol(each, context.Cancellation) is { } variable
                && DeliveryReports.IsHeaderList(variable.Type))
            ?.Identifier.Text;

    private static bool Add(FixContext context, TextEdits edits, ExpressionStatementSyntax statement, string condition)
    {
        if (ConditionOf(statement) is { } guard)
        {
            var isLoose = guard is ConditionalExpressionSyntax or AssignmentExpressionSyntax
                || guard.IsKind(SyntaxKind.LogicalOrExpression) || guard.IsKind(SyntaxKind.CoalesceExpression);
            edits.Replace(guard, isLoose ? $"({guard}) && {condition}" : $"{guard} && {condition}");
            return true;
        }

        if (!edits.IsOnOneLine(statement.Span))
            return false;
        if (statement.Parent is BlockSyntax && edits.BeginsLine(statement.SpanStart))
        {
            var lines = context.Writer.Lines(CodeWriter.Indentation(statement), context.Writer.If(condition, statement.ToString()));
            edits.Replace(statement, lines.Trim());
            return true;
        }

        edits.Replace(statement, $"if ({condition}) {statement}");
        return statement.Parent is BlockSyntax;
    }

    // The condition of an if that guards this statement and nothing else.
    private static ExpressionSyntax? ConditionOf(StatementSyntax statement)
    {
        var body = statement.Parent is BlockSyntax { Statements.Count: 1 } block ? block : statement;
        return body.Parent is IfStatementSyntax { Else: null } branch && branch.Statement == body ? branch.Condition : null;
    }
}
