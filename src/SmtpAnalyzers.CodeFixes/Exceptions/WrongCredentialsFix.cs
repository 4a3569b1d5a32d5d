using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Replies;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>SMTP3006: a handler for 4yz comes before, which leaves a failure that passes to the caller.</summary>
internal sealed class WrongCredentialsFix : RuleFix
{
    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.WrongCredentials);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        if (context.Node.FirstAncestorOrSelf<CatchClauseSyntax>() is not { Declaration: { } declaration, Parent: TryStatementSyntax attempt } handler
            || context.Symbols.Command.OfType<INamedTypeSymbol>().FirstOrDefault() is not { } command)
        {
            yield break;
        }

        var name = declaration.Identifier.ValueText is { Length: > 0 } given ? given : "ex";
        foreach (var root in TypeNames.Variants(context, command, type => WithHandler(context, attempt, handler,
            declaration.Type.WithoutTrivia().ToString(), name, type)))
            yield return new FixCandidate(FixKind.RightUse, "Pass a temporary failure on", root);
    }

    private static SyntaxNode WithHandler(FixContext context, TryStatementSyntax attempt, CatchClauseSyntax handler, string type, string name, string command)
    {
        var end = context.Writer.EndOfLine.ToString();
        var before = handler.GetLeadingTrivia().ToString().Split('\n').Last();
        var indentation = before.Trim().Length == 0 ? before : "";
        var isLine = handler.CatchKeyword.GetPreviousToken().TrailingTrivia.EndsLine();
        var test = context.Writer.ClassTest($"(int){context.Writer.AfterCast}reply.StatusCode", ReplyClass.TransientNegative);
        var head = $"catch ({type} {name}) when ({name}.InnerException is {command} reply && {test})";
        var text = isLine ? $"{head}{end}{indentation}{{{end}{indentation}    throw;{end}{indentation}}}" : head + " { throw; }";
        var parsed = (TryStatementSyntax)SyntaxFactory.ParseStatement("try { } " + text, options: context.Root.SyntaxTree.Options as CSharpParseOptions);
        var added = parsed.Catches[0].WithLeadingTrivia(handler.GetLeadingTrivia()).WithTrailingTrivia(isLine ? context.Writer.EndOfLine : SyntaxFactory.Space);
        var index = attempt.Catches.IndexOf(handler);
        var kept = handler.WithLeadingTrivia(SyntaxFactory.Whitespace(indentation));
        return context.Root.ReplaceNode(attempt, attempt.WithCatches(attempt.Catches.Replace(handler, kept).Insert(index, added)));
    }
}
