using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Naming;
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
    private bool? _isVerdict;
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

    /// <summary>
    /// The reply codes that the body reads anywhere, each with the enum it is a value of, and those of the exceptions it catches around a
    /// send, read or not.
    /// </summary>
    public IReadOnlyDictionary<AccessPath, ITypeSymbol> Replies()
    {
        var replies = new Dictionary<AccessPath, ITypeSymbol>();
        foreach (var tryAndCatch in Tries())
        {
            foreach (var handler in tryAndCatch.Handlers())
                AddCaught(tryAndCatch, handler.ExceptionType, replies);
            foreach (var call in Calls(tryAndCatch.NestedRegions[0]))
                AddCaught(tryAndCatch, Mail.ReplyExceptionOf(call), replies);
        }

        foreach (var operation in AllOperations)
        {
            AddReplies(operation, replies);
            foreach (var sought in Sought(operation))
                AddReplies(sought, replies);
        }

        return replies;
    }

    private void AddReplies(IOperation operation, Dictionary<AccessPath, ITypeSymbol> replies)
    {
        // The value of an assignment that is a statement is read by nobody.
        if (operation is ISimpleAssignmentOperation { Parent: null or IExpressionStatementOperation })
            return;
        if (Resolver.TypeOfReply(operation) is { } replyType && Resolver.Value(operation) is { } value)
            replies[value.Path] = replies.TryGetValue(value.Path, out var known) && Mail.IsReplyCode(known) ? known : replyType;
        var asked = operation is IInvocationOperation call ? RepliesAskedBy(call)
            : operation is IIsTypeOperation or IIsPatternOperation && IsVerdict ? RepliesOfTypesAskedBy(operation)
            : [];
        foreach (var property in asked)
            replies[property] = MailSymbols.Underlying(((IPropertySymbol)property.Symbol).Type);
        if (operation is not IIsPatternOperation isPattern || Resolver.PlaceOf(isPattern.Value) is not { } input)
            return;
        foreach (var member in PatternPaths.Members(isPattern.Pattern, input))
        {
            if (Resolver.Members.TypeOf(member) is { } type)
                replies[member] = type;
        }
    }

    // A helper of this file is asked about the exception.
    private IEnumerable<AccessPath.Member> RepliesAskedBy(IInvocationOperation call) =>
        call is not { Type.SpecialType: SpecialType.System_Boolean, Arguments.IsEmpty: false } ? []
        : from argument in call.Arguments
          where Mail.IsReplyException(argument.Value.Type) && Helper(call.TargetMethod) is not null
          let code = Mail.ReplyCodeOf(argument.Value.Type!)
          let owner = Resolver.PlaceOf(argument.Value)
          where code is not null && owner is not null
          select new AccessPath.Member(owner, code);

    // A predicate on exceptions judges all replies of a type alike.
    private IEnumerable<AccessPath.Member> RepliesOfTypesAskedBy(IOperation operation) =>
        from type in TypesAskedBy(operation)
        where Mail.IsReplyException(type)
        let code = Mail.ReplyCodeOf(type)
        let owner = Resolver.PlaceOf(operation is IIsTypeOperation test ? test.ValueOperand : ((IIsPatternOperation)operation).Value)
        where code is not null && owner is AccessPath.Variable { Identity: IParameterSymbol }
        select new AccessPath.Member(owner, code);

    private static IEnumerable<ITypeSymbol> TypesAskedBy(IOperation operation) => operation switch
    {
        IIsTypeOperation test => [test.TypeOperand],
        IIsPatternOperation test => test.Pattern.DescendantsAndSelf().Select(static pattern => pattern switch
        {
            IDeclarationPatternOperation declaration => declaration.MatchedType,
            ITypePatternOperation type => type.MatchedType,
            _ => null,
        }).OfType<ITypeSymbol>(),
        _ => [],
    };

    private bool IsVerdict => _isVerdict ??= Method is not null
        && BoolTypes.AnswersOf(Method, Name).Any(name => Options.Vocabulary.WhenTrue(name) is Outcome.Retry or Outcome.GiveUp);

    // codes.Any(c => c == code) reads the code in this body, as codes.Contains(code) does.
    private IEnumerable<IOperation> Sought(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod.Name: "Any" or "Exists" } call && Lists.Asked(call) is { Value: var sought }
            ? sought.DescendantsAndSelf()
            : [];

    // A handler of the library's exception, or of any exception where the try calls the library's client.
    private void AddCaught(ControlFlowRegion tryAndCatch, ITypeSymbol? exception, Dictionary<AccessPath, ITypeSymbol> replies)
    {
        if (Mail.IsReplyException(exception) && tryAndCatch.MayCatch(exception!) && Mail.ReplyCodeOf(exception!) is { } code)
            replies[new AccessPath.Member(new AccessPath.Variable(tryAndCatch), code)] = MailSymbols.Underlying(code.Type);
    }

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

    /// <summary>The calls whose exceptions leave the body: those in no try with handlers, those of nested functions excluded.</summary>
    public IReadOnlyList<IInvocationOperation> UnguardedCalls => _unguardedCalls ??= (
        from call in AllCalls
        where call.Block.EnclosingRegion.Within(ControlFlowRegionKind.TryAndCatch) is null && call.Call is IInvocationOperation
        select (IInvocationOperation)call.Call).ToArray();

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
