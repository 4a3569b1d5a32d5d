using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Tests.FixHarm;

/// <summary>Calls with an effect that a fix has dropped, added or moved, but for what the fix of a rule is there for.</summary>
internal static class LostCalls
{
    private static readonly string[] Opening = ["Connect", "ConnectAsync", "Authenticate", "AuthenticateAsync"];

    private static readonly string[] Waiting = ["Sleep", "Delay"];

    public static IEnumerable<string> Of(State before, State after, IReadOnlyCollection<Diagnostic> fixedFindings, Snippet snippet)
    {
        var lines = LineDiff.Of(Names(before), Names(after)).Lines.Where(line => line.Text != "");
        var diff = lines.ToLookup(line => line.Change, line => line.Text);
        var (removed, inserted) = (diff[Change.Removed].ToList(), diff[Change.Inserted].ToList());
        // The refused recipients are collected first, and then the message is sent to them: the order is a new one.
        var moved = Common(removed, inserted);
        if (moved.Count > 0 && fixedFindings.All(finding => finding.Id != "SMTP2004"))
            yield return $"calls: moved {string.Join(", ", moved)}";

        var mayGo = fixedFindings.SelectMany(finding => MayGo(finding, before)).Concat(snippet.Loses).ToList();
        var lost = Without(Without(removed, moved), mayGo).Where(name => !snippet.Loses.Contains(name)).ToList();
        var added = Without(inserted, moved)
            .Where(name => !fixedFindings.Any(finding => MayCome(finding.Id, name, before, snippet)))
            .ToList();
        if (snippet.SendsAdded != 0)
        {
            var sends = added.Count(snippet.Sends.Contains) - lost.Count(snippet.Sends.Contains);
            if (snippet.SendsAdded is { } expected && sends != expected)
                yield return $"calls: {sends} sends added, not {expected}";
            lost.RemoveAll(snippet.Sends.Contains);
            added.RemoveAll(snippet.Sends.Contains);
        }

        // One send may take another's place, as SendAsync that of Send.
        if (lost.Count > 0)
            yield return $"calls: lost {string.Join(", ", lost)}";
        if (added.Count > 0)
            yield return $"calls: added {string.Join(", ", added)}";
    }

    private static string Names(State state) => string.Concat(state.Calls.Select(call => $"{call.Name}\n"));

    private static bool MayCome(string rule, string name, State before, Snippet snippet) => rule switch
    {
        // The arm of a class does what the arms of its codes do.
        "SMTP1008" => !snippet.Sends.Contains(name) && before.Calls.Any(call => call.Name == name),
        "SMTP2002" => Waiting.Contains(name),
        "SMTP2003" => Opening.Contains(name),
        "SMTP2004" => !snippet.Sends.Contains(name),
        "SMTP2007" => name.EndsWith("++") || name.StartsWith("++"),
        "SMTP3008" => name == "Add",
        _ => false,
    };

    /// <summary>The calls that cannot be reached, as the finding says: those of the part that may go.</summary>
    private static List<string> MayGo(Diagnostic finding, State state)
    {
        var node = finding.Location.SourceTree!.GetRoot().FindNode(finding.Location.SourceSpan);
        var parts = finding.Id switch
        {
            "SMTP3003" => Branches(node),
            "SMTP1007" => Branches(node).Append(node.AncestorsAndSelf().Where(IsTested).Take(1)),
            "SMTP3001" => [node.AncestorsAndSelf().OfType<CatchClauseSyntax>().Take(1)],
            _ => [],
        };
        return parts
            .Select(part => state.Calls.Where(call => part.Any(outer => outer.Contains(call.Syntax))).Select(call => call.Name).ToList())
            .OrderByDescending(calls => calls.Count).FirstOrDefault() ?? [];
    }

    private static bool IsTested(SyntaxNode node) => node is CatchClauseSyntax or SwitchSectionSyntax or BinaryExpressionSyntax;

    // Either is not taken, once the test is known; what follows a branch that leaves belongs to the other one.
    private static IEnumerable<IEnumerable<SyntaxNode>> Branches(SyntaxNode test)
    {
        foreach (var outer in test.Ancestors())
        {
            switch (outer)
            {
                case IfStatementSyntax choice when choice.Condition.Contains(test):
                    yield return [choice.Statement];
                    yield return Following(choice).Concat(choice.Else is null ? [] : [choice.Else]);
                    yield break;
                case ConditionalExpressionSyntax choice when choice.Condition.Contains(test):
                    yield return [choice.WhenTrue];
                    yield return [choice.WhenFalse];
                    yield break;
                case MemberDeclarationSyntax:
                    yield break;
            }
        }
    }

    private static IEnumerable<SyntaxNode> Following(StatementSyntax statement) => statement.Parent is BlockSyntax block
        ? block.Statements.SkipWhile(other => other != statement).Skip(1)
        : [];

    private static List<string> Common(IEnumerable<string> some, IEnumerable<string> others)
    {
        var left = others.ToList();
        return some.Where(left.Remove).ToList();
    }

    private static List<string> Without(IEnumerable<string> all, IEnumerable<string> some)
    {
        var left = all.ToList();
        foreach (var one in some)
            left.Remove(one);
        return left;
    }
}
