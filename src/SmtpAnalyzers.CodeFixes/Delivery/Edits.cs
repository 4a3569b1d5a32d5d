using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>
/// Changes of the file's text that make one candidate together. They must not overlap. Inserted lines follow the file's style; in a block
/// that is written on one line they stay on it.
/// </summary>
internal sealed class Edits(EditContext context)
{
    private readonly List<TextChange> _changes = [];

    /// <summary>The file as it is then.</summary>
    public SyntaxNode Root => context.Root.SyntaxTree
        .WithChangedText(context.Root.SyntaxTree.GetText().WithChanges(_changes.OrderBy(static change => change.Span.Start)))
        .GetRoot(context.Cancellation);

    public Edits Replace(SyntaxNode node, string text) => Replace(node.Span, text);

    public Edits Replace(TextSpan span, string text)
    {
        _changes.Add(new TextChange(span, text));
        return this;
    }

    public Edits Insert(int position, string text) => Replace(new TextSpan(position, 0), text);

    /// <summary>Removes a statement; a line that held nothing else goes with it, comments above it stay.</summary>
    public Edits Remove(StatementSyntax statement)
    {
        if (!BeginsLine(statement) || !statement.GetTrailingTrivia().EndsLine())
            return Replace(TextSpan.FromBounds(statement.SpanStart, NextOnLine(statement)), "");
        var text = context.Root.SyntaxTree.GetText();
        var start = text.Lines.GetLineFromPosition(statement.SpanStart).Start;
        // A comment behind it moves to a line of its own.
        var end = statement.GetTrailingTrivia().HasText() ? statement.Span.End
            : text.Lines.GetLineFromPosition(statement.Span.End).EndIncludingLineBreak;
        return Replace(TextSpan.FromBounds(end == statement.Span.End ? statement.SpanStart : start, end), "");
    }

    /// <summary>
    /// Writes <paramref name="lines"/>, as <see cref="CodeWriter.Lines"/> reads them, before <paramref name="statement"/> and its comments.
    /// </summary>
    public Edits Before(StatementSyntax statement, params string[] lines)
    {
        if (statement.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax or LabeledStatementSyntax))
            return InBraces(statement, lines);
        if (!BeginsLine(statement))
            return Insert(statement.SpanStart, Inline(lines) + " ");
        // A label stands further out than the statements.
        var indentation = CodeWriter.Indentation(statement is LabeledStatementSyntax { Statement: var labeled } && BeginsLine(labeled)
            ? labeled : statement);
        return Insert(StartWithComments(statement), context.Writer.Lines(indentation, lines));
    }

    /// <summary>Writes <paramref name="lines"/> as the last statements of <paramref name="block"/>.</summary>
    public Edits AtEndOf(BlockSyntax block, params string[] lines)
    {
        var isOnLine = block.CloseBraceToken.GetPreviousToken().TrailingTrivia.EndsLine() || block.CloseBraceToken.LeadingTrivia.EndsLine();
        // Behind #endif, not before it.
        var endsInDirective = block.CloseBraceToken.LeadingTrivia.Any(static trivia => trivia.IsDirective);
        if (!endsInDirective && block.Statements.LastOrDefault() is { } last)
        {
            return isOnLine && BeginsLine(last) && last.GetTrailingTrivia().EndsLine()
                ? Insert(last.FullSpan.End, context.Writer.Lines(CodeWriter.Indentation(last), lines))
                : Insert(last.Span.End, " " + Inline(lines));
        }

        if (!isOnLine)
            return HasLineOfItsOwn(block) ? Unfold(block, lines)
                : Replace(TextSpan.FromBounds(block.OpenBraceToken.Span.End, block.CloseBraceToken.SpanStart), $" {Inline(lines)} ");

        var text = context.Root.SyntaxTree.GetText();
        var close = text.Lines.GetLineFromPosition(block.CloseBraceToken.SpanStart);
        var indentation = close.ToString();
        indentation = indentation.Substring(0, indentation.Length - indentation.TrimStart().Length);
        return Insert(close.Start, context.Writer.Lines(indentation + context.Writer.Unit, lines));
    }

    /// <summary>
    /// Sets properties in the initializer of <paramref name="creation"/>: in place where they stand there, else before the others.
    /// </summary>
    public Edits Set(BaseObjectCreationExpressionSyntax creation, params (string Name, string Value)[] properties)
    {
        var known = creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().ToList() ?? [];
        var added = new List<string>();
        foreach (var (name, value) in properties)
        {
            if (known.FirstOrDefault(one => one.Left.ToString() == name) is { } set)
                Replace(set.Right, value);
            else
                added.Add($"{name} = {value}");
        }

        return added.Count == 0 ? this : Add(creation, added);
    }

    private Edits Add(BaseObjectCreationExpressionSyntax creation, IReadOnlyList<string> properties)
    {
        var all = string.Join(", ", properties);
        if (creation.Initializer is not { } initializer)
        {
            return creation is ObjectCreationExpressionSyntax { ArgumentList: { Arguments.Count: 0 } none } named
                ? Replace(TextSpan.FromBounds(named.Type.Span.End, none.Span.End), $" {{ {all} }}")
                : Insert(creation.Span.End, $" {{ {all} }}");
        }

        if (initializer.Expressions.FirstOrDefault() is not { } first)
            return Replace(initializer, $"{{ {all} }}");
        var separator = BeginsLine(first) ? $",{context.Writer.NewLine}{CodeWriter.Indentation(first)}" : ", ";
        return Insert(first.SpanStart, string.Concat(properties.Select(property => property + separator)));
    }

    /// <summary>Whether nothing but white space stands before <paramref name="node"/> on its line.</summary>
    public static bool BeginsLine(SyntaxNode node)
    {
        var line = node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.SpanStart);
        return string.IsNullOrWhiteSpace(node.SyntaxTree.GetText().ToString(TextSpan.FromBounds(line.Start, node.SpanStart)));
    }

    /// <summary>The lines on one line; a comment is one that ends on it.</summary>
    public static string Inline(params string[] lines) => string.Join(" ", lines.Select(static line => line.Trim())
        .Where(static line => line.Length > 0)
        .Select(static line => line.StartsWith("//", StringComparison.Ordinal) ? $"/* {line.Substring(2).Trim()} */" : line));

    // if (x) continue;
    private Edits InBraces(StatementSyntax statement, string[] lines)
    {
        var before = statement.GetFirstToken().GetPreviousToken();
        if (!before.TrailingTrivia.EndsLine())
            return Insert(statement.SpanStart, $"{{ {Inline(lines)} ").Insert(statement.Span.End, " }");
        var indentation = CodeWriter.Indentation(statement.Parent!);
        var block = context.Writer.Lines(indentation, ["{", .. lines, statement.ToString(), "}"]).TrimEnd('\r', '\n');
        if (context.Writer.BraceOnOwnLine)
            return Replace(TextSpan.FromBounds(statement.SpanStart - CodeWriter.Indentation(statement).Length, statement.Span.End), block);
        return Replace(TextSpan.FromBounds(before.Span.End, statement.Span.End), " " + block.TrimStart());
    }

    // catch (IOException) { } on a line
    private static bool HasLineOfItsOwn(BlockSyntax block) => block.GetTrailingTrivia().EndsLine() && block.Parent is { } owner
        && owner.SyntaxTree.GetText().Lines.GetLineFromPosition(owner.SpanStart).ToString().TrimStart(' ', '\t', '}').StartsWith(
            owner.GetFirstToken().Text, StringComparison.Ordinal);

    private Edits Unfold(BlockSyntax block, string[] lines)
    {
        var before = block.OpenBraceToken.GetPreviousToken();
        var indentation = CodeWriter.Indentation(block.Parent!);
        var text = context.Writer.Lines(indentation, ["{", .. lines, "}"]).TrimEnd('\r', '\n');
        var start = context.Writer.BraceOnOwnLine ? context.Writer.NewLine : " ";
        return Replace(TextSpan.FromBounds(before.Span.End, block.Span.End),
            start + (context.Writer.BraceOnOwnLine ? text : text.TrimStart()));
    }

    private int StartWithComments(StatementSyntax statement)
    {
        var text = context.Root.SyntaxTree.GetText();
        var leading = statement.GetLeadingTrivia();
        var first = leading.Any(static trivia => trivia.IsDirective) ? default : leading.FirstOrDefault(TriviaExtensions.IsText);
        var start = first == default ? statement.SpanStart : Math.Min(first.FullSpan.Start, statement.SpanStart);
        return text.Lines.GetLineFromPosition(start).Start;
    }

    private static int NextOnLine(StatementSyntax statement) =>
        statement.GetTrailingTrivia().All(static trivia => !trivia.IsText() && !trivia.ToString().Contains("\n")) ? statement.FullSpan.End
            : statement.Span.End;
}
