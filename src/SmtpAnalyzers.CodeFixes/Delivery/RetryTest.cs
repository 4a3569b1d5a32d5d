using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>
/// Writes the test whether a failure is worth another attempt: a 4xx reply, or no reply at all. System.Net.Mail gives the latter a code of
/// its own, GeneralFailure.
/// </summary>
internal sealed class RetryTest(FixContext context)
{
    /// <summary>The exceptions that carry the replies in question, each the type that declares the code.</summary>
    public static IReadOnlyList<ITypeSymbol> Carriers(FixContext context, IEnumerable<ITypeSymbol> exceptions) => exceptions
        .Select(exception => context.Mail.ReplyCodeOf(exception)?.ContainingType)
        .OfType<ITypeSymbol>()
        .Distinct<ITypeSymbol>(SymbolEqualityComparer.Default)
        .ToList();

    /// <summary>What such a fix is called.</summary>
    public string Title(IReadOnlyList<ITypeSymbol> exceptions) => HasNoReply(exceptions)
        ? "Retry only 4xx replies and lost connections"
        : "Retry only 4xx replies";

    /// <summary>Whether <paramref name="variable"/>, an <paramref name="exception"/>, is worth another attempt.</summary>
    public string Passes(ITypeSymbol exception, string variable)
    {
        var test = context.Writer.ClassTestOfEnum($"{variable}.StatusCode", ReplyClass.TransientNegative);
        return NoReply(exception) is { } none ? $"{variable}.StatusCode == {none} || {test}" : test;
    }

    /// <summary>The same without a name for the code that stands for no reply.</summary>
    public string PassesUnnamed(ITypeSymbol exception, string variable) =>
        NoReply(exception) is null ? Passes(exception, variable) : $"(int){context.Writer.AfterCast}{variable}.StatusCode < 500";

    /// <summary>Whether one of <paramref name="exceptions"/> has a code that stands for no reply.</summary>
    public bool HasNoReply(IReadOnlyList<ITypeSymbol> exceptions) => exceptions.Any(exception => NoReply(exception) is not null);

    /// <summary>Whether <paramref name="variable"/> is a permanent refusal.</summary>
    public string IsPermanent(string variable) => $"(int){context.Writer.AfterCast}{variable}.StatusCode >= 500";

    /// <summary>
    /// Whether <paramref name="variable"/>, which is declared as <paramref name="declared"/>, is worth another attempt, whatever it is.
    /// </summary>
    public string PassesAny(
        IReadOnlyList<ITypeSymbol> exceptions, ITypeSymbol? declared, string variable, Func<ITypeSymbol, string, string> passes)
    {
        if (OfType(exceptions, declared) is { } typed)
            return passes(typed, variable);
        var names = Refused(exceptions.Count);
        var tests = exceptions
            .Select((exception, i) => $"{IsNot(variable, exception, names[i])} || {passes(exception, names[i])}").ToList();
        return tests.Count == 1 ? tests[0] : string.Join(" && ", tests.Select(static test => $"({test})"));
    }

    /// <summary>Whether <paramref name="variable"/>, which is declared as <paramref name="declared"/>, is a permanent refusal.</summary>
    public string IsPermanentAny(IReadOnlyList<ITypeSymbol> exceptions, ITypeSymbol? declared, string variable)
    {
        if (OfType(exceptions, declared) is not null)
            return IsPermanent(variable);
        var names = Refused(exceptions.Count);
        var tests = exceptions
            .Select((exception, i) => $"{variable} is {Names.Of(context, exception)} {names[i]} && {IsPermanent(names[i])}").ToList();
        return tests.Count == 1 ? tests[0] : string.Join(" || ", tests.Select(static test => $"({test})"));
    }

    /// <summary><c>variable is not Exception name</c>, in older versions of C# too.</summary>
    public string IsNot(string variable, ITypeSymbol exception, string name) => IsNot(variable, $"{Names.Of(context, exception)} {name}");

    public string IsNot(string variable, string pattern) =>
        context.HasPatterns ? $"{variable} is not {pattern}" : $"!({variable} is {pattern})";

    /// <summary>A pattern for a failure of <paramref name="exception"/> that is worth another attempt; from C# 9.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="name">How its type is written there.</param>
    public string Pattern(ITypeSymbol exception, string name)
    {
        var code = Names.Of(context, context.Mail.ReplyCodeOf(exception)!.Type);
        var cast = $"({code}){context.Writer.AfterCast}";
        var range = $">= {cast}400 and < {cast}500";
        return $"{name} {{ StatusCode: {(NoReply(exception) is { } none ? $"{none} or ({range})" : range)} }}";
    }

    /// <summary>The same without a name for the code that stands for no reply.</summary>
    public string PatternUnnamed(ITypeSymbol exception, string name) => NoReply(exception) is null
        ? Pattern(exception, name)
        : $"{name} {{ StatusCode: < ({Names.Of(context, context.Mail.ReplyCodeOf(exception)!.Type)}){context.Writer.AfterCast}500 }}";

    // System.Net.Mail's own code for a refused connection, an unknown host, a time-out.
    private string? NoReply(ITypeSymbol exception) =>
        context.Mail.ReplyCodeOf(exception)?.Type is { } code && MailSymbols.NameOf(code, -1) is { } name
            ? $"{Names.Of(context, code)}.{name}" : null;

    private static ITypeSymbol? OfType(IReadOnlyList<ITypeSymbol> exceptions, ITypeSymbol? declared) =>
        declared is not null && exceptions.Count == 1 && MailSymbols.Derives(declared, exceptions[0]) ? exceptions[0] : null;

    private string[] Refused(int count)
    {
        var names = new string[count];
        var free = new List<string> { "refused", "rejected", "failed", "reply", "failure" };
        for (var i = 0; i < count; i++)
        {
            names[i] = Names.Free(context, [.. free]);
            free.Remove(names[i]);
        }

        return names;
    }
}
