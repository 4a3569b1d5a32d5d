using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.CodeFixes;

namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP3003_SendTextAsVerdictTests
{
    public static readonly Cases Positives = new()
    {
        { "searched at once", """bool Send() => {|SMTP3003:client.Send(message).Contains("OK")|};""" },
        { "searched after await", """async Task<bool> Send() => {|SMTP3003:(await client.SendAsync(message)).Contains("queued")|};""" },
        { "a local", """
            async Task<bool> Send() {
                var response = await client.SendAsync(message); return {|SMTP3003:response.StartsWith("2.0.0")|};
            }
            """ },
        { "ConfigureAwait", """
            async Task<bool> Send() {
                var response = await client.SendAsync(message).ConfigureAwait(false);
                return {|SMTP3003:response.StartsWith("2.0.0")|};
            }
            """ },
        { "compared", """bool Send() { var text = client.Send(message); return {|SMTP3003:text == "Ok"|}; }""" },
        { "not null", """bool Send() { var text = client.Send(message); return {|SMTP3003:text != null|}; }""" },
        { "is not null", """bool Send() { var text = client.Send(message); return {|SMTP3003:text is not null|}; }""" },
        { "is empty", """bool Send() { var text = client.Send(message); return !{|SMTP3003:string.IsNullOrEmpty(text)|}; }""" },
        { "measured", """bool Send() { var text = client.Send(message); return {|SMTP3003:text.Length > 0|}; }""" },
        { "a regular expression", """
            bool Send() {
                var text = client.Send(message);
                return {|SMTP3003:System.Text.RegularExpressions.Regex.IsMatch(text, "^2")|};
            }
            """ },
        { "IndexOf", """
            bool Send() {
                var text = client.Send(message);
                return {|SMTP3003:text.IndexOf("Ok", StringComparison.OrdinalIgnoreCase)|} >= 0;
            }
            """ },
        { "a part of it", """bool Send() { var text = client.Send(message); return {|SMTP3003:text.Substring(0, 3) == "250"|}; }""" },
        { "in lower case",
            """bool Send() { var text = client.Send(message).Trim().ToLower(); return {|SMTP3003:text.Contains("ok")|}; }""" },
        { "with a null check", """bool Send() { var text = client.Send(message); return {|SMTP3003:text?.Contains("OK")|} ?? false; }""" },
        { "throws", """
            void Send() {
                var response = client.Send(message);
                if (!{|SMTP3003:response.Contains("OK")|}) throw new InvalidOperationException(response);
            }
            """ },
        { "a list of what has failed", """
            List<MimeMessage> failed = [];
            void Send() {
                var response = client.Send(message); if (!{|SMTP3003:response.Contains("OK")|}) failed.Add(message);
            }
            """ },
        { "a queue of what is sent again", """
            Queue<MimeMessage> retryQueue = new();
            void Send() {
                var response = client.Send(message); if (!{|SMTP3003:response.StartsWith("2")|}) retryQueue.Enqueue(message);
            }
            """ },
        { "returns", """
            bool Send() {
                var response = client.Send(message);
                if ({|SMTP3003:response.Contains("OK")|}) { log.Info(response); return true; }
                return false;
            }
            """ },
        { "a verdict", """
            Verdict Send() {
                var response = client.Send(message);
                return {|SMTP3003:response.Contains("OK")|} ? Verdict.Sent : Verdict.Other;
            }
            """ },
        { "a word for it", """
            string Send() {
                var response = client.Send(message); return {|SMTP3003:response.Contains("OK")|} ? "Sent" : "Failed";
            }
            """ },
        { "a flag", """
            void Send() {
                var response = client.Send(message); var success = {|SMTP3003:response.Contains("OK")|};
                log.Info("" + success);
            }
            """ },
        { "a flag by another name that decides", """
            bool Send() {
                var response = client.Send(message); var found = {|SMTP3003:response.Contains("OK")|}; return found;
            }
            """ },
        { "a field of a result", """
            SendResult Send() {
                var response = client.Send(message);
                return new SendResult { Success = {|SMTP3003:response.Contains("OK")|} };
            }
            """ },
        { "an argument of a result", """
            SendResult Send() {
                var response = client.Send(message);
                return new SendResult({|SMTP3003:response.Contains("OK")|}, false);
            }
            """ },
        { "through a field of a result", """
            class Answer { public string Text; public bool Succeeded; }
            async Task<Answer> Send()
            {
                var answer = new Answer();
                answer.Text = await client.SendAsync(message);
                answer.Succeeded = {|SMTP3003:answer.Text.StartsWith("2")|};
                return answer;
            }
            """ },
        { "declared before", """
            async Task<bool> Send() {
                string response = null;
                try { response = await client.SendAsync(message); }
                finally { client.Disconnect(true); }
                return {|SMTP3003:response != null|};
            }
            """ },
        { "the loop goes on", """
            void Send() {
                for (var i = 0; i < 3; i++) {
                    var response = client.Send(message); if ({|SMTP3003:response.Contains("OK")|}) break;
                }
            }
            """ },
        { "the loop's condition", """
            void Send() {
                string response;
                do { response = client.Send(message); }
                while (!{|SMTP3003:response.Contains("OK")|});
            }
            """ },
        { "the mail is queued again", """
            void Send() {
                var response = client.Send(message);
                if (!{|SMTP3003:response.Contains("OK")|}) queue.Requeue(message);
            }
            """ },
        { "a switch", """
            Verdict Send() {
                var response = client.Send(message);
                switch ({|SMTP3003:response|}) { case "OK": return Verdict.Sent; default: return Verdict.Other; }
            }
            """ },
        { "a switch expression", """
            Verdict Send() {
                var response = client.Send(message); return {|SMTP3003:response|}
                switch { "OK" => Verdict.Sent, _ => Verdict.Other };
            }
            """ },
        { "the interface", """bool Send(ISmtpClient smtp) => {|SMTP3003:smtp.Send(message).Contains("OK")|};""" },
        { "the transport", """bool Send(IMailTransport smtp) => {|SMTP3003:smtp.Send(message).Contains("OK")|};""" },
        { "the user's subclass", """class Own : SmtpClient { } bool Send(Own smtp) => {|SMTP3003:smtp.Send(message).Contains("OK")|};""" },
        { "in a task", """
            Task<bool> Send() {
                var response = client.Send(message); return Task.FromResult({|SMTP3003:response.Contains("OK")|});
            }
            """ },
        { "two tests", """
            bool Send() {
                var response = client.Send(message);
                return {|SMTP3003:response != null|} && {|SMTP3003:response.Contains("OK")|};
            }
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "dropped", "void Send() => client.Send(message);" },
        { "logged", "void Send() { var response = client.Send(message); log.Info(response); }" },
        { "kept in a list of texts", """
            List<string> texts = [];
            void Send() { var response = client.Send(message); if (response.Contains("queued")) texts.Add(response); }
            """ },
        { "logged unless it is empty", """
            void Send() {
                var response = client.Send(message); if (!string.IsNullOrEmpty(response)) log.Info(response);
            }
            """ },
        { "logged in one of two ways", """
            void Send() {
                var response = client.Send(message); log.Info(response.Length > 0 ? response : "(no text)");
            }
            """ },
        { "returned", "string Send() => client.Send(message);" },
        { "returned unless it is null",
            """string Send() { var response = client.Send(message); return response == null ? "" : response; }""" },
        { "the id is taken out", """
            string Send() {
                var response = client.Send(message); var at = response.IndexOf("queued as ");
                return at < 0 ? null : response.Substring(at + 10);
            }
            """ },
        { "the id is taken out where there is one", """
            string id;
            void Send() {
                var response = client.Send(message);
                if (response.Contains("queued as")) id = response.Split(' ').Last();
            }
            """ },
        { "the id is matched", """
            string Send() {
                var match = System.Text.RegularExpressions.Regex.Match(client.Send(message), "queued as (.*)");
                return match.Groups[1].Value;
            }
            """ },
        { "the word that is the id", """string Send() => client.Send(message).Split(' ').FirstOrDefault(word => word.StartsWith("<"));""" },
        { "sent all the same", """
            bool Send() {
                var response = client.Send(message); if (string.IsNullOrEmpty(response)) log.Info("no text");
                return true;
            }
            """ },
        { "nothing to log", """
            void Send() {
                var response = client.Send(message); if (string.IsNullOrEmpty(response)) return; log.Info(response);
            }
            """ },
        { "the result keeps it", """
            class Answer { public string Text; public bool Succeeded; }
            Answer Send() => new Answer { Text = client.Send(message), Succeeded = true };
            """ },
        { "another client's text", """
            class Other { public string Send(MimeMessage mail) => ""; }
            bool Send(Other other) => other.Send(message).Contains("OK");
            """ },
        { "another text of the same name", """bool Send(string response) { client.Send(message); return response.Contains("OK"); }""" },
        { "a local that something else is written to", """
            bool Send(string other) {
                var response = client.Send(message); response = other; return response.Contains("OK");
            }
            """ },
    };

    public static readonly FixCases Fixes = new()
    {
        {
            "a test that is returned",
            """async Task<bool> Send() { var response = await client.SendAsync(message); return {|SMTP3003:response.Contains("OK")|}; }""",
            """async Task<bool> Send() { await client.SendAsync(message); return true; }"""
        },
        {
            "the text is logged still",
            """
            async Task<bool> Send()
            {
                var response = await client.SendAsync(message);
                log.Info(response);
                return {|SMTP3003:response.Contains("OK")|};
            }
            """,
            """
            async Task<bool> Send()
            {
                var response = await client.SendAsync(message);
                log.Info(response);
                return true;
            }
            """
        },
        {
            "a negation",
            """bool Send() { var text = client.Send(message); return !{|SMTP3003:string.IsNullOrEmpty(text)|}; }""",
            """bool Send() { client.Send(message); return true; }"""
        },
        {
            "two tests",
            """bool Send() { var text = client.Send(message); return {|SMTP3003:text != null|} && {|SMTP3003:text.Contains("OK")|}; }""",
            """bool Send() { client.Send(message); return true; }"""
        },
        {
            "a word for failure",
            """bool Send() { var text = client.Send(message); return !{|SMTP3003:text.Contains("rejected")|}; }""",
            """bool Send() { client.Send(message); return true; }"""
        },
        {
            "a throw",
            """
            void Send()
            {
                var response = client.Send(message);
                if (!{|SMTP3003:response.Contains("OK")|})
                    throw new InvalidOperationException("not sent");
                log.Info("sent " + response);
            }
            """,
            """
            void Send()
            {
                var response = client.Send(message);
                log.Info("sent " + response);
            }
            """
        },
        {
            "a return",
            """
            bool Send()
            {
                var response = client.Send(message);
                if ({|SMTP3003:response.Contains("OK")|})
                {
                    log.Info(response);
                    return true;
                }

                return false;
            }
            """,
            """
            bool Send()
            {
                var response = client.Send(message);
                log.Info(response);
                return true;
            }
            """
        },
        {
            "a verdict",
            """
            Verdict Send()
            {
                var response = client.Send(message);
                return {|SMTP3003:response.Contains("OK")|} ? Verdict.Sent : Verdict.Other;
            }
            """,
            """
            Verdict Send()
            {
                client.Send(message);
                return Verdict.Sent;
            }
            """
        },
        {
            "a field of a result",
            """
            SendResult Send()
            {
                var response = client.Send(message);
                return new SendResult { Success = {|SMTP3003:response.Contains("OK")|} };
            }
            """,
            """
            SendResult Send()
            {
                client.Send(message);
                return new SendResult { Success = true };
            }
            """
        },
    };

    [Theory, MemberData(nameof(Positives))]
    public Task Reported(string member) => Verify.Exceptions.MailKit(member);

    [Theory, MemberData(nameof(Silent))]
    public Task Not_reported(string member) => Verify.Exceptions.MailKit(member);

    [Theory, MemberData(nameof(Fixes))]
    public Task Mended(string member, string mended) => Verify.Exceptions.Fix(member, mended);

    [Fact]
    public Task In_CSharp_7_3() => Verify.Exceptions.Fix(
        """bool Send() { var response = client.Send(message); return {|SMTP3003:response.Contains("OK")|}; }""",
        """bool Send() { client.Send(message); return true; }""",
        LanguageVersion.CSharp7_3);

    // No rule takes the text for a reply line of a client that is written by hand.
    [Theory]
    [InlineData("""bool Send() { var response = client.Send(message); return {|SMTP3003:response.StartsWith("250")|}; }""")]
    [InlineData("""
        void Send() {
            var response = client.Send(message);
            if (!{|SMTP3003:response.StartsWith("250")|}) throw new InvalidOperationException(response);
        }
        """)]
    [InlineData("""
        async Task Send() {
            var reply = await client.SendAsync(message); if ({|SMTP3003:reply[0] != '2'|}) queue.DeadLetter(message);
        }
        """)]
    public Task Alone_reported(string member)
    {
        var test = Verify.Exceptions.Test(Verify.InMailKit(member).Replace("class Mailer", "class SmtpMailer"));
        test.DisabledDiagnostics.Clear();
        return test.RunAsync();
    }
}
