using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.CodeFixes.Exceptions;

namespace SmtpAnalyzers.CodeFixes.Refactorings;

/// <summary>Writes the handlers: into the try that catches everything alike, or around the send.</summary>
internal sealed class RefusedMailHandlers(EditContext context)
{
    /// <summary>The file with the handlers, best first: with the using directives that they need, or with qualified names.</summary>
    public IEnumerable<FixCandidate> Candidates()
    {
        if (SendStatement.Of(context) is not { } site)
            yield break;
        var outcomes = new FileOutcomes(context, site);
        if (outcomes.IsRetried)
            yield break;
        var clauses = HandlerClauses.Of(context, site);
        var code = clauses.Select(outcomes.Of).ToList();
        if (clauses.Count == 0 || (outcomes.GoesOn && code.Contains(null)))
            yield break;
        foreach (var withUsings in new[] { true, false })
        {
            var names = new HandlerNames(context, clauses.SelectMany(static clause => clause.Types), withUsings);
            if (!names.AreWritten)
                continue;
            var edits = new TextEdits(context);
            names.AddUsings(edits);
            if (!Write(edits, site, clauses.Zip(code, (clause, outcome) => Lines(clause, outcome, names)).ToList()))
                yield break;
            yield return new FixCandidate(FixKind.Handle, "Handle refused mail by reply class", edits.Root)
            {
                Adds = [Effects.Throw, .. code.SelectMany(static one => one?.Calls ?? []), .. Assigned(site)],
            };
        }
    }

    private static (string Head, IReadOnlyList<string> Statements) Lines(HandlerClause clause, OutcomeCode? code, HandlerNames names)
    {
        var needsName = clause.Filter is not null || code?.NamesException == true;
        var filter = clause.Filter is { } test ? $" when ({test(names)})" : "";
        var head = $"catch ({names.Of(clause.Caught)}{(needsName ? " " + names.Exception : "")}){filter}";
        List<string> statements = code is null ? [clause.ToDecide, "throw;"] : [.. code.Named(names.Exception)];
        if (code is not null && clause.Remark is { } remark)
            statements.Insert(0, remark);
        return (head, statements);
    }

    // False where the place has no room for lines.
    private bool Write(TextEdits edits, SendStatement site, IReadOnlyList<(string Head, IReadOnlyList<string> Statements)> clauses)
    {
        if (site is { CatchAll: { } handler, Attempt: { } attempt })
            return IsOnLines(edits, handler) ? InsertBefore(edits, handler, clauses) : BreakLine(edits, attempt, handler, clauses);
        string[] lines = [.. clauses.SelectMany(static clause => clause.Statements.Prepend("{").Prepend(clause.Head).Append("}"))];
        if (!edits.BeginsLine(site.Statement.SpanStart) || !site.Statement.GetTrailingTrivia().EndsLine())
            return Unfold(edits, site.Statement, lines);
        Hoist(edits, site.Statement);
        edits.Wrap(site.Statement, site.Statement, "try", lines);
        return true;
    }

    private static bool IsOnLines(TextEdits edits, CatchClauseSyntax handler) =>
        edits.BeginsLine(handler.SpanStart) || !edits.IsOnOneLine(handler.Block.Span);

    private static bool InsertBefore(
        TextEdits edits, CatchClauseSyntax handler, IReadOnlyList<(string Head, IReadOnlyList<string> Statements)> clauses)
    {
        foreach (var (head, statements) in clauses)
            edits.InsertBefore(handler, head, [.. statements]);
        return true;
    }

    // try { client.Send(message); } catch { return; }  One line for each handler.
    private bool BreakLine(
        TextEdits edits, TryStatementSyntax attempt, CatchClauseSyntax handler,
        IReadOnlyList<(string Head, IReadOnlyList<string> Statements)> clauses)
    {
        var before = handler.CatchKeyword.GetPreviousToken();
        if (!edits.BeginsLine(attempt.SpanStart) || before.TrailingTrivia.HasText())
            return false;
        var separator = context.Writer.NewLine + CodeWriter.Indentation(attempt);
        edits.Replace(
            TextSpan.FromBounds(before.Span.End, handler.SpanStart),
            string.Concat(clauses.Select(clause =>
                $"{separator}{clause.Head} {{ {Delivery.Edits.Inline([.. clause.Statements])} }}").Append(separator)));
        return true;
    }

    // { client.Send(message); }  A block on one line gets a line for each of its statements.
    private static bool Unfold(TextEdits edits, StatementSyntax statement, IReadOnlyList<string> lines)
    {
        if (statement is LocalDeclarationStatementSyntax || statement.Parent is not BlockSyntax { Parent: { } owner } block
            || !edits.IsOnOneLine(block.Span) || block.DescendantTrivia().Any(TriviaExtensions.IsText))
        {
            return false;
        }

        edits.ReplaceBody(
            TextSpan.FromBounds(block.OpenBraceToken.GetPreviousToken().Span.End, block.Span.End), owner,
            [.. block.Statements.SelectMany(one => one == statement
                ? ["try", "{", one.ToString(), "}", .. lines] : new[] { one.ToString() })]);
        return true;
    }

    // var response = client.Send(message);  The rest of the method reads it.
    private void Hoist(TextEdits edits, StatementSyntax statement)
    {
        if (statement is not LocalDeclarationStatementSyntax { Declaration: { Variables: [var variable] } declaration }
            || context.Model.GetDeclaredSymbol(variable, context.Cancellation) is not ILocalSymbol local)
        {
            return;
        }

        var type = declaration.Type.IsVar ? local.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)
            .ToMinimalDisplayString(context.Model, context.Node.SpanStart) : declaration.Type.ToString();
        var declared = $"{type} {variable.Identifier.Text};";
        var line = context.Root.SyntaxTree.GetText().Lines.GetLineFromPosition(statement.FullSpan.Start);
        edits.Insert(line.Start, context.Writer.Lines(CodeWriter.Indentation(statement), declared));
        edits.Replace(TextSpan.FromBounds(declaration.SpanStart, variable.SpanStart), "");
    }

    private static IEnumerable<string> Assigned(SendStatement site) =>
        site.Statement is LocalDeclarationStatementSyntax { Declaration.Variables: [var variable] }
            ? [$"{variable.Identifier.Text} ="] : [];
}
