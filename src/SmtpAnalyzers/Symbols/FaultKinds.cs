using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Naming;

namespace SmtpAnalyzers.Symbols;

/// <summary>What an exception says about the program that threw it: is the fault its own, and will it be gone later?</summary>
internal static class FaultKinds
{
    private static readonly string[] Temporary =
    [
        "System.IO.IOException", "System.TimeoutException", "System.Data.Common.DbException", "System.Net.Sockets.SocketException",
        "System.Net.Http.HttpRequestException", "MailKit.Net.Smtp.SmtpProtocolException",
    ];

    // What was asked for is not there, or the input ends too early: that may well be the client's fault.
    private static readonly string[] Lasting =
    [
        "System.IO.FileNotFoundException", "System.IO.DirectoryNotFoundException", "System.IO.EndOfStreamException",
        "System.IO.PathTooLongException",
    ];

    // Of libraries that need not be referenced: DbUpdateException, MongoConnectionException, RateLimitRejectedException.
    private static readonly ImmutableHashSet<string> TemporaryWords = WordSplitter.Exactly(
        "db sql database timeout storage redis mongo npgsql connection broker unavailable busy overload overloaded deadlock circuit")
        .Union(WordSplitter.InAnyForm("throttle"));

    // Of two words that say it together, the first.
    private static readonly string[] TemporaryPairs =
        ["rate limit", "rate limiter", "rate limited", "too many requests", "too many connections", "timed out"];

    // What the client sent, or whom it is for: a mailbox that is unavailable has 550 for its reply.
    private static readonly ImmutableHashSet<string> LastingWords = WordSplitter.Exactly(
        "validation invalid format parse syntax found constraint duplicate unique protocol mailbox recipient recipients sender address "
        + "user domain policy spam virus");

    /// <summary>Whether every exception is a <paramref name="type"/>; null stands for a clause without a declaration.</summary>
    public static bool IsGeneral(ITypeSymbol? type) => type is null or
    {
        Name: "Exception" or "SystemException", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true },
    };

    /// <summary>
    /// Whether <paramref name="type"/> is thrown for a fault of the machine or network, such as a database that is down or a service that
    /// has enough to do, or is called temporary in the words of <paramref name="vocabulary"/>.
    /// </summary>
    public static bool IsTemporary(ITypeSymbol? type, Vocabulary vocabulary)
    {
        for (var one = type; one is not null; one = one.BaseType)
        {
            var name = one.ToDisplayString();
            if (Array.IndexOf(Lasting, name) >= 0)
                return false;
            if (Array.IndexOf(Temporary, name) >= 0)
                return true;
        }

        // Polly tells what became of the service that it guards.
        return type is not null && (!CallKinds.IsFramework(type) || CallKinds.IsIn(type, "Polly"))
            && WordSplitter.OfName(type.Name) is var words && !words.Any(LastingWords.Contains)
            && (words.Any(TemporaryWords.Contains) || vocabulary.OfName(type.Name) == Outcome.Retry
                || (string.Join(" ", words) is var phrase
                    && TemporaryPairs.Any(pair => phrase.IndexOf(pair, StringComparison.Ordinal) >= 0)));
    }
}
