using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using SmtpAnalyzers.CodeFixes;
using SmtpAnalyzers.Rules;

namespace SmtpAnalyzers.Tests.Rules;

/// <summary>Runs the analyzer over source with markup. A bare member is put into a class of a small mailer first.</summary>
internal static class Verify
{
    private const string Usings = """
        using System; using System.Collections.Generic; using System.Collections.Immutable; using System.Collections.Frozen;
        using System.IO; using System.Linq; using System.Net; using System.Net.Http; using System.Threading; using System.Threading.Tasks;

        """;

    private const string MailKitUsings = Usings + "using MailKit; using MailKit.Net.Smtp; using MimeKit;\n";

    private const string SystemNetMailUsings = Usings + "using System.Net.Mail; using MimeMessage = System.Net.Mail.MailMessage;\n";

    /// <summary>What the rows take for granted, in C# that every language version reads.</summary>
    public const string Mailer = """
        using System;

        public enum Verdict { Sent, Retry, Permanent, Other }

        public interface IMailQueue { bool Requeue(object mail); bool DeadLetter(object mail); }

        public interface ILog { void Info(string text); }

        public class SendResult
        {
            public SendResult() { }
            public SendResult(bool success, bool isTransient) { }
            public bool Success { get; set; }
            public bool IsTransient { get; set; }
            public bool IsPermanent { get; set; }
        }

        public class PermanentDeliveryException : Exception { public PermanentDeliveryException(string text, Exception inner = null) { } }

        public class TransientFailureException : Exception { public TransientFailureException(string text, Exception inner = null) { } }
        """;

    /// <summary>A member of a class that sends with MailKit.</summary>
    public static Task MailKit(string member, LanguageVersion version = LanguageVersion.Latest) => File(InMailKit(member), version);

    /// <summary>A member of a class that sends with System.Net.Mail.</summary>
    public static Task SystemNetMail(string member, LanguageVersion version = LanguageVersion.Latest) => File(InSystemNetMail(member), version);

    /// <summary>A whole file.</summary>
    public static Task File(string source, LanguageVersion version = LanguageVersion.Latest) => Test(source, version).RunAsync();

    /// <summary>A member of a class that sends with MailKit, and how it reads when everything in it is fixed.</summary>
    /// <param name="kind">The repair that is chosen for every finding; the best of each where it is not given.</param>
    public static Task Fix(string member, string mended, LanguageVersion version = LanguageVersion.Latest, RepairKind? kind = null) =>
        FileFix(InMailKit(member), InMailKit(mended), version, kind);

    /// <summary>A member of a class that sends with System.Net.Mail, and how it reads when everything in it is fixed.</summary>
    public static Task SystemNetMailFix(string member, string mended, LanguageVersion version = LanguageVersion.Latest) =>
        FileFix(InSystemNetMail(member), InSystemNetMail(mended), version);

    /// <summary>A member of a class that sends with MailKit, in which something is reported and nothing can be fixed.</summary>
    public static Task NoFix(string member) => FileFix(InMailKit(member), InMailKit(member));

    /// <summary>A whole file, and how it reads when everything in it is fixed.</summary>
    public static Task FileFix(string source, string mended, LanguageVersion version = LanguageVersion.Latest, RepairKind? kind = null)
    {
        var test = Test(source, version);
        test.CodeActionEquivalenceKey = kind is null ? null : $"SmtpAnalyzers.{kind}";
        test.FixedState.Sources.Add(mended);
        test.FixedState.Sources.Add(Mailer);
        // What no fix can mend is marked in the result too.
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        return test.RunAsync();
    }

    public static string InMailKit(string member) => MailKitUsings + InClass(member);

    public static string InSystemNetMail(string member) => SystemNetMailUsings + InClass(member);

    public static MarkupTest Test(string source, LanguageVersion version = LanguageVersion.Latest) => new(version) { TestState = { Sources = { source, Mailer } } };

    private static string InClass(string member) => $$"""

        partial class Mailer
        {
            SmtpClient client; MimeMessage message; IMailQueue queue; ILog log;

        {{member}}
        }
        """;

    internal sealed class MarkupTest : CSharpCodeFixTest<ReplyHandlingAnalyzer, ReplyHandlingCodeFixProvider, DefaultVerifier>
    {
        private readonly LanguageVersion _version;

        public MarkupTest(LanguageVersion version) => (_version, ReferenceAssemblies) = (version, References.MailKitAndPolly);

        protected override ParseOptions CreateParseOptions() => ((CSharpParseOptions)base.CreateParseOptions()).WithLanguageVersion(_version);
    }
}
