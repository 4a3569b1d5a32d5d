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
        var names = new List<string>();
        for (var outer = type; outer is not null; outer = outer.ContainingType)
            names.Add(outer.Name);
        if (names.Any(static name => IsOther(WordSplitter.OfName(name))))
            return false;
        for (var space = type?.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            names.Add(space.Name);
        return names.Any(static name => WordSplitter.OfName(name).Any(Smtp.Contains));
    }

    /// <summary>Whether <paramref name="body"/> stands in a type, or a method, that does.</summary>
    public bool Surrounds(SyntaxNode body)
    {
        var symbol = model.GetEnclosingSymbol(body.SpanStart, cancellation);
        var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
        if (Speaks(type))
            return true;
        var method = body.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } declaration
            ? WordSplitter.OfName(declaration.Identifier.ValueText) : ImmutableArray<string>.Empty;
        return !IsOther(method)
            && (type is null || !IsOther(WordSplitter.OfName(type.Name)))
            && (method.Any(Smtp.Contains) || HasCommands(body));
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

    private static bool IsOther(ImmutableArray<string> words) => words.Any(Other.Contains);
}
