using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Finds where a predicate that names what is retried answers no for the type of refused recipients as a whole: greylisting is given up.
/// </summary>
internal sealed class DeniedRefusals(FunctionBody body, ReachAnalysis reach, Vocabulary vocabulary)
{
    public IEnumerable<OutcomeSite> Returned(ProgramPoint at, IOperation value) =>
        body.Name is { } name && BoolTypes.IsBool(value.Type) && vocabulary.WhenTrue(name) == Outcome.Retry
            ? Denied(name, GivenValues.Of(body, reach, at, value))
            : [];

    private IEnumerable<OutcomeSite> Denied(string name, IEnumerable<(ProgramPoint Point, IOperation Value)> all) =>
        from given in all
        where given.Value.ConstantValue is { HasValue: true, Value: false } && IsForRefusedRecipients(given.Value.Syntax)
        select new OutcomeSite(
            Outcome.GiveUp, new(given.Point.Block, given.Point.Step, given.Value, false), given.Point.State.Codes,
            given.Value.Syntax, $"'{name}' returns false");

    private bool IsForRefusedRecipients(SyntaxNode value) =>
        body.Writes.Model is { } model && TypeQuestion.Of(value, model, body.Mail.Exceptions.IsOfRecipients) is not null;
}
