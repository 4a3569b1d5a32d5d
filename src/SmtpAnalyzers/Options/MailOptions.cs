using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Options;

/// <summary>What a project or a file sets of its own, from <c>.editorconfig</c> and global config.</summary>
/// <param name="Vocabulary">What names and texts mean for the mail.</param>
/// <param name="Classes">Which reply codes pass and which stay.</param>
/// <param name="ReplyCodeMembers">Members whose values are reply codes, beside those of the libraries.</param>
/// <param name="MinimumRetryDelay">The shortest wait before another attempt that can help.</param>
internal sealed record MailOptions(
    Vocabulary Vocabulary, ReplyClasses Classes, ReplyCodeMembers ReplyCodeMembers, TimeSpan MinimumRetryDelay)
{
    public static readonly MailOptions Default =
        new(Vocabulary.Default, ReplyClasses.ByFirstDigit, ReplyCodeMembers.None, TimeSpan.FromSeconds(10));

    /// <summary>Whether the values of <paramref name="symbol"/>, a member or a type, are reply codes because the site says so.</summary>
    public bool IsReplyCodeMember(ISymbol symbol) => ReplyCodeMembers.Contains(symbol);
}
