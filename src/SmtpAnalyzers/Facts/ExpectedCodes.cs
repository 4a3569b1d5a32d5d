using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>Recognizes, by its syntax, what compares the reply in a client that is written by hand with the expected codes.</summary>
/// <param name="file">The file.</param>
/// <param name="codes">The codes.</param>
internal sealed class ExpectedCodes(MailFile file, params string[] codes)
{
    public bool Contains(string code) => codes.Contains(code);

    /// <summary>Whether <paramref name="value"/> is one of the codes, as a number or as the beginning of a reply.</summary>
    public bool Is(ExpressionSyntax value) =>
        file.Model.GetConstantValue(value, file.Cancellation) is { HasValue: true, Value: { } constant } && constant switch
        {
            string text => codes.Contains(text.TrimEnd(' ', '-')),
            int or short or ushort or byte or sbyte or uint or long or ulong =>
                codes.Contains(((IFormattable)constant).ToString(format: null, System.Globalization.CultureInfo.InvariantCulture)),
            _ => false,
        };

    /// <summary>Whether <paramref name="value"/> is another reply code, a number or a text.</summary>
    public bool IsOther(ExpressionSyntax value) => value is LiteralExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax
        && file.Model.GetConstantValue(value, file.Cancellation).Value is { } constant && !Is(value)
        && (constant is >= 200 and < 600
            || (constant is string { Length: >= 1 } text && text[0] is >= '2' and <= '5' && text.All(char.IsDigit)));

    /// <summary>
    /// Whether <paramref name="test"/> is true for these codes only (true), for all others (false), or something else (null).
    /// </summary>
    public bool? AskedBy(ExpressionSyntax test) => test switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } compared
            when Is(compared.Left) || Is(compared.Right) => compared.IsKind(SyntaxKind.EqualsExpression),
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax constant } when Is(constant.Expression) => true,
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax constant } }
            when Is(constant.Expression) => false,
        InvocationExpressionSyntax call when IsComparing(call) && IsGiven(call) => true,
        InvocationExpressionSyntax search when Position(search) is { } position && IsGiven(search) =>
            BoolSyntax.IsFound(position, file.Model),
        _ => null,
    };

    /// <summary>The bool expression that <paramref name="test"/> is or, if it searches, is compared in.</summary>
    public static ExpressionSyntax Whole(ExpressionSyntax test) =>
        test is InvocationExpressionSyntax search && Position(search) is { } position ? position : test;

    private static BinaryExpressionSyntax? Position(InvocationExpressionSyntax search) =>
        CallSyntax.MethodName(search) is "IndexOf" && search.Parent is BinaryExpressionSyntax position && position.Left == search
            ? position : null;

    /// <summary>Whether <paramref name="call"/> compares a text with its argument: <c>reply.StartsWith("250")</c>.</summary>
    public static bool IsComparing(InvocationExpressionSyntax call) =>
        CallSyntax.MethodName(call) is "StartsWith" or "Equals" or "Contains";

    /// <summary>Whether <paramref name="call"/> has one of the codes as an argument.</summary>
    public bool IsGiven(InvocationExpressionSyntax call) => call.ArgumentList.Arguments.Any(argument => Is(argument.Expression));

    /// <summary>
    /// Whether <paramref name="decision"/> is a call that is given further codes: <c>Expect(reply, 250, 251)</c>, <c>Expect(["250",
    /// "251"])</c>.
    /// </summary>
    public bool IsGivenSeveral(SyntaxNode decision) => decision is InvocationExpressionSyntax call
        && call.ArgumentList.DescendantNodes().OfType<ExpressionSyntax>()
            .Where(static argument => argument.Parent is not MemberAccessExpressionSyntax)
            .Select(argument => file.Model.GetConstantValue(argument, file.Cancellation).Value)
            // No timeout, and not StringComparison.Ordinal, which is 4.
            .Count(static value => value is >= 200 and < 400 or "250" or "251" or "25" or "2" or "221" or "354") > 1;

    /// <summary>Whether one of the codes stands anywhere in the code that follows <paramref name="command"/>.</summary>
    public bool AreNamedAfter(SmtpCommandSite command) => command.Flow.DescendantNodes().OfType<ExpressionSyntax>().Any(expression =>
        expression.SpanStart > command.Site.Span.End
        && expression is LiteralExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax && Is(expression));
}
