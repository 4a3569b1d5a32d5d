using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Symbols;
using SmtpAnalyzers.Naming;

namespace SmtpAnalyzers.Operations;

/// <summary>Whether the types of one file speak SMTP: by their names, those of their namespaces, or the commands in their text.</summary>
internal sealed class SmtpContext(SemanticModel model, CancellationToken cancellation)
{
    private static readonly ImmutableHashSet<string> Smtp = WordSplitter.Exactly("smtp esmtp smtps");

    // Other protocols with replies of three digits, and the mail services that are spoken to by HTTP.
    private static readonly ImmutableHashSet<string> Other = WordSplitter.Exactly(
        "http https rest api web webhook graph ftp ftps sftp nntp usenet news pop pop3 imap imap4 sip tor http2 rpc grpc soap json");

    private static readonly string[] Commands = ["RCPT TO", "MAIL FROM", "EHLO", "HELO"];

    // A type's text is read once, however many bodies it has.
    private readonly Dictionary<SyntaxNode, bool> _hasCommands = [];

    /// <summary>Whether the names of <paramref name="type"/>, of the types around it and of its namespace say so.</summary>
    public static bool Speaks(INamedTypeSymbol? type)
    {
        var speaks = false;
        for (ISymbol? around = type; around is INamedTypeSymbol or INamespaceSymbol; around = around.ContainingSymbol)
            speaks |= IsOfSmtp(around.Name);
        for (var outer = type; outer is not null && speaks; outer = outer.ContainingType)
            speaks = !IsOther(outer.Name);
        return speaks;
    }

    /// <summary>Whether <paramref name="name"/> has a word for SMTP.</summary>
    public static bool IsOfSmtp(string name) => name.IndexOf("smtp", StringComparison.OrdinalIgnoreCase) >= 0
        && WordSplitter.OfName(name).Any(static word => Smtp.Contains(word));

    /// <summary>Whether <paramref name="body"/> stands in a type, or a method, that does.</summary>
    public bool Surrounds(SyntaxNode body)
    {
        var symbol = model.GetEnclosingSymbol(body.SpanStart, cancellation);
        var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
        if (Speaks(type))
            return true;
        var method = body.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier.ValueText ?? "";
        return (IsOfSmtp(method) || HasCommands(body)) && !IsOther(method) && (type is null || !IsOther(type.Name));
    }

    private bool HasCommands(SyntaxNode body)
    {
        var whole = body.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? body.SyntaxTree.GetRoot(cancellation);
        if (!_hasCommands.TryGetValue(whole, out var has))
        {
            // Most types hold none, which their text tells without a look at their tokens.
            _hasCommands[whole] = has = SmtpTextFilter.HasAny(whole.SyntaxTree, whole.Span, Commands, cancellation)
                && whole.DescendantTokens().Any(static token =>
                    token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
                    && Commands.Any(command => token.ValueText.StartsWith(command, StringComparison.OrdinalIgnoreCase)));
        }

        return has;
    }

    private static bool IsOther(string name) => WordSplitter.OfName(name).Any(static word => Other.Contains(word));
}
