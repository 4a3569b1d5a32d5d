using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>What the handlers and classifiers of a file say of a login that has failed.</summary>
internal sealed class LoginAnswers(MailFile file)
{
    /// <summary>Whether the reply is looked at in the handler, or in one before it that would take the exception too.</summary>
    public bool LooksInside(TryStatementSyntax attempt, CatchClauseSyntax handler, ITypeSymbol type)
    {
        var earlier = attempt.Catches.TakeWhile(other => other != handler)
            .Where(other => file.CaughtBy(other) is not { } caught || MailSymbols.Derives(type, caught)).Append(handler);
        return earlier.Any(LoginVerdicts.LooksInside) || IsTextAsked(handler);
    }

    // ex.Message.Contains("535"): the message has the code.
    private static bool IsTextAsked(CatchClauseSyntax handler) => handler.Block.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        .Any(static access => access.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Message" }
            && access.Parent is InvocationExpressionSyntax);

    /// <summary>Whether the handler says that the login is over for good: permanent, non-retryable, dead letter.</summary>
    public bool GivesUp(TryStatementSyntax attempt, CatchClauseSyntax handler, ITypeSymbol type)
    {
        // ShouldRetry = false
        var flags = file.Sends.Guarded.Where(send => send.Syntax == attempt)
            .SelectMany(send => send.After(type).Analysis.OutcomeSites)
            .Where(site => !site.Codes.IsEmpty && handler.Block.Span.Contains(site.Syntax.Span))
            .ToList();
        return flags.Count > 0 ? IsGiveUp(flags.Select(static site => site.Outcome)) : SaysPermanent(handler.Block);
    }

    /// <summary>The same of an answer.</summary>
    public bool SaysPermanent(SyntaxNode answer)
    {
        var vocabulary = file.Options.Vocabulary;
        return IsGiveUp(answer.DescendantNodesAndSelf().Select(node => node switch
        {
            SimpleNameSyntax name => vocabulary.OfName(name.Identifier.ValueText),
            LiteralExpressionSyntax { Token.Value: string text } => vocabulary.OfText(text),
            _ => Outcome.None,
        }));
    }

    /// <summary>
    /// Whether <paramref name="answer"/> is what a classifier answers for mail that is not to be sent again: false of IsTransient, of the
    /// element Retryable of a tuple, of a property of that name.
    /// </summary>
    public bool DeniesRetry(SyntaxNode answer)
    {
        if (answer.Parent is not SwitchExpressionArmSyntax { Parent.Parent: ArrowExpressionClauseSyntax or ReturnStatementSyntax }
            || file.Model.GetEnclosingSymbol(answer.SpanStart, file.Cancellation)
                is not IMethodSymbol { MethodKind: not MethodKind.LambdaMethod } method)
        {
            return false;
        }

        return answer switch
        {
            TupleExpressionSyntax { Arguments: var values } =>
                MailSymbols.Underlying(method.ReturnType) is INamedTypeSymbol { TupleElements: { IsDefault: false } names }
                && values.Zip(names, (value, name) => Denies(name.Name, value.Expression)).Any(static denies => denies),
            BaseObjectCreationExpressionSyntax => file.Values.Operation(answer) is IObjectCreationOperation made
                && (made.Arguments.Any(value => Denies(value.Parameter?.Name ?? "", value.Value.Syntax))
                    || made.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
                        .Any(set => Denies(OperationFacts.NameOf(set.Target) ?? "", set.Value.Syntax)) == true),
            _ => Denies(method.Name, answer),
        };
    }

    private bool Denies(string name, SyntaxNode answer) => answer is LiteralExpressionSyntax { Token.Value: bool isTrue }
        && (isTrue ? file.Options.Vocabulary.WhenTrue(name) : file.Options.Vocabulary.WhenFalse(name)) == Outcome.GiveUp;

    private static bool IsGiveUp(IEnumerable<Outcome> said) =>
        said.Where(static outcome => outcome is not (Outcome.None or Outcome.Failure)).Distinct().ToList() is [Outcome.GiveUp];

    /// <summary>Whether the handler says that the credentials are wrong.</summary>
    public bool BlamesCredentials(CatchClauseSyntax handler) => BlamesCredentials(handler.Block)
        || (handler.Block.DescendantNodes().OfType<ReturnStatementSyntax>().Any(returned => returned.Expression is { } value
                && file.Model.OperationOf(value, file.Cancellation) is { ConstantValue: { HasValue: true, Value: false } })
            && file.Model.GetEnclosingSymbol(handler.SpanStart, file.Cancellation) is IMethodSymbol method
                && CredentialWords.IsAsked(method.Name));

    /// <summary>The same of an answer.</summary>
    public static bool BlamesCredentials(SyntaxNode answer) => answer.DescendantNodes().Any(static node => node switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => CredentialWords.AreBlame(WordSplitter.OfText(text)),
        InterpolatedStringTextSyntax text => CredentialWords.AreBlame(WordSplitter.OfText(text.TextToken.ValueText)),
        SimpleNameSyntax name => CredentialWords.AreBlame(WordSplitter.OfName(name.Identifier.ValueText)),
        _ => false,
    });
}
