using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Recognizes the text of a refused reply: the Message or ToString() of an exception that carries a reply code, the Response of MailKit's
/// SmtpResponse, parts of these and texts that they are joined into.
/// </summary>
internal sealed class RefusalText(MailFile file)
{
    // A text that is joined from texts that are joined from texts: more often than anybody does it by hand.
    private const int MaxDepth = 32;

    // A text that is still being read has a provisional answer: one that is joined from itself, text = text + more, is what the rest is.
    private readonly Dictionary<IOperation, Origin?> _joined = [];
    private bool? _makesOwn;
    private int _depth;

    /// <param name="Owner">The exception or response whose StatusCode holds the code as a number; null
    /// where it is hidden in another exception.</param>
    public sealed record Origin(ExpressionSyntax? Owner);

    /// <summary>Where <paramref name="text"/>, a string or character, comes from; null where it may be another text.</summary>
    public Origin? Of(IOperation? text)
    {
        Origin? origin = null;
        foreach (var source in file.Values.SourcesOf(text, TextParts.Of))
        {
            if (TextParts.IsConstant(source))
                continue;
            if ((OfJoined(source) ?? OfSource(source)) is not { } found)
                return null;
            origin ??= found;
        }

        return origin;
    }

    private Origin? OfJoined(IOperation source)
    {
        if (_joined.TryGetValue(source, out var found))
            return found;
        _joined[source] = null;
        if (_depth == MaxDepth || (TextParts.Joined(source) ?? TextParts.Built(source, file.Values)) is not { } parts)
            return null;
        _depth++;
        _joined[source] = found = parts.Select(Of).FirstOrDefault(static part => part is not null);
        _depth--;
        return found;
    }

    private Origin? OfSource(IOperation source) => source switch
    {
        IPropertyReferenceOperation { Property: { Name: "Response" } property, Instance: { } owner } =>
            file.Mail.Exceptions.Response.Contains(property.ContainingType)
                ? new Origin(ValueTracker.Receiver(owner).Syntax as ExpressionSyntax)
                : null,
        IPropertyReferenceOperation { Property.Name: "Message", Instance: { } owner } => OfException(owner),
        IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } owner } => OfException(owner),
        _ => null,
    };

    private Origin? OfException(IOperation owner)
    {
        owner = ValueTracker.Receiver(owner);
        if (IsOfLibrary(owner.Type))
        {
            // The aggregate's own code is always -1.
            var hasCode = !LibraryTypes.InheritsAny(owner.Type, file.Mail.Exceptions.FailedRecipients);
            return new Origin(hasCode ? owner.Syntax as ExpressionSyntax : null);
        }

        // An exception that is handed to a predicate under its base type.
        if (file.Values.SourcesOf(owner).Any(source => source != owner && IsOfLibrary(source.Type)))
            return new Origin(null);
        return owner switch
        {
            IPropertyReferenceOperation { Property.Name: "InnerException", Instance: { } outer }
                when HidesReply(ValueTracker.Receiver(outer)) => new Origin(null),
            IInvocationOperation { TargetMethod.Name: "GetBaseException", Instance: { } outer }
                when HidesReply(ValueTracker.Receiver(outer)) => new Origin(null),
            ILocalReferenceOperation local when IsAroundClient(local) => new Origin(null),
            _ => null,
        };
    }

    // The text of the program's own exceptions holds what the program puts there.
    private bool IsOfLibrary(ITypeSymbol? type) =>
        file.Mail.IsReplyException(type)
        && !SymbolEqualityComparer.Default.Equals(type!.ContainingAssembly, file.Model.Compilation.Assembly)
        && !(file.Mail.Exceptions.SystemNetMailException.Contains(type) && MakesOwn);

    // new SmtpException(response): a client that is written by hand.
    private bool MakesOwn => _makesOwn ??= file.Nodes.OfType<ObjectCreationExpressionSyntax>()
        .Where(static creation =>
            creation.Type.ToString().EndsWith("SmtpException", StringComparison.Ordinal) && creation.ArgumentList?.Arguments.Count > 0)
        .Any(creation =>
            file.SymbolOf(creation) is IMethodSymbol
            {
                ContainingType: var type, Parameters: [{ Type.SpecialType: SpecialType.System_String }, ..],
            }
            && file.Mail.Exceptions.SystemNetMailException.Contains(type));

    private bool HidesReply(IOperation outer) =>
        IsOfLibrary(outer.Type) || LibraryTypes.InheritsAny(outer.Type, file.Mail.Exceptions.MailKitAuthentication)
        || (outer is ILocalReferenceOperation local && IsAroundClient(local));

    // Any exception, caught where nothing but a mail client is called.
    private bool IsAroundClient(ILocalReferenceOperation local) =>
        local.Local.Type is { Name: "Exception", ContainingNamespace.Name: "System" }
        && local.Local.DeclaringSyntaxReferences
            .FirstOrDefault()?.GetSyntax(file.Cancellation) is CatchDeclarationSyntax
            {
                Parent: CatchClauseSyntax { Parent: TryStatementSyntax attempt },
            }
        && file.CallsOf(attempt.Block) is { HasOtherProtocol: false, SoleLibrary: not MailLibrary.None };
}
