using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>
/// Puts a handler before one that gives up on every code: it rethrows the temporary replies, so that the caller can try again
/// later. Only where exceptions reach a caller anyway.
/// </summary>
internal static class RethrowBefore
{
    public static FixCandidate? Plan(ReplyFixContext context)
    {
        if (context.Finding.Kind != MatchKind.Handler
            || context.Node is not CatchDeclarationSyntax
            {
                Parent: CatchClauseSyntax { Parent: TryStatementSyntax attempt } clause,
            } declaration
            || !context.Mail.IsReplyException(context.Model.GetTypeInfo(declaration.Type).Type)
            || !Callers.CanRetry(context, attempt, clause))
        {
            return null;
        }

        var name = declaration.Identifier.ValueText is { Length: > 0 } known ? known
            : Names.FreeAt(context, attempt.SpanStart, "ex", "exception", "smtpException");
        var test = context.Writer.ClassTestOfEnum($"{name}.StatusCode", ReplyClass.TransientNegative);
        var head = $"catch ({declaration.Type.WithoutTrivia()} {name}) when ({test})";
        var text = IsOneLine(clause)
            ? $"{head} {{ throw; }}"
            : context.Writer.Lines(CodeWriter.Indentation(clause), head, "{", "throw;", "}");
        if (Parsed(context, text) is not { } inserted)
            return null;
        var isOnOwnLine = clause.GetFirstToken().GetPreviousToken().TrailingTrivia.EndsLine();
        inserted = inserted
            .WithLeadingTrivia(SyntaxFactory.Whitespace(isOnOwnLine ? CodeWriter.Indentation(clause) : ""))
            .WithTrailingTrivia(isOnOwnLine ? context.Writer.EndOfLine : SyntaxFactory.Space);
        var root = context.Root.InsertNodesBefore(clause, [inserted]);
        return new FixCandidate(FixKind.Rethrow, "Rethrow 4xx replies, so that the caller can retry", root) { Adds = [Effects.Throw] };
    }

    private static CatchClauseSyntax? Parsed(ReplyFixContext context, string clause) =>
        SyntaxFactory.ParseStatement($"try {{ }} {clause}", options: context.Writer.Options) is TryStatementSyntax { Catches: [var parsed] }
            ? parsed
            : null;

    private static bool IsOneLine(CatchClauseSyntax clause)
    {
        var lines = clause.SyntaxTree.GetText().Lines;
        return lines.GetLineFromPosition(clause.SpanStart).LineNumber == lines.GetLineFromPosition(clause.Span.End).LineNumber;
    }
}
