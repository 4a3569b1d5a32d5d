using SmtpAnalyzers.Presets;
using SmtpAnalyzers.Rules;
using SmtpAnalyzers.Tests;

// Writes the severity presets that the package holds, from the descriptors of the rules.
var rules = new SmtpAnalyzer().SupportedDiagnostics;
foreach (var preset in Preset.All)
{
    await File.WriteAllTextAsync(Path.Combine(Repository.Root, preset.Path), preset.Text(rules));
    Console.WriteLine(preset.Path);
}
