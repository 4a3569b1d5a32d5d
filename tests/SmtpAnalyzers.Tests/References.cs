using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace SmtpAnalyzers.Tests;

/// <summary>
/// What the sources of the markup tests are compiled against. The packages are referenced by the project too, so that its restore brings
/// them: where the testing library has to download a package itself, it leaves out assemblies of some (Polly.Core) the first time.
/// </summary>
internal static class References
{
    public static readonly ReferenceAssemblies MailKitAndPolly =
        ReferenceAssemblies.Net.Net80.AddPackages([new("MailKit", "4.18.2"), new("Polly", "8.9.1")]);

    /// <summary>The same with the SmtpServer package, for programs that answer.</summary>
    public static readonly ReferenceAssemblies MailKitAndSmtpServer = MailKitAndPolly.AddPackages([new("SmtpServer", "11.1.0")]);

    /// <summary>SmtpServer without MailKit.</summary>
    public static readonly ReferenceAssemblies SmtpServerOnly = ReferenceAssemblies.Net.Net80.AddPackages([new("SmtpServer", "11.1.0")]);

    /// <summary>What the tests themselves run with, for programs that are run: the framework, MailKit, Polly, SmtpServer.</summary>
    public static readonly ImmutableArray<MetadataReference> OfThisProcess = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path))
        .ToImmutableArray();
}
