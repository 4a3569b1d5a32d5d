using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Options;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Rules;

/// <summary>One slip: the syntax at fault and all codes concerned.</summary>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="Location">The syntax at fault.</param>
/// <param name="Kind">How that lets the codes through.</param>
/// <param name="Codes">The codes concerned.</param>
/// <param name="OutcomeSite">The wrong outcome; null where the slip is none of an outcome.</param>
/// <param name="Analysis">How the body handles the reply code.</param>
/// <param name="Detail">What only the rule's own message says.</param>
internal sealed record Finding(
    ReplyRule Rule, Location Location, MatchKind Kind, ReplyCodeSet Codes, OutcomeSite? OutcomeSite, ReplyCodeAnalysis Analysis,
    string Detail = "")
{
    /// <summary>The atom of a condition that let the codes through; null where the slip is another.</summary>
    public ConditionAtom? Atom { get; init; }

    /// <summary>The codes in words.</summary>
    public string Subject => Codes.Sole switch
    {
        _ when Analysis.IsEnhancedStatus => string.Join(", ", EnhancedClasses.Select(static digit => $"{digit}.x.x")),
        { } code when MailSymbols.NameOf(Analysis.Type, code) is { } name => $"{code} ({name})",
        { } code => $"{code}",
        // A range takes the disputed codes of its class along.
        null => (Codes | (Rule.Neutral(Analysis.Classes) & (OutcomeSite?.Codes ?? ReplyCodeSet.Empty))).ToString(),
    };

    /// <summary>Whether one thing is the subject.</summary>
    public bool IsOne => Analysis.IsEnhancedStatus ? EnhancedClasses.Count() == 1 : Codes.Sole is not null;

    private IEnumerable<int> EnhancedClasses => Codes.Codes.Select(static code => code / 100).Distinct();

    /// <summary>Why the name of the code misleads, or that the site decides on its class, in parentheses; empty where neither.</summary>
    public string Trap
    {
        get
        {
            if ((Codes & Analysis.Classes.Decided) is { IsEmpty: false } decided)
            {
                var key = decided.Overlaps(Analysis.Classes.Transient) ? OptionKey.TransientCodes : OptionKey.PermanentCodes;
                return $" ({decided} {(decided.Sole is null ? "are" : "is")} in {key})";
            }

            return Codes.Sole is { } code && ReplyCodes.Find(code)?.NamingTrap is { } trap ? $" ({trap})" : "";
        }
    }

    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        Rule.Descriptor,
        Location,
        OutcomeSite is null ? [] : [OutcomeSite.Syntax.GetLocation()],
        new FindingProperties(Kind, Codes, OutcomeSite?.Outcome ?? Outcome.None).ToDictionary(),
        Rule.Arguments(this));
}
