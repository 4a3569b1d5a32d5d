using System.Collections.Immutable;

namespace SmtpAnalyzers.Naming;

/// <summary>The words of code that asks a server whether a mailbox exists (VRFY, a RCPT without a message).</summary>
internal static class VerifyWords
{
    private static readonly ImmutableHashSet<string> Asking = WordSplitter.InAnyForm("verify validate probe exist")
        .Union(WordSplitter.Exactly("verifier validator verification validation valid checker deliverable deliverability callout"));

    private static readonly ImmutableHashSet<string> Yes = WordSplitter.Exactly("valid exists exist existing deliverable");

    private static readonly ImmutableHashSet<string> No =
        WordSplitter.Exactly("invalid invalids nonexistent nonexisting missing bad wrong undeliverable rejected bounce bounced notfound");

    private static readonly ImmutableHashSet<string> Unknown = WordSplitter.Exactly("unknown maybe unsure undetermined inconclusive");

    // To accept every mailbox, or none for now, is no word on this one.
    private static readonly ImmutableHashSet<string> Careful =
        Unknown.Union(WordSplitter.Exactly("try can could supports cannot catch catchall greylisted greylisting greylist"));

    private static readonly ImmutableHashSet<string> Later =
        Unknown.Union(WordSplitter.Exactly("temporary temporarily transient greylisted greylisting greylist"));

    /// <summary>Whether a type or method of this name is for asking: MailboxVerifier, CheckExists.</summary>
    public static bool IsAsking(string name) => WordSplitter.OfName(name).Any(Asking.Contains);

    /// <summary>Whether a variable or member of this name says that the mailbox exists: isValid, Exists.</summary>
    public static bool IsYes(string name) => WordSplitter.OfName(name).Any(Yes.Contains);

    /// <summary>Whether this name says that there is no such mailbox: Invalid, DoesNotExist.</summary>
    public static bool IsNo(string name) => WordSplitter.OfName(name).Any(No.Contains)
        || name.IndexOf("NotFound", StringComparison.OrdinalIgnoreCase) >= 0
        || name.IndexOf("NotExist", StringComparison.OrdinalIgnoreCase) >= 0
        || name.IndexOf("NoSuch", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Whether this name leaves it open, or promises only to try: TryVerify, Unknown, IsCatchAll.</summary>
    public static bool IsCareful(string name) => WordSplitter.OfName(name).Any(Careful.Contains);

    /// <summary>Whether this name is for an answer between yes and no: Unknown, Greylisted.</summary>
    public static bool IsUndecided(string name) => WordSplitter.OfName(name).Any(Later.Contains);
}
