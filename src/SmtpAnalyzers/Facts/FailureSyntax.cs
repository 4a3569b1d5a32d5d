using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>What says, in a client written by hand, that the message was not sent.</summary>
internal sealed class FailureSyntax(Vocabulary vocabulary)
{
    /// <summary>Whether control that comes to <paramref name="node"/> reports a failure: it throws, returns one, or notes one.</summary>
    public bool Is(SyntaxNode? node) => node is not null && node.DescendantNodesAndSelf().Any(one =>
        one is ThrowStatementSyntax or ThrowExpressionSyntax || IsReturned(one)
        || one is AssignmentExpressionSyntax { Right: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } }
        || one is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var called } } && IsCallback(called)
        || one is MemberAccessExpressionSyntax
        {
            Name.Identifier.ValueText: "Error", Expression: IdentifierNameSyntax { Identifier.ValueText: "Console" },
        }
        || (one is AssignmentExpressionSyntax { Right: ObjectCreationExpressionSyntax { Type: var made } }
            && made.ToString().EndsWith("Exception", StringComparison.Ordinal)));

    // failedCallback(reply), OnRejected(reply): the caller is told. A name for a log says no more than a log does.
    private bool IsCallback(string name) => IsNamed(name) && WordSplitter.OfName(name) is [var first, ..] words
        && (first is "on" || words.Any(ContextWords.Callback.Contains));

    /// <summary>Whether <paramref name="name"/> has a word for a failure.</summary>
    public bool IsNamed(string name) => vocabulary.Has(WordList.Failed, name);

    /// <summary>Whether <paramref name="node"/> returns false, or something that is called a failure.</summary>
    public bool IsReturned(SyntaxNode node) => node is ReturnStatementSyntax { Expression: { } value } && (
        value.IsKind(SyntaxKind.FalseLiteralExpression)
        || value.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(name => IsNamed(name.Identifier.ValueText))
        || value.DescendantNodes().OfType<ArgumentSyntax>()
            .Any(static argument => argument.Expression.IsKind(SyntaxKind.FalseLiteralExpression)));

    /// <summary>Whether <paramref name="node"/> adds to a list of what was refused or has failed.</summary>
    public bool IsNoted(SyntaxNode node) => node is ExpressionStatementSyntax
    {
        Expression: InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "Enqueue" or "Push", Expression: var list },
        },
    }
        && CallSyntax.NameOf(list) is { } name && (IsNamed(name) || vocabulary.Has(WordList.Refused, name));
}
