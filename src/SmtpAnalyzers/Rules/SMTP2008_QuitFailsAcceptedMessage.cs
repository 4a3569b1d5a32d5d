using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP2008: a client written by hand lets the reply to QUIT fail a message that the server has accepted.</summary>
internal sealed class QuitFailsAcceptedMessage : Rule
{
    // The right code, or the one of the other commands.
    private static readonly string[] Expected = ["221", "250"];

    public override DiagnosticDescriptor Descriptor => Descriptors.QuitFailsAcceptedMessage;

    public override IEnumerable<Diagnostic> Findings(MailFile file)
    {
        var place = new SmtpContext(file.Model, file.Cancellation);
        return
            from quit in file.Nodes.OfType<LiteralExpressionSyntax>().Where(IsQuit)
            let flow = quit.FirstAncestorOrSelf<SyntaxNode>(static node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)
            where flow is not null && place.Surrounds(flow)
            let dialogue = new SmtpDialogue(file.Sends, Expected)
            let accepted = dialogue.EndOfData(flow, quit.SpanStart)
            where accepted is not null && !IsSwallowed(quit, accepted)
            let decision = dialogue.DecisionOn(quit)
            where decision is not null
            select Diagnostic.Create(Descriptor, decision.GetLocation(), [accepted.GetLocation()], properties: null);
    }

    private static bool IsQuit(LiteralExpressionSyntax literal) =>
        literal.IsKind(SyntaxKind.StringLiteralExpression) && literal.Token.ValueText.Trim().Equals("QUIT", StringComparison.OrdinalIgnoreCase);

    // A try of its own around QUIT, whose handler lets nothing out.
    private static bool IsSwallowed(SyntaxNode quit, SyntaxNode accepted) => quit.Ancestors().OfType<TryStatementSyntax>().Any(attempt =>
        attempt.Block.Span.Contains(quit.Span) && !attempt.Block.Span.Contains(accepted.Span)
        && attempt.Catches.Any() && !attempt.Catches.Any(static clause => clause.DescendantNodes().Any(static node =>
            node is ThrowStatementSyntax or ThrowExpressionSyntax || FailureSyntax.IsReturned(node))));
}
