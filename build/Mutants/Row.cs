using System.Collections;

namespace SmtpAnalyzers.Mutants;

/// <summary>One thing that a test checks, which can be checked again and again in this process.</summary>
/// <param name="name">How the report calls it.</param>
/// <param name="passes">Whether it holds. An exception says that it does not.</param>
internal sealed class Row(string name, Func<bool> passes)
{
    public string Name => name;

    /// <summary>How long it took.</summary>
    public TimeSpan Cost { get; set; }

    /// <summary>By id: the changes that make a difference somewhere in it.</summary>
    public BitArray Reached { get; set; } = new(0);

    public bool Passes()
    {
        try
        {
            return passes();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return false;
        }
    }
}
