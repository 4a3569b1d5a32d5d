using Microsoft.CodeAnalysis.CSharp;

namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP1005_BoundCutsClassTests
{
    public static readonly Cases Bounds = new()
    {
        { "above 500 is permanent", "bool IsPermanent(SmtpStatusCode c) => (int)c > {|SMTP1005:500|};" },
        { "the constant first", "bool IsPermanent(SmtpStatusCode c) => {|SMTP1005:500|} < (int)c;" },
        { "from 501 on", "bool IsPermanent(SmtpStatusCode c) => c >= {|SMTP1005:SmtpStatusCode.SyntaxError|};" },
        { "from 550 on", "bool IsPermanent(SmtpCommandException ex) => ex.StatusCode >= {|SMTP1005:SmtpStatusCode.MailboxUnavailable|};" },
        { "from 550 on, in a pattern", """
            bool IsPermanent(SmtpCommandException ex) => ex is {
                StatusCode: >= {|SMTP1005:SmtpStatusCode.MailboxUnavailable|}
            };
            """ },
        { "above 500, both bounds", "bool IsPermanent(SmtpStatusCode c) => (int)c is > {|SMTP1005:500|} and < 600;" },
        { "up to 554", "bool IsPermanent(SmtpStatusCode c) => (int)c >= 500 && (int)c <= {|SMTP1005:554|};" },
        { "up to 500 is transient", "bool IsTransient(SmtpStatusCode c) => (int)c >= 400 && (int)c <= {|SMTP1005:500|};" },
        { "below 501 is transient", "bool IsTransient(SmtpStatusCode c) => (int)c >= 400 && c < {|SMTP1005:SmtpStatusCode.SyntaxError|};" },
        { "above 400 is transient", "bool IsTransient(SmtpStatusCode c) => (int)c > {|SMTP1005:400|} && (int)c < 500;" },
        { "from 450 on is transient", "bool IsTransient(SmtpStatusCode c) => (int)c is >= {|SMTP1005:450|} and < 500;" },
        { "from 421 to 452", """
            bool ShouldRetry(SmtpStatusCode c) =>
                c is >= SmtpStatusCode.ServiceNotAvailable and <= {|SMTP1005:SmtpStatusCode.InsufficientStorage|};
            """ },
        { "up to 400 is a success", "bool IsSuccess(SmtpStatusCode c) => (int)c >= 200 && (int)c <= {|SMTP1005:400|};" },
        { "above 400 is an error", "bool IsError(SmtpStatusCode c) => (int)c > {|SMTP1005:400|};" },
        { "above 400 throws", """
            void Check(SmtpResponse r) {
                if ((int)r.StatusCode > {|SMTP1005:400|}) throw new InvalidOperationException("refused");
            }
            """ },
        { "a first digit above the last", "bool IsPermanent(SmtpStatusCode c) => (int)c / 100 > {|SMTP1005:5|};" },
        { "first two digits", "bool IsTransient(SmtpStatusCode c) => (int)c / 10 >= {|SMTP1005:42|} && (int)c / 10 < 50;" },
        { "else by an upper bound", """
            void On(SmtpCommandException ex) {
                if ((int)ex.StatusCode <= {|SMTP1005:500|}) queue.Requeue(message); else queue.DeadLetter(message);
            }
            """ },
        { "where nobody has cancelled", """
            void Send(CancellationToken stop)
            {
                try { client.Send(message); }
                catch (Exception ex) when (!stop.IsCancellationRequested) {
                    var permanent = ex is SmtpCommandException { StatusCode: >= {|SMTP1005:SmtpStatusCode.MailboxUnavailable|} };
                }
            }
            """ },
        { "a filter", """
            void Send()
            {
                try { client.Send(message); }
                catch (SmtpCommandException ex) when (ex.StatusCode >= {|SMTP1005:SmtpStatusCode.CommandNotImplemented|}) {
                    queue.DeadLetter(message);
                }
                catch (SmtpCommandException) { throw; }
            }
            """ },
        { "between the classes", """
            void On(SmtpCommandException ex)
            {
                var code = (int)ex.StatusCode;
                if (code >= 400 && code < 500) queue.Requeue(message);
                else if (code > {|SMTP1005:500|}) queue.DeadLetter(message);
            }
            """ },
        { "a guard", "Verdict Of(SmtpStatusCode c) { if ((int)c < {|SMTP1005:550|}) return Verdict.Other; return Verdict.Permanent; }" },
    };

    public static readonly Cases Silent = new()
    {
        { "the edges of the classes", """
            bool IsTransient(SmtpStatusCode c) => (int)c >= 400 && (int)c < 500;
            bool IsPermanent(SmtpStatusCode c) => (int)c > 499 && (int)c <= 599;
            """ },
        { "the edge by a member", "bool IsPermanent(SmtpStatusCode c) => c >= SmtpStatusCode.CommandUnrecognized;" },
        { "authentication", "bool IsPermanent(SmtpStatusCode c) => (int)c is >= 530 and < 540;" },
        { "the mail system", "bool IsHardBounce(SmtpStatusCode c) => (int)c >= 550 && (int)c <= 559;" },
        { "two groups in a ladder", """
            Verdict Of(SmtpStatusCode c)
            {
                if ((int)c >= 550) return Verdict.Permanent;
                if ((int)c >= 500) return Verdict.Other;
                return Verdict.Retry;
            }
            """ },
        { "two groups in arms", """
            Verdict Of(SmtpStatusCode c) => (int)c switch {
                >= 400 and < 500 => Verdict.Retry, >= 500 and < 550 => Verdict.Other, >= 550 and < 600 =>
                    Verdict.Permanent, _ => Verdict.Other
            };
            """ },
        { "two groups in a rising ladder", """
            Verdict Of(SmtpStatusCode c)
            {
                if ((int)c < 500) return Verdict.Retry;
                if ((int)c < 550) return Verdict.Other;
                return Verdict.Permanent;
            }
            """ },
        { "within the class that was tested before", """
            Verdict Of(SmtpStatusCode c) {
                if ((int)c / 100 == 5) { if ((int)c >= 550) return Verdict.Permanent; return Verdict.Other; }
                return Verdict.Other;
            }
            """ },
        { "both parts come to the same", """
            void On(SmtpStatusCode c) {
                if ((int)c >= 550) queue.DeadLetter(message); else if ((int)c >= 500) queue.DeadLetter(message);
            }
            """ },
        { "the part below has a name of its own",
            "bool IsPermanent(SmtpStatusCode c) => (int)c > 550 || c == SmtpStatusCode.SyntaxError;" },
        { "no outcome depends on it", "void On(SmtpStatusCode c) { if ((int)c > 500) log.Info(\"high\"); }" },
        { "an error above 354", "bool IsError(SmtpStatusCode c) => (int)c > 354;" },
        { "accepted from 250 on", "bool IsAccepted(SmtpStatusCode c) => (int)c >= 250 && (int)c < 300;" },
        { "accepted below 252", "bool IsAccepted(SmtpStatusCode c) => (int)c >= 250 && (int)c < 252;" },
        { "a failure of the mail system", """
            void Check(SmtpResponse r) {
                if ((int)r.StatusCode >= 550) throw new InvalidOperationException("refused");
            }
            """ },
        { "the text decides too",
            """bool IsPermanent(SmtpCommandException ex) => (int)ex.StatusCode >= 550 && ex.Message.Contains("5.1.1");""" },
        { "an attempt count explains it", """
            void On(SmtpCommandException ex, int attempt) {
                if (attempt > 5) { if ((int)ex.StatusCode > 450) queue.DeadLetter(message); }
            }
            """ },
        { "HTTP", "bool IsPermanent(HttpStatusCode c) => (int)c > 400;" },
        { "a bound that another rule speaks of", "bool IsPermanent(SmtpStatusCode c) => (int)c > {|SMTP1001:450|};" },
        { "a bound whose upper side another rule speaks of", "bool IsTransient(SmtpStatusCode c) => (int)c >= {|SMTP1002:450|};" },
    };

    [Theory, MemberData(nameof(Bounds))]
    public Task Reported(string member) => Verify.MailKit(member);

    [Theory, MemberData(nameof(Silent))]
    public Task Not_reported(string member) => Verify.MailKit(member);

    [Fact]
    public Task In_CSharp_7_3() => Verify.SystemNetMail(
        """
            bool IsPermanent(SmtpException ex) {
                return ex.StatusCode >= {|SMTP1005:SmtpStatusCode.MailboxUnavailable|};
            }
            """, LanguageVersion.CSharp7_3);
}
