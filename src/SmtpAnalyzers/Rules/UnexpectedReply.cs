using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.Rules;

/// <summary>
/// A client written by hand that expects 250 in reply to a command that is also, or only, answered with another positive code.
/// </summary>
internal abstract class UnexpectedReply : Rule
{
    /// <summary>The key under which the code that was meant is told to the fix.</summary>
    public const string Meant = nameof(Meant);

    private static readonly string[] Expected = ["250"];

    /// <summary>
    /// The finding for the reply to <paramref name="verb"/>, which <paramref name="decision"/> compares with 250; null where that is right.
    /// </summary>
    /// <param name="verb">The command.</param>
    /// <param name="decision">The comparison.</param>
    /// <param name="isAccepted">Tells whether the server has the message by then.</param>
    protected abstract Diagnostic? Judge(string verb, SyntaxNode decision, Func<bool> isAccepted);

    public override IEnumerable<Diagnostic> Findings(MailFile file)
    {
        if (file.Commands.Count == 0)
            return [];
        var (dialogue, expected) = (new SmtpDialogue(file, Expected), new ExpectedCodes(file, Expected));
        return
            from command in file.Commands
            let decision = dialogue.DecisionOn(command)
            where decision is not null && !expected.IsGivenSeveral(decision)
            let finding = Judge(command.Verb, decision,
                () => dialogue.EndOfData(command) is not null || dialogue.EndOfDataBeforeCalls(command).Any())
            where finding is not null && !IsExpectedLater(finding, command, file)
            select finding;
    }

    // The right answer is expected, too: 250 is that to an earlier command (pipelining), or to a later one.
    private static bool IsExpectedLater(Diagnostic finding, SmtpCommandSite command, MailFile file) =>
        new ExpectedCodes(file, (finding.Properties.GetValueOrDefault(Meant) ?? "251").Split([", "], StringSplitOptions.None))
            .AreNamedAfter(command);
}

/// <summary>SMTP1003 for commands that are never answered with 250: the right answer to QUIT, DATA, AUTH or STARTTLS fails.</summary>
internal sealed class RightAnswerFails : UnexpectedReply
{
    public override DiagnosticDescriptor Descriptor => Descriptors.PositiveReplyFails;

    // An accepted message that QUIT fails is another rule's.
    protected override Diagnostic? Judge(string verb, SyntaxNode decision, Func<bool> isAccepted) => verb switch
    {
        "QUIT" when !isAccepted() => Report(decision, verb, "221", "is"),
        "DATA" => Report(decision, verb, "354", "is"),
        "AUTH" => Report(decision, verb, "235, 334", "are"),
        "STARTTLS" => Report(decision, verb, "220", "is"),
        _ => null,
    };

    private Diagnostic Report(SyntaxNode decision, string verb, string codes, string verbOfCodes) => Diagnostic.Create(
        Descriptor, decision.GetLocation(), additionalLocations: null, ImmutableDictionary<string, string?>.Empty.Add(Meant, codes),
        codes, verbOfCodes, $"250 is expected in reply to {verb}", "", "raises a false alarm");
}

/// <summary>SMTP1009: 251, which accepts a recipient as 250 does, is refused.</summary>
internal sealed class ForwardedRecipientRefused : UnexpectedReply
{
    public override DiagnosticDescriptor Descriptor => Descriptors.ForwardedRecipientRefused;

    protected override Diagnostic? Judge(string verb, SyntaxNode decision, Func<bool> isAccepted) =>
        verb == "RCPT" ? Diagnostic.Create(Descriptor, decision.GetLocation()) : null;
}
