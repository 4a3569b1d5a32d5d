namespace SmtpAnalyzers.Facts;

/// <summary>Code that is nested deeper than anybody writes, by hand or by a generator that means well.</summary>
internal static class Nesting
{
    /// <summary>
    /// What <paramref name="compute"/> makes of <paramref name="code"/>; nothing where that is nested too deep to be read, rather than a
    /// guess.
    /// </summary>
    public static IReadOnlyList<T> UnlessTooDeep<TCode, T>(TCode code, Func<TCode, IReadOnlyList<T>> compute)
    {
        try
        {
            return compute(code);
        }
        catch (InsufficientExecutionStackException)
        {
            return [];
        }
    }
}
