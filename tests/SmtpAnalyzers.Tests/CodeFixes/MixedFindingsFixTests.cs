using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes;

/// <summary>A file with findings of all rules: fixed one by one it reads as Fix All leaves it.</summary>
public sealed class MixedFindingsFixTests
{
    [Fact]
    public Task Fix_All_mends_what_one_by_one_does() => Verify.FileFix(
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using MailKit.Net.Smtp;
        using MimeKit;

        namespace Mail;

        /// <summary>What becomes of a message.</summary>
        public sealed class Outbox(SmtpClient client, IMailQueue queue)
        {
            // Bounces.
            private static readonly SmtpStatusCode[] HardBounces =
            [
                {|SMTP1001:SmtpStatusCode.MailboxBusy|}, // in use
                SmtpStatusCode.MailboxUnavailable, // no such user
                {|SMTP1001:SmtpStatusCode.InsufficientStorage|}, // full
                {|SMTP1003:SmtpStatusCode.UserNotLocalWillForward|}, // moved
            ];

            public static bool IsHardBounce(SmtpStatusCode code) => HardBounces.Contains(code);

            public static bool IsPermanent(SmtpCommandException ex) => (int)ex.StatusCode >= {|SMTP1001:400|};

            public static bool ShouldRetry(SmtpStatusCode code) =>
                code is {|SMTP1003:SmtpStatusCode.ServiceClosingTransmissionChannel|}
                    or SmtpStatusCode.MailboxBusy
                    or SmtpStatusCode.InsufficientStorage
                    or {|SMTP1002:SmtpStatusCode.TransactionFailed|};

            public static Verdict ByClass(SmtpStatusCode code) => (int)code switch
            {
                >= {|SMTP1001:400|} and < 500 => Verdict.Permanent, // the caller's fault
                >= 500 and < {|SMTP1002:600|} => Verdict.Retry, // the server's fault
                _ => Verdict.Other,
            };

            public static Verdict ByName(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.ServiceNotAvailable:
                    {|SMTP1002:case SmtpStatusCode.MailboxUnavailable:|} // "mailbox unavailable"
                        return Verdict.Retry;
                    {|SMTP1001:case SmtpStatusCode.MailboxBusy:|}
                    case SmtpStatusCode.MailboxNameNotAllowed:
                    {|SMTP1001:case SmtpStatusCode.ErrorInProcessing:|} // local error
                        return Verdict.Permanent;
                    default:
                        return Verdict.Other;
                }
            }

            public void Send(MimeMessage message)
            {
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        client.Send(message);
                        return;
                    }
                    catch (SmtpCommandException ex) when (attempt < 5 && (int)ex.StatusCode >= {|SMTP1002:400|} && (int)ex.StatusCode < 600)
                    {
                        Thread.Sleep(TimeSpan.FromMinutes(30));
                    }
                }
            }

            public void Refused(SmtpCommandException ex, MimeMessage message)
            {
                if (ex.StatusCode != SmtpStatusCode.MailboxUnavailable && ex.StatusCode != {|SMTP1001:SmtpStatusCode.MailboxBusy|})
                    return;
                queue.DeadLetter(message); // no such mailbox
            }
        }
        """,
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using MailKit.Net.Smtp;
        using MimeKit;

        namespace Mail;

        /// <summary>What becomes of a message.</summary>
        public sealed class Outbox(SmtpClient client, IMailQueue queue)
        {
            // Bounces.
            private static readonly SmtpStatusCode[] HardBounces =
            [
                {|SMTP1001:SmtpStatusCode.MailboxBusy|}, // in use
                SmtpStatusCode.MailboxUnavailable, // no such user
                {|SMTP1001:SmtpStatusCode.InsufficientStorage|}, // full
                SmtpStatusCode.UserNotLocalTryAlternatePath, // moved
            ];

            public static bool IsHardBounce(SmtpStatusCode code) => HardBounces.Contains(code);

            public static bool IsPermanent(SmtpCommandException ex) => (int)ex.StatusCode is >= 500 and < 600;

            public static bool ShouldRetry(SmtpStatusCode code) =>
                code is SmtpStatusCode.ServiceNotAvailable
                    or SmtpStatusCode.MailboxBusy
                    or SmtpStatusCode.InsufficientStorage
                    or SmtpStatusCode.ErrorInProcessing;

            public static Verdict ByClass(SmtpStatusCode code) => (int)code switch
            {
                >= 400 and < 500 => Verdict.Retry, // the caller's fault
                >= 500 and < 600 => Verdict.Permanent, // the server's fault
                _ => Verdict.Other,
            };

            public static Verdict ByName(SmtpStatusCode code)
            {
                switch (code)
                {
                    case SmtpStatusCode.ServiceNotAvailable:
                    case SmtpStatusCode.MailboxBusy:
                    case SmtpStatusCode.ErrorInProcessing: // local error
                        return Verdict.Retry;
                    case SmtpStatusCode.MailboxNameNotAllowed:
                    case SmtpStatusCode.MailboxUnavailable: // "mailbox unavailable"
                        return Verdict.Permanent;
                    default:
                        return Verdict.Other;
                }
            }

            public void Send(MimeMessage message)
            {
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        client.Send(message);
                        return;
                    }
                    catch (SmtpCommandException ex) when (attempt < 5 && (int)ex.StatusCode is >= 400 and < 500)
                    {
                        Thread.Sleep(TimeSpan.FromMinutes(30));
                    }
                }
            }

            public void Refused(SmtpCommandException ex, MimeMessage message)
            {
                if (ex.StatusCode != SmtpStatusCode.MailboxUnavailable)
                    return;
                queue.DeadLetter(message); // no such mailbox
            }
        }
        """);
}
