using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SmtpAnalyzers.Tests.Oracle;

/// <summary>One way to write something in C#: a row of the grammar that random programs are made of.</summary>
/// <param name="Kind">What it is: a program, a statement, a condition, a pattern.</param>
/// <param name="Name">What the row is called.</param>
/// <param name="Text">
/// The C#. <c>@kind</c> is a hole for something of that kind; <c>@kind[code:_e.StatusCode,bool+_f]</c> is one in which the reply code is
/// read from <c>_e.StatusCode</c> alone and the bool <c>_f</c> can be used as well. <c>_name</c> is a name of its own in each place, and
/// <c>#</c> the number of a hit.
/// </param>
internal sealed partial record Shape(string Kind, string Name, string Text)
{
    /// <summary>Why the engine lets more codes through than the program does; null where it is exact.</summary>
    public string? Inexact { get; init; }

    /// <summary>What the statements after it in its block can use, for instance <c>bool+_b</c>.</summary>
    public string Declares { get; init; } = "";

    /// <summary>How often it is chosen, compared with the others of its kind.</summary>
    public int Weight { get; init; } = 1;

    public ImmutableArray<Hole> Holes { get; } = [.. HolePattern().Matches(Text)
        .Select(match => new Hole(match.Index, match.Length, match.Groups["kind"].Value, match.Groups["scope"].Value))];

    public override string ToString() => $"{Kind}: {Name}";

    [GeneratedRegex(@"@(?<kind>[a-z]+)(\[(?<scope>[^\]]+)\])?")]
    private static partial Regex HolePattern();

    /// <summary>A place for something of another kind, and what is in scope there.</summary>
    public readonly record struct Hole(int Start, int Length, string Kind, string Scope);
}
