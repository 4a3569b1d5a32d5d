using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Flow;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>Puts a handler before one that takes every code: it passes the transient replies on to the caller, who can try again later.</summary>
internal static class RethrowBefore
{
    public static FixCandidate? Plan(ReplyFixContext context)
    {
        if (context.Finding.Kind != LeafKind.Handler
            || context.Node is not CatchDeclarationSyntax { Parent: CatchClauseSyntax { Parent: TryStatementSyntax attempt } clause } declaration
            || TypeName(context, attempt, declaration) is not { } type)
        {
            return null;
        }

        var name = declaration.Identifier.ValueText is { Length: > 0 } known ? known : FreeName(context, attempt);
        var code = $"(int){context.Writer.AfterCast}{name}.StatusCode";
        var test = context.HasPatterns ? $"{code} is >= 400 and < 500" : $"{code} / 100 == 4";
        var text = $"try {{ }} catch ({type} {name}) when ({test}){Body(context, clause)}";
        if (SyntaxFactory.ParseStatement(text, options: context.Root.SyntaxTree.Options) is not TryStatementSyntax { Catches: [var inserted] })
            return null;
        var indentation = Indentation(clause.GetLeadingTrivia());
        var isOnOwnLine = clause.GetFirstToken().GetPreviousToken().TrailingTrivia.EndsLine();
        inserted = inserted.WithLeadingTrivia(isOnOwnLine ? indentation : default)
            .WithTrailingTrivia(isOnOwnLine ? context.Writer.EndOfLine : SyntaxFactory.Space);
        return new FixCandidate(FixKind.Rethrow, "Pass 4yz on to the caller", context.Root.InsertNodesBefore(clause, [inserted]));
    }

    // As the file writes it, or, where the handler takes other exceptions too, that of the library which the try calls.
    private static string? TypeName(ReplyFixContext context, TryStatementSyntax attempt, CatchDeclarationSyntax declaration)
    {
        if (context.Mail.IsReplyException(context.Model.GetTypeInfo(declaration.Type).Type))
            return declaration.Type.WithoutTrivia().ToString();
        var exception = attempt.Block.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(call => context.Model.GetOperation(call) is IInvocationOperation operation ? context.Mail.ReplyExceptionOf(operation) : null)
            .FirstOrDefault(static type => type is not null);
        return exception?.ToMinimalDisplayString(context.Model, declaration.SpanStart);
    }

    private static string FreeName(ReplyFixContext context, TryStatementSyntax attempt) =>
        new[] { "ex", "exception", "smtpException" }.First(name => name == "smtpException"
            || context.Model.LookupSymbols(attempt.SpanStart, name: name).IsEmpty);

    // On lines of its own where the other handler has them, with the braces where that has them.
    private static string Body(ReplyFixContext context, CatchClauseSyntax clause)
    {
        var lines = clause.SyntaxTree.GetText().Lines;
        var (open, close) = (clause.Block.OpenBraceToken, clause.Block.CloseBraceToken);
        var line = lines.GetLineFromPosition(open.SpanStart);
        if (line.LineNumber == lines.GetLineFromPosition(close.SpanStart).LineNumber)
            return " { throw; }";
        var (end, outer) = (context.Writer.EndOfLine.ToString(), Indentation(close.LeadingTrivia).ToString());
        var inner = clause.Block.Statements.FirstOrDefault() is { } first ? Indentation(first.GetLeadingTrivia()).ToString() : outer + "    ";
        var isOnOwnLine = open.GetPreviousToken().TrailingTrivia.EndsLine();
        return $"{(isOnOwnLine ? end + outer : " ")}{{{end}{inner}throw;{end}{outer}}}";
    }

    private static SyntaxTriviaList Indentation(SyntaxTriviaList trivia) =>
        SyntaxFactory.TriviaList(trivia.Reverse().TakeWhile(static one => one.IsKind(SyntaxKind.WhitespaceTrivia)));
}
