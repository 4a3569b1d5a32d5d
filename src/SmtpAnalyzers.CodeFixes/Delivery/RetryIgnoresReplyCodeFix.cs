using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Rules.Delivery;
using SmtpAnalyzers.Sources;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>SMTP2001: a predicate for Polly, a filter for a handler.</summary>
internal sealed class RetryIgnoresReplyCodeFix : RuleFix
{
    private const string Title = "Retry 4yz replies only";

    // The first that is not taken where it is written.
    private static readonly string[] Names = ["ex", "refused", "error"];

    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.RetryIgnoresReplyCode);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        if (!context.Properties.TryGetValue(RetryIgnoresReplyCode.Exception, out var metadataName) || metadataName is null
            || context.Model.Compilation.GetTypesByMetadataName(metadataName) is not [var exception, ..])
        {
            return [];
        }

        var test = new TransientTest(context);
        var roots = context.Node switch
        {
            CatchDeclarationSyntax { Parent: CatchClauseSyntax clause } declaration => Names.Select(name => Filtered(context, test, exception, clause, declaration, name)),
            GenericNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } } handle =>
                Names.Select(name => Predicated(context, test, exception, call, handle, name)),
            SimpleNameSyntax type => [InLambda(context, test, exception, type)],
            _ => [],
        };
        return roots.OfType<SyntaxNode>().Select(static root => new FixCandidate(FixKind.RightUse, Title, root));
    }

    private static SyntaxNode Filtered(
        FixContext context, TransientTest test, INamedTypeSymbol exception, CatchClauseSyntax clause, CatchDeclarationSyntax declaration, string name)
    {
        var named = declaration.Identifier.ValueText.Length > 0
            ? declaration
            : declaration.WithType(declaration.Type.WithTrailingTrivia(SyntaxFactory.Space)).WithIdentifier(SyntaxFactory.Identifier(name));
        var variable = named.Identifier.Text;
        var passes = Test(context, test, exception, context.Model.GetTypeInfo(declaration.Type).Type, variable, declaration.SpanStart);
        if (clause.Filter is { } filter)
        {
            var before = filter.FilterExpression;
            var text = $"{InConjunction(before)} && {InConjunction(test.Parse(passes))}";
            var both = clause.WithDeclaration(named).WithFilter(filter.WithFilterExpression(test.Parse(text).WithTriviaFrom(before)));
            return context.Root.ReplaceNode(clause, both);
        }

        var close = named.CloseParenToken;
        var added = SyntaxFactory.CatchFilterClause(test.Parse(passes))
            .WithWhenKeyword(SyntaxFactory.Token(SyntaxKind.WhenKeyword).WithTrailingTrivia(SyntaxFactory.Space))
            .WithTrailingTrivia(close.TrailingTrivia);
        return context.Root.ReplaceNode(clause, clause
            .WithDeclaration(named.WithCloseParenToken(close.WithTrailingTrivia(SyntaxFactory.Space)))
            .WithFilter(added));
    }

    private static SyntaxNode? Predicated(
        FixContext context, TransientTest test, INamedTypeSymbol exception, InvocationExpressionSyntax call, GenericNameSyntax handle, string name)
    {
        if (handle.TypeArgumentList.Arguments is not [var type, ..])
            return null;
        var lambda = test.Parse($"{name} => {Test(context, test, exception, context.Model.GetTypeInfo(type).Type, name, call.SpanStart)}");
        return call.ArgumentList.Arguments switch
        {
            [] => context.Root.ReplaceNode(call, call.AddArgumentListArguments(SyntaxFactory.Argument(lambda))),
            // _ => true; what looks at anything is mended where it names the type.
            [{ Expression: LambdaExpressionSyntax { ExpressionBody: LiteralExpressionSyntax } all }] => context.Root.ReplaceNode(all, lambda.WithTriviaFrom(all)),
            [{ Expression: LambdaExpressionSyntax other }] => other.DescendantNodes().OfType<SimpleNameSyntax>()
                .Where(inner => context.Mail.IsReplyException(context.Model.GetSymbolInfo(inner).Symbol as ITypeSymbol))
                .Select(inner => InLambda(context, test, exception, inner))
                .FirstOrDefault(),
            _ => null,
        };
    }

    // x is SmtpCommandException, SmtpCommandException => ..., { Exception: SmtpCommandException }
    private static SyntaxNode? InLambda(FixContext context, TransientTest test, INamedTypeSymbol exception, SimpleNameSyntax type)
    {
        if (context.Mail.ReplyCodeOf(exception)?.Type.ToMinimalDisplayString(context.Model, type.SpanStart) is not { } statusCode)
            return null;
        TypeSyntax whole = type;
        while (whole.Parent is QualifiedNameSyntax qualified)
            whole = qualified;
        if (!test.HasPatterns)
        {
            return whole.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } old
                ? context.Root.ReplaceNode(old, test.Parse($"({old.WithoutTrivia()} refused && {test.OfCode("refused.StatusCode")})").WithTriviaFrom(old))
                : null;
        }

        var pattern = test.Pattern(whole.WithoutTrivia().ToString(), statusCode);
        return whole.Parent switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } isType =>
                context.Root.ReplaceNode(isType, test.Parse($"{isType.Left.WithoutTrivia()} is {pattern}").WithTriviaFrom(isType)),
            DeclarationPatternSyntax declared => Replace(declared, $"{pattern} {declared.Designation}"),
            PatternSyntax old => Replace(old, pattern),
            MemberAccessExpressionSyntax { Parent: PatternSyntax old } member => Replace(old, test.Pattern(member.WithoutTrivia().ToString(), statusCode)),
            _ => null,
        };

        SyntaxNode Replace(PatternSyntax old, string text) =>
            context.Root.ReplaceNode(old, ((IsPatternExpressionSyntax)test.Parse($"x is {text}")).Pattern.WithTriviaFrom(old));
    }

    private static string Test(FixContext context, TransientTest test, INamedTypeSymbol exception, ITypeSymbol? caught, string variable, int position) =>
        caught is not null && MailSymbols.Derives(caught, exception)
            ? test.OfCode($"{variable}.StatusCode")
            : test.OfAny(variable, exception.ToMinimalDisplayString(context.Model, position), variable == "refused" ? "reply" : "refused");

    private static string InConjunction(ExpressionSyntax expression) => expression.Kind() is SyntaxKind.LogicalOrExpression or SyntaxKind.ConditionalExpression
        or SyntaxKind.CoalesceExpression or SyntaxKind.SimpleAssignmentExpression
        ? $"({expression.WithoutTrivia()})"
        : $"{expression.WithoutTrivia()}";
}
