using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>Reads what a handler of a server answers on every path: what it writes, returns, throws or leaves in a variable.</summary>
/// <param name="file">The file.</param>
/// <param name="answers">Recognizes answers in the place of the handler.</param>
/// <param name="handler">The handler.</param>
internal sealed class AnswerReader(MailFile file, ServerAnswers answers, CatchClauseSyntax handler)
{
    private readonly ISymbol? _around = file.Model.GetEnclosingSymbol(handler.SpanStart, file.Cancellation);

    /// <summary>What it answers whatever happens in it; null where it may also answer nothing, or what the source does not tell.</summary>
    public ServerFault? Read(TryStatementSyntax attempt)
    {
        var own = Own(handler.Block).ToList();
        if (Written(own, handler.Block) is { } written)
            return written;
        var exits = own.Where(static node => node is ReturnStatementSyntax { Expression: not null } or ThrowStatementSyntax)
            .Cast<StatementSyntax>().ToList();
        if (exits.Count > 0)
            return Ends(handler.Block) is { } last && exits.Select(Answers).ToList() is var all && !all.Contains(null)
                ? new ServerFault(handler, all.SelectMany(static one => one!).ToList(), last)
                : null;
        return Assigned() ?? (own.Any(static node => node is StatementSyntax and (ReturnStatementSyntax or BreakStatementSyntax
            or ContinueStatementSyntax or GotoStatementSyntax or YieldStatementSyntax)) ? null : Kept(attempt) ?? Below(attempt));
    }

    // Without nested functions, and without handlers of their own that answer something else.
    private static IEnumerable<SyntaxNode> Own(SyntaxNode code) =>
        code.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));

    private ServerFault? Written(IReadOnlyList<SyntaxNode> own, SyntaxNode whole)
    {
        var written = own.OfType<InvocationExpressionSyntax>()
            .Select(call => (Call: call, Answer: file.Values.Operation(call) switch
            {
                IInvocationOperation sent => OfWritten(sent),
                // The session's type is in a package that is not restored.
                IInvalidOperation unknown when ServerAnswers.Replies(CallSyntax.MethodName(call)) => OfWritten(unknown.ChildOperations),
                _ => null,
            }))
            .Where(static pair => pair.Answer is not null).ToList();
        var always = written.FirstOrDefault(pair => Statement(pair.Call) is { } statement && IsAlwaysRun(statement, whole));
        return always.Call is null
            ? null
            : new ServerFault(handler, written.Select(static pair => pair.Answer!).ToList(), Statement(always.Call)!);
    }

    // writer.WriteLine("554 ..."), context.ReplyAsync(SmtpResponse.TransactionFailed)
    private ServerAnswer? OfWritten(IInvocationOperation call) => answers.Of(call)
        ?? (ServerAnswers.Replies(call.TargetMethod.Name) || (ServerAnswers.Sends(call) && ServerAnswers.IsServer(_around))
            ? OfWritten(call.Arguments.Select(static argument => argument.Value))
            : null);

    private ServerAnswer? OfWritten(IEnumerable<IOperation> arguments) =>
        arguments.Select(static argument => argument.Unconverted()).Where(value => answers.IsAnswerType(value.Type))
            .Select(answers.Of).FirstOrDefault(static answer => answer is not null);

    private static StatementSyntax? Statement(SyntaxNode call)
    {
        while (call.Parent is AwaitExpressionSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax)
            call = call.Parent;
        return call.Parent as ExpressionStatementSyntax;
    }

    // A try around the reply is there because the client may be gone.
    private static bool IsAlwaysRun(StatementSyntax statement, SyntaxNode whole)
    {
        for (SyntaxNode? node = statement; node != whole; node = node.Parent)
        {
            if (node?.Parent is not (BlockSyntax or TryStatementSyntax or UsingStatementSyntax or LockStatementSyntax))
                return false;
        }

        return true;
    }

    // The last exit, where every path has one.
    private static StatementSyntax? Ends(StatementSyntax statement) => statement switch
    {
        ReturnStatementSyntax or ThrowStatementSyntax => statement,
        BlockSyntax block => block.Statements.LastOrDefault(static one => one is not LocalFunctionStatementSyntax) is { } last
            ? Ends(last) : null,
        IfStatementSyntax { Else: { } otherwise } branch => Ends(branch.Statement) is null ? null : Ends(otherwise.Statement),
        UsingStatementSyntax { Statement: var inner } => Ends(inner),
        LockStatementSyntax { Statement: var inner } => Ends(inner),
        _ => null,
    };

    private IReadOnlyList<ServerAnswer>? Answers(StatementSyntax exit) => exit switch
    {
        ReturnStatementSyntax { Expression: { } value } => OfReturned(value),
        ThrowStatementSyntax { Expression: { } thrown } => OfThrown(thrown),
        _ => null,
    };

    private IReadOnlyList<ServerAnswer>? OfReturned(ExpressionSyntax value)
    {
        if (file.Values.Operation(value) is not { } operation)
            return null;
        operation = BoolTypes.OfTask(operation.Unconverted());
        if (operation.ConstantValue is { HasValue: true, Value: false })
            return IsInFilter() ? [new ServerAnswer(550, AnswerForm.Filter, value)] : null;
        return answers.OfReturned(operation, _around) is { } text ? [text] : OfValue(operation);
    }

    // Of a lambda inside of a filter nobody knows who asks.
    private bool IsInFilter() =>
        CallSyntax.FunctionAround(handler) is MethodDeclarationSyntax && file.Mail.Servers.IsFilter(_around as IMethodSymbol);

    private IReadOnlyList<ServerAnswer>? OfThrown(ExpressionSyntax thrown) =>
        file.Values.Operation(thrown) is IObjectCreationOperation { Arguments: [var response, ..] } creation
        && SymbolEqualityComparer.Default.Equals(creation.Type, file.Mail.Servers.ResponseException)
            ? OfValue(response.Value)
            : null;

    private IReadOnlyList<ServerAnswer>? OfValue(IOperation value)
    {
        var sources = file.Values.SourcesOf(value, isSource: source => answers.Of(source) is not null);
        var found = sources.Select(answers.Of).OfType<ServerAnswer>().ToList();
        // In a type of the program's own a client may hold what it was told.
        return found.Count > 0 && found.Count == sources.Count
            && (sources.All(source => file.Mail.Servers.IsOfPackage(source.Type) || file.Mail.Servers.IsFilterResult(source.Type))
                || ServerAnswers.IsServer(_around))
            ? found
            : null;
    }

    // response = SmtpResponse.TransactionFailed; and what is returned below.
    private ServerFault? Assigned()
    {
        foreach (var statement in handler.Block.Statements.Reverse().OfType<ExpressionStatementSyntax>())
        {
            if (statement.Expression is AssignmentExpressionSyntax
                {
                    RawKind: (int)SyntaxKind.SimpleAssignmentExpression,
                    Left: IdentifierNameSyntax variable,
                } assignment
                && file.SymbolOf(variable) is ILocalSymbol local && answers.IsAnswerType(local.Type)
                && !IsWrittenAfter(local) && file.Values.Operation(assignment.Right) is { } value && OfValue(value) is { } found)
            {
                return new ServerFault(handler, found, statement);
            }
        }

        return null;
    }

    private bool IsWrittenAfter(ILocalSymbol local) => file.Values.References.To(local).Any(use =>
        use.Syntax.SpanStart > handler.Span.End && use.Parent is IAssignmentOperation assignment && assignment.Target == use);

    /// <summary>The statement below <paramref name="attempt"/>, where it returns.</summary>
    public static ReturnStatementSyntax? ReturnBelow(TryStatementSyntax attempt) =>
        attempt.Parent is BlockSyntax && attempt.GetLastToken().GetNextToken().Parent is ReturnStatementSyntax below
        && below.Parent == attempt.Parent
            ? below
            : null;

    // failed = true; and the answer below, where that is asked.
    private ServerFault? Kept(TryStatementSyntax attempt)
    {
        if (new KeptFault(file, handler).DecidedBelow(attempt) is not { } decided)
            return null;
        if (decided.Code is ExpressionSyntax value)
        {
            return BoolTypes.IsBool(file.TypeOf(value)) && IsInFilter()
                    ? new ServerFault(handler, [new ServerAnswer(550, AnswerForm.Filter, value)], decided.Statement)
                : OfReturned(value) is { } returned ? new ServerFault(handler, returned, decided.Statement)
                : null;
        }

        var branch = (StatementSyntax)decided.Code;
        return Written(Own(branch).ToList(), branch)
            ?? (Ends(branch) is { } exit && Answers(exit) is { } found ? new ServerFault(handler, found, exit) : null);
    }

    private ServerFault? Below(TryStatementSyntax attempt) =>
        attempt.Finally is null && ReturnBelow(attempt) is { Expression: { } value } next && OfReturned(value) is { } found
            ? new ServerFault(handler, found, next)
            : null;
}
