using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Flow;

/// <summary>
/// The steps of a body in which another reply takes the place of the one that is followed: its variable, or the member, is written.
/// </summary>
internal sealed class Renewals(FunctionBody body, AccessPath reply)
{
    private readonly object[] _variables = reply.Variables.Select(static variable => variable.Identity).ToArray();
    private readonly MemberWrites _members = new(reply, body.Resolver);
    private readonly Dictionary<IOperation, bool> _ofMembers = [];
    private Dictionary<ControlFlowRegion, bool>? _regions;

    public bool In(IOperation step)
    {
        var effect = body.Writes.EffectOf(step);
        foreach (var variable in effect.Written)
        {
            if (Array.IndexOf(_variables, variable) >= 0)
                return true;
        }

        if (!_members.CanHappen)
            return false;
        if (!_ofMembers.TryGetValue(step, out var renews))
            _ofMembers[step] = renews = Array.Exists(effect.Operations, _members.By);
        return renews;
    }

    /// <summary>The first step of <paramref name="block"/> that does so, or null.</summary>
    public int? FirstIn(BasicBlock block)
    {
        for (var i = 0; i < block.StepCount(); i++)
        {
            if (In(block.StepAt(i)))
                return i;
        }

        return null;
    }

    /// <summary>Whether some step of <paramref name="region"/> does so.</summary>
    public bool In(ControlFlowRegion region)
    {
        _regions ??= [];
        if (!_regions.TryGetValue(region, out var renews))
            _regions[region] = renews = body.Graph.BlocksOf(region).Any(block => block.Steps().Any(In));
        return renews;
    }
}
