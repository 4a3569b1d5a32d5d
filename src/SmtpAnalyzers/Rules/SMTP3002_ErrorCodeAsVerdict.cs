using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Naming;

namespace SmtpAnalyzers.Rules;

/// <summary>
/// SMTP3002: the mail is given up or retried because of the step that was refused (SmtpErrorCode), whatever the class of the reply.
/// </summary>
internal sealed class ErrorCodeAsVerdict : Rule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.StepAsVerdict;

    public override IReadOnlyList<string> SpeaksOf { get; } = ["ErrorCode"];

    public override IEnumerable<Diagnostic> Findings(MailFile file) => new StepVerdicts(file).All().Select(Report);

    private Diagnostic Report(StepVerdict verdict)
    {
        var names = string.Join(", ", verdict.Steps);
        var covers = verdict.Steps.Count == 1 ? "also covers" : "also cover";
        var consequence = verdict.Outcome == Outcome.GiveUp
            ? $"{covers} temporary refusals (450, 451), which are given up here ({verdict.Phrase}), so greylisted mail is lost"
            : $"{covers} permanent refusals (550), which are retried here ({verdict.Phrase}) and refused every time";
        return Diagnostic.Create(
            Descriptor, verdict.Test.GetLocation(), null, ErrorCodeProperties.Of(verdict.Outcome), names, consequence);
    }
}
