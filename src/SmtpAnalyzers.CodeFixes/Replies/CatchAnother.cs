using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Replies;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>Changes a handler, whose filter asks for a reply that its exception never carries, to the exception that does.</summary>
internal static class CatchAnother
{
    public static FixCandidate? Plan(ReplyFixContext context)
    {
        if (context.Finding.Kind != LeafKind.Handler || context.Finding.Codes.IsSubsetOf(ReplyCodeSet.Positive)
            || Filter(context.Node) is not { Parent: CatchClauseSyntax { Declaration: { } declaration, Parent: TryStatementSyntax attempt } handler } filter)
        {
            return null;
        }

        var calls = Calls(context, attempt);
        return calls.Any(static call => call.TargetMethod.Name.StartsWith("Send", StringComparison.Ordinal))
            ? NotAuthenticated(context, handler, declaration)
            : calls.All(IsOfCredentials) ? Refused(context, handler, declaration, filter) : null;
    }

    private static CatchFilterClauseSyntax? Filter(SyntaxNode test)
    {
        while (test.Parent is ParenthesizedExpressionSyntax or PatternSyntax or IsPatternExpressionSyntax)
            test = test.Parent;
        return test.Parent as CatchFilterClauseSyntax;
    }

    private static List<IInvocationOperation> Calls(ReplyFixContext context, TryStatementSyntax attempt) =>
        attempt.Block.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(call => context.Model.GetOperation(call) as IInvocationOperation)
            .OfType<IInvocationOperation>()
            .Where(context.Mail.IsClient)
            .ToList();

    // For a mechanism that was chosen, MailKit leaves out the inner reply.
    private static bool IsOfCredentials(IInvocationOperation call) =>
        call.TargetMethod.Name.StartsWith("Disconnect", StringComparison.Ordinal)
        || !call.TargetMethod.Parameters.Any(static parameter => parameter.Type.Name == "SaslMechanism");

    private static FixCandidate NotAuthenticated(ReplyFixContext context, CatchClauseSyntax handler, CatchDeclarationSyntax declaration)
    {
        var caught = declaration.WithType(Type(context, "MailKit.ServiceNotAuthenticatedException", declaration)).WithTrailingTrivia(handler.Filter!.GetTrailingTrivia());
        return new FixCandidate(
            FixKind.CatchAnother, "Catch ServiceNotAuthenticatedException", context.Root.ReplaceNode(handler, handler.WithDeclaration(caught).WithFilter(null)));
    }

    private static FixCandidate? Refused(ReplyFixContext context, CatchClauseSyntax handler, CatchDeclarationSyntax declaration, CatchFilterClauseSyntax filter)
    {
        if (declaration.Identifier.ValueText is not { Length: > 0 } name || Asked(filter.FilterExpression, name) is not { } asked || !context.HasPatterns)
            return null;
        var test = SyntaxFactory.ParseExpression($"{name}.InnerException is {declaration.Type.WithoutTrivia()} {{ StatusCode: {asked} }}");
        var changed = handler
            .WithDeclaration(declaration.WithType(Type(context, "MailKit.Security.AuthenticationException", declaration)))
            .WithFilter(filter.WithFilterExpression(test.WithTriviaFrom(filter.FilterExpression)));
        return new FixCandidate(FixKind.CatchAnother, "Catch AuthenticationException and look at its inner reply", context.Root.ReplaceNode(handler, changed));
    }

    // The pattern of what the filter compares the code with.
    private static string? Asked(ExpressionSyntax filter, string name) => filter switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } equals when IsCode(equals.Left, name) => equals.Right.WithoutTrivia().ToString(),
        IsPatternExpressionSyntax match when IsCode(match.Expression, name) => match.Pattern.WithoutTrivia().ToString(),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } match when IsCode(match.Left, name) => match.Right.WithoutTrivia().ToString(),
        _ => null,
    };

    private static bool IsCode(ExpressionSyntax expression, string name) => expression is MemberAccessExpressionSyntax
    {
        Name.Identifier.ValueText: "StatusCode", Expression: IdentifierNameSyntax owner
    } && owner.Identifier.ValueText == name;

    // By its short name where the file has the namespace.
    private static TypeSyntax Type(ReplyFixContext context, string fullName, CatchDeclarationSyntax declaration)
    {
        var name = context.Model.Compilation.GetTypeByMetadataName(fullName)?.ToMinimalDisplayString(context.Model, declaration.Type.SpanStart) ?? fullName;
        return SyntaxFactory.ParseTypeName(name).WithTriviaFrom(declaration.Type);
    }
}
