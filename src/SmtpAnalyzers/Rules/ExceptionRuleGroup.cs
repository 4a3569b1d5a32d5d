using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.Rules;

/// <summary>The rules on exceptions and the use of the APIs (SMTP3xxx).</summary>
internal sealed class ExceptionRuleGroup : RuleGroup
{
    private static readonly ImmutableArray<ExceptionRule> Rules = ImmutableArray.Create<ExceptionRule>(
        new NeverThrown(), new ErrorCodeAsVerdict(), new SendTextAsVerdict(), new CodeFromText(), new OneFormOfRefusal(),
        new WrongCredentials(), new FailedVerify(), new DroppedReply(), new BracketedAddress(), new WrappingLosesCode());

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.CreateRange(Rules, static rule => rule.Descriptor);

    public override IEnumerable<Diagnostic> Analyze(MailFile file)
    {
        var api = new ApiFile(file);
        return Rules.SelectMany(rule => Findings(rule, api));
    }

    private static List<Diagnostic> Findings(ExceptionRule rule, ApiFile api)
    {
        try
        {
            return rule.Findings(api).ToList();
        }
        catch (InsufficientExecutionStackException)
        {
            // Nested deeper than any hand writes: nothing is said.
            return [];
        }
    }
}
