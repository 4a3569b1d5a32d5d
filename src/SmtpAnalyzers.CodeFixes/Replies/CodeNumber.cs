using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>A number that is computed from a reply code: the code itself, its first digit, something else.</summary>
/// <param name="Code">The reply code as the file writes it, without casts and arithmetic; null where it is not at hand.</param>
/// <param name="Written">The number as the file writes it; null in a property pattern.</param>
/// <param name="Map">The number that becomes of a code.</param>
internal sealed record CodeNumber(ExpressionSyntax? Code, ExpressionSyntax? Written, Func<long, long?> Map)
{
    /// <summary>The value of a property pattern, which has no expression.</summary>
    public static readonly CodeNumber OfProperty = new(Code: null, Written: null, static code => code);

    /// <summary>Whether it is the code, and not something that several codes have in common.</summary>
    public bool IsCode => Map(421) == 421 && Map(550) == 550;

    /// <summary>Whether it is the digit that names the class.</summary>
    public bool IsDigit => Map(421) == 4 && Map(499) == 4 && Map(550) == 5;

    /// <summary>Whether <paramref name="other"/> is computed from the same code.</summary>
    public bool IsOfSameCode(CodeNumber other) => (Code ?? Written, other.Code ?? other.Written) switch
    {
        (null, null) => true,
        ({ } one, { } another) => SyntaxFactory.AreEquivalent(one, another),
        _ => false,
    };

    /// <summary>The codes for which <paramref name="condition"/> holds of the number.</summary>
    public ReplyCodeSet Where(Func<long, bool> condition) =>
        ReplyCodeSet.Where(code => code != ReplyCodeSet.Absent && Map(code) is { } number && condition(number));
}

/// <summary>Reads numbers that are computed from a reply code, through casts, arithmetic and locals.</summary>
internal sealed class CodeNumbers(FixContext context)
{
    /// <summary>How <paramref name="expression"/> is computed from a reply code; null where it may be no reply code any more, or
    /// cannot be seen.</summary>
    public CodeNumber? Read(ExpressionSyntax expression) => expression switch
    {
        _ when context.Model.GetConstantValue(expression).HasValue => null,
        ParenthesizedExpressionSyntax { Expression: var inner } => Read(inner),
        CastExpressionSyntax { Expression: var inner } when IsNumber(expression) => Read(inner),
        BinaryExpressionSyntax binary when IsArithmetic(binary) => OfArithmetic(binary),
        IdentifierNameSyntax name when context.Model.GetSymbolInfo(name).Symbol is ILocalSymbol or IParameterSymbol => OfVariable(name),
        _ when IsNumber(expression) => new(expression, expression, static code => code),
        _ => null,
    };

    private bool IsNumber(ExpressionSyntax expression) => context.Model.GetTypeInfo(expression).Type is { } type
        && (context.Mail.IsReplyCode(type)
            || MailSymbols.Underlying(type) is { TypeKind: TypeKind.Enum }
                or { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 });

    private static bool IsArithmetic(SyntaxNode node) => node.Kind() is SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression
        or SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression;

    private CodeNumber? OfArithmetic(BinaryExpressionSyntax binary)
    {
        if (context.ConstantOf(binary.Right) is not { } constant || constant == 0 || Read(binary.Left) is not { } number)
            return null;
        Func<long, long> operation = binary.Kind() switch
        {
            SyntaxKind.DivideExpression => left => left / constant,
            SyntaxKind.ModuloExpression => left => left % constant,
            SyntaxKind.AddExpression => left => left + constant,
            SyntaxKind.SubtractExpression => left => left - constant,
            _ => left => left * constant,
        };
        return number with { Written = binary, Map = code => number.Map(code) is { } value ? operation(value) : null };
    }

    private CodeNumber? OfVariable(IdentifierNameSyntax name)
    {
        var writes = Writes(name);
        if (writes is [{ } sole] && Read(sole) is { IsCode: false } computed)
            return computed with { Written = name, Code = computed.Code is { } code && IsStable(code) ? code : null };
        return IsNumber(name) && !writes.Any(IsComputed) ? new(name, name, static code => code) : null;
    }

    // A variable that is counted, or given something computed, holds no reply code any more.
    private static bool IsComputed(ExpressionSyntax? written) => written is null || written.DescendantNodesAndSelf().Any(IsArithmetic);

    // The code is still what it was when the number was computed from it.
    private bool IsStable(ExpressionSyntax code) =>
        code.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().FirstOrDefault() is { } root
        && (root == code || code is MemberAccessExpressionSyntax)
        && context.Model.GetSymbolInfo(root).Symbol switch
        {
            IParameterSymbol => Writes(root).Count == 0,
            ILocalSymbol => Writes(root).Count <= 1,
            _ => false,
        };

    // All values that the member of a variable gives to it; null for one that cannot be seen, such as a count.
    private List<ExpressionSyntax?> Writes(IdentifierNameSyntax name)
    {
        var symbol = context.Model.GetSymbolInfo(name).Symbol;
        var member = name.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        var writes = new List<ExpressionSyntax?>();
        foreach (var token in (member is GlobalStatementSyntax ? member.Parent : member)?.DescendantTokens() ?? [])
        {
            if (token.ValueText != name.Identifier.ValueText)
                continue;
            if (token.Parent is VariableDeclaratorSyntax { Initializer: { } initializer } declarator
                && IsSame(context.Model.GetDeclaredSymbol(declarator), symbol))
                writes.Add(initializer.Value);
            else if (token.Parent is IdentifierNameSyntax { Parent: var use } other
                && IsSame(context.Model.GetSymbolInfo(other).Symbol, symbol))
            {
                writes.AddRange(Written(use, other));
            }
        }

        return writes;
    }

    private static IEnumerable<ExpressionSyntax?> Written(SyntaxNode? use, IdentifierNameSyntax name) => use switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment when assignment.Left == name =>
            [assignment.Right],
        AssignmentExpressionSyntax assignment when assignment.Left == name => [null],
        PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression } => [null],
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } => [null],
        ArgumentSyntax { RefKindKeyword.RawKind: not 0 } => [null],
        _ => [],
    };

    private static bool IsSame(ISymbol? one, ISymbol? other) => SymbolEqualityComparer.Default.Equals(one, other);
}
