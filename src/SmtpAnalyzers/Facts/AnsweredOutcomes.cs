using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// What a body answers as a server is what becomes of the mail at its sender: 4yz is sent again, 5yz is given up, 2yz is delivered.
/// </summary>
internal sealed class AnsweredOutcomes(FunctionBody body)
{
    private readonly ServerAnswers _answers = new(body.Mail.Servers, body.InSmtp);

    /// <summary>What <paramref name="operation"/> answers; null where it is no answer, and its names say what it means.</summary>
    public IEnumerable<OutcomeSite>? Of(ProgramPoint at, IOperation operation)
    {
        if (_answers.Of(operation) is { } answer)
            return At(at, answer);
        return operation switch
        {
            // What is written to the wire would count for a report: WriteReplyAsync(SmtpResponse.Ok).
            IInvocationOperation call when CallKinds.IsReport(call) && call.Arguments.Select(static argument => argument.Value)
                    .Where(value => _answers.IsAnswerType(value.Type)).Select(_answers.Of).FirstOrDefault() is { } written =>
                At(at, written),
            IMemberReferenceOperation { Member: { IsStatic: true, ContainingType: var type } } when _answers.IsAnswerType(type) => [],
            IObjectCreationOperation creation when _answers.IsAnswerType(creation.Type) => [],
            _ => null,
        };
    }

    /// <summary>What is answered with a text that the body returns to whoever sends it.</summary>
    public IEnumerable<OutcomeSite> Returned(ProgramPoint at, IOperation value) =>
        _answers.OfReturned(value, body.Method) is { } answer ? At(at, answer) : [];

    private static IEnumerable<OutcomeSite> At(ProgramPoint at, ServerAnswer answer) =>
        answer.Outcome is var outcome and not Outcome.None && !(outcome == Outcome.Delivered && IsDealtWith(answer.Syntax))
            ? [new OutcomeSite(outcome, new(at.Block, at.Step), at.State.Codes, answer.Syntax, $"the client is answered {answer.Code}")]
            : [];

    // Who accepts a message that could not be handed on may have kept it.
    private static bool IsDealtWith(SyntaxNode answer) => answer.FirstAncestorOrSelf<CatchClauseSyntax>() is { } handler
        && handler.Block.DescendantNodes().Any(node => node is InvocationExpressionSyntax call && !call.Span.Contains(answer.Span)
            && CallSyntax.MethodName(call) is not (null or "ToString" or "ConfigureAwait" or "FromResult") && !IsLog(call));

    private static bool IsLog(InvocationExpressionSyntax call) =>
        WordSplitter.OfName(call.Expression.ToString().Replace('.', '_')).Any(ContextWords.ReportingType.Contains);
}
