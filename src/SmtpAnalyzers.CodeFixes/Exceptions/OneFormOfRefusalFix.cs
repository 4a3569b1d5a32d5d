using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>SMTP3005: the base of both exceptions is caught, and each refused recipient in it, one or several, is handled.</summary>
internal sealed class OneFormOfRefusalFix : RuleFix
{
    private const string One = "SmtpFailedRecipientException", Several = "SmtpFailedRecipientsException";

    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.OneFormOfRefusal);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        if (context.Node.FirstAncestorOrSelf<CatchClauseSyntax>() is not { Declaration: { } declaration } handler || SendsToEveryone(context, handler)
            || declaration.Type.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault() is not IdentifierNameSyntax type)
        {
            yield break;
        }

        var edits = new TextEdits(context);
        if (type.Identifier.ValueText == Several ? CatchBoth(context, edits, handler, type) : new EachRefusal(context, edits, handler).Write(Failures))
            yield return new FixCandidate(FixKind.RightUse, "Handle one refused recipient and several", edits.Root) { LooksInsideAggregate = true };
    }

    // Then one refused recipient would bring the mail to all others again: SMTP2004 is fixed first.
    private static bool SendsToEveryone(FixContext context, CatchClauseSyntax handler) => context.Reading.Findings.Any(finding =>
        finding.Id == DiagnosticIds.SentToEveryoneAgain && handler.Parent?.Span.Contains(finding.Location.SourceSpan) == true);

    // catch (SmtpFailedRecipientException ex) { var failures = ex is SmtpFailedRecipientsException several ? several.InnerExceptions : new[] { ex }; .. }
    private static bool CatchBoth(FixContext context, TextEdits edits, CatchClauseSyntax handler, IdentifierNameSyntax type)
    {
        var (caught, exception) = (handler.Declaration!.Type.ToString(), handler.Declaration.Identifier.ValueText);
        edits.Replace(type, One);
        if (handler.Filter is { } filter)
        {
            // More than one: then one would go past still.
            if (Reads(filter, exception).Any(static read => read.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "LongLength" }))
                return false;
            var several = Names.Free(context, "all", "aggregate", "plural");
            foreach (var read in Reads(filter, exception))
                edits.Replace(read, $"({Failures(exception, caught, several)})");
        }

        var reads = Reads(handler.Block, exception).ToList();
        if (reads.Count > 0)
        {
            var failures = Names.Free(context, "failures", "refusals", "refusedRecipients");
            foreach (var read in reads)
                edits.Replace(read, failures);
            edits.InsertFirst(handler.Block, $"var {failures} = {Failures(exception, caught, Names.Free(context, "several", "plural", "aggregate"))};");
        }

        return true;
    }

    private static IEnumerable<MemberAccessExpressionSyntax> Reads(SyntaxNode code, string exception) => code.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        .Where(access => access.Name.Identifier.ValueText == "InnerExceptions" && access.Expression.ToString() == exception);

    private static string Failures(string exception, string type, string several) =>
        $"{exception} is {type} {several} ? {several}.InnerExceptions : new[] {{ {exception} }}";
}

/// <summary>Puts a handler of one refused recipient into a loop over all that were refused.</summary>
internal sealed class EachRefusal(FixContext context, TextEdits edits, CatchClauseSyntax handler)
{
    private readonly string _exception = handler.Declaration!.Identifier.ValueText;

    /// <summary>False where the handler decides on the whole message, or leaves before the others' turn.</summary>
    public bool Write(Func<string, string, string, string> failures)
    {
        var statements = handler.Block.Statements.ToList();
        // return false; as the last statement comes once, after the loop.
        if (statements.Count > 1 && IsJump(statements[statements.Count - 1]) && !Mentions(statements[statements.Count - 1]))
            statements.RemoveAt(statements.Count - 1);
        if (handler.Filter is not null || statements.Count == 0 || statements.Any(Leaves) || statements.Any(IsAboutMessage))
            return false;
        var failure = Names.Free(context, "failure", "refusal", "refusedRecipient");
        var type = handler.Declaration!.Type.ToString();
        var head = $"foreach (var {failure} in {failures(_exception, type.Replace("RecipientException", "RecipientsException"), Names.Free(context, "several", "plural", "aggregate"))})";
        foreach (var name in statements.SelectMany(Uses))
            edits.Replace(name.Identifier.Span, failure);
        edits.WrapInLoop(statements[0], statements[statements.Count - 1], head);
        return true;
    }

    private IEnumerable<IdentifierNameSyntax> Uses(SyntaxNode code) => code.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        .Where(name => name.Identifier.ValueText == _exception && context.Model.GetSymbolInfo(name, context.Cancellation).Symbol is ILocalSymbol);

    private bool Mentions(SyntaxNode code) => Uses(code).Any();

    private static bool IsJump(StatementSyntax statement) => statement is ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax;

    // Then what is left of the recipients would not be handled.
    private static bool Leaves(StatementSyntax statement) => statement
        .DescendantNodesAndSelf(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(node => node is ReturnStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or GotoStatementSyntax or YieldStatementSyntax
            || (node is BreakStatementSyntax or ContinueStatementSyntax && !node.Ancestors().TakeWhile(around => around.Span.Length <= statement.Span.Length)
                .Any(around => IsLoop(around) || (around is SwitchStatementSyntax && node is BreakStatementSyntax))));

    private static bool IsLoop(SyntaxNode node) => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax;

    // Requeue(message) once for each refused recipient would send it several times.
    private bool IsAboutMessage(StatementSyntax statement)
    {
        var sent = ((TryStatementSyntax)handler.Parent!).Block.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(static call => Rules.Exceptions.Syntaxes.MethodName(call) is "Send" or "SendAsync" or "SendMailAsync")
            .SelectMany(static call => call.ArgumentList.Arguments).Select(static argument => argument.Expression.ToString()).ToList();
        return statement.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call =>
            call.ArgumentList.Arguments.Any(argument => sent.Contains(argument.Expression.ToString())) && !Mentions(call));
    }
}
