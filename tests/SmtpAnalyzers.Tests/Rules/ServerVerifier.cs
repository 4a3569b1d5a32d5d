using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace SmtpAnalyzers.Tests.Rules;

/// <summary>Runs all rules over a member of a message store, a mailbox filter, or a server that is written by hand.</summary>
internal static class ServerVerifier
{
    private const string Usings = """
        using System; using System.Buffers; using System.Collections.Generic; using System.Data.Common; using System.IO; using System.Linq;
        using System.Net.Http; using System.Net.Sockets; using System.Text; using System.Threading; using System.Threading.Tasks;

        """;

    private const string ServerUsings = Usings + """
        using MimeKit; using SmtpServer; using SmtpServer.Mail; using SmtpServer.Protocol; using SmtpServer.Storage;

        """;

    // What the rows take for granted.
    private const string Around = """

        public interface ISpool
        {
            Task WriteAsync(object mail);
            Task<bool> KnowsAsync(string user);
            bool Knows(string user);
            void Enqueue(object mail);
            Task<Stream> OpenAsync();
        }

        public interface ILog { void Error(Exception error, string text = null); void Info(string text); }
        """;

    /// <summary>What stands around the body of SaveAsync in the rows.</summary>
    public static string InStore(string body) => InStoreClass($$"""
            public override async Task<SmtpResponse> SaveAsync(
                ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer,
                CancellationToken cancellationToken)
            {
        {{body}}
            }
        """);

    public static string InStoreClass(string member) => ServerUsings + $$"""

        partial class Store : MessageStore
        {
            ISpool spool; ILog log; MailKit.Net.Smtp.SmtpClient client; MimeMessage message;

        {{member}}
        }
        """ + Around;

    public static string InFilter(string member) => ServerUsings + $$"""

        partial class Filter : MailboxFilter
        {
            ISpool spool; ILog log;

        {{member}}
        }
        """ + Around;

    /// <summary>A class of a server that is written by hand.</summary>
    public static string ByHand(string member) => Usings + $$"""

        partial class SmtpSession
        {
            ISpool spool; ILog log; StreamWriter writer; StreamReader reader; Stream stream;

        {{member}}
        }
        """ + Around;

    /// <summary>A whole file, in a project that references MailKit and SmtpServer.</summary>
    /// <param name="source">The file.</param>
    /// <param name="without">A rule that is off, because its rows are elsewhere.</param>
    /// <param name="references">Other references.</param>
    public static Task File(string source, string? without = null, ReferenceAssemblies? references = null)
    {
        var test = Test(source, LanguageVersion.Latest, references);
        test.DisabledDiagnostics.AddRange(without is null ? [] : [without]);
        return test.RunAsync();
    }

    /// <summary>A whole file, and how it reads when everything in it is fixed.</summary>
    public static Task Fix(string source, string mended, LanguageVersion version = LanguageVersion.Latest,
        ReferenceAssemblies? references = null)
    {
        var test = Test(source, version, references);
        test.NumberOfFixAllIterations = test.NumberOfFixAllInDocumentIterations = test.NumberOfFixAllInProjectIterations = -10;
        test.FixedState.Sources.Add(mended);
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        return test.RunAsync();
    }

    private static Verifier.MarkupTest Test(string source, LanguageVersion version, ReferenceAssemblies? references) =>
        new(version) { TestState = { Sources = { source } }, ReferenceAssemblies = references ?? References.MailKitAndSmtpServer };
}
