using Microsoft.CodeAnalysis.CSharp;

namespace SmtpAnalyzers.Tests.CodeFixes.Refactorings;

/// <summary>What the light bulb writes around a send of MailKit's client.</summary>
public sealed class RefusedMailOfMailKitTests
{
    [Fact]
    public Task As_the_page_shows()
    {
        var snippets = Page.At("docs/refactoring.md").Snippets.ToDictionary(snippet => snippet.Section, snippet => snippet.Text);
        return RefactoringCases.Gives(snippets["Before"].Replace("Send(", "$$Send("), snippets["After"]);
    }

    [Fact]
    public Task Async_with_the_outcomes_of_the_file() => RefactoringCases.Gives(
        RefactoringCases.MailKitUsings + """

        enum Outcome { Delivered, Retry, DeadLetter }

        static class Mailer
        {
            public static async Task<Outcome> DeliverAsync(SmtpClient client, MimeMessage message)
            {
                await client.Send$$Async(message);
                return Outcome.Delivered;
            }
        }
        """,
        RefactoringCases.MailKitUsings + """

        enum Outcome { Delivered, Retry, DeadLetter }

        static class Mailer
        {
            public static async Task<Outcome> DeliverAsync(SmtpClient client, MimeMessage message)
            {
                try
                {
                    await client.SendAsync(message);
                }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 400 and < 500)
                {
                    return Outcome.Retry;
                }
                catch (SmtpCommandException)
                {
                    return Outcome.DeadLetter;
                }
                catch (Exception ex) when (ex is SmtpProtocolException or IOException or TimeoutException)
                {
                    return Outcome.Retry;
                }
                return Outcome.Delivered;
            }
        }
        """);

    [Fact]
    public Task Sync_without_outcomes_in_CSharp_7_3() => RefactoringCases.Gives(
        RefactoringCases.MailKitUsings + """

        static class Mailer
        {
            public static string Deliver(ISmtpClient client, MimeMessage message)
            {
                // The text says nothing of the code.
                var $$text = client.Send(message); // sent

                return text;
            }
        }
        """,
        RefactoringCases.MailKitUsings + """

        static class Mailer
        {
            public static string Deliver(ISmtpClient client, MimeMessage message)
            {
                string text;
                try
                {
                    // The text says nothing of the code.
                    text = client.Send(message); // sent
                }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode / 100 == 4)
                {
                    // 4xx is temporary: keep the message and send it again later.
                    throw;
                }
                catch (SmtpCommandException)
                {
                    // 5xx is permanent: don't send it again, and tell the sender.
                    throw;
                }
                catch (Exception ex) when (ex is SmtpProtocolException || ex is IOException)
                {
                    // No reply came: the message may have been accepted or not. Send it again later, on a new connection.
                    throw;
                }

                return text;
            }
        }
        """, LanguageVersion.CSharp7_3);

    [Fact]
    public Task Before_a_catch_all_of_a_try_that_logs_in() => RefactoringCases.Gives(
        "using System;\nusing MailKit.Net.Smtp;\nusing MimeKit;\n" + """

        enum Outcome { Delivered, Retry, Failed }

        static class Mailer
        {
        	public static Outcome Deliver(SmtpClient client, MimeMessage message) {
        		try {
        			client.Connect("mail.x.test", 25);
        			client.Authenticate("me", "secret");
        			client.$$Send(message);
        			return Outcome.Delivered;
        		} catch (Exception ex) { // whatever it is
        			Console.Error.WriteLine(ex);
        			throw;
        		} finally {
        			client.Disconnect(true);
        		}
        	}
        }
        """,
        "using System;\nusing System.IO;\nusing MailKit.Net.Smtp;\nusing MailKit.Security;\nusing MimeKit;\n" + """

        enum Outcome { Delivered, Retry, Failed }

        static class Mailer
        {
        	public static Outcome Deliver(SmtpClient client, MimeMessage message) {
        		try {
        			client.Connect("mail.x.test", 25);
        			client.Authenticate("me", "secret");
        			client.Send(message);
        			return Outcome.Delivered;
        		} catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 400 and < 500) {
        			return Outcome.Retry;
        		} catch (SmtpCommandException) {
        			return Outcome.Failed;
        		} catch (AuthenticationException) {
        			return Outcome.Retry;
        		} catch (Exception ex) when (ex is SmtpProtocolException or IOException) {
        			return Outcome.Retry;
        		} catch (Exception ex) { // whatever it is
        			Console.Error.WriteLine(ex);
        			throw;
        		} finally {
        			client.Disconnect(true);
        		}
        	}
        }
        """);

    [Fact]
    public Task Calls_what_the_class_has_for_each_outcome() => RefactoringCases.Gives(
        RefactoringCases.MailKitUsings + """

        interface IOutbox { Task RequeueAsync(MimeMessage message); Task DeadLetterAsync(MimeMessage message, string reason); }

        class Mailer(IOutbox outbox)
        {
            private readonly IOutbox _outbox = outbox;

            public async Task DeliverAsync(SmtpClient client, MimeMessage[] messages)
            {
                foreach (var message in messages)
                {
                    await client.SendAsync($$message).ConfigureAwait(false);
                    Console.WriteLine("sent");
                }
            }
        }
        """,
        RefactoringCases.MailKitUsings + """

        interface IOutbox { Task RequeueAsync(MimeMessage message); Task DeadLetterAsync(MimeMessage message, string reason); }

        class Mailer(IOutbox outbox)
        {
            private readonly IOutbox _outbox = outbox;

            public async Task DeliverAsync(SmtpClient client, MimeMessage[] messages)
            {
                foreach (var message in messages)
                {
                    try
                    {
                        await client.SendAsync(message).ConfigureAwait(false);
                    }
                    catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 400 and < 500)
                    {
                        await _outbox.RequeueAsync(message);
                        continue;
                    }
                    catch (SmtpCommandException ex)
                    {
                        await _outbox.DeadLetterAsync(message, ex.Message);
                        continue;
                    }
                    catch (Exception ex) when (ex is SmtpProtocolException or IOException or TimeoutException)
                    {
                        await _outbox.RequeueAsync(message);
                        throw;
                    }
                    Console.WriteLine("sent");
                }
            }
        }
        """);
}
