using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Options;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Operations;

/// <summary>
/// What a body is read with: what its compilation knows of mail, what its file sets, and what its type holds for a reply.
/// </summary>
/// <param name="Mail">The mail libraries as the compilation sees them.</param>
/// <param name="Options">The options of the file.</param>
/// <param name="HandWritten">Which names mean a reply.</param>
/// <param name="Values">Follows values through the file.</param>
/// <param name="SentBy">What a call of a function of this file sends: see <see cref="FunctionBody.SentBy"/>.</param>
internal sealed record BodyContext(
    MailSymbols Mail, MailOptions Options, HandWrittenReplies HandWritten, ValueTracker Values,
    Func<IInvocationOperation, IReadOnlyList<IOperation>?> SentBy);
