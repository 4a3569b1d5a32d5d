using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>Whether a handler decides by the reply code of what it caught. To log a code is no decision.</summary>
internal sealed class HandlerDecisions(MailFile file)
{
    /// <summary>Whether the code is compared, matched, or handed to a method that answers with a decision.</summary>
    public bool DecidesByCode(CatchClauseSyntax handler) =>
        handler.Declaration!.Identifier.ValueText is { Length: > 0 } name && CodesIn(handler, name).Any(code => Decides(code));

    /// <summary>
    /// Whether the filter asks a predicate of this file, and takes it at its word, that retries <paramref name="code"/> by its
    /// <paramref name="name"/>.
    /// </summary>
    public bool AsksPredicateThatRetries(CatchClauseSyntax handler, int code, string name) =>
        handler.Filter is { } filter && AskedBy(filter, name).Any(body =>
            file.Analyses(body).SelectMany(static analysis => analysis.OutcomeSites)
                .Any(site => site.Outcome == Outcome.Retry && site.Codes.Contains(code) && !site.IsWhateverTheCode));

    /// <summary>Whether the handler names <paramref name="name"/>, itself or in a function of this file that it asks.</summary>
    public bool AsksFor(CatchClauseSyntax handler, string name) => handler.Names(name) || AskedBy(handler, name).Any();

    private IEnumerable<FunctionBody> AskedBy(SyntaxNode code, string name) =>
        code.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(call => file.SymbolOf(call) is IMethodSymbol asked ? file.BodyOf(asked) : null)
            .OfType<FunctionBody>()
            .Where(body => body.Graph.OriginalOperation.Syntax.Names(name));

    // The code of the caught exception where it stands, and the locals that hold it.
    private static IEnumerable<ExpressionSyntax> CodesIn(CatchClauseSyntax handler, string exception)
    {
        var codes = handler.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            .Where(access => access.Name.Identifier.ValueText == "StatusCode" && IsNamed(access.Expression, exception))
            .ToList();
        var locals = codes
            .Select(static code => (code.Parent as CastExpressionSyntax ?? (ExpressionSyntax)code).Parent?.Parent)
            .OfType<VariableDeclaratorSyntax>()
            .Select(static local => local.Identifier.ValueText)
            .ToList();
        return locals.Count == 0
            ? codes
            : codes.Concat<ExpressionSyntax>(
                handler.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => locals.Contains(name.Identifier.ValueText)));
    }

    private static bool IsNamed(ExpressionSyntax expression, string name) =>
        expression is IdentifierNameSyntax { Identifier.ValueText: var found } && found == name;

    private bool Decides(ExpressionSyntax code) =>
        code.Parent is SwitchStatementSyntax or CastExpressionSyntax { Parent: SwitchStatementSyntax }
        || code.Ancestors().TakeWhile(static node => node is not StatementSyntax and not BlockSyntax).Any(node => node switch
        {
            BinaryExpressionSyntax or IsPatternExpressionSyntax or SwitchExpressionSyntax => !node.Ancestors()
                .TakeWhile(static above => above is ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax or InterpolationSyntax)
                .Any(static above => above is InterpolatedStringExpressionSyntax),
            InvocationExpressionSyntax call =>
                file.SymbolOf(call) is IMethodSymbol
                {
                    ReturnType: { SpecialType: SpecialType.System_Boolean } or { TypeKind: TypeKind.Enum },
                },
            _ => false,
        });
}
