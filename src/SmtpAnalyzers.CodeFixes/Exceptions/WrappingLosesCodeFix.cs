using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>
/// SMTP3010: the new exception gets the code: from the constructor that takes it, or, since that takes no inner exception, beside that one.
/// </summary>
internal sealed class WrappingLosesCodeFix : RuleFix
{
    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.WrappingLosesCode);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        if (context.Node is not ObjectCreationExpressionSyntax { ArgumentList: { } list } creation
            || creation.FirstAncestorOrSelf<CatchClauseSyntax>()?.Declaration is not { } declaration
            || context.Model.Compilation.GetTypesByMetadataName("System.Net.Mail.SmtpStatusCode").FirstOrDefault() is not { } codes)
        {
            yield break;
        }

        var isNamed = declaration.Identifier.ValueText.Length > 0;
        var name = Names.OfException(context, declaration);
        var space = context.Writer.AfterCast;
        var caught = context.File.TypeOf(declaration.Type);
        var isMailKit = caught is not null && context.Symbols.Command.Contains(caught);
        var roots = isMailKit
            ? TypeNames.Variants(context, codes, (edits, type) => Write(edits, $"({type}){space}(int){space}{name}.StatusCode"))
            : caught is { Name: "Exception" }
                ? TypeNames.Variants(context, codes, (edits, type) =>
                    Write(edits, $"({name} as {creation.Type})?.StatusCode ?? {type}.GeneralFailure"))
            : TypeNames.Variants(context, codes, (edits, _) => Write(edits, $"{name}.StatusCode")).Take(1);
        foreach (var root in roots)
            yield return new FixCandidate(FixKind.RightUse, "Keep the reply code in the new exception", root);

        bool Write(TextEdits edits, string code)
        {
            if (!isNamed)
                edits.Replace(declaration, $"({declaration.Type} {name})");
            if (creation.Initializer is { } initializer)
                edits.Insert(initializer.OpenBraceToken.Span.End, $" StatusCode = {code}{(initializer.Expressions.Count > 0 ? "," : "")}");
            else if (list.Arguments.Count > 1)
                edits.Insert(creation.Span.End, $" {{ StatusCode = {code} }}");
            else if (list.Arguments.Count == 1)
                edits.Insert(list.Arguments[0].SpanStart, $"{code}, ");
            else
                edits.Insert(list.OpenParenToken.Span.End, code);
            return true;
        }
    }
}
