using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Rules;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>SMTP3002: the class of the reply is asked beside the step.</summary>
internal sealed class StepAsVerdictFix : RuleFix
{
    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.StepAsVerdict);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        if (ErrorCodeProperties.Read(context.Properties) is not { } replyClass)
            yield break;
        var edits = new TextEdits(context);
        if (Write(context, edits, replyClass))
        {
            var title = replyClass == ReplyClass.PermanentNegative ? "Treat only 5xx as permanent" : "Retry only 4xx replies";
            yield return new FixCandidate(FixKind.RightUse, title, edits.Root);
        }
    }

    private static bool Write(FixContext context, TextEdits edits, ReplyClass replyClass)
    {
        if (context.Node is SubpatternSyntax sub)
            return InPattern(context, edits, sub, replyClass);
        var tested = context.Node is ExpressionSyntax { Parent: ConstantPatternSyntax constant } ? constant : context.Node;
        if (Owner(context, tested) is not { } owner)
            return false;
        var code = $"(int){context.Writer.AfterCast}{owner}.StatusCode";
        var test = context.Writer.ClassTest(code, replyClass);
        switch (tested)
        {
            case ExpressionSyntax expression when IsNegative(expression):
                var other = context.HasPatterns
                    ? $"{code} is < {(int)replyClass}00 or >= {(int)replyClass + 1}00"
                    : $"{code} / 100 != {(int)replyClass}";
                edits.Replace(expression, InParentheses(expression, $"{expression} || {other}", SyntaxKind.LogicalAndExpression));
                return true;
            case ExpressionSyntax expression:
                edits.Replace(expression, InParentheses(expression, $"{expression} && {test}", SyntaxKind.LogicalOrExpression));
                return true;
            case CaseSwitchLabelSyntax label:
                edits.Insert(label.Value.Span.End, $" when {test}");
                return true;
            case CasePatternSwitchLabelSyntax label:
                return Add(edits, label.Pattern, label.WhenClause, test);
            case PatternSyntax { Parent: SwitchExpressionArmSyntax arm }:
                return Add(edits, arm.Pattern, arm.WhenClause, test);
            default:
                return false;
        }
    }

    private static bool IsNegative(ExpressionSyntax expression) =>
        expression.IsKind(SyntaxKind.NotEqualsExpression) || expression is IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax };

    private static string InParentheses(ExpressionSyntax expression, string text, SyntaxKind around) =>
        expression.Parent.IsKind(around) || expression.Parent is PrefixUnaryExpressionSyntax ? $"({text})" : text;

    private static bool Add(TextEdits edits, PatternSyntax pattern, WhenClauseSyntax? clause, string test)
    {
        if (clause is null)
            edits.Insert(pattern.Span.End, $" when {test}");
        else if (clause.Condition.IsKind(SyntaxKind.LogicalOrExpression))
            edits.Replace(clause.Condition, $"({clause.Condition}) && {test}");
        else
            edits.Insert(clause.Condition.Span.End, $" && {test}");
        return true;
    }

    // The exception: what .ErrorCode is read from, in the test itself or in the switch around it.
    private static string? Owner(FixContext context, SyntaxNode test)
    {
        var where = test switch
        {
            SwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice } => choice.Expression,
            PatternSyntax { Parent.Parent: SwitchExpressionSyntax choice } => choice.GoverningExpression,
            _ => test,
        };
        return where.DescendantNodesAndSelf().OfType<ExpressionSyntax>()
            .Select(expression => OwnerOf(context, expression)).FirstOrDefault(static owner => owner is not null);
    }

    private static string? OwnerOf(FixContext context, ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ErrorCode" } access => access.Expression.ToString(),
        // ex?.ErrorCode == SmtpErrorCode.RecipientNotAccepted: then it is not null.
        ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "ErrorCode" } } access
            when access.Parent.IsKind(SyntaxKind.EqualsExpression) => access.Expression.ToString(),
        IdentifierNameSyntax name when context.Model.GetSymbolInfo(name, context.Cancellation).Symbol is ILocalSymbol local
            && context.Symbols.ErrorCode.Contains(local.Type) => OwnerOf(context, name, local),
        _ => null,
    };

    // var step = ex.ErrorCode;
    private static string? OwnerOf(FixContext context, IdentifierNameSyntax name, ILocalSymbol step) =>
        step.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.Cancellation) is VariableDeclaratorSyntax
            { Initializer.Value: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax owner } access }
        && access.Name.Identifier.ValueText == "ErrorCode"
        && context.Model.LookupSymbols(name.SpanStart, name: owner.Identifier.ValueText).Any(static symbol =>
            symbol is ILocalSymbol or IParameterSymbol)
            ? owner.ToString()
            : null;

    private static bool InPattern(FixContext context, TextEdits edits, SubpatternSyntax sub, ReplyClass replyClass)
    {
        if (!context.HasPatterns || sub.Parent is not PropertyPatternClauseSyntax
            || context.Model.Compilation.GetTypesByMetadataName("MailKit.Net.Smtp.SmtpStatusCode").FirstOrDefault() is not { } codes)
        {
            return false;
        }

        var cast = $"({context.NameOf(codes, sub.SpanStart)}){context.Writer.AfterCast}";
        edits.Insert(sub.Span.End, $", StatusCode: >= {cast}{(int)replyClass}00 and < {cast}{(int)replyClass + 1}00");
        return true;
    }
}
