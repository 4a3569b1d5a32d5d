using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>SMTP3009: the address is taken out of the brackets before it is compared.</summary>
internal sealed class BracketedAddressFix : RuleFix
{
    private const string Title = "Compare FailedRecipient without its angle brackets";

    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.BracketedAddress);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        var values = new FailedRecipientTests(context.File).All()
            .Where(test => test.Test == context.Node)
            .Select(static test => test.Value).Distinct()
            .ToList();
        if (values.Count != 1 || context.Model.Compilation.GetTypesByMetadataName("System.Net.Mail.MailAddress") is not [var type, ..])
            yield break;
        foreach (var (root, name) in Variants(context, values[0], type))
            yield return new FixCandidate(FixKind.RightUse, Title, root) { Adds = [$"new {name}"] };
    }

    private static IEnumerable<(SyntaxNode Root, string Name)> Variants(
        FixContext context, ExpressionSyntax value, INamedTypeSymbol type)
    {
        var written = "";
        var roots = TypeNames.Variants(context, type, (edits, name) =>
        {
            written = name;
            return value is ConditionalAccessExpressionSyntax access
                ? OfNullable(context, edits, access, name)
                : Plain(context, edits, value, name);
        });
        return roots.Select(root => (root, written));
    }

    private static bool Plain(FixContext context, TextEdits edits, ExpressionSyntax value, string name)
    {
        // A test for null adds nothing, since the client sets the property in every exception that it throws.
        var whole = value.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } asserted
            ? asserted : value;
        var mayBeNull = whole == value
            && context.Model.GetTypeInfo(value, context.Cancellation).Nullability.FlowState == NullableFlowState.MaybeNull
            && (context.Model.GetNullableContext(value.SpanStart) & NullableContext.WarningsEnabled) != 0;
        edits.Replace(whole, $"new {name}({whole}{(mayBeNull ? "!" : "")}).Address");
        return true;
    }

    // ex?.FailedRecipient == address
    private static bool OfNullable(FixContext context, TextEdits edits, ConditionalAccessExpressionSyntax access, string name)
    {
        if (!context.HasPatterns || access.Parent is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } comparison)
            return false;
        var failed = Names.Free(context, "failed", "refused", "recipient");
        var other = comparison.Left == access ? comparison.Right : comparison.Left;
        var text = $"{access} is {{ }} {failed} && new {name}({failed}).Address == {other}";
        edits.Replace(comparison, comparison.Parent is BinaryExpressionSyntax or PrefixUnaryExpressionSyntax ? $"({text})" : text);
        return true;
    }
}
