using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.CodeFixes.Exceptions;

namespace SmtpAnalyzers.CodeFixes.Refactorings;

/// <summary>The names in the handlers: of the types, and of what is caught.</summary>
internal sealed class HandlerNames
{
    private readonly EditContext _context;
    private readonly IReadOnlyList<TextChange> _usings = [];
    private readonly bool _withUsings;

    public HandlerNames(EditContext context, IEnumerable<ITypeSymbol> types, bool withUsings)
    {
        (_context, _withUsings) = (context, withUsings);
        Exception = Free("ex", "exception", "failure", "refusal");
        Element = Free("one", "refused", "recipient", "each");
        if (!withUsings)
            return;
        var spaces = types.Where(type => Known(type) != type.Name).Select(static type => type.ContainingNamespace.ToDisplayString())
            .Distinct().OrderBy(static space => space, StringComparer.Ordinal);
        var usings = spaces.Select(space => TypeNames.UsingFor(context.Root, space, context.Writer.NewLine)).ToList();
        AreWritten = usings.Count > 0 && usings.All(static change => change is not null);
        _usings = usings.OfType<TextChange>().Where(static change => change.NewText!.Length > 0).ToList();
    }

    /// <summary>Whether these names can be written, and are others than without the using directives.</summary>
    public bool AreWritten { get; } = true;

    /// <summary>The name of what is caught.</summary>
    public string Exception { get; }

    /// <summary>The name of one of several refused recipients.</summary>
    public string Element { get; }

    public string Of(ITypeSymbol type) => _withUsings ? type.Name : Known(type);

    public void AddUsings(TextEdits edits)
    {
        foreach (var change in _usings)
            edits.Replace(change.Span, change.NewText!);
    }

    private string Known(ITypeSymbol type) => _context.NameOf(type, _context.Node.SpanStart);

    private string Free(params string[] names) => Names.FreeAt(_context, _context.Node.SpanStart, names);
}
