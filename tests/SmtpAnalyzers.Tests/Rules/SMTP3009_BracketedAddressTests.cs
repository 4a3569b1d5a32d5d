using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.CodeFixes;

namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP3009_BracketedAddressTests
{
    public static readonly Cases Positives = new()
    {
        { "==", "bool Is(SmtpFailedRecipientException ex, string address) => {|SMTP3009:ex.FailedRecipient == address|};" },
        { "!=", "bool Is(SmtpFailedRecipientException ex, string address) => {|SMTP3009:address != ex.FailedRecipient|};" },
        { "the address of a MailAddress",
            "bool Is(SmtpFailedRecipientException ex, MailAddress to) => {|SMTP3009:to.Address == ex.FailedRecipient|};" },
        { "a constant", """bool Is(SmtpFailedRecipientException ex) => {|SMTP3009:ex.FailedRecipient == "b@x.test"|};""" },
        { "a constant pattern", """bool Is(SmtpFailedRecipientException ex) => {|SMTP3009:ex.FailedRecipient is "b@x.test"|};""" },
        { "Equals", """
            bool Is(SmtpFailedRecipientException ex, string address) =>
                {|SMTP3009:ex.FailedRecipient.Equals(address, StringComparison.OrdinalIgnoreCase)|};
            """ },
        { "Equals the other way", """
            bool Is(SmtpFailedRecipientException ex, string address) =>
                {|SMTP3009:address.Equals(ex.FailedRecipient, StringComparison.OrdinalIgnoreCase)|};
            """ },
        { "string.Equals", """
            bool Is(SmtpFailedRecipientException ex, string address) =>
                {|SMTP3009:string.Equals(ex.FailedRecipient, address, StringComparison.OrdinalIgnoreCase)|};
            """ },
        { "a comparer", """
            bool Is(SmtpFailedRecipientException ex, string address) =>
                {|SMTP3009:StringComparer.OrdinalIgnoreCase.Equals(address, ex.FailedRecipient)|};
            """ },
        { "in a query", """
            bool Is(SmtpFailedRecipientException ex, IEnumerable<MailAddress> all) =>
                all.Any(one => {|SMTP3009:one.Address == ex.FailedRecipient|});
            """ },
        { "a key", "int Is(SmtpFailedRecipientException ex, Dictionary<string, int> ids) => {|SMTP3009:ids[ex.FailedRecipient]|};" },
        { "TryGetValue", """
            bool Is(SmtpFailedRecipientException ex, Dictionary<string, int> ids) =>
                {|SMTP3009:ids.TryGetValue(ex.FailedRecipient, out var id)|};
            """ },
        { "ContainsKey", """
            bool Is(SmtpFailedRecipientException ex, Dictionary<string, int> ids) =>
                {|SMTP3009:ids.ContainsKey(ex.FailedRecipient)|};
            """ },
        { "Contains", """
            bool Is(SmtpFailedRecipientException ex, HashSet<string> known) =>
                {|SMTP3009:known.Contains(ex.FailedRecipient)|};
            """ },
        { "Remove", "void Is(SmtpFailedRecipientException ex, List<string> open) { {|SMTP3009:open.Remove(ex.FailedRecipient)|}; }" },
        { "a local", """
            bool Is(SmtpFailedRecipientException ex, string address) {
                var failed = ex.FailedRecipient; return {|SMTP3009:failed == address|};
            }
            """ },
        { "of each inner exception", """
            void Is(SmtpFailedRecipientsException ex, HashSet<string> known) {
                foreach (var one in ex.InnerExceptions) if ({|SMTP3009:known.Contains(one.FailedRecipient)|})
                    log.Info(one.Message);
            }
            """ },
        { "in other letters", """
            bool Is(SmtpFailedRecipientException ex, string address) =>
                {|SMTP3009:ex.FailedRecipient.ToLowerInvariant() == address.ToLowerInvariant()|};
            """ },
        { "collected", """
            bool Is(SmtpFailedRecipientsException ex, string address) =>
                {|SMTP3009:ex.InnerExceptions.Select(one => one.FailedRecipient).Contains(address)|};
            """ },
        { "collected in a local", """
            IEnumerable<MailAddress> Is(SmtpFailedRecipientsException ex) {
                var failed = ex.InnerExceptions.Select(one => one.FailedRecipient).ToList();
                return message.To.Where(to => {|SMTP3009:failed.Contains(to.Address)|});
            }
            """ },
        { "in a query over the exceptions", """
            bool Is(SmtpFailedRecipientsException ex, string address) =>
                ex.InnerExceptions.Any(one => {|SMTP3009:one.FailedRecipient == address|});
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "parsed", "bool Is(SmtpFailedRecipientException ex, string address) => new MailAddress(ex.FailedRecipient).Address == address;" },
        { "trimmed", "bool Is(SmtpFailedRecipientException ex, string address) => ex.FailedRecipient.Trim('<', '>') == address;" },
        { "trimmed into a local", """
            bool Is(SmtpFailedRecipientException ex, string address) {
                var failed = ex.FailedRecipient.Trim('<', '>'); return failed == address;
            }
            """ },
        { "the address with brackets",
            "bool Is(SmtpFailedRecipientException ex, string address) => ex.FailedRecipient == $\"<{address}>\";" },
        { "the address with brackets, joined",
            "bool Is(SmtpFailedRecipientException ex, string address) => ex.FailedRecipient == \"<\" + address + \">\";" },
        { "the address with brackets in a local", """
            bool Is(SmtpFailedRecipientException ex, string address) {
                var bracketed = "<" + address + ">"; return ex.FailedRecipient == bracketed;
            }
            """ },
        { "a constant with brackets", """bool Is(SmtpFailedRecipientException ex) => ex.FailedRecipient == "<b@x.test>";""" },
        { "null", """
            bool Is(SmtpFailedRecipientException ex) => ex.FailedRecipient == null
                || string.IsNullOrEmpty(ex.FailedRecipient) || ex.FailedRecipient == ""
                || ex.FailedRecipient == string.Empty;
            """ },
        { "two of them", """
            bool Is(SmtpFailedRecipientException ex, SmtpFailedRecipientException other) =>
                ex.FailedRecipient == other.FailedRecipient;
            """ },
        { "the address in it", "bool Is(SmtpFailedRecipientException ex, string address) => ex.FailedRecipient.Contains(address);" },
        { "it in a text", "bool Is(SmtpFailedRecipientException ex, string line) => line.Contains(ex.FailedRecipient);" },
        { "a set of them", """
            void Is(SmtpFailedRecipientsException ex) {
                var seen = new HashSet<string>();
                foreach (var one in ex.InnerExceptions) {
                    if (seen.Contains(one.FailedRecipient)) continue; seen.Add(one.FailedRecipient);
                }
            }
            """ },
        { "a dictionary of them", """
            void Is(SmtpFailedRecipientException ex, Dictionary<string, int> tries) {
                if (!tries.ContainsKey(ex.FailedRecipient)) tries[ex.FailedRecipient] = 0;
            }
            """ },
        { "collected without brackets", """
            bool Is(SmtpFailedRecipientsException ex, string address) =>
                ex.InnerExceptions.Select(one => new MailAddress(one.FailedRecipient).Address).Contains(address);
            """ },
        { "collected, and another looked for", """
            bool Is(SmtpFailedRecipientsException ex, SmtpFailedRecipientException other) {
                var failed = ex.InnerExceptions.Select(one => one.FailedRecipient).ToList();
                return failed.Contains(other.FailedRecipient);
            }
            """ },
        { "put into a list", "void Is(SmtpFailedRecipientException ex, List<string> failed) => failed.Add(ex.FailedRecipient);" },
        { "logged", "void Is(SmtpFailedRecipientException ex) => log.Info(ex.FailedRecipient);" },
        { "an exception of the program's", """
            class Failure { public string FailedRecipient; }
            bool Is(Failure ex, string address) => ex.FailedRecipient == address;
            """ },
    };

    public static readonly FixCases Fixes = new()
    {
        {
            "==",
            "bool Is(SmtpFailedRecipientException ex, string address) => {|SMTP3009:ex.FailedRecipient == address|};",
            "bool Is(SmtpFailedRecipientException ex, string address) => new MailAddress(ex.FailedRecipient).Address == address;"
        },
        {
            "Equals",
            """
            bool Is(SmtpFailedRecipientException ex, string address) =>
                {|SMTP3009:address.Equals(ex.FailedRecipient, StringComparison.OrdinalIgnoreCase)|}
                    || {|SMTP3009:ex.FailedRecipient.Equals(address)|};
            """,
            """
            bool Is(SmtpFailedRecipientException ex, string address) =>
                address.Equals(new MailAddress(ex.FailedRecipient).Address, StringComparison.OrdinalIgnoreCase)
                    || new MailAddress(ex.FailedRecipient).Address.Equals(address);
            """
        },
        {
            "a key",
            "int Is(SmtpFailedRecipientException ex, Dictionary<string, int> ids) => {|SMTP3009:ids[ex.FailedRecipient]|};",
            "int Is(SmtpFailedRecipientException ex, Dictionary<string, int> ids) => ids[new MailAddress(ex.FailedRecipient).Address];"
        },
        {
            "a local",
            """
            bool Is(SmtpFailedRecipientException ex, string address)
            {
                var failed = ex.FailedRecipient;
                return {|SMTP3009:failed == address|};
            }
            """,
            """
            bool Is(SmtpFailedRecipientException ex, string address)
            {
                var failed = ex.FailedRecipient;
                return new MailAddress(failed).Address == address;
            }
            """
        },
        {
            "collected in a local",
            """
            IEnumerable<MailAddress> Is(SmtpFailedRecipientsException ex)
            {
                var failed = ex.InnerExceptions.Select(one => one.FailedRecipient).ToList();
                return message.To.Where(to => {|SMTP3009:failed.Contains(to.Address)|});
            }
            """,
            """
            IEnumerable<MailAddress> Is(SmtpFailedRecipientsException ex)
            {
                var failed = ex.InnerExceptions.Select(one => new MailAddress(one.FailedRecipient).Address).ToList();
                return message.To.Where(to => failed.Contains(to.Address));
            }
            """
        },
    };

    [Theory, MemberData(nameof(Positives))]
    public Task Reported(string member) => Verify.Exceptions.SystemNetMail(member);

    [Theory, MemberData(nameof(Silent))]
    public Task Not_reported(string member) => Verify.Exceptions.SystemNetMail(member);

    [Theory, MemberData(nameof(Fixes))]
    public Task Mended(string member, string mended) => Verify.Exceptions.SystemNetMailFix(member, mended);

    [Fact]
    public Task Mended_where_null_is_looked_for() => Verify.Exceptions.FileFix(
        """
        #nullable enable
        class Refusal
        {
            bool Is(System.Net.Mail.SmtpFailedRecipientException ex, string address) =>
                {|SMTP3009:ex.FailedRecipient == address|};
        }
        """,
        """
        #nullable enable
        class Refusal
        {
            bool Is(System.Net.Mail.SmtpFailedRecipientException ex, string address) =>
                new System.Net.Mail.MailAddress(ex.FailedRecipient!).Address == address;
        }
        """);

    [Theory]
    [InlineData("ex.FailedRecipient!.Equals(address)", "new MailAddress(ex.FailedRecipient!).Address.Equals(address)")]
    [InlineData("address == ex.FailedRecipient!", "address == new MailAddress(ex.FailedRecipient!).Address")]
    [InlineData("known.Contains(ex.FailedRecipient!)", "known.Contains(new MailAddress(ex.FailedRecipient!).Address)")]
    [InlineData("ids.ContainsKey(ex.FailedRecipient!)", "ids.ContainsKey(new MailAddress(ex.FailedRecipient!).Address)")]
    [InlineData("ex?.FailedRecipient == address", "ex?.FailedRecipient is { } failed && new MailAddress(failed).Address == address")]
    public Task Mended_where_null_is_ruled_out(string test, string mended)
    {
        string File(string body) => $$"""
            #nullable enable
            using System.Collections.Generic;
            using System.Net.Mail;
            class Refusal
            {
                bool Is(SmtpFailedRecipientException ex, string address, HashSet<string> known, Dictionary<string, int> ids) => {{body}};
            }
            """;
        return Verify.Exceptions.FileFix(File($"{{|SMTP3009:{test}|}}"), File(mended));
    }

    [Fact]
    public Task In_CSharp_7_3() => Verify.Exceptions.SystemNetMail(
        "bool Is(SmtpFailedRecipientException ex, string address) => {|SMTP3009:ex.FailedRecipient == address|};",
            LanguageVersion.CSharp7_3);
}
