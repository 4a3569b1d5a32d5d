using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>
/// SMTP3006: a temporary failure of the login goes past the handler: to one for every exception in the same try, or else to the caller, who
/// gets lost connections from there as well.
/// </summary>
internal sealed class WrongCredentialsFix : RuleFix
{
    private const string Title = "Do not take temporary login failures (4xx) for wrong credentials";

    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.WrongCredentials);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        // Not for an arm of a classifier that stands in a handler.
        if (context.Node.FirstAncestorOrSelf<CatchClauseSyntax>() is not { Declaration: { } declaration, Filter: null } handler
            || !declaration.Span.Contains(context.Node.Span)
            || handler.Parent is not TryStatementSyntax attempt || Handlers.IsRepeated(attempt)
            || context.Symbols.Command.OfType<INamedTypeSymbol>().FirstOrDefault() is not { } command)
        {
            yield break;
        }

        var name = Names.OfException(context, declaration);
        var reply = Names.Free(context, "reply", "refusal", "answer");
        var code = context.Writer.ClassTestOfEnum($"{reply}.StatusCode", ReplyClass.TransientNegative);
        foreach (var root in TypeNames.Variants(context, command, Write))
            yield return new FixCandidate(FixKind.RightUse, Title, root) { Adds = [Effects.Throw] };

        bool Write(TextEdits edits, string type)
        {
            var isTemporary = $"{name}.InnerException is {type} {reply} && {code}";
            if (Handlers.HasCatchAllBelow(context, attempt, handler))
                edits.Replace(declaration, $"({declaration.Type} {name}) when (!({isTemporary}))");
            else
                edits.InsertBefore(handler, $"catch ({declaration.Type} {name}) when ({isTemporary})", "throw;");
            return true;
        }
    }
}
