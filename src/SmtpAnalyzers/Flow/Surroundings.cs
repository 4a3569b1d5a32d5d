using SmtpAnalyzers.Options;
using SmtpAnalyzers.Sources;

namespace SmtpAnalyzers.Flow;

/// <summary>What a body is read with: what its compilation knows of mail, what its file sets, and what its type holds for a reply.</summary>
internal sealed record Surroundings(MailSymbols Mail, MailOptions Options, HandWrittenReplies HandWritten);
