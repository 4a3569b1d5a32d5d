using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>Makes a retry policy of Polly, or a predicate on exceptions, look at the reply code, wherever it names a type.</summary>
internal sealed class PolicyTest(FixContext context, ITypeSymbol exception)
{
    private readonly RetryTest _test = new(context);
    private readonly IReadOnlyList<ITypeSymbol> _exceptions = [exception];
    private readonly string _variable = Names.Free(context, "ex", "e", "error");

    public IEnumerable<FixCandidate> Plan()
    {
        if (context.File.Sends.Policies.FirstOrDefault(IsHere) is not { } policy)
        {
            return context.Node is TypeSyntax asked && asked.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault() is { } name
                && OfType(name) is { } one
                ? [one]
                : [];
        }

        var edits = policy.Handled.FirstOrDefault(handled => handled.Name.Span == context.Node.Span) is not { } found
            ? policy is { Handled.Count: 0, Options: { } options } ? WithShouldHandle(options) : null
            : found.Name is GenericNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } } handle
            ? OfCall(policy, found, call, handle)
            : found.Name is SimpleNameSyntax type ? OfType(type)
            : found.Predicate is { } lambda ? OfOutcome(lambda)
            : null;
        return edits is null ? [] : [edits];
    }

    private bool IsOfPolicy => context.File.Sends.Policies.Any(IsHere);

    private bool IsHere(RetryPolicy policy) =>
        policy.Handled.Any(handled => handled.Name.Span == context.Node.Span)
            || (policy.Handled.Count == 0 && policy.Name.Span == context.Node.Span);

    private FixCandidate Candidate(Edits edits) => new(FixKind.RightUse, _test.Title(_exceptions), edits.Root);

    // Handle<SmtpCommandException>(), Or<Exception>(_ => true)
    private FixCandidate? OfCall(RetryPolicy policy, HandledException found, InvocationExpressionSyntax call, GenericNameSyntax handle)
    {
        var type = handle.TypeArgumentList.Arguments.Select(argument => context.Model.GetTypeInfo(argument).Type).FirstOrDefault();
        switch (call.ArgumentList.Arguments)
        {
            case []:
                // What the type took with it would be retried as before.
                var edits = new Edits(context);
                foreach (var blind in policy.CoveredBy(found)
                    .Where(covered => context.File.Sends.PolicyReading.RepliesHandled(policy, covered) is not null).Prepend(found))
                {
                    if (blind.Name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { ArgumentList: { Arguments: [] } none })
                        edits.Insert(none.OpenParenToken.Span.End, $"{_variable} => {Passes(blind.Type, _variable)}");
                }

                return Candidate(edits);
            case [{ Expression: LambdaExpressionSyntax { ExpressionBody: LiteralExpressionSyntax } all }]:
                return Candidate(new Edits(context).Replace(all, $"{_variable} => {Passes(type, _variable)}"));
            case [{ Expression: LambdaExpressionSyntax lambda }]:
                return lambda.DescendantNodes().OfType<SimpleNameSyntax>()
                    .Where(inner => context.Mail.IsReplyException(context.Model.GetSymbolInfo(inner).Symbol as ITypeSymbol))
                    .Select(OfType)
                    .FirstOrDefault() ?? Both(lambda, type);
            default:
                return null;
        }
    }

    // ex => ex.StatusCode != SmtpStatusCode.Ok: what it says holds as well.
    private FixCandidate? Both(LambdaExpressionSyntax lambda, ITypeSymbol? type)
    {
        if (lambda is not SimpleLambdaExpressionSyntax { ExpressionBody: { } body, Parameter.Identifier.Text: var name })
            return null;
        var (own, passes) = (body.Kind() is SyntaxKind.LogicalOrExpression or SyntaxKind.ConditionalExpression ? $"({body})"
            : $"{body}", Passes(type, name));
        return Candidate(new Edits(context).Replace(body, $"{own} && {(passes.Contains("||") ? $"({passes})" : passes)}"));
    }

    // x is SmtpCommandException, SmtpCommandException => ..., { Exception: SmtpCommandException }
    private FixCandidate? OfType(SimpleNameSyntax type)
    {
        TypeSyntax whole = type;
        while (whole.Parent is QualifiedNameSyntax qualified)
            whole = qualified;
        if (!IsOfPolicy && AnswersMoreThanBool(whole))
            return whole.FirstAncestorOrSelf<SwitchExpressionArmSyntax>() is { } arm ? OfAnswer(whole, arm) : null;
        if (!context.HasPatterns)
        {
            return whole.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } old
                ? Candidate(new Edits(context).Replace(old, InOldVersions(old))) : null;
        }

        var edits = new Edits(context);
        return whole.Parent switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } =>
                Candidate(edits.Replace(whole, Pattern($"{whole}"))),
            DeclarationPatternSyntax => Candidate(edits.Replace(whole, Pattern($"{whole}"))),
            PatternSyntax old => Candidate(edits.Replace(old, Pattern($"{whole}"))),
            MemberAccessExpressionSyntax { Parent: PatternSyntax old } member =>
                Candidate(edits.Replace(old, Pattern($"{member}"))),
            _ => null,
        };
    }

    private bool AnswersMoreThanBool(TypeSyntax asked) =>
        context.Model.GetEnclosingSymbol(asked.SpanStart) is IMethodSymbol method && !BoolTypes.IsBool(method.ReturnType);

    // SmtpCommandException => ("protocol", true): a permanent refusal keeps what else is said of it.
    private FixCandidate? OfAnswer(TypeSyntax type, SwitchExpressionArmSyntax arm)
    {
        var yes = arm.Expression.DescendantNodes().Where(static node => node.IsKind(SyntaxKind.TrueLiteralExpression)).ToList();
        if (arm.Pattern is not (TypePatternSyntax or ConstantPatternSyntax) || arm.Pattern.Span != type.Span || yes is not [var retried])
            return null;
        var name = Names.Free(context, "refused", "rejected", "failed");
        var edits = new Edits(context);
        edits.Insert(type.Span.End, $" {name}");
        return Candidate(edits.Replace(retried, _test.PassesUnnamed(exception, name)));
    }

    // SMTP2005 reports a predicate that names the code for no reply. Before, it was retried without a name, and so it is after.
    private string Pattern(string type) => IsOfPolicy ? _test.Pattern(exception, type) : _test.PatternUnnamed(exception, type);

    private string InOldVersions(BinaryExpressionSyntax isType)
    {
        var name = Names.Free(context, "refused", "rejected", "failed");
        var passes = IsOfPolicy ? _test.Passes(exception, name) : _test.PassesUnnamed(exception, name);
        var both = $"{isType} {name} && {(passes.Contains("||") ? $"({passes})" : passes)}";
        return isType.Parent is BinaryExpressionSyntax { RawKind: not ((int)SyntaxKind.LogicalAndExpression
            or (int)SyntaxKind.LogicalOrExpression) } ? $"({both})" : both;
    }

    // args => new ValueTask<bool>(args.Outcome.Exception != null)
    private FixCandidate? OfOutcome(LambdaExpressionSyntax lambda)
    {
        var given = lambda switch
        {
            SimpleLambdaExpressionSyntax simple => simple.Parameter,
            ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [var only] } => only,
            _ => null,
        };
        if (given is null || lambda.ExpressionBody is not { } body)
            return null;
        var edits = new Edits(context);
        var name = given.Identifier.Text;
        if (name == "_")
            edits.Replace(given.Identifier.Span, name = Names.Free(context, "args", "arguments"));
        var isAsync = lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
        var no = isAsync ? "false"
            : Names.Of(context, "Polly.PredicateResult") is { } result ? $"{result}.False()"
            : context.Model.Compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask`1") is null ? null
            : "new System.Threading.Tasks.ValueTask<bool>(false)";
        if (no is null)
            return null;
        var isPermanent = _test.IsPermanentAny(_exceptions, declared: null, $"{name}.Outcome.Exception");
        var own = body is ConditionalExpressionSyntax ? $"({body})" : $"{body}";
        return Candidate(edits.Replace(body, $"{isPermanent} ? {no} : {own}")) with { Adds = ["False",
            "new System.Threading.Tasks.ValueTask<bool>"] };
    }

    // Without ShouldHandle, Polly 8 retries every exception but a cancellation.
    private FixCandidate? WithShouldHandle(BaseObjectCreationExpressionSyntax options)
    {
        if (Builder(options) is not { } builder || Names.Of(context, "System.Exception") is not { } any
            || Names.Of(context, "System.OperationCanceledException") is not { } cancelled)
        {
            return null;
        }

        var test = $"{_test.IsNot(_variable, cancelled)} && ({Passes(declared: null, _variable)})";
        return Candidate(new Edits(context).Set(options,
            ("ShouldHandle", $"new {builder}().Handle<{any}>({_variable} => {test})"))) with { Adds = [$"new {builder}", "Handle"] };
    }

    private string? Builder(ExpressionSyntax options)
    {
        if (context.Model.GetTypeInfo(options).Type is not INamedTypeSymbol type)
            return null;
        if (type.TypeArguments is not [var result])
            return Names.Of(context, "Polly.PredicateBuilder");
        return context.Model.Compilation.GetTypeByMetadataName("Polly.PredicateBuilder`1")?.Construct(result) is { } builder
            ? Names.Of(context, builder) : null;
    }

    private string Passes(ITypeSymbol? declared, string variable) => _test.PassesAny(_exceptions, declared, variable, _test.Passes);
}
