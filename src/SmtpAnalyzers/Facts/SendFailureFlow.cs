using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// What becomes of a message whose send ended in one exception: which handlers send it again, and with which reply codes.
/// </summary>
internal sealed class SendFailureFlow(GuardedSend attempt, ReplyCodeAnalysis analysis)
{
    private MustReachAnalysis? _again;

    public ReplyCodeAnalysis Analysis => analysis;

    private static readonly ReplyCodeSet CodesOfExceptions = ReplyCodeSet.Range(ReplyCodeSet.LowestTracked, ReplyCodes.Highest);

    /// <summary>The places where the message is sent again. To the first send control comes with no code at all.</summary>
    public IReadOnlyList<OutcomeSite> Resends { get; } = analysis.OutcomeSites
        .Where(static site => site.Outcome == Outcome.Retry && site.Phrase == SendAgain.Phrase && site.Codes.Overlaps(CodesOfExceptions))
        .ToList();

    /// <summary>Those to which control can come from <paramref name="handler"/>.</summary>
    public IEnumerable<OutcomeSite> ResendsAfter(ControlFlowRegion handler) => Resends
        .Where(resend => Reachability.Of(attempt.Body).Reaches(First(handler), resend.Point.Block));

    /// <summary>The codes with which the exception enters <paramref name="handler"/>, a filter included.</summary>
    public ReplyCodeSet Entering(ControlFlowRegion handler) => analysis.Reach.Entry(First(handler)).Codes;

    /// <summary>The codes with which <paramref name="handler"/> catches it, its filter passed.</summary>
    public ReplyCodeSet Caught(ControlFlowRegion handler) => Entering(handler.AfterFilter());

    /// <summary>
    /// The codes with which <paramref name="handler"/> surely sends again; that the attempts are counted, or a flag allows one more, is
    /// no look at the code.
    /// </summary>
    public ReplyCodeSet SentAgainBy(ControlFlowRegion handler)
    {
        // Back in the try a new attempt has begun, whether every way through it sends or not.
        _again ??= Marking(Resends, condition => analysis.Counts(condition) || IsSwitch(condition), Resends.Any(IsInTry) ? [TryAgain] : []);
        return Entering(handler) - _again.CanAvoid(First(handler), 0);
    }

    /// <summary>The codes with which <paramref name="handler"/> sends again however often it has done so.</summary>
    public ReplyCodeSet SentAgainForEverBy(ControlFlowRegion handler, IEnumerable<OutcomeSite> resends) =>
        Entering(handler) - Marking(resends, static _ => false, []).CanAvoid(First(handler), 0);

    private BasicBlock First(ControlFlowRegion handler) => attempt.Body.Graph.Blocks[handler.FirstBlockOrdinal];

    private MustReachAnalysis.Mark TryAgain =>
        new(attempt.Body.Graph.Blocks[attempt.Region.NestedRegions[0].FirstBlockOrdinal], 0, ReplyCodeSet.All, StopsPath: false);

    private bool IsInTry(OutcomeSite resend) => attempt.Region.NestedRegions[0].Contains(resend.Point.Block);

    private MustReachAnalysis Marking(
        IEnumerable<OutcomeSite> resends, Func<IOperation, bool> isOurs, IReadOnlyList<MustReachAnalysis.Mark> others) => new(
        attempt.Body.Graph,
        analysis.Reach,
        resends
            .Select(static resend => new MustReachAnalysis.Mark(resend.Point.Block, resend.Point.Step, resend.Codes, StopsPath: false))
            .Concat(others),
        isOurs);

    // A bool that is only ever set to constants counts to one.
    private bool IsSwitch(IOperation condition) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => IsSwitch(not.Operand),
        ILocalReferenceOperation { Type.SpecialType: SpecialType.System_Boolean } local =>
            attempt.Body.Writes.Writes(local.Local).All(static written => written is { ConstantValue.HasValue: true }),
        IParameterReferenceOperation { Type.SpecialType: SpecialType.System_Boolean } parameter =>
            attempt.Body.Writes.Writes(parameter.Parameter).All(static written => written is { ConstantValue.HasValue: true }),
        _ => false,
    };
}
