using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.CodeFixes.Exceptions;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>
/// Writes whole blocks of statements into a handler, in the file's style. Lines are given as <see cref="CodeWriter.Lines"/> wants them.
/// Code that stood on one line is unfolded.
/// </summary>
internal sealed class HandlerEdit(FixContext context, CatchClauseSyntax clause)
{
    private SyntaxNode? _folded;
    private string _deeper = "";

    /// <summary>The changes, for those that are no blocks.</summary>
    public TextEdits Edits { get; } = new(context);

    private CodeWriter Writer => context.Writer;

    /// <summary>The file with the changes.</summary>
    public SyntaxNode Root()
    {
        var root = Edits.Root;
        if (_folded is null)
            return root;
        var text = root.SyntaxTree.GetText(context.Cancellation);
        var start = TextPositions.After(_folded.SpanStart, text.GetTextChanges(clause.SyntaxTree.GetText(context.Cancellation)));
        var folded = root.FindToken(start).Parent?.AncestorsAndSelf()
            .FirstOrDefault(node => node.SpanStart == start && node.RawKind == _folded.RawKind);
        return folded is null ? root : Unfolded(root, text, folded);
    }

    /// <summary>
    /// Writes <paramref name="lines"/> for <paramref name="statement"/>, which is among them; false where its surroundings do not allow it.
    /// </summary>
    public bool Replace(StatementSyntax statement, string[] lines)
    {
        _folded = statement.Ancestors().TakeWhile(node => node != clause.Parent)
            .Where(static node => node is StatementSyntax or CatchClauseSyntax)
            .LastOrDefault(node => Edits.IsOnOneLine(node.Span));
        if (statement.GetLeadingTrivia().Concat(statement.GetTrailingTrivia()).Any(static trivia => trivia.IsDirective))
            return false;
        if (statement.Parent is BlockSyntax or SwitchSectionSyntax)
            ReplaceInBlock(statement, lines);
        else
            ReplaceEmbedded(statement, lines);
        return true;
    }

    /// <summary>
    /// Writes lines before and after <paramref name="statement"/>, which stands in a block. Comments above it stay above it.
    /// </summary>
    public void Surround(StatementSyntax statement, string[] before, string[] after)
    {
        var indentation = CodeWriter.Indentation(statement);
        var endsLine = statement.GetTrailingTrivia().EndsLine();
        if (Edits.BeginsLine(statement.SpanStart) && !statement.GetLeadingTrivia().Any(static trivia => trivia.IsDirective))
            Edits.Insert(statement.FullSpan.Start, Writer.Lines(indentation, before));
        else
            Edits.Insert(statement.SpanStart, Writer.Lines(indentation, before).Substring(indentation.Length) + indentation);
        Edits.Insert(statement.FullSpan.End, (endsLine ? "" : Writer.NewLine) + Writer.Lines(indentation, ["", .. after]));
    }

    /// <summary>
    /// Runs the statements of <paramref name="block"/> in a loop, with lines before and after it; false where their lines cannot be moved.
    /// <paramref name="replaced"/> is written anew inside.
    /// </summary>
    public bool Wrap(BlockSyntax block, string head, string[] before, string[] after, IEnumerable<SyntaxNode> replaced)
    {
        var (first, last) = (block.Statements[0], block.Statements[block.Statements.Count - 1]);
        if (!Edits.BeginsLine(first.SpanStart) || !last.GetTrailingTrivia().EndsLine())
            return false;
        if (replaced.Any(node => !Edits.IsOnOneLine(node.Span)))
            return false;
        var indentation = CodeWriter.Indentation(first);
        Edits.Insert(block.OpenBraceToken.FullSpan.End, Writer.Lines(indentation, before));
        Edits.WrapInLoop(first, last, head);
        Edits.Insert(last.FullSpan.End, Writer.Lines(indentation, after));
        _deeper = Writer.Unit;
        return true;
    }

    private void ReplaceInBlock(StatementSyntax statement, string[] lines)
    {
        var indentation = CodeWriter.Indentation(statement) + _deeper;
        var (comment, end) = TrailingComment(statement);
        var text = Writer.Lines(indentation, WithComment(lines, statement, comment)).Trim();
        var newLine = Writer.NewLine + indentation;
        Edits.Replace(
            TextSpan.FromBounds(statement.SpanStart, end),
            (Edits.BeginsLine(statement.SpanStart) ? "" : newLine) + text + (statement.GetTrailingTrivia().EndsLine() ? "" : newLine));
    }

    // The only statement of an if or a loop gets braces.
    private void ReplaceEmbedded(StatementSyntax statement, string[] lines)
    {
        var head = statement.GetFirstToken().GetPreviousToken();
        var indentation = CodeWriter.Indentation(statement.Parent!) + _deeper;
        var comments = head.TrailingTrivia.Concat(statement.GetLeadingTrivia()).Where(TriviaExtensions.IsText)
            .Select(static trivia => trivia.ToString());
        var (comment, end) = TrailingComment(statement);
        var text = Writer.Lines(indentation, ["{", .. comments, .. WithComment(lines, statement, comment), "}"]).TrimEnd();
        text = Writer.BraceOnOwnLine ? Writer.NewLine + text : " " + text.TrimStart();
        var next = statement.GetLastToken().GetNextToken();
        if (next.IsKind(SyntaxKind.ElseKeyword) && !Writer.ClauseOnOwnLine && !next.LeadingTrivia.HasText())
            (text, end) = (text + " ", next.SpanStart);
        Edits.Replace(TextSpan.FromBounds(head.Span.End, end), text);
    }

    private SyntaxNode Unfolded(SyntaxNode root, SourceText text, SyntaxNode folded)
    {
        var lines = Writer.Lines(CodeWriter.Indentation(folded), [.. Unfolding.Lines(folded)]).Trim();
        return root.SyntaxTree.WithChangedText(text.WithChanges(new TextChange(folded.Span, lines))).GetRoot(context.Cancellation);
    }

    private static (string Comment, int End) TrailingComment(StatementSyntax statement)
    {
        var comment = statement.GetTrailingTrivia().LastOrDefault(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia));
        return comment == default ? ("", statement.Span.End) : (" " + comment, comment.Span.End);
    }

    private static string[] WithComment(string[] lines, StatementSyntax statement, string comment) =>
        [.. lines.Select(line => line == statement.ToString() ? line + comment : line)];
}
