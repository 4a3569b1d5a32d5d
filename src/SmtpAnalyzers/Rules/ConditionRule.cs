using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.Rules;

/// <summary>A rule on how a body tells reply codes apart: its bounds, its lists, its switches.</summary>
internal abstract class ConditionRule : ReplyRule
{
    /// <summary>
    /// What is to be reported of <paramref name="analysis"/>, beside what has been <paramref name="reported"/> of the body.
    /// </summary>
    public abstract IEnumerable<Finding> Find(ReplyCodeAnalysis analysis, IReadOnlyCollection<Finding> reported);
}
