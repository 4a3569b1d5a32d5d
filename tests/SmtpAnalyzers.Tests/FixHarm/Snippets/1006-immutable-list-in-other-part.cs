// finds: SMTP1006
// fixes: SMTP1006
// after: true Site.Retry.IsTransient = 421, 450, 451, 452, ?400-420, ?422-449, ?453-499
namespace Site
{
    using MailKit.Net.Smtp;

    public partial class Retry
    {
        public static bool IsTransient(SmtpStatusCode code) => s_transient.Contains(code);
    }
}
// file: Retry.Lists.cs
namespace Site
{
    using System.Collections.Immutable;
    using MailKit.Net.Smtp;

    public partial class Retry
    {
        static readonly ImmutableArray<SmtpStatusCode> s_transient = ImmutableArray.Create(
            SmtpStatusCode.ServiceNotAvailable,
            SmtpStatusCode.MailboxBusy,
            SmtpStatusCode.InsufficientStorage);
    }
}
