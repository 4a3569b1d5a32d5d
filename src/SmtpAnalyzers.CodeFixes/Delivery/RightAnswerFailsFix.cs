using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Rules;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>SMTP1003 where a command is answered with one code and 250 is expected: expects that code.</summary>
internal sealed class RightAnswerFailsFix : RuleFix
{
    private const string GoOn = "334", Authenticated = "235";

    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.PositiveReplyFails);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        if (!context.Properties.TryGetValue(UnexpectedReply.Meant, out var meant) || meant is null)
            yield break;
        if ((meant.Length == 3 ? meant : AnswerToAuth(context)) is not { } answer)
            yield break;
        foreach (var constant in Literals(context.Node, "250"))
            yield return new FixCandidate(FixKind.RightUse, $"Expect {answer}",
                new Edits(context).Replace(constant, constant.ToString().Replace("250", answer)).Root);
    }

    /// <summary>The literals of <paramref name="code"/> in a comparison or call, as a number or as text.</summary>
    public static IEnumerable<LiteralExpressionSyntax> Literals(SyntaxNode node, string code) =>
        node.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().Where(literal => literal.Token.ValueText.Trim() == code);

    // 334 asks for the next line of the mechanism, 235 comes after its last (RFC 4954).
    private static string? AnswerToAuth(FixContext context)
    {
        var flow = CallSyntax.FunctionAround(context.Node);
        var site = context.File.Commands.LastOrDefault(command =>
            command.Verb == "AUTH" && command.Flow == flow && command.Site.SpanStart < context.Node.Span.End);
        var text = site?.Site.DescendantNodes().FirstOrDefault(static node =>
            node is LiteralExpressionSyntax or InterpolatedStringTextSyntax && SmtpVerbs.Of(node.ToString().TrimStart('"')) == "AUTH");
        if (site?.Site is not InvocationExpressionSyntax call || text is null || LinesAfter(text) is not { } needed)
            return null;
        var sent = flow!.DescendantNodes().OfType<InvocationExpressionSyntax>().Count(later => later.SpanStart > call.Span.End
            && later.SpanStart < context.Node.SpanStart && IsSending(later, call));
        return sent < needed ? GoOn : sent == needed ? Authenticated : null;
    }

    private static bool IsSending(InvocationExpressionSyntax later, InvocationExpressionSyntax command) =>
        later.ArgumentList.Arguments.Count > 0
        && (CallSyntax.IsWriting(later)
            || (CallSyntax.MethodName(later) is { } name && name == CallSyntax.MethodName(command)));

    // How many lines the client sends after the command, by its mechanism; null where that is not known.
    private static int? LinesAfter(SyntaxNode command)
    {
        var text = command is LiteralExpressionSyntax literal ? literal.Token.ValueText
            : (command as InterpolatedStringTextSyntax)?.TextToken.ValueText ?? "";
        var words = text.Trim().Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
            return null;
        // AUTH PLAIN dXNlcg==, "AUTH PLAIN " + token, $"AUTH PLAIN {token}"
        var begins = words.Length > 2
            || (text.EndsWith(" ", StringComparison.Ordinal)
            && (command is InterpolatedStringTextSyntax || command.Parent is BinaryExpressionSyntax));
        return words[1].ToUpperInvariant() switch
        {
            "LOGIN" => begins ? 1 : 2,
            "PLAIN" or "XOAUTH2" or "OAUTHBEARER" => begins ? 0 : 1,
            "CRAM-MD5" => 1,
            _ => null,
        };
    }
}
