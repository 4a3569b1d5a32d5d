using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Operations;

/// <summary>Finds the reply codes that <paramref name="body"/> reads or may be handed by an exception.</summary>
internal sealed class RepliesRead(FunctionBody body)
{
    private bool? _isVerdict;

    /// <summary>
    /// The reply codes that the body reads anywhere, each with the enum it is a value of, and those of the exceptions it catches around a
    /// send, read or not.
    /// </summary>
    public IReadOnlyDictionary<AccessPath, ITypeSymbol> All()
    {
        var replies = new Dictionary<AccessPath, ITypeSymbol>();
        foreach (var tryAndCatch in body.Tries())
        {
            foreach (var handler in tryAndCatch.Handlers())
                AddCaught(tryAndCatch, handler.ExceptionType, replies);
            foreach (var call in body.Calls(tryAndCatch.NestedRegions[0]))
                AddCaught(tryAndCatch, body.Mail.ReplyExceptionOf(call), replies);
        }

        foreach (var operation in body.AllOperations)
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
        if (body.Resolver.TypeOfReply(operation) is { } replyType && body.Resolver.Value(operation) is { } value)
            replies[value.Path] = replies.TryGetValue(value.Path, out var known) && body.Mail.IsReplyCode(known) ? known : replyType;
        var asked = operation is IInvocationOperation call ? RepliesAskedBy(call)
            : operation is IIsTypeOperation or IIsPatternOperation && IsVerdict ? RepliesOfTypesAskedBy(operation)
            : [];
        foreach (var property in asked)
            replies[property] = MailSymbols.Underlying(((IPropertySymbol)property.Symbol).Type);
        if (operation is not IIsPatternOperation isPattern || body.Resolver.PlaceOf(isPattern.Value) is not { } input)
            return;
        foreach (var member in PatternPaths.Members(isPattern.Pattern, input))
        {
            if (body.Resolver.Members.TypeOf(member) is { } type)
                replies[member] = type;
        }
    }

    // A helper of this file is asked about the exception.
    private IEnumerable<AccessPath.Member> RepliesAskedBy(IInvocationOperation call) =>
        call is not { Type.SpecialType: SpecialType.System_Boolean, Arguments.IsEmpty: false } ? []
        : from argument in call.Arguments
          where body.Mail.IsReplyException(argument.Value.Type) && body.Helper(call.TargetMethod) is not null
          let code = body.Mail.ReplyCodeOf(argument.Value.Type!)
          let owner = body.Resolver.PlaceOf(argument.Value)
          where code is not null && owner is not null
          select new AccessPath.Member(owner, code);

    // A predicate on exceptions judges all replies of a type alike.
    private IEnumerable<AccessPath.Member> RepliesOfTypesAskedBy(IOperation operation) =>
        from type in TypesAskedBy(operation)
        where body.Mail.IsReplyException(type)
        let code = body.Mail.ReplyCodeOf(type)
        let owner = body.Resolver.PlaceOf(operation is IIsTypeOperation test ? test.ValueOperand : ((IIsPatternOperation)operation).Value)
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

    private bool IsVerdict => _isVerdict ??= body.Method is not null
        && BoolTypes.AnswersOf(body.Method, body.Name)
            .Any(name => body.Options.Vocabulary.WhenTrue(name) is Outcome.Retry or Outcome.GiveUp);

    // codes.Any(c => c == code) reads the code in this body, as codes.Contains(code) does.
    private IEnumerable<IOperation> Sought(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod.Name: "Any" or "Exists" } call && body.Lists.Asked(call) is { Value: var sought }
            ? sought.DescendantsAndSelf()
            : [];

    // A handler of the library's exception, or of any exception where the try calls the library's client.
    private void AddCaught(ControlFlowRegion tryAndCatch, ITypeSymbol? exception, Dictionary<AccessPath, ITypeSymbol> replies)
    {
        if (body.Mail.IsReplyException(exception) && tryAndCatch.MayCatch(exception!) && body.Mail.ReplyCodeOf(exception!) is { } code)
            replies[new AccessPath.Member(new AccessPath.Variable(tryAndCatch), code)] = MailSymbols.Underlying(code.Type);
    }
}
