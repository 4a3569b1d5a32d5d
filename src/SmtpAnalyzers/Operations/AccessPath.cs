using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.Operations;

/// <summary>
/// Where a value lives, told apart well enough to know that two expressions read the same value: <c>ex.StatusCode</c> through
/// whatever alias <c>ex</c> has. Value equality.
/// </summary>
internal abstract record AccessPath
{
    /// <summary>The variable at the bottom: the exception, parameter or local that everything hangs on.</summary>
    public abstract Variable Root { get; }

    /// <summary>All variables whose change changes this place.</summary>
    public abstract IEnumerable<Variable> Variables { get; }

    /// <summary>Whether this place is <paramref name="owner"/> or a member of it, at any depth.</summary>
    public abstract bool IsWithin(AccessPath owner);

    /// <summary>
    /// A local or parameter (its symbol), a compiler temporary (its <c>CaptureId</c>), the exception caught by a try (its region), the
    /// instance (<see cref="This"/>), or a value that is read once (its operation).
    /// </summary>
    public sealed record Variable(object Identity) : AccessPath
    {
        public static readonly Variable This = new("this");

        public override Variable Root => this;

        public override IEnumerable<Variable> Variables => [this];

        public override bool IsWithin(AccessPath owner) => Equals(owner);
    }

    /// <summary>A property or field of another place.</summary>
    public sealed record Member(AccessPath Owner, ISymbol Symbol) : AccessPath
    {
        public override Variable Root => Owner.Root;

        public override IEnumerable<Variable> Variables => Owner.Variables;

        public override bool IsWithin(AccessPath owner) => Equals(owner) || Owner.IsWithin(owner);
    }

    /// <summary>An element of another place, by a constant or by the value of a variable.</summary>
    public sealed record Element(AccessPath Owner, object Index) : AccessPath
    {
        public override Variable Root => Owner.Root;

        public override IEnumerable<Variable> Variables =>
            Index is AccessPath index ? Owner.Variables.Concat(index.Variables) : Owner.Variables;

        public override bool IsWithin(AccessPath owner) => Equals(owner) || Owner.IsWithin(owner);
    }

    /// <summary>The class that the enhanced status code in another place names: the 4 of <c>4.7.1</c>.</summary>
    public sealed record EnhancedStatus(AccessPath Text) : AccessPath
    {
        public override Variable Root => Text.Root;

        public override IEnumerable<Variable> Variables => Text.Variables;

        public override bool IsWithin(AccessPath owner) => Equals(owner) || Text.IsWithin(owner);
    }

    /// <summary>The member that leads from <paramref name="owner"/> towards this place, or null where there is none.</summary>
    public ISymbol? MemberAfter(AccessPath owner) => this switch
    {
        Member member when member.Owner.Equals(owner) => member.Symbol,
        Member member => member.Owner.MemberAfter(owner),
        Element element => element.Owner.MemberAfter(owner),
        EnhancedStatus status => status.Text.MemberAfter(owner),
        _ => null,
    };
}
