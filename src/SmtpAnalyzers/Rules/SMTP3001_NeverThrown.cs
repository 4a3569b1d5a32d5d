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

    public override IEnumerable<Diagnostic> Findings(MailFile file) =>
        file.NodesOf<TryStatementSyntax>().SelectMany(attempt => InHandlers(file, attempt))
            .Concat(InPolicies(file));

    private IEnumerable<Diagnostic> InHandlers(MailFile file, TryStatementSyntax attempt) =>
        from handler in attempt.Catches
        from type in Expected(file, handler)
        let finding = Judge(file, type, () => file.CallsOf(attempt.Block))
        where finding is not null
        select finding;

    // The type that the handler declares, and the types that it tests the caught exception for.
    private static IEnumerable<ExpressionSyntax> Expected(MailFile file, CatchClauseSyntax handler)
    {
        if (handler.Declaration is not { } declaration)
            return [];
        var name = declaration.Identifier.ValueText;
        if (name.Length == 0 || IsReplaced(handler, name))
            return [declaration.Type];
        return TypeTests.In(handler, expression => expression is IdentifierNameSyntax caught && caught.Identifier.ValueText == name)
            .Prepend(declaration.Type);
    }

    // Unwrapped: what is asked is then an inner exception.
    private static bool IsReplaced(CatchClauseSyntax handler, string name) => handler.DescendantNodes().OfType<AssignmentExpressionSyntax>()
        .Any(assignment => assignment.Left is IdentifierNameSyntax target && target.Identifier.ValueText == name);

    private IEnumerable<Diagnostic> InPolicies(MailFile file) =>
        from part in Parts(file)
        from type in part.Types
        let finding = Judge(file, type, () => Executed(file, part.Value))
        where finding is not null
        select finding;

    // The parts of policies that say what is handled, with the types named in them.
    private static IEnumerable<(SyntaxNode Value, IEnumerable<ExpressionSyntax> Types)> Parts(MailFile file) =>
        file.NodesOf<ExpressionSyntax>().Select(node => node switch
        {
            GenericNameSyntax { Identifier.ValueText: "Handle" or "Or", TypeArgumentList.Arguments: [var type] } name
                when PollySymbols.IsPolly(file.SymbolOf(name)) && name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call =>
                    (call, [type]),
            LambdaExpressionSyntax
            {
                Parent: ArgumentSyntax
                {
                    Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call,
                },
            } lambda
                when member.Name.Identifier.ValueText is "Handle" or "Or" && PollySymbols.IsPolly(file.SymbolOf(member.Name)) =>
                (call, TypeTests.In(lambda.Body, IsOutermost)),
            AssignmentExpressionSyntax
            {
                Left: IdentifierNameSyntax { Identifier.ValueText: PollySymbols.ShouldHandle } handle,
                Right: LambdaExpressionSyntax predicate,
            }
                when PollySymbols.IsPolly(file.SymbolOf(handle)) => (predicate, TypeTests.In(predicate.Body, IsOutermost)),
            _ => default((SyntaxNode Value, IEnumerable<ExpressionSyntax> Types)),
        }).Where(static part => part.Value is not null);

    private static bool IsOutermost(ExpressionSyntax expression) =>
        expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "InnerException" };

    // All that is done with the policy must be seen.
    private static CallSummary? Executed(MailFile file, SyntaxNode part) =>
        file.Values.Operation(part) is { } value
        && PolicyRuns.Of(value, file.Values) is { AreAll: true } runs
        && runs.Lambdas(file.Values) is { Count: > 0 } lambdas
            ? lambdas.Select(file.CallsOf).Aggregate(static (one, other) => one.With(other))
            : null;

    private Diagnostic? Judge(MailFile file, ExpressionSyntax expected, Func<CallSummary?> calls)
    {
        if (file.SymbolOf(expected) is not ITypeSymbol type
            || !(file.Mail.Exceptions.IsNeverThrown(type, MailLibrary.MailKit)
                || file.Mail.Exceptions.IsNeverThrown(type, MailLibrary.SystemNetMail))
            || calls() is not { } callees
            || !file.Mail.Exceptions.IsNeverThrown(type, callees.SoleLibrary)
            || callees.Throws(type))
        {
            return null;
        }

        return At(expected, type.ToDisplayString(), Client(callees.SoleLibrary), Instead(file, type, callees));
    }

    private static string Client(MailLibrary library) => library == MailLibrary.MailKit ? "MailKit" : "System.Net.Mail";

    private static string Instead(MailFile file, ITypeSymbol type, CallSummary callees) =>
        callees.SoleLibrary == MailLibrary.SystemNetMail ? "It throws System.Net.Mail.SmtpException"
        : file.Mail.Exceptions.SystemAuthentication.Contains(type)
            ? "It throws MailKit.Security.AuthenticationException (login) and SslHandshakeException (TLS)"
        : "It throws SmtpCommandException (refused) and SmtpProtocolException (connection lost)";
}
