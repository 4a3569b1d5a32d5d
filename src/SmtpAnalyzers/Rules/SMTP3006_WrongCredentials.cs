using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Rules;

/// <summary>
/// SMTP3006: every AuthenticationException of MailKit is taken for wrong credentials, though it also wraps 454, 451 and 421.
/// </summary>
internal sealed class WrongCredentials : Rule
{
    private static readonly ImmutableHashSet<string> Credential =
        WordSplitter.Exactly("credential credentials password passwords username");

    private static readonly ImmutableHashSet<string> Wrong =
        WordSplitter.Exactly("invalid wrong incorrect bad rejected denied check verify prompt ask enter reenter expired");

    public override DiagnosticDescriptor Descriptor => Descriptors.WrongCredentials;

    public override IReadOnlyList<string> SpeaksOf { get; } = ["AuthenticationException"];

    public override IEnumerable<Diagnostic> Findings(MailFile file) => OfHandlers(file).Concat(OfClassifiers(file));

    private IEnumerable<Diagnostic> OfHandlers(MailFile file) =>
        from handler in file.NodesOf<CatchClauseSyntax>()
        where handler is { Declaration: { } declaration, Filter: null }
            && declaration.Type.ToString().EndsWith("AuthenticationException", StringComparison.Ordinal)
            && handler.Parent is TryStatementSyntax attempt
            && file.CaughtBy(handler) is { } type && file.Mail.Exceptions.MailKitAuthentication.Contains(type)
            && !RefusalHandlers.ThrowsOn(handler)
            && new Logins(file).CarryReply(attempt) && !LooksInside(file, attempt, handler, type)
            && (BlamesCredentials(file, handler) || GivesUp(file, attempt, handler, type))
        select At(handler.Declaration!);

    private IEnumerable<Diagnostic> OfClassifiers(MailFile file) =>
        from judged in new LoginVerdicts(file).All()
        where BlamesCredentials(judged.Answer) || SaysPermanent(file, judged.Answer)
        select At(judged.Type);

    private static bool LooksInside(MailFile file, TryStatementSyntax attempt, CatchClauseSyntax handler, ITypeSymbol type)
    {
        var earlier = attempt.Catches.TakeWhile(other => other != handler)
            .Where(other => file.CaughtBy(other) is not { } caught || MailSymbols.Derives(type, caught)).Append(handler);
        return earlier.Any(LoginVerdicts.LooksInside) || IsTextAsked(handler);
    }

    // ex.Message.Contains("535"): the message has the code.
    private static bool IsTextAsked(CatchClauseSyntax handler) => handler.Block.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        .Any(static access => access.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Message" }
            && access.Parent is InvocationExpressionSyntax);

    // Permanent, non-retryable, dead letter: the login is over for good.
    private static bool GivesUp(MailFile file, TryStatementSyntax attempt, CatchClauseSyntax handler, ITypeSymbol type)
    {
        // ShouldRetry = false
        var flags = file.Sends.Guarded.Where(send => send.Syntax == attempt)
            .SelectMany(send => send.After(type).Analysis.OutcomeSites)
            .Where(site => !site.Codes.IsEmpty && handler.Block.Span.Contains(site.Syntax.Span))
            .ToList();
        return flags.Count > 0 ? IsGiveUp(flags.Select(static site => site.Outcome)) : SaysPermanent(file, handler.Block);
    }

    private static bool SaysPermanent(MailFile file, SyntaxNode answer)
    {
        var vocabulary = file.Options.Vocabulary;
        return IsGiveUp(answer.DescendantNodesAndSelf().Select(node => node switch
        {
            SimpleNameSyntax name => vocabulary.OfName(name.Identifier.ValueText),
            LiteralExpressionSyntax { Token.Value: string text } => vocabulary.OfText(text),
            _ => Outcome.None,
        }));
    }

    private static bool IsGiveUp(IEnumerable<Outcome> said) =>
        said.Where(static outcome => outcome is not (Outcome.None or Outcome.Failure)).Distinct().ToList() is [Outcome.GiveUp];

    private static bool BlamesCredentials(MailFile file, CatchClauseSyntax handler) => BlamesCredentials(handler.Block)
        || (handler.Block.DescendantNodes().OfType<ReturnStatementSyntax>().Any(returned => returned.Expression is { } value
                && file.Model.OperationOf(value, file.Cancellation) is { ConstantValue: { HasValue: true, Value: false } })
            && file.Model.GetEnclosingSymbol(handler.SpanStart, file.Cancellation) is IMethodSymbol method
                && WordSplitter.OfName(method.Name).Any(static word => word is "credential" or "credentials" or "password"));

    private static bool BlamesCredentials(SyntaxNode answer) => answer.DescendantNodes().Any(static node => node switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => IsVerdict(WordSplitter.OfText(text)),
        InterpolatedStringTextSyntax text => IsVerdict(WordSplitter.OfText(text.TextToken.ValueText)),
        SimpleNameSyntax name => IsVerdict(WordSplitter.OfName(name.Identifier.ValueText)),
        _ => false,
    });

    // "Invalid user name or password", InvalidCredentials, PromptForPassword.
    private static bool IsVerdict(ImmutableArray<string> words) => words.Any(Wrong.Contains)
        && (words.Any(Credential.Contains) || words.Select(static (word, index) => (word, index)).Any(pair => pair.word == "user"
            && pair.index + 1 < words.Length && words[pair.index + 1] == "name"));
}
