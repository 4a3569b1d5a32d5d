using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>Reads the texts that a handler logs, throws or answers: whole phrases, and names that are written as text.</summary>
internal sealed class StatedTexts(FunctionBody body, ReachAnalysis reach, Vocabulary vocabulary)
{
    /// <summary>The phrases in the constants of <paramref name="value"/>, and in the names of texts that stand elsewhere.</summary>
    public IEnumerable<OutcomeSite> Phrases(ProgramPoint at, IOperation value) =>
        from constant in Constants(value)
        let outcome = vocabulary.OfText(IsIdentifier(constant.Text) ? Spelled(constant.Text) : constant.Text)
        where outcome != Outcome.None
        select Site(at, outcome, constant);

    /// <summary>What the answer <paramref name="value"/> states, where it is no formatted report.</summary>
    public IEnumerable<OutcomeSite> Answered(ProgramPoint at, IOperation value)
    {
        if (Builder(value) is { } builder)
            return Appended(builder);
        return value.DescendantsAndSelf().Any(static part => part is IInvocationOperation call && CallKinds.IsReport(call))
            ? []
            : Phrases(at, value).Concat(
                from constant in Constants(value)
                where IsIdentifier(constant.Text)
                let outcome = vocabulary.OfName(constant.Text)
                where outcome != Outcome.None
                select Site(at, outcome, constant));
    }

    // text.ToString(), where text is a StringBuilder of this body.
    private static ILocalSymbol? Builder(IOperation value) =>
        value is IInvocationOperation
        {
            TargetMethod.Name: "ToString", Instance: ILocalReferenceOperation { Local: { Type.Name: "StringBuilder" } local },
        } ? local : null;

    private IEnumerable<OutcomeSite> Appended(ILocalSymbol builder) =>
        from block in body.Graph.Blocks
        where !reach.Entry(block).Codes.IsEmpty
        from at in reach.Steps(block)
        where !at.State.Codes.IsEmpty && !ReachAnalysis.IsWithoutReply(at.State)
        from operation in at.Step.DescendantsAndSelf()
        where operation is IInvocationOperation { TargetMethod.Name: "Append" or "AppendLine" or "AppendFormat" } append
            && IsOf(builder, append)
        from argument in ((IInvocationOperation)operation).Arguments
        from site in Phrases(new ProgramPoint(block, at.Index, at.State), argument.Value)
        select site;

    private static bool IsOf(ILocalSymbol builder, IInvocationOperation append)
    {
        var receiver = append.Instance;
        while (receiver is IInvocationOperation { TargetMethod.ContainingType.Name: "StringBuilder" } before)
            receiver = before.Instance;
        return receiver is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, builder);
    }

    // NON_RETRYABLE, RecipientRejected
    private static bool IsIdentifier(string text) =>
        text.Length is > 4 and < 60 && text.All(static c => char.IsLetterOrDigit(c) || c is '_' or '-')
        && (text.IndexOf('_') > 0 || text.IndexOf('-') > 0 || text.Skip(1).Any(char.IsUpper));

    private static string Spelled(string name) => string.Join(" ", WordSplitter.OfName(name));

    // Texts.MailboxNotFound: the text itself may be in any language.
    private static string? NameOfText(IOperation operation) =>
        operation is IMemberReferenceOperation { Member: { IsStatic: true, Name: var name }, Type.SpecialType: SpecialType.System_String }
            ? Spelled(name)
            : null;

    // What several strings make together is one text: each of thousands would be read again in the next.
    private static IEnumerable<(string Text, SyntaxNode Syntax)> Constants(IOperation value)
    {
        var pending = new Stack<IOperation>();
        pending.Push(value);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            if (NameOfText(operation) is { } name)
                yield return (name, operation.Syntax);
            if (operation.ConstantValue is { HasValue: true, Value: string text })
            {
                yield return (text, operation.Syntax);
                continue;
            }

            foreach (var child in operation.ChildOperations.Reverse())
                pending.Push(child);
        }
    }

    private static OutcomeSite Site(ProgramPoint at, Outcome outcome, (string Text, SyntaxNode Syntax) constant) =>
        new(outcome, new(at.Block, at.Step), at.State.Codes, constant.Syntax, $"\"{constant.Text}\"");
}
