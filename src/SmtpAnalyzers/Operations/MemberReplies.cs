using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Operations;

/// <summary>Says what of a reply the members hold that a pattern takes out of its input: <c>reply is (450, _)</c>.</summary>
internal sealed class MemberReplies(MailSymbols mail, HandWrittenReplies handWritten)
{
    /// <summary>The type of the reply code in <paramref name="place"/>; null where it holds none.</summary>
    public ITypeSymbol? TypeOf(AccessPath place) => TypeOfMember(place) is not { } type ? null
        : mail.IsReplyCode(type) || FormOf(place) != ReplyForm.None ? MailSymbols.Underlying(type)
        : null;

    /// <summary>
    /// What a pattern sees in <paramref name="place"/>, which holds a reply: its code as a number or a text, or its line.
    /// </summary>
    public ReplyValue ValueOf(AccessPath place) => FormOf(place) switch
    {
        ReplyForm.Text => ReplyValue.OfText(place),
        ReplyForm.Line => ReplyValue.OfLine(place),
        _ => ReplyValue.Of(place),
    };

    private ReplyForm FormOf(AccessPath place) =>
        place is AccessPath.Member { Symbol: var symbol } && TypeOfMember(place) is { } type && !mail.IsReplyCode(type)
            ? handWritten.FormOf(symbol, type)
            : ReplyForm.None;

    private static ITypeSymbol? TypeOfMember(AccessPath place) => place switch
    {
        AccessPath.Member { Symbol: IPropertySymbol property } => property.Type,
        AccessPath.Member { Symbol: IFieldSymbol field } => field.Type,
        _ => null,
    };
}
