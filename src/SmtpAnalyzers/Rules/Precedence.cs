using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.Rules;

/// <summary>One slip, one finding: which rule speaks where two would report the same code.</summary>
internal static class Precedence
{
    private enum Where
    {
        /// <summary>The two findings overlap.</summary>
        SameSyntax,

        /// <summary>The two findings are about the same handler: a catch clause, or the predicate of a Polly policy.</summary>
        SameHandler,
    }

    /// <summary>
    /// A finding of <paramref name="Stronger"/> hides one of <paramref name="Weaker"/> (null: of any other rule) in the same place.
    /// </summary>
    private sealed record Row(string Stronger, string? Weaker, Where Where);

    private static readonly ImmutableArray<Row> Table = ImmutableArray.Create(
        // Of a handler that never runs nothing else is worth saying.
        new Row(DiagnosticIds.NeverThrown, null, Where.SameSyntax),
        // Whoever asks whether a mailbox exists loses more than 251, and more than a false alarm.
        new Row(DiagnosticIds.FailedVerify, DiagnosticIds.ForwardedRecipientRefused, Where.SameSyntax),
        new Row(DiagnosticIds.FailedVerify, DiagnosticIds.PositiveReplyFails, Where.SameSyntax),
        // A retry that names the codes it gets wrong is no blind one.
        new Row(DiagnosticIds.PermanentReplyRetried, DiagnosticIds.RetryIgnoresReplyCode, Where.SameHandler),
        // A relay that judges the reply it got has no fault of its own there.
        new Row(DiagnosticIds.TransientReplyGivenUp, DiagnosticIds.FaultAnsweredPermanently, Where.SameHandler));

    /// <summary><paramref name="findings"/> without those that a stronger one speaks for.</summary>
    public static IReadOnlyList<Diagnostic> Apply(IReadOnlyList<Diagnostic> findings, MailFile file)
    {
        if (findings.Count < 2)
            return findings;
        var byId = findings.ToLookup(static finding => finding.Id);
        return findings.Where(finding => !Table.Any(row => (row.Weaker ?? finding.Id) == finding.Id
            && byId[row.Stronger].Any(other => other != finding && IsSame(row.Where, other, finding, file)))).ToList();
    }

    private static bool IsSame(Where where, Diagnostic stronger, Diagnostic weaker, MailFile file) => where == Where.SameSyntax
        ? stronger.Location.SourceSpan.IntersectsWith(weaker.Location.SourceSpan)
        : HandlerOf(weaker, file) is { } handler && handler.Contains(stronger.Location.SourceSpan);

    private static TextSpan? HandlerOf(Diagnostic finding, MailFile file) =>
        file.Root.FindNode(finding.Location.SourceSpan) is GenericNameSyntax
        {
            Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call },
        }
            ? call.ArgumentList.Span
            : file.Root.FindNode(finding.Location.SourceSpan).FirstAncestorOrSelf<CatchClauseSyntax>()?.Span;
}
