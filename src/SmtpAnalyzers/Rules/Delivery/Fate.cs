using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Language;
using SmtpAnalyzers.Outcomes;
using SmtpAnalyzers.Replies;

namespace SmtpAnalyzers.Rules.Delivery;

/// <summary>What becomes of a message whose send ended in one exception: which handlers send it again, and with which reply codes.</summary>
internal sealed class Fate(Attempt attempt, Handling handling)
{
    private Inevitability? _again;

    public Handling Handling => handling;

    private static readonly ReplyCodeSet RealCodes = ReplyCodeSet.Range(ReplyCodeSet.Lowest, ReplyCodes.Highest);

    /// <summary>The places where the message is sent again. To the first send control comes with no code at all.</summary>
    public IReadOnlyList<Evidence> Resends { get; } = handling.Evidence
        .Where(static evidence => evidence.Outcome == Outcome.Retry && evidence.What == SendAgain.What && evidence.Codes.Overlaps(RealCodes))
        .ToList();

    /// <summary>The codes with which the exception enters <paramref name="handler"/>, a filter included.</summary>
    public ReplyCodeSet Entering(ControlFlowRegion handler) => handling.Reach.Entry(First(handler)).Codes;

    /// <summary>The codes with which <paramref name="handler"/> catches it, its filter passed.</summary>
    public ReplyCodeSet Caught(ControlFlowRegion handler) => handler.Kind == ControlFlowRegionKind.FilterAndHandler
        ? handling.Reach.Entry(attempt.Body.Graph.Blocks[handler.NestedRegions[1].FirstBlockOrdinal]).Codes
        : Entering(handler);

    /// <summary>The codes with which <paramref name="handler"/> surely sends again; that the attempts are counted, or a flag allows one more, is no look at the code.</summary>
    public ReplyCodeSet SentAgainBy(ControlFlowRegion handler)
    {
        _again ??= Marking(Resends, condition => handling.Counts(condition) || IsSwitch(condition));
        return Entering(handler) - _again.Escapes(First(handler), 0);
    }

    /// <summary>The codes with which <paramref name="handler"/> sends again however often it has done so.</summary>
    public ReplyCodeSet SentAgainForEverBy(ControlFlowRegion handler, IEnumerable<Evidence> resends) =>
        Entering(handler) - Marking(resends, static _ => false).Escapes(First(handler), 0);

    private BasicBlock First(ControlFlowRegion handler) => attempt.Body.Graph.Blocks[handler.FirstBlockOrdinal];

    private Inevitability Marking(IEnumerable<Evidence> resends, Func<IOperation, bool> isOurs) => new(
        attempt.Body.Graph,
        handling.Reach,
        resends.Select(static resend => new Inevitability.Mark(resend.Place.Block, resend.Place.Step, resend.Codes, IsEnd: false)),
        isOurs);

    // A bool that is only ever set to constants counts to one.
    private bool IsSwitch(IOperation condition) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => IsSwitch(not.Operand),
        ILocalReferenceOperation { Type.SpecialType: SpecialType.System_Boolean } local =>
            attempt.Body.Definitions.Writes(local.Local).All(static written => written is { ConstantValue.HasValue: true }),
        IParameterReferenceOperation { Type.SpecialType: SpecialType.System_Boolean } parameter =>
            attempt.Body.Definitions.Writes(parameter.Parameter).All(static written => written is { ConstantValue.HasValue: true }),
        _ => false,
    };
}
