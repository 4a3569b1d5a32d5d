using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP3009: FailedRecipient, which has angle brackets, is compared with an address or looked up among addresses, which have none.</summary>
internal sealed class BracketedAddress : Rule
{
    private const string FailedRecipient = nameof(FailedRecipient);

    private static readonly string[] LookUps = ["Contains", "ContainsKey", "TryGetValue", "Remove", "IndexOf", "GetValueOrDefault", "TryRemove"];

    public override DiagnosticDescriptor Descriptor => Descriptors.BracketedAddress;

    public override IEnumerable<Diagnostic> Findings(MailFile file)
    {
        var reported = new HashSet<SyntaxNode>();
        foreach (var name in Names(file))
        {
            var value = Value(name);
            foreach (var test in Tests(file, value))
            {
                if (reported.Add(test))
                    yield return At(test, value.ToString());
            }
        }
    }

    /// <summary>The comparisons and look-ups of <paramref name="value"/>, or of a list that it is collected in.</summary>
    public static IEnumerable<SyntaxNode> Tests(MailFile file, ExpressionSyntax value) =>
        Test(file, value) is { } test ? [test]
        : Collected(value) is { } list ? Searches(list).Where(search => IsPlain(file, search.ArgumentList.Arguments[0].Expression))
        : [];

    // ex.InnerExceptions.Select(one => one.FailedRecipient).ToList()
    private static ExpressionSyntax? Collected(ExpressionSyntax value)
    {
        if (value.Parent is not LambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax select } }
            || CallSyntax.MethodName(select) != "Select")
            return null;
        ExpressionSyntax list = select;
        while (list.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToList" or "ToArray" or "ToHashSet"
            or "ToImmutableHashSet" or "Distinct", Parent: InvocationExpressionSyntax outer })
            list = outer;
        return list;
    }

    private static IEnumerable<InvocationExpressionSyntax> Searches(ExpressionSyntax list)
    {
        if (list.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Contains",
            Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } at })
            return [at];
        if (list.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declared }
            || declared.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
            return [];
        return member.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => call is
            { ArgumentList.Arguments.Count: > 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Contains",
                Expression: IdentifierNameSyntax name } }
            && name.Identifier.ValueText == declared.Identifier.ValueText);
    }

    /// <summary>The whole expression that reads the property, or the local that holds it.</summary>
    public static ExpressionSyntax Value(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access,
        MemberBindingExpressionSyntax { Parent: ConditionalAccessExpressionSyntax access } => access,
        _ => name,
    };

    /// <summary>Every reading of the property, and of the locals that are initialized with it.</summary>
    public static IEnumerable<SimpleNameSyntax> Names(MailFile file)
    {
        foreach (var name in file.NodesOf<IdentifierNameSyntax>().Where(static name => name.Identifier.ValueText == FailedRecipient))
        {
            if (!IsOfLibrary(file, name))
                continue;
            yield return name;
            if (Value(name).Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declared }
                && declared.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member)
            {
                var uses = member.DescendantNodes().OfType<IdentifierNameSyntax>()
                    .Where(use => use.Identifier.ValueText == declared.Identifier.ValueText && file.SymbolOf(use) is ILocalSymbol)
                    .ToList();
                if (uses.Any(static use => use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use))
                    continue;
                foreach (var use in uses)
                    yield return use;
            }
        }
    }

    private static bool IsOfLibrary(MailFile file, SyntaxNode name) =>
        file.SymbolOf(name) is IPropertySymbol { ContainingType: { } type } && file.Mail.Exceptions.FailedRecipient.Contains(type);

    // The comparison or look-up that the value is an operand of.
    private static SyntaxNode? Test(MailFile file, ExpressionSyntax value)
    {
        value = Whole(value);
        switch (value.Parent)
        {
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison:
                return IsPlain(file, comparison.Left == value ? comparison.Right : comparison.Left) ? comparison : null;
            case IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax constant } match when match.Expression == value:
                return IsPlain(file, constant.Expression) ? match : null;
            // failed.Equals(address)
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals" or "CompareTo",
                Parent: InvocationExpressionSyntax call } member when member.Expression == value:
                return call.ArgumentList.Arguments.Count > 0 && IsPlain(file, call.ArgumentList.Arguments[0].Expression) ? call : null;
            case ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } argument:
                return OfArgument(file, call, argument) ? call : null;
            case ArgumentSyntax { Parent: BracketedArgumentListSyntax { Parent: ElementAccessExpressionSyntax element } }
                when !(element.Parent is AssignmentExpressionSyntax assignment && assignment.Left == element) && !HoldsBrackets(file, element.Expression):
                return element;
            default:
                return null;
        }
    }

    // In other letters, or in parentheses.
    private static ExpressionSyntax Whole(ExpressionSyntax value)
    {
        while (true)
        {
            switch (value.Parent)
            {
                case ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }:
                    value = (ExpressionSyntax)value.Parent;
                    break;
                case MemberAccessExpressionSyntax
                {
                    Name.Identifier.ValueText: "ToLower" or "ToUpper" or "ToLowerInvariant" or "ToUpperInvariant" or "Trim",
                    Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } call,
                } member when member.Expression == value:
                    value = call;
                    break;
                default:
                    return value;
            }
        }
    }

    private static bool OfArgument(MailFile file, InvocationExpressionSyntax call, ArgumentSyntax argument)
    {
        var name = CallSyntax.MethodName(call);
        if (file.Model.GetOperation(call, file.Cancellation) is not IInvocationOperation { TargetMethod: { } method })
            return false;
        // address.Equals(failed), string.Equals(address, failed), comparer.Equals(..)
        if (name is "Equals" or "Compare" or "CompareTo" or "CompareOrdinal")
        {
            var others = call.ArgumentList.Arguments.Where(other => other != argument
                && file.TypeOf(other.Expression)?.SpecialType == SpecialType.System_String).Select(static other => other.Expression);
            if (call.Expression is MemberAccessExpressionSyntax member
                && file.TypeOf(member.Expression)?.SpecialType == SpecialType.System_String && !method.IsStatic)
                others = others.Append(member.Expression);
            return others.Any() && others.All(other => IsPlain(file, other));
        }

        // A text that contains it, brackets and all, is another matter.
        return Array.IndexOf(LookUps, name) >= 0 && call.ArgumentList.Arguments.FirstOrDefault() == argument
            && method.ContainingType.SpecialType != SpecialType.System_String
            && call.Expression is MemberAccessExpressionSyntax { Expression: var collection }
            && file.TypeOf(collection)?.SpecialType != SpecialType.System_String
            && !HoldsBrackets(file, collection);
    }

    // An address without brackets, as far as can be seen.
    private static bool IsPlain(MailFile file, ExpressionSyntax other)
    {
        if (file.Model.GetConstantValue(other, file.Cancellation) is { HasValue: true } constant)
            return constant.Value is string { Length: > 0 } text && text[0] != '<';
        return !other.DescendantNodesAndSelf().Any(node => node switch
        {
            LiteralExpressionSyntax literal => literal.Token.ValueText.StartsWith("<", StringComparison.Ordinal),
            InterpolatedStringTextSyntax text => text.TextToken.ValueText.StartsWith("<", StringComparison.Ordinal),
            IdentifierNameSyntax { Identifier.ValueText: FailedRecipient or "Empty" } => true,
            IdentifierNameSyntax name => file.SymbolOf(name) is ILocalSymbol or IParameterSymbol
                && Writes(file, name).Any(static text => text.Contains(FailedRecipient) || text.Contains("\"<")),
            _ => false,
        });
    }

    // Keys that were FailedRecipients when they were put there.
    private static bool HoldsBrackets(MailFile file, ExpressionSyntax collection) => Writes(file, collection).Any(static text =>
        text.Contains(FailedRecipient) || text.Contains("\"<"));

    // What is written to a variable, or put into the collection that it holds, anywhere in the type.
    private static IEnumerable<string> Writes(MailFile file, ExpressionSyntax variable)
    {
        var (text, scope) = (variable.ToString(), variable.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? file.Root);
        foreach (var node in scope.DescendantNodes())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax { Initializer.Value: { } value } declared when declared.Identifier.ValueText == text:
                    yield return value.ToString();
                    break;
                case ForEachStatementSyntax each when each.Identifier.ValueText == text:
                    yield return each.Expression.ToString();
                    break;
                case AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax element } when element.Expression.ToString() == text:
                    yield return element.ArgumentList.ToString();
                    break;
                case AssignmentExpressionSyntax assignment when assignment.Left.ToString() == text:
                    yield return assignment.Right.ToString();
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "TryAdd"
                    or "AddOrUpdate" or "AddRange" or "UnionWith" } member } call
                    when member.Expression.ToString() == text:
                    yield return call.ArgumentList.ToString();
                    break;
            }
        }
    }
}
