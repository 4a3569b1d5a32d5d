using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Recognizes what a program answers as an SMTP server: responses and codes of the SmtpServer package or of types that are called the
/// same, and lines that a server written by hand sends.
/// </summary>
/// <param name="servers">The types.</param>
/// <param name="inSmtp">Whether the code around speaks of SMTP, so that "554 ..." is a reply.</param>
internal sealed class ServerAnswers(ServerSymbols servers, bool inSmtp)
{
    private static readonly ImmutableHashSet<string> Sending = WordSplitter.InAnyForm("write send reply respond answer output");

    private static readonly ImmutableHashSet<string> Answering = WordSplitter.InAnyForm("reply respond answer");

    private static readonly ImmutableHashSet<string> Replying = Answering.Union(WordSplitter.Exactly("code response status"));

    // In the name of a type, of its namespace or of a method: it takes mail.
    private static readonly ImmutableHashSet<string> Server = WordSplitter.Exactly(
        "server servers store storage spool spooler inbox inbound incoming listener receiver receive daemon sink mta mda");

    /// <summary>Whether the names around <paramref name="symbol"/> say that it takes mail from others.</summary>
    public static bool IsServer(ISymbol? symbol)
    {
        for (var around = symbol; around is not null and not INamespaceSymbol { IsGlobalNamespace: true }; around = around.ContainingSymbol)
        {
            if (around is INamespaceOrTypeSymbol or IMethodSymbol && WordSplitter.OfName(around.Name).Any(Server.Contains))
                return true;
        }

        return false;
    }

    /// <summary>Whether <paramref name="type"/> holds a server's answer: its names say nothing but the code.</summary>
    public bool IsAnswerType(ITypeSymbol? type) => servers.IsResponse(type) || servers.IsReplyCode(type) || servers.IsFilterResult(type);

    /// <summary>The answer that <paramref name="operation"/> is; null where it is none, or one that the source does not tell.</summary>
    public ServerAnswer? Of(IOperation operation) => operation switch
    {
        IMemberReferenceOperation { Member.IsStatic: true } member when !IsCompared(member) => OfMember(member),
        IObjectCreationOperation creation when servers.IsResponse(creation.Type) =>
            creation.Arguments.Select(static argument => argument.Value).Select(CodeOf).FirstOrDefault(static code => code is not null)
                is { } code
            ? new ServerAnswer(code, AnswerForm.Created, creation.Syntax)
            : null,
        IInvocationOperation call when inSmtp && !CallKinds.IsToReport(call) => OfCall(call),
        _ => null,
    };

    /// <summary>The line that a server written by hand returns to whoever sends it; null where it is none.</summary>
    public ServerAnswer? OfReturned(IOperation value, ISymbol? around) =>
        inSmtp && value.Type?.SpecialType == SpecialType.System_String && IsServer(around) ? OfText(value) : null;

    private ServerAnswer? OfMember(IMemberReferenceOperation reference)
    {
        var (member, type) = (reference.Member, reference.Member.ContainingType);
        if (servers.IsFilterResult(type))
        {
            // Whatever a filter says no with, the client receives 550 or 553; a size is what it says.
            return member.Name switch
            {
                "Yes" => new ServerAnswer(250, AnswerForm.Filter, reference.Syntax),
                "NoTemporarily" => new ServerAnswer(550, AnswerForm.Filter, reference.Syntax) { IsMeantAsTemporary = true },
                "NoPermanently" => new ServerAnswer(553, AnswerForm.Filter, reference.Syntax),
                "SizeLimitExceeded" => new ServerAnswer(552, AnswerForm.Filter, reference.Syntax),
                _ => null,
            };
        }

        if (servers.IsReplyCode(type))
        {
            return CodeOf(reference) is { } code && !IsPartOfAnswer(reference)
                ? new ServerAnswer(code, AnswerForm.Code, reference.Syntax)
                : null;
        }

        return servers.ReadyCode(member) is { } ready && servers.IsResponse(reference.Type)
            ? new ServerAnswer(ready, AnswerForm.Ready, reference.Syntax)
            : null;
    }

    /// <summary>Whether <paramref name="call"/> is named for sending something to whoever is connected.</summary>
    public static bool Sends(IInvocationOperation call) =>
        !CallKinds.IsToReport(call) && WordSplitter.OfName(call.TargetMethod.Name) is [var verb, ..] && Sending.Contains(verb);

    /// <summary>Whether a call of <paramref name="method"/> answers: a client sends, and never replies.</summary>
    public static bool Replies(string? method) =>
        method is not null && WordSplitter.OfName(method) is [var verb, ..] && Answering.Contains(verb);

    private static ServerAnswer? OfCall(IInvocationOperation call)
    {
        if (!Sends(call))
            return null;
        foreach (var argument in call.Arguments)
        {
            if (OfText(Unencoded(argument.Value)) is { } text)
                return text;
        }

        return WordSplitter.OfName(call.TargetMethod.Name).Any(Replying.Contains) && call.Arguments.FirstOrDefault()?.Value is { } first
            && first.Type?.SpecialType == SpecialType.System_Int32 && IsCode(first.Constant()) && IsServer(call.TargetMethod)
            ? new ServerAnswer((int)first.Constant()!, AnswerForm.Number, first.Syntax)
            : null;
    }

    // Encoding.ASCII.GetBytes("554 ...")
    private static IOperation Unencoded(IOperation value) =>
        value.Unconverted() is IInvocationOperation { TargetMethod.Name: "GetBytes", Arguments: [var text, ..] } ? text.Value : value;

    private static ServerAnswer? OfText(IOperation value)
    {
        var beginning = value.Unconverted();
        while (beginning.ConstantValue is not { HasValue: true } && beginning is IBinaryOperation sum)
            beginning = sum.LeftOperand;
        if (beginning is IInterpolatedStringOperation { Parts: [IInterpolatedStringTextOperation first, ..] })
            beginning = first.Text;
        return beginning.ConstantValue is { HasValue: true, Value: string { Length: > 3 } text } && text[3] is ' ' or '-'
            && CodeDigits.CodeOf(text.Substring(0, 3)) is { } code
            ? new ServerAnswer(code, AnswerForm.Text, beginning.Syntax)
            : null;
    }

    // The code that a response is made with.
    private int? CodeOf(IOperation value)
    {
        value = value.Unconverted();
        return value.Type is { } type && (servers.IsReplyCode(type) || type.TypeKind == TypeKind.Enum
                || type.SpecialType == SpecialType.System_Int32)
            && value.Constant() is { } number && IsCode(number)
            ? (int)number
            : null;
    }

    private static bool IsCode(long? number) => number is >= ReplyCodes.Lowest and <= ReplyCodes.Highest;

    private bool IsPartOfAnswer(IOperation code) =>
        code.Converted().Parent is IArgumentOperation { Parent: IObjectCreationOperation { Type: var made } } && servers.IsResponse(made);

    private static bool IsCompared(IOperation operation) =>
        OperationFacts.IsCompared(operation) || operation.Parent is ISingleValueCaseClauseOperation or IFieldInitializerOperation;
}
