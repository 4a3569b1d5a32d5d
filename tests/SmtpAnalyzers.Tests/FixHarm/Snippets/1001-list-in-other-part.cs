// finds: SMTP1001
// after: true AddressBook.IsHardBounce = 450, 550, 551, 553
using MailKit.Net.Smtp;

namespace Lists;

public partial class AddressBook
{
    public static bool IsHardBounce(SmtpCommandException ex) => HardBounceCodes.Contains(ex.StatusCode);
}
// file: AddressBook.Codes.cs
using System.Collections.Generic;
using MailKit.Net.Smtp;

namespace Lists;

public partial class AddressBook
{
    private static readonly HashSet<SmtpStatusCode> HardBounceCodes = new()
    {
        SmtpStatusCode.MailboxUnavailable,
        SmtpStatusCode.UserNotLocalTryAlternatePath,
        SmtpStatusCode.MailboxNameNotAllowed,
        SmtpStatusCode.MailboxBusy
    };
}
