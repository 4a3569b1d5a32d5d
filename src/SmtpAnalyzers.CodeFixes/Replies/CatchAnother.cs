using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>Changes a MailKit handler that asks for a reply which its exception never carries to the exception that does.</summary>
internal static class CatchAnother
{
    private static readonly string[] Names = ["reply", "refusal", "smtpReply"];

    public static FixCandidate? Plan(ReplyFixContext context)
    {
        if (Handler(context) is not { Declaration: { } declaration, Parent: TryStatementSyntax attempt } handler)
            return null;
        var calls = Calls(context, attempt);
        return calls.Any(static call => IsCall(call, "Send")) ? NotAuthenticated(context, handler, declaration)
            : calls.Any(static call => IsCall(call, "Authenticate")) && calls.All(HasInnerReply) ? Refused(context, handler, declaration)
            : null;
    }

    /// <summary>Whether the reply exists, in another exception: then the test is wrong, and not superfluous.</summary>
    public static bool IsCarriedByAnother(ReplyFixContext context) =>
        Handler(context) is { Parent: TryStatementSyntax attempt }
        && Calls(context, attempt).Any(static call => IsCall(call, "Send") || IsCall(call, "Authenticate"));

    private static CatchClauseSyntax? Handler(ReplyFixContext context) =>
        context.Finding.Kind == MatchKind.Handler && !context.Finding.Codes.IsSubsetOf(ReplyCodeSet.Positive)
            ? context.Node.FirstAncestorOrSelf<CatchClauseSyntax>()
            : null;

    private static List<IInvocationOperation> Calls(ReplyFixContext context, TryStatementSyntax attempt) =>
        attempt.Block.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(call => context.Model.GetOperation(call) as IInvocationOperation)
            .OfType<IInvocationOperation>()
            .Where(context.Mail.IsClient)
            .ToList();

    private static bool IsCall(IInvocationOperation call, string name) => call.TargetMethod.Name.StartsWith(name, StringComparison.Ordinal);

    // For a mechanism that was chosen, MailKit leaves out the inner reply.
    private static bool HasInnerReply(IInvocationOperation call) =>
        IsCall(call, "Disconnect") || !call.TargetMethod.Parameters.Any(static parameter => parameter.Type.Name == "SaslMechanism");

    // The test is the filter, or one of two conditions in it.
    private static FixCandidate? NotAuthenticated(ReplyFixContext context, CatchClauseSyntax handler, CatchDeclarationSyntax declaration)
    {
        if (handler.Filter is not { } filter)
            return null;
        var type = Type(context, "MailKit.ServiceNotAuthenticatedException", declaration);
        var test = context.Node.AncestorsAndSelf().First(static node => node.Parent is CatchFilterClauseSyntax or CatchClauseSyntax
            or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression, Parent: CatchFilterClauseSyntax });
        var isOneOfMany = context.Node.Ancestors().TakeWhile(node => node != test.Parent).Any(static node =>
            node.Kind() is SyntaxKind.LogicalOrExpression or SyntaxKind.OrPattern or SyntaxKind.LogicalNotExpression
                or SyntaxKind.NotPattern);
        CatchClauseSyntax? changed = test.Parent switch
        {
            _ when isOneOfMany => null,
            CatchFilterClauseSyntax => handler
                .WithDeclaration(declaration.WithType(type).WithTrailingTrivia(filter.GetTrailingTrivia()))
                .WithFilter(null),
            BinaryExpressionSyntax both => handler
                .WithDeclaration(declaration.WithType(type))
                .WithFilter(filter.WithFilterExpression((both.Left == test ? both.Right : both.Left).WithTriviaFrom(both))),
            _ => null,
        };
        return changed is null ? null : new FixCandidate(
            FixKind.CatchAnother, "Catch ServiceNotAuthenticatedException instead", context.Root.ReplaceNode(handler, changed));
    }

    /// <summary>
    /// The handler for the login that was refused: its filter binds the inner reply, and that is asked for what only a reply has.
    /// </summary>
    private static FixCandidate? Refused(ReplyFixContext context, CatchClauseSyntax handler, CatchDeclarationSyntax declaration)
    {
        var name = declaration.Identifier.ValueText;
        var reply = Names.FirstOrDefault(free => context.Model.LookupSymbols(handler.Block.SpanStart + 1, name: free).IsEmpty);
        if (name.Length == 0
            || reply is null
            || context.Symbols.MailKitAuthentication.OfType<ITypeSymbol>().FirstOrDefault() is not { } exception)
        {
            return null;
        }

        var asked = handler.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            .Where(member => member.Expression is IdentifierNameSyntax owner && owner.Identifier.ValueText == name
                && !Has(exception, member.Name.Identifier.ValueText));
        var changed = handler.ReplaceNodes(
            asked.Select(static member => member.Expression), (owner, _) => SyntaxFactory.IdentifierName(reply).WithTriviaFrom(owner));
        var carries = $"{name}.InnerException is {declaration.Type.WithoutTrivia()} {reply}";
        if (changed.Filter is { } filter)
        {
            var rest = filter.FilterExpression.WithoutTrivia();
            var text = rest.IsKind(SyntaxKind.LogicalOrExpression) || rest is ConditionalExpressionSyntax ? $"({rest})" : $"{rest}";
            var both = context.Writer.Expression($"{carries} && {text}");
            changed = changed.WithFilter(filter.WithFilterExpression(both.WithTriviaFrom(filter.FilterExpression)));
        }
        else
        {
            var added = SyntaxFactory.CatchFilterClause(context.Writer.Expression(carries))
                .WithWhenKeyword(SyntaxFactory.Token(SyntaxKind.WhenKeyword).WithTrailingTrivia(SyntaxFactory.Space))
                .WithTrailingTrivia(declaration.GetTrailingTrivia());
            changed = changed.WithDeclaration(changed.Declaration!.WithTrailingTrivia(SyntaxFactory.Space)).WithFilter(added);
        }

        changed =
            changed.WithDeclaration(changed.Declaration!.WithType(Type(context, "MailKit.Security.AuthenticationException", declaration)));
        return new FixCandidate(
            FixKind.CatchAnother, "Catch AuthenticationException instead and check its inner reply",
            context.Root.ReplaceNode(handler, changed));
    }

    private static bool Has(ITypeSymbol exception, string member)
    {
        for (var type = exception; type is not null; type = type.BaseType!)
        {
            if (!type.GetMembers(member).IsEmpty)
                return true;
        }

        return false;
    }

    // By its short name where the file has the namespace.
    private static TypeSyntax Type(ReplyFixContext context, string fullName, CatchDeclarationSyntax declaration)
    {
        var name =
            context.Model.Compilation.GetTypeByMetadataName(fullName)?.ToMinimalDisplayString(context.Model, declaration.Type.SpanStart)
                ?? fullName;
        return SyntaxFactory.ParseTypeName(name).WithTriviaFrom(declaration.Type);
    }
}
