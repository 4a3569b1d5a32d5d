using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Options;
using SmtpAnalyzers.Rules;
using SmtpAnalyzers.Rules.Exceptions;
using SmtpAnalyzers.Sources;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>How the findings of one rule are mended. Its proposals need not be right: each is tried before it is offered.</summary>
internal abstract class RuleFix
{
    public abstract string Id { get; }

    /// <summary>Ways to mend the finding at <see cref="FixContext.Node"/>, best first; the first that holds is offered.</summary>
    public abstract IEnumerable<Proposal> Plan(FixContext context);
}

/// <param name="Title">What the user is offered.</param>
/// <param name="Root">The file as it is then.</param>
internal sealed record Proposal(string Title, SyntaxNode Root);

/// <summary>One finding in one version of a file.</summary>
internal sealed class FixContext(
    SyntaxNode root, SyntaxNode node, ImmutableDictionary<string, string?> properties, SemanticModel model, MailSymbols mail,
    MailOptions options, CancellationToken cancellation)
{
    public SyntaxNode Root => root;

    /// <summary>The syntax that the finding stands on.</summary>
    public SyntaxNode Node => node;

    /// <summary>What the rule tells its fix.</summary>
    public ImmutableDictionary<string, string?> Properties => properties;

    public SemanticModel Model => model;

    public MailSymbols Mail => mail;

    public ExceptionSymbols Symbols => mail.Exceptions;

    /// <summary>The file as the rules see it.</summary>
    public ApiFile File { get; } = new(new MailFile(model, mail, options, cancellation));

    public CodeStyle Style { get; } = new(root);

    public CancellationToken Cancellation => cancellation;
}
