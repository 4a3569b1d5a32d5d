using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Operations;

/// <summary>In what form a client that is written by hand holds a reply.</summary>
internal enum ReplyForm
{
    /// <summary>No reply.</summary>
    None,

    /// <summary>The code as a number, or as a value of an enum of the user's own.</summary>
    Number,

    /// <summary>The code as text.</summary>
    Text,

    /// <summary>The line that the server sent, or as much of it as the client keeps.</summary>
    Line,

    /// <summary>An enhanced status code as text, <c>4.7.1</c>, of a reply or of a delivery report.</summary>
    EnhancedStatus,
}

/// <summary>
/// Recognizes the reply codes of clients that are written by hand, by what they are called and where:
/// <c>replyCode</c> in a class that speaks of SMTP. The numbers are the same in FTP, NNTP and HTTP, so a name alone
/// says little, and of a library's own members nothing is known.
/// </summary>
internal sealed class HandWrittenReplies(bool inSmtp, Func<ISymbol, bool> isListed)
{
    private static readonly ImmutableHashSet<string> Code = WordSplitter.Exactly("code status");

    private static readonly ImmutableHashSet<string> Reply =
        WordSplitter.Exactly("reply replies response resp answer greeting banner line");

    // The words that may stand before "code". Any other word makes it an exit code, a country code or an HTTP code.
    private static readonly ImmutableHashSet<string> Qualifier = Reply.Union(WordSplitter.Exactly(
        "smtp esmtp return result server remote last final rcpt recipient mail sender from to data quit helo ehlo auth connect command "
        + "cmd dot body status three digit the m"));

    private static readonly ImmutableHashSet<string> Enhanced = WordSplitter.Exactly("enhanced dsn");

    private static readonly ImmutableHashSet<string> Call = Reply.Union(Code).Union(WordSplitter.Exactly("command cmd"));

    /// <summary>Whether the body stands in code that speaks of SMTP.</summary>
    public bool InSmtp => inSmtp;

    /// <summary>
    /// How <paramref name="symbol"/>, a variable, member or method whose value is of <paramref name="type"/>, holds a reply.
    /// </summary>
    public ReplyForm FormOf(ISymbol symbol, ITypeSymbol type)
    {
        type = MailSymbols.Underlying(type);
        var form = type.SpecialType switch
        {
            SpecialType.System_Int32 or SpecialType.System_Int16 or SpecialType.System_Int64
                or SpecialType.System_UInt32 or SpecialType.System_UInt16 or SpecialType.System_UInt64 => ReplyForm.Number,
            SpecialType.System_String => ReplyForm.Line,
            _ when type.TypeKind == TypeKind.Enum => ReplyForm.Number,
            _ => ReplyForm.None,
        };
        if (form == ReplyForm.None || IsConstant(symbol))
            return ReplyForm.None;
        if (isListed(symbol) || isListed(type))
            return form == ReplyForm.Line ? ReplyForm.Text : form;
        // Members of other libraries may mean anything, and the names of an enum are not replies.
        if (type.TypeKind == TypeKind.Enum
            || (symbol is not (ILocalSymbol or IParameterSymbol) && symbol.DeclaringSyntaxReferences.IsEmpty))
        {
            return ReplyForm.None;
        }

        var isOfSmtp = inSmtp || SmtpContext.IsOfSmtp(symbol.Name) || SmtpContext.Speaks(symbol.ContainingType);
        if (!isOfSmtp && form != ReplyForm.Line)
            return ReplyForm.None;
        var words = WordSplitter.OfName(symbol.Name);
        // No other protocol has these, so their names say enough.
        if (form == ReplyForm.Line && !words.IsEmpty && Code.Contains(words[words.Length - 1]) && words.Any(Enhanced.Contains))
            return ReplyForm.EnhancedStatus;
        if (words.IsEmpty || !isOfSmtp)
            return ReplyForm.None;
        if (symbol is IMethodSymbol)
            return words.Any(Call.Contains) ? form : ReplyForm.None;
        var last = words[words.Length - 1];
        if (Code.Contains(last) && words.Take(words.Length - 1).All(Qualifier.Contains))
            return form == ReplyForm.Line && last == "code" ? ReplyForm.Text : form;
        return words.All(word => Reply.Contains(word) || Qualifier.Contains(word)) && words.Any(Reply.Contains) ? form : ReplyForm.None;
    }

    private static bool IsConstant(ISymbol symbol) => symbol is ILocalSymbol { IsConst: true } or IFieldSymbol { HasConstantValue: true };
}
