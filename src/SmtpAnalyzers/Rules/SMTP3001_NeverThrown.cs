using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP3001: the exception of one library is expected where only the other library's client is called.</summary>
internal sealed class NeverThrown : Rule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.NeverThrown;

    public override IEnumerable<Diagnostic> Findings(MailFile file) => file.NodesOf<TryStatementSyntax>().SelectMany(attempt => InHandlers(file, attempt))
        .Concat(InPolicies(file));

    private IEnumerable<Diagnostic> InHandlers(MailFile file, TryStatementSyntax attempt) =>
        from handler in attempt.Catches
        from type in Expected(file, handler)
        let finding = Judge(file, type, () => file.CallsOf(attempt.Block))
        where finding is not null
        select finding;

    // What the handler declares, and what it asks the caught exception for.
    private static IEnumerable<ExpressionSyntax> Expected(MailFile file, CatchClauseSyntax handler)
    {
        if (handler.Declaration is not { } declaration)
            return [];
        var name = declaration.Identifier.ValueText;
        if (name.Length == 0 || IsReplaced(handler, name))
            return [declaration.Type];
        return TypeTests.In(handler, expression => expression is IdentifierNameSyntax caught && caught.Identifier.ValueText == name).Prepend(declaration.Type);
    }

    // Unwrapped: what is asked is then an inner exception.
    private static bool IsReplaced(CatchClauseSyntax handler, string name) => handler.DescendantNodes().OfType<AssignmentExpressionSyntax>()
        .Any(assignment => assignment.Left is IdentifierNameSyntax target && target.Identifier.ValueText == name);

    private IEnumerable<Diagnostic> InPolicies(MailFile file)
    {
        var policies = new PolicyUse(file);
        foreach (var (part, type) in PolicyTypes(file))
        {
            if (Judge(file, type, () => policies.Executed(part)) is { } finding)
                yield return finding;
        }
    }

    private static IEnumerable<(SyntaxNode Part, ExpressionSyntax Type)> PolicyTypes(MailFile file)
    {
        foreach (var node in file.NodesOf<ExpressionSyntax>())
        {
            switch (node)
            {
                case GenericNameSyntax { Identifier.ValueText: "Handle" or "Or", TypeArgumentList.Arguments: [var type] } name when IsOfPolly(file, name):
                    yield return (name, type);
                    break;
                case LambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } } } lambda
                    when member.Name.Identifier.ValueText is "Handle" or "Or" && IsOfPolly(file, member.Name):
                    foreach (var type in TypeTests.In(lambda.Body, IsOutermost))
                        yield return (lambda, type);
                    break;
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "ShouldHandle" } handle,
                    Right: LambdaExpressionSyntax predicate }
                    when IsOfPolly(file, handle):
                    foreach (var type in TypeTests.In(predicate.Body, IsOutermost))
                        yield return (predicate, type);
                    break;
            }
        }
    }

    private static bool IsOutermost(ExpressionSyntax expression) =>
        expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "InnerException" };

    private static bool IsOfPolly(MailFile file, SyntaxNode name) =>
        ((file.SymbolOf(name)?.ContainingNamespace?.ToDisplayString() ?? "") + ".").StartsWith("Polly.", StringComparison.Ordinal);

    private Diagnostic? Judge(MailFile file, ExpressionSyntax expected, Func<CallSummary?> calls)
    {
        if (file.SymbolOf(expected) is not ITypeSymbol type
            || !(file.Mail.Exceptions.IsNeverThrown(type, MailLibrary.MailKit) || file.Mail.Exceptions.IsNeverThrown(type, MailLibrary.SystemNetMail))
            || calls() is not { } callees
            || !file.Mail.Exceptions.IsNeverThrown(type, callees.SoleLibrary)
            || callees.Throws(type))
        {
            return null;
        }

        return At(expected, type.ToDisplayString(), Client(callees.SoleLibrary), Instead(file, type, callees));
    }

    private static string Client(MailLibrary library) => library == MailLibrary.MailKit ? "MailKit's client" : "System.Net.Mail's client";

    private static string Instead(MailFile file, ITypeSymbol type, CallSummary callees) =>
        callees.SoleLibrary == MailLibrary.SystemNetMail ? "it throws System.Net.Mail.SmtpException"
        : file.Mail.Exceptions.SystemAuthentication.Contains(type)
            ? "it throws MailKit.Security.AuthenticationException where a login is refused, SslHandshakeException where TLS fails"
        : "it throws MailKit.Net.Smtp.SmtpCommandException for a reply, SmtpProtocolException where there is none";
}
