using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Conditions;

/// <summary>Says which expressions of a body read one reply code, and which hold the exception or response that it belongs to.</summary>
internal sealed class ReplyReader(AccessPath reply, ReplyResolver resolver)
{
    public AccessPath Reply => reply;

    /// <summary>The number or text that <paramref name="operation"/> computes from the reply code, or null.</summary>
    public ReplyValue? Reads(IOperation? operation) => resolver.Value(operation) is { } value && value.Path.Equals(reply) ? value : null;

    /// <summary>What a pattern sees of the reply code where <paramref name="place"/> is its place, else null.</summary>
    public ReplyValue? NumberAt(AccessPath place) => place.Equals(reply) ? resolver.Members.ValueOf(place) : null;

    public AccessPath? PlaceOf(IOperation? operation) => resolver.PlaceOf(operation);

    /// <summary>
    /// Whether <paramref name="place"/> is the exception or response that the reply code hangs on, or the reply code itself.
    /// </summary>
    public bool IsOwner(AccessPath? place) => place is not null && place != AccessPath.Variable.This && reply.IsWithin(place);

    /// <summary>Whether <paramref name="operation"/> reads the reply code, or what it hangs on.</summary>
    public bool Concerns(IOperation operation) => Reads(operation) is not null || IsOwner(PlaceOf(operation));
}
