using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Finds the loops that call a function of the file again as long as it answers no, where it answers so to every refusal:
/// <c>for (...) { if (await TrySend(mail)) return; }</c>.
/// </summary>
internal sealed class AnswerRetries(MailFile file)
{
    /// <summary>The handlers that answer no to all of <paramref name="codes"/>, each with the call that is repeated then.</summary>
    public IEnumerable<(CatchClauseSyntax Handler, SyntaxNode Call)> Of(ReplyCodeSet codes) =>
        from attempt in file.Sends.Guarded
        let sender = attempt.Body.Method
        where sender is not null && BoolTypes.IsBool(sender.ReturnType)
        from exception in attempt.ReplyExceptions
        from handler in attempt.Region.Handlers()
        where codes.IsSubsetOf(attempt.After(exception).Caught(handler)) && AnswersNo(attempt.ClauseOf(handler))
        from call in file.CallsNamed(sender.Name)
        where IsRepeated(call)
            && SymbolEqualityComparer.Default.Equals(file.SymbolOf(call)?.OriginalDefinition, sender.OriginalDefinition)
        select (attempt.ClauseOf(handler), (SyntaxNode)call);

    // In the handler, or below the try, where it only logs.
    private static bool AnswersNo(CatchClauseSyntax handler)
    {
        var decisions = handler.Block.DescendantNodes().Where(static node =>
            node is IfStatementSyntax or SwitchStatementSyntax or ThrowStatementSyntax or ReturnStatementSyntax).ToList();
        return decisions is [ReturnStatementSyntax answer] ? IsNo(answer)
            : decisions.Count == 0 && handler.Parent is TryStatementSyntax attempt && IsNo(AnswerReader.ReturnBelow(attempt));
    }

    private static bool IsNo(ReturnStatementSyntax? answer) => answer?.Expression?.IsKind(SyntaxKind.FalseLiteralExpression) == true;

    private bool IsRepeated(InvocationExpressionSyntax call)
    {
        if (SendAgain.LoopAround(call) is not { } loop || new LoopVariation(loop, file.Values).IsIn(call))
            return false;
        ExpressionSyntax tested = call;
        var isSame = true;
        while (BoolSyntax.Around(tested) is var (whole, same))
            (tested, isSame) = (whole, isSame == same);
        return tested.Parent switch
        {
            IfStatementSyntax branch => isSame ? Leaves(branch.Statement)
                : !Leaves(branch.Statement) && StatementLists.After(branch).FirstOrDefault() is { } next && Leaves(next),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var name } } => isSame && Ends(loop, name),
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name } } => isSame && Ends(loop, name),
            _ => !isSame && HeadOf(loop)?.Span.Contains(call.Span) == true,
        };
    }

    // while (!sent), if (sent) break;
    private static bool Ends(StatementSyntax loop, string answer) =>
        HeadOf(loop)?.DescendantNodesAndSelf().OfType<PrefixUnaryExpressionSyntax>().Any(not => Says(not, answer) == false) == true
        || loop.DescendantNodes().OfType<IfStatementSyntax>()
            .Any(branch => Says(branch.Condition, answer) == true && Leaves(branch.Statement));

    private static bool? Says(ExpressionSyntax condition, string answer) => condition.DescendantNodesAndSelf()
        .OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == answer)
        .Select(name => BoolSyntax.Says(condition, name)).FirstOrDefault();

    private static bool Leaves(StatementSyntax branch) =>
        branch.DescendantNodesAndSelf().Any(static node => node is ReturnStatementSyntax or BreakStatementSyntax);

    private static ExpressionSyntax? HeadOf(StatementSyntax loop) => loop switch
    {
        WhileStatementSyntax one => one.Condition,
        DoStatementSyntax one => one.Condition,
        ForStatementSyntax one => one.Condition,
        _ => null,
    };
}
