using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Rules.Exceptions;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>SMTP3009: the address is taken out of the brackets before it is compared.</summary>
internal sealed class BracketedAddressFix : RuleFix
{
    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.BracketedAddress);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        var values = BracketedAddress.Names(context.File).Select(BracketedAddress.Value)
            .Where(value => BracketedAddress.Tests(context.File, value).Contains(context.Node))
            .ToList();
        if (values.Count != 1 || values[0] is ConditionalAccessExpressionSyntax
            || context.Model.Compilation.GetTypesByMetadataName("System.Net.Mail.MailAddress").FirstOrDefault() is not { } type)
        {
            yield break;
        }

        var value = values[0];
        // Where null is looked for: the client sets it in every exception that it throws.
        var mayBeNull = context.Model.GetTypeInfo(value, context.Cancellation).Nullability.FlowState == NullableFlowState.MaybeNull
            && (context.Model.GetNullableContext(value.SpanStart) & NullableContext.WarningsEnabled) != 0
            && value.Parent is not PostfixUnaryExpressionSyntax;
        foreach (var root in TypeNames.Variants(context, type, name => context.Root.ReplaceNode(
            value, SyntaxFactory.ParseExpression($"new {name}({value.WithoutTrivia()}{(mayBeNull ? "!" : "")}).Address").WithTriviaFrom(value))))
        {
            yield return new FixCandidate(FixKind.RightUse, "Compare the address without brackets", root);
        }
    }
}
