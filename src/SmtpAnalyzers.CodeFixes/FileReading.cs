using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Rules;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>What the compiler and all rules say of some members of a file, for a comparison of before and after.</summary>
internal sealed class FileReading
{
    private readonly MailFile _file;
    private readonly SemanticModel _model;
    private readonly CancellationToken _cancellation;
    private IReadOnlyList<string>? _complaints;
    private IReadOnlyList<Diagnostic>? _findings;

    public FileReading(LinkedFile file, IReadOnlyList<SyntaxNode> scope, bool declares, CancellationToken cancellation)
    {
        (Scope, Declares, _model, _cancellation) = (scope, declares, file.Model, cancellation);
        _file = new MailFile(file.Model, file.Mail, file.Options, cancellation, scope);
    }

    /// <summary>The members as the rules see them.</summary>
    public MailFile File => _file;

    /// <summary>The members that are read.</summary>
    public IReadOnlyList<SyntaxNode> Scope { get; }

    /// <summary>
    /// Whether the change touches more than bodies: then the compiler is asked about the declarations of the whole project too.
    /// </summary>
    public bool Declares { get; }

    /// <summary>The ids of the compiler's errors and warnings, each as often as it is reported.</summary>
    public IReadOnlyList<string> Complaints => _complaints ??= Diagnostics()
        .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
        .Select(static diagnostic => diagnostic.Id)
        .ToList();

    /// <summary>What all rules report.</summary>
    public IReadOnlyList<Diagnostic> Findings => _findings ??= AllRules.Findings(_file).ToList();

    /// <summary>How each body handles each of its reply codes; nested functions are bodies of their own.</summary>
    public IEnumerable<(string? Name, SyntaxNode Syntax, IReadOnlyList<ReplyCodeAnalysis> Handlings)> Bodies =>
        _file.Bodies.Select(body => (body.Name, body.Graph.OriginalOperation.Syntax, _file.Analyses(body)));

    private IEnumerable<Diagnostic> Diagnostics()
    {
        if (Declares || Scope.Any(static member => member.Parent is null))
        {
            IEnumerable<Diagnostic> ofFile = _model.GetDiagnostics(null, _cancellation);
            return Declares ? ofFile.Concat(_model.Compilation.GetDeclarationDiagnostics(_cancellation)) : ofFile;
        }

        return Scope.SelectMany(member =>
            _model.GetSyntaxDiagnostics(member.Span, _cancellation).Concat(_model.GetMethodBodyDiagnostics(member.Span, _cancellation)));
    }
}
