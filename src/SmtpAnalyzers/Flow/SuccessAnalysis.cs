using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Flow;

/// <summary>
/// Tells a retry from a routine: where a send that succeeded may come round to the same send again, the loop does not repeat it because
/// it failed.
/// </summary>
internal sealed class SuccessAnalysis : KnownFlags
{
    private readonly IOperation _send;
    private readonly TextSpan? _loop;
    private bool _hasBegun, _arrives;

    private SuccessAnalysis(FunctionBody body, IOperation send, TextSpan? loop) : base(body) => (_send, _loop) = (send, loop);

    /// <summary>
    /// Whether control, once <paramref name="send"/> has come back, can meet it again without leaving <paramref name="loop"/>; also where
    /// control comes to it by an exception only, so that nothing is known of how it got there.
    /// </summary>
    public static bool LeadsBack(FunctionBody body, IOperation send, TextSpan? loop, CancellationToken cancellation = default)
    {
        var whole = send;
        while (whole.Parent is not null)
            whole = whole.Parent;
        if (body.Operations.Find(whole) is not var (block, step) || Before(body, block, step) is not { } known)
            return true;
        var analysis = new SuccessAnalysis(body, whole, loop);
        var solver = new Solver<ImmutableDictionary<object, bool>?>(FlowGraph.Of(body), analysis);
        solver.BeginAt(block, step + 1, analysis.AfterSend(block, known));
        analysis._hasBegun = true;
        solver.Run(cancellation);
        return analysis._arrives;
    }

    public override ImmutableDictionary<object, bool>? After(BasicBlock block, IOperation step, ImmutableDictionary<object, bool>? state)
    {
        if (state is null || !IsInLoop(step))
            return null;
        // Of return client.Send(message), the edge out of the block is where control begins.
        if (!ReferenceEquals(step, _send) || !_hasBegun)
            return base.After(block, step, state);
        _arrives = true;
        return null;
    }

    private bool IsInLoop(IOperation step) => _loop is not { } loop || loop.Contains(step.Syntax.Span);

    private ImmutableDictionary<object, bool>? AfterSend(BasicBlock block, ImmutableDictionary<object, bool> known) =>
        IsInLoop(_send) ? base.After(block, _send, known) : null;

    // The values of the flags when control reaches a step from the start of the body. They are the same for all sends.
    private static ImmutableDictionary<object, bool>? Before(FunctionBody body, BasicBlock block, int step)
    {
        var fromStart = body.Once(static body => new FromStart(body));
        var state = fromStart.Solver.Entering(block);
        for (var i = 0; i < step; i++)
            state = fromStart.Transfer.After(block, block.StepAt(i), state);
        return state;
    }

    private sealed class FromStart
    {
        public FromStart(FunctionBody body)
        {
            Transfer = new KnownFlags(body);
            Solver = new Solver<ImmutableDictionary<object, bool>?>(FlowGraph.Of(body), Transfer);
            Solver.Begin(body.Graph.Blocks[0], Nothing);
            Solver.Run(CancellationToken.None);
        }

        public KnownFlags Transfer { get; }

        public Solver<ImmutableDictionary<object, bool>?> Solver { get; }
    }
}
