using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Rules;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>A case of a switch that tests a reply code.</summary>
/// <param name="Syntax">The arm, or the label.</param>
/// <param name="Pattern">Its pattern; null for a label that is a plain constant.</param>
/// <param name="Test">What it asks.</param>
internal sealed record CodeCase(SyntaxNode Syntax, PatternSyntax? Pattern, CodeTest Test);

/// <summary>Puts the class test in the location of all tests of one reply code in a condition or pattern, but for codes that stay what
/// they were.</summary>
internal sealed class CodeCondition(ReplyFixContext context, ReplyClass right, CodeTests tests)
{
    private readonly ClassTestWriter _writer = new(context, right);
    private readonly ReplyCodeSet _class = ReplyCodeSet.OfClass(right);
    private ReplyCodeSet? _noReply;
    private bool _isDigit;

    /// <summary>The codes that stay although they are not of the class, for the title.</summary>
    public ReplyCodeSet Kept { get; private set; } = ReplyCodeSet.Empty;

    /// <summary>The codes of the class that the tests did not bring to the outcome before.</summary>
    public ReplyCodeSet Gained { get; private set; } = ReplyCodeSet.Empty;

    /// <summary>
    /// Whether codes that say nothing of the class (552, say) would come to the outcome, or leave it, with it. Where a range or the
    /// rest is wrong, the whole
    /// class is spoken of; a list of names says nothing of them.
    /// </summary>
    public bool MovesNeutral =>
        context.Finding is { Kind: not (MatchKind.LowerBound or MatchKind.UpperBound or MatchKind.Otherwise),
        Outcome: not Outcome.Delivered }
        && !(_isDigit && context.Finding.Kind == MatchKind.Group)
            && Gained.Overlaps(PermanentReplyRetried.DisputedIn(context.Options.Classes));

    /// <summary>
    /// Replaces the tests around <paramref name="test"/>; <paramref name="code"/> is one that comes to the outcome there, or to the
    /// <paramref name="opposite"/> one.
    /// </summary>
    public bool Replace(ExpressionSyntax test, int code, Edits edits, bool opposite = false)
    {
        if (Group(test) is not { } group)
            return false;
        var holds = group.Test.Codes.Contains(code) ^ opposite;
        var kept = KeptOf(group.Test, holds);
        Note(kept, holds ? group.Test.Codes : ReplyCodeSet.AnyReply - group.Test.Codes);
        _isDigit = group.Test.IsDigit;
        if (MovedBound(group, holds) is { } moved)
            return Replace(edits, moved.Bound, moved.Replacement);
        DropLocal(group, edits);
        var isList = group.Operands.Count == 1 || group.Joint == (holds ? SyntaxKind.LogicalOrExpression : SyntaxKind.LogicalAndExpression);
        if (isList)
            return ReplaceItems(group.Operands.SelectMany(operand => Items(operand, holds)).ToList(), group.Test, kept, edits);
        var first = group.Operands[0];
        if (_writer.Condition(group.Test, kept.Codes.ToList(), holds, WithParentheses(first)) is not { } condition)
            return false;
        edits.Replace(WithParentheses(first), condition);
        foreach (var operand in group.Operands.Skip(1))
            edits.Remove(WithParentheses(operand));
        return true;
    }

    /// <summary>Puts the class test beside <paramref name="lookUp"/>, which stays.</summary>
    public bool AddBeside(InvocationExpressionSyntax lookUp, Edits edits)
    {
        if (tests.Of(lookUp) is not { } test || _writer.Condition(test, [], holds: true, lookUp) is not { } condition)
            return false;
        Note(ReplyCodeSet.Empty, test.Codes);
        while (condition is ParenthesizedExpressionSyntax inner)
            condition = inner.Expression;
        var joined = $"{lookUp.WithoutTrivia()} || {condition}";
        edits.Replace(lookUp, context.Writer.Expression(ClassTestWriter.NeedsParentheses(lookUp, isJoined: true, holds: true)
            ? $"({joined})" : joined));
        return true;
    }

    /// <summary>
    /// The same for cases of a switch that come to the same outcome, arms or labels. The class takes the location of the first, or of
    /// the last of them.
    /// </summary>
    public bool Replace(IReadOnlyList<CodeCase> cases, bool atLast, Edits edits)
    {
        var all = cases.Skip(1).Aggregate(cases[0].Test, static (one, other) => one.With(other.Test, both: false) ?? one);
        var kept = KeptOf(all, holds: true);
        Note(kept, all.Codes);
        var items = cases.SelectMany(one => one.Pattern is { } pattern
            ? Alternatives(one.Test.Pattern ?? pattern, one.Test.Number, holds: true, one.Syntax)
            : [new(one.Syntax, one.Test.Codes, one.Syntax, Holds: true, OwnerHolds: true)]).ToList();
        return ReplaceItems(items, all, kept, edits, atLast);
    }

    /// <summary>
    /// The codes of <paramref name="test"/> that stay where they are: those that say nothing of the class, named one by one, and -1,
    /// which is no reply.
    /// </summary>
    public ReplyCodeSet KeptOf(CodeTest test, bool holds)
    {
        var codes = holds ? test.Codes : ReplyCodeSet.AnyReply - test.Codes;
        var classes = context.Options.Classes;
        var neutral = context.Finding.Outcome == Outcome.Delivered ? ReplyCodeSet.Empty : PermanentReplyRetried.DisputedIn(classes);
        var named = test.Named & (neutral | classes.Of(right) | (ReplyCodeSet.AnyReply - ReplyCodeSet.Real));
        return (codes & (named | NoReply)) - _class;
    }

    private void Note(ReplyCodeSet kept, ReplyCodeSet before) => (Kept, Gained) = (Kept | kept, Gained | (_class - before));

    // Only System.Net.Mail has the code -1 (no reply).
    private ReplyCodeSet NoReply => _noReply ??= context.Finding.Outcome != Outcome.Delivered
        && context.Handlings.Any(static analysis => MailSymbols.NameOf(analysis.Type, -1) is not null) ? ReplyCodeSet.Of(-1)
            : ReplyCodeSet.Empty;

    // A guard, code < 400, lets through all from the bound on: the bound moves.
    private (ExpressionSyntax Bound, ExpressionSyntax Replacement)? MovedBound(Tested group, bool holds)
    {
        if (holds || right != ReplyClass.PermanentNegative
            || group is not { Test: { Number.IsCode: true } test, Operands: [BinaryExpressionSyntax comparison] }
            || !ReplyCodeSet.Positive.Equals(test.Codes & ReplyCodeSet.Real)
            || comparison.Right is not LiteralExpressionSyntax literal)
        {
            return null;
        }

        var bound = comparison.IsKind(SyntaxKind.LessThanExpression) ? "500" : comparison.IsKind(SyntaxKind.LessThanOrEqualExpression)
            ? "499" : null;
        return bound is null ? null : (literal, context.Writer.Expression(bound));
    }

    // The local that held something computed is not needed where the code itself is tested.
    private void DropLocal(Tested group, Edits edits)
    {
        if (group.Test is not { IsDigit: false,
            Number: { IsCode: false, Written: IdentifierNameSyntax { Identifier.ValueText: var name } local } }
            || context.Model.GetSymbolInfo(local).Symbol is not ILocalSymbol { DeclaringSyntaxReferences: [var reference] }
            || reference.GetSyntax() is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1,
                Parent: LocalDeclarationStatementSyntax statement } })
        {
            return;
        }

        var uses = statement.Parent?.DescendantTokens().Where(token => token.ValueText == name
            && token.Parent is IdentifierNameSyntax) ?? [];
        if (uses.All(use => group.Operands.Any(operand => operand.Span.Contains(use.Span))))
            edits.Drop(statement);
    }

    private sealed record Tested(IReadOnlyList<ExpressionSyntax> Operands, CodeTest Test, SyntaxKind Joint);

    /// <param name="Node">A comparison, an alternative of a pattern, a label.</param>
    /// <param name="Codes">The codes that it brings to the outcome.</param>
    /// <param name="Owner">The operand of the condition, or the case, that it is or stands in.</param>
    /// <param name="Holds">Whether it does so by being true.</param>
    /// <param name="OwnerHolds">Whether the owner does so by being true: code is not (A or B) brings A to the outcome by being
    /// false.</param>
    private sealed record Item(SyntaxNode Node, ReplyCodeSet Codes, SyntaxNode Owner, bool Holds, bool OwnerHolds);

    // All operands of the same chain that test the same code; of a chain in which all do, the chain around it.
    private Tested? Group(ExpressionSyntax start)
    {
        if (tests.Of(start) is not { } test)
            return null;
        var whole = start;
        while (whole.Parent is ExpressionSyntax parent)
        {
            var joint = parent.Kind();
            if (joint is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression)
            {
                while (parent.Parent is ExpressionSyntax outer
                    && (outer.IsKind(joint) || (outer is ParenthesizedExpressionSyntax && outer.Parent.IsKind(joint))))
                    parent = outer;
                var all = Operands(parent, joint).ToList();
                var same = all.Where(operand => tests.Of(operand) is { } other && other.IsLike(test)).ToList();
                if (same.Count < all.Count && same.Count > 1 && (test.Around.Length == 0 || joint == SyntaxKind.LogicalOrExpression))
                {
                    var joined = same.Skip(1).Aggregate(tests.Of(same[0]), (one, other) =>
                        one?.With(tests.Of(other), joint == SyntaxKind.LogicalAndExpression));
                    return joined is null ? null : new(same, joined, joint);
                }
            }

            if (tests.Of(parent) is not { } outerTest)
                break;
            (whole, test) = (parent, outerTest);
        }

        while (whole is ParenthesizedExpressionSyntax or PrefixUnaryExpressionSyntax)
            whole = whole is ParenthesizedExpressionSyntax parenthesized ? parenthesized.Expression
                : ((PrefixUnaryExpressionSyntax)whole).Operand;
        var kind = whole.Kind();
        return tests.Of(whole) is not { } inner ? null
            : new(kind is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression ? Operands(whole, kind).ToList() : [whole],
                inner, kind);
    }

    private static IEnumerable<ExpressionSyntax> Operands(ExpressionSyntax expression, SyntaxKind joint)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized.Expression;
        return expression is BinaryExpressionSyntax binary && binary.IsKind(joint)
            ? Operands(binary.Left, joint).Concat(Operands(binary.Right, joint))
            : [expression];
    }

    private List<Item> Items(ExpressionSyntax operand, bool holds) => tests.Of(operand) is not { } test ? []
        : test.Pattern is { } pattern ? Alternatives(pattern, test.Number, holds, operand)
        : [new(WithParentheses(operand), holds ? test.Codes : ReplyCodeSet.AnyReply - test.Codes, operand, holds, holds)];

    private List<Item> Alternatives(PatternSyntax pattern, CodeNumber number, bool holds, SyntaxNode owner)
    {
        var ownerHolds = holds;
        while (pattern is ParenthesizedPatternSyntax or UnaryPatternSyntax)
        {
            holds ^= pattern is UnaryPatternSyntax;
            pattern = pattern is UnaryPatternSyntax not ? not.Pattern : ((ParenthesizedPatternSyntax)pattern).Pattern;
        }

        return Parts(pattern, holds ? SyntaxKind.OrPattern : SyntaxKind.AndPattern)
            .Select(part => new Item(part, Codes(part), owner, holds, ownerHolds)).ToList();

        ReplyCodeSet Codes(PatternSyntax part) => tests.Of(part, number) is not { } test ? ReplyCodeSet.Empty
            : holds ? test.Codes : ReplyCodeSet.AnyReply - test.Codes;
    }

    private static IEnumerable<PatternSyntax> Parts(PatternSyntax pattern, SyntaxKind joint) => pattern is BinaryPatternSyntax binary
        && binary.IsKind(joint)
        ? Parts(binary.Left, joint).Concat(Parts(binary.Right, joint))
        : [pattern];

    private bool ReplaceItems(List<Item> items, CodeTest test, ReplyCodeSet kept, Edits edits, bool atLast = false)
    {
        var replaced = items.Where(item => !item.Codes.IsSubsetOf(kept)).ToList();
        if (replaced.Count == 0)
            return false;
        var left = items.Except(replaced).Aggregate(kept, static (codes, item) => codes - item.Codes).Codes.ToList();
        var owners = replaced.GroupBy(static item => item.Owner).ToList();
        var target = atLast ? owners[owners.Count - 1] : owners[0];
        foreach (var owner in owners)
        {
            var isWhole = items.All(item => item.Owner != owner.Key || replaced.Contains(item));
            if (owner == target && !Write(owner.First(), isWhole, test, left, edits))
                return false;
            if (isWhole && owner != target)
                edits.Remove(owner.Key is ExpressionSyntax operand ? WithParentheses(operand) : owner.Key);
            else if (!isWhole)
                owner.Skip(owner == target ? 1 : 0).ToList().ForEach(item => edits.Remove(item.Node));
        }

        return true;
    }

    // A condition becomes a condition; a pattern stays one where some of it stays, or where it stands in another.
    private bool Write(Item item, bool isWhole, CodeTest test, List<int> kept, Edits edits)
    {
        var (pattern, holds) = isWhole ? (PatternOf(item.Owner), item.OwnerHolds) : (item.Node as PatternSyntax, item.Holds);
        var isSoleDigit = test.IsDigit && kept.Count == 0;
        var isCondition = isWhole && item.Owner is ExpressionSyntax;
        if (isWhole && item.Owner is SwitchExpressionArmSyntax arm && !context.HasPatterns && !isSoleDigit)
            return Replace(edits, arm, _writer.Arm(test, kept, arm));
        if (pattern is not null && (!isCondition || test.Around.Length > 0 || isSoleDigit || (kept.Count > 0 && test.Number.IsCode)))
            return Replace(edits, pattern, _writer.Pattern(test, kept, holds, pattern));
        if (item.Owner is CaseSwitchLabelSyntax label)
            return Replace(edits, label, _writer.Label(test, kept, label));
        return (isWhole ? item.Owner : item.Node) is ExpressionSyntax operand && WithParentheses(operand) is var condition
            && Replace(edits, condition, _writer.Condition(test, kept, holds, condition));
    }

    private PatternSyntax? PatternOf(SyntaxNode owner) => owner switch
    {
        ExpressionSyntax operand => tests.Of(operand)?.Pattern,
        SwitchExpressionArmSyntax arm => arm.Pattern,
        CasePatternSwitchLabelSyntax label => label.Pattern,
        _ => null,
    };

    private static bool Replace(Edits edits, SyntaxNode node, SyntaxNode? replacement)
    {
        if (replacement is not null)
            edits.Replace(node, replacement);
        return replacement is not null;
    }

    private static ExpressionSyntax WithParentheses(ExpressionSyntax expression)
    {
        while (expression.Parent is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized;
        return expression;
    }
}
