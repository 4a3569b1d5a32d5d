using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>The two exceptions of System.Net.Mail for refused recipients: that for several is derived from that for one.</summary>
internal static class RefusedRecipients
{
    public const string One = "SmtpFailedRecipientException";

    public const string Several = "SmtpFailedRecipientsException";

    public static bool Is(ITypeSymbol? type) => type is { Name: One or Several, ContainingNamespace.Name: "Mail" };
}
