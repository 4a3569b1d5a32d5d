using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>
/// Makes a handler let permanent refusals go. They take the way that a message takes whose attempts are used up: by the handler's own exit,
/// out of the loop, or to the caller.
/// </summary>
internal sealed class HandlerTest
{
    private readonly FixContext _context;
    private readonly FailureHandler _handler;
    private readonly IReadOnlyList<ITypeSymbol> _exceptions;
    private readonly RetryTest _test;
    private readonly ITypeSymbol? _caught;
    private readonly string _variable;

    public HandlerTest(FixContext context, FailureHandler handler, IReadOnlyList<ITypeSymbol> exceptions)
    {
        (_context, _handler, _exceptions, _test) = (context, handler, exceptions, new RetryTest(context));
        var declaration = handler.Clause.Declaration;
        _caught = declaration is null ? null : context.Model.GetTypeInfo(declaration.Type).Type;
        _variable = declaration?.Identifier.Text is { Length: > 0 } given ? given : Names.Free(context, "ex", "e", "error");
    }

    public IEnumerable<FixCandidate> Plan()
    {
        var exit = _handler.OwnExit;
        if (exit is not null)
            yield return Candidate(Named().Replace(exit.Condition, $"{Operand(exit.Condition, isOr: true)} || {InOr(IsPermanent)}"));
        if (exit is null && _handler.GoesOnAfterLoop)
            yield return Candidate(CalledOff("break;"));
        foreach (var passes in Filters())
            yield return Candidate(Filtered(passes));
        // Another handler may take what the filter lets go, and send it again.
        yield return Candidate(CalledOff("throw;")) with { Adds = [Effects.Throw] };
    }

    private string IsPermanent => _test.IsPermanentAny(_exceptions, _caught, _variable);

    private FixCandidate Candidate(Edits edits) => new(FixKind.RightUse, _test.Title(_exceptions), edits.Root);

    // A filter that names GeneralFailure draws attention to what it retries: SMTP2005. The bound says the same without the name.
    private IEnumerable<string> Filters() => new[]
    {
        _test.PassesAny(_exceptions, _caught, _variable, _test.Passes),
        _test.PassesAny(_exceptions, _caught, _variable, _test.PassesUnnamed),
    }.Take(_test.HasNoReply(_exceptions) ? 2 : 1);

    private Edits Filtered(string passes)
    {
        var clause = _handler.Clause;
        if (clause.Filter is { } filter)
            return Named().Replace(filter.FilterExpression, $"{Operand(filter.FilterExpression, isOr: false)} && {InAnd(passes)}");
        return clause.Declaration is { } declaration
            ? Named().Insert(declaration.CloseParenToken.Span.End, $" when ({passes})")
            : new Edits(_context).Insert(clause.CatchKeyword.Span.End, $"{Declaration} when ({passes})");
    }

    private Edits CalledOff(string exit)
    {
        var lines = _context.Writer.If(IsPermanent, exit);
        return _handler.BeforeNextAttempt is { } next ? Named().Before(next, lines) : Named().AtEndOf(_handler.Clause.Block, lines);
    }

    // The handler, its exception named.
    private Edits Named()
    {
        var clause = _handler.Clause;
        return clause.Declaration switch
        {
            null => new Edits(_context).Insert(clause.CatchKeyword.Span.End, Declaration),
            { Identifier.RawKind: (int)SyntaxKind.None } declaration =>
                new Edits(_context).Insert(declaration.Type.Span.End, $" {_variable}"),
            _ => new Edits(_context),
        };
    }

    private string Declaration => $" ({Names.Of(_context, "System.Exception") ?? "System.Exception"} {_variable})";

    private static string InAnd(string test) => test.Contains(" || ") && !IsConjunction(test) ? $"({test})" : test;

    private static string InOr(string test) => test.Contains(" && ") || test.Contains(" || ") ? $"({test})" : test;

    private static bool IsConjunction(string test) => SyntaxFactory.ParseExpression(test).IsKind(SyntaxKind.LogicalAndExpression);

    private static string Operand(ExpressionSyntax expression, bool isOr) => expression.Kind() switch
    {
        SyntaxKind.LogicalOrExpression => isOr ? $"{expression}" : $"({expression})",
        SyntaxKind.ConditionalExpression or SyntaxKind.CoalesceExpression or SyntaxKind.SimpleAssignmentExpression => $"({expression})",
        _ => $"{expression}",
    };
}
