using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Naming;

namespace SmtpAnalyzers.Symbols;

/// <summary>
/// The kinds of calls that are not about the mail: they tell people what happened, or belong to a library that knows nothing of this
/// program.
/// </summary>
internal static class CallKinds
{
    private static readonly string[] Libraries = ["System", "Microsoft", "MailKit", "MimeKit", "Polly"];

    private static readonly string[] Log = [.. ContextWords.Log];
    private static readonly string[] ReportingType = [.. ContextWords.ReportingType];
    private static readonly string[] ReportingVerb = [.. ContextWords.ReportingVerb];

    /// <summary>
    /// Whether <paramref name="call"/> writes to a log. Its text says in whole phrases what the program is about to do; that of other
    /// reports says what people are told.
    /// </summary>
    public static bool IsLog(IInvocationOperation call) => HasWord(TypeNameOf(call), Log) || StartsWith(call.TargetMethod.Name, Log);

    /// <summary>The same for a call that does not resolve: what it is called on, and what is called, by their names.</summary>
    public static bool IsLog(string receiver, string method) => HasWord(receiver, Log) || StartsWith(method, Log);

    /// <summary>
    /// Whether <paramref name="call"/> logs, displays, measures or formats. Nothing happens to the mail in it, and whoever gets an
    /// exception there does not judge it.
    /// </summary>
    public static bool IsReport(IInvocationOperation call) =>
        call.TargetMethod.Name == "ToString"
        || HasWord(TypeNameOf(call), ReportingType)
        // What is written into a channel is work for somebody.
        || (StartsWith(call.TargetMethod.Name, ReportingVerb) && call.TargetMethod.ContainingType?.Name != "ChannelWriter");

    /// <summary>The same for a call that does not resolve: what it is called on, and what is called, by their names.</summary>
    public static bool IsReport(string receiver, string method) => HasWord(receiver, ReportingType) || StartsWith(method, ReportingVerb);

    /// <summary>Whether <paramref name="call"/> is made to a log, a console or the like, whatever it is called.</summary>
    public static bool IsToReport(IInvocationOperation call) => HasWord(TypeNameOf(call), ReportingType);

    /// <summary>
    /// Whether <paramref name="type"/> is one of .NET's or of the mail and retry libraries: its names say nothing of this program's mail.
    /// </summary>
    public static bool IsFramework(ITypeSymbol type) => IsIn(type, Libraries);

    /// <summary>Whether <paramref name="type"/> is in one of <paramref name="namespaces"/> or below.</summary>
    public static bool IsIn(ITypeSymbol? type, params string[] namespaces)
    {
        var space = type?.ContainingNamespace?.ToDisplayString() ?? "";
        foreach (var known in namespaces)
        {
            if (space.StartsWith(known, StringComparison.Ordinal) && (space.Length == known.Length || space[known.Length] == '.'))
                return true;
        }

        return false;
    }

    private static string TypeNameOf(IInvocationOperation call) => (call.Instance?.Type ?? call.TargetMethod.ContainingType)?.Name ?? "";

    private static bool HasWord(string name, string[] words)
    {
        if (!MayHaveWord(name, words))
            return false;
        foreach (var word in WordSplitter.OfName(name))
        {
            if (Array.IndexOf(words, word) >= 0)
                return true;
        }

        return false;
    }

    private static bool StartsWith(string name, string[] words) =>
        MayHaveWord(name, words) && WordSplitter.OfName(name) is [var first, ..] && Array.IndexOf(words, first) >= 0;

    // Every call is asked, and most names need not be split to be told. An underscore may part what makes one word.
    private static bool MayHaveWord(string name, string[] words)
    {
        foreach (var word in words)
        {
            if (name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return name.IndexOf('_') >= 0;
    }

    /// <summary>Whether <paramref name="type"/> is an exception.</summary>
    public static bool IsException(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current is { Name: nameof(Exception), ContainingNamespace.Name: nameof(System) })
                return true;
        }

        return false;
    }
}
