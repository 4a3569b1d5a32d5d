using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpAnalyzers.Symbols;

/// <summary>
/// The exceptions of the two libraries, the members that carry a reply, and which client throws what, as one compilation sees them.
/// </summary>
internal sealed class ExceptionSymbols
{
    private const string MailKit = "MailKit.Net.Smtp.", SystemNetMail = "System.Net.Mail.";

    private readonly ImmutableHashSet<ISymbol> _mailKitClients, _systemNetMailClients;
    private readonly ImmutableHashSet<ISymbol> _neverByMailKit, _neverBySystemNetMail;

    public ExceptionSymbols(LibraryTypes libraries)
    {
        _mailKitClients = libraries.Of(MailKit + "SmtpClient", MailKit + "ISmtpClient", "MailKit.IMailTransport", "MailKit.MailTransport");
        _systemNetMailClients = libraries.Of(SystemNetMail + "SmtpClient");
        SystemNetMailException = libraries.Of(SystemNetMail + "SmtpException");
        FailedRecipient = libraries.Of(SystemNetMail + "SmtpFailedRecipientException");
        FailedRecipients = libraries.Of(SystemNetMail + "SmtpFailedRecipientsException");
        SystemAuthentication = libraries.Of(
            "System.Security.Authentication.AuthenticationException", "System.Security.Authentication.InvalidCredentialException");
        Command = libraries.Of(MailKit + "SmtpCommandException");
        Protocol = libraries.Of(MailKit + "SmtpProtocolException");
        MailKitAuthentication = libraries.Of("MailKit.Security.AuthenticationException");
        Response = libraries.Of(MailKit + "SmtpResponse");
        ErrorCode = libraries.Of(MailKit + "SmtpErrorCode");
        _neverByMailKit = SystemNetMailException.Union(FailedRecipient).Union(FailedRecipients).Union(SystemAuthentication);
        _neverBySystemNetMail = Command.Union(Protocol).Union(MailKitAuthentication);
    }

    /// <summary>System.Net.Mail's SmtpException itself.</summary>
    public ImmutableHashSet<ISymbol> SystemNetMailException { get; }

    /// <summary>System.Net.Mail's exception for one refused recipient, base of the next.</summary>
    public ImmutableHashSet<ISymbol> FailedRecipient { get; }

    /// <summary>System.Net.Mail's exception for several refused recipients.</summary>
    public ImmutableHashSet<ISymbol> FailedRecipients { get; }

    /// <summary>Whether <paramref name="type"/> is System.Net.Mail's exception of one or several refused recipients.</summary>
    public bool IsOfRecipients(ITypeSymbol? type) =>
        type is not null && (FailedRecipient.Contains(type) || FailedRecipients.Contains(type));

    /// <summary>.NET's own AuthenticationException, which is not MailKit's.</summary>
    public ImmutableHashSet<ISymbol> SystemAuthentication { get; }

    /// <summary>MailKit's SmtpCommandException: a reply.</summary>
    public ImmutableHashSet<ISymbol> Command { get; }

    /// <summary>MailKit's SmtpProtocolException: no reply, or none that can be read.</summary>
    public ImmutableHashSet<ISymbol> Protocol { get; }

    /// <summary>MailKit's AuthenticationException.</summary>
    public ImmutableHashSet<ISymbol> MailKitAuthentication { get; }

    /// <summary>MailKit's SmtpResponse.</summary>
    public ImmutableHashSet<ISymbol> Response { get; }

    /// <summary>MailKit's SmtpErrorCode, which names the step that failed.</summary>
    public ImmutableHashSet<ISymbol> ErrorCode { get; }

    /// <summary>The library whose client <paramref name="call"/> is made to; None for any other call.</summary>
    public MailLibrary LibraryOf(IInvocationOperation call) =>
        (call.Instance?.Type ?? call.TargetMethod.ContainingType) is { } type ? LibraryOf(type) : MailLibrary.None;

    /// <summary>The library whose client <paramref name="type"/> is, or derives from.</summary>
    public MailLibrary LibraryOf(ITypeSymbol type) => LibraryTypes.InheritsAny(type, _mailKitClients) ? MailLibrary.MailKit
        : LibraryTypes.InheritsAny(type, _systemNetMailClients) ? MailLibrary.SystemNetMail
        : MailLibrary.None;

    /// <summary>
    /// Whether no call to the client of <paramref name="library"/> ever throws
    /// <paramref name="exception"/>; false for exceptions of anybody else.
    /// </summary>
    public bool IsNeverThrown(ITypeSymbol? exception, MailLibrary library) => exception is not null && library switch
    {
        MailLibrary.MailKit => _neverByMailKit.Contains(exception),
        MailLibrary.SystemNetMail => _neverBySystemNetMail.Contains(exception),
        _ => false,
    };

    /// <summary>
    /// Whether the client that reports replies in <paramref name="refusal"/> lets <paramref name="lost"/>, the exception of a lost
    /// connection, out. System.Net.Mail reports GeneralFailure in its place; a cancellation comes out as what it is.
    /// </summary>
    public bool LetsOut(ITypeSymbol lost, ITypeSymbol? refusal) => lost.Name is not ("IOException" or "TimeoutException")
        || !LibraryTypes.InheritsAny(refusal, SystemNetMailException);
}
