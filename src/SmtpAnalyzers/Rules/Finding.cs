using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Options;
using SmtpAnalyzers.Outcomes;
using SmtpAnalyzers.Replies;
using SmtpAnalyzers.Sources;

namespace SmtpAnalyzers.Rules;

/// <summary>One slip: the syntax at fault and all codes it lets come to a wrong outcome.</summary>
internal sealed record Finding(ReplyRule Rule, Location Location, LeafKind Kind, ReplyCodeSet Codes, Evidence Evidence, Handling Handling)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        Rule.Descriptor,
        Location,
        [Evidence.Syntax.GetLocation()],
        new FindingProperties(Kind, Codes, Evidence.Outcome).ToDictionary(),
        Subject(),
        Codes.Sole is null ? "are" : "is",
        Evidence.What,
        Trap(),
        Rule.Consequence(Evidence));

    private string Subject() => Codes.Sole switch
    {
        { } code when MailSymbols.NameOf(Handling.Type, code) is { } name => $"{code} ({name})",
        { } code => $"{code}",
        // A range takes the disputed codes of its class along.
        null => (Codes | (Rule.Neutral(Handling.Classes) & Evidence.Codes)).ToString(),
    };

    private string Trap()
    {
        if ((Codes & Handling.Classes.Decided) is { IsEmpty: false } decided)
        {
            var key = decided.Overlaps(Handling.Classes.Transient) ? OptionKey.TransientCodes : OptionKey.PermanentCodes;
            return $" ({decided} {(decided.Sole is null ? "are" : "is")} in {key})";
        }

        return Codes.Sole is { } code && ReplyCodes.Find(code)?.NamingTrap is { } trap ? $" ({trap})" : "";
    }
}
