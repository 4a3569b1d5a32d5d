using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Facts;

/// <summary>A handler that sends again: the loop or the call by which it does, and whether that ever ends.</summary>
/// <param name="Attempt">The try whose send failed.</param>
/// <param name="Handler">The handler that sends again.</param>
/// <param name="Fate">What becomes of the exception that it catches.</param>
internal sealed record RetryHandler(GuardedSend Attempt, ControlFlowRegion Handler, SendFailureFlow Fate)
{
    private Lazy<Location?>? _unbounded;

    public CatchClauseSyntax Clause => Attempt.ClauseOf(Handler);

    /// <summary>The loop around the try, or null.</summary>
    public StatementSyntax? Loop => SendAgain.LoopAround(Attempt.Syntax);

    /// <summary>The syntax that runs between one attempt and the next: the loop, the handler, or the block around the try.</summary>
    public SyntaxNode Round => (IsByLoop ? Loop : null) ?? (IsBelow ? Attempt.Syntax.Parent : null) ?? Clause;

    /// <summary>Whether what is caught carries a reply code.</summary>
    public bool HasReply => Fate.Analysis.Reply is AccessPath.Member { Symbol: IPropertySymbol };

    /// <summary>The codes with which the message is surely sent again.</summary>
    public ReplyCodeSet Codes => Fate.Caught(Handler) & Fate.SentAgainBy(Handler);

    /// <summary>Where the repetition has no bound, the loop or call that repeats; else null.</summary>
    public Location? Unbounded => (_unbounded ??= new Lazy<Location?>(FindUnbounded)).Value;

    private Location? FindUnbounded()
    {
        var endless = Fate.Resends.Where(resend => IsByLoop || IsRecursion(resend)).ToList();
        if (endless.Count == 0 || !Fate.Caught(Handler).Overlaps(ReplyCodeSet.Transient) || IsCancelled
            || !(Fate.Caught(Handler) & Fate.SentAgainForEverBy(Handler, endless)).Overlaps(ReplyCodeSet.Transient))
            return null;
        return IsByLoop ? HeadOf(Loop) ?? Jump : endless[0].Syntax.GetLocation();
    }

    /// <summary>The sends and calls of the handler itself that send again; none where a loop or jump leads back to the try.</summary>
    public IReadOnlyList<SyntaxNode> ResendsOfHandler =>
        IsByLoop ? [] : Fate.Resends.Select(static resend => resend.Syntax).Where(syntax => Clause.Span.Contains(syntax.Span)).ToList();

    private bool IsByLoop => Fate.Resends.Any(resend => Attempt.Syntax.Block.Span.Contains(resend.Syntax.Span));

    private bool IsBelow => Fate.Resends.Any(resend => resend.Syntax.SpanStart > Attempt.Syntax.Span.End);

    private Location? Jump => Attempt.Syntax.Catches
        .SelectMany(static clause => clause.DescendantNodes())
        .OfType<GotoStatementSyntax>()
        .FirstOrDefault()?.GetLocation();

    // Whoever has a token can stop it.
    private bool IsCancelled => Scope.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
        !CallSyntax.IsCalled(name)
        && Attempt.Body.Writes.Model?.GetSymbolInfo(name).Symbol
            is ILocalSymbol { Type.Name: Token } or IParameterSymbol { Type.Name: Token } or IFieldSymbol { Type.Name: Token }
            or IPropertySymbol { Type.Name: Token, Name: not "None" });

    private const string Token = "CancellationToken";

    private SyntaxNode Scope => (IsByLoop ? Loop : null)
        ?? Attempt.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? (SyntaxNode)Attempt.Syntax;

    private bool IsRecursion(OutcomeSite resend) =>
        Attempt.Body.Method is { } method && Attempt.Body.Writes.Model?.GetSymbolInfo(resend.Syntax).Symbol is IMethodSymbol called
        && SymbolEqualityComparer.Default.Equals(called.OriginalDefinition, method.OriginalDefinition);

    private static Location? HeadOf(StatementSyntax? loop) => loop switch
    {
        WhileStatementSyntax one => Between(one, one.CloseParenToken),
        ForStatementSyntax one => Between(one, one.CloseParenToken),
        CommonForEachStatementSyntax one => Between(one, one.CloseParenToken),
        DoStatementSyntax one => one.DoKeyword.GetLocation(),
        _ => null,
    };

    private static Location Between(SyntaxNode loop, SyntaxToken end) =>
        Location.Create(loop.SyntaxTree, TextSpan.FromBounds(loop.SpanStart, end.Span.End));
}
