using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
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

    public override IEnumerable<Diagnostic> Findings(MailFile file) =>
        from handler in file.NodesOf<CatchClauseSyntax>()
        where handler is { Declaration: { } declaration, Filter: null }
            && declaration.Type.ToString().EndsWith("AuthenticationException", StringComparison.Ordinal)
            && handler.Parent is TryStatementSyntax attempt
            && file.CaughtBy(handler) is { } type && file.Mail.Exceptions.MailKitAuthentication.Contains(type)
            && !RefusalHandlers.ThrowsOn(handler)
            && CarriesReply(file, attempt) && !LooksInside(file, attempt, handler, type)
            && (BlamesCredentials(file, handler) || GivesUp(file, attempt, handler, type))
        select At(handler.Declaration!);

    // Only the overloads that take credentials put the reply into InnerException; those that take a mechanism do not.
    private static bool CarriesReply(MailFile file, TryStatementSyntax attempt)
    {
        var calls = file.CallsOf(attempt.Block);
        var logins = calls.MailKit.Concat(calls.OpaqueCalls.SelectMany(call => InHelper(file, call)))
            .Where(static call => call.TargetMethod.Name is "Authenticate" or "AuthenticateAsync")
            .ToList();
        return logins.Count > 0 ? logins.All(IsOfCredentials)
            : attempt.Block.DescendantNodes().OfType<InvocationExpressionSyntax>()
                .Any(call => CallSyntax.MethodName(call) is "Authenticate" or "AuthenticateAsync" && IsOfText(file, call));
    }

    // A helper that connects and logs in.
    private static IEnumerable<IInvocationOperation> InHelper(MailFile file, IInvocationOperation? call) =>
        call is not null && file.Sends.FunctionOf(call) is { } helper
            ? file.CallsOf(helper.Graph.OriginalOperation.Syntax).MailKit
            : [];

    private static bool IsOfCredentials(IInvocationOperation login) =>
        login.TargetMethod.Parameters.All(static parameter => parameter.Type.Name != "SaslMechanism");

    // An argument whose type is not known leaves the overload open, but a mechanism is never followed by a second value.
    private static bool IsOfText(MailFile file, InvocationExpressionSyntax call) =>
        file.Model.GetSymbolInfo(call, file.Cancellation).CandidateSymbols is { IsDefaultOrEmpty: false } candidates
        && candidates.All(candidate => file.Mail.IsClient(candidate.ContainingType))
        && call.ArgumentList.Arguments is [_, var second, ..]
        && file.TypeOf(second.Expression)?.Name != nameof(CancellationToken);

    private static bool LooksInside(MailFile file, TryStatementSyntax attempt, CatchClauseSyntax handler, ITypeSymbol type)
    {
        var earlier = attempt.Catches.TakeWhile(other => other != handler)
            .Where(other => file.CaughtBy(other) is not { } caught || MailSymbols.Derives(type, caught)).Append(handler);
        return earlier.SelectMany(static one => one.DescendantNodes()).OfType<SimpleNameSyntax>()
                .Any(static name => name.Identifier.ValueText is "InnerException" or "StatusCode" or "GetBaseException")
            || IsTextAsked(handler);
    }

    // ex.Message.Contains("535"): the message has the code.
    private static bool IsTextAsked(CatchClauseSyntax handler) => handler.Block.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        .Any(static access => access.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Message" }
            && access.Parent is InvocationExpressionSyntax);

    // Permanent, non-retryable, dead letter: the login is over for good.
    private static bool GivesUp(MailFile file, TryStatementSyntax attempt, CatchClauseSyntax handler, ITypeSymbol type)
    {
        var vocabulary = file.Options.Vocabulary;
        var words = handler.Block.DescendantNodes().Select(node => node switch
        {
            SimpleNameSyntax name => vocabulary.OfName(name.Identifier.ValueText),
            LiteralExpressionSyntax { Token.Value: string text } => vocabulary.OfText(text),
            _ => Outcome.None,
        });
        // ShouldRetry = false
        var flags = file.Sends.Guarded.Where(send => send.Syntax == attempt)
            .SelectMany(send => send.After(type).Analysis.OutcomeSites)
            .Where(site => !site.Codes.IsEmpty && handler.Block.Span.Contains(site.Syntax.Span))
            .ToList();
        var said = (flags.Count > 0 ? flags.Select(static site => site.Outcome) : words)
            .Where(static outcome => outcome is not (Outcome.None or Outcome.Failure)).Distinct().ToList();
        return said is [Outcome.GiveUp];
    }

    private static bool BlamesCredentials(MailFile file, CatchClauseSyntax handler) =>
        handler.Block.DescendantNodes().Any(static node => node switch
        {
            LiteralExpressionSyntax { Token.Value: string text } => IsVerdict(WordSplitter.OfText(text)),
            InterpolatedStringTextSyntax text => IsVerdict(WordSplitter.OfText(text.TextToken.ValueText)),
            SimpleNameSyntax name => IsVerdict(WordSplitter.OfName(name.Identifier.ValueText)),
            _ => false,
        })
        || (handler.Block.DescendantNodes().OfType<ReturnStatementSyntax>().Any(returned => returned.Expression is { } value
                && file.Model.OperationOf(value, file.Cancellation) is { ConstantValue: { HasValue: true, Value: false } })
            && file.Model.GetEnclosingSymbol(handler.SpanStart, file.Cancellation) is IMethodSymbol method
                && WordSplitter.OfName(method.Name).Any(static word => word is "credential" or "credentials" or "password"));

    // "Invalid user name or password", InvalidCredentials, PromptForPassword.
    private static bool IsVerdict(ImmutableArray<string> words) => words.Any(Wrong.Contains)
        && (words.Any(Credential.Contains) || words.Select(static (word, index) => (word, index)).Any(pair => pair.word == "user"
            && pair.index + 1 < words.Length && words[pair.index + 1] == "name"));
}
