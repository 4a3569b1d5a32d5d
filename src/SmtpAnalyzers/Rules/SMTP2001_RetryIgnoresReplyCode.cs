using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Naming;
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
    private const int RefusedForGood = 550;

    private static readonly ReplyCodeSet Passing = ReplyCodeSet.Of(450, 451, 452);

    public override DiagnosticDescriptor Descriptor => Descriptors.RetryIgnoresReplyCode;

    public override IEnumerable<Diagnostic> Findings(MailFile file) =>
        file.Sends.Guarded.SelectMany(attempt => HandWritten(attempt, file.Values).Concat(PutOff(attempt, file)))
            .Concat(ByType(file))
            .Concat(file.Sends.Policies.SelectMany(policy => OfPolly(policy, file.Sends.PolicyReading)));

    private IEnumerable<Diagnostic> HandWritten(GuardedSend attempt, ValueTracker values) =>
        from exception in attempt.ReplyExceptions
        let fate = attempt.After(exception)
        where fate.Resends.Any(static resend => resend.Codes.Overlaps(Passing))
        from handler in attempt.Region.Handlers()
        // Recipients that were refused, and the message to everybody again: another rule's.
        where !SentToEveryoneAgain.IsOfRecipients(handler) || attempt.Sends.All(send => Recipients.IsOne(send, values))
        where Blind.IsSubsetOf(fate.Caught(handler)) && Blind.IsSubsetOf(fate.SentAgainBy(handler))
        let resends = fate.Resends.Select(static resend => resend.Syntax.GetLocation())
        select Report(GuardedSend.LocationOf(attempt.ClauseOf(handler)), "Everything caught here is", exception, resends);

    // Without a loop: the handler puts every failure back into a queue, or says to its caller that it will pass.
    private IEnumerable<Diagnostic> PutOff(GuardedSend attempt, MailFile file) =>
        from exception in attempt.ReplyExceptions
        let fate = attempt.After(exception)
        from site in fate.Analysis.OutcomeSites
        where site.Outcome == Outcome.Retry && site.Phrase != SendAgain.Phrase && Blind.IsSubsetOf(site.Codes)
        let cause = fate.Analysis.CatchAll(site, RefusedForGood, throughHelpers: true)
        where cause is { Atom.Site: CatchClauseSyntax } && IsOfReplies((CatchClauseSyntax)cause.Atom.Site, attempt, file)
            && fate.Analysis.IsInevitable(site, RefusedForGood, cause, countsExplain: false)
            && !fate.Analysis.HandsOn(Blind, cause.Block, site.IsOfHelper ? site.Syntax : null)
        let location = GuardedSend.LocationOf((CatchClauseSyntax)cause.Atom.Site)
        select Diagnostic.Create(Descriptor, location, [site.Syntax.GetLocation()], properties: null, "Everything caught here is");

    // A reply exception, or any exception of a try in which nothing but the client is called.
    private static bool IsOfReplies(CatchClauseSyntax handler, GuardedSend attempt, MailFile file) =>
        file.Mail.IsReplyException(file.CaughtBy(handler)) || file.Sends.IsNothingElse(attempt.Syntax.Block);

    // A predicate says of all refusals of a type that they are worth another attempt.
    private IEnumerable<Diagnostic> ByType(MailFile file)
    {
        foreach (var analysis in file.Bodies.SelectMany(file.Analyses))
        {
            foreach (var site in analysis.OutcomeSites)
            {
                if (site.Outcome != Outcome.Retry || !Blind.IsSubsetOf(site.Codes) || analysis.Reply is not AccessPath.Member reply
                    || analysis.CatchAll(site, RefusedForGood)?.Atom.Syntax is not { } judged
                    || judged is CatchClauseSyntax || IsGiven(judged))
                {
                    continue;
                }

                var what = judged is TypeSyntax ? $"Every {judged} is" : "Everything else is";
                yield return Report(judged.GetLocation(), what, reply.Symbol.ContainingType, []);
            }
        }
    }

    // A lambda that is an argument or an option belongs to a policy, which is judged as a whole.
    private static bool IsGiven(SyntaxNode judged) =>
        judged.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>()?.Parent is ArgumentSyntax or AssignmentExpressionSyntax;

    private IEnumerable<Diagnostic> OfPolly(RetryPolicy policy, PolicyReading reading)
    {
        if (policy.Handled.Count == 0)
        {
            if (reading.VisiblySends(policy) is { } sent)
                yield return Report(policy.Name.GetLocation(), "Without ShouldHandle, everything is", sent, []);
            yield break;
        }

        var blind = policy.Handled.Select(handled => (Handled: handled, Exception: reading.RepliesHandled(policy, handled)))
            .Where(static one => one.Exception is not null).ToList();
        foreach (var (handled, exception) in blind)
        {
            // One policy, one finding: a base class that is retried takes its derived ones with it.
            if (!blind.Any(other => policy.CoveredBy(other.Handled).Contains(handled)))
                yield return Report(handled.Name.GetLocation(), "Everything handled here is", exception!, []);
        }
    }

    private Diagnostic Report(Location location, string what, ITypeSymbol exception, IEnumerable<Location> resends)
    {
        // The type that declares the code, for the handler of a derived one too.
        var carrier = exception;
        while (carrier.BaseType is { } type && !carrier.GetMembers("StatusCode").Any())
            carrier = type;
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(Exception, $"{carrier.ContainingNamespace.ToDisplayString()}.{carrier.MetadataName}");
        return Diagnostic.Create(Descriptor, location, resends.Distinct(), properties, what);
    }
}
