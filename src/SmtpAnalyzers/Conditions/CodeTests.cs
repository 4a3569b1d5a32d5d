using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Conditions;

/// <summary>The parts of a condition that ask for certain reply codes.</summary>
internal static class CodeTests
{
    /// <summary>
    /// The alternatives of <paramref name="condition"/> that ask for certain codes, each with the label, expression or pattern that it is,
    /// in source order. A pattern such as <c>&gt;= 400 and &lt; 500</c> is one alternative. What is negated asks for all other codes, so it
    /// is none.
    /// </summary>
    public static IEnumerable<(SyntaxNode Syntax, ReplyCodeSet Codes)> In(Condition condition)
    {
        // Without recursion: a list of thousands of codes may be as deep.
        var pending = new Stack<Condition>();
        pending.Push(condition);
        while (pending.Count > 0)
        {
            var part = pending.Pop();
            if (part is Condition.Or)
            {
                for (var i = part.Parts.Length - 1; i >= 0; i--)
                    pending.Push(part.Parts[i]);
            }
            else if (part is Condition.Atom { AsksForCodes: true } or Condition.And { Syntax: PatternSyntax }
                && part.Constant is { } test && IsOfCertainCodes(test))
            {
                yield return (LabelOf(part.Syntax), test.WhenTrue);
            }
        }
    }

    /// <summary>
    /// The codes that <paramref name="condition"/>, the test of a case or an arm, asks for by names or bounds; none for <c>var x</c> or a
    /// type.
    /// </summary>
    public static ReplyCodeSet Named(Condition condition) =>
        condition.Constant is { } test && AsksForCodes(condition) ? test.WhenTrue : ReplyCodeSet.Empty;

    private static bool AsksForCodes(Condition condition)
    {
        var pending = new Stack<Condition>();
        pending.Push(condition);
        while (pending.Count > 0)
        {
            var part = pending.Pop();
            if (part is Condition.Atom { AsksForCodes: true })
                return true;
            foreach (var inner in part.Parts)
                pending.Push(inner);
        }

        return false;
    }

    private static bool IsOfCertainCodes(Constraint test) =>
        !ReplyCodeSet.AnyReply.IsSubsetOf(test.WhenTrue) && !test.WhenTrue.IsSubsetOf(ReplyCodeSet.NoReply);

    /// <summary>The case label that <paramref name="test"/>, its constant or its pattern, is all of; else the test itself.</summary>
    public static SyntaxNode LabelOf(SyntaxNode test) => test.Parent switch
    {
        CaseSwitchLabelSyntax label => label,
        CasePatternSwitchLabelSyntax { WhenClause: null } label => label,
        _ => test,
    };
}
