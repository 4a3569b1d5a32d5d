using System.Collections.Immutable;

namespace SmtpAnalyzers.Tests.Oracle;

/// <summary>How reply codes are told apart in C#: the rows that random programs are made of, those that the engine follows exactly and those that it does not.</summary>
internal static partial class Grammar
{
    /// <summary>All rows.</summary>
    public static readonly ImmutableArray<Shape> Shapes = [.. Programs, .. Attempts, .. Statements, .. Exceptions, .. Conditions, .. Patterns, .. Lists];

    /// <summary>What a program has around it.</summary>
    public const string Support = """
        public static class Oracle
        {
            public static readonly bool[] Hits = new bool[100_000];
            public static SmtpStatusCode Current;
            public static readonly Client Mailer = new Client();
            static int calls;
            public static bool Hit(int number) { Hits[number] = true; return true; }
            public static bool Odd() => calls++ % 2 == 1;
            public static int Count() => calls++ % 3;
            public static SmtpCommandException Refused(SmtpStatusCode code) => new SmtpCommandException(SmtpErrorCode.UnexpectedStatusCode, code, "refused");
        }

        public sealed class Client : SmtpClient
        {
            public void Send(int message) => throw Oracle.Refused(Oracle.Current);
            public async Task SendAsync(int message) { await Task.CompletedTask; throw Oracle.Refused(Oracle.Current); }
        }

        public sealed class Nothing : IDisposable { public void Dispose() { } }

        public sealed class Reply { public SmtpStatusCode Code; public SmtpCommandException Inner; public SmtpStatusCode Kept { get; set; } }
        """;

    public const string Usings = """
        using System; using System.Collections.Generic; using System.Collections.Immutable; using System.Collections.Frozen; using System.IO; using System.Linq;
        using System.Threading.Tasks; using MailKit; using MailKit.Net.Smtp; using static Oracle;

        """;

    private static Shape Exact(string kind, string name, string text, string declares = "", int weight = 1) =>
        new(kind, name, text) { Declares = declares, Weight = weight };

    private static Shape Inexact(string kind, string name, string text, string because, string declares = "") =>
        new(kind, name, text) { Declares = declares, Inexact = because };
}
