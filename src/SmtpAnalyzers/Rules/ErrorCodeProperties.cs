using System.Collections.Immutable;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Rules;

/// <summary>What a finding of SMTP3002 tells its fix: the class of the replies for which the outcome is right.</summary>
internal static class ErrorCodeProperties
{
    private const string Class = nameof(Class);

    public static ImmutableDictionary<string, string?> Of(Outcome outcome) => ImmutableDictionary<string, string?>.Empty
        .Add(Class, (outcome == Outcome.GiveUp ? ReplyClass.PermanentNegative : ReplyClass.TransientNegative).ToString());

    public static ReplyClass? Read(ImmutableDictionary<string, string?> properties) =>
        properties.TryGetValue(Class, out var text) && Enum.TryParse<ReplyClass>(text, out var replyClass) ? replyClass : null;
}
