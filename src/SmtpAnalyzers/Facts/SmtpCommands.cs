using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Symbols;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Facts;

/// <summary>A command that a client written by hand sends.</summary>
/// <param name="Verb">The verb: RCPT, QUIT.</param>
/// <param name="Site">The call that sends it, or, where the reply comes in a method of its own, that method's first statement.</param>
/// <param name="Flow">The function around it.</param>
internal sealed record SmtpCommandSite(string Verb, SyntaxNode Site, SyntaxNode Flow)
{
    /// <summary>Whether the method around it is the completion of the command, which was sent elsewhere.</summary>
    public bool IsCompletion => Site is StatementSyntax;
}

/// <summary>
/// Finds the commands in one file: in literals, constants, bytes, formatted text and command objects that are passed to a call.
/// </summary>
internal sealed class SmtpCommands(MailFile file)
{
    private const int MaxText = 100, MaxDepth = 2;

    private readonly SmtpContext _context = new(file.Model, file.Cancellation);
    private readonly FailureSyntax _failures = new(file.Options.Vocabulary);

    public IReadOnlyList<SmtpCommandSite> All() =>
        SmtpTextFilter.HasAny(file.Root.SyntaxTree, file.Root.FullSpan, SmtpVerbs.All, file.Cancellation)
            ? file.Nodes.SelectMany(Of).ToList()
            : [];

    private IEnumerable<SmtpCommandSite> Of(SyntaxNode node)
    {
        var verb = node switch
        {
            InvocationExpressionSyntax call => (call.ArgumentList.Arguments.Count > 0 ? OfCall(call) : null) ?? OfMethod(call),
            MethodDeclarationSyntax { Body.Statements.Count: > 0 } method when IsCompletion(method) =>
                SmtpVerbs.Among(WordSplitter.OfName(method.Identifier.ValueText)),
            _ => null,
        };
        if (verb is null || CallSyntax.FunctionAround(node) is not { } flow || !_context.Surrounds(flow))
            return [];
        return [new SmtpCommandSite(verb, node is MethodDeclarationSyntax { Body.Statements: [var first, ..] } ? first : node, flow)];
    }

    private static bool IsCompletion(MethodDeclarationSyntax method)
    {
        var words = WordSplitter.OfName(method.Identifier.ValueText);
        return words.Any(static word => word is "reply" or "response")
            && words.Any(static word => word is "completed" or "received" or "callback" or "on");
    }

    // proxy.RcptTo(address): a class of another file has a method for each command, and gives the reply back.
    private string? OfMethod(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && SmtpVerbs.OfMethod(name) is { } verb
        && file.SymbolOf(call) is IMethodSymbol { ReturnsVoid: false, DeclaringSyntaxReferences: [var declared] }
        && declared.SyntaxTree != file.Root.SyntaxTree
            ? verb : null;

    private string? OfCall(InvocationExpressionSyntax call)
    {
        // Result.Failed($"RCPT TO <{address}> was rejected") tells of a command.
        return call.ArgumentList.Arguments.Any(static argument => MayHoldCommand(argument.Expression))
            && CallSyntax.MethodName(call) is var name && (name is null || !_failures.IsNamed(name))
            ? file.Values.Operation(call) switch
            {
                IInvocationOperation operation when !IsFormatting(operation) =>
                    operation.Arguments.Select(argument => OfArgument(argument.Value)).FirstOrDefault(static verb => verb is not null),
                // writer.WriteLine("RCPT TO:<{0}>", address), where the address is of a type that is not known.
                IInvalidOperation unknown => unknown.ChildOperations.Select(OfArgument).FirstOrDefault(static verb => verb is not null),
                _ => null,
            }
            : null;
    }

    private static bool MayHoldCommand(ExpressionSyntax argument) =>
        argument is LiteralExpressionSyntax { Token.Value: string } or InterpolatedStringExpressionSyntax
            or BinaryExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax
            or BaseObjectCreationExpressionSyntax;

    private string? OfArgument(IOperation argument)
    {
        // Bytes of a text go over as a span.
        if (file.Values.SoleSourceOf(argument.Unconverted()) is not { } source)
            return null;
        if (source is IObjectCreationOperation { Type: { } type }
            && WordSplitter.OfName(type.Name) is var words
            && words.Any(static word => word is "command" or "cmd"))
        {
            return SmtpVerbs.Among(words);
        }

        return source.Type?.SpecialType == SpecialType.System_String || IsBytes(source.Type)
            ? SmtpVerbs.Of(Beginning(source))
            : null;
    }

    // The constant text that a text begins with.
    private string Beginning(IOperation text, int depth = MaxDepth)
    {
        var beginning = "";
        foreach (var part in Parts(text))
        {
            if (beginning.Length > MaxText)
                break;
            if (file.Values.ConstantOf(part) is not string constant)
                return depth > 0 && file.Values.SoleSourceOf(part) is { } made && made != part
                    ? beginning + Beginning(made, depth - 1) : beginning;
            beginning += constant;
        }

        return beginning;
    }

    private IEnumerable<IOperation> Parts(IOperation text)
    {
        // _command = string.Concat(_command, address) is made of itself.
        var seen = new HashSet<IOperation>();
        while (text is IInvocationOperation { Arguments: [var first, ..] } formatting && IsFormatting(formatting) && seen.Add(text))
            text = file.Values.SoleSourceOf(first.Value) ?? first.Value;
        return text is IInterpolatedStringOperation interpolated
            ? interpolated.Parts.Select(static part => part switch
            {
                IInterpolatedStringTextOperation literal => literal.Text,
                IInterpolationOperation hole => hole.Expression,
                _ => part,
            })
            : TextParts.Joined(text) ?? [text];
    }

    // A method of the program's own that makes bytes of a text, line.ToAscii(), does what GetBytes does.
    private static bool IsFormatting(IInvocationOperation call) =>
        call.TargetMethod is
        {
            Name: "GetBytes" or "Format" or "Concat" or "ToArray", ContainingType.ContainingNamespace.Name: "System" or "Text" or "Linq",
        }
        || (IsBytes(call.Type) && call.Arguments is [{ Value.Type.SpecialType: SpecialType.System_String }]);

    private static bool IsBytes(ITypeSymbol? type) =>
        type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } or { Name: "ReadOnlyMemory" or "ReadOnlySpan" };
}
