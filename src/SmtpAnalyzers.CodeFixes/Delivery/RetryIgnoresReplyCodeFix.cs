using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Rules;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>
/// SMTP2001: only 4xx replies are retried, and failures without a reply as before. A predicate for Polly, a test in a handler.
/// </summary>
internal sealed class RetryIgnoresReplyCodeFix : RuleFix
{
    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.RetryIgnoresReplyCode);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        if (!context.Properties.TryGetValue(RetryIgnoresReplyCode.Exception, out var metadataName) || metadataName is null
            || context.Model.Compilation.GetTypesByMetadataName(metadataName) is not [var exception, ..])
        {
            return [];
        }

        return context.Node switch
        {
            CatchDeclarationSyntax { Parent: CatchClauseSyntax clause } => InHandler(context, exception, clause),
            CatchClauseSyntax clause => InHandler(context, exception, clause),
            _ => new PolicyTest(context, exception).Plan(),
        };
    }

    private static IEnumerable<FixCandidate> InHandler(FixContext context, ITypeSymbol exception, CatchClauseSyntax clause)
    {
        // The clients of both libraries may be in one try.
        var thrown = context.File.Sends.Guarded.Where(attempt => attempt.Syntax.Span == clause.Parent?.Span)
            .SelectMany(static attempt => attempt.ReplyExceptions).Append(exception);
        return new HandlerTest(context, new FailureHandler(context, clause), RetryTest.Carriers(context, thrown)).Plan();
    }
}
