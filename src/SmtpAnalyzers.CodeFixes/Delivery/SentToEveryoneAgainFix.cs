using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>
/// SMTP2004: the second send goes to the recipients that were refused with 4xx, to each alone, where and when it went to
/// everyone. If SMTP3005 is reported for the same handler, it then handles one refused recipient and several.
/// </summary>
internal sealed class SentToEveryoneAgainFix : RuleFix
{
    private const string Title = "Send again only to the recipients refused with 4xx";

    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.SentToEveryoneAgain);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        if (Resend.Of(context) is not { } resend)
            yield break;
        foreach (var handlesBoth in HandlesOneForm(context, resend) ? new[] { true, false } : [false])
        {
            foreach (var form in RecipientForms(context, resend))
            {
                if (context.IsWanted(FixKind.RightUse)
                    && new ResendWriter(context, resend, handlesBoth, form).Write(Title) is { } candidate)
                {
                    yield return candidate;
                }
            }
        }
    }

    private static bool HandlesOneForm(FixContext context, Resend resend) => (resend.CatchesSeveral || resend.IsSingle)
        && context.Reading.Findings.Any(finding =>
            finding.Id == DiagnosticIds.OneFormOfRefusal && resend.Clause.Span.Contains(finding.Location.SourceSpan));

    // The client always sets FailedRecipient, whose type says that it may be null. Projects that share the file may see that differently.
    private static IEnumerable<string> RecipientForms(FixContext context, Resend resend)
    {
        var mayBeNull = (context.Model.GetNullableContext(resend.Statement.SpanStart) & NullableContext.WarningsEnabled) != 0;
        yield return mayBeNull ? "{0}.FailedRecipient!" : "{0}.FailedRecipient";
        yield return "$\"{{{0}.FailedRecipient}}\"";
    }
}
