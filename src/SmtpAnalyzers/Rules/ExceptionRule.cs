using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.Rules;

/// <summary>A rule on the exceptions and members of the clients. Stateless: one instance serves every compilation.</summary>
internal abstract class ExceptionRule
{
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>The findings in <paramref name="file"/>. A rule looks for its names in the syntax before it asks the semantic model.</summary>
    public abstract IEnumerable<Diagnostic> Findings(ApiFile file);

    protected Diagnostic At(SyntaxNode node, params object[] arguments) => Diagnostic.Create(Descriptor, node.GetLocation(), arguments);
}
