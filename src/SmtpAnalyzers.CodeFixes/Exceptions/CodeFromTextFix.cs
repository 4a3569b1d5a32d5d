using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

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
        if (calls.All(static call => call is "Split" or "First" or "FirstOrDefault" or "Remove" or "Replace" or "AsSpan" or "Match"))
        {
            yield return new FixCandidate(FixKind.RightUse, "Compare StatusCode instead of the text", edits.Root)
            {
                Replaces = calls,
                ReplacesTextTest = true,
            };
        }
    }

    // Writes the edit and returns the node that it replaces.
    private static SyntaxNode? Write(FixContext context, TextEdits edits) => context.Node switch
    {
        ExpressionSyntax { Parent: SwitchStatementSyntax or SwitchExpressionSyntax } subject => OfSwitch(context, edits, subject),
        ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax search } whole =>
            OfSearch(context, edits, whole, search),
        InvocationExpressionSyntax search => OfSearch(context, edits, search, search),
        BinaryExpressionSyntax comparison => OfComparison(context, edits, comparison),
        IsPatternExpressionSyntax match => OfPattern(context, edits, match),
        _ => null,
    };

    private static SyntaxNode? OfSearch(FixContext context, TextEdits edits, ExpressionSyntax whole, InvocationExpressionSyntax search)
    {
        if (context.Model.GetOperation(search, context.Cancellation) is not IInvocationOperation call
            || TextOf(call) is not { } text || Owner(context, text) is not { } owner)
        {
            return null;
        }

        var name = call.TargetMethod.Name;
        if (name is "Parse" or "ToInt32")
        {
            edits.Replace(whole, Number(context, owner));
            return whole;
        }

        if (name == "Match")
            return MatchedCode.Replace(
                context, edits, search, Literals.PatternOf(call, context.File.Values), owner, Number(context, owner));
        var digits = name switch
        {
            "IsMatch" => DigitsOf(Literals.PatternOf(call, context.File.Values)),
            "Contains" or "StartsWith" or "EndsWith" or "Equals" or "IndexOf" =>
                call.Arguments.Where(argument => argument.Value != text).Select(static argument => Digits(argument.Value)).FirstOrDefault(),
            _ => null,
        };
        if (digits is null)
            return null;
        if (name != "IndexOf")
            return Replaced(context, edits, whole, owner, digits, isNegative: false);
        return whole.Parent is BinaryExpressionSyntax comparison && comparison.Left == whole
                && BoolSyntax.IsFound(comparison, context.Model) is { } found
            ? Replaced(context, edits, comparison, owner, digits, isNegative: !found)
            : null;
    }

    // The searched text. For Regex.IsMatch, string.Equals and int.Parse, an argument holds it.
    private static IOperation? TextOf(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "Parse" or "ToInt32" => call.Arguments.Length == 1 ? call.Arguments[0].Value : null,
        "IsMatch" or "Match" => call.Arguments.FirstOrDefault()?.Value,
        _ when call.Arguments.Length == 0 => null,
        _ => call.Instance ?? call.Arguments.FirstOrDefault(static argument => !argument.Value.ConstantValue.HasValue)?.Value,
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
        Numbers(context, edits, match.Expression, match.Pattern.DescendantNodes()) ? match.Expression : null;

    private static SyntaxNode? OfSwitch(FixContext context, TextEdits edits, ExpressionSyntax subject)
    {
        var labels = subject.Parent switch
        {
            SwitchStatementSyntax choice => choice.Sections.SelectMany(static section => section.Labels).SelectMany(static label =>
                (label as CasePatternSwitchLabelSyntax)?.Pattern.DescendantNodes() ?? label.DescendantNodes()),
            SwitchExpressionSyntax choice => choice.Arms.SelectMany(static arm => arm.Pattern.DescendantNodes()),
            _ => [],
        };
        return Numbers(context, edits, subject, labels) ? subject : null;
    }

    // All of them codes, or all of them the first one or two digits.
    private static bool Numbers(FixContext context, TextEdits edits, ExpressionSyntax subject, IEnumerable<SyntaxNode> texts)
    {
        var literals = texts.OfType<LiteralExpressionSyntax>().ToList();
        var length = literals.FirstOrDefault()?.Token.ValueText.Length;
        if (length is null
            || context.Model.GetOperation(subject, context.Cancellation) is not { } text || Owner(context, text) is not { } owner
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

    private static string? Digits(IOperation operation) => operation.Unconverted().ConstantValue.Value?.ToString();

    // \b5\d\d\b is the class, 550 the code.
    private static string? DigitsOf(string? pattern)
    {
        const string AnyDigits = @"(?:(?:\\d|\[0-9\])(?:\{[12]\})?)*";
        var match = Regex.Match(pattern ?? "", @"^\^?(?:\\b|\()*(?<digits>[2-5][0-5]?[0-9]?)" + AnyDigits + @"(?:\\b|\\s|\))*\$?$");
        return match.Success ? match.Groups["digits"].Value : null;
    }

    private static ExpressionSyntax? Owner(FixContext context, IOperation text) => new RefusalText(context.File).Of(text)?.Owner;

    private static string Number(FixContext context, ExpressionSyntax owner) =>
        $"(int){context.Writer.AfterCast}{owner.WithoutTrivia()}.StatusCode";

    private static SyntaxNode? Replaced(
        FixContext context, TextEdits edits, ExpressionSyntax test, ExpressionSyntax owner, string digits, bool isNegative)
    {
        (test, isNegative) = WithNegations(test, isNegative);
        // ex?.StatusCode != code is true of null as well, and so was ex?.Message.Contains(code) != false.
        var mayBeNull = context.Node is ConditionalAccessExpressionSyntax access && access.Expression == owner;
        if (mayBeNull && (isNegative || CodeDigits.CodeOf(digits) is null
            || test.DescendantNodesAndSelf().Any(static part => part.IsKind(SyntaxKind.NotEqualsExpression))))
            return null;
        edits.Replace(test, Test(context, $"{owner.WithoutTrivia()}{(mayBeNull ? "?" : "")}.StatusCode", owner, digits, isNegative));
        return test;
    }

    // !test, test == false, test ?? false; the code in parentheses that nothing negates stays there.
    private static (ExpressionSyntax Test, bool IsNegative) WithNegations(ExpressionSyntax test, bool isNegative)
    {
        var (whole, isNegated) = (test, isNegative);
        while (BoolSyntax.Around(whole) is var (around, isSame)
            && around is not BinaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.CoalesceExpression, Right: not LiteralExpressionSyntax { Token.Value: false },
            })
        {
            (whole, isNegated) = (around, isNegated == isSame);
            if (whole is not ParenthesizedExpressionSyntax)
                (test, isNegative) = (whole, isNegated);
        }

        return (test, isNegative);
    }

    private static string Test(FixContext context, string code, ExpressionSyntax owner, string digits, bool isNegative)
    {
        var equals = isNegative ? "!=" : "==";
        var number = $"(int){context.Writer.AfterCast}{code}";
        if (CodeDigits.CodeOf(digits) is { } value)
        {
            return context.File.TypeOf(owner) is { } type && context.Mail.ReplyCodeOf(type) is { Type: var codes }
                && MailSymbols.NameOf(codes, value) is { } name
                ? $"{code} {equals} {context.NameOf(codes, owner.SpanStart)}.{name}"
                : $"{number} {equals} {value.ToString(CultureInfo.InvariantCulture)}";
        }

        return digits.Length == 1 && !isNegative
            ? context.Writer.ClassTest(number, (ReplyClass)(digits[0] - '0'))
            : $"{number} / {(digits.Length == 1 ? 100 : 10)} {equals} {digits}";
    }
}
