using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SmtpAnalyzers.Options;

/// <summary>
/// The options of one compilation's files. Files with the same settings share what these amount to, and what cannot be read is told once.
/// </summary>
internal sealed class OptionsOfFiles(AnalyzerConfigOptionsProvider provider)
{
    private readonly ConcurrentDictionary<string, MailOptions> _bySettings = new();
    private readonly ConcurrentDictionary<UnreadableOption, bool> _told = new();

    /// <summary>The options of <paramref name="tree"/>; <paramref name="unreadable"/> is told what no file before has had.</summary>
    public MailOptions Of(SyntaxTree tree, Action<UnreadableOption> unreadable)
    {
        var settings = OptionReader.Settings(provider.GetOptions(tree));
        if (settings.Count == 0)
            return MailOptions.Default;
        var text = string.Join("\n", settings.Select(static setting => $"{setting.Key}={setting.Value}"));
        return _bySettings.GetOrAdd(text, _ => OptionReader.Read(settings, option =>
        {
            if (_told.TryAdd(option, true))
                unreadable(option);
        }));
    }

    /// <summary>
    /// The names by which <paramref name="tree"/> may use a reply code without a word of
    /// SMTP. Asked of every file: no other option is read.
    /// </summary>
    public ImmutableHashSet<string> ReplyCodeNames(SyntaxTree tree) =>
        provider.GetOptions(tree).TryGetValue(OptionKey.ReplyCodeMembers, out var text) && OptionText.DocumentationIds(text) is { } ids
            ? new ReplyCodeMembers(ids).Names
            : ReplyCodeMembers.None.Names;
}
