using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Options;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>One file that concerns SMTP, for all rules: its bodies are read once.</summary>
/// <param name="model">The file's semantic model.</param>
/// <param name="mail">The mail libraries as the compilation sees them.</param>
/// <param name="options">The options that hold for the file.</param>
/// <param name="cancellation">Stops the reading.</param>
/// <param name="scope">The members whose findings are wanted, for a code fix that changed no
/// others; the whole file where it is null.</param>
internal sealed class MailFile(
    SemanticModel model, MailSymbols mail, MailOptions options, CancellationToken cancellation, IReadOnlyList<SyntaxNode>? scope = null)
{
    private readonly Dictionary<FunctionBody, IReadOnlyList<ReplyCodeAnalysis>> _analyses = [];
    private readonly Dictionary<ISymbol, FunctionBody?> _methods = new(SymbolEqualityComparer.Default);
    private IReadOnlyList<FunctionBody>? _bodies;
    private IReadOnlyList<SyntaxNode>? _nodes;
    private readonly Dictionary<SyntaxNode, CallSummary> _calls = [];
    private ILookup<string?, InvocationExpressionSyntax>? _callsByName;
    private ValueTracker? _values;
    private SendSites? _sends;
    private IReadOnlyList<SmtpCommandSite>? _commands;
    private Pipelining? _pipelining;

    public SemanticModel Model => model;

    public SyntaxNode Root { get; } = model.SyntaxTree.GetRoot(cancellation);

    public MailSymbols Mail => mail;

    public MailOptions Options => options;

    public CancellationToken Cancellation => cancellation;

    /// <summary>Follows the values of this file.</summary>
    public ValueTracker Values => _values ??= new ValueTracker(model, cancellation);

    /// <summary>The commands that clients written by hand send in this file.</summary>
    public IReadOnlyList<SmtpCommandSite> Commands => _commands ??= new SmtpCommands(this).All();

    /// <summary>The order in which the replies to these commands come.</summary>
    public Pipelining Pipelining => _pipelining ??= new Pipelining(this);

    /// <summary>The sends of the file, with their handlers, repetitions and retry policies.</summary>
    public SendSites Sends => _sends ??= new SendSites(this);

    /// <summary>The bodies in which a reply code may be handled, nested functions each on their own.</summary>
    public IReadOnlyList<FunctionBody> Bodies =>
        _bodies ??= Parts.SelectMany(part => BodyReader.In(part, model, mail, options, Values, cancellation, Sends.SentBy)).ToList();

    /// <summary>All nodes in which findings are looked for, in source order.</summary>
    public IReadOnlyList<SyntaxNode> Nodes => _nodes ??= Parts.SelectMany(static part => part.DescendantNodesAndSelf()).ToArray();

    private IReadOnlyList<SyntaxNode> Parts => scope ?? [Root];

    /// <summary>The body of <paramref name="method"/>, where it stands in this file, in the scope or not; null where it does not.</summary>
    public FunctionBody? BodyOf(IMethodSymbol method)
    {
        if (_methods.Count == 0)
        {
            foreach (var body in Bodies.Where(static body => body.Method is not null))
            {
                if (!_methods.ContainsKey(body.Method!.OriginalDefinition))
                    _methods.Add(body.Method.OriginalDefinition, body);
            }
        }

        var definition = method.OriginalDefinition;
        if (!_methods.TryGetValue(definition, out var found))
            _methods[definition] = found = scope is null ? null : BodyOutsideScope(definition);
        return found;
    }

    private FunctionBody? BodyOutsideScope(IMethodSymbol definition) =>
        definition.DeclaringSyntaxReferences
            .FirstOrDefault(reference => reference.SyntaxTree == model.SyntaxTree)?.GetSyntax(cancellation) is { } declaration
            ? BodyReader.In(declaration, model, mail, options, Values, cancellation, Sends.SentBy)
                .FirstOrDefault(body => SymbolEqualityComparer.Default.Equals(body.Method?.OriginalDefinition, definition))
            : null;

    /// <summary>How <paramref name="body"/> handles each reply code it reads.</summary>
    public IReadOnlyList<ReplyCodeAnalysis> Analyses(FunctionBody body)
    {
        if (!_analyses.TryGetValue(body, out var analyses))
            _analyses[body] = analyses = ReplyCodeAnalysis.Of(body, cancellation);
        return analyses;
    }

    /// <summary>All nodes of a kind, in source order.</summary>
    public IEnumerable<T> NodesOf<T>() where T : SyntaxNode => Nodes.OfType<T>();

    /// <summary>The calls of methods of this name, in source order.</summary>
    public IEnumerable<InvocationExpressionSyntax> CallsNamed(string name) =>
        (_callsByName ??= NodesOf<InvocationExpressionSyntax>().ToLookup(CallSyntax.MethodName))[name];

    /// <summary>Whether <paramref name="name"/> stands anywhere in the text: what is named nowhere need not be looked for.</summary>
    public bool Mentions(string name) => SmtpTextFilter.Has(model.SyntaxTree, name, cancellation);

    /// <summary>Whether one of <paramref name="words"/>, in any case, does.</summary>
    public bool MentionsAny(IReadOnlyList<string> words) =>
        SmtpTextFilter.HasAny(model.SyntaxTree, new TextSpan(0, model.SyntaxTree.Length), words, cancellation);

    public ITypeSymbol? TypeOf(SyntaxNode? node) => node is null ? null : model.GetTypeInfo(node, cancellation).Type;

    public ISymbol? SymbolOf(SyntaxNode? node) => node is null ? null : model.GetSymbolInfo(node, cancellation).Symbol;

    /// <summary>The calls of <paramref name="code"/>, a block or a lambda's body.</summary>
    public CallSummary CallsOf(SyntaxNode code)
    {
        if (!_calls.TryGetValue(code, out var calls))
            _calls[code] = calls = CallSummary.Of(code, model, mail.Exceptions, cancellation);
        return calls;
    }

    /// <summary>The exception that <paramref name="handler"/> catches: the declared type, or System.Exception.</summary>
    public ITypeSymbol? CaughtBy(CatchClauseSyntax handler) =>
        handler.Declaration is { } declaration ? TypeOf(declaration.Type) : model.Compilation.GetTypeByMetadataName("System.Exception");
}
