using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>Changes of a file's text inside one handler, made in the file's style. Lines are written as <see cref="CodeWriter.Lines"/> wants them.</summary>
internal sealed class HandlerEdit(CodeWriter writer, CatchClauseSyntax clause)
{
    private readonly List<TextChange> _changes = [];
    private SyntaxNode? _folded;
    private string _deeper = "";

    /// <summary>Writes <paramref name="lines"/> for <paramref name="statement"/>, which is among them; false where its surroundings do not allow it.</summary>
    public bool Replace(StatementSyntax statement, IReadOnlyList<string> lines)
    {
        _folded = statement.Ancestors().TakeWhile(node => node != clause.Parent).Where(static node => node is StatementSyntax or CatchClauseSyntax)
            .LastOrDefault(IsOnOneLine);
        if (statement.GetLeadingTrivia().Concat(statement.GetTrailingTrivia()).Any(static trivia => trivia.IsDirective))
            return false;
        if (statement.Parent is BlockSyntax or SwitchSectionSyntax)
            ReplaceInBlock(statement, lines);
        else
            ReplaceEmbedded(statement, lines);
        return true;
    }

    public void Replace(TextSpan span, string text) => _changes.Add(new TextChange(span, text));

    /// <summary>Writes lines before and after <paramref name="statement"/>, which stands in a block.</summary>
    public void Surround(StatementSyntax statement, string[] before, string[] after)
    {
        var indentation = CodeWriter.Indentation(statement);
        // Comments above the statement stay there.
        var beginsLine = statement.GetFirstToken().GetPreviousToken().TrailingTrivia.EndsLine() && !statement.GetLeadingTrivia().Any(static trivia => trivia.IsDirective);
        _changes.Add(beginsLine
            ? new TextChange(new TextSpan(statement.FullSpan.Start, 0), writer.Lines(indentation, before))
            : new TextChange(new TextSpan(statement.SpanStart, 0), writer.Lines(indentation, before).Substring(indentation.Length) + indentation));
        _changes.Add(new TextChange(
            new TextSpan(statement.FullSpan.End, 0),
            (statement.GetTrailingTrivia().EndsLine() ? "" : writer.NewLine) + writer.Lines(indentation, ["", .. after])));
    }

    /// <summary>
    /// Puts the statements of <paramref name="block"/> one step deeper, between <paramref name="before"/>, which ends with an opening brace, and
    /// <paramref name="after"/>, which follows the closing one. False where their lines cannot be moved.
    /// </summary>
    /// <param name="replaced">What is written anew inside: done after this.</param>
    public bool Wrap(BlockSyntax block, string[] before, string[] after, IReadOnlyList<TextSpan> replaced)
    {
        var lines = block.SyntaxTree.GetText().Lines;
        var (first, last) = (lines.IndexOf(block.OpenBraceToken.SpanStart) + 1, lines.IndexOf(block.CloseBraceToken.SpanStart));
        if (!block.OpenBraceToken.TrailingTrivia.EndsLine() || !block.CloseBraceToken.GetPreviousToken().TrailingTrivia.EndsLine()
            || block.DescendantTrivia().Any(static trivia => trivia.IsDirective)
            || block.DescendantTokens().Any(static token => token.Text.IndexOf('\n') >= 0))
        {
            return false;
        }

        var indentation = CodeWriter.Indentation(block.Statements[0]);
        _deeper = writer.Unit;
        Replace(new TextSpan(lines[first].Start, 0), writer.Lines(indentation, before));
        foreach (var line in lines.Skip(first).Take(last - first))
        {
            if (line.ToString().Trim().Length > 0 && !replaced.Any(span => span.Contains(line.Start)))
                Replace(new TextSpan(line.Start, 0), _deeper);
        }

        Replace(new TextSpan(lines[last].Start, 0), indentation + "}" + writer.NewLine + writer.Lines(indentation, after));
        return true;
    }

    /// <summary>Writes <paramref name="line"/> before the first statement of <paramref name="block"/>.</summary>
    public void Begin(BlockSyntax block, string line) => _changes.Add(new TextChange(
        new TextSpan(block.OpenBraceToken.FullSpan.End, 0),
        (block.OpenBraceToken.TrailingTrivia.EndsLine() ? "" : writer.NewLine) + writer.Lines(CodeWriter.Indentation(block.Statements[0]), line)));

    /// <summary>The file with the changes.</summary>
    public SyntaxNode Apply()
    {
        var tree = clause.SyntaxTree;
        var changes = _changes.OrderBy(static change => change.Span.Start).ToList();
        var root = tree.WithChangedText(tree.GetText().WithChanges(changes)).GetRoot();
        if (_folded is null)
            return root;
        var start = TextPositions.After(_folded.SpanStart, changes);
        var folded = root.FindToken(start).Parent?.AncestorsAndSelf().FirstOrDefault(node => node.SpanStart == start && node.RawKind == _folded.RawKind);
        if (folded is null)
            return root;
        var unfolded = writer.Lines(CodeWriter.Indentation(folded), [.. Unfolding.Lines(folded)]).Trim();
        return tree.WithChangedText(root.SyntaxTree.GetText().WithChanges(new TextChange(folded.Span, unfolded))).GetRoot();
    }

    private void ReplaceInBlock(StatementSyntax statement, IReadOnlyList<string> lines)
    {
        var indentation = CodeWriter.Indentation(statement) + _deeper;
        var beginsLine = statement.GetFirstToken().GetPreviousToken().TrailingTrivia.EndsLine();
        var (comment, end) = TrailingComment(statement);
        var text = writer.Lines(indentation, WithComment(lines, statement, comment)).Trim();
        _changes.Add(new TextChange(
            TextSpan.FromBounds(statement.SpanStart, end),
            (beginsLine ? "" : writer.NewLine + indentation) + text + (statement.GetTrailingTrivia().EndsLine() ? "" : writer.NewLine + indentation)));
    }

    // The only statement of an if or a loop gets braces.
    private void ReplaceEmbedded(StatementSyntax statement, IReadOnlyList<string> lines)
    {
        var head = statement.GetFirstToken().GetPreviousToken();
        var indentation = CodeWriter.Indentation(statement.Parent!) + _deeper;
        var comments = head.TrailingTrivia.Concat(statement.GetLeadingTrivia()).Where(TriviaExtensions.IsText).Select(static trivia => trivia.ToString());
        var (comment, end) = TrailingComment(statement);
        string[] block = ["{", .. comments, .. WithComment(lines, statement, comment), "}"];
        var text = writer.Lines(indentation, block).TrimEnd();
        text = writer.BraceOnOwnLine ? writer.NewLine + text : " " + text.TrimStart();
        var next = statement.GetLastToken().GetNextToken();
        if (next.IsKind(SyntaxKind.ElseKeyword) && !writer.ClauseOnOwnLine && !next.LeadingTrivia.HasText())
            (text, end) = (text + " ", next.SpanStart);
        _changes.Add(new TextChange(TextSpan.FromBounds(head.Span.End, end), text));
    }

    private static (string Comment, int End) TrailingComment(StatementSyntax statement) =>
        statement.GetTrailingTrivia().LastOrDefault(TriviaExtensions.IsText) is var comment && comment.IsKind(SyntaxKind.SingleLineCommentTrivia)
            ? (" " + comment, comment.Span.End)
            : ("", statement.Span.End);

    private static string[] WithComment(IReadOnlyList<string> lines, StatementSyntax statement, string comment) =>
        [.. lines.Select(line => line == statement.ToString() ? line + comment : line)];

    private static bool IsOnOneLine(SyntaxNode node)
    {
        var span = node.SyntaxTree.GetLineSpan(node.Span);
        return span.StartLinePosition.Line == span.EndLinePosition.Line;
    }
}
