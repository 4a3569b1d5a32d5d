using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Options;
using SmtpAnalyzers.Sources;

namespace SmtpAnalyzers.Rules;

/// <summary>One file that concerns SMTP, for all rules: its bodies are read once.</summary>
internal sealed class MailFile(SemanticModel model, MailSymbols mail, MailOptions options, CancellationToken cancellation)
{
    private readonly Dictionary<Body, IReadOnlyList<Handling>> _handlings = [];
    private IReadOnlyList<Body>? _bodies;

    public SemanticModel Model => model;

    public SyntaxNode Root { get; } = model.SyntaxTree.GetRoot(cancellation);

    public MailSymbols Mail => mail;

    public MailOptions Options => options;

    public CancellationToken Cancellation => cancellation;

    /// <summary>The bodies in which a reply code may be handled, nested functions each on their own.</summary>
    public IReadOnlyList<Body> Bodies => _bodies ??= BodyReader.In(Root, model, mail, options, cancellation).ToList();

    /// <summary>How <paramref name="body"/> handles each reply code it reads.</summary>
    public IReadOnlyList<Handling> Handlings(Body body)
    {
        if (!_handlings.TryGetValue(body, out var handlings))
            _handlings[body] = handlings = ReplyHandlingAnalysis.Handlings(body, cancellation);
        return handlings;
    }
}
