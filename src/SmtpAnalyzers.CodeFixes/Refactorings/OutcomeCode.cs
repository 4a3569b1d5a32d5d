namespace SmtpAnalyzers.CodeFixes.Refactorings;

/// <summary>How a handler says what becomes of the mail.</summary>
/// <param name="Statements">Its statements, with <see cref="Exception"/> for the name of what is caught.</param>
/// <param name="Calls">The methods that they call.</param>
internal sealed record OutcomeCode(IReadOnlyList<string> Statements, IReadOnlyList<string> Calls)
{
    /// <summary>Stands in a statement for the name of the exception, which the handler decides.</summary>
    public const string Exception = "\u0001";

    public bool NamesException => Statements.Any(static statement => statement.Contains(Exception));

    public IEnumerable<string> Named(string exception) => Statements.Select(statement => statement.Replace(Exception, exception));
}
