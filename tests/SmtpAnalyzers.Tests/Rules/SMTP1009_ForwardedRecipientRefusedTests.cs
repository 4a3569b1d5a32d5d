using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.CodeFixes;

namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP1009_ForwardedRecipientRefusedTests
{
    private static readonly Verifier Rule = new("SMTP1009");

    private const string Helpers = """
        void Command(string text, params int[] good) { if (Array.IndexOf(good, Ask(text)) < 0) throw new IOException("unexpected reply"); }
        int Ask(string text) => 0;
        string Line(string text) => "";
        StreamWriter writer;

        """;

    public static readonly FixCases Mended = new()
    {
        {
            "a helper with the expected code",
            """void Rcpt(string to) { {|SMTP1009:Command($"RCPT TO:<{to}>", 250)|}; }""",
            """void Rcpt(string to) { Command($"RCPT TO:<{to}>", 250, 251); }"""
        },
        {
            "compared, and the caller is told",
            """
            void Rcpt(string to, Action<int> failedCallback) {
                var code = Ask("RCPT TO:<" + to + ">"); if ({|SMTP1009:code != 250|}) failedCallback(code);
            }
            """,
            """
            void Rcpt(string to, Action<int> failedCallback) {
                var code = Ask("RCPT TO:<" + to + ">"); if (code is not (250 or 251)) failedCallback(code);
            }
            """
        },
        {
            "compared, and thrown",
            """void Rcpt(string to) { var code = Ask("RCPT TO:<" + to + ">"); if ({|SMTP1009:code != 250|}) throw new IOException(); }""",
            """void Rcpt(string to) { var code = Ask("RCPT TO:<" + to + ">"); if (code is not (250 or 251)) throw new IOException(); }"""
        },
        {
            "compared, and returned",
            """bool Rcpt(string to) { var code = Ask($"RCPT TO:<{to}>"); return {|SMTP1009:code == 250|}; }""",
            """bool Rcpt(string to) { var code = Ask($"RCPT TO:<{to}>"); return code is 250 or 251; }"""
        },
        {
            "compared in an expression",
            """bool Rcpt(string to) => {|SMTP1009:Ask($"RCPT TO:<{to}>") == 250|};""",
            """bool Rcpt(string to) => Ask($"RCPT TO:<{to}>") is 250 or 251;"""
        },
        {
            "a pattern",
            """bool Rcpt(string to) { var code = Ask($"RCPT TO:<{to}>"); if ({|SMTP1009:code is not 250|}) return false; return true; }""",
            """bool Rcpt(string to) { var code = Ask($"RCPT TO:<{to}>"); if (code is not (250 or 251)) return false; return true; }"""
        },
        {
            "text",
            """
            bool Rcpt(string to)
            {
                var line = Line($"RCPT TO:<{to}>");
                if (!{|SMTP1009:line.StartsWith("250")|}) return false;
                return true;
            }
            """,
            """
            bool Rcpt(string to)
            {
                var line = Line($"RCPT TO:<{to}>");
                if (!line.StartsWith("250") && !line.StartsWith("251")) return false;
                return true;
            }
            """
        },
        {
            "text, returned, beside another test",
            """
            bool Rcpt(string to)
            {
                var line = Line($"RCPT TO:<{to}>");
                return line != null && {|SMTP1009:line.StartsWith("250")|};
            }
            """,
            """
            bool Rcpt(string to)
            {
                var line = Line($"RCPT TO:<{to}>");
                return line != null && (line.StartsWith("250") || line.StartsWith("251"));
            }
            """
        },
        {
            "text or nothing",
            """
            bool Rcpt(string to)
            {
                var line = Line($"RCPT TO:<{to}>");
                if (line == null || !{|SMTP1009:line.StartsWith("250")|}) return false;
                return true;
            }
            """,
            """
            bool Rcpt(string to)
            {
                var line = Line($"RCPT TO:<{to}>");
                if (line == null || (!line.StartsWith("250") && !line.StartsWith("251"))) return false;
                return true;
            }
            """
        },
        {
            "text, if any",
            """
            bool Rcpt(string to)
            {
                var line = Line($"RCPT TO:<{to}>");
                if (line?{|SMTP1009:.StartsWith("250")|} != true) return false;
                return true;
            }
            """,
            """
            bool Rcpt(string to)
            {
                var line = Line($"RCPT TO:<{to}>");
                if (line?.StartsWith("250") != true && line?.StartsWith("251") != true) return false;
                return true;
            }
            """
        },
        {
            "text, if any, or else false",
            """
            bool Rcpt(string to)
            {
                var line = Line($"RCPT TO:<{to}>");
                if (!(line?{|SMTP1009:.StartsWith("250")|} ?? false)) return false;
                return true;
            }
            """,
            """
            bool Rcpt(string to)
            {
                var line = Line($"RCPT TO:<{to}>");
                if (!(line?.StartsWith("250") ?? false) && !(line?.StartsWith("251") ?? false)) return false;
                return true;
            }
            """
        },
        {
            "text, if any, or else false, returned",
            """
            bool Rcpt(string to)
            {
                var line = Line($"RCPT TO:<{to}>");
                return line?{|SMTP1009:.StartsWith("250")|} ?? false;
            }
            """,
            """
            bool Rcpt(string to)
            {
                var line = Line($"RCPT TO:<{to}>");
                return (line?.StartsWith("250") ?? false) || (line?.StartsWith("251") ?? false);
            }
            """
        },
        {
            "searched for at the beginning",
            """
            bool Rcpt(string to)
            {
                var line = Line($"RCPT TO:<{to}>");
                if ({|SMTP1009:line.IndexOf("250")|} != 0) return false;
                return true;
            }
            """,
            """
            bool Rcpt(string to)
            {
                var line = Line($"RCPT TO:<{to}>");
                if (line.IndexOf("250") != 0 && line.IndexOf("251") != 0) return false;
                return true;
            }
            """
        },
        {
            "the next recipient, or the end of it",
            """
            void Rcpt(string[] all)
            {
                foreach (var to in all)
                {
                    var line = Line($"RCPT TO:<{to}>");
                    if ({|SMTP1009:line.Substring(0, 3) == "250"|}) continue;
                    Line("QUIT");
                    throw new IOException(line);
                }
            }
            """,
            """
            void Rcpt(string[] all)
            {
                foreach (var to in all)
                {
                    var line = Line($"RCPT TO:<{to}>");
                    if (line.Substring(0, 3) is "250" or "251") continue;
                    Line("QUIT");
                    throw new IOException(line);
                }
            }
            """
        },
        {
            "the first three characters",
            """
            void Rcpt(string to)
            {
                var line = Line($"RCPT TO:<{to}>");
                if ({|SMTP1009:line.Substring(0, 3) != "250"|}) throw new IOException(line);
            }
            """,
            """
            void Rcpt(string to)
            {
                var line = Line($"RCPT TO:<{to}>");
                if (line.Substring(0, 3) is not ("250" or "251")) throw new IOException(line);
            }
            """
        },
        {
            "for every recipient",
            """
            void Rcpt(string[] all)
            {
                foreach (var to in all)
                {
                    writer.WriteLine("RCPT TO:<" + to + ">");
                    var code = Ask(null);
                    if ({|SMTP1009:code != 250|}) throw new IOException();
                }
            }
            """,
            """
            void Rcpt(string[] all)
            {
                foreach (var to in all)
                {
                    writer.WriteLine("RCPT TO:<" + to + ">");
                    var code = Ask(null);
                    if (code is not (250 or 251)) throw new IOException();
                }
            }
            """
        },
    };

    private const string Read = """
        void Expect(string line, string code) { if (line == null || !line.StartsWith(code)) throw new IOException(line); }
        void Reply(int code) { if (int.Parse(reader.ReadLine().Substring(0, 3)) != code) throw new IOException(); }
        void Send(string line) { writer.WriteLine(line); writer.Flush(); }
        StreamReader reader;

        """;

    // Where nothing is to mend at the place itself, or the mending is like that above.
    public static readonly Cases Elsewhere = new()
    {
        { "a text, ordinally", """
            void Rcpt(string to) {
                Send($"RCPT TO:<{to}>"); var line = reader.ReadLine();
                if (!{|SMTP1009:line.StartsWith("250", StringComparison.Ordinal)|}) throw new IOException(line);
            }
            """ },
        { "a timeout beside the code", """
            bool Exchange(string line, int code, int timeout) { Send(line); return reader.ReadLine().StartsWith(code.ToString()); }
            bool Rcpt(string to) { if (!{|SMTP1009:Exchange($"RCPT TO:<{to}>", 250, 0)|}) return false; return true; }
            """ },
        { "a helper that expects this code of every command", """
            void Exchange250(string line) { Send(line); if (int.Parse(reader.ReadLine()) != 250) throw new IOException(line); }
            void Mail(string from, string to) { Exchange250($"MAIL FROM:<{from}>"); {|SMTP1009:Exchange250($"RCPT TO:<{to}>")|}; }
            """ },
        { "a helper that reads and expects this code", """
            bool IsOk() { var line = reader.ReadLine(); return line.Substring(0, 3) == "250"; }
            bool Rcpt(string to) { Send($"RCPT TO:<{to}>"); if (!{|SMTP1009:IsOk()|}) return false; return true; }
            """ },
        { "the command under a condition", """
            void Rcpt(string to) { if (to != null) Send($"RCPT TO:<{to}>"); {|SMTP1009:Expect(reader.ReadLine(), "250")|}; }
            """ },
        { "with QUIT where it fails", """
            bool Rcpt(string to) {
                Send($"RCPT TO:<{to}>"); var line = reader.ReadLine();
                if (!{|SMTP1009:line.StartsWith("250")|}) { Send("QUIT"); return false; }
                return true;
            }
            """ },
        { "the last of several lines", """
            int Rcpt(string to, List<string> lines) {
                Send($"RCPT TO:<{to}>"); lines.Add(reader.ReadLine());
                if (!{|SMTP1009:lines[lines.Count - 1].StartsWith("250")|}) { Console.Error.WriteLine("No such recipient."); return 7; }
                return 0;
            }
            """ },
        { "kept in a flag", """
            void Rcpt(string to) {
                bool isAccepted; Send($"RCPT TO:<{to}>"); isAccepted = {|SMTP1009:reader.ReadLine().StartsWith("250")|};
                if (!isAccepted) throw new IOException(to);
            }
            """ },
        { "kept in a flag under a condition", """
            void Rcpt(string to) {
                var isAccepted = false;
                if (to != null) { Send($"RCPT TO:<{to}>"); isAccepted = {|SMTP1009:reader.ReadLine().StartsWith("250")|}; }
                if (!isAccepted) throw new IOException(to);
            }
            """ },
        { "kept in a member", """
            bool Accepted { get; set; }
            void Rcpt(string to) { Send($"RCPT TO:<{to}>"); Accepted = {|SMTP1009:reader.ReadLine().StartsWith("250")|}; }
            """ },
        { "bytes that a method of the program's own makes", """
            byte[] Ascii(string line) => System.Text.Encoding.ASCII.GetBytes(line + "\\r\\n"); Stream stream;
            void Rcpt(string to) { stream.Write(Ascii($"RCPT TO:<{to}>")); {|SMTP1009:Expect(reader.ReadLine(), "250")|}; }
            """ },
        { "near miss: a helper that accepts both", """
            void Exchange(string line) {
                Send(line); var code = int.Parse(reader.ReadLine()); if (code != 250 && code != 251) throw new IOException(line);
            }
            void Rcpt(string to) => Exchange($"RCPT TO:<{to}>");
            """ },
        { "near miss: a helper that knows another code, too", """
            void Exchange(string line) {
                Send(line); var code = int.Parse(reader.ReadLine()); if (code == 251) return; if (code != 250) throw new IOException();
            }
            void Rcpt(string to) => Exchange($"RCPT TO:<{to}>");
            """ },
        { "near miss: a helper that logs any other code", """
            void Exchange(string line) { Send(line); if (!reader.ReadLine().StartsWith("250")) log.Info(line); }
            void Rcpt(string to) => Exchange($"RCPT TO:<{to}>");
            """ },
        { "near miss: a flag that is logged", """
            void Rcpt(string to) {
                Send($"RCPT TO:<{to}>"); var isUsual = reader.ReadLine().StartsWith("250"); log.Info(isUsual ? "usual" : "unusual");
            }
            """ },
        { "near miss: a flag that is written again", """
            void Rcpt(string to) {
                Send($"RCPT TO:<{to}>"); var isAccepted = reader.ReadLine().StartsWith("250"); isAccepted = true;
                if (!isAccepted) throw new IOException(to);
            }
            """ },
    };

    // The replies to commands that are sent together come in the same order.
    public static readonly Cases Pipelined = new()
    {
        { "the second of three", """
            void Mail(string from, string to) {
                writer.WriteLine($"MAIL FROM:<{from}>"); writer.WriteLine($"RCPT TO:<{to}>"); writer.WriteLine("DATA"); writer.Flush();
                Expect(reader.ReadLine(), "250"); {|SMTP1009:Expect(reader.ReadLine(), "250")|}; Expect(reader.ReadLine(), "354");
            }
            """ },
        { "asynchronously, with the text after it", """
            async Task Mail(string to, string text) {
                await writer.WriteLineAsync($"RCPT TO:<{to}>").ConfigureAwait(false); await writer.WriteLineAsync("DATA");
                {|SMTP1009:Expect(await reader.ReadLineAsync(), "250")|}; Expect(await reader.ReadLineAsync(), "354");
                await writer.WriteLineAsync(text); await writer.WriteLineAsync("."); Expect(await reader.ReadLineAsync(), "250");
            }
            """ },
        { "read into variables", """
            bool Mail(string from, string to) {
                Send($"MAIL FROM:<{from}>"); Send($"RCPT TO:<{to}>");
                var mail = reader.ReadLine(); var rcpt = reader.ReadLine();
                if (!mail.StartsWith("250")) return false;
                if (!{|SMTP1009:rcpt.StartsWith("250")|}) return false;
                return true;
            }
            """ },
        { "read into one variable, one after the other", """
            void Mail(string from, string to) {
                Send($"MAIL FROM:<{from}>"); Send($"RCPT TO:<{to}>"); Send("DATA"); string line;
                line = reader.ReadLine(); Expect(line, "250");
                line = reader.ReadLine(); {|SMTP1009:Expect(line, "250")|};
                line = reader.ReadLine(); Expect(line, "354");
            }
            """ },
        { "a helper that reads", """
            void Mail(string from, string to) {
                Send($"MAIL FROM:<{from}>"); Send($"RCPT TO:<{to}>"); Reply(250); {|SMTP1009:Reply(250)|};
            }
            """ },
        { "for every recipient", """
            void Mail(string from, string[] all) {
                Send($"MAIL FROM:<{from}>"); foreach (var to in all) Send($"RCPT TO:<{to}>");
                Reply(250); foreach (var to in all) { {|SMTP1009:Reply(250)|}; }
            }
            """ },
        { "near miss: both are accepted", """
            void Mail(string from, string to) {
                Send($"MAIL FROM:<{from}>"); Send($"RCPT TO:<{to}>"); Reply(250);
                var rcpt = reader.ReadLine(); if (!rcpt.StartsWith("250") && !rcpt.StartsWith("251")) throw new IOException(rcpt);
            }
            """ },
        { "near miss: the reply to the next command", """
            void Mail(string to) {
                Send($"RCPT TO:<{to}>"); Send("RSET"); var rcpt = reader.ReadLine(); log.Info(rcpt); Reply(250);
            }
            """ },
        { "near miss: a line of which nobody knows whether it is answered", """
            void Mail(string to, string more) {
                Send($"RCPT TO:<{to}>"); Send(more); Send("NOOP"); Reply(250); Reply(250); Reply(250);
            }
            """ },
        { "near miss: it is not looked at before the next is read", """
            void Mail(string to) {
                Send($"RCPT TO:<{to}>"); Send("RSET");
                var line = reader.ReadLine(); log.Info(line); line = reader.ReadLine(); Expect(line, "250");
            }
            """ },
        { "near miss: the replies come in a loop", """
            void Mail(string from, string to) {
                Send($"MAIL FROM:<{from}>"); Send($"RCPT TO:<{to}>"); while (reader.Peek() > 0) Reply(250);
            }
            """ },
        { "near miss: the reply to an earlier command", """
            bool Mail(string from, string to) {
                writer.WriteLine($"MAIL FROM:<{from}>"); var mail = reader.ReadLine(); writer.WriteLine($"RCPT TO:<{to}>");
                if (!mail.StartsWith("250")) return false; reader.ReadLine(); return true;
            }
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "both accepted", """void Rcpt(string to) { Command($"RCPT TO:<{to}>", 250, 251); }""" },
        { "both accepted, in a list", """
            void Expect(string[] codes) { if (!codes.Contains(Line(""))) throw new IOException(); }
            void Rcpt(string to) { writer.WriteLine("RCPT TO:<" + to + ">"); Expect(new string[] { "250", "251" }); }
            """ },
        { "both compared with", """
            bool Rcpt(string to) {
                var code = Ask($"RCPT TO:<{to}>"); if (code != 250 && code != 251) return false; return true;
            }
            """ },
        { "the class", """bool Rcpt(string to) { var code = Ask($"RCPT TO:<{to}>"); if (code / 100 != 2) return false; return true; }""" },
        { "25x", """bool Rcpt(string to) { var line = Line($"RCPT TO:<{to}>"); return line.StartsWith("25"); }""" },
        { "another command", """
            bool Mail(string from) {
                var code = Ask($"MAIL FROM:<{from}>"); if (code != 250) return false; return true;
            }
            """ },
        { "another command after it", """
            bool Rcpt(string to) {
                var code = Ask($"RCPT TO:<{to}>"); code = Ask("DATA"); if (code != 354) return false; return true;
            }
            """ },
        { "the reply is logged", """void Rcpt(string to) { var code = Ask($"RCPT TO:<{to}>"); if (code != 250) log.Info("not 250"); }""" },
        { "what a server reads", """string Answer(string line) { if (line.StartsWith("RCPT TO")) return "250 OK"; return "500 what"; }""" },
    };

    [Theory, MemberData(nameof(Mended))]
    public Task Reported_and_mended(string member, string mended) => Rule.Fix(InSmtp(member), InSmtp(mended));

    [Theory, MemberData(nameof(Silent))]
    public Task Not_reported(string member) => Rule.MailKit(InSmtp(member));

    [Theory, MemberData(nameof(Elsewhere))]
    public Task In_other_forms(string member) => Rule.MailKit(InSmtp(Read + member));

    /// <summary>A class of another file has a method for each command.</summary>
    [Fact]
    public Task A_method_for_each_command()
    {
        var test = Rule.Test("""
            using System.IO;
            class SmtpTalk {
                void Mail(SmtpProxy proxy, string from, string to) {
                    var reply = proxy.MailFrom(from); if (reply.Code != 250) throw new IOException();
                    reply = proxy.RcptTo(to); if ({|SMTP1009:reply.Code != 250|}) throw new IOException();
                    reply = proxy.Data(); if (reply.Code != 354) throw new IOException();
                }
            }
            """);
        test.TestState.Sources.Add("""
            class Reply { public int Code; }
            class SmtpProxy { public Reply MailFrom(string a) => null; public Reply RcptTo(string a) => null; public Reply Data() => null; }
            """);
        return test.RunAsync();
    }

    [Theory, MemberData(nameof(Pipelined))]
    public Task In_the_order_of_the_commands(string member) => Rule.MailKit(InSmtp(Read + member));

    [Fact]
    public Task Mended_in_the_order_of_the_commands() => Rule.Fix(
        InSmtp(Read + PipelinedReplies.Replace("TEST", "{|SMTP1009:rcpt.StartsWith(\"250\")|}")),
        InSmtp(Read + PipelinedReplies.Replace("!TEST", "!rcpt.StartsWith(\"250\") && !rcpt.StartsWith(\"251\")")));

    private const string PipelinedReplies = """
        bool Mail(string from, string to) {
            Send($"MAIL FROM:<{from}>"); Send($"RCPT TO:<{to}>"); var mail = reader.ReadLine(); var rcpt = reader.ReadLine();
            if (!mail.StartsWith("250") || rcpt == null) return false; if (!TEST) return false; return true;
        }
        """;

    [Fact]
    public Task In_CSharp_7_3() => Rule.FileFix(
        """
        using System.IO;
        class SmtpTalk
        {
            int Ask(string s) => 0;
            void Rcpt(string to) { var code = Ask("RCPT TO:<" + to + ">"); if ({|SMTP1009:code != 250|}) throw new IOException(); }
        }
        """,
        """
        using System.IO;
        class SmtpTalk
        {
            int Ask(string s) => 0;
            void Rcpt(string to) { var code = Ask("RCPT TO:<" + to + ">"); if (code != 250 && code != 251) throw new IOException(); }
        }
        """,
        LanguageVersion.CSharp7_3);

    [Theory]
    [InlineData("""
        enum Code { Done = 250 }
        bool Has(string text, Code code) => (int)code == Ask(text);
        bool Rcpt(string to) { if (!{|SMTP1009:Has($"RCPT TO:<{to}>", Code.Done)|}) return false; return true; }
        """)]
    [InlineData("""
        int Tell(string text, int expected, int seconds = 30) {
            if (Ask(text) != expected) throw new IOException(); return seconds;
        }
        void Rcpt(string to) { {|SMTP1009:Tell($"RCPT TO:<{to}>", 250)|}; }
        """)]
    [InlineData("""
        bool Try(string text, string expected) => Line(text).StartsWith(expected);
        bool Rcpt(string to) { return {|SMTP1009:Try($"RCPT TO:<{to}>", "250")|}; }
        """)]
    [InlineData("""
        void Mail(string to) {
            writer.WriteLine($"RCPT TO:<{to}>"); writer.WriteLine("DATA");
            if (!{|SMTP1009:new StreamReader(writer.BaseStream).ReadLine().StartsWith("250")|}) throw new IOException();
            if (!new StreamReader(writer.BaseStream).ReadLine().StartsWith("354")) throw new IOException();
        }
        """)]
    public Task Not_where_the_helper_takes_one_code_or_the_test_reads(string member) => Rule.NoFix(InSmtp(member));

    [Fact]
    public Task Not_where_the_command_would_be_sent_twice_in_CSharp_7_3() => Rule.FileFix(SentTwice, SentTwice, LanguageVersion.CSharp7_3);

    private const string SentTwice =
        """
            using System.IO;
            class SmtpTalk {
                int Ask(string s) => 0;
                void Rcpt(string to) { if ({|SMTP1009:Ask("RCPT TO:<" + to + ">") != 250|}) throw new IOException(); }
            }
            """;

    private static string InSmtp(string member) => $"class SmtpTalk {{ ILog log; {Helpers} {member} }}";
}
