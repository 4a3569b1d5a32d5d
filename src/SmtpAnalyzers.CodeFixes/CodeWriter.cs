using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>
/// Writes code as the file is written at the place of the finding: its language version, its spaces after casts, its indentation, its
/// braces, its line endings. <c>.editorconfig</c> decides where it says something, the neighbours where it does not.
/// </summary>
internal sealed class CodeWriter
{
    private readonly LinkedFile _file;
    private readonly SyntaxNode _near;
    private string? _unit;

    /// <param name="file">The file, as the project with the oldest language version compiles it.</param>
    /// <param name="near">The finding.</param>
    public CodeWriter(LinkedFile file, SyntaxNode near)
    {
        (_file, _near, Options) = (file, near, (CSharpParseOptions)file.Root.SyntaxTree.Options);
        AfterCast = Setting("csharp_space_after_cast") is { } space ? space == "true" ? " " : ""
            : Neighbours<CastExpressionSyntax>()
                .Any(static cast => cast.CloseParenToken.TrailingTrivia.Any(SyntaxKind.WhitespaceTrivia)) ? " " : "";
        NewLine = LineEnding(file.Root, near.SpanStart);
        EndOfLine = SyntaxFactory.EndOfLine(NewLine);
    }

    /// <summary>How inserted code is parsed.</summary>
    public CSharpParseOptions Options { get; }

    /// <summary>Nothing, or a space: between a cast and its operand.</summary>
    public string AfterCast { get; }

    /// <summary>The line ending at the finding.</summary>
    public string NewLine { get; }

    /// <summary>The line ending at the finding, as trivia.</summary>
    public SyntaxTrivia EndOfLine { get; }

    /// <summary>
    /// Whether relational, <c>and</c>, <c>or</c> and <c>not</c> patterns can be written: C# 9, in every project that shares the file.
    /// </summary>
    public bool HasPatterns => Options.LanguageVersion >= LanguageVersion.CSharp9;

    /// <summary>One step of indentation: a tab, or some spaces.</summary>
    public string Unit => _unit ??= UnitOfConfig() ?? UnitOfNeighbours();

    /// <summary>Whether an opening brace stands on a line of its own.</summary>
    public bool BraceOnOwnLine => Setting("csharp_new_line_before_open_brace") is { } setting
        ? setting is not "none" && (setting is "all" || setting.IndexOf("control_blocks", StringComparison.Ordinal) >= 0)
        : Neighbours<BlockSyntax>().Where(static block => block.OpenBraceToken.TrailingTrivia.EndsLine()).All(IsOnOwnLine);

    /// <summary>Whether <c>catch</c>, <c>else</c> and <c>finally</c> stand on a line of their own, below the brace before them.</summary>
    public bool ClauseOnOwnLine => Setting("csharp_new_line_before_catch") is { } setting ? setting == "true"
        : Neighbours<CatchClauseSyntax>().Select(static clause => clause.CatchKeyword)
            .Concat(Neighbours<ElseClauseSyntax>().Select(static clause => clause.ElseKeyword))
            .Select(static keyword => (bool?)keyword.GetPreviousToken().TrailingTrivia.EndsLine()).FirstOrDefault() ?? BraceOnOwnLine;

    /// <summary>The test whether <paramref name="number"/>, a reply code as a number, is of a class.</summary>
    public string ClassTest(string number, ReplyClass replyClass) =>
        HasPatterns ? $"{number} is >= {(int)replyClass}00 and < {(int)replyClass + 1}00" : $"{number} / 100 == {(int)replyClass}";

    /// <summary>The same for <paramref name="code"/>, a value of an SmtpStatusCode enum.</summary>
    public string ClassTestOfEnum(string code, ReplyClass replyClass) => ClassTest($"(int){AfterCast}{code}", replyClass);

    public ExpressionSyntax Expression(string text) => SyntaxFactory.ParseExpression(text, options: Options);

    /// <summary>
    /// Statements, or clauses, of these lines. They are written one step, brace or statement a line, without indentation and with braces on
    /// lines of their own; a leading tab stands for one more step (a statement without braces). The result is indented below
    /// <paramref name="indentation"/>, its first line included, and ends with a line ending.
    /// </summary>
    public string Lines(string indentation, params string[] lines)
    {
        var (text, depth) = (new StringBuilder(), 0);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.StartsWith("}", StringComparison.Ordinal))
                depth--;
            var joins = text.Length > 0
                && ((line == "{" && !BraceOnOwnLine) || (IsClause(line) && lines[i - 1] == "}" && !ClauseOnOwnLine));
            if (joins)
                text.Length -= NewLine.Length;
            var deeper = line.TakeWhile(static character => character == '\t').Count();
            var indent = line.Length == 0 ? "" : joins ? " " : indentation + string.Concat(Enumerable.Repeat(Unit, depth + deeper));
            text.Append(indent).Append(line, deeper, line.Length - deeper).Append(NewLine);
            if (line == "{")
                depth++;
        }

        return text.ToString();
    }

    /// <summary>The statement that <see cref="Lines"/> writes, its indentation and line ending included.</summary>
    public StatementSyntax Statement(string indentation, params string[] lines) =>
        SyntaxFactory.ParseStatement(Lines(indentation, lines), options: Options);

    /// <summary>The lines of an <c>if</c> around one statement, in braces where the file writes them.</summary>
    public string[] If(string condition, string statement) =>
        BracesAroundOne ? [$"if ({condition})", "{", statement, "}"] : [$"if ({condition})", "\t" + statement];

    private bool BracesAroundOne => Setting("csharp_prefer_braces") is { } setting ? setting == "true"
        : Neighbours<IfStatementSyntax>()
            .Select(static branch =>
                branch.Statement is BlockSyntax { Statements: var inner } ? inner.Count == 1 ? true : (bool?)null : false)
            .FirstOrDefault(static hasBraces => hasBraces is not null) == true;

    /// <summary>The white space before <paramref name="node"/> on its line; that of the line where it does not begin one.</summary>
    public static string Indentation(SyntaxNode node)
    {
        var line = node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.SpanStart);
        var text = line.ToString();
        return text.Substring(0, text.Length - text.TrimStart().Length);
    }

    private static bool IsClause(string line) =>
        line.StartsWith("catch", StringComparison.Ordinal) || line.StartsWith("else", StringComparison.Ordinal)
        || line.StartsWith("finally", StringComparison.Ordinal);

    private static bool IsOnOwnLine(BlockSyntax block) => block.OpenBraceToken.GetPreviousToken().TrailingTrivia.EndsLine();

    private static string LineEnding(SyntaxNode root, int position)
    {
        var text = root.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(position);
        // The last line has none: the one before it has.
        if (line.End == line.EndIncludingLineBreak && line.LineNumber > 0)
            line = text.Lines[line.LineNumber - 1];
        return line.End == line.EndIncludingLineBreak
            ? "\n"
            : text.ToString(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
    }

    private string? Setting(string key) =>
        _file.Config.TryGetValue(key, out var value) && value.Trim() is { Length: > 0 } text && text != "unset"
        ? text.Split(':')[0].Trim().ToLowerInvariant() : null;

    private string? UnitOfConfig()
    {
        var size = Setting("indent_size") is { } indent && indent != "tab" ? indent : Setting("tab_width");
        return Setting("indent_style") switch
        {
            "tab" => "\t",
            "space" => int.TryParse(size, out var width) && width is > 0 and < 17 ? new string(' ', width) : null,
            _ => null,
        };
    }

    // The step between a block and what stands in it.
    private string UnitOfNeighbours()
    {
        foreach (var block in Neighbours<BlockSyntax>())
        {
            if (!block.OpenBraceToken.TrailingTrivia.EndsLine() || block.Statements.FirstOrDefault() is not { } first)
                continue;
            var (outer, inner) = (IndentationOfBrace(block), Indentation(first));
            if (inner.Length > outer.Length && inner.StartsWith(outer, StringComparison.Ordinal))
                return inner.Substring(outer.Length);
        }

        var (type, member) = Neighbours<TypeDeclarationSyntax>().Where(static type => type.Members.Count > 0)
            .Select(static type => (Indentation(type), Indentation(type.Members[0])))
            .FirstOrDefault(static pair => pair.Item2.Length > pair.Item1.Length);
        if (member is not null && member.StartsWith(type, StringComparison.Ordinal))
            return member.Substring(type.Length);
        return Indentation(_near).IndexOf('\t') >= 0 ? "\t" : "    ";
    }

    private static string IndentationOfBrace(BlockSyntax block)
    {
        var text = block.SyntaxTree.GetText().Lines.GetLineFromPosition(block.CloseBraceToken.SpanStart).ToString();
        return text.Substring(0, text.Length - text.TrimStart().Length);
    }

    // Nearest first: the member of the finding, then the rest of its file.
    private IEnumerable<T> Neighbours<T>() where T : SyntaxNode =>
        (_near.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.DescendantNodes().OfType<T>() ?? []).Concat(
            _file.Root.DescendantNodes().OfType<T>());
}
