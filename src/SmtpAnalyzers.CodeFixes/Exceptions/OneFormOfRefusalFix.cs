using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>SMTP3005: the base of both exceptions is caught, and each refused recipient in it, one or several, is handled.</summary>
internal sealed class OneFormOfRefusalFix : RuleFix
{
    private const string One = "SmtpFailedRecipientException", Several = "SmtpFailedRecipientsException";

    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.OneFormOfRefusal);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        if (context.Node.FirstAncestorOrSelf<CatchClauseSyntax>() is not { Declaration: { } declaration } handler
            || SendsToEveryone(context, handler)
            || declaration.Type.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault() is not IdentifierNameSyntax type)
        {
            yield break;
        }

        var edits = new TextEdits(context);
        var isWritten = type.Identifier.ValueText == Several
            ? CatchBoth(context, edits, handler, type)
            : new EachRefusal(context, edits, handler).Write(caught => Failures(context, handler, caught.Replace(One, Several)));
        if (isWritten)
        {
            yield return new FixCandidate(FixKind.RightUse, "Handle one refused recipient and several", edits.Root)
            {
                LooksInsideAggregate = true,
            };
        }
    }

    // Then one refused recipient would bring the mail to all others again: SMTP2004 is fixed first.
    private static bool SendsToEveryone(FixContext context, CatchClauseSyntax handler) => context.Reading.Findings.Any(finding =>
        finding.Id == DiagnosticIds.SentToEveryoneAgain && handler.Parent?.Span.Contains(finding.Location.SourceSpan) == true);

    private static bool CatchBoth(FixContext context, TextEdits edits, CatchClauseSyntax handler, IdentifierNameSyntax type)
    {
        var caught = handler.Declaration!.Type.ToString();
        edits.Replace(type, One);
        if (handler.Filter is { } filter)
        {
            // More than one: then one would go past still.
            if (Reads(handler, filter).Any(static read =>
                read.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" }))
                return false;
            foreach (var read in Reads(handler, filter))
                edits.Replace(read, $"({Failures(context, handler, caught, "all")})");
        }

        var reads = Reads(handler, handler.Block).ToList();
        if (reads.Count > 0)
        {
            var failures = Names.Free(context, "failures", "refusals", "refusedRecipients");
            foreach (var read in reads)
                edits.Replace(read, failures);
            edits.InsertFirst(handler.Block, $"var {failures} = {Failures(context, handler, caught)};");
        }

        return true;
    }

    private static IEnumerable<MemberAccessExpressionSyntax> Reads(CatchClauseSyntax handler, SyntaxNode code) =>
        code.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Where(access => access.Name.Identifier.ValueText == "InnerExceptions"
            && access.Expression.ToString() == handler.Declaration!.Identifier.ValueText);

    // ex is SmtpFailedRecipientsException several ? several.InnerExceptions : new[] { ex }
    private static string Failures(FixContext context, CatchClauseSyntax handler, string type, string name = "several")
    {
        var (exception, several) = (handler.Declaration!.Identifier.ValueText, Names.Free(context, name, "plural", "aggregate"));
        return $"{exception} is {type} {several} ? {several}.InnerExceptions : new[] {{ {exception} }}";
    }
}
