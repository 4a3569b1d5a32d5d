using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>One file for the rules on exceptions: its syntax is walked once, what a try calls is worked out once.</summary>
internal sealed class ApiFile(MailFile file)
{
    private readonly Dictionary<SyntaxNode, CallSummary> _callees = [];

    public MailFile File => file;

    public SemanticModel Model => file.Model;

    public CancellationToken Cancellation => file.Cancellation;

    public ExceptionSymbols Symbols => file.Mail.Exceptions;

    /// <summary>All nodes of a kind, in source order.</summary>
    public IEnumerable<T> Nodes<T>() where T : SyntaxNode => file.Nodes.OfType<T>();

    public ITypeSymbol? TypeOf(SyntaxNode? node) => node is null ? null : Model.GetTypeInfo(node, Cancellation).Type;

    public ISymbol? SymbolOf(SyntaxNode? node) => node is null ? null : Model.GetSymbolInfo(node, Cancellation).Symbol;

    /// <summary>What <paramref name="code"/>, a block or a lambda's body, calls.</summary>
    public CallSummary CalleesOf(SyntaxNode code)
    {
        if (!_callees.TryGetValue(code, out var callees))
            _callees[code] = callees = CallSummary.Of(code, Model, Symbols, Cancellation);
        return callees;
    }

    /// <summary>The exception that <paramref name="handler"/> catches: the declared type, or System.Exception.</summary>
    public ITypeSymbol? CaughtBy(CatchClauseSyntax handler) =>
        handler.Declaration is { } declaration ? TypeOf(declaration.Type) : Model.Compilation.GetTypeByMetadataName("System.Exception");
}
