// finds: SMTP1001
// fixes: SMTP1001
// after: true MailFailure.IsPermanent = 500-599
// also: csharp7.3
using System;
using MailKit.Net.Smtp;

namespace Legacy
{
    public sealed class MailFailure
    {
        private readonly SmtpCommandException _cause;

        public MailFailure(SmtpCommandException cause)
        {
            _cause = cause;
        }

        public static bool IsPermanent(SmtpCommandException cause)
        {
            var number = (int)cause.StatusCode;
            return number >= 400;
        }

        public override string ToString()
        {
            return _cause.Message;
        }
    }
}
