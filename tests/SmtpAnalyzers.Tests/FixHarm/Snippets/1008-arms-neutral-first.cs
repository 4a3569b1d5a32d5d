// finds: SMTP1008
// after: returns CheckLogin Reaction.To = 530, 535
// after: returns Later Reaction.To = 450, 451
// after: returns Never Reaction.To = 550
// also: csharp8
using System;
using MailKit.Net.Smtp;

namespace Reactions
{
    public enum What { CheckLogin, Later, Never }

    public static class Reaction
    {
        public static What To(SmtpStatusCode code)
        {
            return code switch
            {
                SmtpStatusCode.AuthenticationRequired => What.CheckLogin,
                SmtpStatusCode.AuthenticationInvalidCredentials => What.CheckLogin,
                SmtpStatusCode.MailboxBusy => Retry(What.Later),
                SmtpStatusCode.ErrorInProcessing => Retry(What.Later),
                SmtpStatusCode.MailboxUnavailable => What.Never,
                _ => throw new ArgumentOutOfRangeException(nameof(code)),
            };
        }

        private static What Retry(What what) => what;
    }
}
