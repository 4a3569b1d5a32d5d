using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP2009: a handler of MailKit's MessageSent, or an override of OnMessageSent, throws after the message was accepted.</summary>
internal sealed class AcceptedMessageFails : Rule
{
    // The event; the method that raises it is OnMessageSent.
    private const string Sent = "MessageSent";

    public override DiagnosticDescriptor Descriptor => Descriptors.AcceptedMessageFails;

    public override IReadOnlyList<string> SpeaksOf { get; } = [Sent];

    public override IEnumerable<Diagnostic> Findings(MailFile file) =>
        from body in Subscribed(file).Concat(Overrides(file))
        from thrown in EscapingThrows.In(body, file)
        select At(thrown);

    private static IEnumerable<SyntaxNode> Subscribed(MailFile file) =>
        from assignment in file.NodesOf<AssignmentExpressionSyntax>()
        where assignment.IsKind(SyntaxKind.AddAssignmentExpression) && NameOf(assignment.Left) == Sent
        let subscription = file.Values.Operation(assignment) as IEventAssignmentOperation
        where subscription is { EventReference: IEventReferenceOperation { Event: var sent } }
            && CallKinds.IsIn(sent.OriginalDefinition.ContainingType, "MailKit")
        from handler in file.Values.SourcesOf(
            subscription.HandlerValue, static made => made is IDelegateCreationOperation creation ? [creation.Target] : null)
        let body = BodyOf(handler, file)
        where body is not null
        select body;

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    // What an async handler throws does not reach Send.
    private static SyntaxNode? BodyOf(IOperation handler, MailFile file) => handler switch
    {
        IAnonymousFunctionOperation { Symbol.IsAsync: false } function => function.Body.Syntax,
        IMethodReferenceOperation { Method: { IsAsync: false } method } => method.DeclaringSyntaxReferences
            .Where(reference => reference.SyntaxTree == file.Root.SyntaxTree)
            .Select(reference => Body(reference.GetSyntax(file.Cancellation))).FirstOrDefault(),
        _ => null,
    };

    private static IEnumerable<SyntaxNode> Overrides(MailFile file) =>
        from method in file.NodesOf<MethodDeclarationSyntax>()
        where method.Identifier.ValueText == "On" + Sent && method.Modifiers.Any(SyntaxKind.OverrideKeyword)
        let symbol = file.Model.GetDeclaredSymbol(method, file.Cancellation)
        where symbol is { IsAsync: false } && MailSymbols.OverridesMailKit(symbol)
        let body = Body(method)
        where body is not null
        select body;

    private static SyntaxNode? Body(SyntaxNode declaration) => declaration switch
    {
        MethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
        LocalFunctionStatementSyntax function => (SyntaxNode?)function.Body ?? function.ExpressionBody,
        _ => null,
    };
}
