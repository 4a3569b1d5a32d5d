namespace SmtpAnalyzers.Mutants;

/// <summary>
/// The type that the changed code asks which change is active. It exists in the changed assembly only. Where it can, it notes a change as
/// reached only if that makes a difference there: a test that no difference reaches can't see it.
/// </summary>
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
                    Reach(id, true);
                    return id == Active;
                }

                public static bool False(int id, bool value)
                {
                    Reach(id, value);
                    return value && id != Active;
                }

                public static bool True(int id, bool value)
                {
                    Reach(id, !value);
                    return value || id == Active;
                }

                public static T Pick<T>(int id, T value, T other)
                {
                    Reach(id, !System.Collections.Generic.EqualityComparer<T>.Default.Equals(value, other));
                    return id == Active ? other : value;
                }

                public static T Default<T>(int id, T value)
                {
                    Reach(id, !System.Collections.Generic.EqualityComparer<T>.Default.Equals(value, default(T)));
                    return id == Active ? default(T) : value;
                }

                private static void Reach(int id, bool differs)
                {
                    if (differs && id < Reached.Length)
                        Reached[id] = true;
                    if (IsLate)
                        throw new System.TimeoutException();
                }

                public static bool Hand<T>(out T to, T from)
                {
                    to = from;
                    return true;
                }
            }
        }
        """;

    public static string Is(string id) => $"{Type}.Is({id})";
}
