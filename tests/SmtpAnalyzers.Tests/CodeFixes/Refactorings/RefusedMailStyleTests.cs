using Microsoft.CodeAnalysis.CSharp;

namespace SmtpAnalyzers.Tests.CodeFixes.Refactorings;

/// <summary>The handlers look like the file, wherever the send stands. <c>[handlers]</c> are those of a send without outcomes.</summary>
public sealed class RefusedMailStyleTests
{
    private static readonly string[] Handlers =
    [
        "catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 400 and < 500)", "{",
        "    // 4xx is temporary: keep the message and send it again later.", "    throw;", "}",
        "catch (SmtpCommandException)", "{",
        "    // 5xx is permanent: don't send it again, and tell the sender.", "    throw;", "}",
        "catch (Exception ex) when (ex is SmtpProtocolException or IOException)", "{",
        "    // No reply came: the message may have been accepted or not. Send it again later, on a new connection.", "    throw;", "}",
    ];

    public static readonly TheoryData<string, string, string> Members = new()
    {
        {
            "over several lines, with a comment and #pragma", """
            static void Send(SmtpClient client, MimeMessage message)
            {
                Console.WriteLine("before");
                // to everyone
                client.$$Send(
                    message,
                    default);
            }
            """, """
            static void Send(SmtpClient client, MimeMessage message)
            {
                Console.WriteLine("before");
                try
                {
                    // to everyone
                    client.Send(
                        message,
                        default);
                }
                [handlers]
            }
            """
        },
        {
            "in a lambda", """
            static Action Send(SmtpClient client, MimeMessage message)
            {
                return () =>
                {
                    client.Send($$message);
                };
            }
            """, """
            static Action Send(SmtpClient client, MimeMessage message)
            {
                return () =>
                {
                    try
                    {
                        client.Send(message);
                    }
                    [handlers]
                };
            }
            """
        },
        {
            "the result is kept, in a case of a switch", """
            static string Send(ISmtpClient client, MimeMessage message, bool dry)
            {
                string reply = "";
                switch (dry)
                {
                    case false:
                        reply = client.$$Send(message);
                        break;
                }

                return reply;
            }
            """, """
            static string Send(ISmtpClient client, MimeMessage message, bool dry)
            {
                string reply = "";
                switch (dry)
                {
                    case false:
                        try
                        {
                            reply = client.Send(message);
                        }
                        [handlers]
                        break;
                }

                return reply;
            }
            """
        },
        {
            "other handlers stay, the finally too", """
            static void Send(MailKit.MailTransport client, MimeMessage message)
            {
                try
                {
                    $$client.Send(message);
                }
                catch (OperationCanceledException)
                {
                    return;
                }
                catch
                {
                    throw new InvalidOperationException();
                }
                finally
                {
                    client.Disconnect(true);
                }
            }
            """, """
            static void Send(MailKit.MailTransport client, MimeMessage message)
            {
                try
                {
                    client.Send(message);
                }
                catch (OperationCanceledException)
                {
                    return;
                }
                [handlers]
                catch
                {
                    throw new InvalidOperationException();
                }
                finally
                {
                    client.Disconnect(true);
                }
            }
            """
        },
        {
            "returned", """
            static string Send(SmtpClient client, MimeMessage message)
            {
                return client.$$Send(message);
            }
            """, """
            static string Send(SmtpClient client, MimeMessage message)
            {
                try
                {
                    return client.Send(message);
                }
                [handlers]
            }
            """
        },
    };

    [Theory, MemberData(nameof(Members))]
    public Task As_the_file_is_written(string why, string before, string after) =>
        RefactoringCases.Gives(InClass(why, before), InClass(why, WithHandlers(after)));

    [Theory, MemberData(nameof(Members))]
    public Task With_the_line_endings_of_Windows(string why, string before, string after) =>
        RefactoringCases.Gives(InClass(why, before).Replace("\n", "\r\n"), InClass(why, WithHandlers(after)).Replace("\n", "\r\n"));

    [Theory, MemberData(nameof(Members))]
    public Task With_tabs(string why, string before, string after) =>
        RefactoringCases.Gives(InClass(why, before).Replace("    ", "\t"), InClass(why, WithHandlers(after)).Replace("    ", "\t"));

    [Fact]
    public Task With_the_braces_of_editorconfig() => RefactoringCases.Gives(
        InClass("", "static void Send(SmtpClient client, MimeMessage message) {\n    client.$$Send(message);\n}"),
        InClass("", """
            static void Send(SmtpClient client, MimeMessage message) {
                try {
                    client.Send(message);
                } catch (SmtpCommandException ex) when ((int) ex.StatusCode is >= 400 and < 500) {
                    // 4xx is temporary: keep the message and send it again later.
                    throw;
                } catch (SmtpCommandException) {
                    // 5xx is permanent: don't send it again, and tell the sender.
                    throw;
                } catch (Exception ex) when (ex is SmtpProtocolException or IOException) {
                    // No reply came: the message may have been accepted or not. Send it again later, on a new connection.
                    throw;
                }
            }
            """),
        config: "[*.cs]\ncsharp_new_line_before_open_brace = none\ncsharp_new_line_before_catch = false\ncsharp_space_after_cast = true\n");

    [Fact]
    public Task Names_that_are_taken() => RefactoringCases.Gives(
        InClass("", "static void Send(SmtpClient client, MimeMessage message, object ex)\n{\n    client.$$Send(message);\n}"),
        InClass("", WithHandlers("""
            static void Send(SmtpClient client, MimeMessage message, object ex)
            {
                try
                {
                    client.Send(message);
                }
                [handlers]
            }
            """).Replace("Exception ex)", "Exception exception)")
            .Replace("ex.StatusCode", "exception.StatusCode")
            .Replace("(ex is", "(exception is")));

    [Fact]
    public Task One_recipient_by_construction_in_CSharp_8() => RefactoringCases.Gives(
        """
        using System.Net.Mail;

        static class Mailer
        {
            public static void Send(SmtpClient client, string to)
            {
                using var message = new MailMessage("a@x.test", to);
                client.$$SendMailAsync(message).GetAwaiter().GetResult();
            }
        }
        """, """
        using System.Net.Mail;

        static class Mailer
        {
            public static void Send(SmtpClient client, string to)
            {
                using var message = new MailMessage("a@x.test", to);
                try
                {
                    client.SendMailAsync(message).GetAwaiter().GetResult();
                }
                catch (SmtpException ex) when (ex.StatusCode == SmtpStatusCode.GeneralFailure || (int)ex.StatusCode / 100 == 4)
                {
                    // 4xx is temporary, and GeneralFailure is no reply at all: keep the message and send it again later.
                    throw;
                }
                catch (SmtpException)
                {
                    // 5xx is permanent: don't send it again, and tell the sender.
                    throw;
                }
            }
        }
        """, LanguageVersion.CSharp8);

    private static string InClass(string why, string member) =>
        $"{RefactoringCases.MailKitUsings}\n// {why}\nstatic class Mailer\n{{\n    public "
            + $"{member.Replace("\n", "\n    ")}\n}}\n".Replace("\n    \n", "\n\n");

    private static string WithHandlers(string text)
    {
        var line = text.Split('\n').Single(line => line.EndsWith("[handlers]"));
        var indentation = line[..^"[handlers]".Length];
        return text.Replace(line, string.Join("\n", Handlers.Select(handler => indentation + handler)));
    }
}
