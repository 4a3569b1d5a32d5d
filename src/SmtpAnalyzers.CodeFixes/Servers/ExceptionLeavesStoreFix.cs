using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.CodeFixes.Exceptions;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes.Servers;

/// <summary>
/// SMTP4002: the whole body in a try whose handler returns 451. A message that cannot be read is refused with 554 as before.
/// </summary>
internal sealed class ExceptionLeavesStoreFix : RuleFix
{
    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.ExceptionLeavesStore);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        // Where nothing is awaited, the task that is returned may fail after the handler. Directives have an indentation of their own.
        if (context.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || context.File.Mail.Servers.PackageResponse is not { } type
            || !method.Modifiers.Any(SyntaxKind.AsyncKeyword) || method.Body?.ContainsDirectives == true
            || Code(context, type) is not { } code)
        {
            yield break;
        }

        var position = context.Node.SpanStart;
        var response = context.NameOf(type, position);
        var lines = new[]
        {
            $"catch ({Exception(context, position)}) when ({Filter(context, position)})", "{",
            $"return new {response}({code}, \"Temporary failure, try again later\");", "}",
        };
        var edits = new TextEdits(context);
        switch (method)
        {
            case { Body.Statements: [var first, ..] statements }:
                edits.Wrap(first, statements[statements.Count - 1], "try", lines);
                break;
            case { ExpressionBody: { Expression: { } value } arrow }:
                var start = arrow.ArrowToken.GetPreviousToken().Span.End;
                edits.ReplaceBody(
                    TextSpan.FromBounds(start, method.SemicolonToken.Span.End), method, ["try", "{", $"return {value};", "}", .. lines]);
                break;
            default:
                yield break;
        }

        const string Title = "Return 451 when storing fails, so that the client sends the message again";
        yield return new FixCandidate(FixKind.Answer, Title, edits.Root) { Adds = [$"new {response}"] };
    }

    private static string Exception(FixContext context, int position) =>
        $"{TypeName(context, "System.Exception", position)} {Name(context)}";

    private static string Name(FixContext context) => Names.Free(context, "ex", "exception", "failure");

    private static string Filter(FixContext context, int position)
    {
        var spared = new List<string> { TypeName(context, "System.FormatException", position) };
        // Whoever throws it has chosen the reply.
        if (context.File.Mail.Servers.ResponseException is { } chosen && context.TakenNames.Contains(chosen.Name))
            spared.Add(context.NameOf(chosen, position));
        return context.HasPatterns
            ? $"{Name(context)} is not {(spared.Count > 1 ? $"({string.Join(" or ", spared)})" : spared[0])}"
            : $"!({string.Join(" || ", spared.Select(one => $"{Name(context)} is {one}"))})";
    }

    private static string TypeName(FixContext context, string name, int position) =>
        context.Model.Compilation.GetTypeByMetadataName(name) is { } type ? context.NameOf(type, position) : name;

    private static string? Code(FixContext context, INamedTypeSymbol response) => response.InstanceConstructors
        .Where(static one => one.Parameters is [{ Type.TypeKind: TypeKind.Enum }, { Type.SpecialType: SpecialType.System_String }])
        .Select(static one => one.Parameters[0].Type)
        .Select(code => MailSymbols.NameOf(code, 451) is { } name ? $"{context.NameOf(code, context.Node.SpanStart)}.{name}" : null)
        .FirstOrDefault();
}
