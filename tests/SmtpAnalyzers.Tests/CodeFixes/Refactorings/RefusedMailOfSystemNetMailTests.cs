using Microsoft.CodeAnalysis.CSharp;

namespace SmtpAnalyzers.Tests.CodeFixes.Refactorings;

/// <summary>What the light bulb writes around a send of System.Net.Mail's client.</summary>
public sealed class RefusedMailOfSystemNetMailTests
{
    [Fact]
    public Task Before_a_catch_all_with_factories_of_results() => RefactoringCases.Gives(
        RefactoringCases.SystemNetMailUsings + """

        public sealed class SendResult
        {
            public static readonly SendResult Sent = new SendResult();
            public static SendResult Transient(string reason) => new SendResult();
            public static SendResult Permanent(Exception reason) => new SendResult();
            public static SendResult Unknown(Exception reason) => new SendResult();
        }

        static class Mailer
        {
            public static async Task<SendResult> SendAsync(SmtpClient client, MailMessage message)
            {
                try
                {
                    await client.$$SendMailAsync(message);
                    return SendResult.Sent;
                }
                // What else may happen.
                catch (Exception error)
                {
                    return SendResult.Unknown(error);
                }
            }
        }
        """,
        RefactoringCases.SystemNetMailUsings + """

        public sealed class SendResult
        {
            public static readonly SendResult Sent = new SendResult();
            public static SendResult Transient(string reason) => new SendResult();
            public static SendResult Permanent(Exception reason) => new SendResult();
            public static SendResult Unknown(Exception reason) => new SendResult();
        }

        static class Mailer
        {
            public static async Task<SendResult> SendAsync(SmtpClient client, MailMessage message)
            {
                try
                {
                    await client.SendMailAsync(message);
                    return SendResult.Sent;
                }
                catch (SmtpFailedRecipientsException ex) \
                    when (Array.Exists(ex.InnerExceptions, one => (int)one.StatusCode is >= 400 and < 500))
                {
                    // Send it again later, to those that were refused with 4xx only: the others have the message.
                    return SendResult.Transient(ex.Message);
                }
                catch (SmtpFailedRecipientsException ex)
                {
                    return SendResult.Permanent(ex);
                }
                catch (SmtpException ex) when (ex.StatusCode == SmtpStatusCode.GeneralFailure || (int)ex.StatusCode is >= 400 and < 500)
                {
                    return SendResult.Transient(ex.Message);
                }
                catch (SmtpException ex)
                {
                    return SendResult.Permanent(ex);
                }
                // What else may happen.
                catch (Exception error)
                {
                    return SendResult.Unknown(error);
                }
            }
        }
        """);

    [Fact]
    public Task Sync_in_CSharp_7_3_without_outcomes_on_one_line() => RefactoringCases.Gives(
        """
        static class Mailer
        {
            public static void Send(System.Net.Mail.SmtpClient client) { client.$$Send("a@x.test", "b@x.test,c@x.test", "ex", "one"); }
        }
        """,
        """
        static class Mailer
        {
            public static void Send(System.Net.Mail.SmtpClient client)
            {
                try
                {
                    client.Send("a@x.test", "b@x.test,c@x.test", "ex", "one");
                }
                catch (System.Net.Mail.SmtpFailedRecipientsException ex) \
                    when (System.Array.Exists(ex.InnerExceptions, one => (int)one.StatusCode / 100 == 4))
                {
                    // Send it again later, to those that were refused with 4xx only: the others have the message.
                    throw;
                }
                catch (System.Net.Mail.SmtpFailedRecipientsException)
                {
                    // 5xx is permanent: don't send it to these recipients again. The others have the message.
                    throw;
                }
                catch (System.Net.Mail.SmtpException ex) \
                    when (ex.StatusCode == System.Net.Mail.SmtpStatusCode.GeneralFailure || (int)ex.StatusCode / 100 == 4)
                {
                    // 4xx is temporary, and GeneralFailure is no reply at all: keep the message and send it again later.
                    throw;
                }
                catch (System.Net.Mail.SmtpException)
                {
                    // 5xx is permanent: don't send it again, and tell the sender.
                    throw;
                }
            }
        }
        """, LanguageVersion.CSharp7_3);

    [Fact]
    public Task Handlers_on_one_line_each() => RefactoringCases.Gives(
        """
        using System.Net.Mail;

        static class Mailer
        {
            public static bool Send(SmtpClient client, string to)
            {
                try { client.$$Send("a@x.test", to, "", ""); } catch { return false; }
                return true;
            }
        }
        """,
        """
        using System.Net.Mail;

        static class Mailer
        {
            public static bool Send(SmtpClient client, string to)
            {
                try { client.Send("a@x.test", to, "", ""); }
                catch (SmtpException ex) when (ex.StatusCode == SmtpStatusCode.GeneralFailure || (int)ex.StatusCode is >= 400 and < 500) \
                    { /* 4xx is temporary, and GeneralFailure is no reply at all: keep the message and send it again later. */ throw; }
                catch (SmtpException) { /* 5xx is permanent: don't send it again, and tell the sender. */ throw; }
                catch { return false; }
                return true;
            }
        }
        """);
}
