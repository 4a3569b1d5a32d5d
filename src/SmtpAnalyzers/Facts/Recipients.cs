using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>Counts the recipients of a message of System.Net.Mail by the code that makes it.</summary>
internal static class Recipients
{
    private static readonly string[] Lists = ["To", "CC", "Bcc"];

    /// <summary>
    /// Whether <paramref name="send"/>, of System.Net.Mail's client, sends to one recipient whichever way the message was made.
    /// </summary>
    public static bool IsOne(IInvocationOperation send, ValueTracker values)
    {
        var arguments = send.Arguments;
        // Send(from, to, subject, body)
        if (arguments.Length >= 4)
            return Named(arguments[1].Value, values) == 1;
        var messages = values.SourcesOf(arguments.FirstOrDefault()?.Value);
        return messages.Count > 0 && messages.All(message => message.Syntax is BaseObjectCreationExpressionSyntax
            && Made(message, values) + Added(message, values) == 1 && !IsHandedOn(message, send, values));
    }

    // new MailMessage(from, to) { Bcc = { one, another } }
    private static int Made(IOperation creation, ValueTracker values) =>
        (values.GivenTo(creation).Skip(1).FirstOrDefault() is { } to ? Named(to, values) : 0)
        + ((creation as IObjectCreationOperation)?.Initializer?.Initializers.OfType<IMemberInitializerOperation>()
            .Where(static member => IsList(member.InitializedMember))
            .Sum(static member => member.Initializer.Initializers.Length) ?? 0);

    // A text may name several, with commas between them.
    private static int Named(IOperation recipients, ValueTracker values) =>
        values.ConstantOf(recipients) is string text ? text.Split(',').Length
        : values.SourcesOf(recipients).Any(IsJoined) ? 2
        : 1;

    private static bool IsJoined(IOperation text) =>
        text is IInvocationOperation { TargetMethod: { Name: nameof(string.Join), ContainingType.SpecialType: SpecialType.System_String } };

    private static int Added(IOperation message, ValueTracker values)
    {
        var count = 0;
        foreach (var list in Lists.SelectMany(name => message.Type?.GetMembers(name).AsEnumerable() ?? []).SelectMany(values.References.To))
        {
            if (list is not IPropertyReferenceOperation { Instance: { } owner } || !values.SourcesOf(owner).Contains(message))
                continue;
            if (list.Parent is IInvocationOperation { TargetMethod.Name: "Add" } add)
                count += IsRepeated(add.Syntax, message.Syntax, owner)
                    || (add.Arguments is [{ Value: var one }] && Named(one, values) > 1) ? 2 : 1;
        }

        return count;
    }

    private static bool IsList(IOperation member) =>
        member is IPropertyReferenceOperation { Property.Name: var name } && Lists.Contains(name);

    // A loop or a lambda that the message is not made in adds one at each turn.
    private static bool IsRepeated(SyntaxNode add, SyntaxNode made, IOperation owner)
    {
        var declared = owner is ILocalReferenceOperation { Local.DeclaringSyntaxReferences: [var reference] } ? reference.Span : made.Span;
        return add.Ancestors().TakeWhile(static node => node is not MemberDeclarationSyntax)
            .Any(node =>
                node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax
                    or AnonymousFunctionExpressionSyntax
                && !node.Span.Contains(made.Span) && !node.Span.Contains(declared));
    }

    // Somebody else may add to it before it is sent.
    private static bool IsHandedOn(IOperation message, IInvocationOperation send, ValueTracker values) =>
        values.UsesOf(message)
            .Any(use =>
                use is { Parent: IArgumentOperation
                {
                    Parent: not IInvocationOperation { TargetMethod.Name: "Send" or "SendAsync" or "SendMailAsync" },
                } argument }
                && argument.Syntax.SpanStart < send.Syntax.SpanStart && !send.Syntax.Span.Contains(argument.Syntax.Span));
}
