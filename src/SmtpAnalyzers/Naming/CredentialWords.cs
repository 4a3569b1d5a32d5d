using System.Collections.Immutable;

namespace SmtpAnalyzers.Naming;

/// <summary>The words that say of a login that its credentials are wrong.</summary>
internal static class CredentialWords
{
    private static readonly ImmutableHashSet<string> Credential =
        WordSplitter.Exactly("credential credentials password passwords username");

    private static readonly ImmutableHashSet<string> Wrong =
        WordSplitter.Exactly("invalid wrong incorrect bad rejected refused denied check verify prompt ask enter reenter expired");

    private static readonly ImmutableHashSet<string> Right = WordSplitter.Exactly("accept accepted valid correct recognized");

    /// <summary>Whether the words call credentials wrong: "Invalid user name or password", InvalidCredentials, PromptForPassword.</summary>
    public static bool AreBlame(ImmutableArray<string> words) =>
        (words.Any(Wrong.Contains) || (words.Any(Right.Contains) && words.Any(ContextWords.Negation.Contains)))
        && (words.Any(Credential.Contains) || words.Select(static (word, index) => (word, index)).Any(pair => pair.word == "user"
            && pair.index + 1 < words.Length && words[pair.index + 1] == "name"));

    /// <summary>Whether a method of this name answers whether credentials are right.</summary>
    public static bool IsAsked(string method) =>
        WordSplitter.OfName(method).Any(static word => word is "credential" or "credentials" or "password");
}
