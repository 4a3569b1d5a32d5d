using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>Writes the test for a class of reply codes, beside some single codes, as the file writes its tests.</summary>
internal sealed class ClassTestWriter(ReplyFixContext context, ReplyClass right)
{
    /// <summary>A condition that holds for the class and for <paramref name="kept"/>, or for none of them.</summary>
    public ExpressionSyntax? Condition(CodeTest test, IReadOnlyList<int> kept, bool holds, SyntaxNode replaced)
    {
        if (test.IsDigit && kept.Count == 0 && test.Number.Written is { } digit)
            return context.Writer.Expression($"{digit} {(holds ? "==" : "!=")} {(int)right}");
        if (test.Number.Code is not { } code)
            return null;
        var number = NumberOf(code);
        var isOfClass = holds ? context.Writer.ClassTest(number, right)
            : context.HasPatterns ? $"{number} is not ({Range("")})"
            : $"{number} / 100 != {(int)right}";
        var type = Enum(code);
        var named = kept.Select(one => $"{code} {(holds ? "==" : "!=")} {NameOf(type, one, replaced)}");
        var text = string.Join(holds ? " || " : " && ", named.Append(isOfClass));
        return context.Writer.Expression(NeedsParentheses(replaced, kept.Count > 0, holds) ? $"({text})" : text);
    }

    /// <summary>A pattern that matches the class and <paramref name="kept"/>, or none of them, in the location of
    /// <paramref name="replaced"/>.</summary>
    public PatternSyntax? Pattern(CodeTest test, IReadOnlyList<int> kept, bool matches, PatternSyntax replaced)
    {
        var isDigit = test.IsDigit && kept.Count == 0;
        if (!isDigit && !(test.Number.IsCode && context.HasPatterns))
            return null;
        var type = replaced.DescendantNodesAndSelf().OfType<ExpressionSyntax>()
            .Select(constant => context.Model.GetTypeInfo(constant).ConvertedType).FirstOrDefault(context.Mail.IsReplyCode);
        var text = isDigit ? $"{(matches ? "" : "not ")}{(int)right}" : Alternatives(type, kept, matches, replaced);
        var needsParentheses = !isDigit && (replaced.Parent is UnaryPatternSyntax
            || (replaced.Parent.IsKind(SyntaxKind.AndPattern) && matches) || (replaced.Parent.IsKind(SyntaxKind.OrPattern) && !matches));
        return ((IsPatternExpressionSyntax)context.Writer.Expression($"x is {(needsParentheses ? $"({text})" : text)}")).Pattern;
    }

    private string Alternatives(ITypeSymbol? type, IEnumerable<int> kept, bool matches, SyntaxNode near)
    {
        var range = Range(type is null ? "" : $"({TypeName(type, near)}){context.Writer.AfterCast}");
        var named = kept.Select(one => $"{(matches ? "" : "not ")}{NameOf(type, one, near)}");
        return string.Join(matches ? " or " : " and ", named.Append(matches ? range : $"not ({range})"));
    }

    /// <summary>An arm with a condition for the class, below C# 9.</summary>
    public SwitchExpressionArmSyntax? Arm(CodeTest test, IReadOnlyList<int> kept, SwitchExpressionArmSyntax replaced) =>
        Condition(test, kept, holds: true, replaced) is { } condition
        && context.Writer.Expression($"x switch {{ _ when {condition} => x }}") is SwitchExpressionSyntax { Arms: [var arm] }
            ? arm.WithExpression(replaced.Expression)
            : null;

    /// <summary>A label for the class and for <paramref name="kept"/>; below C# 9 it has a condition.</summary>
    public SwitchLabelSyntax? Label(CodeTest test, IReadOnlyList<int> kept, CaseSwitchLabelSyntax replaced)
    {
        var pattern = test.IsDigit && kept.Count == 0 ? $"{(int)right}"
            : context.HasPatterns && test.Number.IsCode ? Alternatives(Enum(replaced.Value), kept, matches: true, replaced)
            : Condition(test, kept, holds: true, replaced) is { } condition ? $"var _ when {condition}"
            : null;
        return pattern is null ? null
            : (SyntaxFactory.ParseStatement($"switch (x) {{ case {pattern}: break; }}",
                options: context.Writer.Options) as SwitchStatementSyntax)?.Sections[0].Labels[0];
    }

    /// <summary>The enum that <paramref name="code"/> is a value of; null where it is a number.</summary>
    public ITypeSymbol? Enum(ExpressionSyntax code) =>
        context.Model.GetTypeInfo(code).Type is { } type && context.Mail.IsReplyCode(type) ? MailSymbols.Underlying(type) : null;

    /// <summary><paramref name="code"/> as a number.</summary>
    public string NumberOf(ExpressionSyntax code)
    {
        var text =
            code is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
                or ParenthesizedExpressionSyntax or ConditionalAccessExpressionSyntax
                or PostfixUnaryExpressionSyntax ? $"{code}" : $"({code})";
        if (context.Model.GetTypeInfo(code).Type is not { } type || MailSymbols.Underlying(type).TypeKind != TypeKind.Enum)
            return text;
        // A cast to int would throw where there is no reply code.
        var number = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? "int?" : "int";
        return $"({number}){context.Writer.AfterCast}{text}";
    }

    private string Range(string cast) => $">= {cast}{(int)right}00 and < {cast}{(int)right + 1}00";

    // As the file writes it there: SmtpStatusCode., an alias, the namespace too, or the bare name.
    private string NameOf(ITypeSymbol? type, int code, SyntaxNode near)
    {
        if (type is null)
            return $"{code}";
        if (MailSymbols.NameOf(type, code) is not { } name)
            return $"({TypeName(type, near)}){context.Writer.AfterCast}{(code < 0 ? $"({code})" : $"{code}")}";
        var members = ConstantsIn(near).Where(IsOfEnum).ToList();
        return members.Count > 0 && members.All(static member => member is IdentifierNameSyntax) ? name : $"{TypeName(type, near)}.{name}";
    }

    private bool IsOfEnum(ExpressionSyntax constant) => constant is MemberAccessExpressionSyntax or IdentifierNameSyntax
        && context.Model.GetSymbolInfo(constant).Symbol is IFieldSymbol { HasConstantValue: true, ContainingType: var type }
            && context.Mail.IsReplyCode(type);

    private string TypeName(ITypeSymbol type, SyntaxNode near) =>
        ConstantsIn(near).OfType<MemberAccessExpressionSyntax>().FirstOrDefault(IsOfEnum)?.Expression.ToString()
        ?? context.NameOf(MailSymbols.Underlying(type), near.SpanStart);

    // The constants of the whole condition or pattern: they show how the file writes the enum.
    private static IEnumerable<ExpressionSyntax> ConstantsIn(SyntaxNode near) =>
        near.AncestorsAndSelf().TakeWhile(static node =>
            node is ExpressionSyntax or PatternSyntax or SwitchLabelSyntax or SwitchExpressionArmSyntax or SubpatternSyntax)
            .LastOrDefault()?.DescendantNodesAndSelf().OfType<ExpressionSyntax>() ?? [];

    /// <summary>Whether the class test needs parentheses in the location of <paramref name="replaced"/>.</summary>
    public static bool NeedsParentheses(SyntaxNode replaced, bool isJoined, bool holds) => replaced.Parent switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } => false,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } => isJoined && holds,
        BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or IsPatternExpressionSyntax or MemberAccessExpressionSyntax
            or CastExpressionSyntax => true,
        _ => false,
    };
}
