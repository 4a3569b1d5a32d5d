using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Conditions;

/// <summary>
/// The reply codes with which a condition may hold, and those with which it may fail. A code in both
/// can go either way, because something else is looked at too.
/// </summary>
internal readonly record struct Constraint(ReplyCodeSet WhenTrue, ReplyCodeSet WhenFalse)
{
    /// <summary>A condition that has nothing to do with the reply code.</summary>
    public static readonly Constraint Unknown = new(ReplyCodeSet.All, ReplyCodeSet.All);

    public static readonly Constraint Always = new(ReplyCodeSet.All, ReplyCodeSet.Empty);

    public static readonly Constraint Never = Always.Not();

    /// <summary>A condition that holds for exactly these codes.</summary>
    public static Constraint Exactly(ReplyCodeSet codes) => new(codes, ~codes);

    /// <summary>Whether the reply code alone decides.</summary>
    public bool IsExact => (WhenTrue & WhenFalse).IsSubsetOf(ReplyCodeSet.NoReply);

    public Constraint Not() => new(WhenFalse, WhenTrue);

    public Constraint And(Constraint other) => new(WhenTrue & other.WhenTrue, WhenFalse | other.WhenFalse);

    public Constraint Or(Constraint other) => new(WhenTrue | other.WhenTrue, WhenFalse & other.WhenFalse);

    public Constraint Xor(Constraint other) => And(other.Not()).Or(Not().And(other));

    /// <summary>The codes with which the condition comes out as <paramref name="value"/>.</summary>
    public ReplyCodeSet When(bool value) => value ? WhenTrue : WhenFalse;
}
