using System.Collections.Immutable;

namespace SmtpAnalyzers.Naming;

/// <summary>Where in a name a term counts. Without a flag: as the last words of the name.</summary>
[Flags]
internal enum Position
{
    Last = 0,

    /// <summary>Also before what a mail is made of, as a verb is: DropMessage, but not DropFolder.</summary>
    BeforeObject = 1,

    /// <summary>Also before a word for an error, as an adjective is: PermanentSmtpFailure, but not PermanentAddress.</summary>
    BeforeError = 2,

    /// <summary>Only where nothing but mail words stands before it: MessageSent, but not ConnectionDropped or CommandSent.</summary>
    OfMail = 4,

    /// <summary>Only as the whole name.</summary>
    Whole = 8,

    /// <summary>Anywhere: a word that a user has added.</summary>
    Anywhere = 16,
}

/// <summary>An entry of the vocabulary.</summary>
/// <param name="Words">Its words, in basic form and lower case.</param>
/// <param name="Says">The outcome that it states; None makes the whole name say nothing.</param>
/// <param name="Denied">The outcome that its negation states.</param>
/// <param name="Position">Where it counts.</param>
/// <param name="NamesClass">Whether it speaks of a whole reply class, so that a predicate named for it can be taken at its word.</param>
internal sealed record Term(
    ImmutableArray<string> Words,
    Outcome Says,
    Outcome Denied = Outcome.None,
    Position Position = Position.Last,
    bool NamesClass = false)
{
    /// <summary>What the negation of a word that a user adds states.</summary>
    public static Outcome DenialOf(Outcome outcome) => outcome switch
    {
        Outcome.Retry => Outcome.GiveUp,
        Outcome.Delivered => Outcome.Failure,
        _ => Outcome.None,
    };
}
