using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>
/// SMTP3007: only 5xx says that the mailbox is bad; other replies go on to the caller, or to a handler below that says something else.
/// </summary>
internal sealed class FailedVerifyFix : RuleFix
{
    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.FailedVerify);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        if (context.Node.FirstAncestorOrSelf<CatchClauseSyntax>() is not { Declaration: { } declaration, Filter: null } handler
            || handler.Parent is not TryStatementSyntax attempt || Handlers.IsRepeated(attempt) || SaysTheSameBelow(attempt, handler))
        {
            yield break;
        }

        var name = Names.OfException(context, declaration);
        var test = context.Writer.ClassTestOfEnum($"{name}.StatusCode", ReplyClass.PermanentNegative);
        var edits = new TextEdits(context);
        edits.Replace(declaration, $"({declaration.Type} {name}) when ({test})");
        yield return new FixCandidate(FixKind.RightUse, "Treat only 5xx as an invalid mailbox", edits.Root);
    }

    // Then all replies would still be taken for no.
    private static bool SaysTheSameBelow(TryStatementSyntax attempt, CatchClauseSyntax handler) => attempt.Catches.Any(other =>
        other.SpanStart > handler.SpanStart && Answers(other).Intersect(Answers(handler)).Any());

    private static IEnumerable<string> Answers(CatchClauseSyntax handler) => handler.Block.DescendantNodes()
        .Where(static node => node is ReturnStatementSyntax or AssignmentExpressionSyntax)
        .Select(static node => node.WithoutTrivia().ToString());
}
