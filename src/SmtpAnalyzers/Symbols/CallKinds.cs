using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Naming;

namespace SmtpAnalyzers.Symbols;

/// <summary>
/// The kinds of calls that are not about the mail: they tell people what happened, or belong
/// to a library that knows nothing of this program.
/// </summary>
internal static class CallKinds
{
    private static readonly string[] Libraries = ["System", "Microsoft", "MailKit", "MimeKit", "Polly"];

    /// <summary>
    /// Whether <paramref name="call"/> writes to a log. Its text says in whole phrases what the program is about to do;
    /// that of other reports says what people are told.
    /// </summary>
    public static bool IsLog(IInvocationOperation call) =>
        HasWord(TypeNameOf(call), ContextWords.Log) || StartsWith(call.TargetMethod.Name, ContextWords.Log);

    /// <summary>
    /// Whether <paramref name="call"/> logs, displays, measures or formats. Nothing happens to the mail in it, and
    /// whoever gets an exception there does not judge it.
    /// </summary>
    public static bool IsReport(IInvocationOperation call) =>
        call.TargetMethod.Name == "ToString"
        || HasWord(TypeNameOf(call), ContextWords.ReportingType)
        || StartsWith(call.TargetMethod.Name, ContextWords.ReportingVerb);

    /// <summary>
    /// Whether <paramref name="type"/> is one of .NET's or of the mail and retry libraries: its names say nothing of this program's mail.
    /// </summary>
    public static bool IsFramework(ITypeSymbol type) => IsIn(type, Libraries);

    /// <summary>Whether <paramref name="type"/> is in one of <paramref name="namespaces"/> or below.</summary>
    public static bool IsIn(ITypeSymbol? type, params string[] namespaces)
    {
        var space = type?.ContainingNamespace?.ToDisplayString() ?? "";
        return namespaces.Any(known =>
            space.StartsWith(known, StringComparison.Ordinal) && (space.Length == known.Length || space[known.Length] == '.'));
    }

    private static string TypeNameOf(IInvocationOperation call) => (call.Instance?.Type ?? call.TargetMethod.ContainingType)?.Name ?? "";

    private static bool HasWord(string name, ImmutableHashSet<string> words) => WordSplitter.OfName(name).Any(words.Contains);

    private static bool StartsWith(string name, ImmutableHashSet<string> words) =>
        WordSplitter.OfName(name) is [var first, ..] && words.Contains(first);
}
