using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Recognizes logins whose AuthenticationException carries the reply as InnerException: the overloads of MailKit's client that take
/// credentials do, those that take a mechanism do not.
/// </summary>
internal sealed class Logins(MailFile file)
{
    /// <summary>
    /// Whether all logins of <paramref name="attempt"/>, by itself or in a helper, are of that kind; false where there is none.
    /// </summary>
    public bool CarryReply(TryStatementSyntax attempt)
    {
        var calls = file.CallsOf(attempt.Block);
        var logins = calls.MailKit.Concat(calls.OpaqueCalls.SelectMany(opaque => InHelper(opaque.Call)))
            .Where(static call => call.TargetMethod.Name is "Authenticate" or "AuthenticateAsync")
            .ToList();
        return logins.Count > 0 ? logins.All(IsOfCredentials)
            : attempt.Block.DescendantNodes().OfType<InvocationExpressionSyntax>()
                .Any(call => CallSyntax.MethodName(call) is "Authenticate" or "AuthenticateAsync" && IsOfText(call))
                || calls.OpaqueCalls.Any(IsTransport);
    }

    // A transport of the program's that is given MimeKit's message, or one that doesn't resolve, logs in out of sight, most likely with
    // credentials.
    private bool IsTransport(OpaqueCall opaque) => opaque.Call is { } call
        ? file.Sends.FunctionOf(call) is null
            && file.Sends.HandedTo(call) is { } exception && file.Mail.Exceptions.Command.Contains(exception)
        : file.Values.Operation(opaque.Site) is { } unknown && OperationFacts.IsSending(unknown);

    // A helper that connects and logs in.
    private IEnumerable<IInvocationOperation> InHelper(IInvocationOperation? call) =>
        call is not null && file.Sends.FunctionOf(call) is { } helper
            ? file.CallsOf(helper.Graph.OriginalOperation.Syntax).MailKit
            : [];

    private static bool IsOfCredentials(IInvocationOperation login) =>
        login.TargetMethod.Parameters.All(static parameter => parameter.Type.Name != "SaslMechanism");

    // An argument whose type is not known leaves the overload open, but a mechanism is never followed by a second value.
    private bool IsOfText(InvocationExpressionSyntax call) =>
        file.Model.GetSymbolInfo(call, file.Cancellation).CandidateSymbols is { IsDefaultOrEmpty: false } candidates
        && candidates.All(candidate => file.Mail.IsClient(candidate.ContainingType))
        && call.ArgumentList.Arguments is [_, var second, ..]
        && file.TypeOf(second.Expression)?.Name != nameof(CancellationToken);
}
