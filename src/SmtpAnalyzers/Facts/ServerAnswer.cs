using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Facts;

/// <summary>How a server's answer is written.</summary>
internal enum AnswerForm
{
    /// <summary>A ready instance: <c>SmtpResponse.TransactionFailed</c>.</summary>
    Ready,

    /// <summary>A new response: <c>new SmtpResponse(SmtpReplyCode.TransactionFailed, "...")</c>.</summary>
    Created,

    /// <summary>The code alone, as a member of an enum.</summary>
    Code,

    /// <summary>The code alone, as a number.</summary>
    Number,

    /// <summary>The line that is written to the wire, or the beginning of it.</summary>
    Text,

    /// <summary>What a mailbox filter returns, for which the package chooses the reply.</summary>
    Filter,
}

/// <summary>A reply that a server gives, known from the source.</summary>
/// <param name="Code">The code that the client receives.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Syntax">Where.</param>
internal sealed record ServerAnswer(int Code, AnswerForm Form, SyntaxNode Syntax)
{
    // They speak of a session, of a password or of a size, and say little of the mail.
    private static readonly ReplyCodeSet Neutral = ReplyCodeSet.Of(500, 501, 502, 503, 504, 530, 534, 535, 538, 552);

    /// <summary>Whether the one who wrote it meant "not now", whatever the client receives.</summary>
    public bool IsMeantAsTemporary { get; init; }

    /// <summary>Whether the sender gives the mail up then, or this recipient.</summary>
    public bool IsRefusal => ReplyCodeSet.Permanent.Contains(Code) && !Neutral.Contains(Code);

    /// <summary>What becomes of the mail at the sender.</summary>
    public Outcome Outcome => IsMeantAsTemporary || ReplyCodeSet.Transient.Contains(Code) ? Outcome.Retry
        : IsRefusal ? Outcome.GiveUp
        : Code is >= 250 and <= 252 ? Outcome.Delivered
        : Outcome.None;
}
