using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Outcomes;
using SmtpAnalyzers.Replies;
using SmtpAnalyzers.Sources;

namespace SmtpAnalyzers.Rules;

/// <summary>One slip: the syntax at fault and all codes it lets come to a wrong outcome.</summary>
internal sealed record Finding(ReplyRule Rule, Location Location, LeafKind Kind, ReplyCodeSet Codes, Evidence Evidence, ITypeSymbol Type)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        Rule.Descriptor,
        Location,
        [Evidence.Syntax.GetLocation()],
        new FindingProperties(Kind, Codes, Evidence.Outcome).ToDictionary(),
        Subject(),
        IsSingle ? "is" : "are",
        Evidence.What,
        Trap(),
        Rule.Consequence(Evidence));

    private bool IsSingle => Codes.Ranges() is [var (first, last)] && first == last;

    private string Subject() => IsSingle && Codes.Codes.First() is var code && MailSymbols.NameOf(Type, code) is { } name ? $"{code} ({name})" : (Codes | (Rule.Neutral & Evidence.Codes)).ToString();

    private string Trap() => IsSingle && ReplyCodes.Find(Codes.Codes.First())?.NamingTrap is { } trap ? $" ({trap})" : "";
}
