using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>A handler that passes the transient replies on, put before one that gives up on all.</summary>
public sealed class RethrowFixTests
{
    public static readonly FixCases Handlers = new()
    {
        {
            "in the lines of the other",
            """
            void Send()
            {
                try
                {
                    client.Send(message);
                }
                catch {|SMTP1001:(SmtpCommandException ex)|}
                {
                    log.Info(ex.Message);
                    queue.DeadLetter(message);
                }
            }
            """,
            """
            void Send()
            {
                try
                {
                    client.Send(message);
                }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 400 and < 500)
                {
                    throw;
                }
                catch (SmtpCommandException ex)
                {
                    log.Info(ex.Message);
                    queue.DeadLetter(message);
                }
            }
            """
        },
        {
            "in one line, below a comment",
            """
            void Send()
            {
                try { client.Send(message); }
                catch (IOException) { queue.Requeue(message); }
                // All else.
                catch {|SMTP1001:(SmtpCommandException)|} { queue.DeadLetter(message); }
            }
            """,
            """
            void Send()
            {
                try { client.Send(message); }
                catch (IOException) { queue.Requeue(message); }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 400 and < 500) { throw; }
                // All else.
                catch (SmtpCommandException) { queue.DeadLetter(message); }
            }
            """
        },
        {
            "with tabs",
            """
            Task SendAsync()
            {
            	try
            	{
            		client.Send(message);
            	}
            	catch {|SMTP1001:(SmtpCommandException ex)|}
            	{
            		// for good
            		queue.DeadLetter(message);
            	}
            	return Task.CompletedTask;
            }
            """,
            """
            Task SendAsync()
            {
            	try
            	{
            		client.Send(message);
            	}
            	catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 400 and < 500)
            	{
            		throw;
            	}
            	catch (SmtpCommandException ex)
            	{
            		// for good
            		queue.DeadLetter(message);
            	}
            	return Task.CompletedTask;
            }
            """
        },
        {
            "in a loop that the handler leaves",
            """
            void SendAll(IEnumerable<MimeMessage> all)
            {
                foreach (var one in all)
                {
                    try { client.Send(one); }
                    catch {|SMTP1001:(SmtpCommandException)|} { queue.DeadLetter(one); return; }
                }
            }
            """,
            """
            void SendAll(IEnumerable<MimeMessage> all)
            {
                foreach (var one in all)
                {
                    try { client.Send(one); }
                    catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 400 and < 500) { throw; }
                    catch (SmtpCommandException) { queue.DeadLetter(one); return; }
                }
            }
            """
        },
        {
            "with the braces at the ends of the lines",
            """
            void Send() {
                var ex = "taken";
                try {
                    client.Send(message);
                } catch {|SMTP1001:(SmtpCommandException)|} {
                    queue.DeadLetter(message);
                }
                log.Info(ex);
            }
            """,
            """
            void Send() {
                var ex = "taken";
                try {
                    client.Send(message);
                } catch (SmtpCommandException exception) when ((int)exception.StatusCode is >= 400 and < 500) {
                    throw;
                } catch (SmtpCommandException) {
                    queue.DeadLetter(message);
                }
                log.Info(ex);
            }
            """
        },
    };

    [Theory, MemberData(nameof(Handlers))]
    public Task Put_before_it(string source, string mended) => Verify.Fix(source, mended);

    [Fact]
    public Task In_CSharp_7_3_with_a_space_after_casts() => Verify.SystemNetMailFix(
        """
        void Send()
        {
            try { client.Send(message); }
            catch {|SMTP1001:(SmtpException ex)|} { log.Info(((int) ex.StatusCode).ToString()); queue.DeadLetter(message); }
        }
        """,
        """
        void Send()
        {
            try { client.Send(message); }
            catch (SmtpException ex) when ((int) ex.StatusCode / 100 == 4) { throw; }
            catch (SmtpException ex) { log.Info(((int) ex.StatusCode).ToString()); queue.DeadLetter(message); }
        }
        """,
        LanguageVersion.CSharp7_3);

    /// <summary>A handler that answers with an enum member gives the other one for 4xx.</summary>
    public static readonly FixCases Answers = new()
    {
        {
            "returned",
            """
            Verdict Send()
            {
                try { client.Send(message); return Verdict.Sent; }
                catch {|SMTP1001:(SmtpCommandException)|} { return Verdict.Permanent; }
            }
            """,
            """
            Verdict Send()
            {
                try { client.Send(message); return Verdict.Sent; }
                catch (SmtpCommandException ex) { return (int)ex.StatusCode is >= 400 and < 500 ? Verdict.Retry : Verdict.Permanent; }
            }
            """
        },
        {
            "assigned, after something else",
            """
            Verdict Send()
            {
                var verdict = Verdict.Other;
                try { client.Send(message); verdict = Verdict.Sent; }
                catch {|SMTP1001:(SmtpCommandException ex)|}
                {
                    log.Info(ex.Message);
                    verdict = Verdict.Permanent; // refused
                }
                return verdict;
            }
            """,
            """
            Verdict Send()
            {
                var verdict = Verdict.Other;
                try { client.Send(message); verdict = Verdict.Sent; }
                catch (SmtpCommandException ex)
                {
                    log.Info(ex.Message);
                    verdict = (int)ex.StatusCode is >= 400 and < 500 ? Verdict.Retry : Verdict.Permanent; // refused
                }
                return verdict;
            }
            """
        },
    };

    [Theory, MemberData(nameof(Answers))]
    public Task Answers_by_class(string source, string mended) => Verify.Fix(source, mended);

    /// <summary>Nobody is there to try again, or an exception would stop more than this one mail.</summary>
    public static readonly Cases Unheard = new()
    {
        { "a handler that names no exception",
            "void Send() { try { client.Send(message); } {|SMTP1001:catch|} { queue.DeadLetter(message); } }" },
        { "a handler of everything",
            "void Send() { try { client.Send(message); } catch {|SMTP1001:(Exception)|} { queue.DeadLetter(message); } }" },
        {
            "a handler of everything after it",
            """
            void Send()
            {
                try { client.Send(message); }
                catch {|SMTP1001:(SmtpCommandException)|} { queue.DeadLetter(message); }
                catch (Exception) { log.Info("x"); }
            }
            """
        },
        {
            "async void",
            """
            async void Send()
            {
                try { await client.SendAsync(message); }
                catch {|SMTP1001:(SmtpCommandException)|} { queue.DeadLetter(message); }
            }
            """
        },
        {
            "an event handler",
            """
            void OnDue(object sender, EventArgs e)
            {
                try { client.Send(message); }
                catch {|SMTP1001:(SmtpCommandException)|} { queue.DeadLetter(message); }
            }
            """
        },
        {
            "a method that is handed to a timer",
            """
            Timer Start() => new Timer(Tick);
            void Tick(object state)
            {
                try { client.Send(message); }
                catch {|SMTP1001:(SmtpCommandException)|} { queue.DeadLetter(message); }
            }
            """
        },
        {
            "a lambda",
            """
            Action Sender() => () =>
            {
                try { client.Send(message); }
                catch {|SMTP1001:(SmtpCommandException)|} { queue.DeadLetter(message); }
            };
            """
        },
        {
            "the entry of a program",
            """
            static void Main()
            {
                var m = new Mailer();
                try { m.client.Send(m.message); }
                catch {|SMTP1001:(SmtpCommandException)|} { m.queue.DeadLetter(m.message); }
            }
            """
        },
        {
            "a loop over the mail",
            """
            void All(IEnumerable<MimeMessage> all)
            {
                foreach (var one in all) try { client.Send(one); }
                catch {|SMTP1001:(SmtpCommandException)|} { queue.DeadLetter(one); }
            }
            """
        },
        {
            "a method that answers with a value",
            """
            bool Send()
            {
                try { client.Send(message); return true; }
                catch {|SMTP1001:(SmtpCommandException)|} { queue.DeadLetter(message); return false; }
            }
            """
        },
    };

    [Theory, MemberData(nameof(Unheard))]
    public Task Left_to_a_person(string source) => Verify.NoFix(source);
}
