// finds: SMTP1008
// fixes: SMTP1008
// after: true Spool.Keep = 400-499, 552
// also: csharp7.3
using System;
using MailKit.Net.Smtp;

namespace Spooler
{
    public enum Spooled { Requeue, DeadLetter }

    public static class Spool
    {
        public static Spooled Next(SmtpStatusCode code)
        {
            switch (code)
            {
                case SmtpStatusCode.ServiceNotAvailable:
                case SmtpStatusCode.MailboxBusy:
                case SmtpStatusCode.ExceededStorageAllocation: // RFC 821 style
                    return Spooled.Requeue;
                case SmtpStatusCode.MailboxUnavailable:
                case SmtpStatusCode.TransactionFailed:
                    return Spooled.DeadLetter;
            }
            throw new NotSupportedException("reply " + (int)code);
        }

        public static bool Keep(SmtpStatusCode code)
        {
            try { return Next(code) == Spooled.Requeue; }
            catch (NotSupportedException) { return false; }
        }
    }
}
