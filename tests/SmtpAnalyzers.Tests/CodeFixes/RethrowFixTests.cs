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
            "in one line, and of any exception",
            """
            void Send()
            {
                try { client.Send(message); }
                catch (IOException) { queue.Requeue(message); }
                // All else.
                catch {|SMTP1001:(Exception)|} { queue.DeadLetter(message); }
            }
            """,
            """
            void Send()
            {
                try { client.Send(message); }
                catch (IOException) { queue.Requeue(message); }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 400 and < 500) { throw; }
                // All else.
                catch (Exception) { queue.DeadLetter(message); }
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

    [Fact]
    public Task A_handler_that_names_no_exception_is_left_to_a_person() => Verify.NoFix(
        "void Send() { try { client.Send(message); } {|SMTP1001:catch|} { queue.DeadLetter(message); } }");
}
