using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpAnalyzers.Options;

namespace SmtpAnalyzers.Tests.Options;

public sealed class OptionsOfFilesTests
{
    private static readonly SyntaxTree[] Files = [CSharpSyntaxTree.ParseText(""), CSharpSyntaxTree.ParseText("")];

    [Fact]
    public void Files_with_the_same_settings_share_what_they_amount_to()
    {
        var told = new List<UnreadableOption>();
        var options =
            new OptionsOfFiles(new Host(new Dictionary<string, string> { ["smtp_analyzers.retry_names"] = "park",
                ["smtp_analyzers.x"] = "" }));
        Assert.Same(options.Of(Files[0], told.Add), options.Of(Files[1], told.Add));
        Assert.Single(told);
    }

    [Fact]
    public void Files_without_settings_have_the_default() =>
        Assert.Same(MailOptions.Default,
            new OptionsOfFiles(new Host(new Dictionary<string, string> { ["build_property.X"] = "1" })).Of(Files[0], _ => { }));

    [Fact]
    public void Host_that_does_not_enumerate_keys_is_asked_for_the_known_ones()
    {
        var told = new List<UnreadableOption>();
        var settings = new Dictionary<string, string>
        {
            ["smtp_analyzers.minimum_retry_delay"] = "00:01:00", ["smtp_analyzers.transient_codes"] = "x",
                ["smtp_analyzers.no_such_key"] = "1",
        };
        var options = new OptionsOfFiles(new Host(settings, enumerates: false)).Of(Files[0], told.Add);
        Assert.Equal(TimeSpan.FromMinutes(1), options.MinimumRetryDelay);
        Assert.Equal(["smtp_analyzers.transient_codes = x"], told.Select(option => option.Line));
    }

    // Whatever stands in a file that anybody can write.
    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("|,|")]
    [InlineData("{0}")]
    [InlineData("\0")]
    [InlineData("\ud800")]
    [InlineData("_")]
    [InlineData("a-b-c--d")]
    [InlineData("99999999999:99:99")]
    [InlineData("M:")]
    [InlineData("M:(")]
    [InlineData("T:`")]
    public void Nothing_throws(string value)
    {
        foreach (var text in new[] { value, value + "x", string.Concat(Enumerable.Repeat(value + "x|", 2_000)) })
        {
            var settings = OptionKey.All.Select(key => key.Name).ToDictionary(key => key, _ => text);
            var options = new OptionsOfFiles(new Host(settings));
            Assert.NotNull(options.Of(Files[0], _ => { }));
            Assert.NotNull(options.ReplyCodeNames(Files[0]));
        }
    }

    private sealed class Host(IReadOnlyDictionary<string, string> settings, bool enumerates = true) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => GetOptions(Files[0]);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => enumerates ? new Enumerable(settings) : new Plain(settings);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GetOptions(Files[0]);

        private class Plain(IReadOnlyDictionary<string, string> settings) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => settings.TryGetValue(key, out value);
        }

        private sealed class Enumerable(IReadOnlyDictionary<string, string> settings) : Plain(settings)
        {
            private readonly IReadOnlyDictionary<string, string> _settings = settings;

            public override IEnumerable<string> Keys => _settings.Keys;
        }
    }
}
