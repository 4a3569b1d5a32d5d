using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>A condition or pattern that asks for one reply code and for nothing else.</summary>
/// <param name="Number">What is tested.</param>
/// <param name="Codes">The codes for which it holds.</param>
/// <param name="Named">The codes that it names one by one.</param>
internal sealed record CodeTest(CodeNumber Number, ReplyCodeSet Codes, ReplyCodeSet Named)
{
    /// <summary>Whether the first digit is all that it looks at.</summary>
    public bool IsDigit { get; init; } = Number.IsDigit;

    /// <summary>The pattern of the code; null where there is none.</summary>
    public PatternSyntax? Pattern { get; init; }

    /// <summary>What stands around the pattern of the code, a type or other properties; empty where nothing does.</summary>
    public string Around { get; init; } = "";

    /// <summary>Whether <paramref name="other"/> asks for the same reply code.</summary>
    public bool IsLike(CodeTest other) => Around == other.Around && Number.IsOfSameCode(other.Number);

    /// <summary>The test that holds where this one does not; null where something else is tested too.</summary>
    public CodeTest? Not() => Around.Length > 0 ? null : this with { Codes = ReplyCodeSet.AnyReply - Codes, Pattern = null };

    /// <summary>This test together with <paramref name="other"/>; null where that asks for something else.</summary>
    public CodeTest? With(CodeTest? other, bool both) => other is null || !IsLike(other) ? null : this with
    {
        Codes = both ? Codes & other.Codes : Codes | other.Codes,
        Named = Named | other.Named,
        IsDigit = IsDigit && other.IsDigit,
        Pattern = null,
    };
}

/// <summary>Reads conditions and patterns as tests of one reply code.</summary>
/// <param name="context">The finding.</param>
/// <param name="elementsOf">The codes in a list that may be looked up; null for a list that is none of the finding's.</param>
internal sealed class CodeTests(FixContext context, Func<ExpressionSyntax, ReplyCodeSet?>? elementsOf = null)
{
    private readonly CodeNumbers _numbers = new(context);
    private readonly Dictionary<ExpressionSyntax, CodeTest?> _known = [];

    /// <summary>What <paramref name="condition"/> asks of a reply code; null where it is no such test, or asks for something else
    /// too.</summary>
    public CodeTest? Of(ExpressionSyntax condition)
    {
        if (!_known.TryGetValue(condition, out var test))
            _known[condition] = test = Read(condition);
        return test;
    }

    private CodeTest? Read(ExpressionSyntax condition) => condition switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => Of(inner),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => Of(not.Operand)?.Not(),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } and => Joined(and, both: true),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } or => Joined(or, both: false),
        BinaryExpressionSyntax comparison => OfComparison(comparison),
        IsPatternExpressionSyntax match => OfMatch(match),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } called,
            ArgumentList.Arguments: [var sole] } =>
            name switch
            {
                "Equals" => Equality(called.Expression, sole.Expression) ?? Equality(sole.Expression, called.Expression),
                "Contains" => OfLookUp(called.Expression, sole.Expression),
                _ => null,
            },
        _ => null,
    };

    private CodeTest? Joined(BinaryExpressionSyntax chain, bool both) =>
        Of(chain.Left) is { } left && Of(chain.Right) is { } right && (!both || left.Around.Length == 0) ? left.With(right, both) : null;

    private CodeTest? OfComparison(BinaryExpressionSyntax comparison)
    {
        var kind = comparison.Kind();
        return context.Model.GetConstantValue(comparison.Right).HasValue
            ? context.ConstantOf(comparison.Right) is { } right ? Compared(_numbers.Read(comparison.Left), kind, right) : null
            : context.ConstantOf(comparison.Left) is { } left ? Compared(_numbers.Read(comparison.Right), Mirrored(kind), left) : null;
    }

    private CodeTest? Equality(ExpressionSyntax number, ExpressionSyntax constant) =>
        context.ConstantOf(constant) is { } code ? Compared(_numbers.Read(number), SyntaxKind.EqualsExpression, code) : null;

    private CodeTest? OfLookUp(ExpressionSyntax list, ExpressionSyntax code) =>
        elementsOf?.Invoke(list) is { } elements && _numbers.Read(code) is { } number
            ? new(number, number.Where(value => value is >= int.MinValue and <= int.MaxValue && elements.Contains((int)value)),
                number.IsCode ? elements : ReplyCodeSet.Empty)
            : null;

    private static SyntaxKind Mirrored(SyntaxKind kind) => kind switch
    {
        SyntaxKind.LessThanExpression => SyntaxKind.GreaterThanExpression,
        SyntaxKind.LessThanOrEqualExpression => SyntaxKind.GreaterThanOrEqualExpression,
        SyntaxKind.GreaterThanExpression => SyntaxKind.LessThanExpression,
        SyntaxKind.GreaterThanOrEqualExpression => SyntaxKind.LessThanOrEqualExpression,
        _ => kind,
    };

    private static CodeTest? Compared(CodeNumber? number, SyntaxKind kind, long bound)
    {
        if (number is null)
            return null;
        var named = number.IsCode ? number.Where(value => value == bound) : ReplyCodeSet.Empty;
        return kind switch
        {
            // code is SmtpStatusCode.MailboxBusy reads like a type test, and is none.
            SyntaxKind.EqualsExpression or SyntaxKind.IsExpression => new(number, number.Where(value => value == bound), named),
            SyntaxKind.NotEqualsExpression => new(number, number.Where(value => value != bound), named),
            SyntaxKind.LessThanExpression => new(number, number.Where(value => value < bound), ReplyCodeSet.Empty),
            SyntaxKind.LessThanOrEqualExpression => new(number, number.Where(value => value <= bound), ReplyCodeSet.Empty),
            SyntaxKind.GreaterThanExpression => new(number, number.Where(value => value > bound), ReplyCodeSet.Empty),
            SyntaxKind.GreaterThanOrEqualExpression => new(number, number.Where(value => value >= bound), ReplyCodeSet.Empty),
            _ => null,
        };
    }

    private CodeTest? OfMatch(IsPatternExpressionSyntax match) => Of(match.Pattern, _numbers.Read(match.Expression)) is { } test
        ? test.Around.Length == 0 ? test : test with { Around = $"{match.Expression.WithoutTrivia()} is {test.Around}" }
        : null;

    /// <summary>What <paramref name="pattern"/> asks of a reply code: of <paramref name="number"/>, or of a property of what is
    /// matched.</summary>
    public CodeTest? Of(PatternSyntax pattern, CodeNumber? number) =>
        number is not null && OfCode(pattern, number) is { } test ? test with { Pattern = pattern } : OfProperty(pattern);

    private CodeTest? OfCode(PatternSyntax pattern, CodeNumber number) => pattern switch
    {
        ParenthesizedPatternSyntax { Pattern: var inner } => OfCode(inner, number),
        UnaryPatternSyntax not => OfCode(not.Pattern, number)?.Not(),
        BinaryPatternSyntax joined => OfCode(joined.Left, number)?.With(OfCode(joined.Right, number), joined.IsKind(SyntaxKind.AndPattern)),
        ConstantPatternSyntax { Expression: var constant } => context.ConstantOf(constant) is { } code
            ? Compared(number, SyntaxKind.EqualsExpression, code) : null,
        RelationalPatternSyntax relational => context.ConstantOf(relational.Expression) is { } bound
            ? Compared(number, KindOf(relational), bound) : null,
        _ => null,
    };

    private static SyntaxKind KindOf(RelationalPatternSyntax pattern) => pattern.OperatorToken.Kind() switch
    {
        SyntaxKind.LessThanToken => SyntaxKind.LessThanExpression,
        SyntaxKind.LessThanEqualsToken => SyntaxKind.LessThanOrEqualExpression,
        SyntaxKind.GreaterThanToken => SyntaxKind.GreaterThanExpression,
        _ => SyntaxKind.GreaterThanOrEqualExpression,
    };

    // { StatusCode: X }, whatever else is asked for beside it.
    private CodeTest? OfProperty(PatternSyntax pattern)
    {
        if (pattern is ParenthesizedPatternSyntax { Pattern: var inner })
            return OfProperty(inner);
        if (pattern is not RecursivePatternSyntax { PropertyPatternClause: { } properties })
            return null;
        foreach (var property in properties.Subpatterns)
        {
            if ((IsCode(property) ? OfCode(property.Pattern, CodeNumber.OfProperty) : OfProperty(property.Pattern)) is { } test)
            {
                var code = test.Pattern ?? property.Pattern;
                return test with { Pattern = code, Around = Without(pattern, code) };
            }
        }

        return null;
    }

    private bool IsCode(SubpatternSyntax property) => property is { NameColon.Name: var name }
        && (context.Model.GetSymbolInfo(name).Symbol is IPropertySymbol { Type: var type } && context.Mail.IsReplyCode(type)
            || name.Identifier.ValueText.EndsWith("Code", StringComparison.Ordinal)
                || name.Identifier.ValueText.EndsWith("Status", StringComparison.Ordinal));

    private static string Without(SyntaxNode whole, SyntaxNode part) =>
        whole.WithoutTrivia().ToString().Remove(part.SpanStart - whole.SpanStart,
            part.Span.Length).Insert(part.SpanStart - whole.SpanStart, "_");
}
