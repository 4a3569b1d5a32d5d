using System.Collections.Immutable;
using System.Globalization;
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
        var root = context.Node switch
        {
            _ when context.Node.AncestorsAndSelf().TakeWhile(static node => node is ExpressionSyntax)
                .Any(static node => node is ConditionalAccessExpressionSyntax) => null,
            InvocationExpressionSyntax search => OfSearch(context, search),
            BinaryExpressionSyntax comparison => OfComparison(context, comparison),
            IsPatternExpressionSyntax match => OfPattern(context, match),
            _ => null,
        };
        if (root is not null)
            yield return new FixCandidate(FixKind.RightUse, "Compare StatusCode", root);
    }

    private static SyntaxNode? OfSearch(FixContext context, InvocationExpressionSyntax search)
    {
        if (context.Model.GetOperation(search, context.Cancellation) is not IInvocationOperation { Instance: { } text, Arguments: [var argument, ..] } call
            || Digits(argument.Value) is not { } digits || Owner(context, text) is not { } owner)
        {
            return null;
        }

        ExpressionSyntax replaced = search;
        var isNegative = false;
        if (call.TargetMethod.Name == "IndexOf")
        {
            if (search.Parent is not BinaryExpressionSyntax comparison || comparison.Left != search || Found(context, comparison) is not { } found)
                return null;
            (replaced, isNegative) = (comparison, !found);
        }
        else if (search.Parent is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not)
        {
            (replaced, isNegative) = (not, true);
        }

        return Replaced(context, replaced, owner, digits, isNegative);
    }

    // Whether the comparison of IndexOf says that something was found.
    private static bool? Found(FixContext context, BinaryExpressionSyntax comparison) =>
        (comparison.Kind(), context.Model.GetConstantValue(comparison.Right, context.Cancellation).Value) switch
        {
            (SyntaxKind.GreaterThanOrEqualExpression, 0) or (SyntaxKind.GreaterThanExpression, -1) or (SyntaxKind.NotEqualsExpression, -1) => true,
            (SyntaxKind.EqualsExpression, 0) => true,
            (SyntaxKind.LessThanExpression, 0) or (SyntaxKind.EqualsExpression, -1) => false,
            _ => null,
        };

    private static SyntaxNode? OfComparison(FixContext context, BinaryExpressionSyntax comparison)
    {
        if (context.Model.GetOperation(comparison, context.Cancellation) is not IBinaryOperation operation)
            return null;
        var (text, digits) = Digits(operation.RightOperand) is { } right
            ? (operation.LeftOperand, right)
            : (operation.RightOperand, Digits(operation.LeftOperand));
        return digits is not null && Owner(context, text) is { } owner
            ? Replaced(context, comparison, owner, digits, comparison.IsKind(SyntaxKind.NotEqualsExpression))
            : null;
    }

    // is "550" or "551": the numbers take the place of the texts.
    private static SyntaxNode? OfPattern(FixContext context, IsPatternExpressionSyntax match)
    {
        var texts = match.Pattern.DescendantNodes().OfType<LiteralExpressionSyntax>().ToList();
        if (context.Model.GetOperation(match.Expression, context.Cancellation) is not { } text || Owner(context, text) is not { } owner
            || texts.Any(static literal => literal.Token.ValueText.Length != 3 || !CodeDigits.IsCode(literal.Token.ValueText)))
        {
            return null;
        }

        var pattern = match.Pattern.ReplaceNodes(texts, static (literal, _) => SyntaxFactory.ParseExpression(literal.Token.ValueText).WithTriviaFrom(literal));
        var number = SyntaxFactory.ParseExpression(Number(context, owner)).WithTriviaFrom(match.Expression);
        return context.Root.ReplaceNode(match, match.WithExpression(number).WithPattern(pattern));
    }

    private static string? Digits(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation.ConstantValue.Value?.ToString();
    }

    private static ExpressionSyntax? Owner(FixContext context, IOperation text) => new ReplyWords(context.File).Of(text)?.Owner;

    private static string Number(FixContext context, ExpressionSyntax owner) => $"(int){context.Writer.AfterCast}{owner.WithoutTrivia()}.StatusCode";

    private static SyntaxNode? Replaced(FixContext context, ExpressionSyntax replaced, ExpressionSyntax owner, string digits, bool isNegative)
    {
        var equals = isNegative ? "!=" : "==";
        string test;
        if (CodeDigits.CodeOf(digits) is { } code)
        {
            test = CodeProperty(context, owner) is { } property && MailSymbols.NameOf(property.Type, code) is { } name
                ? $"{owner.WithoutTrivia()}.StatusCode {equals} {property.Type.ToMinimalDisplayString(context.Model, replaced.SpanStart)}.{name}"
                : $"{Number(context, owner)} {equals} {code.ToString(CultureInfo.InvariantCulture)}";
        }
        else if (digits.Length == 1 && !isNegative)
        {
            test = context.Writer.ClassTest(Number(context, owner), (ReplyClass)(digits[0] - '0'));
        }
        else
        {
            test = $"{Number(context, owner)} / {(digits.Length == 1 ? 100 : 10)} {equals} {digits}";
        }

        var parsed = SyntaxFactory.ParseExpression(test, options: context.Root.SyntaxTree.Options as CSharpParseOptions);
        return context.Root.ReplaceNode(replaced, parsed.WithTriviaFrom(replaced));
    }

    private static IPropertySymbol? CodeProperty(FixContext context, ExpressionSyntax owner)
    {
        for (var type = context.Model.GetTypeInfo(owner, context.Cancellation).Type; type is not null; type = type.BaseType)
        {
            if (type.GetMembers("StatusCode").OfType<IPropertySymbol>().FirstOrDefault() is { } property)
                return property;
        }

        return null;
    }
}
