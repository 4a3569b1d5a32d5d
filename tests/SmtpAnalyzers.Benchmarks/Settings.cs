using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SmtpAnalyzers.Benchmarks;

/// <summary>What a build tells analyzers: the properties of the project and an .editorconfig of some size, none of it about mail.</summary>
internal sealed class Settings : AnalyzerConfigOptionsProvider
{
    private readonly Values _values = new();

    public override AnalyzerConfigOptions GlobalOptions => _values;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _values;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _values;

    private sealed class Values : AnalyzerConfigOptions
    {
        private readonly ImmutableDictionary<string, string> _values = Enumerable.Range(0, 100)
            .ToImmutableDictionary(number => number < 30 ? $"build_property.Property{number}" : $"dotnet_style_setting_{number}",
                _ => "true", KeyComparer);

        public override IEnumerable<string> Keys => _values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => _values.TryGetValue(key, out value);
    }
}
