namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP2008_QuitFailsAcceptedMessageTests
{
    private static readonly Verifier Rule = new("SMTP2008");

    private const string Expecting = """
        void Command(string text, int expected) {
            var reply = ReadReply(text);
            if (reply != expected) throw new IOException("unexpected reply");
        }
        bool Try(string text, string expected) => ReadLine(text).StartsWith(expected);
        int ReadReply(string text = null) => 0;
        string ReadLine(string text = null) => "";
        void Expect(int code) { if (ReadReply() != code) throw new IOException(); }
        StreamWriter writer;

        """;

    public static readonly Cases Reported = new()
    {
        { "the class of the reply is the answer", """
            class Answer { public bool Success; }
            bool IsSuccess(string reply) => int.Parse(reply.Substring(0, 3)) < 400;
            void Send(string data, Answer answer) {
                Command("DATA", 354); writer.Write(data); Command(".", 250);
                var reply = ReadLine("QUIT"); answer.Success = {|SMTP2008:IsSuccess(reply)|};
            }
            """ },
        { "each step in a method of its own, the end of the data with a line break that is put in", """
            void Send(string data) { Text(data); Leave(); }
            void Text(string data) { writer.Write(data); Command($".{Environment.NewLine}", 250); }
            void Leave() { var reply = ReadReply("QUIT"); if ({|SMTP2008:reply != 221|}) throw new IOException("QUIT failed"); }
            """ },
        { "a helper with the expected code", """
            void Send(string data) {
                Command("RCPT TO:<b@x.test>", 250); Command("DATA", 354); writer.Write(data); Command("\r\n.", 250);
                {|SMTP2008:Command("QUIT", 221)|};
            }
            """ },
        { "the code of the other commands", """
            void Send(string data) {
                Command("DATA", 354); writer.Write(data); Command(".", 250); {|SMTP2008:Command("QUIT", 250)|};
            }
            """ },
        { "the text is sent as a whole, its end is written elsewhere", """
            bool Send(Letter letter) {
                if (ReadReply("DATA") != 354) return false;
                if (ReadReply(SendText(letter.Body)) != 250) return false;
                var reply = ReadReply("QUIT");
                if ({|SMTP2008:reply != 221|}) return false;
                return true;
            }
            string SendText(string text) => text;
            class Letter { public string Body; }
            """ },
        { "a helper that throws for a refusal", """
            void Await() { if (ReadLine()[0] >= '4') throw new IOException(); }
            void Send(string data) {
                writer.WriteLine("DATA"); Await(); writer.Write(data); writer.WriteLine("."); Await();
                writer.WriteLine("QUIT"); {|SMTP2008:Await()|};
            }
            """ },
        { "a helper that throws for other classes", """
            void Ask(string text) { if (!ReadLine(text).StartsWith("2")) throw new IOException(); }
            void Send(string data) { writer.Write(data); Ask("."); {|SMTP2008:Ask("QUIT")|}; }
            """ },
        { "the class that is expected", """
            void Ask(string text, int expectedClass) { writer.WriteLine(text); Await(expectedClass); }
            void Await(int expectedClass) { if (ReadReply() / 100 != expectedClass) throw new IOException(); }
            void Send(string data) { Ask("DATA", 3); writer.Write(data); Ask(".", 2); {|SMTP2008:Ask("QUIT", 2)|}; }
            """ },
        { "in a section of a switch", """
            void Send(string data, bool greeted) {
                switch (greeted) {
                    case true:
                        writer.Write(data); Command(".", 250);
                        var reply = ReadReply("QUIT");
                        if ({|SMTP2008:reply != 221|}) throw new IOException();
                        break;
                }
            }
            """ },
        { "an enum of another size", """
            enum Reply : ushort { Ok = 250, Bye = 221 }
            Reply Read(string text) => 0;
            void Send(string data) {
                writer.Write(data); Command(".", 250);
                var reply = Read("QUIT"); if ({|SMTP2008:reply != Reply.Bye|}) throw new IOException();
            }
            """ },
        { "sent with the end of the text", """
            StreamReader reader;
            void Send(string data) {
                writer.WriteLine(data); writer.WriteLine("."); writer.WriteLine("QUIT");
                if (!reader.ReadLine().StartsWith("250")) throw new IOException("not accepted");
                if (!{|SMTP2008:reader.ReadLine().StartsWith("221")|}) throw new IOException("QUIT failed");
            }
            """ },
        { "in a method of its own", """
            void Send(string data) { Command("DATA", 354); Command(data + "\r\n.", 250); Leave(); }
            void Leave() {
                writer.WriteLine("QUIT"); var line = ReadLine(); log.Info(line);
                if (line == null) throw new IOException("no reply");
                if (!{|SMTP2008:line.StartsWith("221")|}) throw new IOException(line);
            }
            """ },
        { "in a method of its own, with the code of the other commands", """
            void Send(string data) { Command("DATA", 354); Command(data + "\r\n.", 250); Leave(); }
            void Leave() { {|SMTP2008:Command("QUIT", 250)|}; }
            """ },
        { "through a local function", """
            async Task Send(string data) {
                async Task<string> Ask(string text, params int[] good) {
                    await writer.WriteLineAsync(text); var line = ReadLine();
                    if (!good.Contains(int.Parse(line.Substring(0, 3)))) throw new IOException(line);
                    return line;
                }
                await Ask("DATA", 354); await Ask(data + "\r\n.", 250); await {|SMTP2008:Ask("QUIT", 221)|};
            }
            """ },
        { "a helper that knows the good replies", """
            bool Exchange(string text) { writer.WriteLine(text); var line = ReadLine(); return line[0] == '2' || line[0] == '3'; }
            bool Send(string data) {
                if (!Exchange("DATA")) return false;
                if (!Exchange(data + "\r\n.")) return false;
                if (!{|SMTP2008:Exchange("QUIT")|}) return false;
                return true;
            }
            """ },
        { "written and then expected", """
            void Send(string data) {
                Command("DATA", 354); writer.Write(data + "\r\n.\r\n"); Expect(250); writer.WriteLine("QUIT");
                writer.Flush(); {|SMTP2008:Expect(221)|};
            }
            """ },
        { "compared, and thrown", """
            void Send(string data) {
                writer.Write(data); Command(".", 250); var code = ReadReply("QUIT");
                if ({|SMTP2008:code != 221|}) throw new IOException("QUIT failed");
            }
            """ },
        { "compared, and false returned", """
            bool Send(string data) {
                writer.Write(data); Command(".", 250); writer.WriteLine("QUIT"); var code = ReadReply();
                if ({|SMTP2008:code != 221|}) return false; return true;
            }
            """ },
        { "compared, and otherwise false", """
            bool Send(string data) {
                writer.Write(data); Command(".", 250); var code = ReadReply("QUIT");
                if ({|SMTP2008:code == 221|}) return true; return false;
            }
            """ },
        { "compared, with else", """
            bool Send(string data) {
                writer.Write(data); Command(".", 250); var code = ReadReply("QUIT");
                if ({|SMTP2008:code == 221|}) log.Info("bye"); else throw new IOException(); return true;
            }
            """ },
        { "the comparison returned", """
            bool Send(string data) {
                writer.Write(data); Command(".", 250); var code = ReadReply("QUIT"); return {|SMTP2008:code == 221|};
            }
            """ },
        { "text", """
            bool Send(string data) {
                writer.Write(data); Command(".", 250); var line = ReadLine("QUIT");
                if (!{|SMTP2008:line.StartsWith("221")|}) return false; return true;
            }
            """ },
        { "text, if any", """
            bool Send(string data) {
                writer.Write(data); Command(".", 250); var line = ReadLine("QUIT");
                if (line?{|SMTP2008:.StartsWith("221")|} != true) return false; return true;
            }
            """ },
        { "text or nothing", """
            bool Send(string data) {
                writer.Write(data); Command(".", 250); var line = ReadLine("QUIT\r\n");
                if (line == null || !{|SMTP2008:line.StartsWith("221")|}) return false; return true;
            }
            """ },
        { "the first three characters", """
            void Send(string data) {
                writer.Write(data); Command(".", 250); var line = ReadLine("QUIT");
                if ({|SMTP2008:line.Substring(0, 3) != "221"|}) throw new IOException(line);
            }
            """ },
        { "searched for", """
            bool Send(string data) {
                writer.Write(data); Command(".", 250); var line = ReadLine("QUIT");
                if ({|SMTP2008:line.IndexOf("221")|} == -1) return false; return true;
            }
            """ },
        { "searched for at the beginning", """
            bool Send(string data) {
                writer.Write(data); Command(".", 250); var line = ReadLine("QUIT");
                if ({|SMTP2008:line.IndexOf("221")|} != 0) throw new IOException(line); return true;
            }
            """ },
        { "a pattern", """
            bool Send(string data) {
                writer.Write(data); Command(".", 250); if ({|SMTP2008:ReadReply("QUIT") is not 221|}) return false;
                return true;
            }
            """ },
        { "a helper that answers", """
            bool Send(string data) {
                writer.Write(data); Command(".", 250); if (!{|SMTP2008:Try("QUIT", "221")|}) return false;
                return true;
            }
            """ },
        { "a helper that answers, returned",
            """bool Send(string data) { writer.Write(data); Command(".", 250); return {|SMTP2008:Try("QUIT", "221")|}; }""" },
        { "the data are sent by a helper", """
            void SendData(string data) { Command("DATA", 354); writer.Write(data); Command(".", 250); }
            void Send(string data) { SendData(data); {|SMTP2008:Command("QUIT", 221)|}; }
            """ },
        { "one handler around all", """
            bool Send(string data) {
                try { writer.Write(data); Command(".", 250); {|SMTP2008:Command("QUIT", 221)|}; return true; }
                catch (IOException) { return false; }
            }
            """ },
        { "a result that says so", """
            SendResult Send(string data) {
                writer.Write(data); Command(".", 250); var code = ReadReply("QUIT");
                if ({|SMTP2008:code != 221|}) return new SendResult(false, true); return new SendResult(true, false);
            }
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "a reply that is too short for a code", """
            string Whole(string line) { if (line.Length < 4) throw new IOException(line); return line; }
            void Send(string data) {
                Command("DATA", 354); writer.Write(data); Command(".", 250); writer.WriteLine("QUIT"); Whole(ReadLine());
            }
            """ },
        { "a full stop that ends nothing", """
            void Send(string data) { writer.Write($"{data}."); Leave(); }
            void Leave() { var reply = ReadReply("QUIT"); if (reply != 221) throw new IOException("QUIT failed"); }
            """ },
        { "DATA was refused", """
            bool Send(string data) {
                if (ReadReply("DATA") != 354) { var reply = ReadReply("QUIT"); if (reply != 221) return false; }
                return true;
            }
            """ },
        { "what is written after DATA is a log", """
            bool Send(string data) {
                if (ReadReply("DATA") != 354) {
                    Console.WriteLine("refused"); var reply = ReadReply("QUIT"); if (reply != 221) return false;
                }
                return true;
            }
            """ },
        { "the reply is ignored",
            """bool Send(string data) { writer.Write(data); Command(".", 250); writer.WriteLine("QUIT"); return true; }""" },
        { "the reply is read and ignored",
            """bool Send(string data) { writer.Write(data); Command(".", 250); ReadReply("QUIT"); return true; }""" },
        { "in a method of its own that lets nothing out", """
            void Send(string data) { Command("DATA", 354); Command(data + "\r\n.", 250); Leave(); }
            void Leave() { try { Command("QUIT", 221); } catch (IOException) { } }
            """ },
        { "a method of its own that is called in a try", """
            void Send(string data) {
                Command("DATA", 354); Command(data + "\r\n.", 250); try { Leave(); } catch (IOException ex) { log.Info(ex.Message); }
            }
            void Leave() { Command("QUIT", 221); }
            """ },
        { "a method of its own that is called when nothing was sent", """
            void Probe(string to) { Command($"RCPT TO:<{to}>", 250); Leave(); }
            void Leave() { Command("QUIT", 221); }
            """ },
        { "a helper that knows the good replies, and is not asked", """
            bool Exchange(string text) { writer.WriteLine(text); var line = ReadLine(); return line[0] == '2' || line[0] == '3'; }
            bool Send(string data) { if (!Exchange(data + "\r\n.")) return false; if (!Exchange("QUIT")) log.Info("?"); return true; }
            """ },
        { "the reply is logged", """
            bool Send(string data) {
                writer.Write(data); Command(".", 250); var code = ReadReply("QUIT");
                if (code != 221) log.Info("QUIT was answered otherwise"); return true;
            }
            """ },
        { "searched for, and found", """
            bool Send(string data) {
                writer.Write(data); Command(".", 250); var line = ReadLine("QUIT");
                if (line.IndexOf("221") >= 0) log.Info("bye"); return true;
            }
            """ },
        { "any 2yz passes", """
            bool Send(string data) {
                writer.Write(data); Command(".", 250); var code = ReadReply("QUIT");
                if (code / 100 != 2) throw new IOException(); return true;
            }
            """ },
        { "the answer of the helper is dropped",
            """bool Send(string data) { writer.Write(data); Command(".", 250); Try("QUIT", "221"); return true; }""" },
        { "a helper that throws, but not for a code", """
            string Ask(string text) {
                var reply = ReadLine(text); if (reply == null) throw new IOException(); return reply.Substring(0, 3);
            }
            void Send(string data) { writer.Write(data); Command(".", 250); Ask("QUIT"); }
            """ },
        { "twice, but no class", """
            void Ask(string text, int times) {
                for (var i = 0; i < times; i++) writer.WriteLine(text);
                if (writer == null) throw new IOException();
            }
            void Send(string data) { writer.Write(data); Command(".", 250); Ask("QUIT", 2); }
            """ },
        { "a Disconnect of its own", """
            void Disconnect() { Command("QUIT", 221); }
            void Send(string data) { writer.Write(data); Command(".", 250); }
            """ },
        { "what QUIT throws is caught", """
            bool Send(string data) {
                writer.Write(data); Command(".", 250);
                try { Command("QUIT", 221); }
                catch (IOException) { }
                return true;
            }
            """ },
        { "a Disconnect of its own, by a helper whose message ends in a dot", """
            int Ask(string text, int expected) {
                var code = ReadReply(text); if (code != expected) throw new IOException("unexpected: " + code + ".");
                return code;
            }
            int Disconnect() { var code = Ask("QUIT", 221); return code; }
            """ },
        { "before the data", """
            void Send(string data) {
                if (data == null) { Command("QUIT", 221); return; } writer.Write(data); Command(".", 250);
            }
            """ },
        { "nothing was sent", """void Probe() { Command("RCPT TO:<b@x.test>", 250); Command("QUIT", 221); }""" },
        { "the reply to something else", """
            bool Send(string data) {
                writer.Write(data); var code = ReadReply("."); if (code != 250) return false;
                writer.WriteLine("QUIT"); return true;
            }
            """ },
    };

    [Theory, MemberData(nameof(Reported))]
    public Task The_reply_to_QUIT_decides(string member) => Rule.MailKit(InSmtp(member));

    [Theory, MemberData(nameof(Silent))]
    public Task Silent_where_it_does_not(string member) => Rule.MailKit(InSmtp(member));

    [Theory]
    [InlineData("class NewsClient", "QUIT", 205)]
    [InlineData("class FtpUploader", "QUIT", 221)]
    [InlineData("class Pop3Session", "QUIT", 250)]
    public Task Other_protocols(string type, string command, int code) => Rule.MailKit(
        $$"""
        {{type}}
        {
            StreamWriter writer;
            int ReadReply(string text) => 0;
            void Command(string text, int expected) { if (ReadReply(text) != expected) throw new IOException(); }
            void Post(string data) { writer.Write(data); Command(".", {{code}}); Command("{{command}}", {{code}}); }
        }
        """);

    private static string InSmtp(string member) => $$"""class SmtpSession { ILog log; {{Expecting}} {{member}} }""";
}
