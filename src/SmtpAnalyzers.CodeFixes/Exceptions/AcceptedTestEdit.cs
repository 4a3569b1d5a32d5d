using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>Writes a test of Send's text as what it is once Send has returned.</summary>
internal sealed class AcceptedTestEdit(FixContext context, SettledTest settled)
{
    private readonly TextEdits _edits = new(context);
    private readonly List<SyntaxNode> _neverRuns = [];
    private readonly List<string> _around = [];

    public SyntaxNode Root => _edits.Root;

    /// <summary>The branches and statements that never run any more.</summary>
    public IReadOnlyCollection<SyntaxNode> NeverRuns => _neverRuns;

    /// <summary>The calls and assignments that get the test's value: the sending stands before them, as it ran before them.</summary>
    public IReadOnlyCollection<string> Around => _around;

    private IReadOnlyList<string> Before => settled.Before.Select(static expression => expression.ToString() + ";").ToList();

    /// <summary>Whether it could be written.</summary>
    public bool Write() => (settled.Whole.Parent, settled.Value) switch
    {
        (IfStatementSyntax branch, { } value) => WithoutBranch(branch, value),
        (ConditionalExpressionSyntax choice, { } value) when choice.Condition == settled.Whole =>
            CanGo(value ? choice.WhenFalse : choice.WhenTrue)
                && Replace(choice, (value ? choice.WhenTrue : choice.WhenFalse).ToString()),
        (WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax, _) => false,
        (_, { } value) => Replace(settled.Whole, value ? "true" : "false"),
        _ => Replace(settled.Whole, settled.Rest!.ToString()),
    };

    /// <summary>Leaves the sending alone where nothing reads <paramref name="local"/> any more. Always true.</summary>
    public bool DropUnused(VariableDeclaratorSyntax? local)
    {
        if (local is { Initializer.Value: var value, Parent: VariableDeclarationSyntax { Variables.Count: 1,
                Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } declaration } }
            && value is AwaitExpressionSyntax or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax
                { Name.Identifier.ValueText: "Send" or "GetResult" } }
            && local.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
            && member.DescendantNodes().OfType<IdentifierNameSyntax>()
                .Where(name => name.Identifier.ValueText == local.Identifier.ValueText).All(IsGone))
        {
            _edits.Replace(TextSpan.FromBounds(declaration.SpanStart, value.SpanStart), "");
        }

        return true;
    }

    private bool IsGone(SyntaxNode name) =>
        (settled.Whole.Span.Contains(name.Span) && settled.Rest?.Span.Contains(name.Span) != true
            && !settled.Before.Any(before => before.Span.Contains(name.Span)))
        || _neverRuns.Any(dead => dead.Span.Contains(name.Span));

    private bool CanGo(SyntaxNode dead)
    {
        _neverRuns.Add(dead);
        return DeadCode.CanGo(context, dead);
    }

    private bool Replace(ExpressionSyntax expression, string text)
    {
        if (settled.Before.Count == 0)
        {
            _edits.Replace(expression, text);
            return true;
        }

        for (SyntaxNode node = expression; node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case ReturnStatementSyntax or ExpressionStatementSyntax or YieldStatementSyntax:
                case LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } or IfStatementSyntax { Parent: not ElseClauseSyntax }:
                    var statement = (StatementSyntax)parent;
                    return IsFirst(statement) && _edits.Replace(statement, statement, [.. Before, With(statement, expression, text)]);
                case ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax } arrow:
                    var end = arrow.Parent!.GetLastToken().Span.End;
                    return IsFirst(arrow)
                        && WithBlock(arrow.ArrowToken.GetPreviousToken(), arrow.Expression, end, arrow.Parent, expression, text);
                case LambdaExpressionSyntax lambda:
                    return IsFirst(lambda.Body)
                        && WithBlock(lambda.ArrowToken, (ExpressionSyntax)lambda.Body, lambda.Span.End, lambda, expression, text);
                case StatementSyntax or MemberDeclarationSyntax or QueryClauseSyntax or SelectOrGroupClauseSyntax:
                case InitializerExpressionSyntax or SwitchExpressionArmSyntax or CatchFilterClauseSyntax or WhenClauseSyntax:
                case ConditionalExpressionSyntax choice when choice.Condition != node:
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression
                    or (int)SyntaxKind.CoalesceExpression } both when both.Left != node:
                case ConditionalAccessExpressionSyntax access when access.WhenNotNull == node:
                    return false;
            }

            _around.AddRange(Effects.Of(parent, parent.ChildNodes().Select(static child => child.Span).ToList()));
        }

        return false;
    }

    // Nothing runs before that would then run after it.
    private bool IsFirst(SyntaxNode code)
    {
        var start = settled.Before[0].SpanStart;
        return !code.DescendantNodesAndSelf().Where(node => node.Span.End <= start).Any(SettledTest.HasEffects);
    }

    private bool WithBlock(SyntaxToken before, ExpressionSyntax body, int end, SyntaxNode owner, ExpressionSyntax expression, string text)
    {
        var method = context.Model.GetDeclaredSymbol(owner, context.Cancellation) as IMethodSymbol
            ?? context.Model.GetSymbolInfo(owner, context.Cancellation).Symbol as IMethodSymbol;
        if (method is null || context.Model.GetTypeInfo(owner, context.Cancellation).ConvertedType?.Name == "Expression")
            return false;
        var isValue = !method.ReturnsVoid && !(method.IsAsync && method.ReturnType is INamedTypeSymbol { TypeArguments.Length: 0 });
        var last = $"{(isValue ? "return " : "")}{With(body, expression, text)};";
        _edits.ReplaceBody(TextSpan.FromBounds(before.Span.End, end), owner, [.. Before, last]);
        return true;
    }

    private static string With(SyntaxNode code, SyntaxNode part, string text) =>
        code.ToString().Remove(part.SpanStart - code.SpanStart, part.Span.Length).Insert(part.SpanStart - code.SpanStart, text);

    // The branch that always runs replaces the whole if. Statements after a return in it are never reached.
    private bool WithoutBranch(IfStatementSyntax branch, bool value)
    {
        var (kept, gone) = value ? (branch.Statement, branch.Else?.Statement) : (branch.Else?.Statement, branch.Statement);
        if (gone is not null && !CanGo(gone))
            return false;
        if (branch.Parent is ElseClauseSyntax otherwise)
        {
            if (settled.Before.Count > 0)
                return false;
            if (kept is not null)
                _edits.Replace(branch, kept.ToString());
            else
                _edits.Replace(TextSpan.FromBounds(otherwise.ElseKeyword.GetPreviousToken().Span.End, otherwise.Span.End), "");
            return true;
        }

        StatementSyntax last = branch;
        if (IsJump(kept) && branch.Parent is BlockSyntax or SwitchSectionSyntax)
        {
            var statements = branch.Parent is BlockSyntax block ? block.Statements : ((SwitchSectionSyntax)branch.Parent).Statements;
            foreach (var statement in statements.Where(statement => statement.SpanStart > branch.SpanStart))
            {
                last = statement;
                if (!CanGo(statement))
                    return false;
            }
        }

        var text = Kept(kept, CodeWriter.Indentation(branch));
        return _edits.Replace(branch, last, text.Length == 0 ? Before : [.. Before, text]);
    }

    private static bool IsJump(StatementSyntax? statement) =>
        (statement is BlockSyntax block ? block.Statements.LastOrDefault() : statement) is ReturnStatementSyntax or ThrowStatementSyntax
            or ContinueStatementSyntax or BreakStatementSyntax or GotoStatementSyntax;

    // The statements of the branch, as deep as the if was.
    private string Kept(StatementSyntax? branch, string indentation)
    {
        if (branch is null)
            return "";
        if (branch is not BlockSyntax block)
            return _edits.Reindented(branch.Span, CodeWriter.Indentation(branch), indentation);
        var span = TextSpan.FromBounds(block.OpenBraceToken.Span.End, block.CloseBraceToken.SpanStart);
        var inner = block.Statements.FirstOrDefault() is { } first && _edits.BeginsLine(first.SpanStart)
            ? CodeWriter.Indentation(first) : indentation;
        return _edits.Reindented(span, inner, indentation).Trim();
    }
}
