using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// The calls of a client's method that sends RCPT or VRFY, and throws, or returns false, where the reply is not 250: a verifier may be
/// made of such a client.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="command">The command in that method.</param>
internal sealed class ProbeCalls(MailFile file, SmtpCommandSite command)
{
    private static readonly string[] Expected = ["250"];

    /// <summary>Each call in the file, with the verdict that it is there, or null.</summary>
    public IEnumerable<(SyntaxNode Site, ExpressionSyntax? Verdict)> All
    {
        get
        {
            if (command.Flow is not MethodDeclarationSyntax helper || !file.CallsNamed(helper.Identifier.ValueText).Any()
                || file.Model.GetDeclaredSymbol(helper, file.Cancellation) is not { } method
                || new SmtpDialogue(file, Expected).DecisionOn(command) is not { } decision
                || new ProbeReading(file, command.Site, command.Flow).KnowsOthers(decision, fives: true))
            {
                return [];
            }

            var isTest = BoolTypes.IsBool(method.ReturnType);
            return isTest || Throws(decision).Count > 0
                ? from call in file.CallsNamed(method.Name)
                  where call.SpanStart != command.Site.SpanStart
                      && SymbolEqualityComparer.Default.Equals(file.SymbolOf(call)?.OriginalDefinition, method)
                  let flow = CallSyntax.FunctionAround(call)
                  where flow is not null && flow != helper && !SendsMail(flow)
                  let reading = new ProbeReading(file, call, flow)
                  select ((SyntaxNode)call, isTest ? reading.CalledVerdict : reading.ThrownVerdict(Thrown(decision)))
                : [];
        }
    }

    // Command("RCPT TO:<...>", 250), or a comparison that is followed by throw.
    private IReadOnlyList<ThrowStatementSyntax> Throws(SyntaxNode decision)
    {
        if (decision.FirstAncestorOrSelf<IfStatementSyntax>() is { } branch && branch.Condition.Span.Contains(decision.Span))
            return branch.DescendantNodes().OfType<ThrowStatementSyntax>().ToList();
        return decision is InvocationExpressionSyntax && file.SymbolOf(decision) is { DeclaringSyntaxReferences: [var reference] }
            ? reference.GetSyntax(file.Cancellation).DescendantNodes().OfType<ThrowStatementSyntax>().ToList()
            : [];
    }

    private ITypeSymbol? Thrown(SyntaxNode decision) => Throws(decision) is [{ Expression: { } thrown }] ? file.TypeOf(thrown) : null;

    // The same function goes on to send: its RCPT is no question.
    private bool SendsMail(SyntaxNode flow) => file.Commands.Where(static other => other.Verb == "DATA").Any(data =>
        data.Flow == flow || (data.Flow is MethodDeclarationSyntax sender
            && flow.DescendantNodes().OfType<InvocationExpressionSyntax>()
                .Any(call => CallSyntax.MethodName(call) == sender.Identifier.ValueText)));
}
