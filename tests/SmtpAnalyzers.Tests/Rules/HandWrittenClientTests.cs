namespace SmtpAnalyzers.Tests.Rules;

/// <summary>Clients that are written by hand: the reply code is a number or text, known by what it is called and where.</summary>
public sealed class HandWrittenClientTests
{
    public static readonly Cases Reported = new()
    {
        { "a number in a type that speaks of SMTP", InSmtp("bool IsPermanent(int replyCode) => replyCode == {|SMTP1001:450|};") },
        { "a plain code there", InSmtp("bool IsPermanent(int code) => code >= {|SMTP1001:400|};") },
        { "a status code there", InSmtp("bool ShouldRetry(int statusCode) => statusCode == {|SMTP1002:550|};") },
        { "a number that is called after SMTP anywhere", InMailer("bool IsPermanent(int smtpCode) => smtpCode == {|SMTP1001:450|};") },
        { "a nullable number", InMailer("bool IsPermanent(int? smtpStatusCode) => smtpStatusCode == {|SMTP1001:450|};") },
        { "where the commands are", InMailer("""
            void Rcpt(string to) => Write("RCPT TO:<" + to + ">");
            void Write(string s) { }
            bool IsPermanent(int replyCode) => replyCode == {|SMTP1001:450|};
            """) },
        { "text", InSmtp("""bool IsPermanent(string replyCode) => replyCode == {|SMTP1001:"450"|};""") },
        { "its first character", InSmtp("""bool IsPermanent(string replyCode) => replyCode[0] == {|SMTP1001:'4'|};""") },
        { "a line", InSmtp("""bool IsPermanent(string response) => response.StartsWith({|SMTP1001:"450"|});""") },
        { "a line and a space",
            InSmtp("""bool IsPermanent(string response) => response.StartsWith({|SMTP1001:"4"|}, StringComparison.Ordinal);""") },
        { "the code in a line", InSmtp("""bool IsPermanent(string line) => line.Substring(0, 3) == {|SMTP1001:"450"|};""") },
        { "the code in a line by range", InSmtp("""bool IsPermanent(string line) => line[..3] == {|SMTP1001:"450"|};""") },
        { "a line that is parsed",
            InSmtp("""bool IsPermanent(string line) { var n = int.Parse(line.Substring(0, 3)); return n == {|SMTP1001:450|}; }""") },
        { "a line that is split", InSmtp("""bool IsPermanent(string line) => line.Split(' ')[0] == {|SMTP1001:"450"|};""") },
        { "a reply of the user's own", """
            using System;
            class SmtpReply { public int Code; }
            class Mailer { bool IsPermanent(SmtpReply r) => r.Code == {|SMTP1001:450|}; }
            """ },
        { "what a command returns",
            InSmtp("""int SendCommand(string s) => 0; bool ShouldRetry() => SendCommand("DATA") == {|SMTP1002:554|};""") },
        { "221 after QUIT is an error", InSmtp("""
            int SendCommand(string s) => 0;
            void Close() {
                var code = SendCommand("QUIT"); if (code == {|SMTP1003:221|}) throw new Exception("closed");
            }
            """) },
        { "a field that the next command changes", InSmtp("""
            int code; IMailQueue queue; void Command(string s) => code = 0;
            void Mail()
            {
                Command("RCPT TO:<a>");
                if (code == {|SMTP1001:450|}) { queue.DeadLetter(this); return; }
                Command("DATA");
                if (code == {|SMTP1001:450|}) queue.DeadLetter(this);
            }
            """) },
        { "a switch on the first digit", InSmtp("""
            Verdict Of(string response)
            {
                switch (response[0])
                {
                    {|SMTP1001:case '4':|} return Verdict.Permanent;
                    default: return Verdict.Other;
                }
            }
            """) },
    };

    public static readonly Cases Silent = new()
    {
        { "HTTP in a mailer", InMailer("bool IsPermanent(int statusCode) => statusCode == 450;") },
        { "the status of a web API in a type that speaks of SMTP", InSmtp("""
            bool ShouldRetry(System.Net.Http.HttpResponseMessage response) {
                var statusCode = (int)response.StatusCode; return statusCode == 550 || statusCode >= 500;
            }
            """) },
        { "a client of a web API that is called after SMTP",
            "class SmtpHttpApi { bool ShouldRetry(int statusCode) => statusCode >= 500; }" },
        { "an exit code", InSmtp("bool IsPermanent(int exitCode) => exitCode == 450;") },
        { "a socket's error",
            InSmtp("bool IsPermanent(System.Net.Sockets.SocketException ex) { var code = ex.ErrorCode; return code == 450; }") },
        { "FTP", "class FtpClient { bool IsPermanent(int replyCode) => replyCode == 450; }" },
        { "FTP in the namespace of SMTP",
            "namespace My.Smtp { class FtpClient { bool IsPermanent(int replyCode) => replyCode == 450; } }" },
        { "NNTP", "class NntpConnection { bool ShouldRetry(string response) => response.StartsWith(\"502\"); }" },
        { "a port", InSmtp("bool IsPermanent(int port) => port == 465;") },
        {
            "the code of the last command, which the next one changes", """
            class SmtpSession { public int ReplyCode { get; private set; } public void Send(string s) => ReplyCode = s.Length; }
            class Mailer
            {
                bool Deliver(SmtpSession session)
                {
                    session.Send("MAIL FROM:<a>");
                    if (session.ReplyCode != 250) return false;
                    session.Send("RCPT TO:<b>");
                    return session.ReplyCode != 550 && session.ReplyCode / 100 == 2;
                }
            }
            """
        },
        {
            "the code of a session that a helper uses", """
            class SmtpSession { public int ReplyCode; }
            class Mailer
            {
                static void Send(SmtpSession session, string s) => session.ReplyCode = s.Length;
                bool Deliver(SmtpSession session)
                {
                    Send(session, "MAIL FROM:<a>");
                    if (session.ReplyCode != 250) return false;
                    Send(session, "RCPT TO:<b>");
                    return session.ReplyCode != 550 && session.ReplyCode / 100 == 2;
                }
            }
            """
        },
        { "a line of several", InSmtp("""bool ShouldRetry(string response) => response.StartsWith("250-");""") },
        { "the rest of a line", InSmtp("""bool IsPermanent(string response) => response.Contains("450");""") },
        { "an enum of the user's own", """
            enum SmtpReplyCode { Busy = 450 }
            class SmtpSender { bool IsPermanent(SmtpReplyCode c) => c == SmtpReplyCode.Busy; }
            """ },
        { "a wrong reply is no verdict", InSmtp("""
            int Send(string s) => 0;
            void Mail() { var code = Send("MAIL FROM:<a>"); if (code != 250) throw new Exception("no"); }
            """) },
        { "not yet good is an error", InSmtp("bool IsError(int code) => code > 354;") },
    };

    private static string InSmtp(string member) => $"using System; using System.Linq; class SmtpConnection {{ {member} }}";

    private static string InMailer(string member) => $"using System; // by SMTP\nclass Mailer {{ {member} }}";

    [Theory, MemberData(nameof(Reported))]
    public Task Reported_where_a_library_would_be(string source) => Verify.File(source);

    [Theory, MemberData(nameof(Silent))]
    public Task Not_reported(string source) => Verify.File(source);
}
