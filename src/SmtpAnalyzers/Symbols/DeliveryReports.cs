using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpAnalyzers.Symbols;

/// <summary>A delivery report (RFC 3464) as MimeKit reads it: a list of header fields for each recipient.</summary>
internal static class DeliveryReports
{
    /// <summary>Whether <paramref name="header"/> is the enhanced status code of one recipient: <c>group["Status"]</c>.</summary>
    public static bool IsStatus(IPropertyReferenceOperation header) =>
        FieldOf(header) is { } field && field.Equals("Status", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name of the field that <paramref name="header"/> reads; null for any other property.</summary>
    public static string? FieldOf(IPropertyReferenceOperation header) =>
        header is { Property: { IsIndexer: true, ContainingType: var type }, Arguments: [{ Value.ConstantValue.Value: string field }] }
        && IsHeaderList(type)
            ? field
            : null;

    /// <summary>Whether <paramref name="type"/> is MimeKit's list of header fields.</summary>
    public static bool IsHeaderList(ITypeSymbol? type) => type is
    {
        Name: "HeaderList", ContainingNamespace: { Name: "MimeKit", ContainingNamespace.IsGlobalNamespace: true },
    };
}
