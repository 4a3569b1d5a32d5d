namespace SmtpAnalyzers.Symbols;

/// <summary>The two libraries whose clients send mail.</summary>
internal enum MailLibrary
{
    None,
    MailKit,
    SystemNetMail,
}
