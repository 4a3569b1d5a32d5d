using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.CodeFixes;

namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP3010_WrappingLosesCodeTests
{
    public static readonly Cases Positives = new()
    {
        { "a text", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpException ex) { throw {|SMTP3010:new SmtpException("not sent: " + ex.Message)|}; }
            }
            """ },
        { "a text and the exception", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpException ex) { throw {|SMTP3010:new SmtpException("not sent", ex)|}; }
            }
            """ },
        { "nothing", "void Send() { try { client.Send(message); } catch (SmtpException) { throw {|SMTP3010:new SmtpException()|}; } }" },
        { "a refused recipient", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpFailedRecipientException ex) { throw {|SMTP3010:new SmtpException(ex.Message)|}; }
            }
            """ },
        { "MailKit's exception", """
            void Send(MailKit.Net.Smtp.SmtpClient smtp, MimeKit.MimeMessage mail) {
                try { smtp.Send(mail); }
                catch (MailKit.Net.Smtp.SmtpCommandException ex) {
                    throw {|SMTP3010:new SmtpException(ex.Message, ex)|};
                }
            }
            """ },
        { "a handler of every exception, which is not kept", """
            void Send() {
                try { client.Send(message); } catch (Exception ex) { throw {|SMTP3010:new SmtpException($"not sent: {ex.Message}")|}; }
            }
            """ },
        { "a handler of every exception, with a text in a variable", """
            void Send() {
                try { client.Send(message); }
                catch (Exception ex) { var text = "not sent: " + ex.Message; throw {|SMTP3010:new SmtpException(text)|}; }
            }
            """ },
        { "in a branch", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpException ex) {
                    if (ex.StatusCode == SmtpStatusCode.MailboxBusy) throw;
                    throw {|SMTP3010:new SmtpException("not sent", ex)|};
                }
            }
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "with the code", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpException ex) { throw new SmtpException(ex.StatusCode, "not sent"); }
            }
            """ },
        { "with the code and the inner exception", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpException ex) { throw new SmtpException("not sent", ex) { StatusCode = ex.StatusCode }; }
            }
            """ },
        { "another type", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpException ex) { throw new InvalidOperationException("not sent", ex); }
            }
            """ },
        { "thrown on", "void Send() { try { client.Send(message); } catch (SmtpException) { throw; } }" },
        { "every exception but those with a code", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpException) { throw; }
                catch (Exception ex) { throw new SmtpException("not sent: " + ex.Message); }
            }
            """ },
        { "every exception of other work", """
            void Send() {
                try { File.Delete("x"); } catch (Exception ex) { throw new SmtpException("not sent: " + ex.Message); }
            }
            """ },
        { "a handler of every exception, which is kept", """
            void Send() {
                try { client.Send(message); } catch (Exception ex) { throw new SmtpException("not sent", ex); }
            }
            """ },
        { "a handler without a reply", """
            void Send() {
                try { File.Delete("x"); } catch (IOException ex) { throw new SmtpException("not sent", ex); }
            }
            """ },
        { "several refused recipients, which have no code themselves", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpFailedRecipientsException ex) { throw new SmtpException("not sent", ex); }
                catch (SmtpException) { throw; }
            }
            """ },
        { "no reply came", """
            void Send() {
                try { client.Send(message); }
                catch (SmtpException ex) when (ex.StatusCode == SmtpStatusCode.GeneralFailure) {
                    throw new SmtpException("no connection", ex);
                }
            }
            """ },
        { "no handler", "void Send() { throw new SmtpException(\"not sent\"); }" },
        { "a fake", "Exception Fake() => new SmtpException(\"not sent\");" },
        { "an exception type of the program's", """
            class SmtpException : Exception { }
            void Send() {
                try { client.Send(message); } catch (System.Net.Mail.SmtpException) { throw new SmtpException(); }
            }
            """ },
    };

    public static readonly FixCases Fixes = new()
    {
        {
            "every exception",
            """
            void Send() {
                try { client.Send(message); }
                catch (Exception ex)
                { throw {|SMTP3010:new SmtpException("not sent: " + ex.Message)|}; }
            }
            """,
            """
            void Send() {
                try { client.Send(message); }
                catch (Exception ex)
                { throw new SmtpException((ex as SmtpException)?.StatusCode ?? SmtpStatusCode.GeneralFailure, "not sent: " + ex.Message); }
            }
            """
        },
        {
            "a text",
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpException ex) { throw {|SMTP3010:new SmtpException("not sent: " + ex.Message)|}; }
            }
            """,
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpException ex) { throw new SmtpException(ex.StatusCode, "not sent: " + ex.Message); }
            }
            """
        },
        {
            "a text and the exception",
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpException ex) { throw {|SMTP3010:new SmtpException("not sent", ex)|}; }
            }
            """,
            """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpException ex) { throw new SmtpException("not sent", ex) { StatusCode = ex.StatusCode }; }
            }
            """
        },
        {
            "MailKit's exception",
            """
            void Send(MailKit.Net.Smtp.SmtpClient smtp, MimeKit.MimeMessage mail)
            {
                try { smtp.Send(mail); }
                catch (MailKit.Net.Smtp.SmtpCommandException ex)
                {
                    throw {|SMTP3010:new SmtpException(ex.Message, ex)|};
                }
            }
            """,
            """
            void Send(MailKit.Net.Smtp.SmtpClient smtp, MimeKit.MimeMessage mail)
            {
                try { smtp.Send(mail); }
                catch (MailKit.Net.Smtp.SmtpCommandException ex)
                {
                    throw new SmtpException(ex.Message, ex) { StatusCode = (SmtpStatusCode)(int)ex.StatusCode };
                }
            }
            """
        },
        {
            "a handler without a name",
            "void Send() { try { client.Send(message); } catch (SmtpException) { throw {|SMTP3010:new SmtpException()|}; } }",
            "void Send() { try { client.Send(message); } catch (SmtpException ex) { throw new SmtpException(ex.StatusCode); } }"
        },
    };

    [Theory, MemberData(nameof(Positives))]
    public Task Reported(string member) => Verify.Exceptions.SystemNetMail(member);

    [Theory, MemberData(nameof(Silent))]
    public Task Not_reported(string member) => Verify.Exceptions.SystemNetMail(member);

    [Theory, MemberData(nameof(Fixes))]
    public Task Mended(string member, string mended) => Verify.Exceptions.SystemNetMailFix(member, mended);

    [Fact]
    public Task In_CSharp_7_3() => Verify.Exceptions.SystemNetMail(
        """
            void Send() {
                try { client.Send(message); }
                catch (SmtpException ex) { throw {|SMTP3010:new SmtpException("not sent", ex)|}; }
            }
            """, LanguageVersion.CSharp7_3);
}
