using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Reads the dialogue of a client that is written by hand: where it ends the data, and what it makes of the reply to a command.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="expected">The codes that the reply is compared with.</param>
internal sealed class SmtpDialogue(MailFile file, string[] expected)
{
    private const int Depth = 2, FollowingStatements = 6;

    private static readonly string[] Checks = ["Expect", "Check", "Assert", "Ensure", "Verify", "Validate", "Require", "Throw"];

    private readonly SemanticModel _model = file.Model;
    private readonly ExpectedCodes _expected = new(file, expected);
    private readonly OlderReply _older = new(file);
    private readonly List<int> _starts = [.. file.Commands.Select(static command => command.Site.SpanStart).OrderBy(static start => start)];
    private readonly Dictionary<(SyntaxNode Flow, int Depth), IReadOnlyList<SyntaxNode>> _ends = [];
    private readonly Dictionary<SyntaxNode, bool> _compares = [];

    private readonly ReplyTestOutcome _outcome = new(file.Model, new FailureSyntax(file.Options.Vocabulary));

    /// <summary>What says in this file that the message was not sent.</summary>
    public FailureSyntax Failures => _outcome.Failures;

    /// <summary>
    /// The end of the data before <paramref name="command"/> in its flow, or in a method of this file
    /// that is called there; null where there is none.
    /// </summary>
    public SyntaxNode? EndOfData(SmtpCommandSite command) => EndOfData(command.Flow, command.Site.SpanStart, Depth);

    /// <summary>
    /// The calls of the method that only sends <paramref name="command"/>, with the end of the data that comes before each.
    /// </summary>
    public IEnumerable<(SyntaxNode Call, SyntaxNode Data)> EndOfDataBeforeCalls(SmtpCommandSite command) =>
        command.Flow is MethodDeclarationSyntax { Identifier.ValueText: var name } method
        && _model.GetDeclaredSymbol(method, file.Cancellation) is { } symbol
            ? from call in file.CallsNamed(name)
              where CallSyntax.FunctionAround(call) is { } around && around != method
                  && SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(call).Symbol, symbol)
              let data = EndOfData(CallSyntax.FunctionAround(call)!, call.SpanStart, Depth)
              where data is not null
              select ((SyntaxNode)call, data)
            : [];

    /// <summary>What makes the reply to <paramref name="command"/> decide over success and failure; null where nothing does.</summary>
    public SyntaxNode? DecisionOn(SmtpCommandSite command)
    {
        if (command.Site is InvocationExpressionSyntax call
            && (IsDeciding(call) || (command.Verb == "QUIT"
                && (IsAnsweredWithNo(call, file.Pipelining.Reads) || ThrowsUnlessPositive(call)))))
        {
            return call;
        }

        if (command.Site.FirstAncestorOrSelf<StatementSyntax>() is not { } statement)
            return command.Site.FirstAncestorOrSelf<ArrowExpressionClauseSyntax>() is { } value ? Compared(value, command) : null;
        if (file.Pipelining.ReplyTo(command) is (true, var reply))
            return reply is null ? null : DecisionIn(reply, command);
        foreach (var next in Following(statement))
        {
            if (next != statement && (Commands(next) || (command.Verb == "DATA" && SendsText(next))))
                return next is IfStatementSyntax { Condition: var asked } && !Commands(asked) ? Compared(asked, command) : null;
            if (next != statement && next.DescendantNodes().OfType<InvocationExpressionSyntax>()
                .FirstOrDefault(one => (IsDeciding(one) && !_older.IsLookedAtBy(one, command))
                    || (command.Verb == "QUIT" && (ThrowsUnlessPositive(one) || IsAnsweredWithNo(one, AsksForClass))))
                is { } check)
            {
                return check;
            }

            if (Compared(next, command) is { } comparison)
                return comparison;
        }

        return null;
    }

    // In the statement that reads the reply, or where the variable that it is read into is looked at.
    private SyntaxNode? DecisionIn(StatementSyntax reply, SmtpCommandSite command)
    {
        if (reply.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault(IsDeciding) is { } check)
            return check;
        if (Compared(reply, command) is { } comparison)
            return comparison;
        var read = reply switch
        {
            LocalDeclarationStatementSyntax { Declaration.Variables: [var variable] } => _model.GetDeclaredSymbol(variable),
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } => _model.GetSymbolInfo(assignment.Left).Symbol,
            _ => null,
        };
        return read is null ? null
            : Following(reply, int.MaxValue).Skip(1)
                // What comes after it is read anew is another reply.
                .TakeWhile(next => next is not ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: var left } }
                    || !IsOf(read, left))
                .Select(next =>
                    next.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault(IsDeciding) ?? Compared(next, command))
                .FirstOrDefault(decision => decision is not null
                    && decision.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => IsOf(read, name)));
    }

    private bool IsOf(ISymbol variable, ExpressionSyntax name) =>
        SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(name).Symbol, variable);

    // if (!Exchange("QUIT")) return false; a helper of this file that knows the good replies to every command, or asks for their class.
    private bool IsAnsweredWithNo(InvocationExpressionSyntax call, Func<SyntaxNode, bool> isOfReplies) =>
        _expected.Contains("221") && _model.GetSymbolInfo(call).Symbol is IMethodSymbol method && IsBool(method.ReturnType)
        && Declaration(call) is { } helper && isOfReplies(helper)
        && _outcome.IsFailing(call, whenTrue: false) is true;

    // await Read(reader): a helper of this file that throws where the reply does not begin with 2 or
    // 3. Of QUIT, any other reply or none is as good.
    private bool ThrowsUnlessPositive(InvocationExpressionSyntax call) =>
        _expected.Contains("221") && Declaration(call) is { } helper
        && ((Throws(helper, 0) && AsksForClass(helper))
            || (IsGivenClass(call) && Throws(helper, Depth)));

    private static bool AsksForClass(SyntaxNode helper) =>
        helper.DescendantNodes().OfType<LiteralExpressionSyntax>().Any(IsPositiveCompared);

    // code / 100 != 2, reply.StartsWith("2"), reply[0] >= '4'; but not reply.Substring(0, 3), nor reply.Length < 4.
    private static bool IsPositiveCompared(LiteralExpressionSyntax literal) =>
        (literal.Token.ValueText is "4" or "400"
            && literal.Parent is BinaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.GreaterThanOrEqualExpression or (int)SyntaxKind.LessThanExpression,
                Left: not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" },
            })
        || (literal.Token.ValueText is "2" or "3" or "250" or "200" && IsCompared(literal));

    private static bool IsCompared(LiteralExpressionSyntax literal) =>
        literal.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } || ExpectedCodes.IsComparing(call);

    // Expect(reader, 2), where the parameter is called a class, or what is expected.
    private bool IsGivenClass(InvocationExpressionSyntax call) => _model.GetOperation(call, file.Cancellation) is IInvocationOperation known
        && known.Arguments.Any(static argument => argument.Value.ConstantValue.Value is 2 or "2" or '2'
            && argument.Parameter is { } parameter && WordSplitter.OfName(parameter.Name).Any(ContextWords.ExpectedReply.Contains));

    // The call that sends the later command is not one before it.
    private SyntaxNode? EndOfData(SyntaxNode flow, int position, int depth) => EndsOfData(flow, depth)
        .FirstOrDefault(node => node is InvocationExpressionSyntax ? node.Span.End <= position : node.SpanStart < position);

    // Each command of a flow asks for those before it.
    private IReadOnlyList<SyntaxNode> EndsOfData(SyntaxNode flow, int depth)
    {
        if (!_ends.TryGetValue((flow, depth), out var ends))
        {
            var data = file.Commands.FirstOrDefault(command => command.Verb == "DATA" && command.Flow == flow);
            _ends[(flow, depth)] = ends = flow.DescendantNodes().Where(node =>
                (node.Parent is ArgumentSyntax or BinaryExpressionSyntax && DataEnd.Is(node))
                || (data is not null && node.SpanStart > data.Site.Span.End && IsText(node))
                || (depth > 0 && node is InvocationExpressionSyntax call && Declaration(call) is { } helper && helper != flow
                    && EndsOfData(helper, depth - 1).Count > 0)).ToList();
        }

        return ends;
    }

    // Ask(message.GetBody()): what is sent after DATA is the text, wherever its end is written.
    private bool IsText(SyntaxNode node) => node is InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } send
        && CallSyntax.IsWriting(send) && !file.Pipelining.IsCommand(send)
        && file.Values.Operation(send) is { } operation && !(operation is IInvocationOperation call && CallKinds.IsToReport(call));

    private SyntaxNode? Declaration(InvocationExpressionSyntax call) =>
        _model.GetSymbolInfo(call).Symbol is IMethodSymbol { DeclaringSyntaxReferences: [var reference] }
        && reference.SyntaxTree == _model.SyntaxTree
        && reference.GetSyntax() is var declaration && declaration is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax
            ? declaration
            : null;

    // A helper is given the expected code: one that throws, or whose answer is used.
    private bool IsDeciding(InvocationExpressionSyntax call)
    {
        if (!call.ArgumentList.Arguments.Any(argument =>
            argument.Expression.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Any(_expected.Is)))
        {
            return ComparesInside(call);
        }

        if (_model.GetSymbolInfo(call).Symbol is not IMethodSymbol method)
            return false;
        if (IsBool(method.ReturnType))
            return _outcome.IsFailing(call, whenTrue: false) is true;
        return Declaration(call) is { } helper ? Throws(helper, Depth)
            : method.Locations.Any(static location => location.IsInSource)
                && Checks.Any(check => method.Name.StartsWith(check, StringComparison.Ordinal));
    }

    // Exchange250("RCPT TO:..."), ReadOk(): a helper of this file that compares the reply with this code and no other.
    private bool ComparesInside(InvocationExpressionSyntax call)
    {
        if (Declaration(call) is not { } helper || _model.GetSymbolInfo(call).Symbol is not IMethodSymbol method)
            return false;
        if (!_compares.TryGetValue(helper, out var compares))
        {
            _compares[helper] = compares = helper.DescendantNodes().OfType<ExpressionSyntax>().Any(test =>
                    _expected.AskedBy(test) is { } isMet && _outcome.IsFailing(ExpectedCodes.Whole(test), whenTrue: !isMet) is true)
                && !helper.DescendantNodes().OfType<ExpressionSyntax>().Any(_expected.IsOther);
        }

        return compares && (IsBool(method.ReturnType) ? _outcome.IsFailing(call, whenTrue: false) is true : Throws(helper, 0));
    }

    private bool Throws(SyntaxNode helper, int depth) => helper.DescendantNodes().Any(node =>
        node is ThrowStatementSyntax or ThrowExpressionSyntax
        || (depth > 0
            && node is InvocationExpressionSyntax call
            && Declaration(call) is { } inner
            && inner != helper
            && Throws(inner, depth - 1)));

    private static bool IsBool(ITypeSymbol type) => BoolTypes.IsBool(type);

    // The statement itself and those after it, in its block. What is done under a condition alone, if (to != null) Ask("RCPT TO:..."), is
    // looked at behind it.
    private static IEnumerable<StatementSyntax> Following(StatementSyntax statement, int count = FollowingStatements) =>
        StatementLists.After(statement.Parent is IfStatementSyntax { Else: null } only ? only : statement).Prepend(statement).Take(count);

    // What starts inside a statement ends there.
    private bool Commands(SyntaxNode statement)
    {
        var next = _starts.BinarySearch(statement.SpanStart);
        next = next < 0 ? ~next : next;
        return next < _starts.Count && _starts[next] < statement.Span.End;
    }

    // After DATA, the next reply is that to the end of the text.
    private static bool SendsText(StatementSyntax statement) => statement.DescendantNodes().Any(static node =>
        (node is InvocationExpressionSyntax call && CallSyntax.IsWriting(call)) || DataEnd.Is(node));

    // code != 221, reply.StartsWith("221"), code is 221
    private ExpressionSyntax? Compared(SyntaxNode code, SmtpCommandSite command) =>
        code.DescendantNodesAndSelf().OfType<ExpressionSyntax>().FirstOrDefault(expression =>
            _expected.AskedBy(expression) is { } isMet && _outcome.IsFailing(ExpectedCodes.Whole(expression), whenTrue: !isMet) is true
            && !_older.IsLookedAtBy(expression, command));
}
