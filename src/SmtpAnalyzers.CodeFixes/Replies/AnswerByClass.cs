using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>
/// Lets a handler that answers every code with the same enum member answer by the class of the code, where the enum has one member for
/// the other class: <c>return Verdict.Permanent</c>.
/// </summary>
internal static class AnswerByClass
{
    public static FixCandidate? Plan(ReplyFixContext context)
    {
        if (context.Finding.Kind != MatchKind.Handler || context.Finding.Outcome != Outcome.GiveUp
            || context.Node is not CatchDeclarationSyntax
            {
                Parent: CatchClauseSyntax { Parent: TryStatementSyntax attempt } handler,
            } declaration
            || !context.Mail.IsReplyException(context.Model.GetTypeInfo(declaration.Type).Type)
            || Sole(MoveToSibling.EvidenceIn(context, handler.Block, Outcome.GiveUp)) is not MemberAccessExpressionSyntax given
            || !IsWholeValue(given) || BranchText.IsSpecific(context, handler.Block, Outcome.GiveUp)
            || Sibling(context, given) is not { } retried)
        {
            return null;
        }

        var name = declaration.Identifier.ValueText is { Length: > 0 } known ? known
            : context.Model.LookupSymbols(attempt.SpanStart, name: "ex").IsEmpty ? "ex" : null;
        if (name is null)
            return null;
        var test = context.Writer.ClassTestOfEnum($"{name}.StatusCode", ReplyClass.TransientNegative);
        var answer = context.Writer.Expression($"{test} ? {retried} : {given.WithoutTrivia()}").WithTriviaFrom(given);
        var changed = handler.ReplaceNode(given, answer);
        if (declaration.Identifier.ValueText.Length == 0)
        {
            changed = changed.WithDeclaration(declaration
                .WithType(declaration.Type.WithTrailingTrivia(SyntaxFactory.Space))
                .WithIdentifier(SyntaxFactory.Identifier(name).WithTrailingTrivia(declaration.Type.GetTrailingTrivia())));
        }

        return new FixCandidate(FixKind.ClassTest, $"Answer {retried.Name} for 4xx replies", context.Root.ReplaceNode(handler, changed));
    }

    private static SyntaxNode? Sole(IEnumerable<OutcomeSite> site) =>
        site.Select(static one => one.Syntax).Distinct().Take(2).ToList() is [var sole] ? sole : null;

    private static bool IsWholeValue(ExpressionSyntax value) =>
        value.Parent is ReturnStatementSyntax or EqualsValueClauseSyntax or ArgumentSyntax
        || (value.Parent is AssignmentExpressionSyntax assignment && assignment.Right == value);

    // The only member of the same enum that says so, and nothing more.
    private static MemberAccessExpressionSyntax? Sibling(ReplyFixContext context, MemberAccessExpressionSyntax given)
    {
        if (context.Model.GetSymbolInfo(given).Symbol is not IFieldSymbol { ContainingType: { TypeKind: TypeKind.Enum } type })
            return null;
        var names = type.GetMembers().OfType<IFieldSymbol>().Select(static member => member.Name)
            .Where(name => context.Options.Vocabulary.OfName(name) == Outcome.Retry && !BranchText.IsOfOneThing(name)).Take(2).ToList();
        return names is [var sole] ? given.WithoutTrivia().WithName(SyntaxFactory.IdentifierName(sole)) : null;
    }
}
