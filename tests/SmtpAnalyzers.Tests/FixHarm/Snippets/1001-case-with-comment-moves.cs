// finds: SMTP1001
// fixes: SMTP1001
// after: returns Retry MailQueue.Next = 421, 450, 451, 452, ?400-420, ?422-449, ?453-499
// after: returns Drop MailQueue.Next = 550, 551, 553, 554, ?501, ?504-529, ?531-533, ?536-537, ?539-549, ?555-599
// after: contains /* seen at the French providers, see ticket 812 */
// also: csharp7.3
using MailKit.Net.Smtp;

namespace Queue
{
    public enum NextStep { Retry, Drop, Hold }

    public static class MailQueue
    {
        public static NextStep Next(SmtpStatusCode code)
        {
            switch (code)
            {
                case SmtpStatusCode.MailboxUnavailable:
                case SmtpStatusCode.UserNotLocalTryAlternatePath:
                case SmtpStatusCode.InsufficientStorage: /* seen at the French providers, see ticket 812 */
                case SmtpStatusCode.MailboxNameNotAllowed:
                case SmtpStatusCode.TransactionFailed:
                    return NextStep.Drop;

                // all of these pass
                case SmtpStatusCode.ServiceNotAvailable:
                case SmtpStatusCode.MailboxBusy:
                case SmtpStatusCode.ErrorInProcessing:
                    return NextStep.Retry;

                default:
                    return NextStep.Hold;
            }
        }
    }
}
