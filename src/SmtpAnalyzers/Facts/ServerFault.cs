using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Facts;

/// <summary>A handler of a server that answers a fault of its own for good.</summary>
/// <param name="Handler">The handler.</param>
/// <param name="Answers">What it answers, in source order: all of it 5yz.</param>
/// <param name="Exit">
/// The statement that answers; for <see cref="FallsThrough"/> the one below the <c>try</c>.
/// </param>
internal sealed record ServerFault(CatchClauseSyntax Handler, IReadOnlyList<ServerAnswer> Answers, StatementSyntax Exit)
{
    /// <summary>Whether the handler says nothing, and what stands below its <c>try</c> answers.</summary>
    public bool FallsThrough => !Handler.Span.Contains(Exit.Span);

    /// <summary>Where it is reported.</summary>
    public Location Location => FallsThrough ? Handler.CatchKeyword.GetLocation()
        : Handler.Span.Contains(Answers[0].Syntax.Span) ? Answers[0].Syntax.GetLocation()
        : Exit.GetLocation();
}
