using System.Globalization;
using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>Writes the wait that the options ask for, longer with each attempt where the attempts are counted.</summary>
internal sealed class Delay(FixContext context)
{
    private readonly (string Unit, long Amount) _shortest = Shortest(context.Options.MinimumRetryDelay);

    /// <summary>The wait as a TimeSpan.</summary>
    /// <param name="attempts">How often it was tried, as an expression; null where that is not known.</param>
    public string Of(string? attempts)
    {
        var amount = _shortest.Amount.ToString(CultureInfo.InvariantCulture);
        var product = attempts is null ? amount : _shortest.Amount == 1 ? attempts.Trim('(', ')') : $"{amount} * {attempts}";
        return $"{TimeSpanName}.From{_shortest.Unit}({product})";
    }

    /// <summary>The constant wait after the <paramref name="attempt"/>-th attempt.</summary>
    public string After(int attempt) =>
        $"{TimeSpanName}.From{_shortest.Unit}({(_shortest.Amount * attempt).ToString(CultureInfo.InvariantCulture)})";

    /// <summary>
    /// The shortest wait as the value of a variable of <paramref name="type"/>, of milliseconds or a TimeSpan; null for other types.
    /// </summary>
    public string? ValueOf(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 } =>
            ((long)context.Options.MinimumRetryDelay.TotalMilliseconds).ToString(CultureInfo.InvariantCulture),
        { Name: "TimeSpan", ContainingNamespace.Name: "System" } => Of(null),
        _ => null,
    };

    private string TimeSpanName => Names.Of(context, "System.TimeSpan") ?? "System.TimeSpan";

    private static (string Unit, long Amount) Shortest(TimeSpan wait) =>
        wait.Ticks % TimeSpan.TicksPerMinute == 0 ? ("Minutes", wait.Ticks / TimeSpan.TicksPerMinute)
        : ("Seconds", (long)Math.Ceiling(wait.TotalSeconds));
}
