using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Flow;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>Puts a handler before one that takes every code: it passes the transient replies on to the caller, who can try again later.</summary>
internal static class RethrowBefore
{
    public static Repair? Plan(RepairContext context, CancellationToken cancellation)
    {
        if (context.Finding.Kind != LeafKind.Handler
            || context.Node is not CatchDeclarationSyntax { Parent: CatchClauseSyntax { Parent: TryStatementSyntax attempt } clause } declaration
            || TypeName(context, attempt, declaration, cancellation) is not { } type)
        {
            return null;
        }

        var name = declaration.Identifier.ValueText is { Length: > 0 } known ? known : FreeName(context, attempt);
        var code = $"(int){context.Style.AfterCast}{name}.StatusCode";
        var test = context.HasPatterns ? $"{code} is >= 400 and < 500" : $"{code} / 100 == 4";
        var text = $"try {{ }} catch ({type} {name}) when ({test}){Body(context, clause)}";
        if (SyntaxFactory.ParseStatement(text, options: context.Root.SyntaxTree.Options) is not TryStatementSyntax { Catches: [var inserted] })
            return null;
        var indentation = Indentation(clause.GetLeadingTrivia());
        var isOnOwnLine = clause.GetFirstToken().GetPreviousToken().TrailingTrivia.EndsLine();
        inserted = inserted.WithLeadingTrivia(isOnOwnLine ? indentation : default)
            .WithTrailingTrivia(isOnOwnLine ? context.Style.EndOfLine : SyntaxFactory.Space);
        return new Repair(RepairKind.Rethrow, "Pass 4yz on to the caller", context.Root.InsertNodesBefore(clause, [inserted]));
    }

    // As the file writes it, or, where the handler takes other exceptions too, that of the library which the try calls.
    private static string? TypeName(RepairContext context, TryStatementSyntax attempt, CatchDeclarationSyntax declaration, CancellationToken cancellation)
    {
        if (context.Mail.IsReplyException(context.Model.GetTypeInfo(declaration.Type, cancellation).Type))
            return declaration.Type.WithoutTrivia().ToString();
        var exception = attempt.Block.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(call => context.Model.GetOperation(call, cancellation) is IInvocationOperation operation ? context.Mail.ReplyExceptionOf(operation) : null)
            .FirstOrDefault(static type => type is not null);
        return exception?.ToMinimalDisplayString(context.Model, declaration.SpanStart);
    }

    private static string FreeName(RepairContext context, TryStatementSyntax attempt) =>
        new[] { "ex", "exception", "smtpException" }.First(name => name == "smtpException"
            || context.Model.LookupSymbols(attempt.SpanStart, name: name).IsEmpty);

    // On lines of its own where the other handler has them, with the braces where that has them.
    private static string Body(RepairContext context, CatchClauseSyntax clause)
    {
        var lines = clause.SyntaxTree.GetText().Lines;
        var (open, close) = (clause.Block.OpenBraceToken, clause.Block.CloseBraceToken);
        var line = lines.GetLineFromPosition(open.SpanStart);
        if (line.LineNumber == lines.GetLineFromPosition(close.SpanStart).LineNumber)
            return " { throw; }";
        var (end, outer) = (context.Style.EndOfLine.ToString(), Indentation(close.LeadingTrivia).ToString());
        var inner = clause.Block.Statements.FirstOrDefault() is { } first ? Indentation(first.GetLeadingTrivia()).ToString() : outer + "    ";
        var isOnOwnLine = open.GetPreviousToken().TrailingTrivia.EndsLine();
        return $"{(isOnOwnLine ? end + outer : " ")}{{{end}{inner}throw;{end}{outer}}}";
    }

    private static SyntaxTriviaList Indentation(SyntaxTriviaList trivia) =>
        SyntaxFactory.TriviaList(trivia.Reverse().TakeWhile(static one => one.IsKind(SyntaxKind.WhitespaceTrivia)));
}
