using Microsoft.CodeAnalysis.CSharp;

namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP1004_NegativeReplySucceedsTests
{
    public static readonly Cases Negatives = new()
    {
        { "below 500", "bool IsSuccess(SmtpStatusCode c) => (int)c < {|SMTP1004:500|};" },
        { "below 500 and above 199", "bool IsSuccess(SmtpStatusCode c) => (int)c >= 200 && (int)c < {|SMTP1004:500|};" },
        { "up to 499, in a pattern", "bool IsSuccess(SmtpStatusCode c) => (int)c is >= 200 and <= {|SMTP1004:499|};" },
        { "up to a member", "bool IsDelivered(SmtpStatusCode c) => c < {|SMTP1004:SmtpStatusCode.MailboxUnavailable|};" },
        { "up to the first digit 4", "bool IsSuccess(SmtpStatusCode c) => (int)c / 100 <= {|SMTP1004:4|};" },
        { "not the first digit 5", "bool WasSent(SmtpStatusCode c) => (int)c / 100 != {|SMTP1004:5|};" },
        { "a lower bound alone", "bool IsSuccess(SmtpStatusCode c) => (int)c >= {|SMTP1004:200|};" },
        { "all but one name", "bool IsDelivered(SmtpStatusCode c) => {|SMTP1004:c != SmtpStatusCode.MailboxUnavailable|};" },
        { "all but two names", """
            bool IsDelivered(SmtpStatusCode c) => c != SmtpStatusCode.MailboxUnavailable
                && {|SMTP1004:c != SmtpStatusCode.MailboxBusy|};
            """ },
        { "all but one name, in a pattern",
            "bool IsDelivered(SmtpStatusCode c) => c is not {|SMTP1004:SmtpStatusCode.MailboxUnavailable|};" },
        { "450 is returned as sent", """
            Verdict Of(SmtpStatusCode c) => c switch {
                SmtpStatusCode.Ok or {|SMTP1004:SmtpStatusCode.MailboxBusy|} => Verdict.Sent, _ => Verdict.Other
            };
            """ },
        { "a label of 450", """
            Verdict Of(SmtpStatusCode c) {
                switch (c) {
                    case SmtpStatusCode.Ok: {|SMTP1004:case SmtpStatusCode.MailboxBusy:|} return Verdict.Sent;
                    default: return Verdict.Other;
                }
            }
            """ },
        { "the rest is sent", """
            Verdict Of(SmtpStatusCode c) => c switch {
                SmtpStatusCode.MailboxBusy => Verdict.Retry, SmtpStatusCode.MailboxUnavailable =>
                    Verdict.Permanent, {|SMTP1004:_|} => Verdict.Sent
            };
            """ },
        { "the rest of a ladder is sent", """
            Verdict Of(SmtpStatusCode c) {
                if ((int)c >= {|SMTP1004:500|}) return Verdict.Permanent; return Verdict.Sent;
            }
            """ },
        { "in a list", """
            static readonly int[] SuccessCodes = { 250, {|SMTP1004:450|} };
            bool IsSuccess(SmtpStatusCode c) => SuccessCodes.Contains((int)c);
            """ },
        { "a flag of a result", "SendResult Of(SmtpStatusCode c) => new SendResult { Success = (int)c < {|SMTP1004:500|} };" },
        { "a handler", """
            Verdict Send()
            {
                try { client.Send(message); return Verdict.Sent; }
                catch (SmtpCommandException ex) when (ex.StatusCode == {|SMTP1004:SmtpStatusCode.MailboxBusy|}) { return Verdict.Sent; }
            }
            """ },
        { "what a guard does not stop", """
            void MarkAsSent() { }
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) { if (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) return; }
                {|SMTP1004:MarkAsSent()|};
            }
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "the reply to QUIT", """
            class Relay : SmtpClient {
                public async Task<Verdict> QuitAsync() {
                    var r = await SendCommandAsync("QUIT");
                    switch (r.StatusCode) {
                        case SmtpStatusCode.ServiceNotAvailable: return Verdict.Other; default: return Verdict.Sent;
                    }
                }
            }
            """ },
        { "the 2yz class", "bool IsSuccess(SmtpStatusCode c) => (int)c is >= 200 and < 300;" },
        { "2yz and 3yz", "bool IsSuccess(SmtpStatusCode c) => (int)c < 400;" },
        { "the first digit", "bool IsSuccess(SmtpStatusCode c) => (int)c / 100 == 2;" },
        { "neither class", "bool IsAccepted(SmtpStatusCode c) => (int)c / 100 is not (4 or 5);" },
        { "done is not delivered",
            "void MarkDone() { } void On(SmtpStatusCode c) { if (c == SmtpStatusCode.MailboxUnavailable) MarkDone(); }" },
        { "a ladder of ifs where the last wins", """
            Verdict Of(SmtpStatusCode c)
            {
                var verdict = Verdict.Sent;
                if ((int)c >= 400) verdict = Verdict.Retry;
                if ((int)c >= 500) verdict = Verdict.Permanent;
                return verdict;
            }
            """ },
        { "a ladder of ifs where the last says nothing that is understood", """
            enum Status { Sent, Blocked }
            Status Of(SmtpStatusCode c)
            {
                var status = Status.Blocked;
                if ((int)c >= 200) status = Status.Sent;
                if ((int)c >= 400) status = Status.Blocked;
                return status;
            }
            """ },
        { "success is what is left after an exception", """
            Verdict Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode >= 500) { return Verdict.Permanent; }
                return Verdict.Sent;
            }
            """ },
        { "a loop that ends with success", """
            Verdict Send()
            {
                for (var i = 0; i < 3; i++)
                {
                    try { client.Send(message); break; }
                    catch (SmtpCommandException ex) { if ((int)ex.StatusCode >= 500) return Verdict.Permanent; Thread.Sleep(60000); }
                }
                return Verdict.Sent;
            }
            """ },
        { "a refusal that the text explains", """
            bool WasSent(SmtpCommandException ex) => ex.StatusCode == SmtpStatusCode.TransactionFailed
                && ex.Message.Contains("duplicate");
            """ },
        { "a swallowed failure", """
            Verdict Send() {
                try { client.Send(message); }
                catch (SmtpCommandException ex) { log.Info(ex.Message); }
                return Verdict.Sent;
            }
            """ },
        { "a record of the failure among what was sent", """
            void MoveToSent(MimeMessage mail, string error) { }
            void Send()
            {
                try { client.Send(message); MoveToSent(message, null); }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode >= 500) { MoveToSent(message, ex.Message); }
            }
            """ },
        { "the answer of a web request", """
            class Web {
                public object Ok() => null;
                public object On(SmtpStatusCode c) => c == SmtpStatusCode.MailboxUnavailable ? null : new object();
            }
            """ },
        { "a failure by its name", "bool HasFailed(SmtpStatusCode c) => c == SmtpStatusCode.MailboxBusy;" },
    };

    [Theory, MemberData(nameof(Negatives))]
    public Task Reported(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(Silent))]
    public Task Not_reported(string member) => Verify.MailKit(member);

    [Fact]
    public Task In_CSharp_7_3() => Verify.SystemNetMail(
        "bool IsSuccess(SmtpStatusCode c) { return (int)c < {|SMTP1004:500|}; }", LanguageVersion.CSharp7_3);
}
