using Microsoft.CodeAnalysis.CSharp;

namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP1003_PositiveReplyFailsTests
{
    public static readonly Cases Positives = new()
    {
        { "221 is retried where 421 was meant", """
            bool ShouldRetry(SmtpStatusCode c) => c is SmtpStatusCode.MailboxBusy
                or {|SMTP1003:SmtpStatusCode.ServiceClosingTransmissionChannel|};
            """ },
        { "221 as a failure", """
            void On(SmtpResponse r) {
                if (r.StatusCode == {|SMTP1003:SmtpStatusCode.ServiceClosingTransmissionChannel|})
                    throw new InvalidOperationException("closed");
            }
            """ },
        { "221 given up", """
            void On(SmtpStatusCode c) {
                if (c == {|SMTP1003:SmtpStatusCode.ServiceClosingTransmissionChannel|}) queue.DeadLetter(message);
            }
            """ },
        { "221 in a list of transient codes", """
            static readonly int[] Transient = {|SMTP1006:[{|SMTP1003:221|}, 450, 451]|};
            bool IsTransient(SmtpStatusCode c) => Transient.Contains((int)c);
            """ },
        { "251 as an invalid recipient", """
            void InvalidRecipient() { }
            void On(SmtpStatusCode c) {
                if (c == {|SMTP1003:SmtpStatusCode.UserNotLocalWillForward|}) InvalidRecipient();
            }
            """ },
        { "251 beside 550", """
            bool IsPermanent(SmtpStatusCode c) => c is SmtpStatusCode.MailboxUnavailable
                or {|SMTP1003:SmtpStatusCode.UserNotLocalWillForward|};
            """ },
        { "252 as a hard bounce", """
            bool IsHardBounce(SmtpStatusCode c) =>
                c == {|SMTP1003:SmtpStatusCode.CannotVerifyUserWillAttemptDelivery|};
            """ },
        { "354", """
            void On(SmtpResponse r) {
                if (r.StatusCode == {|SMTP1003:SmtpStatusCode.StartMailInput|}) throw new Exception("no");
            }
            """ },
        { "235", """
            void On(SmtpResponse r) {
                if (r.StatusCode == {|SMTP1003:SmtpStatusCode.AuthenticationSuccessful|}) throw new Exception("no");
            }
            """ },
        { "334", "bool IsPermanent(SmtpStatusCode c) => (int)c is 550 or {|SMTP1003:334|};" },
        { "a 3yz code without a name", "bool IsPermanent(SmtpStatusCode c) => (int)c == {|SMTP1003:399|};" },
        { "a case", """
            bool IsTransient(SmtpStatusCode c) {
                switch (c) { {|SMTP1003:case SmtpStatusCode.ServiceClosingTransmissionChannel:|} return true; }
                return false;
            }
            """ },
        { "an arm", """
            Verdict Of(SmtpStatusCode c) => c switch {
                {|SMTP1003:SmtpStatusCode.ServiceClosingTransmissionChannel|} => Verdict.Retry, _ => Verdict.Other
            };
            """ },
        { "a filter around Connect", """
            void Open()
            {
                try { client.Connect("host"); }
                catch (SmtpCommandException ex) when (ex.StatusCode == {|SMTP1003:SmtpStatusCode.ServiceClosingTransmissionChannel|}) {
                    queue.Requeue(message);
                }
            }
            """ },
        { "a filter around Send", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex)
                    when (ex.StatusCode is SmtpStatusCode.ServiceNotAvailable
                        or {|SMTP1003:SmtpStatusCode.ServiceClosingTransmissionChannel|}) {
                    queue.Requeue(message);
                }
            }
            """ },
        { "a one-sided range that sees successes", "bool IsTransient(SmtpStatusCode c) => (int)c < {|SMTP1003:500|};" },
    };

    public static readonly Cases Silent = new()
    {
        {
            "an exception's code in a number sees no success",
            """
                bool IsTransient(Exception ex) {
                    for (var e = ex; e != null; e = e.InnerException) {
                        if (e is SmtpCommandException smtp) { var code = (int)smtp.StatusCode; return code < 500; }
                    }
                    return false;
                }
                """
        },
        { "221 as the answer to QUIT", """
            bool IsSuccess(SmtpStatusCode c) => c is SmtpStatusCode.Ok
                or SmtpStatusCode.ServiceClosingTransmissionChannel;
            """ },
        { "a two-way split around Send", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) { if ((int)ex.StatusCode < 500) queue.Requeue(message); else queue.DeadLetter(message); }
            }
            """ },
        { "a split of an exception's code",
            "Verdict Of(SmtpCommandException ex) => (int)ex.StatusCode < 500 ? Verdict.Retry : Verdict.Permanent;" },
        { "not 250 where the command is not known",
            """void Check(SmtpResponse r) { if (r.StatusCode != SmtpStatusCode.Ok) throw new Exception("unexpected"); }""" },
        { "250 sent", "Verdict Of(SmtpStatusCode c) => c == SmtpStatusCode.Ok ? Verdict.Sent : Verdict.Other;" },
        { "252 that is not known", """
            string Of(SmtpStatusCode c) => c == SmtpStatusCode.CannotVerifyUserWillAttemptDelivery ? "unknown"
                : "known";
            """ },
    };

    [Theory, MemberData(nameof(Positives))]
    public Task Reported(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(Silent))]
    public Task Not_reported(string member) => Verify.MailKit(member);

    [Fact]
    public Task A_221_that_is_retried_in_a_handler_of_System_Net_Mail() => Verify.SystemNetMail(
        """
        void Send()
        {
            try { client.Send(message); }
            catch (SmtpException ex)
                when (ex.StatusCode == {|SMTP1003:SmtpStatusCode.ServiceClosingTransmissionChannel|}
                    || ex.StatusCode == SmtpStatusCode.MailboxBusy)
            {
                queue.Requeue(message);
            }
        }
        """);

    [Fact]
    public Task An_Ok_in_a_handler_of_System_Net_Mail_is_dead_not_harmful() => Verify.SystemNetMail(
        """
        bool Send()
        {
            try { client.Send(message); return true; }
            catch (SmtpException ex)
            {
                switch (ex.StatusCode)
                {
                    {|SMTP1007:case SmtpStatusCode.Ok:|} queue.Requeue(message); return false;
                    default: throw;
                }
            }
        }
        """);

    [Fact]
    public Task In_CSharp_7_3() => Verify.MailKit(
        """
        Verdict Of(SmtpStatusCode code)
        {
            switch (code)
            {
                case SmtpStatusCode.MailboxBusy:
                {|SMTP1003:case SmtpStatusCode.ServiceClosingTransmissionChannel:|}
                    return Verdict.Retry;
                default:
                    return Verdict.Other;
            }
        }
        """,
        LanguageVersion.CSharp7_3);
}
