using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>What the fix of SMTP2008 makes of a client written by hand.</summary>
public sealed class QuitFixTests
{
    private const string Why = "/* The server has the message, whatever it says to QUIT. */";

    public static readonly FixCases Quits = new()
    {
        {
            "a comparison that throws",
            """
            void Send(string data)
            {
                Command(".", 250);
                var code = ReadReply("QUIT");
                if ({|SMTP2008:code != 221|})
                    throw new IOException("QUIT");
            }
            """,
            """
            void Send(string data)
            {
                Command(".", 250);
                ReadReply("QUIT");
            }
            """
        },
        {
            "what else is done with another reply is still done",
            """
            void Send(string data)
            {
                Command(".", 250);
                var code = ReadReply("QUIT");
                if ({|SMTP2008:code != 221|})
                {
                    log.Info("bye?");
                    throw new IOException("QUIT");
                }
            }
            """,
            """
            void Send(string data)
            {
                Command(".", 250);
                var code = ReadReply("QUIT");
                if (code != 221)
                {
                    log.Info("bye?");
                }
            }
            """
        },
        {
            "awaited",
            """
            async Task<bool> Send(string data)
            {
                Command(".", 250);
                // Good bye.
                if (await {|SMTP2008:AskAsync("QUIT", 221)|}.ConfigureAwait(false) == false)
                    return false;
                return true;
            }
            """,
            """
            async Task<bool> Send(string data)
            {
                Command(".", 250);
                // Good bye.
                await AskAsync("QUIT", 221).ConfigureAwait(false);
                return true;
            }
            """
        },
        {
            "success first",
            """
            bool Send(string data)
            {
                Command(".", 250);
                var code = ReadReply("QUIT");
                if ({|SMTP2008:code == 221|})
                    return true;
                return false;
            }
            """,
            """
            bool Send(string data)
            {
                Command(".", 250);
                var code = ReadReply("QUIT");
                return true;
            }
            """
        },
        {
            "otherwise it throws",
            """
            void Send(string data)
            {
                Command(".", 250);
                if ({|SMTP2008:ReadReply("QUIT") == 221|})
                    log.Info("bye");
                else
                    throw new IOException();
            }
            """,
            """
            void Send(string data)
            {
                Command(".", 250);
                if (ReadReply("QUIT") == 221)
                    log.Info("bye");
            }
            """
        },
        {
            "a choice",
            """
            Verdict Send(string data)
            {
                Command(".", 250);
                return {|SMTP2008:ReadReply("QUIT") == 221|} ? Verdict.Sent : throw new IOException();
            }
            """,
            """
            Verdict Send(string data)
            {
                Command(".", 250);
                ReadReply("QUIT");
                return Verdict.Sent;
            }
            """
        },
        {
            "a helper that throws, on one line",
            """
            void Send(string data) { Command(".", 250); {|SMTP2008:Command("QUIT", 221)|}; log.Info("sent"); }
            """,
            $$"""
            void Send(string data) { Command(".", 250); try { Command("QUIT", 221); } catch (Exception) { {{Why}} } log.Info("sent"); }
            """
        },
        {
            "a comparison of the answer itself",
            """
            bool Send(string data)
            {
                Command(".", 250);
                if ({|SMTP2008:ReadReply("QUIT") != 221|})
                    return false;
                return true;
            }
            """,
            """
            bool Send(string data)
            {
                Command(".", 250);
                ReadReply("QUIT");
                return true;
            }
            """
        },
        {
            "returned",
            """
            bool Send(string data)
            {
                Command(".", 250);
                return {|SMTP2008:ReadReply("QUIT") == 221|};
            }
            """,
            """
            bool Send(string data)
            {
                Command(".", 250);
                ReadReply("QUIT");
                return true;
            }
            """
        },
        {
            "a helper that throws",
            """
            void Send(string data)
            {
                Command(".", 250);
                {|SMTP2008:Command("QUIT", 221)|};
            }
            """,
            """
            void Send(string data)
            {
                Command(".", 250);
                try
                {
                    Command("QUIT", 221);
                }
                catch (Exception)
                {
                    // The server has the message, whatever it says to QUIT.
                }
            }
            """
        },
        {
            "a helper that knows the good replies",
            """
            StreamReader reader;
            bool Exchange(string text) { var line = reader.ReadLine(); return line[0] == '2' || line[0] == '3'; }
            bool Send(string data)
            {
                if (!Exchange(data + "\r\n."))
                    return false;
                if (!{|SMTP2008:Exchange("QUIT")|})
                    return false;
                return true;
            }
            """,
            """
            StreamReader reader;
            bool Exchange(string text) { var line = reader.ReadLine(); return line[0] == '2' || line[0] == '3'; }
            bool Send(string data)
            {
                if (!Exchange(data + "\r\n."))
                    return false;
                Exchange("QUIT");
                return true;
            }
            """
        },
        {
            "in a method of its own",
            """
            void Send(string data)
            {
                Command(data + "\r\n.", 250);
                Leave();
            }

            void Leave()
            {
                {|SMTP2008:Command("QUIT", 221)|};
            }
            """,
            """
            void Send(string data)
            {
                Command(data + "\r\n.", 250);
                Leave();
            }

            void Leave()
            {
                try
                {
                    Command("QUIT", 221);
                }
                catch (Exception)
                {
                    // The server has the message, whatever it says to QUIT.
                }
            }
            """
        },
    };

    [Theory, MemberData(nameof(Quits))]
    public Task The_reply_to_QUIT_decides_nothing(string member, string mended) =>
        new Verifier("SMTP2008").Fix(InSmtp(member), InSmtp(mended));

    private static string InSmtp(string member) => $$"""
        class SmtpSession
        {
            ILog log;
            void Command(string text, int expected) { if (ReadReply(text) != expected) throw new IOException(); }
            int ReadReply(string text) => 0;
            Task<bool> AskAsync(string text, int expected) => Task.FromResult(true);
        {{member}}
        }
        """;
}
