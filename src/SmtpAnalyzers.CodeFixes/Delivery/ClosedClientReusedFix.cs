using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Rules;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>SMTP2003: connects again before the send, as the method did the first time, under the same conditions.</summary>
internal sealed class ClosedClientReusedFix : RuleFix
{
    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.ClosedClientReused);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        if (!context.Properties.TryGetValue(ClosedClientReused.Client, out var name) || name is null
            || context.Node.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax } send
            || Opening.Of(context, context.Node, name) is not { } opening)
        {
            yield break;
        }

        var lines = opening.Statements.SelectMany(Lines).ToArray();
        var edits = new Edits(context).Before(send, [$"if (!{opening.Client}.IsConnected)", "{", .. lines, "}", ""]);
        yield return new FixCandidate(FixKind.RightUse, "Connect again before sending", edits.Root)
        {
            Adds = [.. opening.Statements.SelectMany(static statement => Effects.Of(statement, []))],
        };
    }

    // As CodeWriter reads them.
    private static IEnumerable<string> Lines(StatementSyntax statement) => statement switch
    {
        BlockSyntax block => ["{", .. block.Statements.SelectMany(Lines), "}"],
        IfStatementSyntax branch =>
            [$"if ({branch.Condition})", .. Embedded(branch.Statement), .. branch.Else is { } other ? Otherwise(other.Statement) : []],
        _ => [statement.ToString()],
    };

    private static IEnumerable<string> Embedded(StatementSyntax statement) =>
        statement is BlockSyntax ? Lines(statement) : Lines(statement).Select(static line => "\t" + line);

    private static IEnumerable<string> Otherwise(StatementSyntax statement)
    {
        if (statement is not IfStatementSyntax)
            return ["else", .. Embedded(statement)];
        var lines = Lines(statement).ToList();
        lines[0] = "else " + lines[0];
        return lines;
    }
}
