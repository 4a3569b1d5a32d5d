using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP2001: a retry that repeats every reply, refusals for good included.</summary>
internal sealed class RetryIgnoresReplyCode : Rule
{
    /// <summary>The property that tells the fix which exception carries the reply code, by its metadata name.</summary>
    public const string Exception = nameof(Exception);

    public override DiagnosticDescriptor Descriptor => Descriptors.RetryIgnoresReplyCode;

    public override IEnumerable<Diagnostic> Findings(MailFile file) =>
        from retry in new BlindRetries(file).All()
        select Diagnostic.Create(Descriptor, retry.Location, retry.Retries.Distinct(), PropertiesOf(retry.Exception), retry.What);

    private static ImmutableDictionary<string, string?>? PropertiesOf(ITypeSymbol? exception)
    {
        if (exception is null)
            return null;
        // The type that declares the code, for the handler of a derived one too.
        var carrier = exception;
        while (carrier.BaseType is { } type && !carrier.GetMembers("StatusCode").Any())
            carrier = type;
        return ImmutableDictionary<string, string?>.Empty
            .Add(Exception, $"{carrier.ContainingNamespace.ToDisplayString()}.{carrier.MetadataName}");
    }
}
