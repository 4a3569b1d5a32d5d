namespace SmtpAnalyzers.Tests.Rules;

/// <summary>Verifiers that are written by hand: where control ends after any reply but 250.</summary>
public sealed class SMTP3007_ProbeIsVerdictTests
{
    private const string Around = """
        class SmtpProbe {
            StreamReader reader; StreamWriter writer; ILog log; string[] hosts;
            enum Found { Yes, DoesNotExist, Unknown }
            class Answer { public Answer(bool isValid, string text) { } }
            class Report { public bool Exists; public string Text; }
            string Line(string text) { writer.WriteLine(text); return reader.ReadLine(); }
            int Code(string text) => int.Parse(Line(text).Substring(0, 3));
            bool Begins(string reply, string code) => reply.StartsWith(code);
            bool IsOver(string reply, string code) => string.CompareOrdinal(reply, code) >= 0;
            bool IsFine(string reply) => reply != null && reply.StartsWith("250");

        """;

    public static readonly Cases Reported = new()
    {
        { "a property of the answer says so", """
            class CheckResult { public bool IsValid { get; set; } }
            CheckResult Second(string to) {
                if ({|SMTP3007:Line($"RCPT TO:<{to}>").StartsWith("250")|}) {
                    writer.WriteLine("QUIT"); return new CheckResult { IsValid = true };
                }
                writer.WriteLine("QUIT");
                return new CheckResult { IsValid = false };
            }
            """ },
        { "an element of a tuple says so", """
            (bool IsValid, string Log) Second(string to) {
                if ({|SMTP3007:Line($"RCPT TO:<{to}>").StartsWith("250")|}) { writer.WriteLine("QUIT"); return (true, "done"); }
                writer.WriteLine("QUIT");
                return (false, "failed");
            }
            """ },
        { "QUIT before the answer", """
            bool Exists(string to) {
                var line = Line($"RCPT TO:<{to}>");
                if ({|SMTP3007:line.StartsWith("250")|}) { writer.WriteLine("QUIT"); return true; }
                writer.WriteLine("QUIT"); return false;
            }
            """ },
        { "both branches say QUIT", """
            async Task<bool> ExistsAsync(string to) {
                await writer.WriteLineAsync($"RCPT TO:<{to}>").ConfigureAwait(false);
                var line = await reader.ReadLineAsync().ConfigureAwait(false);
                if ({|SMTP3007:line.StartsWith("250")|}) { await writer.WriteLineAsync("QUIT"); return true; }
                else { await writer.WriteLineAsync("QUIT"); return false; }
            }
            """ },
        { "the answer is behind the loop over the hosts", """
            bool Exists(string to) {
                foreach (var host in hosts) {
                    using (var tcp = new System.Net.Sockets.TcpClient(host, 25)) {
                        if ({|SMTP3007:Code($"RCPT TO:<{to}>") == 250|}) return true;
                    }
                }
                return false;
            }
            """ },
        { "the answer is behind the try", """
            bool Exists(string to) {
                try { if ({|SMTP3007:Code($"RCPT TO:<{to}>") == 250|}) return true; } catch (IOException) { }
                return false;
            }
            """ },
        { "unequal, and the next attempt", """
            bool Exists(string to) {
                for (var i = 0; i < 3; i++) {
                    var code = Code($"RCPT TO:<{to}>");
                    if ({|SMTP3007:code != 250|}) { writer.WriteLine("RSET"); continue; }
                    return true;
                }
                return false;
            }
            """ },
        { "thrown, and caught at once", """
            bool Exists(string to) {
                try {
                    var line = Line($"RCPT TO:<{to}>");
                    if (!{|SMTP3007:line.StartsWith("250")|}) throw new IOException(line);
                    return true;
                }
                catch (Exception ex) { log.Info(ex.Message); return false; }
            }
            """ },
        { "searched for", """
            bool Exists(string to) {
                var line = Line($"RCPT TO:<{to}>");
                if ({|SMTP3007:line.IndexOf("250")|} != 0) return false;
                return true;
            }
            """ },
        { "searched for, and returned", """
            bool Exists(string to) { var line = Line($"RCPT TO:<{to}>"); return {|SMTP3007:line.IndexOf("250")|} >= 0; }
            """ },
        { "an element of a tuple", """
            (bool Valid, string Text) Validate(string to) {
                var line = Line($"RCPT TO:<{to}>");
                if ({|SMTP3007:line.Substring(0, 3) == "250"|}) return (true, line);
                writer.WriteLine("QUIT"); return (false, "refused");
            }
            """ },
        { "the test in a tuple", """
            (bool Exists, string Text) Ask(string to) { var line = Line($"VRFY {to}"); return ({|SMTP3007:line.StartsWith("250")|}, line); }
            """ },
        { "an argument of the result", """
            Answer Validate(string to) {
                if ({|SMTP3007:Code($"RCPT TO:<{to}>") == 250|}) return new Answer(true, "fine");
                writer.WriteLine("QUIT"); return new Answer(false, "no such mailbox");
            }
            """ },
        { "a member of the result", """
            Report Validate(string to) {
                var report = new Report(); var ok = {|SMTP3007:Line($"RCPT TO:<{to}>").StartsWith("250")|};
                writer.WriteLine("QUIT");
                if (!ok) { report.Exists = false; report.Text = "refused"; } else { report.Exists = true; }
                return report;
            }
            """ },
        { "a variable", """
            bool Exists(string to) {
                var found = false; var line = Line($"RCPT TO:<{to}>");
                if ({|SMTP3007:line.StartsWith("250")|}) found = true;
                writer.WriteLine("QUIT"); return found;
            }
            """ },
        { "a switch", """
            Found Verify(string to) {
                switch (Code($"RCPT TO:<{to}>")) {
                    case {|SMTP3007:250|}: return Found.Yes;
                    default: writer.WriteLine("RSET"); return Found.DoesNotExist;
                }
            }
            """ },
        { "arms",
            """
            Found Verify(string to) => Code($"RCPT TO:<{to}>") switch
            {
                {|SMTP3007:250|} => Found.Yes,
                _ => Found.DoesNotExist
            };
            """ },
        { "a helper with the code", """
            bool Exists(string to) {
                if ({|SMTP3007:Begins(Line($"RCPT TO:<{to}>"), "250")|}) return true;
                writer.WriteLine("QUIT"); return false;
            }
            """ },
        { "a helper that knows the code", """
            bool Exists(string to) {
                var line = Line($"RCPT TO:<{to}>"); if ({|SMTP3007:IsFine(line)|}) { writer.WriteLine("QUIT"); return true; }
                return false;
            }
            """ },
        { "550 is no other answer", """
            bool Exists(string to) {
                var line = Line($"RCPT TO:<{to}>");
                if ({|SMTP3007:line.StartsWith("250")|}) return true;
                if (line.StartsWith("550")) return false;
                writer.WriteLine("QUIT"); return false;
            }
            """ },
        { "a list of those that are invalid", """
            void Validate(string[] all, List<string> invalid) {
                foreach (var to in all) { if ({|SMTP3007:Code($"RCPT TO:<{to}>") == 250|}) log.Info(to); else invalid.Add(to); }
            }
            """ },
        { "QUIT is sent before the reply is looked at", """
            bool Exists(string to) {
                writer.WriteLine($"RCPT TO:<{to}>"); var line = reader.ReadLine(); writer.WriteLine("QUIT");
                if ({|SMTP3007:line.StartsWith("250")|}) return true;
                return false;
            }
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "nothing is known then", """
            bool? Exists(string to) { if (Code($"RCPT TO:<{to}>") == 250) return true; writer.WriteLine("QUIT"); return null; }
            """ },
        { "252 is something else", """
            Found Verify(string to) {
                var code = Code($"VRFY {to}"); if (code == 250) return Found.Yes; writer.WriteLine("QUIT");
                return code == 252 ? Found.Unknown : Found.DoesNotExist;
            }
            """ },
        { "the class", """
            bool Exists(string to) {
                if (Code($"RCPT TO:<{to}>") / 100 == 2) { writer.WriteLine("QUIT"); return true; } writer.WriteLine("QUIT"); return false;
            }
            """ },
        { "only 5yz is a no", """
            Found Verify(string to) {
                var line = Line($"RCPT TO:<{to}>"); if (line.StartsWith("250")) return Found.Yes;
                writer.WriteLine("QUIT"); if (line[0] == '5') return Found.DoesNotExist; return Found.Unknown;
            }
            """ },
        { "4yz is asked again", """
            bool Exists(string to) {
                for (var i = 0; i < 3; i++) {
                    var line = Line($"RCPT TO:<{to}>"); if (line.StartsWith("250")) return true;
                    if (line.StartsWith("4")) { Thread.Sleep(60_000); continue; }
                    break;
                }
                return false;
            }
            """ },
        { "thrown on", """
            bool Exists(string to) {
                var line = Line($"RCPT TO:<{to}>"); if (!line.StartsWith("250")) throw new IOException(line); return true;
            }
            """ },
        { "thrown, and caught by somebody who does not know", """
            bool? Exists(string to) {
                try { var line = Line($"RCPT TO:<{to}>"); if (!line.StartsWith("250")) throw new IOException(line); return true; }
                catch (IOException) { return null; }
            }
            """ },
        { "the text is said to be temporary", """
            Answer Validate(string to) {
                var line = Line($"RCPT TO:<{to}>"); if (line.StartsWith("250")) return new Answer(true, line);
                return new Answer(false, "unknown for now");
            }
            """ },
        { "the reply is the answer", """
            string Validate(string to) { var line = Line($"RCPT TO:<{to}>"); if (line.StartsWith("250")) return "valid"; return line; }
            """ },
        { "does the domain accept everything?", """
            bool IsCatchAll(string domain) {
                if (Code($"RCPT TO:<h2k9v@{domain}>") == 250) { writer.WriteLine("QUIT"); return true; } return false;
            }
            """ },
        { "greylisted?", """
            bool IsGreylistedAfterCheck(string to) {
                if (Code($"RCPT TO:<{to}>") == 250) return true;
                writer.WriteLine("QUIT");
                return false;
            }
            """ },
        { "a helper that compares otherwise", """
            bool Exists(string to) { if (IsOver(Line($"RCPT TO:<{to}>"), "250")) return true; writer.WriteLine("QUIT"); return false; }
            """ },
        { "false in both", """
            bool Exists(string to) { if (Code($"RCPT TO:<{to}>") == 250) return false; writer.WriteLine("QUIT"); return false; }
            """ },
        { "another protocol", """
            bool Exists(string path) { if (Code($"CWD {path}") == 250) return true; writer.WriteLine("QUIT"); return false; }
            """ },
        { "a list of those to ask again", """
            void Validate(string[] all, List<string> again) {
                foreach (var to in all) { if (Code($"RCPT TO:<{to}>") == 250) log.Info(to); else again.Add(to); }
            }
            """ },
    };

    private const string Talk = """
        class SmtpTalk {
            public void RcptTo(string to) => Command($"RCPT TO:<{to}>", 250);
            public bool TryRcpt(string to) => Ask($"RCPT TO:<{to}>") == 250;
            public bool RcptAny(string to) => Ask($"RCPT TO:<{to}>") / 100 == 2;
            public void Data(string text) { Command("DATA", 354); Command(text + "\r\n.", 250); }
            void Command(string line, int expected) { if (Ask(line) != expected) throw new IOException(line); }
            int Ask(string line) => line.Length;
        }

        """;

    public static readonly Cases OfClients = new()
    {
        { "whatever is thrown says no", """
            bool Exists(SmtpTalk talk, string to) { try { {|SMTP3007:talk.RcptTo(to)|}; return true; } catch (Exception) { return false; } }
            """ },
        { "with a variable", """
            bool Exists(SmtpTalk talk, string to) {
                var result = false;
                try { {|SMTP3007:talk.RcptTo(to)|}; result = true; } catch { result = false; }
                return result;
            }
            """ },
        { "the next host, and no at the end", """
            bool Exists(SmtpTalk[] hosts, string to) {
                foreach (var talk in hosts) { try { {|SMTP3007:talk.RcptTo(to)|}; return true; } catch { continue; } }
                return false;
            }
            """ },
        { "a list", """
            void Sort(SmtpTalk talk, string[] all, List<string> invalid) {
                foreach (var to in all) { try { {|SMTP3007:talk.RcptTo(to)|}; } catch (IOException) { invalid.Add(to); } }
            }
            """ },
        { "a method that says so", """
            bool Exists(SmtpTalk talk, string to) { if (!{|SMTP3007:talk.TryRcpt(to)|}) { log.Info(to); return false; } return true; }
            """ },
        { "a method that says so, returned", "bool Exists(SmtpTalk talk, string to) => {|SMTP3007:talk.TryRcpt(to)|};" },
        { "near miss: nothing is known then", """
            bool? Exists(SmtpTalk talk, string to) { try { talk.RcptTo(to); return true; } catch (Exception) { return null; } }
            """ },
        { "near miss: another exception", """
            bool Exists(SmtpTalk talk, string to) {
                try { talk.RcptTo(to); return true; } catch (System.Net.Sockets.SocketException) { return false; }
            }
            """ },
        { "near miss: not caught here", "void Exists(SmtpTalk talk, string to) => talk.RcptTo(to);" },
        { "near miss: the class", "bool Exists(SmtpTalk talk, string to) => talk.RcptAny(to);" },
        { "near miss: it is sent there", """
            bool Send(SmtpTalk talk, string to) {
                try { talk.RcptTo(to); talk.Data("x"); return true; }
                catch (Exception) { return false; }
            }
            """ },
        { "near miss: an attempt", """
            bool TryReach(SmtpTalk talk, string to) { try { talk.RcptTo(to); return true; } catch (Exception) { return false; } }
            """ },
    };

    [Theory, MemberData(nameof(Reported))]
    public Task Every_other_reply_is_a_no(string member) => Verify.Exceptions.MailKit(Around + member + "}");

    [Theory, MemberData(nameof(Silent))]
    public Task Not_where_it_is_left_open(string member) => Verify.Exceptions.MailKit(Around + member + "}");

    [Theory, MemberData(nameof(OfClients))]
    public Task Through_the_method_of_a_client(string member) =>
        Verify.Exceptions.MailKit(Talk + "class MailboxVerifier { ILog log; " + member + "}");

    // Nothing in the file is named after the protocol.
    [Fact]
    public Task Where_only_the_command_tells_the_protocol() => Verify.Exceptions.File("""
        using System.IO;

        class MailboxLookup
        {
            bool Exists(StreamReader reader, StreamWriter writer, string to)
            {
                writer.WriteLine($"RCPT TO:<{to}>");
                if ({|SMTP3007:reader.ReadLine().StartsWith("250")|})
                    return true;
                writer.WriteLine("QUIT");
                return false;
            }
        }
        """);
}
