using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.Rules;

/// <summary>
/// SMTP3006: every AuthenticationException of MailKit is taken for wrong credentials, though it also wraps 454, 451 and 421.
/// </summary>
internal sealed class WrongCredentials : Rule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.WrongCredentials;

    public override IReadOnlyList<string> SpeaksOf { get; } = ["AuthenticationException"];

    public override IEnumerable<Diagnostic> Findings(MailFile file)
    {
        var answers = new LoginAnswers(file);
        return OfHandlers(file, answers).Concat(OfClassifiers(file, answers));
    }

    private IEnumerable<Diagnostic> OfHandlers(MailFile file, LoginAnswers answers) =>
        from handler in file.NodesOf<CatchClauseSyntax>()
        where handler is { Declaration: { } declaration, Filter: null }
            && declaration.Type.ToString().EndsWith("AuthenticationException", StringComparison.Ordinal)
            && handler.Parent is TryStatementSyntax attempt
            && file.CaughtBy(handler) is { } type && file.Mail.Exceptions.MailKitAuthentication.Contains(type)
            && !RefusalHandlers.ThrowsOn(handler)
            && new Logins(file).CarryReply(attempt) && !answers.LooksInside(attempt, handler, type)
            && (answers.BlamesCredentials(handler) || answers.GivesUp(attempt, handler, type))
        select At(handler.Declaration!);

    private IEnumerable<Diagnostic> OfClassifiers(MailFile file, LoginAnswers answers) =>
        from judged in new LoginVerdicts(file).All()
        where LoginAnswers.BlamesCredentials(judged.Answer) || answers.SaysPermanent(judged.Answer) || answers.DeniesRetry(judged.Answer)
        select At(judged.Type);
}
