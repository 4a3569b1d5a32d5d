using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Commands that are sent one after the other before the reply to the first is read (RFC 2920): the replies come in their order.
/// </summary>
/// <param name="file">The file.</param>
internal sealed class Pipelining(MailFile file)
{
    private const int Depth = 2;

    private readonly HashSet<SyntaxNode> _commands = [.. file.Commands.Select(static command => command.Site)];
    private readonly Dictionary<StatementSyntax, Step> _steps = [];

    // What a statement of a dialogue does.
    private enum Step
    {
        /// <summary>Nothing that the server sees.</summary>
        Silent,

        /// <summary>It sends what the server replies to.</summary>
        Asks,

        /// <summary>It sends text of which it is not seen whether the server replies.</summary>
        Writes,

        /// <summary>It reads one reply.</summary>
        Reads,

        /// <summary>It looks at what was read before.</summary>
        Looks,

        /// <summary>Anything else.</summary>
        Other,
    }

    /// <summary>
    /// Whether another reply is outstanding when <paramref name="command"/> is sent, or another command follows; and if so, the statement
    /// that reads the reply to it, or null where that is not seen.
    /// </summary>
    public (bool IsPipelined, StatementSyntax? Reply) ReplyTo(SmtpCommandSite command)
    {
        if (command.IsCompletion || Whole(command) is not { } sent || Of(sent) != Step.Asks)
            return default;
        var statements = StatementLists.Around(sent);
        var here = StatementLists.PlaceOf(sent, statements);
        var (first, end) = (here, here + 1);
        while (first > 0 && IsSent(statements[first - 1]))
            first--;
        while (end < statements.Count && IsSent(statements[end]))
            end++;
        var group = StatementLists.From(statements, first).Take(end - first)
            .Select(statement => (Statement: statement, Step: Of(statement))).ToList();
        if (group.Count(static one => one.Step == Step.Asks) < 2)
            return default;
        return (true, IsSeen(group)
            ? StatementLists.From(statements, end).TakeWhile(one => Of(one) is Step.Reads or Step.Looks or Step.Silent)
                .Where(one => Of(one) == Step.Reads)
                .ElementAtOrDefault(group.TakeWhile(one => one.Statement != sent).Count(static one => one.Step == Step.Asks))
            : null);
    }

    // The text of the message has one reply, to its end; of any other text nobody knows.
    private static bool IsSeen(List<(StatementSyntax Statement, Step Step)> group)
    {
        for (var i = 0; i < group.Count; i++)
        {
            if (group[i].Step == Step.Writes
                && !DataEnd.IsIn(group.Skip(i).FirstOrDefault(static one => one.Step == Step.Asks).Statement))
            {
                return false;
            }
        }

        return true;
    }

    // With the loop over the recipients, in which nothing is read.
    private StatementSyntax? Whole(SmtpCommandSite command)
    {
        var statement = command.Site.FirstAncestorOrSelf<StatementSyntax>();
        while (statement is not null)
        {
            SyntaxNode body = statement.Parent is BlockSyntax block ? block : statement;
            if (body.Parent is not (ForEachStatementSyntax or ForStatementSyntax) || Of((StatementSyntax)body.Parent) != Step.Asks)
                break;
            statement = (StatementSyntax)body.Parent;
        }

        return statement;
    }

    private bool IsSent(StatementSyntax statement) => Of(statement) is Step.Silent or Step.Asks or Step.Writes;

    private Step Of(StatementSyntax statement)
    {
        if (!_steps.TryGetValue(statement, out var step))
            _steps[statement] = step = Read(statement);
        return step;
    }

    private Step Read(StatementSyntax statement)
    {
        switch (statement)
        {
            case LocalFunctionStatementSyntax or EmptyStatementSyntax:
                return Step.Silent;
            case ForEachStatementSyntax { Statement: var body }:
                return OfBody(body);
            case ForStatementSyntax { Statement: var body }:
                return OfBody(body);
            case not (ExpressionStatementSyntax or LocalDeclarationStatementSyntax or IfStatementSyntax):
                return Step.Other;
        }

        var calls = statement.DescendantNodes().OfType<InvocationExpressionSyntax>().ToList();
        var reads = calls.Count(call => Reads(call, Depth));
        if (reads > 0)
            return reads == 1 && !calls.Exists(IsWrite) ? Step.Reads : Step.Other;
        if (statement is not IfStatementSyntax && calls.Find(IsWrite) is { } write)
            return IsAnswered(write) ? Step.Asks : Step.Writes;
        if (statement is not IfStatementSyntax && calls.TrueForAll(IsSilent))
            return Step.Silent;
        return calls.TrueForAll(call => IsSilent(call) || (IsSeen(call) && !IsWrite(call))) ? Step.Looks : Step.Other;
    }

    private Step OfBody(StatementSyntax body)
    {
        var statements = StatementLists.In(body) ?? new SyntaxList<StatementSyntax>(body);
        var steps = statements.Select(Of).Where(static step => step != Step.Silent).ToList();
        return steps is [Step.Asks or Step.Reads] ? steps[0] : Step.Other;
    }

    /// <summary>Whether <paramref name="helper"/>, a method of this file, reads a reply.</summary>
    public bool Reads(SyntaxNode helper) => helper.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => Reads(call, Depth));

    // reader.ReadLine(), stream.Receive(), or a helper of this file that does.
    private bool Reads(InvocationExpressionSyntax call, int depth)
    {
        var name = CallSyntax.MethodName(call) ?? "";
        return name.StartsWith("Read", StringComparison.Ordinal) || name.StartsWith("Receive", StringComparison.Ordinal)
            || (depth > 0 && Declaration(call) is { } helper
                && helper.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(inner => Reads(inner, depth - 1)));
    }

    // A call that sends and returns nothing: not Ask("RCPT TO:<...>"), which may return the reply.
    private bool IsWrite(InvocationExpressionSyntax call) =>
        (CallSyntax.IsWriting(call) || IsCommand(call))
        && file.SymbolOf(call) is IMethodSymbol method
        && (method.ReturnsVoid || method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", IsGenericType: false })
        && (CallKinds.IsFramework(method.ContainingType) || Declaration(call) is not null)
        && !(file.Values.Operation(call) is IInvocationOperation log && CallKinds.IsToReport(log));

    private bool IsAnswered(InvocationExpressionSyntax write) => IsCommand(write) || DataEnd.IsIn(write);

    /// <summary>Whether <paramref name="call"/> sends a command.</summary>
    public bool IsCommand(InvocationExpressionSyntax call) => _commands.Contains(call);

    // A method of another file may read.
    private bool IsSeen(InvocationExpressionSyntax call) => Declaration(call) is not null
        || (file.SymbolOf(call) is IMethodSymbol { ContainingType: { } type } && CallKinds.IsFramework(type));

    private bool IsSilent(InvocationExpressionSyntax call) => CallSyntax.MethodName(call) is "Flush" or "FlushAsync" or "ConfigureAwait"
        || (file.Values.Operation(call) is IInvocationOperation operation && CallKinds.IsToReport(operation));

    private SyntaxNode? Declaration(InvocationExpressionSyntax call) =>
        file.SymbolOf(call) is IMethodSymbol { DeclaringSyntaxReferences: [var reference] } && reference.SyntaxTree == file.Root.SyntaxTree
            ? reference.GetSyntax(file.Cancellation)
            : null;
}
