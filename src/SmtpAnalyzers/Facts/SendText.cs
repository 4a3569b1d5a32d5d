using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>Recognizes the text that MailKit's Send returns, and parts of it.</summary>
internal sealed class SendText(MailFile file)
{
    /// <summary>
    /// Whether <paramref name="operation"/>, a string or something computed from it, is always the text of a Send, or none yet.
    /// </summary>
    public bool Is(IOperation? operation)
    {
        var sources = file.Values.SourcesOf(operation, TextParts.Of).Where(static source => !IsNone(source)).ToList();
        return sources.Count > 0 && sources.All(source => source is IInvocationOperation call && IsSend(call, file.Mail.Exceptions));
    }

    /// <summary>Whether <paramref name="call"/> sends with MailKit and returns the text.</summary>
    public static bool IsSend(IInvocationOperation call, ExceptionSymbols symbols) =>
        call.TargetMethod.Name is "Send" or "SendAsync" && symbols.LibraryOf(call) == MailLibrary.MailKit
        && call.TargetMethod.ReturnType is { SpecialType: SpecialType.System_String }
            or INamedTypeSymbol { Name: "Task", TypeArguments: [{ SpecialType: SpecialType.System_String }] };

    // A handler may put the text of the exception where that of Send would be.
    private static bool IsNone(IOperation source) =>
        source is IPropertyReferenceOperation
        {
            Property: { Name: "Message", ContainingType: { Name: "Exception", ContainingNamespace.Name: "System" } },
        } or { ConstantValue.HasValue: true } or IDefaultValueOperation or IFieldReferenceOperation
        {
            Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String },
        };
}
