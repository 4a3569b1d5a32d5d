using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
            Write(edits, site, clauses.Zip(code, (clause, outcome) => Lines(clause, outcome, names)).ToList());
            yield return new FixCandidate(FixKind.Handle, "", edits.Root)
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

    private void Write(TextEdits edits, SendStatement site, IReadOnlyList<(string Head, IReadOnlyList<string> Statements)> clauses)
    {
        if (site.CatchAll is { } handler)
        {
            foreach (var (head, statements) in clauses)
                edits.InsertBefore(handler, head, [.. statements]);
            return;
        }

        Hoist(edits, site.Statement);
        edits.Wrap(site.Statement, site.Statement, "try", clauses
            .SelectMany(static clause => clause.Statements.Prepend("{").Prepend(clause.Head).Append("}")).ToArray());
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
        if (edits.BeginsLine(statement.SpanStart))
        {
            var line = context.Root.SyntaxTree.GetText().Lines.GetLineFromPosition(statement.FullSpan.Start);
            edits.Insert(line.Start, context.Writer.Lines(CodeWriter.Indentation(statement), declared));
        }
        else
        {
            edits.Insert(statement.SpanStart, declared + " ");
        }

        edits.Replace(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(declaration.SpanStart, variable.SpanStart), "");
    }

    private static IEnumerable<string> Assigned(SendStatement site) =>
        site.Statement is LocalDeclarationStatementSyntax { Declaration.Variables: [var variable] } ? [$"{variable.Identifier.Text} ="] : [];
}
