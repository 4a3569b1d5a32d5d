using SmtpAnalyzers.Options;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Operations;

/// <summary>
/// What a body is read with: what its compilation knows of mail, what its file sets, and what its type holds for a reply.
/// </summary>
internal sealed record BodyContext(MailSymbols Mail, MailOptions Options, HandWrittenReplies HandWritten, ValueTracker Values);
