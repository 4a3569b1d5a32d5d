using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.Rules;

/// <summary>Rules that ask the same question of a file. Stateless: one instance serves every compilation.</summary>
internal abstract class RuleGroup
{
    public abstract ImmutableArray<DiagnosticDescriptor> Descriptors { get; }

    /// <summary>The findings in <paramref name="file"/>, each once.</summary>
    public abstract IEnumerable<Diagnostic> Analyze(MailFile file);
}
