using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Recognizes the text of a refused reply: the Message or ToString() of an exception that carries a reply code, the Response of MailKit's
/// SmtpResponse, parts and copies of these.
/// </summary>
internal sealed class RefusalText(ApiFile file)
{
    private const int Deepest = 8;

    private bool? _makesOwn;

    /// <param name="Owner">The exception or response whose StatusCode holds the code as a number; null where it is hidden in another exception.</param>
    public sealed record Origin(ExpressionSyntax? Owner);

    /// <summary>Where <paramref name="text"/>, a string or character, comes from; null where it is not the text of a reply.</summary>
    public Origin? Of(IOperation? text) => Of(text, Deepest);

    private Origin? Of(IOperation? text, int depth) => depth == 0 ? null : text switch
    {
        IParenthesizedOperation parenthesized => Of(parenthesized.Operand, depth),
        IConversionOperation conversion => Of(conversion.Operand, depth),
        IConditionalAccessOperation access => Of(access.WhenNotNull, depth - 1),
        ICoalesceOperation coalesce => Of(coalesce.Value, depth - 1),
        IPropertyReferenceOperation { Property.Name: "Message" or "Response", Instance: { } owner } property => OfMember(property.Property, owner),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { Type.SpecialType: SpecialType.System_String } whole } => Of(whole, depth - 1),
        IArrayElementReferenceOperation { ArrayReference: var parts } => Of(parts, depth - 1),
        IImplicitIndexerReferenceOperation part => Of(part.Instance, depth - 1),
        ILocalReferenceOperation local => OfLocal(local, depth),
        IInterpolatedStringOperation interpolated => interpolated.Parts.OfType<IInterpolationOperation>()
            .Select(part => Of(part.Expression, depth - 1)).FirstOrDefault(static origin => origin is not null),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Of(sum.LeftOperand, depth - 1) ?? Of(sum.RightOperand, depth - 1),
        IInvocationOperation call => OfCall(call, depth),
        _ => null,
    };

    private Origin? OfCall(IInvocationOperation call, int depth) => call.TargetMethod.Name switch
    {
        "ToString" when call.Instance is { } owner && OfException(owner) is { } origin => origin,
        "Trim" or "TrimStart" or "TrimEnd" or "ToLower" or "ToUpper" or "ToLowerInvariant" or "ToUpperInvariant" or "Substring" or "Split"
            or "Replace" or "Remove"
            or "ToString" when call.TargetMethod.ContainingType.SpecialType == SpecialType.System_String => Of(call.Instance, depth - 1),
        "First" or "FirstOrDefault" or "AsSpan" when call.Instance is null && call.Arguments.Length > 0 => Of(call.Arguments[0].Value, depth - 1),
        _ => null,
    };

    private Origin? OfMember(IPropertySymbol property, IOperation owner)
    {
        owner = CallSyntax.Receiver(owner);
        if (property.Name == "Response")
            return file.Symbols.Response.Contains(property.ContainingType) ? new Origin(owner.Syntax as ExpressionSyntax) : null;
        return OfException(owner);
    }

    private Origin? OfException(IOperation owner)
    {
        owner = CallSyntax.Receiver(owner);
        if (IsOfLibrary(owner.Type))
        {
            // The aggregate's own code is always -1.
            var hasCode = !MailSymbols.InheritsAny(owner.Type, file.Symbols.FailedRecipients);
            return new Origin(hasCode ? owner.Syntax as ExpressionSyntax : null);
        }

        return owner switch
        {
            IPropertyReferenceOperation { Property.Name: "InnerException", Instance: { } outer } when HidesReply(CallSyntax.Receiver(outer)) => new Origin(null),
            IInvocationOperation { TargetMethod.Name: "GetBaseException", Instance: { } outer } when HidesReply(CallSyntax.Receiver(outer)) => new Origin(null),
            ILocalReferenceOperation local when IsAroundClient(local) => new Origin(null),
            _ => null,
        };
    }

    // The text of the program's own exceptions holds what the program puts there.
    private bool IsOfLibrary(ITypeSymbol? type) =>
        file.File.Mail.IsReplyException(type) && !SymbolEqualityComparer.Default.Equals(type!.ContainingAssembly, file.Model.Compilation.Assembly)
        && !(file.Symbols.SystemNetMailException.Contains(type) && MakesOwn);

    // new SmtpException(response): a client that is written by hand.
    private bool MakesOwn => _makesOwn ??= file.Nodes<ObjectCreationExpressionSyntax>()
        .Where(static creation => creation.Type.ToString().EndsWith("SmtpException", StringComparison.Ordinal) && creation.ArgumentList?.Arguments.Count > 0)
        .Any(creation => file.SymbolOf(creation) is IMethodSymbol { ContainingType: var type,
            Parameters: [{ Type.SpecialType: SpecialType.System_String }, ..] }
            && file.Symbols.SystemNetMailException.Contains(type));

    private bool HidesReply(IOperation outer) =>
        IsOfLibrary(outer.Type) || MailSymbols.InheritsAny(outer.Type, file.Symbols.MailKitAuthentication)
        || (outer is ILocalReferenceOperation local && IsAroundClient(local));

    // Any exception, caught where nothing but a mail client is called.
    private bool IsAroundClient(ILocalReferenceOperation local) =>
        local.Local.Type is { Name: "Exception", ContainingNamespace.Name: "System" }
        && local.Local.DeclaringSyntaxReferences
            .FirstOrDefault()?.GetSyntax(file.Cancellation) is CatchDeclarationSyntax { Parent: CatchClauseSyntax { Parent: TryStatementSyntax attempt } }
        && file.CalleesOf(attempt.Block) is { HasOtherProtocol: false, SoleLibrary: not MailLibrary.None };

    private Origin? OfLocal(ILocalReferenceOperation local, int depth) =>
        SoleValue(local.Local) is { } value && file.Model.GetOperation(value, file.Cancellation) is { } written ? Of(written, depth - 1) : null;

    // The initializer of a local that is never written again.
    private ExpressionSyntax? SoleValue(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(file.Cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } value } declarator
        && declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && !member.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment => assignment.Left is IdentifierNameSyntax name
            && name.Identifier.ValueText == local.Name)
            ? value
            : null;
}
