using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP2008: a client written by hand lets the reply to QUIT fail a message that the server has accepted.</summary>
internal sealed class QuitFailsAcceptedMessage : Rule
{
    // The right code, or the one of the other commands.
    private static readonly string[] Expected = ["221", "250"];

    public override DiagnosticDescriptor Descriptor => Descriptors.QuitFailsAcceptedMessage;

    public override IEnumerable<Diagnostic> Findings(MailFile file)
    {
        if (file.Commands.Count == 0)
            return [];
        var dialogue = new SmtpDialogue(file, Expected);
        return
            from quit in file.Commands
            where quit.Verb == "QUIT"
            let decision = dialogue.DecisionOn(quit)
            where decision is not null
            let accepted = Accepted(dialogue, quit)
            where accepted is not null
            select Diagnostic.Create(Descriptor, decision.GetLocation(), [accepted.GetLocation()], properties: null);
    }

    // Before it, or before a call of the method that says QUIT.
    private static SyntaxNode? Accepted(SmtpDialogue dialogue, SmtpCommandSite quit) =>
        dialogue.EndOfData(quit) is { } before ? IsSwallowed(quit.Site, before, dialogue) ? null : before
        : (from caller in dialogue.EndOfDataBeforeCalls(quit)
           where !IsSwallowed(caller.Call, caller.Data, dialogue) && !IsSwallowed(quit.Site, caller.Data, dialogue)
           select caller.Data).FirstOrDefault();

    // A try of its own around QUIT, whose handler lets nothing out.
    private static bool IsSwallowed(SyntaxNode quit, SyntaxNode accepted, SmtpDialogue dialogue) =>
        quit.Ancestors().OfType<TryStatementSyntax>().Any(attempt =>
            attempt.Block.Span.Contains(quit.Span) && !attempt.Block.Span.Contains(accepted.Span)
            && attempt.Catches.Any() && !attempt.Catches.Any(clause => clause.DescendantNodes().Any(node =>
                node is ThrowStatementSyntax or ThrowExpressionSyntax || dialogue.Failures.IsReturned(node))));
}
