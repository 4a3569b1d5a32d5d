using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>Reads what a verifier that is written by hand makes of the reply to a command that asks for a mailbox.</summary>
/// <param name="file">The file.</param>
/// <param name="site">The command, or the call of a method that sends it.</param>
/// <param name="flow">The function around it.</param>
internal sealed class ProbeReading(MailFile file, SyntaxNode site, SyntaxNode flow)
{
    private readonly ProbeTests _tests = new(file);
    private ControlFlowGraph? _graph;

    /// <summary>
    /// The test for 250 by which every other reply says that there is no such mailbox; null where there is none, or where the code knows
    /// other replies.
    /// </summary>
    public ExpressionSyntax? Verdict
    {
        get
        {
            if (TestAfter() is { } after)
                return (IsReturned(after) && !KnowsOthers(after, fives: true)) || IsDecided(after) ? after : Expected();
            return Expected();
        }
    }

    /// <summary>The call that throws where the reply is not 250, where all that follows then is a no; null where it is not.</summary>
    /// <param name="exception">What it throws, if that is known.</param>
    public ExpressionSyntax? ThrownVerdict(ITypeSymbol? exception) =>
        site is ExpressionSyntax call && Thrown(call, exception) is { AreVerdict: true } && !KnowsOthers(call, fives: true) ? call : null;

    /// <summary>The call that is true for 250 only, where it decides over the mailbox; null where it does not.</summary>
    public ExpressionSyntax? CalledVerdict =>
        site is ExpressionSyntax call && (IsReturned(call) || Decided(call, positive: true) is { AreVerdict: true })
            && !KnowsOthers(call, fives: true)
            ? call : null;

    // Command("VRFY " + address, 250) in a try, and every exception is a no.
    private ExpressionSyntax? Expected()
    {
        var call = site.AncestorsAndSelf().TakeWhile(static node => node is not StatementSyntax).OfType<InvocationExpressionSyntax>()
            .FirstOrDefault(one => one.ArgumentList.Arguments.Any(argument => _tests.Is250(argument.Expression)));
        return call is not null && file.SymbolOf(call) is IMethodSymbol method && !BoolTypes.IsBool(method.ReturnType)
            && Thrown(call, exception: null) is { AreVerdict: true } && !KnowsOthers(call, fives: true)
                ? call.ArgumentList.Arguments.First(argument => _tests.Is250(argument.Expression)).Expression
                : null;
    }

    // The first comparison with 250, before any other command.
    private ExpressionSyntax? TestAfter()
    {
        var end = file.Commands.Where(other => other.Flow == flow && other.Site.SpanStart > site.Span.End
                && other.Verb is not ("QUIT" or "RSET"))
            .Select(static other => other.Site.SpanStart).DefaultIfEmpty(int.MaxValue).Min();
        return flow.DescendantNodes().OfType<ExpressionSyntax>().FirstOrDefault(node =>
            (node.SpanStart > site.Span.End || node.Span.Contains(site.Span)) && node.Span.End < end && _tests.Of(node) is not null);
    }

    // It is returned by a predicate, kept in a member called valid or exists, or is the word for it in what is returned.
    private bool IsReturned(ExpressionSyntax test)
    {
        SyntaxNode node = ExpectedCodes.Whole(test);
        while (node.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax or AwaitExpressionSyntax
            or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.EqualsExpression }
            or ConditionalAccessExpressionSyntax)
        {
            node = node.Parent;
        }

        return _tests.Of(test) is not false && node.Parent switch
        {
            ReturnStatementSyntax or ArrowExpressionClauseSyntax => file.Model.GetEnclosingSymbol(test.SpanStart) is IMethodSymbol method
                && BoolTypes.IsBool(method.ReturnType) && !VerifyWords.IsCareful(method.Name),
            AssignmentExpressionSyntax set when set.Right == node => CallSyntax.NameOf(set.Left) is { } name && VerifyWords.IsYes(name),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax local } => VerifyWords.IsYes(local.Identifier.ValueText),
            ArgumentSyntax { NameColon.Name.Identifier.ValueText: var name } => VerifyWords.IsYes(name),
            ArgumentSyntax argument => new ProbeVerdicts(file).IsVerdict(argument),
            _ => false,
        };
    }

    // It decides between a yes and a no. That another test asks for 5yz is no difference where the answer is none.
    private bool IsDecided(ExpressionSyntax test) => Decided(test, _tests.Of(test)) is { AreVerdict: true } answers
        && !KnowsOthers(test, fives: !answers.AreOneWord);

    private ProbeAnswers? Decided(ExpressionSyntax test, bool? positive)
    {
        var graph = _graph ??= BodyReader.GraphOf(flow, file.Model, file.Cancellation);
        if (graph is null || positive is null)
            return null;
        var (decision, says) = Decision(graph, test, positive.Value);
        if (decision is null || says is null)
            return null;
        var whenTrue =
            decision.ConditionKind == ControlFlowConditionKind.WhenTrue ? decision.ConditionalSuccessor : decision.FallThroughSuccessor;
        var whenFalse = whenTrue == decision.ConditionalSuccessor ? decision.FallThroughSuccessor : decision.ConditionalSuccessor;
        var (yes, no) = says.Value ? (whenTrue, whenFalse) : (whenFalse, whenTrue);
        return new ProbeAnswers(file, graph, Aftermath.Of(graph, decision, yes), Aftermath.Of(graph, decision, no), from: 0);
    }

    // The block whose condition the test is, or a variable that holds the test, and what the condition says of the reply.
    private (BasicBlock? Decision, bool? Says) Decision(ControlFlowGraph graph, ExpressionSyntax test, bool positive)
    {
        var conditions = graph.Blocks
            .Where(static block => block.ConditionalSuccessor is not null && block.BranchValue is not null).ToList();
        if (conditions.Where(block => block.BranchValue!.Syntax.Span.Contains(test.Span))
            .OrderBy(static block => block.BranchValue!.Syntax.Span.Length).FirstOrDefault() is { } own)
        {
            return (own, own.BranchValue!.Syntax.Span == test.Span ? positive : _tests.Around(own.BranchValue.Syntax, test));
        }

        var kept = test.Ancestors().TakeWhile(static node => node is not StatementSyntax)
            .OfType<VariableDeclaratorSyntax>().FirstOrDefault();
        if (kept?.Initializer is not { Value: var value } || file.Model.GetDeclaredSymbol(kept, file.Cancellation) is not { } local)
            return default;
        var decision = conditions.Find(block => SymbolEqualityComparer.Default.Equals(file.SymbolOf(block.BranchValue!.Syntax), local));
        return (decision, _tests.Around(value, test));
    }

    private ProbeAnswers? Thrown(ExpressionSyntax call, ITypeSymbol? exception)
    {
        var graph = _graph ??= BodyReader.GraphOf(flow, file.Model, file.Cancellation);
        var decision = graph?.Blocks.FirstOrDefault(block => block.Steps().Any(step => step.Syntax.Span.Contains(call.Span)));
        return decision is null ? null
            : new ProbeAnswers(
                file, graph!, Aftermath.OfSuccess(graph!, decision), Aftermath.OfThrow(graph!, decision, exception), call.SpanStart);
    }

    // Another code, or the first digit of one, is looked at after the command: 4yz is somebody's business.
    public bool KnowsOthers(SyntaxNode test, bool fives) =>
        flow.DescendantNodes().OfType<LiteralExpressionSyntax>().Any(literal => literal.SpanStart > site.Span.End
            && !test.Span.Contains(literal.Span) && literal.Token.Value switch
            {
                5 or 55 or (>= 500 and < 600) or '5' => fives,
                int number => number is 4 or 25 or 45 or (>= 251 and < 500 and not 354),
                char digit => digit is '4',
                string { Length: > 0 and <= 4 } text when text[0] is '2' or '4' or '5' && text.TrimEnd().All(char.IsDigit) =>
                    text[0] != '5' || fives,
                string text => WordSplitter.OfText(text).Any(VerifyWords.IsUndecided),
                _ => false,
            })
        || flow.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
            name.SpanStart > site.Span.End && VerifyWords.IsUndecided(name.Identifier.ValueText));
}
