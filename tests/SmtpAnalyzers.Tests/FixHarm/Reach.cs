using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Tests.FixHarm;

/// <summary>The codes whose outcome some findings are about. For all others a method answers after the fix as it did before.</summary>
/// <param name="before">By code, what a method answered before the fix.</param>
internal sealed class Reach(IReadOnlyDictionary<int, string> before, IReadOnlyCollection<Diagnostic> findings)
{
    // Codes about the session, the login or the size: they stay where they were, unless the finding is about a range or about all others.
    private static readonly HashSet<int> Neutral = [500, 502, 503, 530, 534, 535, 538, 552];

    private readonly List<(string Rule, bool IsRange)> _findings =
        [.. findings.Select(finding => (finding.Id, IsRest(Node(finding)) || IsRange(Node(finding)))).Distinct()];

    private static readonly HashSet<SyntaxKind> Ranges =
    [
        SyntaxKind.LessThanExpression, SyntaxKind.LessThanOrEqualExpression,
        SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanOrEqualExpression,
        SyntaxKind.NotEqualsExpression, SyntaxKind.DivideExpression,
    ];

    private readonly ILookup<int, string> _ofClass = before.ToLookup(answer => answer.Key / 100, answer => answer.Value);

    /// <summary>The codes for which a method answers otherwise although no finding was about them.</summary>
    public IEnumerable<int> Spoilt(IReadOnlyDictionary<int, string> after) =>
        from answer in before
        where after.TryGetValue(answer.Key, out var now) && now != answer.Value
            && !_findings.Any(finding => Allows(finding.Rule, finding.IsRange, answer.Key, answer.Value, now))
        select answer.Key;

    /// <summary>The findings in the same member, so that one repair can be for all of them.</summary>
    public static List<Diagnostic> Beside(Diagnostic finding, IEnumerable<Diagnostic> findings) =>
        findings.Where(other => Member(other) == Member(finding)).ToList();

    // An unlisted code may come to where others of its class are already, or where the other class was by mistake.
    private bool Allows(string rule, bool isRange, int code, string was, string now)
    {
        var (group, isFree) = (code / 100, isRange || !Neutral.Contains(code));
        return rule switch
        {
            "SMTP1001" => group == 4 || (group == 5 && isFree && Belongs(4)) || (group is 2 or 3 && _ofClass[4].Contains(was)),
            "SMTP1002" => (group == 5 && isFree) || (group == 4 && Belongs(5)) || (group is 2 or 3 && _ofClass[5].Contains(was)),
            // 421 and 551 are what is written 221 and 251 by mistake.
            "SMTP1003" => group is 2 or 3 or 4 || code == 551 || (group == 5 && isFree),
            // A missing reply or a 3yz is no delivery either.
            "SMTP1004" => group != 2 || Belongs(4) || Belongs(5),
            "SMTP1005" => group is 4 or 5,
            "SMTP1006" => group == 4,
            "SMTP1008" => group is 4 or 5 && Belongs(group),
            // It is about the missing reply and no other.
            "SMTP1010" => code == -1,
            // A class is added to a test that had none, or a code to one that never had it in its text.
            "SMTP3002" or "SMTP3004" => code > 0,
            _ => false,
        };

        bool Belongs(int other) => _ofClass[group].Contains(now) || _ofClass[other].Contains(now);
    }

    private static SyntaxNode Node(Diagnostic finding) => finding.Location.SourceTree!.GetRoot().FindNode(finding.Location.SourceSpan);

    private static SyntaxNode? Member(Diagnostic finding) => Node(finding).FirstAncestorOrSelf<MemberDeclarationSyntax>();

    // All others than those that are named before.
    private static bool IsRest(SyntaxNode node) =>
        node is DiscardPatternSyntax or ElseClauseSyntax or DefaultSwitchLabelSyntax or CatchClauseSyntax or CatchDeclarationSyntax
            or StatementSyntax;

    // A bound, or a digit.
    private static bool IsRange(SyntaxNode node)
    {
        foreach (var outer in node.AncestorsAndSelf())
        {
            switch (outer)
            {
                case RelationalPatternSyntax:
                    return true;
                case BinaryExpressionSyntax binary:
                    return Ranges.Contains(binary.Kind()) || (binary.IsKind(SyntaxKind.EqualsExpression)
                        && binary.DescendantNodes().Any(part => part.IsKind(SyntaxKind.DivideExpression)));
                case StatementSyntax or MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }
}
