using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>Elements are taken out of collections, unless a comment belongs to them; one at the end of a line of several stays.</summary>
public sealed class TakeOutOfListFixTests
{
    public static readonly FixCases Lists = new()
    {
        {
            "an array: first, middle and last",
            """
            static readonly SmtpStatusCode[] Permanent =
            {
                {|SMTP1001:SmtpStatusCode.MailboxBusy|}, SmtpStatusCode.MailboxUnavailable, {|SMTP1001:SmtpStatusCode.ErrorInProcessing|},
                SmtpStatusCode.MailboxNameNotAllowed, {|SMTP1001:SmtpStatusCode.InsufficientStorage|}
            };
            bool IsPermanent(SmtpStatusCode code) => Permanent.Contains(code);
            """,
            """
            static readonly SmtpStatusCode[] Permanent =
            {
                SmtpStatusCode.MailboxUnavailable,
                SmtpStatusCode.MailboxNameNotAllowed
            };
            bool IsPermanent(SmtpStatusCode code) => Permanent.Contains(code);
            """
        },
        {
            "a set, an element in each line, no comma at the end",
            """
            static readonly HashSet<SmtpStatusCode> Permanent = new()
            {
                {|SMTP1001:SmtpStatusCode.MailboxBusy|},
                SmtpStatusCode.MailboxUnavailable, // unknown
                {|SMTP1001:SmtpStatusCode.ErrorInProcessing|},
                SmtpStatusCode.MailboxNameNotAllowed, // syntax
                {|SMTP1001:SmtpStatusCode.InsufficientStorage|}
            };
            bool IsPermanent(SmtpStatusCode code) => Permanent.Contains(code);
            """,
            """
            static readonly HashSet<SmtpStatusCode> Permanent = new()
            {
                SmtpStatusCode.MailboxUnavailable, // unknown
                SmtpStatusCode.MailboxNameNotAllowed // syntax
            };
            bool IsPermanent(SmtpStatusCode code) => Permanent.Contains(code);
            """
        },
        {
            "a comma at the end",
            """
            static readonly HashSet<SmtpStatusCode> Permanent = new()
            {
                SmtpStatusCode.MailboxUnavailable, // unknown
                {|SMTP1001:SmtpStatusCode.InsufficientStorage|},
            };
            bool IsPermanent(SmtpStatusCode code) => Permanent.Contains(code);
            """,
            """
            static readonly HashSet<SmtpStatusCode> Permanent = new()
            {
                SmtpStatusCode.MailboxUnavailable, // unknown
            };
            bool IsPermanent(SmtpStatusCode code) => Permanent.Contains(code);
            """
        },
        {
            "the first one of a list that is complete without it",
            """
            static readonly HashSet<SmtpStatusCode> Passing = new HashSet<SmtpStatusCode>
            {
                {|SMTP1002:SmtpStatusCode.MailboxUnavailable|},
                SmtpStatusCode.ServiceNotAvailable,  // down
                SmtpStatusCode.MailboxBusy,          // busy
                SmtpStatusCode.ErrorInProcessing,    // local
                SmtpStatusCode.InsufficientStorage,  // full
            };
            bool IsTransient(SmtpStatusCode code) => Passing.Contains(code);
            """,
            """
            static readonly HashSet<SmtpStatusCode> Passing = new HashSet<SmtpStatusCode>
            {
                SmtpStatusCode.ServiceNotAvailable,  // down
                SmtpStatusCode.MailboxBusy,          // busy
                SmtpStatusCode.ErrorInProcessing,    // local
                SmtpStatusCode.InsufficientStorage,  // full
            };
            bool IsTransient(SmtpStatusCode code) => Passing.Contains(code);
            """
        },
        {
            "a collection expression of several elements in a line",
            """
            static readonly SmtpStatusCode[] Permanent =
            [
                SmtpStatusCode.MailboxUnavailable, {|SMTP1001:SmtpStatusCode.MailboxBusy|},
                SmtpStatusCode.MailboxNameNotAllowed, SmtpStatusCode.TransactionFailed,
                {|SMTP1001:SmtpStatusCode.InsufficientStorage|},
            ];
            bool IsPermanent(SmtpStatusCode code) => Permanent.Contains(code);
            """,
            """
            static readonly SmtpStatusCode[] Permanent =
            [
                SmtpStatusCode.MailboxUnavailable,
                SmtpStatusCode.MailboxNameNotAllowed, SmtpStatusCode.TransactionFailed,
            ];
            bool IsPermanent(SmtpStatusCode code) => Permanent.Contains(code);
            """
        },
        {
            "numbers, several in a line",
            """
            static readonly int[] Permanent =
            [
                550, {|SMTP1001:450|}, // a
                551, 553, // b
                {|SMTP1001:452|}
            ];
            bool IsPermanent(SmtpStatusCode code) => Permanent.Contains((int)code);
            """,
            """
            static readonly int[] Permanent =
            [
                550, // a
                551, 553 // b
            ];
            bool IsPermanent(SmtpStatusCode code) => Permanent.Contains((int)code);
            """
        },
        {
            "commas at the start of each line",
            """
            static readonly int[] Permanent =
            {
                550 // a
                , {|SMTP1001:450|}
                , 553 // c
                , {|SMTP1001:452|}
            };
            bool IsPermanent(SmtpStatusCode code) => Permanent.Contains((int)code);
            """,
            """
            static readonly int[] Permanent =
            {
                550 // a
                , 553 // c
            };
            bool IsPermanent(SmtpStatusCode code) => Permanent.Contains((int)code);
            """
        },
        {
            "one line with a comma at the end",
            """
            static readonly int[] Permanent = { 550, {|SMTP1001:450|}, };
            bool IsPermanent(SmtpStatusCode code) => Permanent.Contains((int)code);
            """,
            """
            static readonly int[] Permanent = { 550, };
            bool IsPermanent(SmtpStatusCode code) => Permanent.Contains((int)code);
            """
        },
        {
            "comments above and behind elements, which stay",
            """
            static readonly int[] Permanent =
            {
                // mailbox
                {|SMTP1001:450|},
                550,
                {|SMTP1001:421|}, // down
                // policy
                {|SMTP1001:451|},
                {|SMTP1001:454|},
                // names
                553,
                /* full */ {|SMTP1001:452|}
            };
            bool IsPermanent(SmtpStatusCode code) => Permanent.Contains((int)code);
            """,
            """
            static readonly int[] Permanent =
            {
                // mailbox
                {|SMTP1001:450|},
                550,
                {|SMTP1001:421|}, // down
                // policy
                {|SMTP1001:451|},
                // names
                553,
                /* full */ {|SMTP1001:452|}
            };
            bool IsPermanent(SmtpStatusCode code) => Permanent.Contains((int)code);
            """
        },
        {
            "arguments",
            """
            static readonly ImmutableHashSet<SmtpStatusCode> Permanent = ImmutableHashSet
                .Create(SmtpStatusCode.MailboxUnavailable, {|SMTP1001:SmtpStatusCode.MailboxBusy|});
            bool IsPermanent(SmtpStatusCode code) => Permanent.Contains(code);
            """,
            """
            static readonly ImmutableHashSet<SmtpStatusCode> Permanent = ImmutableHashSet
                .Create(SmtpStatusCode.MailboxUnavailable);
            bool IsPermanent(SmtpStatusCode code) => Permanent.Contains(code);
            """
        },
        {
            "a frozen set",
            """
            static readonly FrozenSet<int> Permanent = new[] { 550, {|SMTP1001:450|}, 553 }.ToFrozenSet();
            bool IsPermanent(SmtpStatusCode code) => Permanent.Contains((int)code);
            """,
            """
            static readonly FrozenSet<int> Permanent = new[] { 550, 553 }.ToFrozenSet();
            bool IsPermanent(SmtpStatusCode code) => Permanent.Contains((int)code);
            """
        },
        {
            "an array made for the call",
            """
            bool IsPermanent(SmtpStatusCode code) =>
                new[] { SmtpStatusCode.MailboxUnavailable, {|SMTP1001:SmtpStatusCode.MailboxBusy|} }.Contains(code);
            """,
            """
            bool IsPermanent(SmtpStatusCode code) =>
                new[] { SmtpStatusCode.MailboxUnavailable }.Contains(code);
            """
        },
        {
            "a list",
            """
            static readonly IReadOnlyList<int> Permanent = new List<int> { 550, {|SMTP1001:451|}, 553 };
            bool IsPermanent(SmtpStatusCode code) => Permanent.Contains((int)code);
            """,
            """
            static readonly IReadOnlyList<int> Permanent = new List<int> { 550, 553 };
            bool IsPermanent(SmtpStatusCode code) => Permanent.Contains((int)code);
            """
        },
    };

    [Theory, MemberData(nameof(Lists))]
    public Task Takes_an_element_out(string source, string mended) => Verify.Fix(source, mended);
}
