using SmtpAnalyzers.Language;

namespace SmtpAnalyzers.Options;

/// <summary>What a project or a file sets of its own, from <c>.editorconfig</c> and global config.</summary>
/// <param name="Vocabulary">What names and texts mean for the mail.</param>
internal sealed record MailOptions(Vocabulary Vocabulary)
{
    public static readonly MailOptions Default = new(Vocabulary.Default);
}
