using System.Collections.Immutable;

namespace SmtpAnalyzers.Tests.Oracle;

/// <summary>
/// How reply codes are told apart in C#: the rows that random programs are made of, those that the engine follows exactly and those that it
/// does not.
/// </summary>
internal static partial class Grammar
{
    /// <summary>All rows.</summary>
    public static readonly ImmutableArray<Shape> Shapes = [
        .. Programs, .. Attempts, .. Statements, .. Exceptions, .. Conditions, .. Patterns, .. LookUps, .. Lists,
        .. KeptLists, .. Dictionaries, .. NullPrograms, .. Nullables, .. NullStatements, .. Texts, .. Named, .. Verdicts, .. MorePrograms,
    ];

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
            public static SmtpCommandException Refused(SmtpStatusCode code) =>
                new SmtpCommandException(SmtpErrorCode.UnexpectedStatusCode, code, "refused");
            public static SmtpStatusCode? OrNull(SmtpStatusCode code) => (int)code == int.MinValue + 1 ? null : code;
            public static SmtpCommandException RefusedOrNull(SmtpStatusCode code) => OrNull(code) is { } refused ? Refused(refused) : null;
        }

        public sealed class Client : SmtpClient
        {
            public void Send(int message) => throw Oracle.Refused(Oracle.Current);
            public async Task SendAsync(int message) { await Task.CompletedTask; throw Oracle.Refused(Oracle.Current); }
        }

        public enum Fate { Other, Retry, GiveUp }

        public static class Known
        {
            public static readonly SmtpStatusCode[] Array =
            {
                SmtpStatusCode.MailboxBusy, SmtpStatusCode.ErrorInProcessing, SmtpStatusCode.TransactionFailed
            };
            public static readonly IReadOnlyList<SmtpStatusCode> List = new List<SmtpStatusCode>
            {
                SmtpStatusCode.MailboxBusy, (SmtpStatusCode)421
            };
            public static readonly IEnumerable<SmtpStatusCode> Sequence = new[] { SmtpStatusCode.MailboxUnavailable, SmtpStatusCode.Ok };
            public static readonly HashSet<SmtpStatusCode> Set =
                new(new[] { SmtpStatusCode.MailboxBusy, SmtpStatusCode.InsufficientStorage });
            public static readonly ImmutableHashSet<SmtpStatusCode> Immutable =
                ImmutableHashSet.Create(SmtpStatusCode.MailboxBusy, SmtpStatusCode.MailboxNameNotAllowed);
            public static readonly FrozenSet<SmtpStatusCode> Frozen =
                new HashSet<SmtpStatusCode> { SmtpStatusCode.ErrorInProcessing, SmtpStatusCode.MailboxBusy }.ToFrozenSet();
            public static readonly int[] Numbers = { 421, 450, 451, 452, 550 };
            public static SmtpStatusCode[] Property => new[] { SmtpStatusCode.MailboxBusy, SmtpStatusCode.MailboxUnavailable };
            public static IReadOnlyCollection<SmtpStatusCode> KeptProperty { get; } = new List<SmtpStatusCode>
            {
                SmtpStatusCode.MailboxBusy, SmtpStatusCode.ExceededStorageAllocation
            };
            public static readonly List<SmtpStatusCode> Filled = new() { SmtpStatusCode.MailboxBusy };
            public static readonly SmtpStatusCode[] Assigned = { SmtpStatusCode.MailboxBusy };
            public static SmtpStatusCode[] Open = { SmtpStatusCode.MailboxBusy };
            public static readonly IReadOnlyDictionary<SmtpStatusCode, bool> Judged = new Dictionary<SmtpStatusCode, bool>
            {
                [SmtpStatusCode.MailboxBusy] = true, [SmtpStatusCode.MailboxUnavailable] = false
            };
            public static readonly Dictionary<SmtpStatusCode, Fate> Fates = new()
            {
                { SmtpStatusCode.MailboxBusy, Fate.Retry },
                { SmtpStatusCode.ErrorInProcessing, Fate.Retry },
                { SmtpStatusCode.MailboxUnavailable, Fate.GiveUp },
            };
            public static readonly SmtpStatusCode[] ByOtherNames = { ReplyStatus.MailboxBusy, ErrorInProcessing };
            static Known() { Filled.Add(SmtpStatusCode.InsufficientStorage); Assigned = new[] { SmtpStatusCode.TransactionFailed }; }
            public static void Fill(List<SmtpStatusCode> list) => list.Add(SmtpStatusCode.InsufficientStorage);
        }

        public sealed class Nothing : IDisposable { public void Dispose() { } }

        public sealed record Answer(SmtpStatusCode Code, bool Sent);

        public sealed class Reply
        {
            public SmtpStatusCode Code;
            public SmtpCommandException Inner;
            public SmtpStatusCode Kept { get; set; }
        }
        """;

    public const string Usings = """
        using System; using System.Collections.Generic; using System.Collections.Immutable; using System.Collections.Frozen;
        using System.IO; using System.Linq;
        using System.Threading.Tasks; using MailKit; using MailKit.Net.Smtp; using static Oracle;
        using ReplyStatus = MailKit.Net.Smtp.SmtpStatusCode; using static MailKit.Net.Smtp.SmtpStatusCode;

        """;

    private static Shape Exact(string kind, string name, string text, string declares = "", int weight = 1) =>
        new(kind, name, text) { Declares = declares, Weight = weight };

    private static Shape Inexact(string kind, string name, string text, string because, string declares = "") =>
        new(kind, name, text) { Declares = declares, Inexact = because };
}
