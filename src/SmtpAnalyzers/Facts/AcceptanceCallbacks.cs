using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Finds what MailKit's client runs inside Send once the server has accepted the message: handlers of its event, overrides of the method
/// that raises it. What an async one throws does not reach Send.
/// </summary>
internal static class AcceptanceCallbacks
{
    /// <summary>The event.</summary>
    public const string Sent = "MessageSent";

    /// <summary>The bodies that stand in <paramref name="file"/>.</summary>
    public static IEnumerable<SyntaxNode> In(MailFile file) => Subscribed(file).Concat(Overrides(file));

    private static IEnumerable<SyntaxNode> Subscribed(MailFile file) =>
        from assignment in file.NodesOf<AssignmentExpressionSyntax>()
        where assignment.IsKind(SyntaxKind.AddAssignmentExpression) && CallSyntax.NameOf(assignment.Left) == Sent
        let subscription = file.Values.Operation(assignment) as IEventAssignmentOperation
        where subscription is { EventReference: IEventReferenceOperation { Event: var sent } }
            && CallKinds.IsIn(sent.OriginalDefinition.ContainingType, "MailKit")
        from handler in file.Values.SourcesOf(
            subscription.HandlerValue, static made => made is IDelegateCreationOperation creation ? [creation.Target] : null)
        let body = BodyOf(handler, file)
        where body is not null
        select body;

    private static SyntaxNode? BodyOf(IOperation handler, MailFile file) => handler switch
    {
        IAnonymousFunctionOperation { Symbol.IsAsync: false } function => function.Body.Syntax,
        IMethodReferenceOperation { Method: { IsAsync: false } method } => CallSyntax.BodyOf(method.DeclaringSyntaxReferences
            .FirstOrDefault(reference => reference.SyntaxTree == file.Root.SyntaxTree)?.GetSyntax(file.Cancellation)),
        _ => null,
    };

    private static IEnumerable<SyntaxNode> Overrides(MailFile file) =>
        from method in file.NodesOf<MethodDeclarationSyntax>()
        where method.Identifier.ValueText == "On" + Sent && method.Modifiers.Any(SyntaxKind.OverrideKeyword)
        let symbol = file.Model.GetDeclaredSymbol(method, file.Cancellation)
        where symbol is { IsAsync: false } && MailSymbols.OverridesMailKit(symbol)
        let body = CallSyntax.BodyOf(method)
        where body is not null
        select body;
}
