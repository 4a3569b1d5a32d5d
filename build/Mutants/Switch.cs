namespace SmtpAnalyzers.Mutants;

/// <summary>The type that the changed code asks which change is active. It exists in the changed assembly only.</summary>
internal static class Switch
{
    public const string Type = "global::SmtpAnalyzers.Mutant";

    /// <summary>Its source.</summary>
    public const string Source =
        """
        namespace SmtpAnalyzers
        {
            internal static class Mutant
            {
                public static int Active;
                public static bool[] Reached = new bool[0];
                public static volatile bool IsLate;

                public static bool Is(int id)
                {
                    if (id < Reached.Length)
                        Reached[id] = true;
                    if (IsLate)
                        throw new System.TimeoutException();
                    return id == Active;
                }

                public static T Default<T>(bool active, T value) => active ? default(T) : value;

                public static bool Hand<T>(out T to, T from)
                {
                    to = from;
                    return true;
                }
            }
        }
        """;

    public static string Active(int id) => $"{Type}.Is({id})";
}
