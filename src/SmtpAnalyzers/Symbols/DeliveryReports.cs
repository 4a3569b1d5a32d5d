using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpAnalyzers.Symbols;

/// <summary>A delivery report (RFC 3464) as MimeKit reads it: a list of header fields for each recipient.</summary>
internal static class DeliveryReports
{
    /// <summary>The member that every reader of a report uses.</summary>
    public const string Groups = "StatusGroups";

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
    public static bool IsHeaderList(ITypeSymbol? type) => type?.Name == "HeaderList" && IsOfMimeKit(type);

    /// <summary>Whether <paramref name="type"/> is MimeKit's report about all recipients.</summary>
    public static bool IsReport(ITypeSymbol? type) => type?.Name == "MessageDeliveryStatus" && IsOfMimeKit(type);

    /// <summary>Whether <paramref name="type"/> is a report or holds the fields in it.</summary>
    public static bool IsPart(ITypeSymbol? type) => IsReport(type) || IsHeaderList(type)
        || (type?.Name == "HeaderListCollection" && IsOfMimeKit(type));

    private static bool IsOfMimeKit(ITypeSymbol type) =>
        type.ContainingNamespace is { Name: "MimeKit", ContainingNamespace.IsGlobalNamespace: true };
}
