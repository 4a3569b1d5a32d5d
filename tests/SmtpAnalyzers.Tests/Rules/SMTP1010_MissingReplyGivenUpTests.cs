using Microsoft.CodeAnalysis.CSharp;

namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP1010_MissingReplyGivenUpTests
{
    public static readonly Cases GivenUp = new()
    {
        { "beside the class, in a predicate", """
            bool IsPermanent(SmtpException ex) => ex.StatusCode == {|SMTP1010:SmtpStatusCode.GeneralFailure|}
                || (int)ex.StatusCode / 100 == 5;
            """ },
        { "alone", "bool IsPermanent(SmtpStatusCode code) => code == {|SMTP1010:SmtpStatusCode.GeneralFailure|};" },
        { "an alternative", """
            bool IsFatal(SmtpStatusCode code) => code is SmtpStatusCode.MailboxUnavailable
                or {|SMTP1010:SmtpStatusCode.GeneralFailure|};
            """ },
        { "its number", "bool IsPermanent(SmtpException ex) => (int)ex.StatusCode is {|SMTP1010:-1|} or >= 500 and < 600;" },
        { "Equals", """
            bool IsPermanent(SmtpStatusCode code) => code.Equals({|SMTP1010:SmtpStatusCode.GeneralFailure|})
                || (int)code >= 500;
            """ },
        { "a label", """
            Verdict Of(SmtpException ex)
            {
                switch (ex.StatusCode)
                {
                    case SmtpStatusCode.MailboxBusy: return Verdict.Retry;
                    {|SMTP1010:case SmtpStatusCode.GeneralFailure:|}
                    case SmtpStatusCode.MailboxUnavailable: return Verdict.Permanent;
                    default: return Verdict.Other;
                }
            }
            """ },
        { "an arm of its own", """
            Verdict Of(SmtpStatusCode code) => code switch {
                {|SMTP1010:SmtpStatusCode.GeneralFailure|} => Verdict.Permanent, SmtpStatusCode.MailboxBusy =>
                    Verdict.Retry, _ => Verdict.Other
            };
            """ },
        { "in a list", """
            static readonly HashSet<SmtpStatusCode> PermanentCodes = new()
            {
                SmtpStatusCode.MailboxUnavailable, {|SMTP1010:SmtpStatusCode.GeneralFailure|}
            };
            bool On(SmtpException ex) => PermanentCodes.Contains(ex.StatusCode);
            """ },
        { "in a list, asked for the answer", """
            static readonly SmtpStatusCode[] Codes = { {|SMTP1010:SmtpStatusCode.GeneralFailure|}, SmtpStatusCode.TransactionFailed };
            bool IsHardBounce(SmtpException ex) => Codes.Contains(ex.StatusCode);
            """ },
        { "in a filter", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpException ex) when (ex.StatusCode == {|SMTP1010:SmtpStatusCode.GeneralFailure|}) { queue.DeadLetter(message); }
            }
            """ },
        { "in a handler, as an exception", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpException ex)
                {
                    if (ex.StatusCode is {|SMTP1010:SmtpStatusCode.GeneralFailure|} or SmtpStatusCode.MailboxUnavailable)
                        throw new PermanentDeliveryException("The message was refused.", ex);
                    throw;
                }
            }
            """ },
        { "after the refused recipients were taken out, and not about them", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpFailedRecipientException) { throw; }
                catch (SmtpException ex) {
                    if (ex.StatusCode == {|SMTP1010:SmtpStatusCode.GeneralFailure|}) queue.DeadLetter(message);
                    else throw;
                }
            }
            """ },
        { "through a flag", """
            void On(SmtpException ex)
            {
                var permanent = ex.StatusCode == {|SMTP1010:SmtpStatusCode.GeneralFailure|} || (int)ex.StatusCode / 100 == 5;
                if (permanent) queue.DeadLetter(message);
            }
            """ },
        { "beside a temporary code", """
            bool IsPermanent(SmtpStatusCode c) => c is {|SMTP1010:SmtpStatusCode.GeneralFailure|}
                or {|SMTP1001:SmtpStatusCode.MailboxBusy|} or SmtpStatusCode.MailboxUnavailable;
            """ },
        { "a dictionary", """
            static readonly Dictionary<SmtpStatusCode, Verdict> Verdicts = new()
            {
                [{|SMTP1010:SmtpStatusCode.GeneralFailure|}] = Verdict.Permanent, [SmtpStatusCode.MailboxBusy] = Verdict.Retry
            };
            Verdict Of(SmtpException ex) => Verdicts[ex.StatusCode];
            """ },
    };

    public static readonly Cases Silent = new()
    {
        { "retried", """
            bool ShouldRetry(SmtpException ex) => ex.StatusCode == SmtpStatusCode.GeneralFailure
                || (int)ex.StatusCode / 100 == 4;
            """ },
        { "not called permanent", """
            bool IsPermanent(SmtpException ex) => ex.StatusCode != SmtpStatusCode.GeneralFailure
                && (int)ex.StatusCode / 100 == 5;
            """ },
        { "not called temporary", """
            bool IsTransient(SmtpStatusCode code) => code switch {
                SmtpStatusCode.GeneralFailure => false, _ => (int)code / 100 == 4
            };
            """ },
        { "everything else is permanent",
            "Verdict Of(SmtpException e) => (int)e.StatusCode is >= 400 and < 500 ? Verdict.Retry : Verdict.Permanent;" },
        { "in a default", """
            Verdict Of(SmtpException ex)
            {
                switch (ex.StatusCode)
                {
                    case SmtpStatusCode.ServiceNotAvailable: case SmtpStatusCode.MailboxBusy:
                    case SmtpStatusCode.LocalErrorInProcessing: case SmtpStatusCode.InsufficientStorage: return Verdict.Retry;
                    default: return Verdict.Permanent;
                }
            }
            """ },
        { "in the section of the default", """
            Verdict Of(SmtpStatusCode code) {
                switch (code) {
                    case SmtpStatusCode.MailboxUnavailable: case SmtpStatusCode.GeneralFailure: default: return Verdict.Permanent;
                }
            }
            """ },
        { "below 400", "bool IsPermanent(SmtpException ex) => (int)ex.StatusCode < 0 || (int)ex.StatusCode / 100 == 5;" },
        { "after enough attempts", """
            void On(SmtpException ex, int attempts) {
                if (attempts > 20 && ex.StatusCode == SmtpStatusCode.GeneralFailure) queue.DeadLetter(message);
                else throw ex;
            }
            """ },
        { "after enough attempts, by a guard", """
            void On(SmtpException ex, int attempts) {
                if (attempts < 20) throw ex;
                if (ex.StatusCode == SmtpStatusCode.GeneralFailure) queue.DeadLetter(message);
            }
            """ },
        { "after a look at the inner exception", """
            void On(SmtpException ex) {
                if (ex.StatusCode == SmtpStatusCode.GeneralFailure
                    && ex.InnerException is System.Net.Sockets.SocketException {
                    SocketErrorCode: System.Net.Sockets.SocketError.HostNotFound
                }) queue.DeadLetter(message);
            }
            """ },
        { "after a look at the text", """
            void On(SmtpException ex) {
                if (ex.StatusCode == SmtpStatusCode.GeneralFailure && ex.Message.Contains("secure"))
                    queue.DeadLetter(message);
            }
            """ },
        { "of several refused recipients", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpFailedRecipientsException ex)
                    when (ex.StatusCode == SmtpStatusCode.GeneralFailure && ex.InnerExceptions.All(one => (int)one.StatusCode >= 500)) {
                    queue.DeadLetter(message);
                }
            }
            """ },
        { "of several refused recipients, in their handler", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpFailedRecipientsException ex) { if (ex.StatusCode == SmtpStatusCode.GeneralFailure) queue.DeadLetter(message); }
            }
            """ },
        { "of several refused recipients, as a parameter", """
            void On(SmtpFailedRecipientsException ex) {
                if (ex.StatusCode == SmtpStatusCode.GeneralFailure) queue.DeadLetter(message);
            }
            """ },
        { "of several refused recipients, by a pattern", """
            void On(SmtpException ex) {
                if (ex is SmtpFailedRecipientsException all && all.StatusCode == SmtpStatusCode.GeneralFailure)
                    queue.DeadLetter(message);
            }
            """ },
        { "of several refused recipients, asked for after it", """
            void On(SmtpException ex) {
                if (ex.StatusCode == SmtpStatusCode.GeneralFailure && ex is SmtpFailedRecipientsException)
                    queue.DeadLetter(message);
            }
            """ },
        { "of several refused recipients, as a nested test", """
            void On(SmtpException ex) {
                if (ex.StatusCode == SmtpStatusCode.GeneralFailure) {
                    if (ex is SmtpFailedRecipientsException all) { queue.DeadLetter(all.FailedRecipient); }
                    else throw ex;
                }
            }
            """ },
        { "only a failure", """
            void On(SmtpException ex) {
                if (ex.StatusCode == SmtpStatusCode.GeneralFailure)
                    throw new InvalidOperationException("The server cannot be reached.", ex);
            }
            """ },
        { "only a text", """
            string Of(SmtpStatusCode code) => code switch {
                SmtpStatusCode.GeneralFailure => "The host was not found.", _ => ""
            };
            """ },
        { "logged", """
            void On(SmtpException ex) {
                if (ex.StatusCode == SmtpStatusCode.GeneralFailure) log.Info("no answer"); throw ex;
            }
            """ },
        { "another enum that has the name", """
            enum Status { GeneralFailure = -1, Ok = 250 }
            bool IsPermanent(Status status) => status == Status.GeneralFailure;
            """ },
    };

    [Theory, MemberData(nameof(GivenUp))]
    public Task Reported(string member) => Verify.SystemNetMail(member);

    [Theory, MemberData(nameof(Silent))]
    public Task Not_reported(string member) => Verify.SystemNetMail(member);

    [Fact]
    public Task MailKit_has_no_such_member() =>
        Verify.MailKit("bool IsPermanent(SmtpStatusCode code) => (int)code is -1 or >= 500 and < 600;");

    [Fact]
    public Task In_CSharp_7_3() => Verify.SystemNetMail(
        """
            bool IsPermanent(SmtpStatusCode code) {
                return code == {|SMTP1010:SmtpStatusCode.GeneralFailure|} || (int)code / 100 == 5;
            }
            """, LanguageVersion.CSharp7_3);
}
