using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpAnalyzers.Rules.Exceptions;

/// <summary>SMTP3009: FailedRecipient, which has angle brackets, is compared with an address or looked up among addresses, which have none.</summary>
internal sealed class BracketedAddress : ExceptionRule
{
    private const string FailedRecipient = nameof(FailedRecipient);

    private static readonly string[] LookUps = ["Contains", "ContainsKey", "TryGetValue", "Remove", "IndexOf", "GetValueOrDefault", "TryRemove"];

    public override DiagnosticDescriptor Descriptor => Descriptors.BracketedAddress;

    public override IEnumerable<Diagnostic> Findings(ApiFile file)
    {
        var reported = new HashSet<SyntaxNode>();
        foreach (var name in Names(file))
        {
            var value = Value(name);
            if (Test(file, value) is { } test && reported.Add(test))
                yield return At(test, value.ToString());
        }
    }

    /// <summary>The whole expression that reads the property, or the local that holds it.</summary>
    public static ExpressionSyntax Value(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access,
        MemberBindingExpressionSyntax { Parent: ConditionalAccessExpressionSyntax access } => access,
        _ => name,
    };

    /// <summary>Every reading of the property, and of the locals that are initialized with it.</summary>
    public static IEnumerable<SimpleNameSyntax> Names(ApiFile file)
    {
        foreach (var name in file.Nodes<IdentifierNameSyntax>().Where(static name => name.Identifier.ValueText == FailedRecipient))
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

    private static bool IsOfLibrary(ApiFile file, SyntaxNode name) =>
        file.SymbolOf(name) is IPropertySymbol { ContainingType: { } type } && file.Symbols.FailedRecipient.Contains(type);

    // The comparison or look-up that the value is an operand of.
    private static SyntaxNode? Test(ApiFile file, ExpressionSyntax value)
    {
        while (value.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
            value = (ExpressionSyntax)value.Parent;
        switch (value.Parent)
        {
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison:
                return IsPlain(file, comparison.Left == value ? comparison.Right : comparison.Left) ? comparison : null;
            case IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax constant } match when match.Expression == value:
                return IsPlain(file, constant.Expression) ? match : null;
            // failed.Equals(address)
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals" or "CompareTo", Parent: InvocationExpressionSyntax call } member when member.Expression == value:
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

    private static bool OfArgument(ApiFile file, InvocationExpressionSyntax call, ArgumentSyntax argument)
    {
        var name = Syntaxes.MethodName(call);
        if (file.Model.GetOperation(call, file.Cancellation) is not IInvocationOperation { TargetMethod: { } method })
            return false;
        // address.Equals(failed), string.Equals(address, failed), comparer.Equals(..)
        if (name is "Equals" or "Compare" or "CompareTo" or "CompareOrdinal")
        {
            var others = call.ArgumentList.Arguments.Where(other => other != argument && file.TypeOf(other.Expression)?.SpecialType == SpecialType.System_String).Select(static other => other.Expression);
            if (call.Expression is MemberAccessExpressionSyntax member && file.TypeOf(member.Expression)?.SpecialType == SpecialType.System_String && !method.IsStatic)
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
    private static bool IsPlain(ApiFile file, ExpressionSyntax other)
    {
        if (file.Model.GetConstantValue(other, file.Cancellation) is { HasValue: true } constant)
            return constant.Value is string { Length: > 0 } text && text[0] != '<';
        return !other.DescendantNodesAndSelf().Any(node => node switch
        {
            LiteralExpressionSyntax literal => literal.Token.ValueText.StartsWith("<", StringComparison.Ordinal),
            InterpolatedStringTextSyntax text => text.TextToken.ValueText.StartsWith("<", StringComparison.Ordinal),
            IdentifierNameSyntax { Identifier.ValueText: FailedRecipient or "Empty" } => true,
            IdentifierNameSyntax name => file.SymbolOf(name) is ILocalSymbol or IParameterSymbol && Writes(file, name).Any(static text => text.Contains(FailedRecipient) || text.Contains("\"<")),
            _ => false,
        });
    }

    // Keys that were FailedRecipients when they were put there.
    private static bool HoldsBrackets(ApiFile file, ExpressionSyntax collection) => Writes(file, collection).Any(static text => text.Contains(FailedRecipient) || text.Contains("\"<"));

    // What is written to a variable, or put into the collection that it holds, anywhere in the type.
    private static IEnumerable<string> Writes(ApiFile file, ExpressionSyntax variable)
    {
        var (text, scope) = (variable.ToString(), variable.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? file.File.Root);
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
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "TryAdd" or "AddOrUpdate" or "AddRange" or "UnionWith" } member } call
                    when member.Expression.ToString() == text:
                    yield return call.ArgumentList.ToString();
                    break;
            }
        }
    }
}
