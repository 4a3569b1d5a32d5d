using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Conditions;

/// <summary>
/// Tests of a type, or for null, on the reply code itself and on the exception or response that owns it.
/// </summary>
internal sealed class OwnerTests(ReplyReader reader)
{
    private static readonly ReplyCodeSet GeneralFailure = ReplyCodeSet.Of(ReplyCodes.NoReply);

    /// <summary>
    /// Whether <paramref name="type"/> is, may be or cannot be the type of what owns the reply code: <paramref name="place"/> is the
    /// exception or response, the reply code is a member of it, and only a type that has the member is asked about. What is of another type
    /// has no reply code.
    /// </summary>
    public Constraint TypeTest(ITypeSymbol type, AccessPath? place)
    {
        if (place is null || place.Equals(reader.Reply) || reader.Reply.MemberAfter(place)?.ContainingType is not { } owner)
            return Constraint.Unknown;
        if (MailSymbols.Derives(owner, type))
            return IsThere(place, type);
        // Several refused recipients: the real codes are in the inner exceptions.
        if (MailSymbols.IsOfSeveralRecipients(type))
            return new(GeneralFailure, ReplyCodeSet.All);
        return type.TypeKind == TypeKind.Class && owner.TypeKind == TypeKind.Class && !MailSymbols.Derives(type, owner)
            ? new(ReplyCodeSet.NoReply, ReplyCodeSet.All)
            : Constraint.Unknown;
    }

    /// <summary>
    /// Whether a number computed from the reply code is of <paramref name="type"/>. A boxed number may be of any type.
    /// </summary>
    public static Constraint TypeTest(ReplyValue number, ITypeSymbol? own, ITypeSymbol type) =>
        Constraint.Exactly(number.Defined).And(own is not null && AreSame(own, type) ? Constraint.Always : Constraint.Unknown);

    /// <summary>
    /// Whether the reply code, or what it hangs on, is not null, seen as <paramref name="type"/>. Where there is no reply code, any owner
    /// of it may be null, or of another type; that which has the code as its own must be.
    /// </summary>
    public Constraint IsThere(ReplyValue? number, AccessPath? place, ITypeSymbol? type) =>
        number is not null ? Constraint.Exactly(number.Defined) : IsThere(place, type);

    /// <summary>Whether <paramref name="operation"/> is not null. An object that is compared with null is seen as its own type.</summary>
    public Constraint IsThere(IOperation operation)
    {
        while (operation is IConversionOperation { Type.SpecialType: SpecialType.System_Object } conversion)
            operation = conversion.Operand;
        return IsThere(reader.Reads(operation), reader.PlaceOf(operation), operation.Type);
    }

    private Constraint IsThere(AccessPath? place, ITypeSymbol? type) => !reader.IsOwner(place) ? Constraint.Unknown
        : reader.Reply is AccessPath.Member { Owner: var nearest, Symbol: var member } && nearest.Equals(place) && IsAlwaysThere(member)
            && type is not null && MailSymbols.Derives(type, member.ContainingType)
            ? Constraint.Exactly(ReplyCodeSet.AnyReply)
            : Constraint.Unknown with { WhenFalse = ReplyCodeSet.NoReply };

    private static bool IsAlwaysThere(ISymbol member) => member switch
    {
        IPropertySymbol property => IsAlwaysThere(property.Type),
        IFieldSymbol field => IsAlwaysThere(field.Type),
        _ => false,
    };

    private static bool IsAlwaysThere(ITypeSymbol type) =>
        type.IsValueType && SymbolEqualityComparer.Default.Equals(MailSymbols.Underlying(type), type);

    private static bool AreSame(ITypeSymbol one, ITypeSymbol other) =>
        SymbolEqualityComparer.Default.Equals(MailSymbols.Underlying(one), MailSymbols.Underlying(other));
}
