using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Facts;

/// <summary>A retry of every reply, refusals for good included.</summary>
/// <param name="Location">What lets all of them through: the handler, the type that is asked for, the policy.</param>
/// <param name="What">The beginning of a sentence: "Everything caught here is".</param>
/// <param name="Exception">The exception with the reply; null where the retry is left to somebody else.</param>
/// <param name="Retries">The sends, or what says that the mail is sent again.</param>
internal sealed record BlindRetry(Location Location, string What, ITypeSymbol? Exception, IEnumerable<Location> Retries);

/// <summary>Finds the retries of a file that repeat every reply: by hand, by a predicate on types, by Polly.</summary>
internal sealed class BlindRetries(MailFile file)
{
    // What every server means for good. With the positive codes among what is repeated, no test of the code was made at all.
    private static readonly ReplyCodeSet Blind = ReplyCodeSet.Of(501, 504, 521, 550, 551, 553, 554, 555, 556) | ReplyCodeSet.Positive;
    private const int RefusedForGood = 550;

    private static readonly ReplyCodeSet Passing = ReplyCodeSet.Of(450, 451, 452);

    public IEnumerable<BlindRetry> All() =>
        file.Sends.Guarded.SelectMany(attempt => HandWritten(attempt).Concat(PutOff(attempt)))
            .Concat(ByAnswer())
            .Concat(ByType())
            .Concat(file.Sends.Policies.SelectMany(OfPolly));

    private IEnumerable<BlindRetry> HandWritten(GuardedSend attempt) =>
        from exception in attempt.ReplyExceptions
        let fate = attempt.After(exception)
        where fate.Resends.Any(static resend => resend.Codes.Overlaps(Passing))
        from handler in attempt.Region.Handlers()
        // Recipients that were refused, and the message to everybody again: another rule's.
        where !RefusalHandlers.IsOfRecipients(handler)
            || attempt.Sends.All(send => send is IInvocationOperation known && Recipients.IsOne(known, file.Values))
        where Blind.IsSubsetOf(fate.Caught(handler)) && Blind.IsSubsetOf(fate.SentAgainBy(handler))
        let resends = fate.Resends.Select(static resend => resend.Syntax.GetLocation())
        select new BlindRetry(GuardedSend.LocationOf(attempt.ClauseOf(handler)), "Everything caught here is", exception, resends);

    // Without a loop: the handler puts every failure back into a queue, or says to its caller that it will pass.
    private IEnumerable<BlindRetry> PutOff(GuardedSend attempt) =>
        from exception in attempt.ReplyExceptions
        let fate = attempt.After(exception)
        from site in fate.Analysis.OutcomeSites
        where site.Outcome == Outcome.Retry && site.Phrase != SendAgain.Phrase && Blind.IsSubsetOf(site.Codes)
        let cause = fate.Analysis.CatchAll(site, RefusedForGood, ofRetry: true)
        where cause is { Atom.Site: CatchClauseSyntax } && IsOfReplies((CatchClauseSyntax)cause.Atom.Site, attempt)
            && fate.Analysis.IsInevitable(site, RefusedForGood, cause, countsExplain: false)
            && !fate.Analysis.HandsOn(Blind, cause.Block, site.IsOfHelper || IsThrown(site.Syntax) ? site.Syntax : null)
        let location = GuardedSend.LocationOf((CatchClauseSyntax)cause.Atom.Site)
        select new BlindRetry(location, "Everything caught here is", Exception: null, [site.Syntax.GetLocation()]);

    // The handler answers no to every failure, and the caller asks again.
    private IEnumerable<BlindRetry> ByAnswer() => new AnswerRetries(file).Of(Blind)
        .GroupBy(static retry => GuardedSend.LocationOf(retry.Handler), static retry => retry.Call.GetLocation())
        .Select(static retries =>
            new BlindRetry(retries.Key, "Everything caught here is answered with false and", Exception: null, retries));

    // What wraps the exception and calls it transient has not looked at it.
    private static bool IsThrown(SyntaxNode said) => said.Parent is ThrowStatementSyntax or ThrowExpressionSyntax;

    // A reply exception, or any exception of a try in which nothing but the client is called up to the send.
    private bool IsOfReplies(CatchClauseSyntax handler, GuardedSend attempt) =>
        file.Mail.IsReplyException(file.CaughtBy(handler)) || file.Sends.IsNothingElseBefore(attempt);

    // A predicate says of all refusals of a type that they are worth another attempt.
    private IEnumerable<BlindRetry> ByType()
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
                yield return new BlindRetry(judged.GetLocation(), what, reply.Symbol.ContainingType, []);
            }
        }
    }

    // A lambda that is an argument or an option belongs to a policy, which is judged as a whole.
    private static bool IsGiven(SyntaxNode judged) =>
        judged.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>()?.Parent is ArgumentSyntax or AssignmentExpressionSyntax;

    private IEnumerable<BlindRetry> OfPolly(RetryPolicy policy)
    {
        var reading = file.Sends.PolicyReading;
        if (policy.Handled.Count == 0)
        {
            if (reading.VisiblySends(policy) is { } sent)
                yield return new BlindRetry(policy.Name.GetLocation(), "Without ShouldHandle, everything is", sent, []);
            yield break;
        }

        var blind = policy.Handled.Select(handled => (Handled: handled, Exception: reading.RepliesHandled(policy, handled)))
            .Where(static one => one.Exception is not null).ToList();
        foreach (var (handled, exception) in blind)
        {
            // One policy, one finding: a base class that is retried takes its derived ones with it.
            if (!blind.Any(other => policy.CoveredBy(other.Handled).Contains(handled)))
                yield return new BlindRetry(handled.Name.GetLocation(), "Everything handled here is", exception!, []);
        }
    }
}
