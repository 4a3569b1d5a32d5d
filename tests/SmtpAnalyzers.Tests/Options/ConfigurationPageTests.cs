using SmtpAnalyzers.Options;

namespace SmtpAnalyzers.Tests.Options;

/// <summary>docs/configuration.md tells of every key, and its examples can be copied as they are.</summary>
public sealed class ConfigurationPageTests
{
    private const string Path = "docs/configuration.md";

    public static readonly TheoryData<string> Keys = new(OptionKey.All.Select(key => key.Name));

    [Theory, MemberData(nameof(Keys))]
    public void Key_has_a_row(string key) =>
        Assert.True(Repository.Lines(Path).Any(line => line.StartsWith($"| `{key}` | ")), $"The table of keys in {Path} lacks {key}");

    [Theory, MemberData(nameof(Keys))]
    public void Key_has_an_example_in_an_editorconfig_and_in_a_global_config(string key)
    {
        AssertSetIn("editorconfig", "[*.cs]", key);
        AssertSetIn("ini", "is_global = true", key);
    }

    // That the examples are read is one of the tests of all pages.
    private static void AssertSetIn(string language, string heading, string key)
    {
        var examples = Page.At(Path).Blocks.Where(block => block.Language == language && block.Text.StartsWith(heading));
        Assert.True(examples.Any(example => example.Text.Contains($"\n{key} = ")),
            $"{Path} sets {key} in no {language} block under {heading}");
    }
}
