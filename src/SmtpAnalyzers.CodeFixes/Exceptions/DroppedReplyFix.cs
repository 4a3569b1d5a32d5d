using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>SMTP3008: the refused recipients are kept with their replies, in a property beside the override.</summary>
internal sealed class DroppedReplyFix : RuleFix
{
    private static readonly string[] Properties = ["RefusedRecipients", "RepliesToRefusedRecipients"];

    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.DroppedReply);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        if (context.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { Parent: TypeDeclarationSyntax type } method
            || Properties.FirstOrDefault(name => IsFree(context, type, name)) is not { } property
            || Parameter(context, method, "MailboxAddress") is not { Type: { } mailboxType } mailbox
            || Parameter(context, method, "SmtpResponse") is not { Type: { } responseType } response
            || context.Model.Compilation.GetTypeByMetadataName("System.Collections.Generic.List`1") is not { } list)
        {
            yield break;
        }

        foreach (var (qualifier, directive) in Qualifiers(context, list))
        {
            var pair = $"{qualifier}KeyValuePair<{mailboxType}, {responseType}>";
            var pairs = $"{qualifier}List<{pair}>";
            var edits = new TextEdits(context);
            if (directive is { NewText.Length: > 0 } line)
                edits.Replace(line.Span, line.NewText!);
            InsertProperty(context, edits, method, $"public {pairs} {property} {{ get; }} = new {pairs}();");
            Keep(edits, method, $"{property}.Add(new {pair}({mailbox.Identifier.ValueText}, {response.Identifier.ValueText}));");
            yield return new FixCandidate(FixKind.RightUse, "Keep the replies to refused recipients", edits.Root)
            {
                Adds = [$"new {pairs}", $"new {pair}", "Add"],
            };
        }
    }

    private static bool IsFree(FixContext context, TypeDeclarationSyntax type, string name)
    {
        var symbol = context.Model.GetDeclaredSymbol(type, context.Cancellation) as INamedTypeSymbol;
        for (; symbol is not null; symbol = symbol.BaseType)
        {
            if (symbol.Name == name || symbol.GetMembers(name).Length > 0)
                return false;
        }

        return !type.DescendantTokens().Any(token => token.ValueText == name);
    }

    // The short names where they are known, else with a using, else qualified.
    private static IEnumerable<(string Qualifier, TextChange? Directive)> Qualifiers(FixContext context, INamedTypeSymbol list)
    {
        const string Collections = "System.Collections.Generic";
        if (list.ToMinimalDisplayString(context.Model, context.Node.SpanStart).StartsWith("List<", StringComparison.Ordinal))
        {
            yield return ("", null);
            yield break;
        }

        if (TypeNames.UsingFor(context.Root, Collections, context.Writer.NewLine) is { } directive)
            yield return ("", directive);
        yield return (Collections + ".", null);
    }

    private static ParameterSyntax? Parameter(FixContext context, MethodDeclarationSyntax method, string type) =>
        method.ParameterList.Parameters.FirstOrDefault(parameter => context.File.TypeOf(parameter.Type)?.Name == type);

    // Above the method's comments, below the directives before them.
    private static void InsertProperty(FixContext context, TextEdits edits, MethodDeclarationSyntax method, string property)
    {
        var leading = method.GetLeadingTrivia();
        var after = leading.LastOrDefault(static trivia => trivia.IsDirective) is { FullSpan.Length: > 0 } directive
            ? directive.FullSpan.End
            : leading.FullSpan.Start;
        var first = leading.FirstOrDefault(trivia => trivia.SpanStart >= after && trivia.IsText());
        var position = first.FullSpan.Length > 0 ? first.FullSpan.Start : method.SpanStart;
        edits.Insert(position, edits.BeginsLine(position)
            ? property + context.Writer.NewLine + context.Writer.NewLine + CodeWriter.Indentation(method)
            : property + " ");
    }

    private static void Keep(TextEdits edits, MethodDeclarationSyntax method, string statement)
    {
        var before = method.Body?.OpenBraceToken.GetPreviousToken() ?? method.ExpressionBody!.ArrowToken.GetPreviousToken();
        var body = TextSpan.FromBounds(before.Span.End, method.Span.End);
        if (method.ExpressionBody is { } arrow)
            edits.ReplaceBody(body, method, [statement, $"{arrow.Expression};"]);
        else if (method.Body is { } block && edits.IsOnOneLine(block.Span) && edits.BeginsLine(method.SpanStart)
            && block.CloseBraceToken.TrailingTrivia.EndsLine())
            edits.ReplaceBody(body, method, [statement, .. block.Statements.Select(static one => one.ToString())]);
        else
            edits.InsertFirst(method.Body!, statement);
    }
}
