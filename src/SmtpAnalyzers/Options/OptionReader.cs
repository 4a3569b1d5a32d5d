using Microsoft.CodeAnalysis.Diagnostics;

namespace SmtpAnalyzers.Options;

/// <summary>A line of configuration that has no effect.</summary>
/// <param name="Line">The line: its key and value.</param>
/// <param name="Expected">What could be read instead.</param>
/// <param name="Otherwise">What holds now.</param>
internal sealed record UnreadableOption(string Line, string Expected, string Otherwise);

/// <summary>The settings of ours that hold for a file, and what they amount to. Nothing a user writes throws.</summary>
internal static class OptionReader
{
    /// <summary>What <paramref name="config"/> amounts to, whatever of it cannot be read left out.</summary>
    public static MailOptions Of(AnalyzerConfigOptions config) => Read(Settings(config), static _ => { });

    /// <summary>The keys of ours that are set, with their values, ordered by key. A key that is <c>unset</c> is not.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Settings(AnalyzerConfigOptions config)
    {
        var settings = new List<KeyValuePair<string, string>>();
        foreach (var key in KeysOf(config).Where(static key => key.StartsWith(OptionKey.Prefix, StringComparison.OrdinalIgnoreCase)))
        {
            if (config.TryGetValue(key, out var value) && !value.Equals("unset", StringComparison.OrdinalIgnoreCase))
                settings.Add(new KeyValuePair<string, string>(key, value));
        }

        return settings.OrderBy(static setting => setting.Key, StringComparer.OrdinalIgnoreCase).ToList();
    }

    /// <summary>What <paramref name="settings"/> amount to; <paramref name="unreadable"/> is told what does not count.</summary>
    public static MailOptions Read(IReadOnlyList<KeyValuePair<string, string>> settings, Action<UnreadableOption> unreadable)
    {
        var options = MailOptions.Default;
        foreach (var key in OptionKey.All)
        {
            foreach (var setting in settings.Where(setting => key.Name.Equals(setting.Key, StringComparison.OrdinalIgnoreCase)))
            {
                if (key.Apply(options, setting.Value) is { } applied)
                    options = applied;
                else
                    unreadable(new UnreadableOption(Line(setting), key.Expected, key.Otherwise));
            }
        }

        foreach (var setting in settings.Where(static setting =>
            !OptionKey.All.Any(key => key.Name.Equals(setting.Key, StringComparison.OrdinalIgnoreCase))))
        {
            unreadable(
                new UnreadableOption(Line(setting), $"a key such as {Closest(setting.Key)}", "the line has no effect"));
        }

        return options;
    }

    // A typo is rarely in the first letters.
    private static string Closest(string typed) => OptionKey.All.Select(static key => key.Name)
        .OrderByDescending(key => key.Zip(typed, static (one, other) => char.ToLowerInvariant(one) == char.ToLowerInvariant(other))
            .TakeWhile(static same => same).Count())
        .First();

    private static string Line(KeyValuePair<string, string> setting) => $"{setting.Key} = {setting.Value}";

    private static IEnumerable<string> KeysOf(AnalyzerConfigOptions config)
    {
        try
        {
            return config.Keys;
        }
        catch (NotImplementedException)
        {
            // The base class of a host that does not enumerate: unknown keys are not seen there.
            return OptionKey.All.Select(static key => key.Name);
        }
    }
}
