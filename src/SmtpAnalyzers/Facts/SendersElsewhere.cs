using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Finds the calls of senders that this project declares in other files: <c>sender.SendAsync(to, text)</c> of a class, or of an interface
/// with such a class, that uses a library's client and lets its exceptions out. Read from the syntax there alone.
/// </summary>
internal sealed class SendersElsewhere(MailFile file)
{
    private readonly Dictionary<ISymbol, ITypeSymbol?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>The exception in which a reply comes out of <paramref name="call"/>; null where it isn't seen to send.</summary>
    public ITypeSymbol? ReplyExceptionOf(IInvocationOperation call)
    {
        var method = call.TargetMethod.OriginalDefinition;
        // Every call is asked, and most of them are not named for sending.
        if (!MailSymbols.IsSendName(method.Name) || call.Arguments.IsEmpty || method.DeclaringSyntaxReferences.IsEmpty)
            return null;
        if (!_known.TryGetValue(method, out var exception))
        {
            _known[method] = exception = Implementing(method.ContainingType)
                .SelectMany(type => type.GetMembers(method.Name)).OfType<IMethodSymbol>()
                .Where(one => one.Parameters.Length == method.Parameters.Length)
                .SelectMany(static one => one.DeclaringSyntaxReferences)
                .Select(one => OfDeclaration(one.GetSyntax(file.Cancellation)))
                .FirstOrDefault(static one => one is not null);
        }

        return exception;
    }

    // Those of IEmailSender: EmailSender, SmtpEmailSender. The names alone are cheap to go through.
    private IEnumerable<INamedTypeSymbol> Implementing(INamedTypeSymbol type) =>
        type.TypeKind != TypeKind.Interface
            ? type.DeclaringSyntaxReferences.Any(one => one.SyntaxTree == file.Root.SyntaxTree) ? [] : [type]
            : file.Model.Compilation
                .GetSymbolsWithName(
                    name => name.EndsWith(WithoutPrefix(type.Name), StringComparison.Ordinal), SymbolFilter.Type, file.Cancellation)
                .OfType<INamedTypeSymbol>()
                .Where(one => one.TypeKind == TypeKind.Class && one.AllInterfaces.Contains(type, SymbolEqualityComparer.Default))
                // The first decides, in whatever order the compiler knows them.
                .OrderBy(static one => one.ToDisplayString(), StringComparer.Ordinal);

    private static string WithoutPrefix(string name) => name.Length > 1 && name[0] == 'I' ? name.Substring(1) : name;

    private ITypeSymbol? OfDeclaration(SyntaxNode method) =>
        method.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
        && Run(method, type).SelectMany(static code => code.DescendantNodes()).OfType<TryStatementSyntax>()
            .Where(Sends).SelectMany(static attempt => attempt.Catches).All(LetsOut)
            ? ExceptionOf(type)
            : null;

    // The method and those of its type that it calls: others of the type may well swallow what they meet.
    private static HashSet<SyntaxNode> Run(SyntaxNode method, TypeDeclarationSyntax type)
    {
        var run = new HashSet<SyntaxNode>();
        var pending = new Stack<SyntaxNode>([method]);
        while (pending.Count > 0)
        {
            var current = pending.Pop();
            if (!run.Add(current))
                continue;
            var called = current.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(CallSyntax.MethodName).ToImmutableHashSet();
            foreach (var other in type.Members.OfType<MethodDeclarationSyntax>().Where(one => called.Contains(one.Identifier.ValueText)))
                pending.Push(other);
        }

        return run;
    }

    private static bool Sends(TryStatementSyntax attempt) => attempt.Block.DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Any(static call => CallSyntax.MethodName(call) is { } name && MailSymbols.IsSendName(name));

    private static bool LetsOut(CatchClauseSyntax handler) =>
        handler.Block.Statements.LastOrDefault() is ThrowStatementSyntax { Expression: null };

    // By its client, which may have a name of its own there: using Client = MailKit.Net.Smtp.SmtpClient.
    private ITypeSymbol? ExceptionOf(TypeDeclarationSyntax type)
    {
        var names = type.SyntaxTree.GetRoot(file.Cancellation)
            .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>()
            .Where(one => one.Alias is null ? type.Names(Client, "ISmtpClient") : type.Names(one.Alias.Name.ToString()))
            .Select(static one => one.Name?.ToString()).ToList();
        return Names(MailKit) ? file.Mail.ReplyExceptionOf(isSystem: false)
            : Names(SystemNetMail) ? file.Mail.ReplyExceptionOf(isSystem: true)
            : null;

        bool Names(string library) => names.Contains(library) || names.Contains($"{library}.{Client}");
    }

    private const string MailKit = "MailKit.Net.Smtp", SystemNetMail = "System.Net.Mail", Client = "SmtpClient";
}
