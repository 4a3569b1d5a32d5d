using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.CodeFixes;

namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP3007_FailedVerifyTests
{
    public static readonly Cases Positives = new()
    {
        { "false", """
            bool Exists(string to) {
                try { client.Verify(to); return true; } catch {|SMTP3007:(SmtpCommandException)|} { return false; }
            }
            """ },
        { "false, with a name", """
            bool Exists(string to) {
                try { client.Verify(to); return true; }
                catch {|SMTP3007:(SmtpCommandException ex)|} { log.Info(ex.Message); return false; }
            }
            """ },
        { "false, asynchronously", """
            async Task<bool> IsValidAsync(string to) {
                try { await client.VerifyAsync(to); return true; }
                catch {|SMTP3007:(SmtpCommandException)|} { return false; }
            }
            """ },
        { "false, of a list", """
            bool Exists(string to) {
                try { client.Expand(to); return true; } catch {|SMTP3007:(SmtpCommandException)|} { return false; }
            }
            """ },
        { "connected there", """
            bool Exists(string to) {
                try { client.Connect("host"); client.Verify(to); return true; }
                catch {|SMTP3007:(SmtpCommandException)|} { return false; }
            }
            """ },
        { "a state", """
            enum State { Exists, Invalid }
            State Of(string to) {
                try { client.Verify(to); return State.Exists; }
                catch {|SMTP3007:(SmtpCommandException)|} { return State.Invalid; }
            }
            """ },
        { "no such mailbox", """
            enum State { Exists, NoSuchMailbox }
            State Of(string to) {
                try { client.Verify(to); return State.Exists; }
                catch {|SMTP3007:(SmtpCommandException)|} { return State.NoSuchMailbox; }
            }
            """ },
        { "a method", """
            void MarkInvalid(string to) { }
            void Check(string to) {
                try { client.Verify(to); } catch {|SMTP3007:(SmtpCommandException)|} { MarkInvalid(to); }
            }
            """ },
        { "a flag", """
            void Check(string to) {
                bool isValid;
                try { client.Verify(to); isValid = true; }
                catch {|SMTP3007:(SmtpCommandException)|} { isValid = false; } log.Info("" + isValid);
            }
            """ },
        { "the interface", """
            bool Exists(ISmtpClient smtp, string to) {
                try { smtp.Verify(to); return true; } catch {|SMTP3007:(SmtpCommandException)|} { return false; }
            }
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "filtered", """
            bool Exists(string to) {
                try { client.Verify(to); return true; }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode >= 500) { return false; }
            }
            """ },
        { "the code is looked at", """
            bool Exists(string to) {
                try { client.Verify(to); return true; }
                catch (SmtpCommandException ex) { return (int)ex.StatusCode < 300; }
            }
            """ },
        { "the code is looked at before", """
            bool Exists(string to) {
                try { client.Verify(to); return true; }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode < 500) { throw; }
                catch (SmtpCommandException) { return false; }
            }
            """ },
        { "a helper is asked", """
            bool MayExist(SmtpCommandException ex) => true;
            bool Exists(string to) {
                try { client.Verify(to); return true; }
                catch (SmtpCommandException ex) { if (MayExist(ex)) return true; return false; }
            }
            """ },
        { "not known", """
            enum State { Exists, Unknown }
            State Of(string to) {
                try { client.Verify(to); return State.Exists; } catch (SmtpCommandException) { return State.Unknown; }
            }
            """ },
        { "an attempt", """
            bool TryVerify(string to) {
                try { client.Verify(to); return true; } catch (SmtpCommandException) { return false; }
            }
            """ },
        { "does the server support it?", """
            bool SupportsVerify() {
                try { client.Verify("postmaster"); return true; } catch (SmtpCommandException) { return false; }
            }
            """ },
        { "nothing is known", """
            MailboxAddress Of(string to) {
                try { return client.Verify(to); } catch (SmtpCommandException) { return null; }
            }
            """ },
        { "thrown on", """
            bool Exists(string to) {
                try { client.Verify(to); return true; } catch (SmtpCommandException) { log.Info("invalid"); throw; }
            }
            """ },
        { "sent there too", """
            bool Exists(string to) {
                try { client.Verify(to); client.Send(message); return true; }
                catch (SmtpCommandException) { return false; }
            }
            """ },
        { "another Verify", """
            bool Verify(string to) => true;
            bool Exists(string to) { try { Verify(to); return true; } catch (SmtpCommandException) { return false; } }
            """ },
    };

    public static readonly FixCases Fixes = new()
    {
        {
            "without a name",
            """
            bool Exists(string to)
            {
                try { client.Verify(to); return true; }
                catch {|SMTP3007:(SmtpCommandException)|} { return false; }
            }
            """,
            """
            bool Exists(string to)
            {
                try { client.Verify(to); return true; }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 500 and < 600) { return false; }
            }
            """
        },
        {
            "a handler below that does not know",
            """
            bool? Exists(string to)
            {
                try { client.Verify(to); return true; }
                catch {|SMTP3007:(SmtpCommandException)|} { return false; }
                catch (Exception) { return null; }
            }
            """,
            """
            bool? Exists(string to)
            {
                try { client.Verify(to); return true; }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 500 and < 600) { return false; }
                catch (Exception) { return null; }
            }
            """
        },
        {
            "a handler below that says no as well",
            """
            bool Exists(string to)
            {
                try { client.Verify(to); return true; }
                catch {|SMTP3007:(SmtpCommandException)|} { return false; }
                catch (Exception) { return false; }
            }
            """,
            """
            bool Exists(string to)
            {
                try { client.Verify(to); return true; }
                catch {|SMTP3007:(SmtpCommandException)|} { return false; }
                catch (Exception) { return false; }
            }
            """
        },
        {
            "a loop that would end",
            """
            void MarkInvalid(string to) { }
            void Check(string[] all) {
                foreach (var to in all) {
                    try { client.Verify(to); }
                    catch {|SMTP3007:(SmtpCommandException)|} { MarkInvalid(to); }
                }
            }
            """,
            """
            void MarkInvalid(string to) { }
            void Check(string[] all) {
                foreach (var to in all) {
                    try { client.Verify(to); }
                    catch {|SMTP3007:(SmtpCommandException)|} { MarkInvalid(to); }
                }
            }
            """
        },
        {
            "in lines",
            """
            bool Exists(string to)
            {
                try
                {
                    client.Verify(to);
                    return true;
                }
                catch {|SMTP3007:(SmtpCommandException failed)|} // refused
                {
                    log.Info(failed.Message);
                    return false;
                }
            }
            """,
            """
            bool Exists(string to)
            {
                try
                {
                    client.Verify(to);
                    return true;
                }
                catch (SmtpCommandException failed) when ((int)failed.StatusCode is >= 500 and < 600) // refused
                {
                    log.Info(failed.Message);
                    return false;
                }
            }
            """
        },
    };

    [Theory, MemberData(nameof(Positives))]
    public Task Reported(string member) => Verify.Exceptions.MailKit(member);

    [Theory, MemberData(nameof(Silent))]
    public Task Not_reported(string member) => Verify.Exceptions.MailKit(member);

    [Theory, MemberData(nameof(Fixes))]
    public Task Mended(string member, string mended) => Verify.Exceptions.Fix(member, mended);

    [Fact]
    public Task Mended_in_CSharp_7_3() => Verify.Exceptions.Fix(
        """
        bool Exists(string to)
        {
            try { client.Verify(to); return true; }
            catch {|SMTP3007:(SmtpCommandException)|} { return false; }
        }
        """,
        """
        bool Exists(string to)
        {
            try { client.Verify(to); return true; }
            catch (SmtpCommandException ex) when ((int)ex.StatusCode / 100 == 5) { return false; }
        }
        """,
        LanguageVersion.CSharp7_3);
}
