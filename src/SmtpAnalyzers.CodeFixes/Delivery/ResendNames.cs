using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.CodeFixes.Exceptions;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>The names that a second send to refused recipients needs: new locals, and types as the file writes them.</summary>
internal sealed class ResendNames
{
    private const string ListNamespace = "System.Collections.Generic";

    private readonly FixContext _context;
    private readonly HashSet<string> _taken;
    private readonly bool _needsUsing;

    public ResendNames(FixContext context, Resend resend)
    {
        _context = context;
        var member = resend.Clause.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } one and not GlobalStatementSyntax ? one : context.Root;
        _taken = [.. member.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText)];
        HasName = resend.Clause.Declaration!.Identifier.ValueText.Length > 0;
        Exception = HasName ? resend.Clause.Declaration.Identifier.ValueText : Free("ex");
        var list = Written("System.Collections.Generic.List`1");
        _needsUsing = list.IndexOf('.') >= 0 && TypeNames.WithUsing(context.Root, ListNamespace, context.Writer.EndOfLine) is not null;
        var listName = _needsUsing ? "List" : list.Split('<')[0];
        One = Written($"System.Net.Mail.{RefusedRecipients.One}");
        Several = Written($"System.Net.Mail.{RefusedRecipients.Several}");
        (FailureList, AddressList) = ($"{listName}<{One}>", $"{listName}<{Written("System.Net.Mail.MailAddress")}>");
    }

    /// <summary>The caught exception's variable.</summary>
    public string Exception { get; }

    /// <summary>Whether the handler has named it.</summary>
    public bool HasName { get; }

    public string One { get; }

    public string Several { get; }

    public string FailureList { get; }

    public string AddressList { get; }

    /// <summary>All failures of the caught exception, whether it is for one recipient or for several.</summary>
    public string AllFailures()
    {
        var several = Free("several");
        return $"{Exception} is {Several} {several} ? {several}.InnerExceptions : new[] {{ {Exception} }}";
    }

    /// <summary><paramref name="wanted"/>, or a name like it that the member does not have. It is taken from now on.</summary>
    public string Free(string wanted)
    {
        var name = wanted;
        for (var number = 2; !_taken.Add(name); number++)
            name = $"{wanted}{number}";
        return name;
    }

    /// <summary><paramref name="root"/> with the using directive that the lists need.</summary>
    public SyntaxNode WithUsing(SyntaxNode root) =>
        _needsUsing ? TypeNames.WithUsing(root, ListNamespace, _context.Writer.EndOfLine) ?? root : root;

    private string Written(string type) =>
        _context.Model.Compilation.GetTypesByMetadataName(type) is [var symbol, ..] ? symbol.ToMinimalDisplayString(_context.Model, _context.Node.SpanStart) : type;
}
