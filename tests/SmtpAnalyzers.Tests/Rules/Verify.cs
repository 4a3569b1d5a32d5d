using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.CodeFixes;

namespace SmtpAnalyzers.Tests.Rules;

/// <summary>
/// The verifiers of the families, that of the reply codes (SMTP1xxx) by its methods, and the mailer that the rows take for granted.
/// </summary>
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

    /// <summary>The rules on retrying and delivery.</summary>
    public static readonly Verifier Delivery = new("SMTP2");

    /// <summary>The rules on exceptions and the use of the APIs.</summary>
    public static readonly Verifier Exceptions = new("SMTP3");

    /// <summary>The rule on options.</summary>
    public static readonly Verifier Configuration = new("SMTP9");

    private static readonly Verifier ReplyCodes = new("SMTP1");

    /// <summary>The rules on reply codes under the settings of <paramref name="lines"/>.</summary>
    public static Verifier With(string lines) => ReplyCodes.With(lines);

    public static Task MailKit(string member, LanguageVersion version = LanguageVersion.Latest) => ReplyCodes.MailKit(member, version);

    public static Task SystemNetMail(string member, LanguageVersion version = LanguageVersion.Latest) =>
        ReplyCodes.SystemNetMail(member, version);

    public static Task File(string source, LanguageVersion version = LanguageVersion.Latest) => ReplyCodes.File(source, version);

    public static Task Fix(string member, string mended, LanguageVersion version = LanguageVersion.Latest, FixKind? kind = null) =>
        ReplyCodes.Fix(member, mended, version, kind?.ToString());

    public static Task SystemNetMailFix(string member, string mended, LanguageVersion version = LanguageVersion.Latest) =>
        ReplyCodes.SystemNetMailFix(member, mended, version);

    public static Task NoFix(string member) => ReplyCodes.NoFix(member);

    public static Task FileFix(string source, string mended, LanguageVersion version = LanguageVersion.Latest, FixKind? kind = null) =>
        ReplyCodes.FileFix(source, mended, version, kind?.ToString());

    public static Verifier.MarkupTest Test(string source, LanguageVersion version = LanguageVersion.Latest) =>
        ReplyCodes.Test(source, version);

    public static string InMailKit(string member) => MailKitUsings + InClass(member);

    public static string InSystemNetMail(string member) => SystemNetMailUsings + InClass(member);

    private static string InClass(string member) => $$"""

        partial class Mailer
        {
            SmtpClient client; MimeMessage message; IMailQueue queue; ILog log;

        {{member}}
        }
        """;
}
