using SmtpAnalyzers.Tests.CodeFixes;

namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP3011_ReportActionIgnoredTests
{
    private const string Helpers = """
         void Suppress(string address) { } Task SuppressAsync(string address) => null; void MarkAsBounced(string address) { }
        class Contact { public bool IsBounced { get; set; } public State State { get; set; } }
        enum State { Active, HardBounced }
        interface IContacts { Contact Find(string address); }
        IContacts contacts;
        """;

    // What the fix asks.
    private const string Failed = """string.Equals(group["Action"], "failed", StringComparison.OrdinalIgnoreCase)""";

    private const string ForEach = "void Read(MessageDeliveryStatus report) { foreach (var g in report.StatusGroups) { ";

    public static readonly Cases Positives = new()
    {
        { "every recipient", """
            void Read(MessageDeliveryStatus report) {
                foreach (var group in report.StatusGroups) {|SMTP3011:Suppress(group["Final-Recipient"])|};
            }
            """ },
        { "added to a list", """
            void Read(MessageDeliveryStatus report, HashSet<string> suppressed) {
                foreach (var group in report.StatusGroups)
                    if (group["Final-Recipient"] is { } to) {|SMTP3011:suppressed.Add(to)|};
            }
            """ },
        { "unless it is on the list", """
            void Read(MessageDeliveryStatus report, HashSet<string> suppressed) {
                foreach (var g in report.StatusGroups) {
                    var to = g["Final-Recipient"]; if (!suppressed.Contains(to)) {|SMTP3011:suppressed.Add(to)|};
                }
            }
            """ },
        { "removed from a list", """
            void Read(MessageDeliveryStatus report, List<string> subscribers) {
                foreach (var group in report.StatusGroups) {
                    {|SMTP3011:subscribers.Remove(group["Final-Recipient"])|}; log.Info("removed");
                }
            }
            """ },
        { "an address that is cut out", """
            void Read(MessageDeliveryStatus report) {
                foreach (var g in report.StatusGroups) {
                    var raw = g["Final-Recipient"]; if (raw == null) continue;
                    var finalRecipient = raw.Split(';')[1].Trim();
                    if (finalRecipient != "") {|SMTP3011:MarkAsBounced(finalRecipient)|};
                }
            }
            """ },
        { "the original recipient", """
            void Read(MessageDeliveryStatus report) {
                foreach (HeaderList fields in report.StatusGroups)
                    {|SMTP3011:MarkAsBounced(fields["Original-Recipient"] ?? fields["Final-Recipient"])|};
            }
            """ },
        { "a property of what is found by the address", """
            void Read(MessageDeliveryStatus report) {
                foreach (var g in report.StatusGroups) {
                    var contact = contacts.Find(g["Final-Recipient"]); {|SMTP3011:contact.IsBounced = true|};
                }
            }
            """ },
        { "a state", """
            void Read(MessageDeliveryStatus report) {
                for (var i = 1; i < report.StatusGroups.Count; i++)
                    {|SMTP3011:contacts.Find(report.StatusGroups[i]["Final-Recipient"]).State = State.HardBounced|};
            }
            """ },
        { "a query", """
            async Task Read(MessageDeliveryStatus report) {
                foreach (var to in report.StatusGroups.Skip(1).Select(group => group["Final-Recipient"]).Where(one =>
                    one != null)) await {|SMTP3011:SuppressAsync(to)|};
            }
            """ },
        { "a lambda", """
            void Read(MessageDeliveryStatus report, HashSet<string> suppressed) =>
                report.StatusGroups.ToList().ForEach(g => {|SMTP3011:suppressed.Add(g["Final-Recipient"])|});
            """ },
        { "one group", """void Read(MessageDeliveryStatus report) => {|SMTP3011:Suppress(report.StatusGroups[1]["Final-Recipient"])|};""" },
        { "all reports of a message", """
            void Read(MultipartReport all) {
                foreach (var report in all.OfType<MessageDeliveryStatus>())
                    foreach (var group in report.StatusGroups) {|SMTP3011:Suppress(group["Final-Recipient"])|};
            }
            """ },
        { "two things that are done", """
            void Read(MessageDeliveryStatus report, HashSet<string> suppressed) {
                foreach (var g in report.StatusGroups) {
                    {|SMTP3011:suppressed.Add(g["Final-Recipient"])|}; MarkAsBounced(g["Final-Recipient"]);
                }
            }
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "the action is asked", """
            void Read(MessageDeliveryStatus report) {
                foreach (var g in report.StatusGroups) if (g["Action"] == "failed") Suppress(g["Final-Recipient"]);
            }
            """ },
        { "what is only late is passed over", """
            void Read(MessageDeliveryStatus report) {
                foreach (var g in report.StatusGroups) {
                    if (g["action"] == "delayed") continue; Suppress(g["Final-Recipient"]);
                }
            }
            """ },
        { "the class of the status is asked", """
            void Read(MessageDeliveryStatus report) {
                foreach (var g in report.StatusGroups) if (g["Status"].StartsWith("5."))
                    Suppress(g["Final-Recipient"]);
            }
            """ },
        { "the diagnostic code is asked", """
            void Read(MessageDeliveryStatus report) {
                foreach (var g in report.StatusGroups) if (g["Diagnostic-Code"].Contains("550"))
                    Suppress(g["Final-Recipient"]);
            }
            """ },
        { "a field that cannot be seen", """
            void Read(MessageDeliveryStatus report, string field) {
                foreach (var g in report.StatusGroups) if (g[field] != null) Suppress(g["Final-Recipient"]);
            }
            """ },
        { "a helper sees the group", """
            bool IsGone(HeaderList group) => group != null;
            void Read(MessageDeliveryStatus report) {
                foreach (var g in report.StatusGroups) if (IsGone(g)) Suppress(g["Final-Recipient"]);
            }
            """ },
        { "a helper sees the report", """
            bool IsGone(MessageDeliveryStatus one) => one != null;
            void Read(MessageDeliveryStatus report) {
                if (!IsGone(report)) return; foreach (var g in report.StatusGroups) Suppress(g["Final-Recipient"]);
            }
            """ },
        { "a query filters the groups by a helper", """
            bool IsGone(HeaderList group) => group != null;
            void Read(MessageDeliveryStatus report) {
                foreach (var g in report.StatusGroups.Where(one => IsGone(one))) Suppress(g["Final-Recipient"]);
            }
            """ },
        { "the fields are gone through", """
            void Read(MessageDeliveryStatus report) {
                foreach (var g in report.StatusGroups) foreach (var field in g) if (field.Value.Contains("5.1.1"))
                    Suppress(g["Final-Recipient"]);
            }
            """ },
        { "the group as a text", """
            void Read(MessageDeliveryStatus report) {
                foreach (var g in report.StatusGroups) if (g.ToString().Contains("5.1.1"))
                    Suppress(g["Final-Recipient"]);
            }
            """ },
        { "the caller asks", """
            void All(MessageDeliveryStatus report) {
                if (report.StatusGroups.Any(g => g["Action"] == "failed")) Read(report);
            }
            void Read(MessageDeliveryStatus report) {
                foreach (var g in report.StatusGroups) Suppress(g["Final-Recipient"]);
            }
            """ },
        { "the caller knows, by the name", """
            void ReadFailure(MessageDeliveryStatus report) {
                foreach (var g in report.StatusGroups) Suppress(g["Final-Recipient"]);
            }
            """ },
        { "the caller knows, by a parameter", """
            void Read(MessageDeliveryStatus report, bool isHardBounce) {
                if (!isHardBounce) return; foreach (var g in report.StatusGroups) Suppress(g["Final-Recipient"]);
            }
            """ },
        { "after several reports", """
            Dictionary<string, int> reports;
            void Read(MessageDeliveryStatus report) {
                foreach (var g in report.StatusGroups) if (++reports[g["Final-Recipient"]] > 5 && reports.Count > 0) {
                    var attempts = reports[g["Final-Recipient"]]; if (attempts > 5) Suppress(g["Final-Recipient"]);
                }
            }
            """ },
        { "the subject is asked", """
            void Read(MimeMessage mail, MessageDeliveryStatus report) {
                if (mail.Subject.Contains("Delayed")) return;
                foreach (var g in report.StatusGroups) Suppress(g["Final-Recipient"]);
            }
            """ },
        { "another header is asked", """
            void Read(MimeMessage mail, MessageDeliveryStatus report) {
                if (mail.Headers["X-Failed-Recipients"] == null) return;
                foreach (var g in report.StatusGroups) Suppress(g["Final-Recipient"]);
            }
            """ },
        { "recipients are listed", """
            IEnumerable<string> Recipients(MessageDeliveryStatus report) =>
                report.StatusGroups.Select(g => g["Final-Recipient"]);
            """ },
        { "it is only recorded", """
            void Record(string address) { }
            void Read(MessageDeliveryStatus report) {
                foreach (var g in report.StatusGroups) {
                    log.Info("bounced " + g["Final-Recipient"]); Record(g["Final-Recipient"]);
                }
            }
            """ },
        { "another address is given up", """
            void Read(MessageDeliveryStatus report, string address) {
                foreach (var g in report.StatusGroups) log.Info(g["Final-Recipient"]); Suppress(address);
            }
            """ },
        { "groups of another library", """
            class Report { public List<Dictionary<string, string>> StatusGroups; }
            void Read(Report report) { foreach (var g in report.StatusGroups) Suppress(g["Final-Recipient"]); }
            """ },
    };

    public static readonly FixCases Fixes = new()
    {
        {
            "a condition",
            """
            void Read(MessageDeliveryStatus report, HashSet<string> suppressed)
            {
                foreach (var group in report.StatusGroups)
                {
                    if (group["Final-Recipient"] is { } to) // The address.
                        {|SMTP3011:suppressed.Add(to)|};
                }
            }
            """,
            $$"""
            void Read(MessageDeliveryStatus report, HashSet<string> suppressed)
            {
                foreach (var group in report.StatusGroups)
                {
                    if (group["Final-Recipient"] is { } to && {{Failed}}) // The address.
                        suppressed.Add(to);
                }
            }
            """
        },
        {
            "alternatives",
            """
            async Task Read(MessageDeliveryStatus report, bool all)
            {
                foreach (var group in report.StatusGroups)
                {
                    if (all || group["Original-Recipient"] != null)
                    {
                        await {|SMTP3011:SuppressAsync(group["Final-Recipient"])|};
                    }
                }
            }
            """,
            $$"""
            async Task Read(MessageDeliveryStatus report, bool all)
            {
                foreach (var group in report.StatusGroups)
                {
                    if ((all || group["Original-Recipient"] != null) && {{Failed}})
                    {
                        await SuppressAsync(group["Final-Recipient"]);
                    }
                }
            }
            """
        },
        {
            "a statement among others",
            """
            void Read(MessageDeliveryStatus report)
            {
                foreach (var group in report.StatusGroups)
                {
                    log.Info(group["Final-Recipient"]);
                    {|SMTP3011:Suppress(group["Final-Recipient"])|}; // For ever.
                    log.Info("done");
                }
            }
            """,
            """
            void Read(MessageDeliveryStatus report)
            {
                foreach (var group in report.StatusGroups)
                {
                    log.Info(group["Final-Recipient"]);
                    if (string.Equals(group["Action"], "failed", StringComparison.OrdinalIgnoreCase))
                        Suppress(group["Final-Recipient"]); // For ever.
                    log.Info("done");
                }
            }
            """
        },
        {
            "an assignment on one line",
            ForEach + """{|SMTP3011:contacts.Find(g["Final-Recipient"]).IsBounced = true|}; } }""",
            ForEach + """if (string.Equals(g["Action"], "failed", StringComparison.OrdinalIgnoreCase)) """
                + """contacts.Find(g["Final-Recipient"]).IsBounced = true; } }"""
        },
    };

    [Fact]
    public Task Else_branches_several_effects_and_queries_are_left_to_people() => Verify.Exceptions.NoFix(
        """
        void Else(MessageDeliveryStatus report) {
            foreach (var g in report.StatusGroups) if (g["Final-Recipient"] == null) log.Info("nobody");
            else {|SMTP3011:Suppress(g["Final-Recipient"])|};
        }
        void Two(MessageDeliveryStatus report, HashSet<string> suppressed) {
            foreach (var g in report.StatusGroups) {
                {|SMTP3011:suppressed.Add(g["Final-Recipient"])|};
                MarkAsBounced(g["Final-Recipient"]);
            }
        }
        void Query(MessageDeliveryStatus report) {
            foreach (var to in report.StatusGroups.Select(g => g["Final-Recipient"])) {|SMTP3011:Suppress(to)|};
        }
        """ + Helpers);

    [Theory, MemberData(nameof(Positives))]
    public Task Reported(string member) => Verify.Exceptions.MailKit(member + Helpers);

    [Theory, MemberData(nameof(Silent))]
    public Task Not_reported(string member) => Verify.Exceptions.MailKit(member + Helpers);

    [Theory, MemberData(nameof(Fixes))]
    public Task Fixed(string before, string after) => Verify.Exceptions.Fix(before + Helpers, after + Helpers);

    [Fact]
    public Task A_file_that_does_not_name_SMTP_is_read_too() => Verify.Exceptions.FileFix(
        """
        using System.Collections.Generic;
        using MimeKit;

        public class BounceReader(HashSet<string> suppressed)
        {
            public void Read(MessageDeliveryStatus report)
            {
                foreach (var group in report.StatusGroups)
                    if (group["Final-Recipient"] is { } who)
                        {|SMTP3011:suppressed.Add(who)|};
            }
        }
        """,
        """
        using System;
        using System.Collections.Generic;
        using MimeKit;

        public class BounceReader(HashSet<string> suppressed)
        {
            public void Read(MessageDeliveryStatus report)
            {
                foreach (var group in report.StatusGroups)
                    if (group["Final-Recipient"] is { } who && string.Equals(group["Action"], "failed", StringComparison.OrdinalIgnoreCase))
                        suppressed.Add(who);
            }
        }
        """);
}
