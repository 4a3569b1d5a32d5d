using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.Symbols;

/// <summary>
/// The types with which a program answers as a server: those of the SmtpServer package as one compilation sees them, and types of the
/// program's own that are called the same.
/// </summary>
internal sealed class ServerSymbols(LibraryTypes libraries)
{
    private const string Protocol = "SmtpServer.Protocol.", Storage = "SmtpServer.Storage.";

    private const string Response = "SmtpResponse", ReplyCode = "SmtpReplyCode", SaveAsync = "SaveAsync";

    // The instances that the package has ready. None of them is 4yz.
    private static readonly ImmutableDictionary<string, int> Ready = new Dictionary<string, int>
    {
        ["ServiceReady"] = 220, ["ServiceClosingTransmissionChannel"] = 221, ["AuthenticationSuccessful"] = 235, ["Ok"] = 250,
        ["SyntaxError"] = 501, ["BadSequence"] = 503, ["AuthenticationRequired"] = 530, ["AuthenticationFailed"] = 535,
        ["MailboxUnavailable"] = 550, ["SizeLimitExceeded"] = 552, ["MaxMessageSizeExceeded"] = 552, ["MailboxNameNotAllowed"] = 553,
        ["TransactionFailed"] = 554, ["NoValidRecipientsGiven"] = 554,
    }.ToImmutableDictionary();

    private readonly ImmutableHashSet<ISymbol> _responses = libraries.Of(Protocol + Response);
    private readonly ImmutableHashSet<ISymbol> _codes = libraries.Of(Protocol + ReplyCode);
    private readonly ImmutableHashSet<ISymbol> _stores = libraries.Of(Storage + "IMessageStore", Storage + "MessageStore");
    private readonly ImmutableHashSet<ISymbol> _filters = libraries.Of(Storage + "IMailboxFilter", Storage + "MailboxFilter");

    // Until version 10: what a filter returns. Later ones return a bool.
    private readonly ImmutableHashSet<ISymbol> _filterResults = libraries.Of(Storage + "MailboxFilterResult");

    /// <summary>Whether the package, or a type that is called like one of it, is there.</summary>
    public bool IsReferenced => !_responses.IsEmpty || !_codes.IsEmpty;

    /// <summary>The types of the package.</summary>
    public IEnumerable<ISymbol> Types => _responses.Concat(_codes).Concat(_stores).Concat(_filters).Concat(_filterResults);

    /// <summary>The exception in which a store or filter of the package chooses the reply; null where it is not referenced.</summary>
    public INamedTypeSymbol? ResponseException { get; } =
        libraries.Of(Protocol + "SmtpResponseException").OfType<INamedTypeSymbol>().FirstOrDefault();

    /// <summary>The package's response; null where it is not referenced.</summary>
    public INamedTypeSymbol? PackageResponse => _responses.OfType<INamedTypeSymbol>().FirstOrDefault();

    /// <summary>Whether <paramref name="type"/> is the package's response, or one of the program's own that is called the same.</summary>
    public bool IsResponse(ITypeSymbol? type) => type is not null && (_responses.Contains(type) || IsOwn(type, Response));

    /// <summary>Whether <paramref name="type"/> is the package's enum of reply codes, or one of the program's own.</summary>
    public bool IsReplyCode(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Enum } && (_codes.Contains(type) || IsOwn(type, ReplyCode));

    /// <summary>Whether <paramref name="type"/> is the package's own.</summary>
    public bool IsOfPackage(ITypeSymbol? type) => type is not null && (_responses.Contains(type) || _codes.Contains(type));

    /// <summary>Whether <paramref name="type"/> is what a mailbox filter of the package returned until version 10.</summary>
    public bool IsFilterResult(ITypeSymbol? type) => type is not null && _filterResults.Contains(type);

    /// <summary>Whether <paramref name="method"/> takes a message for the package, which answers with what it returns.</summary>
    public bool IsStore(IMethodSymbol? method) =>
        method is { IsAbstract: false } && IsCalled(method, SaveAsync) && IsResponse(ResultOf(method.ReturnType))
        && LibraryTypes.InheritsAny(method.ContainingType, _stores);

    /// <summary>Whether <paramref name="method"/> accepts or refuses a sender or a recipient for the package.</summary>
    public bool IsFilter(IMethodSymbol? method) =>
        method is { IsAbstract: false } && (IsCalled(method, "CanAcceptFromAsync") || IsCalled(method, "CanDeliverToAsync"))
        && (ResultOf(method.ReturnType) is { SpecialType: SpecialType.System_Boolean } || IsFilterResult(ResultOf(method.ReturnType)))
        && LibraryTypes.InheritsAny(method.ContainingType, _filters);

    /// <summary>The code of the ready instance that <paramref name="member"/> of a response type is; null where it is none.</summary>
    public int? ReadyCode(ISymbol member) =>
        member.IsStatic && IsResponse(member.ContainingType) && Ready.TryGetValue(member.Name, out var code) ? code : null;

    /// <summary>What a task of <paramref name="type"/> results in; any other type itself.</summary>
    public static ITypeSymbol? ResultOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } ? result : type;

    // Its own name, or that of the interface and the member.
    private static bool IsCalled(IMethodSymbol method, string name) =>
        method.Name == name || (method.ExplicitInterfaceImplementations is [var implemented, ..] && implemented.Name == name);

    // MailKit's SmtpResponse is what a client was told.
    private static bool IsOwn(ITypeSymbol type, string name) =>
        type.Name == name && !CallKinds.IsFramework(type) && type.Locations.Any(static location => location.IsInSource);
}
