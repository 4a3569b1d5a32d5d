using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP2001: a retry that repeats every reply, refusals for good included.</summary>
internal sealed class RetryIgnoresReplyCode : Rule
{
    /// <summary>The property that tells the fix which exception carries the reply code, by its metadata name.</summary>
    public const string Exception = nameof(Exception);

    // What every server means for good. With the positive codes among what is repeated, no test of the code was made at all.
    private static readonly ReplyCodeSet Blind = ReplyCodeSet.Of(501, 504, 521, 550, 551, 553, 554, 555, 556) | ReplyCodeSet.Positive;
    private static readonly ReplyCodeSet Passing = ReplyCodeSet.Of(450, 451, 452);

    public override DiagnosticDescriptor Descriptor => Descriptors.RetryIgnoresReplyCode;

    public override IEnumerable<Diagnostic> Findings(MailFile file) =>
        file.Sends.Guarded.SelectMany(attempt => HandWritten(attempt, file.Values)).Concat(file.Sends.Policies.SelectMany(policy => OfPolly(policy, file.Sends.PolicyReading)));

    private IEnumerable<Diagnostic> HandWritten(GuardedSend attempt, ValueTracker values) =>
        from exception in attempt.ReplyExceptions
        let fate = attempt.After(exception)
        where fate.Resends.Any(static resend => resend.Codes.Overlaps(Passing))
        from handler in attempt.Region.Handlers()
        // Recipients that were refused, and the message to everybody again: another rule's.
        where (!SentToEveryoneAgain.IsOfRecipients(handler) || attempt.Sends.All(send => Recipients.IsOne(send, values))) && Blind.IsSubsetOf(fate.Caught(handler)) && Blind.IsSubsetOf(fate.SentAgainBy(handler))
        select Report(GuardedSend.LocationOf(attempt.ClauseOf(handler)), "What is caught here is", exception, fate.Resends.Select(static resend => resend.Syntax.GetLocation()));

    private IEnumerable<Diagnostic> OfPolly(RetryPolicy policy, PolicyReading reading)
    {
        if (policy.Handled.Count == 0)
        {
            if (reading.VisiblySends(policy) is { } sent)
                yield return Report(policy.Name.GetLocation(), "Without ShouldHandle everything is", sent, []);
            yield break;
        }

        foreach (var handled in policy.Handled)
        {
            if (reading.RepliesHandled(policy, handled) is { } exception)
                yield return Report(handled.Name.GetLocation(), "What is handled here is", exception, []);
        }
    }

    private Diagnostic Report(Location location, string what, ITypeSymbol exception, IEnumerable<Location> resends)
    {
        // The type that declares the code, for the handler of a derived one too.
        var carrier = exception;
        while (carrier.BaseType is { } type && !carrier.GetMembers("StatusCode").Any())
            carrier = type;
        var properties = ImmutableDictionary<string, string?>.Empty.Add(Exception, $"{carrier.ContainingNamespace.ToDisplayString()}.{carrier.MetadataName}");
        return Diagnostic.Create(Descriptor, location, resends.Distinct(), properties, what);
    }
}
