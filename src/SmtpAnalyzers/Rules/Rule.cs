using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.Rules;

/// <summary>One rule: it asks the facts of a file and says what is wrong. Stateless: one instance serves every compilation.</summary>
internal abstract class Rule
{
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>
    /// Of these words, in any case, one stands in the text of every file in which there is something to find; empty where that can be any
    /// file.
    /// </summary>
    public virtual IReadOnlyList<string> SpeaksOf => [];

    /// <summary>
    /// The findings in <paramref name="file"/>. A rule looks for its names in the syntax before it asks the semantic model.
    /// </summary>
    public abstract IEnumerable<Diagnostic> Findings(MailFile file);

    protected Diagnostic At(SyntaxNode node, params object[] arguments) => Diagnostic.Create(Descriptor, node.GetLocation(), arguments);
}
