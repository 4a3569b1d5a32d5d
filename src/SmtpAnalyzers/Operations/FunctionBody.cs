using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Options;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Operations;

/// <summary>One method, accessor, lambda or local function, with what the engine knows of its variables.</summary>
internal sealed class FunctionBody
{
    // More than any hand writes: a hundred replies in a body of five hundred blocks.
    private const long MaxWork = 50_000;

    private long? _size;
    private IReadOnlyList<ControlFlowRegion>? _tries;
    private IReadOnlyList<IInvocationOperation>? _unguardedCalls;
    private IOperation[]? _operations;
    private List<(BasicBlock Block, IOperation Call)>? _calls;
    private readonly Dictionary<Type, object> _once = [];
    private readonly Dictionary<ISymbol, (FunctionBody Body, SyntaxNode Syntax)?> _helpers = new(SymbolEqualityComparer.Default);
    private readonly BodyContext _around;
    private readonly Func<IInvocationOperation, IReadOnlyList<IOperation>?> _sentBy;
    private readonly Dictionary<StepEffect, bool> _sends = [];

    private FunctionBody(ControlFlowGraph graph, string? name, IMethodSymbol? method, BodyContext around, VariableWrites definitions)
    {
        (Graph, Name, Method, Mail, Options, Values) = (graph, name, method, around.Mail, around.Options, around.Values);
        (_around, Writes, InSmtp) = (around, definitions, around.HandWritten.InSmtp);
        _sentBy = around.SentBy;
        Operations = new OperationIndex(graph, definitions);
        Lists = new ReplyCodeLists(Writes, around.Mail);
        Resolver = new ReplyResolver(Writes, around.Mail, around.HandWritten);
    }

    public ControlFlowGraph Graph { get; }

    /// <summary>
    /// What the author calls it: the method, or the variable, property or parameter a lambda is given to. Null where it has no name.
    /// </summary>
    public string? Name { get; }

    public IMethodSymbol? Method { get; }

    public MailSymbols Mail { get; }

    /// <summary>Whether it stands in code that speaks of SMTP: a client or a server that is written by hand.</summary>
    public bool InSmtp { get; }

    public MailOptions Options { get; }

    /// <summary>Follows values through the whole file.</summary>
    public ValueTracker Values { get; }

    public VariableWrites Writes { get; }

    public ReplyResolver Resolver { get; }

    public OperationIndex Operations { get; }

    public ReplyCodeLists Lists { get; }

    /// <summary>
    /// What <paramref name="call"/>, of a function of this file that sends a message, sends, and where to: operations of the caller.
    /// Null where the function doesn't visibly send what its caller holds.
    /// </summary>
    public IReadOnlyList<IOperation>? SentBy(IInvocationOperation call) => _sentBy(call);

    /// <summary>Whether <paramref name="call"/> sends a message: with a client, or by a function of this file.</summary>
    public bool Sends(IOperation call) =>
        OperationFacts.IsSending(call) || (call is IInvocationOperation known && SentBy(known) is not null);

    /// <summary>Whether <paramref name="step"/> does.</summary>
    public bool Sends(StepEffect step)
    {
        if (!_sends.TryGetValue(step, out var sends))
            _sends[step] = sends = step.Sends || Array.Exists(step.Operations, Sends);
        return sends;
    }

    /// <summary>What is worked out of the body once, for everybody who asks: there is one of each type.</summary>
    public T Once<T>(Func<FunctionBody, T> make) where T : class
    {
        if (!_once.TryGetValue(typeof(T), out var made))
            _once[typeof(T)] = made = make(this);
        return (T)made;
    }

    /// <summary>
    /// The body of <paramref name="method"/> with its declaration, where that is a method of the same file that no other can override;
    /// null otherwise.
    /// </summary>
    public (FunctionBody Body, SyntaxNode Syntax)? Helper(IMethodSymbol method)
    {
        var definition = method.OriginalDefinition;
        if (!_helpers.TryGetValue(definition, out var helper))
            _helpers[definition] = helper = HelperIn(definition);
        return helper;
    }

    private (FunctionBody, SyntaxNode)? HelperIn(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, IsVirtual: false, IsOverride: false, IsAbstract: false }
        && Writes.Model is { } model
        && method.DeclaringSyntaxReferences is [var reference] && reference.SyntaxTree == model.SyntaxTree
        && reference.GetSyntax() is var declaration
        && model.GetOperation(declaration) is IMethodBodyOperation { Parent: null } code
        && ControlFlowGraph.Create(code) is var graph
            ? (new FunctionBody(graph, method.Name, method, _around, new VariableWrites(graph, CancellationToken.None)), declaration)
            : null;

    /// <summary>The body and all functions nested in it, each on its own: code in a lambda does not run where it stands.</summary>
    public static IEnumerable<FunctionBody> WithNested(
        ControlFlowGraph graph, string? name, IMethodSymbol? method, BodyContext around, CancellationToken cancellation)
    {
        var pending = new Stack<FunctionBody>();
        pending.Push(new FunctionBody(graph, name, method, around, new VariableWrites(graph, cancellation)));
        while (pending.Count > 0)
        {
            var body = pending.Pop();
            yield return body;
            foreach (var function in body.Writes.Nested.Reverse())
            {
                var nameOfNested = function.Lambda is { } lambda ? LambdaName.Of(lambda, function.Symbol, body.Name) : function.Symbol.Name;
                pending.Push(new FunctionBody(function.Graph, nameOfNested, function.Symbol, around, function.Definitions));
            }
        }
    }

    /// <summary>
    /// Whether <paramref name="replies"/> reply codes are too many to follow each through the whole body: nothing is said of any then.
    /// </summary>
    public bool IsTooLargeFor(int replies) => replies * (_size ??= Graph.Blocks.Sum(Visits)) > MaxWork;

    // Each step of a block may throw to the handlers of every try around it.
    private static long Visits(BasicBlock block)
    {
        var visits = 1;
        var region = block.EnclosingRegion.Within(ControlFlowRegionKind.Try);
        for (; region is not null; region = region.Around().Within(ControlFlowRegionKind.Try))
            visits++;
        return visits;
    }

    /// <inheritdoc cref="RepliesRead.All"/>
    public IReadOnlyDictionary<AccessPath, ITypeSymbol> Replies() => new RepliesRead(this).All();

    /// <summary>The tries with handlers, outer ones first; none where they are too many to follow.</summary>
    public IReadOnlyList<ControlFlowRegion> Tries() => _tries ??=
        Graph.Regions(ControlFlowRegionKind.TryAndCatch).ToList() is var tries && IsTooLargeFor(tries.Count) ? [] : tries;

    /// <summary>The calls in <paramref name="region"/>, those of nested functions excluded.</summary>
    public IEnumerable<IInvocationOperation> Calls(ControlFlowRegion region) =>
        from call in AllCalls
        where region.Contains(call.Block) && call.Call is IInvocationOperation
        select (IInvocationOperation)call.Call;

    /// <summary>
    /// The calls in the try of <paramref name="tryAndCatch"/> whose exceptions come to its handlers and no others, resolved or not.
    /// </summary>
    public IEnumerable<IOperation> CallsThrowingTo(ControlFlowRegion tryAndCatch) =>
        from call in AllCalls
        where tryAndCatch.NestedRegions[0].Contains(call.Block)
            && call.Block.EnclosingRegion.Within(ControlFlowRegionKind.TryAndCatch) == tryAndCatch
        select call.Call;

    /// <summary>
    /// The calls whose refusals leave the body: those in no try with handlers that keep them, those of nested functions excluded.
    /// </summary>
    public IReadOnlyList<IInvocationOperation> UnguardedCalls => _unguardedCalls ??= (
        from call in AllCalls
        where call.Call is IInvocationOperation && !IsKept(call.Block)
        select (IInvocationOperation)call.Call).ToArray();

    private bool IsKept(BasicBlock block)
    {
        var guard = block.EnclosingRegion.Within(ControlFlowRegionKind.TryAndCatch);
        while (guard is not null && guard.Handlers().Where(handler => Mail.MayHoldRefusal(handler.ExceptionType)).All(Graph.ThrowsOn))
            guard = guard.Around().Within(ControlFlowRegionKind.TryAndCatch);
        return guard is not null;
    }

    // In the order of the graph. What doesn't resolve is a call all the same.
    private List<(BasicBlock Block, IOperation Call)> AllCalls => _calls ??= FindCalls();

    private List<(BasicBlock Block, IOperation Call)> FindCalls()
    {
        var calls = new List<(BasicBlock Block, IOperation Call)>();
        foreach (var block in Graph.Blocks)
        {
            foreach (var operation in OperationsOf(block))
            {
                if (operation is IInvocationOperation or IInvalidOperation { Syntax: InvocationExpressionSyntax })
                    calls.Add((block, operation));
            }
        }

        return calls;
    }

    /// <summary>Every operation of the body, nested ones included, in the order of the graph; those of nested functions excluded.</summary>
    public IOperation[] AllOperations => _operations ??= Graph.Blocks.SelectMany(OperationsOf).ToArray();

    /// <summary>Those of <paramref name="block"/>.</summary>
    public IEnumerable<IOperation> OperationsOf(BasicBlock block) =>
        block.StepCount() == 1 ? Writes.EffectOf(block.StepAt(0)).Operations : OfSteps(block);

    private IEnumerable<IOperation> OfSteps(BasicBlock block)
    {
        for (var i = 0; i < block.StepCount(); i++)
        {
            foreach (var operation in Writes.EffectOf(block.StepAt(i)).Operations)
                yield return operation;
        }
    }
}
