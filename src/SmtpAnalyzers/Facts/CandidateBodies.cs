using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>Finds the bodies of a file in which a reply code may be handled, by their words alone.</summary>
internal static class CandidateBodies
{
    /// <summary>
    /// The syntax whose operation is a whole body: methods, accessors, expression bodies, initializers, top-level statements.
    /// </summary>
    /// <param name="root">The file, or a member of it.</param>
    /// <param name="listed">What a site calls the members that it says are reply codes.</param>
    public static IEnumerable<SyntaxNode> In(SyntaxNode root, ImmutableHashSet<string> listed)
    {
        var aliases = root.SyntaxTree.GetRoot()
            .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>()
            .Where(static directive => directive.Alias is not null && directive.DescendantTokens().Any(IsOfReplies))
            .Select(static directive => directive.Alias!.Name.Identifier.ValueText);
        var names = listed.Union(aliases);
        var senders = new Lazy<HashSet<string>>(() => new(SendersIn(root.SyntaxTree.GetRoot())));
        return root.DescendantNodesAndSelf(static node => node is CompilationUnitSyntax || !IsBody(node))
            .Where(node => IsBody(node)
                && (IsInType(node)
                    || Declaration(node).DescendantTokens().Any(token => IsOfReplies(token) || names.Contains(token.ValueText))
                    || HandlesFailuresOf(node, senders)));
    }

    // EnviarEmail, HandleMail: a method that uses a client or sends, in whatever language it is named, and who handles its failures.
    private static IEnumerable<string> SendersIn(SyntaxNode file) => file.DescendantNodes().OfType<MethodDeclarationSyntax>()
        .Where(static method => method.DescendantTokens().Any(static token => token.ValueText is "SmtpClient" or "ISmtpClient"
            || (token.IsKind(SyntaxKind.IdentifierToken) && MailSymbols.IsSendName(token.ValueText))))
        .Select(static method => method.Identifier.ValueText);

    private static bool HandlesFailuresOf(SyntaxNode body, Lazy<HashSet<string>> senders) =>
        body.DescendantNodes().Any(static node => node is CatchClauseSyntax)
        && body.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(CallSyntax.MethodName).OfType<string>().Any(name =>
            senders.Value.Contains(name) || (IsParameter(name, body) && senders.Value.Count > 0));

    // Retry(Func<Task> work): what it is given may be a send.
    private static bool IsParameter(string name, SyntaxNode body) => body is MethodDeclarationSyntax method
        && method.ParameterList.Parameters.Any(parameter => parameter.Identifier.ValueText == name);

    private static bool IsBody(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        AccessorDeclarationSyntax accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
        ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax } => true,
        EqualsValueClauseSyntax
        {
            Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax },
        } => true,
        CompilationUnitSyntax unit => unit.Members.Any(static member => member is GlobalStatementSyntax),
        _ => false,
    };

    // With the type of the field or property, which may be the only word for it.
    private static SyntaxNode Declaration(SyntaxNode body) => body.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? body;

    // A type that is named after SMTP may hold replies under any name.
    private static bool IsInType(SyntaxNode body) =>
        body.Ancestors().OfType<TypeDeclarationSyntax>().Any(static type => IsOfSmtp(type.Identifier));

    private static bool IsOfSmtp(SyntaxToken name) => name.ValueText.IndexOf("Smtp", StringComparison.OrdinalIgnoreCase) >= 0;

    // A client in a field may be sent with where nothing else speaks of SMTP.
    private static readonly string[] Words =
        ["Smtp", "StatusCode", "Send", "Repl", "Respon", "Code", "Enhanced", "Dsn", "StatusGroups", "HeaderList"];

    private static bool IsOfReplies(SyntaxToken token)
    {
        if (!token.IsKind(SyntaxKind.IdentifierToken))
            return false;
        foreach (var word in Words)
        {
            if (token.ValueText.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return false;
    }
}
