using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Replies;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>Replaces a range, a comparison or a list of comparisons by a test for the class that the outcome is right for.</summary>
internal static class ClassTest
{
    public static FixCandidate? Plan(ReplyFixContext context)
    {
        if (context.RightClass is not { } right)
            return null;
        var title = $"Test for the {(int)right}yz class";
        var replaced = context.Node switch
        {
            PatternSyntax list when context.Id == DiagnosticIds.RetryListIncomplete =>
                list.DescendantNodesAndSelf().OfType<ConstantPatternSyntax>().FirstOrDefault() is { } one ? InPattern(context, one, right) : null,
            BinaryExpressionSyntax list when context.Id == DiagnosticIds.RetryListIncomplete =>
                list.DescendantNodesAndSelf().OfType<BinaryExpressionSyntax>().FirstOrDefault(static one => one.IsKind(SyntaxKind.EqualsExpression)) is { } one
                    ? InExpression(context, one, right)
                    : null,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } all when context.Finding.Kind == LeafKind.Otherwise =>
                InExpression(context, all, right),
            { Parent: ConstantPatternSyntax { Parent: UnaryPatternSyntax { Parent: IsPatternExpressionSyntax match } } } when context.Finding.Kind == LeafKind.Otherwise =>
                context.Root.ReplaceNode(match, Test(context, match.Expression, right).WithTriviaFrom(match)),
            _ when context.Finding.Kind is not (LeafKind.Named or LeafKind.LowerBound or LeafKind.UpperBound or LeafKind.Group) => null,
            ExpressionSyntax { Parent: PatternSyntax pattern } => InPattern(context, pattern, right),
            ExpressionSyntax constant when Comparison(constant) is { } comparison => InExpression(context, comparison, right),
            _ => null,
        };
        return replaced is null ? null : new FixCandidate(FixKind.ClassTest, title, replaced);
    }

    private static BinaryExpressionSyntax? Comparison(SyntaxNode constant)
    {
        while (constant.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax)
            constant = constant.Parent;
        return constant.Parent as BinaryExpressionSyntax;
    }

    private static SyntaxNode? InExpression(ReplyFixContext context, BinaryExpressionSyntax comparison, ReplyClass right)
    {
        if (Subject(context, comparison) is not { } subject || IsNegative(context, comparison))
            return null;
        // Where the code was divided by 100 before, the class is one digit.
        var (compared, constant) = Sides(context, comparison);
        var test = context.ConstantOf(constant) is >= 0 and <= 9
            ? SyntaxFactory.ParseExpression($"{compared.WithoutTrivia()} == {(int)right}")
            : Test(context, subject, right);
        return InChain(context, comparison, subject, test);
    }

    private static (ExpressionSyntax Compared, ExpressionSyntax Constant) Sides(ReplyFixContext context, BinaryExpressionSyntax comparison) =>
        context.Model.GetConstantValue(comparison.Right).HasValue ? (comparison.Left, comparison.Right) : (comparison.Right, comparison.Left);

    // A comparison that lets the code through when it fails would have to be turned round: that is for a person.
    private static bool IsNegative(ReplyFixContext context, BinaryExpressionSyntax comparison) =>
        (comparison.IsKind(SyntaxKind.NotEqualsExpression) && context.Finding.Kind is not (LeafKind.Group or LeafKind.Otherwise))
        || comparison.AncestorsAndSelf().TakeWhile(static node => node is ExpressionSyntax and not AnonymousFunctionExpressionSyntax)
            .Any(static node => node is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression });

    /// <summary>The reply code in a comparison with a constant, without the cast or the division that were made for it.</summary>
    private static ExpressionSyntax? Subject(ReplyFixContext context, BinaryExpressionSyntax comparison)
    {
        var subject = Sides(context, comparison).Compared;
        while (true)
        {
            switch (subject)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    subject = parenthesized.Expression;
                    break;
                case CastExpressionSyntax cast:
                    subject = cast.Expression;
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression } division when context.ConstantOf(division.Right) == 100:
                    subject = division.Left;
                    break;
                case BinaryExpressionSyntax:
                    return null;
                default:
                    return subject;
            }
        }
    }

    /// <summary>Puts the class test in the place of all tests of the same code: both bounds of a range, all codes of a list.</summary>
    private static SyntaxNode? InChain(ReplyFixContext context, ExpressionSyntax test, ExpressionSyntax subject, ExpressionSyntax classTest)
    {
        var joint = IsRelational(test) || test.IsKind(SyntaxKind.NotEqualsExpression) ? SyntaxKind.LogicalAndExpression : SyntaxKind.LogicalOrExpression;
        var around = test.Ancestors().TakeWhile(node => node is ParenthesizedExpressionSyntax || node.IsKind(joint));
        if (around.LastOrDefault(node => node.IsKind(joint)) is not ExpressionSyntax whole)
            return context.Root.ReplaceNode(test, classTest.WithTriviaFrom(test));
        var same = Operands(whole, joint).Where(operand => IsSameTest(context, operand, test, subject, joint)).Select(WithParentheses).ToList();
        SyntaxNode? root = context.Root.TrackNodes(same);
        foreach (var other in same.Skip(1))
            root = root?.GetCurrentNode(other) is { } item ? SeparatedItems.Remove(root, item) : null;
        return root?.GetCurrentNode(same[0]) is { } first ? root.ReplaceNode(first, classTest.WithTriviaFrom(first)) : null;
    }

    private static ExpressionSyntax WithParentheses(ExpressionSyntax expression)
    {
        while (expression.Parent is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized;
        return expression;
    }

    private static IEnumerable<ExpressionSyntax> Operands(ExpressionSyntax expression, SyntaxKind joint)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized.Expression;
        return expression is BinaryExpressionSyntax binary && binary.IsKind(joint)
            ? Operands(binary.Left, joint).Concat(Operands(binary.Right, joint))
            : [expression];
    }

    private static bool IsSameTest(ReplyFixContext context, ExpressionSyntax other, ExpressionSyntax test, ExpressionSyntax subject, SyntaxKind joint)
    {
        var otherSubject = other switch
        {
            BinaryExpressionSyntax comparison when test.IsKind(SyntaxKind.NotEqualsExpression) =>
                comparison.IsKind(SyntaxKind.NotEqualsExpression) ? Subject(context, comparison) : null,
            BinaryExpressionSyntax comparison when IsRelational(test) == IsRelational(comparison) && (IsRelational(test) || IsEquality(comparison)) =>
                Subject(context, comparison),
            IsPatternExpressionSyntax match when joint == SyntaxKind.LogicalOrExpression && match.Pattern.DescendantNodesAndSelf().OfType<PatternSyntax>().All(IsList) =>
                match.Expression,
            _ => null,
        };
        return otherSubject is not null && SyntaxFactory.AreEquivalent(otherSubject, subject);
    }

    // code is SmtpStatusCode.MailboxBusy reads like a type test, and is none.
    private static bool IsEquality(ExpressionSyntax test) => test.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.IsExpression;

    private static bool IsList(PatternSyntax pattern) => pattern is ConstantPatternSyntax or BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern };

    private static bool IsRelational(ExpressionSyntax test) => test.Kind() is
        SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression;

    private static ExpressionSyntax Test(ReplyFixContext context, ExpressionSyntax subject, ReplyClass right)
    {
        var text = context.Writer.ClassTest(Number(context, subject), right);
        return SyntaxFactory.ParseExpression(text, options: context.Root.SyntaxTree.Options as CSharpParseOptions);
    }

    private static string Number(ReplyFixContext context, ExpressionSyntax subject)
    {
        var text = subject.WithoutTrivia().ToString();
        if (context.Model.GetTypeInfo(subject).Type is not { } type || !context.Mail.IsReplyCode(type))
            return text;
        // A cast to int would throw where there is no reply code.
        var number = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? "int?" : "int";
        return $"({number}){context.Writer.AfterCast}{text}";
    }

    private static SyntaxNode? InPattern(ReplyFixContext context, PatternSyntax pattern, ReplyClass right)
    {
        if (!context.HasPatterns || pattern is not (ConstantPatternSyntax or RelationalPatternSyntax))
            return null;
        var joint = pattern is ConstantPatternSyntax ? SyntaxKind.OrPattern : SyntaxKind.AndPattern;
        PatternSyntax whole = pattern;
        while (whole.Parent is BinaryPatternSyntax parent && parent.IsKind(joint) && parent.DescendantNodes().OfType<PatternSyntax>().All(IsPlain))
            whole = parent;
        if (whole.AncestorsAndSelf().TakeWhile(static node => node is PatternSyntax).Any(static node => node is UnaryPatternSyntax))
            return null;
        // What is matched was divided by 100 before: the class is one digit there.
        if (Constants(whole).All(constant => context.ConstantOf(constant) is >= 0 and <= 9))
        {
            var digit = SyntaxFactory.ConstantPattern(SyntaxFactory.ParseExpression($"{(int)right}"));
            return context.Root.ReplaceNode(whole, digit.WithTriviaFrom(whole));
        }

        if (context.Finding.Kind == LeafKind.Group)
            return null;
        var isEnum = Constants(whole).Any(constant => context.Mail.IsReplyCode(context.Model.GetTypeInfo(constant).ConvertedType));
        if (whole.Parent is IsPatternExpressionSyntax match && isEnum == context.Mail.IsReplyCode(context.Model.GetTypeInfo(match.Expression).Type))
            return InChain(context, match, match.Expression, Test(context, match.Expression, right));
        var cast = isEnum ? $"({EnumName(context, whole)}){context.Writer.AfterCast}" : "";
        var text = $"x is >= {cast}{(int)right}00 and < {cast}{(int)right + 1}00";
        var parsed = ((IsPatternExpressionSyntax)SyntaxFactory.ParseExpression(text)).Pattern;
        return context.Root.ReplaceNode(whole, parsed.WithTriviaFrom(whole));
    }

    private static bool IsPlain(PatternSyntax pattern) => pattern is ConstantPatternSyntax or RelationalPatternSyntax or BinaryPatternSyntax;

    private static IEnumerable<ExpressionSyntax> Constants(PatternSyntax pattern) => pattern.DescendantNodesAndSelf().Select(static node => node switch
    {
        ConstantPatternSyntax constant => constant.Expression,
        RelationalPatternSyntax relational => relational.Expression,
        _ => null,
    }).OfType<ExpressionSyntax>();

    // As the file writes it: SmtpStatusCode, or with the alias or namespace that it needs there.
    private static string EnumName(ReplyFixContext context, PatternSyntax pattern) =>
        Constants(pattern).OfType<MemberAccessExpressionSyntax>().FirstOrDefault()?.Expression.ToString()
        ?? Constants(pattern)
            .Select(constant => context.Model.GetTypeInfo(constant).ConvertedType?.ToMinimalDisplayString(context.Model, pattern.SpanStart))
            .FirstOrDefault()
        ?? "SmtpStatusCode";
}
