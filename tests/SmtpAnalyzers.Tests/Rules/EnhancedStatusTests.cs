namespace SmtpAnalyzers.Tests.Rules;

/// <summary>SMTP1001 and SMTP1002 where a whole class of enhanced status codes is decided.</summary>
public sealed class EnhancedStatusTests
{
    public static readonly Cases Wrong = new()
    {
        { "4.x.x is permanent", """bool IsPermanent(string enhancedStatus) => enhancedStatus.StartsWith({|SMTP1001:"4."|});""" },
        { "4.x.x beside 5.x.x", """
            bool IsHardBounce(string enhancedStatusCode) => enhancedStatusCode.StartsWith("5.")
                || enhancedStatusCode.StartsWith({|SMTP1001:"4."|}, StringComparison.Ordinal);
            """ },
        { "4.x.x is suppressed", """
            void On(string dsnStatus, string to) { if (dsnStatus.StartsWith({|SMTP1001:"4."|})) Suppress(to); }
            void Suppress(string to) { }
            """ },
        { "5.x.x is retried", """bool ShouldRetry(string enhancedCode) => enhancedCode.StartsWith({|SMTP1002:"5."|});""" },
        { "5.x.x is requeued",
            """void On(string enhancedCode) { if (enhancedCode.StartsWith({|SMTP1002:"5."|})) queue.Requeue(message); }""" },
        { "swapped", """
            Verdict Of(string enhancedStatus)
            {
                if (enhancedStatus.StartsWith({|SMTP1001:"4."|})) return Verdict.Permanent;
                if (enhancedStatus.StartsWith({|SMTP1002:"5."|})) return Verdict.Retry;
                return Verdict.Other;
            }
            """ },
        { "the first digit", """
            bool IsPermanent(string enhancedStatus) => enhancedStatus[0] == {|SMTP1001:'4'|}
                || enhancedStatus[0] == '5';
            """ },
        { "the first digit in a pattern", """bool IsPermanent(string enhancedStatus) => enhancedStatus[0] is {|SMTP1001:'4'|} or '5';""" },
        { "the first digit in a list pattern", """bool IsPermanent(string enhancedStatus) => enhancedStatus is [{|SMTP1001:'4'|}, ..];""" },
        { "the first digit as a text",
            """bool IsPermanent(string enhancedStatus) => enhancedStatus.Substring(0, 1) == {|SMTP1001:"4"|};""" },
        { "the digit with its dot", """bool IsPermanent(string enhancedStatus) => enhancedStatus.Substring(0, 2) == {|SMTP1001:"4."|};""" },
        { "a range of the text", """bool IsPermanent(string enhancedStatus) => enhancedStatus[..2] == {|SMTP1001:"4."|};""" },
        { "a character", """bool IsPermanent(string enhancedStatus) => enhancedStatus.StartsWith({|SMTP1001:'4'|});""" },
        { "the first part", """bool IsPermanent(string enhancedStatus) => enhancedStatus.Split('.')[0] == {|SMTP1001:"4"|};""" },
        { "the first part as a number",
            """bool IsPermanent(string enhancedStatus) => int.Parse(enhancedStatus.Split('.')[0]) >= {|SMTP1001:4|};""" },
        { "a switch over the digit", """
            Verdict Of(string enhancedStatus)
            {
                switch (enhancedStatus[0])
                {
                    case '2': return Verdict.Sent;
                    {|SMTP1001:case '4':|}
                    case '5': return Verdict.Permanent;
                    default: return Verdict.Other;
                }
            }
            """ },
        { "arms", """
            Verdict Of(string enhancedStatus) => enhancedStatus[0] switch {
                {|SMTP1001:'4'|} => Verdict.Permanent, {|SMTP1002:'5'|} => Verdict.Retry, _ => Verdict.Other
            };
            """ },
        { "arms with when", """
            Verdict Of(string enhancedStatus) => enhancedStatus switch {
                var s when s.StartsWith({|SMTP1001:"4."|}) => Verdict.Permanent, _ => Verdict.Other
            };
            """ },
        { "a property", """
            class Bounce {
                public string EnhancedStatus { get; set; }
                public bool IsPermanent => EnhancedStatus.StartsWith({|SMTP1001:"4."|});
            }
            """ },
        { "a property of a parameter", """
            class Reply { public string EnhancedStatusCode { get; set; } }
            bool IsPermanent(Reply reply) => reply.EnhancedStatusCode.StartsWith({|SMTP1001:"4."|});
            """ },
        { "a property through ?.", """
            class Reply { public string EnhancedStatusCode { get; set; } }
            bool IsPermanent(Reply reply) => reply.EnhancedStatusCode?.StartsWith({|SMTP1001:"4."|}) == true;
            """ },
        { "a method of the user's", """
            string GetEnhancedStatus(string text) => text;
            bool IsPermanent(SmtpCommandException ex) => GetEnhancedStatus(ex.Message).StartsWith({|SMTP1001:"4."|});
            """ },
        { "a local", """
            string Parse(string text) => text;
            bool IsPermanent(SmtpCommandException ex) {
                var enhancedStatus = Parse(ex.Message); return enhancedStatus.StartsWith({|SMTP1001:"4."|});
            }
            """ },
        { "behind a check for none", """
            bool IsPermanent(string enhancedStatus) {
                if (string.IsNullOrEmpty(enhancedStatus)) return false;
                return enhancedStatus.StartsWith({|SMTP1001:"4."|}) || enhancedStatus.StartsWith("5.");
            }
            """ },
        { "behind a check of the length", """
            bool IsPermanent(string enhancedStatus) => enhancedStatus.Length > 0
                && enhancedStatus[0] is {|SMTP1001:'4'|} or '5';
            """ },
        { "behind a check of the length in a pattern", """
            bool IsPermanent(string enhancedStatus) => enhancedStatus is { Length: > 1 }
            status && status[0] == {|SMTP1001:'4'|};
            """ },
        { "in a variable that a pattern declares", """
            bool IsPermanent(HeaderList group) => group["Status"] is { }
            status && status.StartsWith({|SMTP1001:"4."|});
            """ },
        { "soft and hard bounces exchanged", """
            enum Bounce { SoftBounce, HardBounce }
            Bounce Of(string enhancedCode) => enhancedCode.StartsWith({|SMTP1001:"4"|}) ? Bounce.HardBounce
                : {|SMTP1002:Bounce.SoftBounce|};
            """ },
        { "behind a check for null", """
            bool IsPermanent(string enhancedStatus) => enhancedStatus != null
                && enhancedStatus.StartsWith({|SMTP1001:"4."|});
            """ },
        { "the status of a report", """bool IsHardBounce(HeaderList group) => group["Status"].StartsWith({|SMTP1001:"4."|});""" },
        { "the status of a report in a local", """
            bool IsHardBounce(HeaderList fields) {
                var status = fields["Status"]; return status.StartsWith({|SMTP1001:"4."|});
            }
            """ },
        { "the status of a report, trimmed, or none", """
            bool IsHardBounce(HeaderList fields) {
                var status = fields["Status"]?.Trim() ?? ""; return status.StartsWith({|SMTP1001:"4."|});
            }
            """ },
        { "each status of a report", """
            void Read(MessageDeliveryStatus report)
            {
                foreach (var group in report.StatusGroups)
                {
                    var status = group["Status"];
                    if (status != null && status.StartsWith({|SMTP1001:"4."|}))
                        MarkAsHardBounce(group["Final-Recipient"]);
                }
            }
            void MarkAsHardBounce(string recipient) { }
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "right", """
            Verdict Of(string enhancedStatus) => enhancedStatus[0] switch {
                '2' => Verdict.Sent, '4' => Verdict.Retry, '5' => Verdict.Permanent, _ => Verdict.Other
            };
            """ },
        { "right, by texts", """
            Verdict Of(string enhancedStatus) {
                if (enhancedStatus.StartsWith("4.")) return Verdict.Retry;
                if (enhancedStatus.StartsWith("5.")) return Verdict.Permanent; return Verdict.Other;
            }
            """ },
        { "a single code", """bool IsPermanent(string enhancedStatus) => enhancedStatus == "4.4.7";""" },
        { "the beginning of some codes", """bool IsPermanent(string enhancedStatus) => enhancedStatus.StartsWith("4.4");""" },
        { "the beginning of some codes, with a dot", """
            bool IsPermanent(string enhancedStatus) => enhancedStatus.StartsWith("5.")
                || enhancedStatus.StartsWith("4.4.");
            """ },
        { "a single code is retried",
            """bool ShouldRetry(string enhancedStatus) => enhancedStatus == "5.2.2" || enhancedStatus.StartsWith("4.");""" },
        { "a list of codes", """
            static readonly HashSet<string> Permanent = new() { "5.1.1", "4.4.7" };
            bool IsPermanent(string enhancedStatus) => Permanent.Contains(enhancedStatus);
            """ },
        { "a single code first, then its class", """
            Verdict Of(string enhancedStatus) {
                if (enhancedStatus.StartsWith("5.1.1")) return Verdict.Permanent;
                if (enhancedStatus.StartsWith("5.")) return Verdict.Retry; return Verdict.Other;
            }
            """ },
        { "single codes first, then the digit", """
            Verdict Of(string enhancedStatus) {
                if (enhancedStatus is "5.1.1" or "5.2.1") return Verdict.Permanent;
                return enhancedStatus[0] == '5' ? Verdict.Retry : Verdict.Other;
            }
            """ },
        { "an arm for a single code", """
            Verdict Of(string enhancedStatus) => enhancedStatus switch {
                "4.2.2" => Verdict.Retry, var s when s.StartsWith("4.") => Verdict.Permanent, _ => Verdict.Other
            };
            """ },
        { "a single code beside the class",
            """bool IsPermanent(string enhancedStatus) => enhancedStatus == "5.1.1" || enhancedStatus.StartsWith("4.");""" },
        { "a message that is old", """
            void On(string enhancedStatus, TimeSpan age) {
                if (age > TimeSpan.FromDays(4)) if (enhancedStatus.StartsWith("4.")) queue.DeadLetter(message);
            }
            """ },
        { "the text too", """
            void On(string enhancedStatus, string diagnosticCode) {
                if (diagnosticCode.Contains("user unknown") && enhancedStatus.StartsWith("4."))
                    queue.DeadLetter(message);
            }
            """ },
        { "the reply code too", """
            bool IsHardBounce(string dsnStatus, SmtpCommandException ex) => dsnStatus.StartsWith("4.")
                && (int)ex.StatusCode >= 500;
            """ },
        { "whatever was not delivered", """bool IsPermanent(string enhancedStatus) => !enhancedStatus.StartsWith("2.");""" },
        { "a digit anywhere", """bool IsPermanent(string enhancedStatus) => enhancedStatus.Contains("4.");""" },
        { "all but one code", """
            bool IsPermanent(string enhancedStatus) => enhancedStatus.StartsWith("4.")
                && enhancedStatus.EndsWith(".7");
            """ },
        { "the third character", """bool IsPermanent(string enhancedStatus) => enhancedStatus[2] == '4';""" },
        { "the second part", """bool IsPermanent(string enhancedStatus) => enhancedStatus.Split('.')[1] == "4";""" },
        { "after enough attempts", """
            void On(string enhancedStatus, int attempts) {
                if (attempts > 10 && enhancedStatus.StartsWith("4.")) queue.DeadLetter(message);
            }
            """ },
        { "the text of a reply, which nobody calls an enhanced status",
            """bool IsPermanent(SmtpCommandException ex) => ex.Message.StartsWith("4.");""" },
        { "a version", """bool IsFatal(string version) => version.StartsWith("4.");""" },
        { "another field of a report", """bool IsHardBounce(HeaderList fields) => fields["X-Version"].StartsWith("4.");""" },
        { "the field of other headers",
            """bool IsHardBounce(System.Net.WebHeaderCollection headers) => headers["Status"].StartsWith("4.");""" },
        { "what the server reported as failed", """
            void Read(MessageDeliveryStatus report)
            {
                foreach (var group in report.StatusGroups)
                {
                    if (group["Action"] == "failed" && group["Status"].StartsWith("4."))
                        MarkAsHardBounce(group["Final-Recipient"]);
                }
            }
            void MarkAsHardBounce(string recipient) { }
            """ },
        { "what the server reported as failed, asked for before", """
            void Read(MessageDeliveryStatus report)
            {
                foreach (var group in report.StatusGroups)
                {
                    if (group["Action"] != "failed")
                        continue;
                    if (group["Status"].StartsWith("4."))
                        MarkAsHardBounce(group["Final-Recipient"]);
                }
            }
            void MarkAsHardBounce(string recipient) { }
            """ },
        { "not a failure", """bool IsFailure(string enhancedStatus) => enhancedStatus[0] is '4' or '5';""" },
        { "whether there is one", """
            bool IsEnhancedStatus(string dsnCode) => dsnCode.StartsWith("4.") || dsnCode.StartsWith("5.")
                || dsnCode.StartsWith("2.");
            """ },
        { "a data source", """bool IsPermanent(string dsn) => dsn.StartsWith("4.");""" },
        { "a number", """bool IsPermanent(int enhancedStatus) => enhancedStatus == 4;""" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public Task Reported(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(Silent))]
    public Task Not_reported(string member) => Verify.MailKit(member);

    [Fact]
    public Task Class_is_taken_out_of_a_condition() => Verify.Fix(
        """bool IsPermanent(string enhancedStatus) => enhancedStatus.StartsWith({|SMTP1001:"4."|}) || enhancedStatus.StartsWith("5.");""",
        """bool IsPermanent(string enhancedStatus) => enhancedStatus.StartsWith("5.");""");

    [Fact]
    public Task Class_is_taken_out_of_a_pattern() => Verify.Fix(
        """bool ShouldRetry(string enhancedStatus) => enhancedStatus[0] is '4' or {|SMTP1002:'5'|};""",
        """bool ShouldRetry(string enhancedStatus) => enhancedStatus[0] is '4';""");

    [Fact]
    public Task Class_is_taken_out_of_a_report() => Verify.Fix(
        """bool IsHardBounce(HeaderList group) => group["Status"].StartsWith({|SMTP1001:"4."|}) || group["Status"].StartsWith("5.");""",
        """bool IsHardBounce(HeaderList group) => group["Status"].StartsWith("5.");""");

    [Fact]
    public Task Swapped_classes_are_exchanged() => Verify.Fix(
        """
        Verdict Of(string enhancedStatus)
        {
            if (enhancedStatus.StartsWith({|SMTP1001:"4."|})) return Verdict.Permanent;
            if (enhancedStatus.StartsWith({|SMTP1002:"5."|})) return Verdict.Retry;
            return Verdict.Other;
        }
        """,
        """
        Verdict Of(string enhancedStatus)
        {
            if (enhancedStatus.StartsWith("5.")) return Verdict.Permanent;
            if (enhancedStatus.StartsWith("4.")) return Verdict.Retry;
            return Verdict.Other;
        }
        """);

    [Fact]
    public Task Swapped_arms_are_exchanged() => Verify.Fix(
        """
        Verdict Of(string dsnStatus) => dsnStatus[0] switch
        {
            {|SMTP1001:'4'|} => Verdict.Permanent,
            {|SMTP1002:'5'|} => Verdict.Retry,
            _ => Verdict.Other
        };
        """,
        """
        Verdict Of(string dsnStatus) => dsnStatus[0] switch
        {
            '4' => Verdict.Retry,
            '5' => Verdict.Permanent,
            _ => Verdict.Other
        };
        """);

    [Fact]
    public Task Label_is_taken_out() => Verify.Fix(
        """
        Verdict Of(string enhancedStatus)
        {
            switch (enhancedStatus[0])
            {
                {|SMTP1001:case '4':|}
                case '5': return Verdict.Permanent;
                default: return Verdict.Other;
            }
        }
        """,
        """
        Verdict Of(string enhancedStatus)
        {
            switch (enhancedStatus[0])
            {
                case '5': return Verdict.Permanent;
                default: return Verdict.Other;
            }
        }
        """);

    [Fact]
    public Task Nothing_is_left_of_the_only_class() => Verify.NoFix(
        """bool IsPermanent(string enhancedStatus) => enhancedStatus.StartsWith({|SMTP1001:"4."|});""");

    [Fact]
    public Task What_a_site_has_decided_about_single_codes_says_nothing_of_the_class() =>
        Verify.With("smtp_analyzers.transient_codes = 552").MailKit(
        """bool IsPermanent(string enhancedStatus) => enhancedStatus.StartsWith("5.");""");
}
