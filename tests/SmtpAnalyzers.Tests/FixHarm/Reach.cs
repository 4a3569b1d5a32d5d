using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Tests.FixHarm;

/// <summary>The codes whose outcome a finding is about. For all others a method answers after the fix as it did before.</summary>
internal static class Reach
{
    /// <summary>Codes about the session, the login or the size: they stay where they were, unless the finding is about the whole class.</summary>
    private static readonly HashSet<int> Neutral = [500, 502, 503, 530, 534, 535, 538, 552];

    /// <summary>Above this many of the 100 codes of 5yz a test speaks of the class.</summary>
    private const int Most = 80;

    /// <summary>The codes for which a method answers otherwise although no finding was about them.</summary>
    public static IEnumerable<int> Spoilt(IReadOnlyDictionary<int, string> before, IReadOnlyDictionary<int, string> after, IReadOnlyCollection<string> rules)
    {
        return
            from answer in before
            where after.TryGetValue(answer.Key, out var now) && now != answer.Value
            where !rules.Any(rule => IsAbout(rule, answer.Key)) || (Neutral.Contains(answer.Key) && !IsOfClass(answer.Value) && !rules.Any(TakesNeutral))
            select answer.Key;

        bool IsOfClass(string answer) => Enumerable.Range(500, 100).Count(code => before[code] == answer) > Most;
    }

    /// <summary>The rules whose findings stand in the same member, so that one repair can be for all of them.</summary>
    public static HashSet<string> RulesBeside(Diagnostic finding, IEnumerable<Diagnostic> findings)
    {
        var member = Member(finding);
        return findings.Where(other => Member(other) == member).Select(other => other.Id).ToHashSet();
    }

    private static SyntaxNode? Member(Diagnostic finding) =>
        finding.Location.SourceTree!.GetRoot().FindNode(finding.Location.SourceSpan).FirstAncestorOrSelf<MemberDeclarationSyntax>();

    // 1004: what is no 2yz is not delivered. 1005 moves a bound to the edge of its class. 3002 adds a class to a test that had none, and 3004 puts a
    // code where the text never had one.
    private static bool IsAbout(string rule, int code) => rule switch
    {
        "SMTP1001" or "SMTP1006" => code / 100 == 4,
        "SMTP1002" => code / 100 == 5,
        "SMTP1003" => code / 100 is 2 or 3 or 4 or 5,
        "SMTP1004" => code / 100 != 2,
        "SMTP1005" or "SMTP1008" => code / 100 is 4 or 5,
        "SMTP3002" or "SMTP3004" => code > 0,
        _ => false,
    };

    private static bool TakesNeutral(string rule) => rule is "SMTP1004" or "SMTP1005" or "SMTP1008" or "SMTP3002" or "SMTP3004";
}
