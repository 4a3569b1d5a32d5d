using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Language;
using SmtpAnalyzers.Outcomes;
using SmtpAnalyzers.Replies;
using SmtpAnalyzers.Sources;

namespace SmtpAnalyzers.Rules;

/// <summary>One slip: the syntax at fault and all codes concerned.</summary>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="Location">The syntax at fault.</param>
/// <param name="Kind">How that lets the codes through.</param>
/// <param name="Codes">The codes concerned.</param>
/// <param name="Evidence">The wrong outcome; null where the slip is none of an outcome.</param>
/// <param name="Type">The SmtpStatusCode enum that has names for the codes.</param>
/// <param name="Detail">What only the rule's own message says.</param>
internal sealed record Finding(
    ReplyRule Rule, Location Location, LeafKind Kind, ReplyCodeSet Codes, Evidence? Evidence, ITypeSymbol Type, string Detail = "")
{
    /// <summary>The codes in words.</summary>
    public string Subject => Codes.Sole switch
    {
        { } code when MailSymbols.NameOf(Type, code) is { } name => $"{code} ({name})",
        { } code => $"{code}",
        // A range takes the disputed codes of its class along.
        null => (Codes | (Rule.Neutral & (Evidence?.Codes ?? ReplyCodeSet.Empty))).ToString(),
    };

    /// <summary>Why the name of the code misleads, in parentheses; empty where it does not.</summary>
    public string Trap => Codes.Sole is { } code && ReplyCodes.Find(code)?.NamingTrap is { } trap ? $" ({trap})" : "";

    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        Rule.Descriptor,
        Location,
        Evidence is null ? [] : [Evidence.Syntax.GetLocation()],
        new FindingProperties(Kind, Codes, Evidence?.Outcome ?? Outcome.None).ToDictionary(),
        Rule.Arguments(this));
}
