using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Flow;

/// <summary>The test that let a reply code come to an outcome, and the beginning of the decision it is part of.</summary>
/// <param name="Atom">The atom to blame.</param>
/// <param name="Block">The block in which the decision begins.</param>
/// <param name="Step">The step of that block.</param>
internal sealed record Cause(ConditionAtom Atom, BasicBlock Block, int Step);

/// <summary>The point of a body at which the outcome for the mail is stated.</summary>
/// <param name="Block">The block it stands in.</param>
/// <param name="Step">The step of that block, the branch value counted last.</param>
/// <param name="Flag">The bool operation that decides, where it is the value of a flag that says so; null where being there is
/// enough.</param>
/// <param name="FlagValue">The value of <paramref name="Flag"/> that says so.</param>
/// <param name="Known">What let the codes come there, where that is known from the start: the key of a dictionary's entry.</param>
internal readonly record struct OutcomePoint(
    BasicBlock Block, int Step, IOperation? Flag = null, bool FlagValue = true, ConditionAtom? Known = null);

/// <summary>Finds what let a reply code come to one kind of outcome.</summary>
internal sealed class CauseFinder(
    FunctionBody body, ReachAnalysis reach, ConditionBuilder conditions, MustReachAnalysis outcome, ReplyCodeSet codesWithoutOwnTest)
{
    private readonly CauseWalk _walk = new(body, reach, conditions, outcome);

    /// <param name="place">Where the outcome is.</param>
    /// <param name="code">The code that should not have come to it.</param>
    /// <param name="preferLower">Whether of two bounds the lower one is wrong.</param>
    public Cause? Find(OutcomePoint place, int code, bool preferLower) => place.Known is { } atom
        ? new Cause(atom, place.Block, place.Step)
        : _walk.Run(place, code, ComesByName(place.Block), preferLower);

    // If only named codes come to the block, their names count, even if all others come to the same outcome elsewhere.
    private bool ComesByName(BasicBlock block) => !reach.Entry(block).Codes.Overlaps(codesWithoutOwnTest);
}
