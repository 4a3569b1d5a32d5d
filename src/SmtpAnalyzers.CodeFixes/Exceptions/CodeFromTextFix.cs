using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Replies;
using SmtpAnalyzers.Rules.Exceptions;
using SmtpAnalyzers.Sources;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>SMTP3004: StatusCode is compared where the text was searched, where the digits stand for one code or one class.</summary>
internal sealed class CodeFromTextFix : RuleFix
{
    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.CodeFromText);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        var edits = new TextEdits(context);
        if (Write(context, edits) is not { } replaced)
            yield break;
        // Taking the text apart goes with it.
        var calls = Effects.Of(replaced, []).Distinct().ToList();
        if (calls.All(static call => call is "Split" or "First" or "FirstOrDefault" or "Remove" or "Replace" or "AsSpan"))
            yield return new FixCandidate(FixKind.RightUse, "Compare StatusCode instead of the text", edits.Root) { Replaces = calls, ReplacesTextTest = true };
    }

    // What is replaced.
    private static SyntaxNode? Write(FixContext context, TextEdits edits) => context.Node switch
    {
        ExpressionSyntax { Parent: SwitchStatementSyntax or SwitchExpressionSyntax } subject => OfSwitch(context, edits, subject),
        ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax search } access => OfSearch(context, edits, access, search),
        InvocationExpressionSyntax search => OfSearch(context, edits, search, search),
        BinaryExpressionSyntax comparison => OfComparison(context, edits, comparison),
        IsPatternExpressionSyntax match => OfPattern(context, edits, match),
        _ => null,
    };

    private static SyntaxNode? OfSearch(FixContext context, TextEdits edits, ExpressionSyntax whole, InvocationExpressionSyntax search)
    {
        if (context.Model.GetOperation(search, context.Cancellation) is not IInvocationOperation call || TextOf(call) is not { } text || Owner(context, text) is not { } owner)
            return null;
        var name = call.TargetMethod.Name;
        if (name is "Parse" or "ToInt32")
        {
            edits.Replace(whole, Number(context, owner));
            return whole;
        }

        if (name == "IndexOf")
            return whole.Parent is BinaryExpressionSyntax comparison && comparison.Left == whole && Found(context, comparison) is { } found && Digits(call.Arguments[0].Value) is { } digit
                ? Replaced(context, edits, comparison, owner, digit, isNegative: !found)
                : null;
        var digits = name == "IsMatch" ? DigitsOf(Literals.PatternOf(call, context.File))
            : name is "Contains" or "StartsWith" or "EndsWith" or "Equals" ? Digits(call.Arguments.Select(static argument => argument.Value).First(value => value != text))
            : null;
        return digits is null ? null : Replaced(context, edits, whole, owner, digits, isNegative: false);
    }

    // What is searched: of Regex.IsMatch, string.Equals and int.Parse an argument.
    private static IOperation? TextOf(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "Parse" or "ToInt32" => call.Arguments.Length == 1 ? call.Arguments[0].Value : null,
        "IsMatch" => call.Arguments.FirstOrDefault()?.Value,
        _ when call.Arguments.Length == 0 => null,
        _ => call.Instance ?? call.Arguments.FirstOrDefault(static argument => !argument.Value.ConstantValue.HasValue)?.Value,
    };

    // Whether the comparison of IndexOf says that something was found.
    private static bool? Found(FixContext context, BinaryExpressionSyntax comparison) =>
        (comparison.Kind(), context.Model.GetConstantValue(comparison.Right, context.Cancellation).Value) switch
        {
            (SyntaxKind.GreaterThanOrEqualExpression, 0) or (SyntaxKind.GreaterThanExpression, -1) or (SyntaxKind.NotEqualsExpression, -1) => true,
            (SyntaxKind.EqualsExpression, 0) => true,
            (SyntaxKind.LessThanExpression, 0) or (SyntaxKind.EqualsExpression, -1) => false,
            _ => null,
        };

    private static SyntaxNode? OfComparison(FixContext context, TextEdits edits, BinaryExpressionSyntax comparison)
    {
        if (context.Model.GetOperation(comparison, context.Cancellation) is not IBinaryOperation operation)
            return null;
        var (text, digits) = Digits(operation.RightOperand) is { } right
            ? (operation.LeftOperand, right)
            : (operation.RightOperand, Digits(operation.LeftOperand));
        return digits is not null && Owner(context, text) is { } owner
            ? Replaced(context, edits, comparison, owner, digits, comparison.IsKind(SyntaxKind.NotEqualsExpression))
            : null;
    }

    // is "550" or "551": the numbers take the place of the texts.
    private static SyntaxNode? OfPattern(FixContext context, TextEdits edits, IsPatternExpressionSyntax match) =>
        Numbers(context, edits, match.Expression, match.Pattern.DescendantNodes().OfType<LiteralExpressionSyntax>()) ? match.Expression : null;

    private static SyntaxNode? OfSwitch(FixContext context, TextEdits edits, ExpressionSyntax subject)
    {
        var labels = subject.Parent switch
        {
            SwitchStatementSyntax choice => choice.Sections.SelectMany(static section => section.Labels)
                .SelectMany(static label => (label as CaseSwitchLabelSyntax)?.Value.DescendantNodesAndSelf() ?? (label as CasePatternSwitchLabelSyntax)?.Pattern.DescendantNodes() ?? []),
            SwitchExpressionSyntax choice => choice.Arms.SelectMany(static arm => arm.Pattern.DescendantNodes()),
            _ => [],
        };
        return Numbers(context, edits, subject, labels.OfType<LiteralExpressionSyntax>()) ? subject : null;
    }

    // All of them codes, or all of them the first one or two digits.
    private static bool Numbers(FixContext context, TextEdits edits, ExpressionSyntax subject, IEnumerable<LiteralExpressionSyntax> texts)
    {
        var literals = texts.ToList();
        var length = literals.FirstOrDefault()?.Token.ValueText.Length;
        if (context.Model.GetOperation(subject, context.Cancellation) is not { } text || Owner(context, text) is not { } owner || length is null
            || literals.Any(literal => literal.Token.ValueText.Length != length || !literal.Token.ValueText.All(char.IsDigit)))
        {
            return false;
        }

        var number = Number(context, owner) + (length == 1 ? " / 100" : length == 2 ? " / 10" : "");
        edits.Replace(subject, length < 3 && subject.Parent is SwitchExpressionSyntax ? $"({number})" : number);
        foreach (var literal in literals)
            edits.Replace(literal, literal.Token.ValueText);
        return true;
    }

    private static string? Digits(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation.ConstantValue.Value?.ToString();
    }

    // \b5\d\d\b is the class, 550 the code.
    private static string? DigitsOf(string? pattern)
    {
        var match = Regex.Match(pattern ?? "", @"^\^?(?:\\b|\()*(?<digits>[2-5][0-5]?[0-9]?)(?:\\d|\[0-9\]|\\d\{[12]\}|\[0-9\]\{[12]\})*(?:\\b|\\s|\))*\$?$");
        return match.Success ? match.Groups["digits"].Value : null;
    }

    private static ExpressionSyntax? Owner(FixContext context, IOperation text) => new ReplyWords(context.File).Of(text)?.Owner;

    private static string Number(FixContext context, ExpressionSyntax owner) => $"(int){context.Writer.AfterCast}{owner.WithoutTrivia()}.StatusCode";

    private static SyntaxNode? Replaced(FixContext context, TextEdits edits, ExpressionSyntax test, ExpressionSyntax owner, string digits, bool isNegative)
    {
        var mayBeNull = context.Node is ConditionalAccessExpressionSyntax access && access.Expression == owner;
        while (true)
        {
            switch (test.Parent)
            {
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not:
                    (test, isNegative) = (not, !isNegative);
                    continue;
                case BinaryExpressionSyntax { Right.RawKind: (int)SyntaxKind.TrueLiteralExpression or (int)SyntaxKind.FalseLiteralExpression } literal
                    when literal.Left == test && literal.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression:
                    isNegative ^= literal.Right.IsKind(SyntaxKind.TrueLiteralExpression) != literal.IsKind(SyntaxKind.EqualsExpression);
                    test = literal;
                    continue;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Right.RawKind: (int)SyntaxKind.FalseLiteralExpression } coalesce:
                    test = coalesce;
                    continue;
            }

            break;
        }

        // ex?.StatusCode != code is true of null as well.
        if (mayBeNull && (isNegative || CodeDigits.CodeOf(digits) is null))
            return null;
        edits.Replace(test, Test(context, $"{owner.WithoutTrivia()}{(mayBeNull ? "?" : "")}.StatusCode", owner, digits, isNegative, test.SpanStart));
        return test;
    }

    private static string Test(FixContext context, string code, ExpressionSyntax owner, string digits, bool isNegative, int position)
    {
        var equals = isNegative ? "!=" : "==";
        var number = $"(int){context.Writer.AfterCast}{code}";
        if (CodeDigits.CodeOf(digits) is { } value)
        {
            return context.Mail.ReplyCodeOf(context.Model.GetTypeInfo(owner, context.Cancellation).Type!) is { } property && MailSymbols.NameOf(property.Type, value) is { } name
                ? $"{code} {equals} {property.Type.ToMinimalDisplayString(context.Model, position)}.{name}"
                : $"{number} {equals} {value.ToString(CultureInfo.InvariantCulture)}";
        }

        return digits.Length == 1 && !isNegative
            ? context.Writer.ClassTest(number, (ReplyClass)(digits[0] - '0'))
            : $"{number} / {(digits.Length == 1 ? 100 : 10)} {equals} {digits}";
    }
}
