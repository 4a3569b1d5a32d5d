namespace SmtpAnalyzers.Facts;

/// <summary>Code that is nested deeper than anybody writes, by hand or by a generator that means well.</summary>
internal static class Nesting
{
    /// <summary>
    /// The result of <paramref name="compute"/>; nothing where the code is nested too deep to be read, rather than a guess.
    /// </summary>
    public static IReadOnlyList<T> UnlessTooDeep<T>(Func<List<T>> compute)
    {
        try
        {
            return compute();
        }
        catch (InsufficientExecutionStackException)
        {
            return [];
        }
    }
}
