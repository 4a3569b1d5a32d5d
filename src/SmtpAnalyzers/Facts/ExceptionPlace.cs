using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>The place by which an exception is followed.</summary>
internal static class ExceptionPlace
{
    /// <summary>
    /// The reply code of <paramref name="exception"/>, which <paramref name="owner"/> holds, and its type. An exception without a reply code
    /// is followed like one with: its constructor stands for the code, and no test tells codes apart.
    /// </summary>
    public static (AccessPath Place, ITypeSymbol Type) Of(AccessPath owner, ITypeSymbol exception, MailSymbols mail)
    {
        ISymbol? part = mail.IsReplyException(exception) ? mail.ReplyCodeOf(exception) : null;
        if (!SymbolEqualityComparer.Default.Equals(part?.ContainingType, exception))
            part = exception.GetMembers(WellKnownMemberNames.InstanceConstructorName).FirstOrDefault();
        return (new AccessPath.Member(owner, part ?? exception), (part as IPropertySymbol)?.Type ?? exception);
    }
}
