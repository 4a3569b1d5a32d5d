using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.CodeFixes.Exceptions;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.CodeFixes.Servers;

/// <summary>SMTP4001: the same answer with a code that is temporary. What else the handler does stays.</summary>
internal sealed class FaultAnsweredPermanentlyFix : RuleFix
{
    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.FaultAnsweredPermanently);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        if (context.Node.FirstAncestorOrSelf<CatchClauseSyntax>() is not { } handler
            || new ServerFaults(context.File).Of(handler) is not { } fault)
        {
            yield break;
        }

        var edits = new TextEdits(context);
        var answer = new TemporaryAnswer(context, edits);
        var isWritten = fault.FallsThrough && IsReachedOtherwise(context, handler)
            ? IsNext(handler, fault.Exit) && answer.Add(fault)
            : fault.Answers.Select(static one => one.Syntax).Distinct().Count() == fault.Answers.Count && fault.Answers.All(answer.Replace);
        if (isWritten)
        {
            yield return new FixCandidate(FixKind.Answer, "Answer 451, so that the client sends the message again", edits.Root)
            {
                Adds = answer.Adds, Replaces = answer.Replaces,
            };
        }
    }

    // What stands between the handler and the answer, such as a count, would no longer run.
    private static bool IsNext(CatchClauseSyntax handler, StatementSyntax exit) => handler.Parent is TryStatementSyntax attempt
        && KeptFault.StatementsBelow(attempt).FirstOrDefault() is { } next
        && (next.Span.Contains(exit.Span) || next.GetLastToken().GetNextToken().Parent == exit)
        && exit.FirstAncestorOrSelf<IfStatementSyntax>() is var branch
        && (branch is null || branch.SpanStart < attempt.SpanStart || exit.Parent == branch
            || exit.Parent is BlockSyntax { Statements.Count: 1 });

    // What stands below the try may answer for more than this handler.
    private static bool IsReachedOtherwise(FixContext context, CatchClauseSyntax handler) => handler.Parent is TryStatementSyntax attempt
        && attempt.Catches.Where(other => other != handler).Select(static other => other.Block).Prepend(attempt.Block)
            .Any(block => context.Model.AnalyzeControlFlow(block) is not { Succeeded: true, EndPointIsReachable: false });
}
