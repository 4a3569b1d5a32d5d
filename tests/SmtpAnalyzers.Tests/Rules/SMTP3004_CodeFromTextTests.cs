using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Tests.CodeFixes;

namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP3004_CodeFromTextTests
{
    public static readonly Cases Positives = new()
    {
        { "a text that is never null", """
            bool On(SmtpCommandException ex) {
                var text = (ex.Message ?? string.Empty).ToLowerInvariant();
                return {|SMTP3004:text.Contains("535")|};
            }
            """ },
        { "the basic code before the enhanced one",
            """bool On(SmtpCommandException ex) => {|SMTP3004:ex.Message.Contains("550 5.1.1")|};""" },
        { "Contains", """bool On(SmtpCommandException ex) => {|SMTP3004:ex.Message.Contains("550")|};""" },
        { "Contains with a comparison",
            """bool On(SmtpCommandException ex) => {|SMTP3004:ex.Message.Contains("550", StringComparison.Ordinal)|};""" },
        { "a code with a space", """bool On(SmtpCommandException ex) => {|SMTP3004:ex.Message.Contains("550 ")|};""" },
        { "StartsWith", """bool On(SmtpCommandException ex) => {|SMTP3004:ex.Message.StartsWith("421")|};""" },
        { "the first digit", """bool On(SmtpCommandException ex) => {|SMTP3004:ex.Message.StartsWith("4")|};""" },
        { "the first digit as a character", """bool On(SmtpCommandException ex) => {|SMTP3004:ex.Message.StartsWith('5')|};""" },
        { "the first character", """bool On(SmtpCommandException ex) => {|SMTP3004:ex.Message[0] == '5'|};""" },
        { "the first two digits", """bool On(SmtpCommandException ex) => {|SMTP3004:ex.Message.StartsWith("55")|};""" },
        { "IndexOf", """bool On(SmtpCommandException ex) => {|SMTP3004:ex.Message.IndexOf("450")|} >= 0;""" },
        { "the first three characters", """bool On(SmtpCommandException ex) => {|SMTP3004:ex.Message.Substring(0, 3) == "550"|};""" },
        { "a range", """bool On(SmtpCommandException ex) => {|SMTP3004:ex.Message[..3] is "550" or "551"|};""" },
        { "one of the words", """bool On(SmtpCommandException ex) => {|SMTP3004:ex.Message.Split(' ').Contains("451")|};""" },
        { "the first word", """bool On(SmtpCommandException ex) => {|SMTP3004:ex.Message.Split(' ')[0] == "550"|};""" },
        { "the first word as a number",
            """bool On(SmtpCommandException ex) => {|SMTP3004:int.Parse(ex.Message.Split(' ')[0])|} >= 500;""" },
        { "a number out of a try", """
            bool On(SmtpCommandException ex) => {|SMTP3004:int.TryParse(ex.Message.Substring(0, 3), out var code)|}
                && code == 550;
            """ },
        { "a switch", """
            void On(SmtpCommandException ex) {
                switch ({|SMTP3004:ex.Message.Substring(0, 3)|}) {
                    case "421": case "450": queue.Requeue(message); break;
                }
            }
            """ },
        { "a regular expression", """
            bool On(SmtpCommandException ex) => {|SMTP3004:System.Text.RegularExpressions.Regex.IsMatch(ex.Message,
                @"\b5\d\d\b")|};
            """ },
        { "a regular expression that takes the code out", """
            string On(SmtpCommandException ex) => {|SMTP3004:System.Text.RegularExpressions.Regex.Match(ex.Message,
                @"(\d{3})")|}.Value;
            """ },
        { "a regular expression in a field", """
            static readonly System.Text.RegularExpressions.Regex Final = new(@"^(550|551|553)");
            bool On(SmtpCommandException ex) => {|SMTP3004:Final.IsMatch(ex.Message)|};
            """ },
        { "the texts of all inner exceptions", """
            bool On(SmtpCommandException ex) {
                var text = "";
                for (Exception one = ex; one != null; one = one.InnerException)
                    text = text + one.Message;
                return {|SMTP3004:text.Contains("550")|};
            }
            """ },
        { "ToString", """bool On(SmtpCommandException ex) => {|SMTP3004:ex.ToString().Contains("550")|};""" },
        { "a local", """
            bool On(SmtpCommandException ex) {
                var text = ex.Message.ToLower(); return {|SMTP3004:text.Contains("550")|};
            }
            """ },
        { "two texts in one", """
            bool On(SmtpCommandException ex) {
                var text = $"{ex.Message} {ex.InnerException?.Message}"; return {|SMTP3004:text.Contains("550")|};
            }
            """ },
        { "a null check", """bool On(SmtpCommandException ex) => {|SMTP3004:ex?.Message.Contains("550")|} == true;""" },
        { "a list", """
            static readonly string[] Passing = ["421", "450", "451"];
            bool On(SmtpCommandException ex) => Passing.Any(code => {|SMTP3004:ex.Message.Contains(code)|});
            """ },
        { "a loop", """
            bool On(SmtpCommandException ex) {
                foreach (var code in new[] { "421", "450" }) {
                    if ({|SMTP3004:ex.Message.Contains(code)|}) return true;
                }
                return false;
            }
            """ },
        { "a filter", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when ({|SMTP3004:ex.Message.Contains("450")|}) {
                    queue.Requeue(message);
                }
            }
            """ },
        { "any exception around Send", """
            void Send() {
                try { client.Send(message); }
                catch (Exception ex) when ({|SMTP3004:ex.Message.Contains("450")|}) { queue.Requeue(message); }
            }
            """ },
        { "the inner exception of a failed login", """
            bool On(MailKit.Security.AuthenticationException ex) =>
                {|SMTP3004:ex.InnerException.Message.Contains("535")|};
            """ },
        { "a response", """bool On(SmtpResponse response) => {|SMTP3004:response.Response.StartsWith("550")|};""" },
        { "System.Net.Mail", """bool On(System.Net.Mail.SmtpException ex) => {|SMTP3004:ex.Message.Contains("550")|};""" },
        { "a refused recipient",
            """bool On(System.Net.Mail.SmtpFailedRecipientException ex) => {|SMTP3004:ex.Message.Contains("550")|};""" },
        { "several refused recipients", """
            bool On(System.Net.Mail.SmtpFailedRecipientsException ex) =>
                {|SMTP3004:ex.InnerException.Message.Contains("450")|};
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "one of the words of another text",
            """bool On(SmtpCommandException ex, string text) => text.Split(' ').Contains("451");""" },
        { "a list that holds no text", """bool On(SmtpCommandException ex, string[] known) => known.Contains("451");""" },
        { "an enhanced code", """bool On(SmtpCommandException ex) => ex.Message.Contains("5.7.1");""" },
        { "the class of an enhanced code", """bool On(SmtpCommandException ex) => ex.Message.StartsWith("4.");""" },
        { "an enhanced code by a regular expression", """
            bool On(SmtpCommandException ex) => System.Text.RegularExpressions.Regex.IsMatch(ex.Message,
                @"\b5\.\d\.\d");
            """ },
        { "words by a regular expression", """
            bool On(SmtpCommandException ex) => System.Text.RegularExpressions.Regex.IsMatch(ex.Message,
                @"try again in \d{3} seconds");
            """ },
        { "words", """bool On(SmtpCommandException ex) => ex.Message.Contains("mailbox full");""" },
        { "words for display",
            """string On(SmtpCommandException ex) => ex.Message.Contains("quota") ? "The mailbox is full." : ex.Message;""" },
        { "a number that is no code", """
            bool On(SmtpCommandException ex) => ex.Message.Contains("587") || ex.Message.Contains("25")
                || ex.Message.Contains("4711");
            """ },
        { "a port", """bool On(SmtpCommandException ex) => ex.Message.Contains("465");""" },
        { "a digit anywhere", """bool On(SmtpCommandException ex) => ex.Message.Contains("5");""" },
        { "the text is logged", """void On(SmtpCommandException ex) { log.Info("550: " + ex.Message); }""" },
        { "an HTTP exception", """bool On(HttpRequestException ex) => ex.Message.Contains("503");""" },
        { "an FTP exception", """bool On(WebException ex) => ex.Message.Contains("550");""" },
        { "any exception of a helper", """
            void Other() { }
            void Send() {
                try { client.Send(message); Other(); }
                catch (Exception ex) when (ex.Message.Contains("450")) { queue.Requeue(message); }
            }
            """ },
        { "any exception of an HTTP call", """
            async Task Send(HttpClient http) {
                try { await http.GetStringAsync("https://smtp.example"); }
                catch (Exception ex) when (ex.Message.Contains("503")) { queue.Requeue(message); }
            }
            """ },
        { "any exception of an HTTP call and of Send", """
            async Task Send(HttpClient http) {
                try { await http.GetStringAsync("https://x.example"); client.Send(message); }
                catch (Exception ex) when (ex.Message.Contains("503")) { queue.Requeue(message); }
            }
            """ },
        { "a predicate of any exception", """bool IsTransient(Exception ex) => ex.Message.Contains("450");""" },
        { "no reply, so that the text is all there is", """bool On(SmtpProtocolException ex) => ex.Message.Contains("421");""" },
        { "the status code holds none", """
            bool On(System.Net.Mail.SmtpException ex) =>
                ex.StatusCode == System.Net.Mail.SmtpStatusCode.GeneralFailure && ex.Message.Contains("550");
            """ },
        { "a failed login's own text holds the code",
            """bool On(MailKit.Security.AuthenticationException ex) => ex.Message.StartsWith("535");""" },
        { "an exception of the program's own", """
            class OwnException : System.Net.Mail.SmtpException { public OwnException(string reply) : base(reply) { } }
            bool On(OwnException ex) => ex.Message.StartsWith("550");
            """ },
        { "exceptions that the program makes of reply lines", """
            void Check(string reply) { if (!reply.StartsWith("2")) throw new System.Net.Mail.SmtpException(reply); }
            bool On(System.Net.Mail.SmtpException ex) => ex.Message.StartsWith("550");
            """ },
        { "the number", """bool On(SmtpCommandException ex) => ((int)ex.StatusCode).ToString() == "550";""" },
        { "the text of another property", """bool On(SmtpCommandException ex) => ex.HelpLink == "550";""" },
        { "a local that is written again", """
            bool On(SmtpCommandException ex, string other) {
                var text = ex.Message; text = other; return text.Contains("550");
            }
            """ },
    };

    public static readonly FixCases Fixes = new()
    {
        { "Contains", """bool On(SmtpCommandException ex) => {|SMTP3004:ex.Message.Contains("550")|};""",
            """bool On(SmtpCommandException ex) => ex.StatusCode == SmtpStatusCode.MailboxUnavailable;""" },
        { "negated", """bool On(SmtpCommandException ex) => !{|SMTP3004:ex.Message.Contains("550")|};""",
            """bool On(SmtpCommandException ex) => ex.StatusCode != SmtpStatusCode.MailboxUnavailable;""" },
        { "a code without a name", """bool On(SmtpCommandException ex) => {|SMTP3004:ex.Message.Contains("521")|};""",
            """bool On(SmtpCommandException ex) => (int)ex.StatusCode == 521;""" },
        { "the first digit", """bool On(SmtpCommandException ex) => {|SMTP3004:ex.Message.StartsWith("4")|};""",
            """bool On(SmtpCommandException ex) => (int)ex.StatusCode is >= 400 and < 500;""" },
        { "the first digit, negated", """bool On(SmtpCommandException ex) => {|SMTP3004:ex.Message[0] != '5'|};""",
            """bool On(SmtpCommandException ex) => (int)ex.StatusCode / 100 != 5;""" },
        { "the first two digits", """bool On(SmtpCommandException ex) => {|SMTP3004:ex.Message.StartsWith("55")|};""",
            """bool On(SmtpCommandException ex) => (int)ex.StatusCode / 10 == 55;""" },
        {
            "IndexOf",
            """
            bool On(SmtpCommandException ex) =>
                {|SMTP3004:ex.Message.IndexOf("450")|} >= 0 || {|SMTP3004:ex.Message.IndexOf("421")|} > -1;
            """,
            """
            bool On(SmtpCommandException ex) =>
                ex.StatusCode == SmtpStatusCode.MailboxBusy || ex.StatusCode == SmtpStatusCode.ServiceNotAvailable;
            """
        },
        {
            "IndexOf that finds it elsewhere",
            """bool On(SmtpCommandException ex) => {|SMTP3004:ex.Message.IndexOf("450")|} != 0;""",
            """bool On(SmtpCommandException ex) => ex.StatusCode != SmtpStatusCode.MailboxBusy;"""
        },
        { "IndexOf that fails", """bool On(SmtpCommandException ex) => {|SMTP3004:ex.Message.IndexOf("450")|} == -1;""",
            """bool On(SmtpCommandException ex) => ex.StatusCode != SmtpStatusCode.MailboxBusy;""" },
        { "a pattern", """bool On(SmtpCommandException ex) => {|SMTP3004:ex.Message[..3] is "550" or "551"|};""",
            """bool On(SmtpCommandException ex) => (int)ex.StatusCode is 550 or 551;""" },
        {
            "in a chain",
            """
            bool CanRetry(SmtpCommandException ex) =>
                {|SMTP3004:ex.Message.Contains("421")|} || {|SMTP3004:ex.Message.Contains("450")|}
                || {|SMTP3004:ex.Message.Contains("451")|} || {|SMTP3004:ex.Message.Contains("452")|}; // busy
            """,
            """
            bool CanRetry(SmtpCommandException ex) =>
                ex.StatusCode == SmtpStatusCode.ServiceNotAvailable || ex.StatusCode == SmtpStatusCode.MailboxBusy
                || ex.StatusCode == SmtpStatusCode.ErrorInProcessing || ex.StatusCode == SmtpStatusCode.InsufficientStorage; // busy
            """
        },
        { "null-conditional", """bool On(SmtpCommandException ex) => {|SMTP3004:ex?.Message.Contains("550")|} == true;""",
            """bool On(SmtpCommandException ex) => ex?.StatusCode == SmtpStatusCode.MailboxUnavailable;""" },
        { "null-conditional, with a default", """bool On(SmtpCommandException ex) => {|SMTP3004:ex?.Message.Contains("550")|} ?? false;""",
            """bool On(SmtpCommandException ex) => ex?.StatusCode == SmtpStatusCode.MailboxUnavailable;""" },
        { "negated in parentheses", """bool On(SmtpCommandException ex) => !({|SMTP3004:ex.Message.Contains("550")|});""",
            """bool On(SmtpCommandException ex) => ex.StatusCode != SmtpStatusCode.MailboxUnavailable;""" },
        { "a constant before it", """bool On(SmtpCommandException ex) => false == {|SMTP3004:ex.Message.Contains("550")|};""",
            """bool On(SmtpCommandException ex) => ex.StatusCode != SmtpStatusCode.MailboxUnavailable;""" },
        { "a regular expression for the class",
            """bool On(SmtpCommandException ex) => {|SMTP3004:System.Text.RegularExpressions.Regex.IsMatch(ex.Message, @"\b5\d\d\b")|};""",
                """bool On(SmtpCommandException ex) => (int)ex.StatusCode is >= 500 and < 600;""" },
        { "string.Equals", """bool On(SmtpCommandException ex) => {|SMTP3004:string.Equals(ex.Message.Substring(0, 3), "553")|};""",
            """bool On(SmtpCommandException ex) => ex.StatusCode == SmtpStatusCode.MailboxNameNotAllowed;""" },
        { "parsed", """int On(SmtpCommandException ex) => {|SMTP3004:int.Parse(ex.Message.Split(' ')[0])|};""",
            """int On(SmtpCommandException ex) => (int)ex.StatusCode;""" },
        {
            "a switch",
            """
            string On(SmtpCommandException ex)
            {
                switch ({|SMTP3004:ex.Message.Substring(0, 3)|}) { case "421": case "450": return "busy"; default: return ""; }
            }
            """,
            """
            string On(SmtpCommandException ex)
            {
                switch ((int)ex.StatusCode) { case 421: case 450: return "busy"; default: return ""; }
            }
            """
        },
        {
            "a switch expression on the first digit",
            """
            string On(SmtpCommandException ex) => {|SMTP3004:ex.Message[0]|} switch
            {
                '4' => "temporary",
                '5' => "permanent",
                _ => ""
            };
            """,
            """
            string On(SmtpCommandException ex) => ((int)ex.StatusCode / 100) switch
            {
                4 => "temporary",
                5 => "permanent",
                _ => ""
            };
            """
        },
        {
            "a local",
            """
            bool On(SmtpCommandException ex)
            {
                var text = ex.Message;
                log.Info(text);
                return {|SMTP3004:text.Contains("550")|};
            }
            """,
            """
            bool On(SmtpCommandException ex)
            {
                var text = ex.Message;
                log.Info(text);
                return ex.StatusCode == SmtpStatusCode.MailboxUnavailable;
            }
            """
        },
        { "a response", """bool On(SmtpResponse response) => {|SMTP3004:response.Response.StartsWith("550")|};""",
            """bool On(SmtpResponse response) => response.StatusCode == SmtpStatusCode.MailboxUnavailable;""" },
        { "System.Net.Mail's name", """bool On(System.Net.Mail.SmtpException ex) => {|SMTP3004:ex.Message.Contains("451")|};""",
            """bool On(System.Net.Mail.SmtpException ex) => ex.StatusCode == System.Net.Mail.SmtpStatusCode.LocalErrorInProcessing;""" },
        {
            "taken out by a regular expression",
            """
            int On(SmtpCommandException ex)
            {
                var match = {|SMTP3004:System.Text.RegularExpressions.Regex.Match(ex.Message, @"\b\d{3}\b")|};
                return match.Success ? int.Parse(match.Value) : 0;
            }
            """,
            """
            int On(SmtpCommandException ex)
            {
                return (int)ex.StatusCode;
            }
            """
        },
        {
            "taken out by a regular expression, and there may be no reply",
            """
            static readonly System.Text.RegularExpressions.Regex Code = new(@"^([45]\d\d)");
            int On(System.Net.Mail.SmtpException ex)
            {
                var match = {|SMTP3004:Code.Match(ex.Message)|};
                log.Info(ex.Message);
                return match.Success ? int.Parse(match.Groups[1].Value) : 0;
            }
            """,
            """
            static readonly System.Text.RegularExpressions.Regex Code = new(@"^([45]\d\d)");
            int On(System.Net.Mail.SmtpException ex)
            {
                log.Info(ex.Message);
                return ex.StatusCode != System.Net.Mail.SmtpStatusCode.GeneralFailure ? (int)ex.StatusCode : 0;
            }
            """
        },
        {
            "taken out and parsed at once",
            """
            int On(SmtpCommandException ex) =>
                int.Parse({|SMTP3004:System.Text.RegularExpressions.Regex.Match(ex.Message, "([0-9]{3})")|}.Groups[1].Value);
            """,
            """
            int On(SmtpCommandException ex) =>
                (int)ex.StatusCode;
            """
        },
        { "a wrong decision would come to light",
            """bool IsPermanent(SmtpCommandException ex) => {|SMTP3004:ex.Message.Contains("450")|};""",
                """bool IsPermanent(SmtpCommandException ex) => {|SMTP3004:ex.Message.Contains("450")|};""" },
        { "several refused recipients, whose own code is -1",
            """bool On(System.Net.Mail.SmtpFailedRecipientsException ex) => {|SMTP3004:ex.Message.Contains("450")|};""",
                """bool On(System.Net.Mail.SmtpFailedRecipientsException ex) => {|SMTP3004:ex.Message.Contains("450")|};""" },
    };

    public static readonly Cases TakenOutOtherwise = new()
    {
        { "null passes", """bool On(SmtpCommandException ex) => {|SMTP3004:ex?.Message.Contains("550")|} != false;""" },
        { "codes of one class only", """
            int On(SmtpCommandException ex) {
                var m = {|SMTP3004:System.Text.RegularExpressions.Regex.Match(ex.Message, @"5\d\d")|};
                return m.Success ? int.Parse(m.Value) : 0;
            }
            """ },
        { "the match is used for more", """
            int On(SmtpCommandException ex) {
                var m = {|SMTP3004:System.Text.RegularExpressions.Regex.Match(ex.Message, @"\d{3}")|};
                log.Info(m.Value); return m.Success ? int.Parse(m.Value) : 0;
            }
            """ },
        { "what stands for no code does something", """
            int On(SmtpCommandException ex) {
                var m = {|SMTP3004:System.Text.RegularExpressions.Regex.Match(ex.Message, @"\d{3}")|};
                return m.Success ? int.Parse(m.Value) : queue.Requeue(message) ? 1 : 0;
            }
            """ },
        { "a comment", """
            int On(SmtpCommandException ex)
            {
                var m = {|SMTP3004:System.Text.RegularExpressions.Regex.Match(ex.Message, @"\d{3}")|}; // Exim
                return m.Success ? int.Parse(m.Value) : 0;
            }
            """ },
        { "a guard", """
            int On(SmtpCommandException ex) {
                var m = {|SMTP3004:System.Text.RegularExpressions.Regex.Match(ex.Message, @"\d{3}")|};
                if (!m.Success) return 0; return int.Parse(m.Value);
            }
            """ },
    };

    [Theory, MemberData(nameof(TakenOutOtherwise))]
    public Task Left_as_it_is(string member) => Verify.Exceptions.NoFix(member);

    [Theory, MemberData(nameof(Positives))]
    public Task Reported(string member) => Verify.Exceptions.MailKit(member);

    [Theory, MemberData(nameof(Silent))]
    public Task Not_reported(string member) => Verify.Exceptions.MailKit(member);

    [Theory, MemberData(nameof(Fixes))]
    public Task Mended(string member, string mended) => Verify.Exceptions.Fix(member, mended);

    [Fact]
    public Task Mended_in_CSharp_7_3() => Verify.Exceptions.Fix(
        """bool On(SmtpCommandException ex) => {|SMTP3004:ex.Message.StartsWith("4")|};""",
        """bool On(SmtpCommandException ex) => (int)ex.StatusCode / 100 == 4;""",
        LanguageVersion.CSharp7_3);

    [Theory]
    [InlineData(@"\b5\d\d\b"), InlineData("^4"), InlineData("^[45]"), InlineData(@"\d{3}"), InlineData(@"(\d{3})"),
        InlineData(@"^(\d\d\d)\s"), InlineData("550|551")]
    [InlineData("^(?<code>[0-9]{3})"), InlineData(@"^[45]\d{2}"), InlineData("[2-5][0-5][0-9]")]
    public void Pattern_of_a_code(string pattern) => Assert.True(CodeDigits.IsPattern(pattern));

    [Theory]
    [InlineData(@"5\.\d\.\d"), InlineData(@"\d{4}"), InlineData("user unknown"), InlineData(@"queued as (\w+)"), InlineData("4"),
        InlineData(@"\d+"), InlineData(""), InlineData(@"550 \d"), InlineData("[")]
    public void Pattern_of_something_else(string pattern) => Assert.False(CodeDigits.IsPattern(pattern));
}
