using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Naming;

namespace SmtpAnalyzers.Symbols;

/// <summary>
/// The mail libraries' types as one compilation sees them. Found by metadata name in every referenced assembly, so that a
/// missing library, an older one, or one that is there twice needs no special case.
/// </summary>
internal sealed class MailSymbols
{
    /// <summary>System.Net.Mail's name for everything that is no reply: -1.</summary>
    public const string GeneralFailure = nameof(GeneralFailure);

    private const string MailKit = "MailKit.Net.Smtp.", SystemNetMail = "System.Net.Mail.";

    private readonly ImmutableHashSet<ISymbol> _replyCodes;
    private readonly ImmutableHashSet<ISymbol> _exceptions;
    private readonly ImmutableHashSet<ISymbol> _clients;
    private readonly ImmutableHashSet<ISymbol> _systemClients;

    private readonly Lazy<ExceptionSymbols> _exceptionSymbols;
    private readonly Lazy<ServerSymbols> _serverSymbols;

    /// <summary>
    /// After these, thrown by a send of MailKit's client, the connection is closed, and the message may have been accepted.
    /// </summary>
    public ImmutableArray<INamedTypeSymbol> ClosingExceptions { get; }

    private MailSymbols(Compilation compilation, params string[] replyCodes)
    {
        var libraries = new LibraryTypes(compilation);
        _replyCodes = libraries.Of(replyCodes)
            .Where(type => ((INamedTypeSymbol)type).TypeKind == TypeKind.Enum)
            .ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default);
        _exceptions = libraries.Of(MailKit + "SmtpCommandException", SystemNetMail + "SmtpException");
        _clients = libraries.Of(
            MailKit + "SmtpClient", MailKit + "ISmtpClient", "MailKit.IMailTransport", "MailKit.MailTransport", "MailKit.IMailService",
            "MailKit.MailService", SystemNetMail + "SmtpClient");
        _systemClients = libraries.Of(SystemNetMail + "SmtpClient");
        ClosingExceptions = libraries.Of(
                MailKit + "SmtpProtocolException", "MailKit.ProtocolException", "System.IO.IOException", "System.TimeoutException",
                "System.OperationCanceledException")
            .OfType<INamedTypeSymbol>().OrderByDescending(static type => type.Name == "SmtpProtocolException")
            .ToImmutableArray();
        _exceptionSymbols = new Lazy<ExceptionSymbols>(() => new ExceptionSymbols(libraries));
        _serverSymbols = new Lazy<ServerSymbols>(() => new ServerSymbols(libraries));
    }

    /// <summary>The exceptions and clients, for the rules that tell the libraries apart.</summary>
    public ExceptionSymbols Exceptions => _exceptionSymbols.Value;

    /// <summary>The types of programs that answer as a server.</summary>
    public ServerSymbols Servers => _serverSymbols.Value;

    /// <summary>The symbols of <paramref name="compilation"/>, or null where no mail library is referenced.</summary>
    public static MailSymbols? Of(Compilation compilation)
    {
        var symbols = new MailSymbols(compilation, MailKit + "SmtpStatusCode", SystemNetMail + "SmtpStatusCode");
        return symbols._replyCodes.IsEmpty && !symbols.Servers.IsReferenced ? null : symbols;
    }

    /// <summary>
    /// The same with MailKit's SmtpErrorCode in the place of the reply codes: the engine then says what becomes of the mail by the step
    /// that was refused. Null where there is no MailKit.
    /// </summary>
    public static MailSymbols? OfErrorCodes(Compilation compilation)
    {
        var symbols = new MailSymbols(compilation, MailKit + "SmtpErrorCode");
        return symbols._replyCodes.IsEmpty ? null : symbols;
    }

    /// <summary>
    /// The symbols as <paramref name="edited"/> sees them, the same compilation with other
    /// source: the libraries' types are the same objects.
    /// </summary>
    public MailSymbols? In(Compilation edited) =>
        _replyCodes.Concat(_exceptions).Concat(_clients).Concat(Servers.Types)
            .All(static type => type.Locations.All(static location => location.IsInMetadata))
            ? this
            : Of(edited);

    /// <summary>Whether <paramref name="type"/> is one of the SmtpStatusCode enums, or its nullable form.</summary>
    public bool IsReplyCode(ITypeSymbol? type) => type is not null && _replyCodes.Contains(Underlying(type));

    /// <summary>The member of <paramref name="type"/>, an enum, whose value is <paramref name="code"/>; null where it has none.</summary>
    public static string? NameOf(ITypeSymbol type, int code) =>
        type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.ConstantValue is int value && value == code)?.Name;

    /// <summary>
    /// The code of the SmtpStatusCode member <paramref name="name"/> of any library, as a <c>long</c>; null where there is none.
    /// </summary>
    public object? CodeOf(string name) => _replyCodes.OfType<INamedTypeSymbol>()
        .SelectMany(type => type.GetMembers(name)).OfType<IFieldSymbol>()
        .Select(static field => field.ConstantValue is int code ? (object)(long)code : null).FirstOrDefault();

    /// <summary>Whether <paramref name="type"/> is an exception that carries a reply code.</summary>
    public bool IsReplyException(ITypeSymbol? type) => LibraryTypes.InheritsAny(type, _exceptions);

    /// <summary>Whether a handler of <paramref name="type"/>, null where it takes every exception, may be given a refusal.</summary>
    public bool MayHoldRefusal(ITypeSymbol? type) =>
        type is null or { TypeKind: TypeKind.Error } or { Name: "Exception" or "SystemException" or "Object" or "CommandException" }
        || IsReplyException(type);

    /// <summary>
    /// Whether <paramref name="type"/> is the exception of several refused recipients, whose own code is always GeneralFailure.
    /// </summary>
    public static bool IsOfSeveralRecipients(ITypeSymbol type) =>
        type is { Name: "SmtpFailedRecipientsException", ContainingNamespace:
        {
            Name: "Mail", ContainingNamespace: { Name: "Net", ContainingNamespace.Name: "System" },
        } };

    /// <summary>
    /// The property of <paramref name="exception"/>, one that carries a reply code, which holds it; null where it cannot be found.
    /// </summary>
    public IPropertySymbol? ReplyCodeOf(ITypeSymbol exception)
    {
        for (var type = exception; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers("StatusCode"))
            {
                if (member is IPropertySymbol property && IsReplyCode(property.Type))
                    return property;
            }
        }

        return null;
    }

    /// <summary>The exception in which <paramref name="call"/>, to a library's client, reports a reply; null for any other call.</summary>
    public ITypeSymbol? ReplyExceptionOf(IInvocationOperation call)
    {
        if (!IsClient(call))
            return null;
        var client = ClientOf(call)?.Type ?? call.TargetMethod.ContainingType;
        return ReplyExceptionOf(client, isSystem: LibraryTypes.InheritsAny(client, _systemClients));
    }

    /// <summary>
    /// The exception in which a sender of the program's, to which <paramref name="call"/> hands a library's message, reports a reply; null
    /// where it hands over none.
    /// </summary>
    public ITypeSymbol? ReplyExceptionOfHanded(IInvocationOperation call)
    {
        // Every call is asked, and hardly one is given a message.
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.Type is { } message && IsMessage(message))
            {
                return IsClient(call) || CallKinds.IsFramework(call.TargetMethod.ContainingType)
                    || !WordSplitter.OfName(call.TargetMethod.Name).Any(ContextWords.Send.Contains)
                        ? null
                        : ReplyExceptionOf(message, isSystem: message.Name == "MailMessage");
            }
        }

        return null;
    }

    /// <summary>Whether <paramref name="type"/> is a library's message.</summary>
    public static bool IsMessage(ITypeSymbol? type) => type is
        { Name: "MimeMessage", ContainingNamespace.Name: "MimeKit" } or { Name: "MailMessage", ContainingNamespace.Name: "Mail" };

    /// <summary>The exception in which MailKit reports a reply, or System.Net.Mail.</summary>
    public ITypeSymbol? ReplyExceptionOf(bool isSystem) => ReplyExceptionOf(client: null, isSystem);

    private ITypeSymbol? ReplyExceptionOf(ITypeSymbol? client, bool isSystem)
    {
        // Of a library that is there twice, its own: a copy in the source beside the package.
        ITypeSymbol? first = null;
        foreach (var exception in _exceptions)
        {
            if ((exception.Name == "SmtpException") != isSystem)
                continue;
            if (IsOfAssembly(client, exception.ContainingAssembly))
                return exception as ITypeSymbol;
            if (first is null || string.CompareOrdinal(exception.ContainingAssembly.Name, first.ContainingAssembly.Name) < 0)
                first = exception as ITypeSymbol;
        }

        return first;
    }

    private static bool IsOfAssembly(ITypeSymbol? client, IAssemblySymbol assembly)
    {
        for (var type = client; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, assembly))
                return true;
        }

        return false;
    }

    /// <summary>Whether <paramref name="operation"/> opens or authenticates a connection with a library's client.</summary>
    public bool IsConnecting(IInvocationOperation operation) =>
        operation.TargetMethod.Name is "Connect" or "ConnectAsync" or "Authenticate" or "AuthenticateAsync" && IsClient(operation);

    /// <summary>
    /// Whether <paramref name="operation"/> sends a message: a library's client, or a method of the user's that is called Send,
    /// Deliver or the like (inside a try that catches reply codes, that is what it means), or AttemptSend and is given a library's message.
    /// </summary>
    public static bool IsSending(IInvocationOperation operation) => operation.Arguments.Length > 0
        && (IsSendName(operation.TargetMethod.Name)
            || (BeginsWith(operation.TargetMethod.Name, ContextWords.AttemptNames)
                && operation.Arguments.Any(static argument => IsMessage(argument.Value.Type))));

    /// <summary>Whether a method of this name sends mail, as far as a name can say it.</summary>
    public static bool IsSendName(string name) => BeginsWith(name, ContextWords.SendNames);

    private static bool BeginsWith(string name, ImmutableArray<string> beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (name.StartsWith(beginning, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    public bool IsClient(IInvocationOperation operation) =>
        LibraryTypes.InheritsAny(ClientOf(operation)?.Type ?? operation.TargetMethod.ContainingType, _clients);

    /// <summary>Whether <paramref name="type"/> is a library's client, its base or its interface, or derived from it.</summary>
    public bool IsClient(ITypeSymbol? type) => LibraryTypes.InheritsAny(type, _clients);

    public bool IsSystemClient(ITypeSymbol? type) => LibraryTypes.InheritsAny(type, _systemClients);

    /// <summary>What a method, or an extension method, is called on.</summary>
    public static IOperation? ClientOf(IInvocationOperation operation) =>
        (operation.Instance ?? (operation.TargetMethod.IsExtensionMethod ? operation.Arguments.FirstOrDefault()?.Value : null))
        ?.Unconverted();

    /// <summary>Whether <paramref name="operation"/> sends a message with a library's client.</summary>
    public bool IsClientSend(IInvocationOperation operation) =>
        operation.TargetMethod.Name is "Send" or "SendAsync" or "SendMailAsync" && IsClient(operation);

    /// <summary>
    /// Whether the client <paramref name="operation"/> is called on is a subclass that handles refused recipients itself.
    /// The 554 that MailKit's Send then raises when none is left is made up by MailKit, not a reply.
    /// </summary>
    public bool OverridesRefusedRecipients(IInvocationOperation operation)
    {
        for (var type = operation.Instance?.Type; type is not null && !_clients.Contains(type.OriginalDefinition); type = type.BaseType)
        {
            if (type.GetMembers("OnRecipientNotAccepted").Any(member => member.IsOverride))
                return true;
        }

        return false;
    }

    /// <summary>Whether <paramref name="method"/> overrides one that a class of MailKit declares.</summary>
    public static bool OverridesMailKit(IMethodSymbol method)
    {
        while (method.OverriddenMethod is { } overridden)
            method = overridden;
        return CallKinds.IsIn(method.ContainingType, "MailKit");
    }

    /// <summary>
    /// Whether MailKit calls <paramref name="method"/> for each recipient that the server has accepted, and with such a reply only: 250 or
    /// 251.
    /// </summary>
    public bool IsCalledForAccepted(IMethodSymbol? method)
    {
        if (method is not { Name: "OnRecipientAccepted", IsOverride: true })
            return false;
        while (method.OverriddenMethod is { } overridden)
            method = overridden;
        return _clients.Contains(method.ContainingType);
    }

    public static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;

    /// <summary>The class or interface and the classes it derives from, the nearest first.</summary>
    public static IEnumerable<ITypeSymbol> BasesAndSelf(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            yield return current;
    }

    public static bool Derives(ITypeSymbol type, ITypeSymbol from)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, from))
                return true;
        }

        return false;
    }
}
