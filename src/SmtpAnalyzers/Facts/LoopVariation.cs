using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Says whether what a loop sends is another message each time round, or goes to another host. A message or a client that is made again in
/// the loop from what stays the same is the same one.
/// </summary>
internal sealed class LoopVariation(StatementSyntax loop, ValueTracker values)
{
    private static readonly string[] Makers = ["Create", "Build", "Make", "Compose", "Prepare", "Render", "Generate", "New", "Parse", "To"];

    // The answer for each operation. An operation that is still being examined has a provisional answer, which ends cycles.
    private readonly Dictionary<IOperation, bool> _varies = [];

    /// <summary>Whether <paramref name="sent"/>, what a function that the loop calls sends, varies.</summary>
    public bool IsIn(IEnumerable<IOperation> sent) => sent.Any(Varies);

    /// <summary>Whether the arguments of <paramref name="send"/>, a call in the loop, or the client that it is called on vary.</summary>
    public bool IsIn(SyntaxNode send)
    {
        if (values.Operation(send) is not { } call)
            return true;
        var client = call is IInvocationOperation known ? known.Instance
            : values.Operation(((send as InvocationExpressionSyntax)?.Expression as MemberAccessExpressionSyntax)?.Expression);
        var deciding = values.GivenTo(call)
            .Where(static value => !IsOfAttempt(value.Type))
            .Concat(client is null ? [] : [client])
            .Concat(Destinations());
        return deciding.Any(Varies);
    }

    // The number of the attempt, whether it is the last, a way to stop it: none of them is of the message.
    private static bool IsOfAttempt(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_Int32 or SpecialType.System_Boolean } or { Name: "CancellationToken" or "TimeSpan" };

    // The hosts to which a client is connected in the loop.
    private IEnumerable<IOperation> Destinations() => loop.DescendantNodes().SelectMany<SyntaxNode, IOperation?>(node => node switch
    {
        InvocationExpressionSyntax connect when CallSyntax.MethodName(connect) is "Connect" or "ConnectAsync" =>
            (values.Operation(connect) as IInvocationOperation)?.Arguments.Select(static argument => argument.Value)
                // The same host with other encryption is the same host.
                .Where(static value => value.Type is not ({ Name: nameof(CancellationToken) or "SecureSocketOptions" }
                    or { SpecialType: SpecialType.System_Boolean })) ?? [],
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Host" or "Port" } } set =>
            (IEnumerable<IOperation?>)[values.Operation(set.Right)],
        _ => [],
    }).OfType<IOperation>();

    private bool Varies(IOperation value)
    {
        if (_varies.TryGetValue(value, out var varies))
            return varies;
        _varies[value] = false;
        return _varies[value] = values.SourcesOf(value, isSource: IsCallInLoop).Any(SourceVaries);
    }

    private bool IsCallInLoop(IOperation operation) => operation is IInvocationOperation && IsInLoop(operation);

    private bool SourceVaries(IOperation source) => source switch
    {
        { ConstantValue.HasValue: true } or IInstanceReferenceOperation or ITypeOfOperation or IDefaultValueOperation
            or IDelegateCreationOperation or IAnonymousFunctionOperation => false,
        ILocalReferenceOperation local => VariableVaries(local.Local),
        IParameterReferenceOperation parameter => VariableVaries(parameter.Parameter),
        // The next host of a list that the loop goes through.
        IArrayElementReferenceOperation element => element.ChildOperations.Any(Varies),
        IMemberReferenceOperation member =>
            (member.Instance is { } owner && Varies(owner)) || VariableVaries(member.Member) || ArgumentsVary(member),
        IObjectCreationOperation creation => MadeOfVarying(creation),
        IInvocationOperation call =>
            IsMaker(call) || IsFluent(call) || IsText(call) || IsLookUp(call) ? MadeOfVarying(call) : IsInLoop(call),
        // A name that doesn't resolve is of a file that is missing: a constant, a setting.
        IInvalidOperation { Syntax: SimpleNameSyntax } => false,
        IInvalidOperation { Syntax: InvocationExpressionSyntax call } when IsInLoop(source) && CallSyntax.MethodName(call) is { } name
            && WordSplitter.OfName(name).Any(ContextWords.Taking.Contains) => true,
        _ when IsInLoop(source) && source.ChildOperations.Any() => source.ChildOperations.Any(Varies),
        _ => IsInLoop(source),
    };

    private bool ArgumentsVary(IMemberReferenceOperation member) =>
        member is IPropertyReferenceOperation { Arguments: { IsEmpty: false } index } && index.Any(argument => Varies(argument.Value));

    // Made in the loop: of what goes in, and of what is done to it there.
    private bool MadeOfVarying(IOperation made) => IsInLoop(made)
        && (made.ChildOperations.Any(PartVaries) || values.UsesOf(made).OfType<IOperation>().Any(use => ArgumentsOf(use).Any(PartVaries)));

    private bool PartVaries(IOperation part) => part switch
    {
        IArgumentOperation argument => Varies(argument.Value),
        IObjectOrCollectionInitializerOperation or IMemberInitializerOperation => part.ChildOperations.Any(PartVaries),
        ISimpleAssignmentOperation assignment => Varies(assignment.Value),
        IInvocationOperation { IsImplicit: true } add => add.Arguments.Any(PartVaries),
        _ => Varies(part),
    };

    // message.To.Add(address), message.Subject = subject
    private IEnumerable<IOperation> ArgumentsOf(IOperation use)
    {
        var whole = use.Parent;
        while (whole is IMemberReferenceOperation)
            whole = whole.Parent;
        return whole is not null && !IsInLoop(whole) ? [] : whole switch
        {
            IInvocationOperation { Parent: IExpressionStatementOperation } call
                when call.Arguments.All(argument => argument.Value != use) => call.Arguments,
            ISimpleAssignmentOperation assignment when assignment.Value != use => [assignment.Value],
            _ => [],
        };
    }

    // Declared by the loop, or written in it.
    private bool VariableVaries(ISymbol variable) => variable.DeclaringSyntaxReferences.Any(IsHeadOfLoop)
        || values.References.In(loop, variable).Any(reference => IsInLoop(reference) && VariableSources.Written(reference).IsWrite);

    private bool IsHeadOfLoop(SyntaxReference declared) => declared.SyntaxTree == loop.SyntaxTree && loop.Span.Contains(declared.Span);

    private bool IsInLoop(IOperation operation) =>
        operation.Syntax.SyntaxTree == loop.SyntaxTree && loop.Span.Contains(operation.Syntax.Span);

    // Whoever gives out a client or makes a message makes the same one of the same arguments.
    public static bool IsMaker(IInvocationOperation call) =>
        Makers.Any(maker => call.TargetMethod.Name.StartsWith(maker, StringComparison.Ordinal))
        || WordSplitter.OfName(TypeOf(call)?.Name ?? "").Any(static word => word is "client" or "transport");

    // mail.To(address).Subject(text): what is built so stays the same message, unlike the next host.
    private static bool IsFluent(IInvocationOperation call) =>
        call.Instance?.Type is { } owner && SymbolEqualityComparer.Default.Equals(owner, call.Type)
        && !WordSplitter.OfName(call.TargetMethod.Name).Contains("next");

    // ApplyVariables(template, values): a text is the same one of the same arguments, unless it is taken from somewhere.
    private static bool IsText(IInvocationOperation call) => TypeOf(call)?.SpecialType == SpecialType.System_String
        && call.Arguments.Any(static argument => argument.Value.Type?.Name != nameof(CancellationToken))
        && !WordSplitter.OfName(call.TargetMethod.Name).Any(ContextWords.Taking.Contains);

    // GetSchool(schoolId): the same one, as long as the id is. What is got by a number of items, or by nothing, is the next one.
    private static bool IsLookUp(IInvocationOperation call) =>
        WordSplitter.OfName(call.TargetMethod.Name) is [var verb, ..] words && ContextWords.LookUp.Contains(verb)
        && !words.Any(ContextWords.Taking.Contains)
        && call.Arguments.Any(static argument => !argument.Value.ConstantValue.HasValue && (!IsOfAttempt(argument.Value.Type)
            || argument.Parameter?.Name.EndsWith("id", StringComparison.OrdinalIgnoreCase) == true));

    private static ITypeSymbol? TypeOf(IInvocationOperation call) =>
        call.Type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } ? result : call.Type;
}
