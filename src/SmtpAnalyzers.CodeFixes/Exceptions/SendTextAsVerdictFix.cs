using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>
/// SMTP3003: Send that returns has succeeded. The test becomes what it is then, the sending stays, and code that never runs any more goes.
/// </summary>
internal sealed class SendTextAsVerdictFix : RuleFix
{
    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.SendTextAsVerdict);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        if (context.Node is ExpressionSyntax node
            && TextTest.Of(context, node) is var (test, value) && SentText.Of(context, node) is { } text
            && SettledTest.Of(test, value, text.Send) is { } settled && PureCalls(test, text.Send) is { } calls)
        {
            var edit = new AcceptedTestEdit(context, settled);
            if (edit.Write() && edit.DropUnused(text.Local))
            {
                yield return new FixCandidate(FixKind.RightUse, "Treat returning from Send as success", edit.Root)
                {
                    NeverRuns = edit.NeverRuns,
                    Replaces = [.. calls, .. edit.Around],
                };
            }
        }
    }

    /// <summary>The calls that took the text apart; null where the test does something else.</summary>
    private static IReadOnlyCollection<string>? PureCalls(ExpressionSyntax test, ExpressionSyntax? send)
    {
        var calls = Effects.Of(test, send is null ? [] : new[] { send.Span }).Distinct().ToList();
        return calls.All(static call => call is "Split" or "First" or "FirstOrDefault" or "Replace") ? calls : null;
    }
}
