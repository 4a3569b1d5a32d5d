using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.Rules;

// SMTP3xxx: exceptions and the use of the APIs.
internal static partial class Descriptors
{
    private const string Exceptions = "SmtpExceptions";

    private const string MailKitDocs = "https://mimekit.net/docs/html/";

    private const string SystemNetMailDocs = "https://learn.microsoft.com/dotnet/api/system.net.mail.";



    // {0} the type, {1} the client, {2} what it throws instead.
    public static readonly DiagnosticDescriptor NeverThrown = Rule(
        DiagnosticIds.NeverThrown,
        "Exception type is never thrown by this client",
        Exceptions,
        "{1} never throws {0}, so failures escape here. {2}.",
        "Both libraries have a class SmtpClient and exceptions with similar names. System.Net.Mail reports replies in "
        + "SmtpException, MailKit in SmtpCommandException. A handler for the other library's exception compiles and never "
        + "runs. Do: catch the exceptions of the client you call.",
        MailKitDocs + "T_MailKit_Net_Smtp_SmtpCommandException.htm");

    // {0} the members of SmtpErrorCode, {1} what becomes of which codes.
    public static readonly DiagnosticDescriptor StepAsVerdict = Rule(
        DiagnosticIds.StepAsVerdict,
        "SmtpErrorCode does not tell transient from permanent",
        Exceptions,
        "{0} {1}. Check StatusCode as well.",
        "SmtpCommandException.ErrorCode names the step that the server refused: the sender, a recipient, the message or "
        + "another command. Each of them is refused with 4xx and with 5xx, so the step alone loses greylisted mail or "
        + "retries hopeless mail. Do: check the class of StatusCode.",
        MailKitDocs + "T_MailKit_Net_Smtp_SmtpErrorCode.htm");

    public static readonly DiagnosticDescriptor SendTextAsVerdict = Rule(
        DiagnosticIds.SendTextAsVerdict,
        "Text returned by Send is used as the verdict",
        Exceptions,
        "The text that Send returns has no reply code, so accepted mail counts as failed here. If Send returns, it succeeded.",
        "MailKit's Send and SendAsync return the text of the server's final reply, without the code. They return only "
        + "after the server accepted the message; a refusal (450, 550) is a SmtpCommandException. Do: take returning as "
        + "success, and keep the text for the log: it may hold the server's queue id.",
        MailKitDocs + "M_MailKit_MailTransport_Send.htm");

    // {0} the digits, pattern or parser.
    public static readonly DiagnosticDescriptor CodeFromText = Rule(
        DiagnosticIds.CodeFromText,
        "Reply code is read from text",
        Exceptions,
        "This reads a reply code ({0}) from text that does not hold it reliably, so 450 and 550 get mixed up. Use StatusCode.",
        "A client must act on the reply code, not on the text (RFC 5321 section 4.2). MailKit's exceptions and "
        + "SmtpResponse carry the text without the code; System.Net.Mail's put a sentence of their own before its first "
        + "line. Do: compare StatusCode.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.2");

    // {0} what goes past, or what is looked at in vain.
    public static readonly DiagnosticDescriptor OneFormOfRefusal = Rule(
        DiagnosticIds.OneFormOfRefusal,
        "Refused recipients are handled in one of their two forms only",
        Exceptions,
        "{0}. Handle both forms.",
        "System.Net.Mail throws SmtpFailedRecipientException if one recipient was refused, with its reply code, and the "
        + "derived SmtpFailedRecipientsException if several were: its StatusCode is always GeneralFailure (-1) and its "
        + "InnerExceptions hold the real codes. Code that knows one form mishandles the other. Do: handle both.",
        SystemNetMailDocs + "smtpfailedrecipientsexception");

    public static readonly DiagnosticDescriptor WrongCredentials = Rule(
        DiagnosticIds.WrongCredentials,
        "Authentication failure is taken for wrong credentials",
        Exceptions,
        "Every failed login counts as wrong credentials here, but 421, 451 and 454 are temporary. Check InnerException first.",
        "MailKit throws AuthenticationException for every negative answer to AUTH, so a good password is asked for again "
        + "or discarded while the server is merely busy. After 454 a client should not ask for another password (RFC 4954 "
        + "section 6). Do: check the reply in InnerException, which the overloads that take credentials usually set.",
        "https://www.rfc-editor.org/rfc/rfc4954#section-6",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor FailedVerify = Rule(
        DiagnosticIds.FailedVerify,
        "Failed Verify is taken for an invalid mailbox",
        Exceptions,
        "Every reply but 250 counts as an invalid mailbox here, even 252 (not verified) and 450 (try later). Only 5xx can say no.",
        "MailKit's Verify and Expand accept 250 only; every other answer is a SmtpCommandException. Most servers answer "
        + "VRFY with 252 whether the mailbox exists or not (RFC 5321 section 3.5.3), so valid addresses are discarded. Do: "
        + "count only 5xx as invalid.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-3.5.3");

    public static readonly DiagnosticDescriptor DroppedReply = Rule(
        DiagnosticIds.DroppedReply,
        "Refused recipient's reply is dropped",
        Exceptions,
        "The reply for a refused recipient is dropped here, and Send goes on without that recipient. Keep the response "
        + "(450 or 550), or throw.",
        "An override of OnRecipientNotAccepted that does not throw lets the message go to the other recipients, and Send "
        + "succeeds. The response is the only place that says whether this recipient should be retried. Do: record it, or "
        + "throw.",
        MailKitDocs + "M_MailKit_Net_Smtp_SmtpClient_OnRecipientNotAccepted.htm");

    // {0} the expression that has the brackets.
    public static readonly DiagnosticDescriptor BracketedAddress = Rule(
        DiagnosticIds.BracketedAddress,
        "FailedRecipient is compared with an address",
        Exceptions,
        "{0} has angle brackets, so it never equals an address. Compare new MailAddress({0}).Address.",
        "SmtpFailedRecipientException.FailedRecipient holds the mailbox as it was sent in the RCPT TO command, with angle "
        + "brackets, so a refused recipient is never found. Do: let MailAddress read it; it accepts both forms.",
        SystemNetMailDocs + "smtpfailedrecipientexception.failedrecipient");

    public static readonly DiagnosticDescriptor WrappingLosesCode = Rule(
        DiagnosticIds.WrappingLosesCode,
        "Wrapping loses the reply code",
        Exceptions,
        "This SmtpException has no reply code (GeneralFailure), so callers cannot tell 450 from 550. Pass the code to the constructor.",
        "Only the SmtpException constructors that take a SmtpStatusCode set StatusCode. The others leave GeneralFailure "
        + "(-1), which says that there was no reply. Do: pass the code on.",
        SystemNetMailDocs + "smtpexception.-ctor",
        DiagnosticSeverity.Info);

    // {0} what is done to the recipient.
    public static readonly DiagnosticDescriptor ReportActionIgnored = Rule(
        DiagnosticIds.ReportActionIgnored,
        "Delivery report is read without its action",
        Exceptions,
        "A delivery report also announces delays and successes, but every recipient in it is given up here ({0}). Check that Action is "
        + "\"failed\".",
        "A delivery report has a group of fields for each recipient, and its Action says what became of the message: failed, delayed, "
        + "delivered, relayed or expanded. After \"delayed\" the server still tries. Do: give a recipient up only if Action is "
        + "\"failed\", and suppress the address only if Status says so too (5.1.1). RFC 3464 sections 2.3.3 and 2.3.4.",
        "https://www.rfc-editor.org/rfc/rfc3464#section-2.3.3",
        DiagnosticSeverity.Info);
}
