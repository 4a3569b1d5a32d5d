using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes.Refactorings;

/// <summary>
/// The outcomes that a method without a result can have: methods beside it, or of its fields, properties and parameters, that take the
/// message and say by their names what becomes of it.
/// </summary>
internal sealed class CalledOutcomes(EditContext context, SendStatement site, IMethodSymbol function)
{
    // These may send at once.
    private static readonly string[] Sending = ["send", "resend", "deliver", "redeliver", "again"];

    private ExpressionSyntax? Message => site.Send.Arguments
        .FirstOrDefault(static argument => argument.Parameter?.Name == "message")?.Syntax is ArgumentSyntax
            { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax } given ? given.Expression : null;

    /// <summary>The call for <paramref name="outcome"/>; null where nothing in reach is called so.</summary>
    public string? Of(Outcome outcome, out string name)
    {
        name = "";
        if (Message is not { } message)
            return null;
        foreach (var (receiver, method) in Methods())
        {
            if (context.Options.Vocabulary.OfName(method.Name) == outcome && Call(receiver, method, message) is { } call)
            {
                name = method.Name;
                return call;
            }
        }

        return null;
    }

    private IEnumerable<(string Receiver, IMethodSymbol Method)> Methods()
    {
        var around = function;
        while (around.ContainingSymbol is IMethodSymbol outer)
            around = outer;
        var type = around.ContainingType;
        foreach (var method in MethodsOf(type).Where(method => method.IsStatic || !around.IsStatic))
        {
            if (!SymbolEqualityComparer.Default.Equals(method, around))
                yield return ("", method);
        }

        var data = type.GetMembers().Where(member => member.IsStatic || !around.IsStatic).Concat(around.Parameters);
        foreach (var member in data.Where(static member => member.CanBeReferencedByName))
        {
            var typeOf = (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type ?? (member as IParameterSymbol)?.Type;
            foreach (var method in MethodsOf(typeOf).Where(static method => !method.IsStatic))
                yield return (member.Name + ".", method);
        }
    }

    private IEnumerable<IMethodSymbol> MethodsOf(ITypeSymbol? type) => type is null || CallKinds.IsFramework(type) ? []
        : Bases(type).Concat(type.AllInterfaces).SelectMany(static one => one.GetMembers()).OfType<IMethodSymbol>()
            .Where(method => method is { MethodKind: MethodKind.Ordinary, Arity: 0 }
                && !WordSplitter.OfName(method.Name).Any(Sending.Contains)
                && context.Model.IsAccessible(context.Node.SpanStart, method));

    private static IEnumerable<ITypeSymbol> Bases(ITypeSymbol type)
    {
        for (var current = type; current is not null && !CallKinds.IsFramework(current); current = current.BaseType)
            yield return current;
    }

    private string? Call(string receiver, IMethodSymbol method, ExpressionSyntax message)
    {
        var isTask = method.ReturnType.Name is "Task" or "ValueTask";
        if ((isTask && !function.IsAsync) || !(isTask || method.ReturnsVoid || method.ReturnType.SpecialType == SpecialType.System_Boolean))
            return null;
        var (arguments, taken) = (new List<string>(), 0);
        foreach (var parameter in method.Parameters.Where(static parameter => !parameter.IsParams))
        {
            if (parameter.RefKind == RefKind.None && ArgumentFor(parameter.Type, message) is { } argument)
            {
                taken += argument == message.ToString() ? 1 : 0;
                arguments.Add(argument);
            }
            else if (parameter.IsOptional)
                break;
            else
                return null;
        }

        return taken == 1 ? $"{(isTask ? "await " : "")}{receiver}{method.Name}({string.Join(", ", arguments)})" : null;
    }

    private string? ArgumentFor(ITypeSymbol type, ExpressionSyntax message) =>
        type.SpecialType == SpecialType.System_String ? $"{OutcomeCode.Exception}.Message"
        : type is { Name: "Exception", ContainingNamespace.Name: "System" } ? OutcomeCode.Exception
        : type.Name == "CancellationToken" ? TokenOfSend()
        : context.Model.ClassifyConversion(message, type) is { IsImplicit: true, IsUserDefined: false } ? message.ToString()
        : null;

    private string? TokenOfSend() => site.Send.Arguments
        .FirstOrDefault(static argument => argument.Parameter?.Type.Name == "CancellationToken")?.Syntax is ArgumentSyntax given
            ? given.Expression.ToString() : null;
}
