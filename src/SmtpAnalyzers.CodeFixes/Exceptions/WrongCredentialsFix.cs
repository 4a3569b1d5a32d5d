using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Replies;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>
/// SMTP3006: a temporary failure of the login goes past the handler: to one for every exception in the same try, or else to the caller, who gets lost
/// connections from there as well.
/// </summary>
internal sealed class WrongCredentialsFix : RuleFix
{
    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.WrongCredentials);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        if (context.Node.FirstAncestorOrSelf<CatchClauseSyntax>() is not { Declaration: { } declaration, Filter: null, Parent: TryStatementSyntax attempt } handler
            || context.Symbols.Command.OfType<INamedTypeSymbol>().FirstOrDefault() is not { } command || Handlers.IsRepeated(attempt))
        {
            yield break;
        }

        var name = declaration.Identifier.ValueText is { Length: > 0 } given ? given : Names.Free(context, "ex", "exception", "failure");
        var reply = Names.Free(context, "reply", "refusal", "answer");
        var code = context.Writer.ClassTestOfEnum($"{reply}.StatusCode", ReplyClass.TransientNegative);
        foreach (var root in TypeNames.Variants(context, command, (edits, type) => Write(edits, $"{name}.InnerException is {type} {reply} && {code}")))
            yield return new FixCandidate(FixKind.RightUse, "Do not take temporary login failures (4xx) for wrong credentials", root) { Adds = [Effects.Throw] };

        bool Write(TextEdits edits, string isTemporary)
        {
            if (Handlers.HasCatchAllBelow(context, attempt, handler))
                edits.Replace(declaration, $"({declaration.Type} {name}) when (!({isTemporary}))");
            else
                edits.InsertBefore(handler, $"catch ({declaration.Type} {name}) when ({isTemporary})", "throw;");
            return true;
        }
    }
}
