using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>
/// Lets a handler repeat only so often: its filter counts, so that the exception goes to the caller after the last attempt. The count is
/// one that the code keeps already, the loop's, or a new variable before it.
/// </summary>
internal sealed class AttemptBound(FixContext context, Edits edits, int attempts)
{
    // The new variable, once it is written.
    private string? _added;
    private bool _isOfLoop;

    /// <summary>The counter that the bound has brought, which holds in the handler; null where it was there.</summary>
    public Counter? Counter => _added is null ? null : new Counter(_added, 1);

    /// <summary>The effects that are new.</summary>
    public IReadOnlyCollection<string> Adds => _added is null ? [] : [_isOfLoop ? $"{_added}++" : $"++{_added}"];

    /// <summary>Whether the bound could be written for <paramref name="handler"/>.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="recursion">The call by which the handler repeats; null where it is a loop or a jump.</param>
    public bool AddTo(FailureHandler handler, InvocationExpressionSyntax? recursion)
    {
        if (recursion is not null)
            return Passed(recursion) is { } passed && AddTest(handler.Clause, Below(passed));
        if (_added is null && Counter.At(context, handler, handler.Clause.Block.SpanStart) is { } known)
            return AddTest(handler.Clause, Below(known));
        if (_added is null && !AddCounter(handler))
            return false;
        return _isOfLoop ? AddTest(handler.Clause, Below(new Counter(_added!, 1)))
            : AddTest(handler.Clause, $"++{_added} < {Text(attempts)}", isLast: true);
    }

    private string Below(Counter counter) => $"{counter.Name} < {Text(attempts + counter.First - 1)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private bool AddCounter(FailureHandler handler)
    {
        _added = Names.Free(context, "attempt", "attemptNumber", "attemptCount");
        switch (handler.Loop)
        {
            case WhileStatementSyntax loop when !HasText(loop.WhileKeyword, loop.CloseParenToken):
                var condition = loop.Condition.IsKind(SyntaxKind.TrueLiteralExpression) ? "" : loop.Condition.ToString();
                return ReplaceHead(loop, loop.CloseParenToken, condition);
            case ForStatementSyntax { Declaration: null, Initializers.Count: 0, Incrementors.Count: 0 } loop
                when !HasText(loop.ForKeyword, loop.CloseParenToken):
                return ReplaceHead(loop, loop.CloseParenToken, loop.Condition?.ToString() ?? "");
            case { } loop:
                return Declare(loop);
            case null when handler.Jumps is [GotoStatementSyntax { Expression: IdentifierNameSyntax label }]:
                var target = handler.Function.DescendantNodes().OfType<LabeledStatementSyntax>()
                    .FirstOrDefault(one => one.Identifier.ValueText == label.Identifier.ValueText);
                return target is { Parent: BlockSyntax } && Declare(target);
            default:
                return false;
        }
    }

    private bool ReplaceHead(StatementSyntax loop, SyntaxToken end, string condition)
    {
        _isOfLoop = true;
        edits.Replace(TextSpan.FromBounds(loop.SpanStart, end.Span.End), $"for (var {_added} = 1; {condition}; {_added}++)");
        return true;
    }

    private bool Declare(StatementSyntax before)
    {
        if (before.Parent is not BlockSyntax)
            return false;
        edits.Before(before, $"var {_added} = 0;");
        return true;
    }

    private static bool HasText(SyntaxToken first, SyntaxToken last) =>
        first.Parent!.DescendantTrivia()
            .Any(trivia => trivia.SpanStart > first.SpanStart && trivia.Span.End < last.Span.End && trivia.IsText());

    // Send(message, attempt + 1)
    private Counter? Passed(InvocationExpressionSyntax recursion)
    {
        foreach (var argument in recursion.ArgumentList.Arguments)
        {
            if (argument.Expression is BinaryExpressionSyntax { Left: IdentifierNameSyntax name, Right: var step } sum
                && sum.IsKind(SyntaxKind.AddExpression) && step is LiteralExpressionSyntax { Token.ValueText: "1" }
                && context.Model.GetSymbolInfo(name).Symbol is IParameterSymbol { Type.SpecialType: SpecialType.System_Int32 } parameter
                && context.Model.GetSymbolInfo(recursion).Symbol is IMethodSymbol method
                && method.OriginalDefinition.Parameters.Contains(parameter)
                && context.Options.Vocabulary.IsCounting(parameter.Name))
            {
                var first = parameter.HasExplicitDefaultValue && parameter.ExplicitDefaultValue is int start ? start : 1;
                return new Counter(name.Identifier.Text, first);
            }
        }

        return null;
    }

    private bool AddTest(CatchClauseSyntax clause, string test, bool isLast = false)
    {
        if (clause.Filter is { FilterExpression: var filter })
        {
            var own = filter.Kind() is SyntaxKind.LogicalOrExpression or SyntaxKind.ConditionalExpression or SyntaxKind.CoalesceExpression
                ? $"({filter})" : $"{filter}";
            edits.Replace(filter, isLast ? $"{own} && {test}" : $"{test} && {own}");
        }
        else
        {
            edits.Insert(clause.Declaration?.CloseParenToken.Span.End ?? clause.CatchKeyword.Span.End, $" when ({test})");
        }

        return true;
    }
}
