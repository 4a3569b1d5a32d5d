using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>
/// Changes of the file's text that make one candidate together: all other text stays as it is. They must not overlap. Inserted lines follow
/// the file's style; in code that stands on one line, insertions stay on that line.
/// </summary>
internal sealed class TextEdits(EditContext context)
{
    private readonly List<TextChange> _changes = [];

    private SourceText Text { get; } = context.Root.SyntaxTree.GetText();

    /// <summary>The file as it is then.</summary>
    public SyntaxNode Root => context.Root.SyntaxTree
        .WithChangedText(Text.WithChanges(_changes.OrderBy(static change => change.Span.Start)))
        .GetRoot(context.Cancellation);

    public void Replace(SyntaxNode node, string text) => Replace(node.Span, text);

    public void Replace(TextSpan span, string text) => _changes.Add(new TextChange(span, text));

    public void Insert(int position, string text) => Replace(new TextSpan(position, 0), text);

    /// <summary>Whether nothing but white space stands before <paramref name="position"/> on its line.</summary>
    public bool BeginsLine(int position) =>
        string.IsNullOrWhiteSpace(Text.ToString(TextSpan.FromBounds(Text.Lines.GetLineFromPosition(position).Start, position)));

    /// <summary>Whether <paramref name="span"/> ends on the line on which it begins.</summary>
    public bool IsOnOneLine(TextSpan span) =>
        Text.Lines.GetLineFromPosition(span.Start).LineNumber == Text.Lines.GetLineFromPosition(span.End).LineNumber;

    /// <summary>
    /// The text of <paramref name="span"/> with <paramref name="indentation"/> instead of <paramref name="old"/> at the beginning of lines.
    /// The first line keeps its beginning, and so do lines inside a string.
    /// </summary>
    public string Reindented(TextSpan span, string old, string indentation)
    {
        var moves =
            from line in Text.Lines.SkipWhile(line => line.Start <= span.Start).TakeWhile(line => line.Start < span.End)
            where line.Start + old.Length <= span.End && line.Span.Length > 0 && Text.ToString(new TextSpan(line.Start, old.Length)) == old
                && !context.Root.FindToken(line.Start).Span.Contains(line.Start - 1)
            select new TextChange(new TextSpan(line.Start - span.Start, old.Length), indentation);
        return SourceText.From(Text.ToString(span)).WithChanges(moves).ToString();
    }

    /// <summary>
    /// Writes <paramref name="statements"/>, one each, in the place of those from <paramref name="first"/> to <paramref name="last"/>, of
    /// one list. False where the place has no room for them.
    /// </summary>
    public bool Replace(StatementSyntax first, StatementSyntax last, IReadOnlyList<string> statements)
    {
        var span = TextSpan.FromBounds(first.SpanStart, last.Span.End);
        if (first.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax))
            return ReplaceEmbedded(first, statements);
        if (statements.Count > 0)
        {
            var separator = BeginsLine(first.SpanStart) ? context.Writer.NewLine + CodeWriter.Indentation(first) : " ";
            Replace(span, string.Join(separator, statements));
        }
        else
        {
            var isOnLines = BeginsLine(span.Start) && last.GetLastToken().TrailingTrivia.EndsLine();
            var end = last.GetTrailingTrivia().HasText() ? span.End : last.FullSpan.End;
            Replace(isOnLines ? WithBlankLine(span) : TextSpan.FromBounds(span.Start, end), "");
        }

        return true;
    }

    /// <summary>Writes a block of <paramref name="statements"/> as the body of <paramref name="owner"/>.</summary>
    /// <param name="body">The old body with the space before it: <c> =&gt; expression;</c>, a lambda's expression, a block.</param>
    /// <param name="owner">The function.</param>
    /// <param name="statements">One each.</param>
    public void ReplaceBody(TextSpan body, SyntaxNode owner, IReadOnlyList<string> statements)
    {
        var indentation = CodeWriter.Indentation(owner);
        var block = Block(indentation, statements);
        var isMember = owner is not (LambdaExpressionSyntax or LocalFunctionStatementSyntax);
        var isOwn = isMember ? BraceOfMembersOnOwnLine(owner) : context.Writer.BraceOnOwnLine;
        Replace(body, isOwn ? context.Writer.NewLine + block : " " + block.TrimStart());
    }

    /// <summary>Writes <paramref name="statement"/> as the first of <paramref name="block"/>.</summary>
    public void InsertFirst(BlockSyntax block, string statement)
    {
        var brace = block.OpenBraceToken;
        if (!brace.TrailingTrivia.EndsLine())
        {
            Insert(brace.Span.End, " " + statement);
            return;
        }

        var indentation = block.Statements.FirstOrDefault() is { } first
            ? CodeWriter.Indentation(first)
            : IndentationOfLine(block.CloseBraceToken) + context.Writer.Unit;
        Insert(brace.FullSpan.End, indentation + statement + context.Writer.NewLine);
    }

    /// <summary>Writes <paramref name="statement"/> as the last of <paramref name="block"/>.</summary>
    public void InsertLast(BlockSyntax block, string statement)
    {
        if (!BeginsLine(block.CloseBraceToken.SpanStart))
        {
            Insert(block.CloseBraceToken.SpanStart, statement + " ");
            return;
        }

        var indentation = block.Statements.LastOrDefault() is { } last
            ? CodeWriter.Indentation(last)
            : IndentationOfLine(block.CloseBraceToken) + context.Writer.Unit;
        Insert(Text.Lines.GetLineFromPosition(block.CloseBraceToken.SpanStart).Start, indentation + statement + context.Writer.NewLine);
    }

    /// <summary>
    /// Puts the statements from <paramref name="first"/> to <paramref name="last"/>, of one block, into a loop. Changes inside them stand.
    /// </summary>
    public void WrapInLoop(StatementSyntax first, StatementSyntax last, string head) => Wrap(first, last, head);

    /// <summary>The same for any statement with a block; <paramref name="after"/> are the lines below the block.</summary>
    public void Wrap(StatementSyntax first, StatementSyntax last, string head, params string[] after)
    {
        if (!BeginsLine(first.SpanStart) || !last.GetTrailingTrivia().EndsLine())
        {
            Insert(first.SpanStart, head + " { ");
            Insert(last.Span.End, string.Join(" ", after.Prepend(" }")));
            return;
        }

        var indentation = CodeWriter.Indentation(first);
        var loop = context.Writer.Lines(indentation, head, "{", "}");
        var start = Text.Lines.GetLineFromPosition(first.FullSpan.Start).Start;
        var open = loop.Substring(0, loop.Length - indentation.Length - 1 - context.Writer.NewLine.Length);
        var close = context.Writer.Lines(indentation, [head, "{", "}", .. after]).Substring(open.Length);
        foreach (var line in Text.Lines.SkipWhile(line => line.Start < start).TakeWhile(line => line.Start < last.Span.End))
        {
            var isCode = line.ToString() is var text && text.Trim().Length > 0 && text[0] != '#'
                && !(context.Root.FindToken(line.Start).Span is var token && token.Contains(line.Start) && token.Start < line.Start);
            Insert(line.Start, (line.Start == start ? open : "") + (isCode ? context.Writer.Unit : ""));
        }

        Insert(last.FullSpan.End, close);
    }

    /// <summary>
    /// Writes a clause of <paramref name="head"/> and <paramref name="statements"/> before <paramref name="clause"/>, as that is written.
    /// </summary>
    public void InsertBefore(CatchClauseSyntax clause, string head, params string[] statements)
    {
        var (position, indentation) = (clause.SpanStart, CodeWriter.Indentation(clause));
        if (IsOnOneLine(clause.Block.Span))
        {
            var line = Delivery.Edits.Inline(statements);
            Insert(position, $"{head} {{ {line} }}{(BeginsLine(position) ? context.Writer.NewLine + indentation : " ")}");
            return;
        }

        var lines = context.Writer.Lines(indentation, [head, "{", .. statements, "}"]);
        if (BeginsLine(position))
            Insert(clause.CatchKeyword.GetPreviousToken().FullSpan.End, lines);
        else
            Insert(position, lines.Trim() + " ");
    }

    // A statement that stands in no block, below an if or a loop.
    private bool ReplaceEmbedded(StatementSyntax statement, IReadOnlyList<string> statements)
    {
        if (statements.Count == 1)
            Replace(statement, statements[0]);
        if (statements.Count <= 1)
            return statements.Count == 1;
        var before = statement.GetFirstToken().GetPreviousToken();
        if (before.TrailingTrivia.HasText() || statement.GetLeadingTrivia().HasText() || statement.Parent is not { } parent)
            return false;
        if (!BeginsLine(parent.SpanStart) && IsOnOneLine(parent.Span))
        {
            Replace(statement, $"{{ {string.Join(" ", statements)} }}");
            return true;
        }

        var indentation = CodeWriter.Indentation(parent);
        var comment = statement.GetTrailingTrivia().HasText() ? statement.GetTrailingTrivia().ToString().TrimEnd() : "";
        var block = Block(indentation, statements, comment);
        Replace(TextSpan.FromBounds(before.Span.End, statement.Span.End + comment.Length),
            context.Writer.BraceOnOwnLine ? context.Writer.NewLine + block : " " + block.TrimStart());
        return true;
    }

    private string Block(string indentation, IReadOnlyList<string> statements, string comment = "")
    {
        var (first, last) = (statements.Take(statements.Count - 1), statements[statements.Count - 1]);
        return context.Writer.Lines(indentation, ["{", .. first, last + comment, "}"]).TrimEnd('\r', '\n');
    }

    private string IndentationOfLine(SyntaxToken token)
    {
        var line = Text.Lines.GetLineFromPosition(token.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    // As other methods of the type have it, else the type itself.
    private bool BraceOfMembersOnOwnLine(SyntaxNode member)
    {
        if (member.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
            return context.Writer.BraceOnOwnLine;
        var braces = type.Members.OfType<MethodDeclarationSyntax>()
            .Select(static method => method.Body?.OpenBraceToken ?? default)
            .Append(type.OpenBraceToken)
            .Where(static brace => brace.TrailingTrivia.EndsLine());
        return braces.Select(brace => (bool?)BeginsLine(brace.SpanStart)).FirstOrDefault() ?? true;
    }

    // The lines, and one of the blank lines around them where two would be left, or one at the end of a block.
    private TextSpan WithBlankLine(TextSpan span)
    {
        var (first, last) = (Text.Lines.GetLineFromPosition(span.Start), Text.Lines.GetLineFromPosition(span.End));
        var (start, end) = (first.Start, last.EndIncludingLineBreak);
        if (first.LineNumber == 0 || last.LineNumber + 1 >= Text.Lines.Count)
            return TextSpan.FromBounds(start, end);
        var (above, below) = (Text.Lines[first.LineNumber - 1], Text.Lines[last.LineNumber + 1]);
        var (before, after) = (above.ToString().Trim(), below.ToString().Trim());
        if (after.Length == 0 && (before.Length == 0 || before.EndsWith("{", StringComparison.Ordinal)))
            end = below.EndIncludingLineBreak;
        else if (before.Length == 0 && after.StartsWith("}", StringComparison.Ordinal))
            start = above.Start;
        return TextSpan.FromBounds(start, end);
    }
}
