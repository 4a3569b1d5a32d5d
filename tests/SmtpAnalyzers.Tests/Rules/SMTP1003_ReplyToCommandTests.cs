using SmtpAnalyzers.Tests.CodeFixes;

namespace SmtpAnalyzers.Tests.Rules;

/// <summary>Clients written by hand that expect 250 where the right answer is another: only where the command is evident.</summary>
public sealed class SMTP1003_ReplyToCommandTests
{
    public static readonly FixCases Mended = new()
    {
        {
            "QUIT",
            """void Close() { var code = Ask("QUIT"); if ({|SMTP1003:code != 250|}) throw new IOException(); }""",
            """void Close() { var code = Ask("QUIT"); if (code != 221) throw new IOException(); }"""
        },
        {
            "STARTTLS",
            """void Secure() { var code = Ask("STARTTLS"); if ({|SMTP1003:code != 250|}) throw new IOException(); }""",
            """void Secure() { var code = Ask("STARTTLS"); if (code != 220) throw new IOException(); }"""
        },
        {
            "QUIT as text",
            """bool Close() { var line = Line("QUIT"); return {|SMTP1003:line.StartsWith("250")|}; }""",
            """bool Close() { var line = Line("QUIT"); return line.StartsWith("221"); }"""
        },
        {
            "DATA",
            """void Data() { var code = Ask("DATA"); if ({|SMTP1003:code != 250|}) throw new IOException(); }""",
            """void Data() { var code = Ask("DATA"); if (code != 354) throw new IOException(); }"""
        },
    };

    // 334 asks for more, 235 ends it (RFC 4954).
    public static readonly FixCases Logins = new()
    {
        {
            "LOGIN asks for the user",
            """void Login() { var code = Ask("AUTH LOGIN"); if ({|SMTP1003:code != 250|}) throw new IOException(); }""",
            """void Login() { var code = Ask("AUTH LOGIN"); if (code != 334) throw new IOException(); }"""
        },
        {
            "PLAIN with everything in the command",
            """
            void Login(string token)
            {
                var line = Line("AUTH PLAIN " + token);
                if (!{|SMTP1003:line.StartsWith("250")|}) throw new IOException();
            }
            """,
            """
            void Login(string token)
            {
                var line = Line("AUTH PLAIN " + token);
                if (!line.StartsWith("235")) throw new IOException();
            }
            """
        },
        {
            "PLAIN asks for the rest",
            """void Login() { var line = Line("AUTH PLAIN"); if (!{|SMTP1003:line.StartsWith("250")|}) throw new IOException(); }""",
            """void Login() { var line = Line("AUTH PLAIN"); if (!line.StartsWith("334")) throw new IOException(); }"""
        },
        {
            "XOAUTH2",
            """
            void Login(string token)
            {
                var code = Ask($"AUTH XOAUTH2 {token}");
                if ({|SMTP1003:code != 250|}) throw new IOException();
            }
            """,
            """
            void Login(string token)
            {
                var code = Ask($"AUTH XOAUTH2 {token}");
                if (code != 235) throw new IOException();
            }
            """
        },
        {
            "LOGIN after the password",
            """
            void Login()
            {
                Ask("AUTH LOGIN");
                Ask("user");
                var code = Ask("password");
                if ({|SMTP1003:code != 250|}) throw new IOException();
            }
            """,
            """
            void Login()
            {
                Ask("AUTH LOGIN");
                Ask("user");
                var code = Ask("password");
                if (code != 235) throw new IOException();
            }
            """
        },
    };

    public static readonly Cases Silent = new()
    {
        { "STARTTLS and 220", """void Secure() { var code = Ask("STARTTLS"); if (code != 220) throw new IOException(); }""" },
        { "QUIT and 221", """void Close() { var code = Ask("QUIT"); if (code != 221) throw new IOException(); }""" },
        { "DATA and 354", """void Data() { var code = Ask("DATA"); if (code != 354) throw new IOException(); }""" },
        { "EHLO", """void Hello() { var code = Ask("EHLO me"); if (code != 250) throw new IOException(); }""" },
        { "MAIL", """void Mail(string from) { var code = Ask($"MAIL FROM:<{from}>"); if (code != 250) throw new IOException(); }""" },
        { "RSET", """void Reset() { var code = Ask("RSET"); if (code != 250) throw new IOException(); }""" },
        { "the end of the data", """
            void Data(string text) {
                Ask("DATA"); var code = Ask(text + "\r\n."); if (code != 250) throw new IOException();
            }
            """ },
        { "the replies to pipelined commands come first", """
            bool Data(bool pipelined) {
                var line = Line("DATA");
                if (pipelined) { if (!line.StartsWith("250")) return false; line = Line(null); }
                if (!line.StartsWith("354")) return false; return true;
            }
            """ },
        { "both are expected, one after the other", """
            bool Expect(int code) => true;
            bool Data() { Ask("DATA"); if (!Expect(354)) return false; if (!Expect(250)) return false; return true; }
            """ },
        { "the reply was read before QUIT was sent", """
            StreamReader reader; StreamWriter writer;
            bool Close(string text) {
                writer.WriteLine(text + "\r\n."); var line = reader.ReadLine(); writer.WriteLine("QUIT");
                if (line == null || !line.StartsWith("250")) return false; return true;
            }
            """ },
        { "the code was read before QUIT was sent", """
            StreamReader reader; StreamWriter writer;
            void Close(string text) {
                var code = Ask(text + "\r\n."); writer.WriteLine("QUIT"); if (code != 250) throw new IOException();
            }
            """ },
        { "QUIT is sent with the end of the text", """
            StreamReader reader; StreamWriter writer;
            void Close(string text) {
                writer.WriteLine(text); writer.WriteLine("."); writer.WriteLine("QUIT");
                if (!reader.ReadLine().StartsWith("250")) throw new IOException(); reader.ReadLine();
            }
            """ },
        { "no command in sight", """void Check(int code) { if (code != 250) throw new IOException(); }""" },
        { "the reply is logged", """void Close() { var code = Ask("QUIT"); if (code != 250) log.Info("not 250"); }""" },
    };

    [Theory, MemberData(nameof(Mended)), MemberData(nameof(Logins))]
    public Task Reported_and_mended(string member, string mended) => Verify.Fix(InSmtp(member), InSmtp(mended));

    [Theory, MemberData(nameof(Silent))]
    public Task Not_reported(string member) => Verify.MailKit(InSmtp(member));

    [Fact]
    public Task An_unknown_mechanism_of_AUTH_has_no_fix() => Verify.NoFix(
        InSmtp("""void Login() { var code = Ask("AUTH NTLM"); if ({|SMTP1003:code != 250|}) throw new IOException(); }"""));

    private static string InSmtp(string member) =>
        $$"""class SmtpTalk { ILog log; int Ask(string text) => 0; string Line(string text) => ""; {{member}} }""";
}
